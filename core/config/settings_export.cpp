#include "core/config/settings_export.h"

#include "core/config/setting_values.h"
#include "core/config/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

namespace teleconsult::config {

namespace {

QList<SettingSpec> exported(const Settings &settings)
{
    QList<SettingSpec> specs;
    for (const SettingSpec &spec : Settings::catalogue()) {
        const bool isSomebodys = spec.kind == SettingSpec::Kind::Setting && !spec.isSecret;
        if (isSomebodys && settings.origin(spec.key).source != ValueSource::Default)
            specs << spec;
    }
    return specs;
}

/// Bare where that is read the same everywhere: Docker takes quotes for part of the value.
QByteArray environmentValue(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[^\\s\"'\\\\#;](?:[^\"'\\\\\\n]*[^\\s\"'\\\\])?\\z"));
    if (text.isEmpty() || plain.match(text).hasMatch())
        return text.toUtf8();
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return '"' + escaped.toUtf8() + '"';
}

QByteArray environmentText(const Settings &settings)
{
    QByteArray text;
    const QList<SettingSpec> specs = exported(settings);
    for (const SettingSpec &spec : specs) {
        const QVariant value = settings.sources().find(spec).value;
        const bool canBeSaid = spec.type != SettingType::List || toList(toText(value)) == toList(value);
        if (canBeSaid && !spec.environment.isEmpty())
            text += spec.environment + '=' + environmentValue(toText(value)) + '\n';
        else
            text += "# " + spec.key.toUtf8() + " cannot be said in the environment\n";
    }
    return text;
}

Result<QByteArray> iniText(const Settings &settings)
{
    // QSettings writes to files only, and it alone knows how it quotes.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    QSettings ini(path, QSettings::IniFormat);
    const QList<SettingSpec> specs = exported(settings);
    for (const SettingSpec &spec : specs) {
        const QVariant value = settings.sources().find(spec).value;
        ini.setValue(spec.key, spec.type == SettingType::List ? QVariant(toList(value)) : QVariant(toText(value)));
    }
    ini.sync();
    QFile made(path);
    if (ini.status() != QSettings::NoError || (!specs.isEmpty() && !made.open(QFile::ReadOnly)))
        return settingError(QStringLiteral("file_unwritable"), QString());
    return specs.isEmpty() ? QByteArray() : made.readAll();
}

} // namespace

Result<QByteArray> exportSettings(const Settings &settings, ExportForm form)
{
    return form == ExportForm::Environment ? environmentText(settings) : iniText(settings);
}

} // namespace teleconsult::config
