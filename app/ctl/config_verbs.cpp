#include "app/ctl/config_verbs.h"

#include "app/ctl/commands.h"
#include "app/ctl/config_import.h"
#include "app/ctl/output.h"
#include "app/ctl/pin_verb.h"
#include "core/checks/remedies.h"
#include "core/config/settings_check.h"
#include "core/config/settings_export.h"
#include "core/config/settings_import.h"
#include "core/config/settings_table.h"

#include <QJsonArray>
#include <QJsonObject>

namespace teleconsult::ctl {

namespace {

using config::Origin;
using config::Settings;
using config::SettingSpec;

/// Notes are the program's own, and tell who uses it.
bool isShown(const SettingSpec &spec)
{
    return spec.kind != SettingSpec::Kind::Note;
}

QString shownValue(const Settings &settings, const SettingSpec &spec)
{
    if (!spec.isSecret)
        return settings.text(spec.key);
    return settings.isSet(spec.key) ? QStringLiteral("set") : QStringLiteral("not set");
}

QJsonObject writeSetting(const Settings &settings, const SettingSpec &spec)
{
    const Origin origin = settings.origin(spec.key);
    QJsonObject object{{QStringLiteral("key"), spec.key},
                       {QStringLiteral("source"), config::toCode(origin.source)},
                       {QStringLiteral("locked"), origin.isLocked()},
                       {QStringLiteral("variable"), QString::fromLatin1(spec.environment)},
                       {QStringLiteral("needsRestart"), spec.needsRestart}};
    if (spec.isSecret)
        object.insert(QStringLiteral("isSet"), settings.isSet(spec.key));
    else
        object.insert(QStringLiteral("value"), settings.text(spec.key));
    return object;
}

QString line(const Settings &settings, const SettingSpec &spec)
{
    const Origin origin = settings.origin(spec.key);
    const QString locked = origin.isLocked() ? QStringLiteral(", locked") : QString();
    return QStringLiteral("%1 = %2  (%3%4)")
        .arg(spec.key, shownValue(settings, spec), config::toCode(origin.source), locked);
}

ExitCode tell(const Error &error, const Options &options)
{
    return tellError(error, {}, options.json);
}

/// Nothing to say but that it is done.
ExitCode done(const Result<void> &outcome, const Options &options, const QString &words)
{
    if (!outcome)
        return tell(outcome.error(), options);
    if (options.json)
        printJson({});
    else
        print(words);
    return ExitCode::Done;
}

QString tables()
{
    QStringList parts;
    const QList<config::SettingPage> pages = config::settingPages();
    for (const config::SettingPage page : pages)
        parts << QStringLiteral("## %1\n\n%2").arg(config::titleOf(page), config::settingsTable(page));
    return parts.join(QStringLiteral("\n\n"));
}

ExitCode list(const Options &options, const Settings &settings)
{
    QJsonArray all;
    QStringList lines;
    for (const SettingSpec &spec : Settings::catalogue()) {
        if (!isShown(spec))
            continue;
        all.append(writeSetting(settings, spec));
        lines << line(settings, spec);
    }
    if (options.asMarkdown)
        print(tables());
    else if (options.json)
        printJson({{QStringLiteral("settings"), all}});
    else
        print(lines.join(QLatin1Char('\n')));
    return ExitCode::Done;
}

ExitCode get(const Options &options, const Settings &settings)
{
    const SettingSpec *spec = Settings::spec(options.key);
    if (!spec || !isShown(*spec))
        return tell(invalid(QStringLiteral("setting_unknown"), options.key,
                            QStringLiteral("%1 is no setting.").arg(options.key))
                        .value(),
                    options);
    if (options.json)
        printJson(writeSetting(settings, *spec));
    else
        print(shownValue(settings, *spec));
    return ExitCode::Done;
}

/// What an argument may not say: others can see it.
Result<void> checkWritable(const QString &key)
{
    const SettingSpec *spec = Settings::spec(key);
    if (spec && spec->kind == SettingSpec::Kind::Note)
        return invalid(QStringLiteral("setting_not_kept"), key,
                       QStringLiteral("%1 is the program's own note.").arg(key));
    if (spec && spec->kind == SettingSpec::Kind::Setting && spec->isSecret)
        return invalid(QStringLiteral("setting_secret"), key,
                       QStringLiteral("%1 is a secret, and others can see arguments.").arg(key));
    return {};
}

ExitCode set(const Options &options, Settings &settings)
{
    Result<void> outcome = checkWritable(options.key);
    if (outcome)
        outcome = settings.write({{options.key, options.value}});
    return done(outcome, options, QStringLiteral("Set."));
}

ExitCode exportAll(const Options &options, const Settings &settings)
{
    if (options.json) {
        QJsonObject values;
        for (const SettingSpec &spec : Settings::catalogue()) {
            if (isShown(spec) && !spec.isSecret && settings.origin(spec.key).source != config::ValueSource::Default)
                values.insert(spec.key, settings.text(spec.key));
        }
        printJson({{QStringLiteral("settings"), values}});
        return ExitCode::Done;
    }
    const Result<QByteArray> text =
        config::exportSettings(settings, options.asIni ? config::ExportForm::Ini : config::ExportForm::Environment);
    if (!text)
        return tell(text.error(), options);
    if (!text->isEmpty())
        print(QString::fromUtf8(*text));
    return ExitCode::Done;
}

ExitCode tellProblems(const Options &options, const QStringList &problems)
{
    if (options.json)
        printJson({{QStringLiteral("problems"), QJsonArray::fromStringList(problems)}});
    else
        print(problems.isEmpty() ? QStringLiteral("Every value is right.") : problems.join(QLatin1Char('\n')));
    return problems.isEmpty() ? ExitCode::Done : ExitCode::Installation;
}

ExitCode check(const Options &options, const Settings &settings)
{
    if (!options.file.isEmpty()) {
        const Result<config::SettingsImport> read = config::readImport(options.file);
        if (!read)
            return tell(read.error(), options);
        tellImport(options, *read, KeyFate::LeftOut);
        return ExitCode::Done;
    }
    QStringList problems;
    const QList<Error> mistakes = config::mistakesIn(settings.sources());
    for (const Error &mistake : mistakes)
        problems << mistake.message + QLatin1Char('.');
    const QList<Error> failures = config::failuresOf(settings);
    for (const Error &error : failures) {
        const checks::Remedy remedy = checks::remedyFor(error, {});
        problems << QStringList{remedy.finding, remedy.remedy}.join(QLatin1Char(' ')).trimmed();
    }
    return tellProblems(options, problems);
}

} // namespace

bool isConfigVerb(Verb verb)
{
    return verb >= Verb::ConfigList && verb <= Verb::ConfigCheck;
}

ExitCode carryOutConfig(const Options &options, config::Settings &settings)
{
    switch (options.verb) {
    case Verb::ConfigGet:
        return get(options, settings);
    case Verb::ConfigSet:
        return set(options, settings);
    case Verb::ConfigUnset:
        return done(settings.unset(options.key), options, QStringLiteral("The settings file no longer says it."));
    case Verb::ConfigPin:
        return setPin(options, settings);
    case Verb::ConfigExport:
        return exportAll(options, settings);
    case Verb::ConfigImport:
        return importFile(options, settings);
    case Verb::ConfigCheck:
        return check(options, settings);
    default:
        return list(options, settings);
    }
}

} // namespace teleconsult::ctl
