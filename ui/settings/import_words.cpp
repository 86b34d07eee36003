#include "ui/settings/import_words.h"

#include "core/config/setting_keys.h"
#include "ui/settings/value_text.h"
#include "ui/widgets/error_text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace teleconsult::ui {

namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::ImportWords)
};

/// By key or variable; null: none is called so.
const config::SettingSpec *specNamed(const QString &name)
{
    const QList<config::SettingSpec> &specs = config::Settings::catalogue();
    const auto found = std::find_if(specs.begin(), specs.end(), [&name](const config::SettingSpec &spec) {
        return spec.key == name || (!spec.environment.isEmpty() && QString::fromLatin1(spec.environment) == name);
    });
    return found == specs.end() ? nullptr : &*found;
}

QString expected(const QString &name)
{
    const config::SettingSpec *spec = specNamed(name);
    return spec ? ImportWords::tr("This is not possible here. Expected: %1.").arg(rangeOf(*spec)) : QString();
}

/// Of the form of a file.
QString formText(const QString &code)
{
    const QHash<QString, QString> words{
        {QStringLiteral("not_ini"), ImportWords::tr("This is neither [group], name=value nor a comment.")},
        {QStringLiteral("not_an_assignment"), ImportWords::tr("This is not NAME=value.")},
        {QStringLiteral("quote_not_closed"), ImportWords::tr("A quotation mark is not closed.")},
        {QStringLiteral("configuration_not_json"), ImportWords::tr("This is not valid JSON.")},
        {QStringLiteral("configuration_required"), ImportWords::tr("This is missing.")},
        {QStringLiteral("configuration_unknown_field"), ImportWords::tr("There is no such property.")},
        {QStringLiteral("configuration_wrong_type"), ImportWords::tr("A value of another kind belongs here.")},
        {QStringLiteral("configuration_unknown_value"), ImportWords::tr("This value does not exist.")},
        {QStringLiteral("configuration_malformed_color"), ImportWords::tr("This is no colour: write #rgb or #rrggbb.")},
        {QStringLiteral("configuration_malformed_url"), ImportWords::tr("This is no web address.")},
        {QStringLiteral("configuration_unusable"),
         ImportWords::tr("The JSON configuration that is named here is not right, or not on this computer. Take that "
                         "file over by itself, and this one without the line.")}};
    return words.value(code);
}

QString mistakeOf(const Error &error)
{
    const auto is = [&error](const char *code) { return error.code == QLatin1String(code); };
    if (is("setting_unknown"))
        return ImportWords::tr("There is no such setting.");
    if (is("setting_not_kept"))
        return ImportWords::tr("This does not belong into a file of settings.");
    if (is("setting_out_of_range"))
        return expected(error.field);
    if (is("api_key_malformed"))
        return ImportWords::tr("An API key is one word, without blanks.");
    if (is("api_key_set_twice"))
        return ImportWords::tr("The API key is given twice: as it is, and by the name of a file. Keep one of them.");
    return formText(error.code);
}

QString nameText(const QString &name)
{
    const config::SettingSpec *spec = config::Settings::spec(name);
    return spec ? titleOf(*spec) : name;
}

QString valueOf(const QString &name, const QString &value)
{
    const config::SettingSpec *spec = config::Settings::spec(name);
    if (spec)
        return valueText(*spec, value);
    return value.isEmpty() ? ImportWords::tr("Not set") : value;
}

} // namespace

QString importErrorText(const Error &error)
{
    if (error.code == QLatin1String("file_missing"))
        return ImportWords::tr("The file cannot be read.");
    if (error.code == QLatin1String("file_too_large"))
        return ImportWords::tr("The file is too large for one of settings.");
    if (error.code == QLatin1String("setting_locked"))
        return ImportWords::tr("%1 cannot be changed here, so nothing was taken over.").arg(nameText(error.field));
    const QString mistake = mistakeOf(error);
    if (mistake.isEmpty())
        return errorText(error);
    QStringList words;
    if (const int line = config::lineOf(error); line > 0)
        words << ImportWords::tr("Line %1").arg(line);
    if (!error.field.isEmpty())
        words << error.field;
    const QString place = words.join(QStringLiteral(", "));
    const QString found = place.isEmpty() ? mistake : ImportWords::tr("%1: %2", "place in a file").arg(place, mistake);
    return found + QLatin1Char(' ') + ImportWords::tr("Nothing was changed.");
}

QString importChangeText(const config::ImportChange &change)
{
    const QString title = nameText(change.name);
    const QString now = valueOf(change.name, change.now);
    if (!change.lock.isEmpty())
        return QStringLiteral("%1\n%2. %3").arg(title, now, change.lock);
    return QStringLiteral("%1\n%2").arg(
        title, ImportWords::tr("%1 → %2", "a value now, and then").arg(now, valueOf(change.name, change.then)));
}

QStringList leftOutTexts(const config::SettingsImport &import, bool withKey)
{
    QStringList texts;
    const auto *key = config::Settings::spec(config::keys::apiKey);
    const auto line = [](const QString &name, const QString &why) { return QStringLiteral("%1\n%2").arg(name, why); };
    for (const config::SettingLine &found : import.secrets) {
        const bool isKey = found.name == QString::fromLatin1(key->environment) && !import.apiKey.isEmpty();
        if (isKey && withKey)
            texts << line(found.name, ImportWords::tr("Goes into the store for secrets"));
        else
            texts << line(found.name, ImportWords::tr("Left out: a secret is not kept with the settings"));
    }
    for (const config::SettingLine &found : import.foreign)
        texts << line(found.name, ImportWords::tr("Left out: none of Teleconsult's settings"));
    return texts;
}

QString mistakeText(const Error &mistake)
{
    const QString what =
        mistake.field.isEmpty() ? ImportWords::tr("Line %1").arg(config::lineOf(mistake)) : mistake.field;
    return ImportWords::tr("%1 is ignored. %2", "a setting or variable; why").arg(what, mistakeOf(mistake));
}

} // namespace teleconsult::ui
