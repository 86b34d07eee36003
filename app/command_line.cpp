#include "app/command_line.h"

#include "core/config/setting_keys.h"
#include "core/config/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace teleconsult::app {

namespace {

const QString settingsOption = QStringLiteral("settings");
const QString dataDirOption = QStringLiteral("data-dir");
const QString setOption = QStringLiteral("set");
const QString kioskOption = QStringLiteral("kiosk");

/// As the parser itself ends with a mistake.
[[noreturn]] void endWith(const QString &mistake)
{
    std::fprintf(stderr, "%s\n", qPrintable(mistake));
    std::exit(EXIT_FAILURE);
}

config::SettingValues readOverrides(const QStringList &texts)
{
    config::SettingValues values;
    for (const QString &text : texts) {
        const Result<std::pair<QString, QVariant>> value = config::readOverride(text);
        if (!value)
            endWith(value.error().message);
        values.insert(value->first, value->second);
    }
    return values;
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("CommandLine", "Video consultations between doctors and patients."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption settings(
        settingsOption,
        QCoreApplication::translate("CommandLine", "Read and write the settings in <file> instead of the user's own."),
        QStringLiteral("file"));
    const QCommandLineOption dataDir(
        dataDirOption,
        QCoreApplication::translate("CommandLine",
                                    "Keep records and call data in <dir> instead of the user's own folder."),
        QStringLiteral("dir"));
    const QCommandLineOption set(
        setOption,
        QCoreApplication::translate("CommandLine",
                                    "Let a setting have another value, for as long as the program runs."),
        QStringLiteral("group/name=value"));
    const QCommandLineOption kiosk(
        kioskOption, QCoreApplication::translate("CommandLine", "Run as a kiosk at the reception, for patients."));
    parser.addOptions({settings, dataDir, set, kiosk});
    parser.addPositionalArgument(
        QStringLiteral("link"),
        QCoreApplication::translate("CommandLine", "Open the consultation that a teleconsult: link leads to."),
        QStringLiteral("[link]"));
    parser.process(arguments);

    CommandLine line{.places = usualPlaces(),
                     .link = parser.positionalArguments().value(0),
                     .overrides = readOverrides(parser.values(set))};
    if (parser.isSet(kiosk))
        line.overrides.insert(config::keys::stationProfile, config::toCode(config::StationProfile::Kiosk));
    if (parser.isSet(settings))
        line.places.settingsFile = parser.value(settings);
    if (parser.isSet(dataDir))
        line.places.dataDir = parser.value(dataDir);
    return line;
}

config::SettingInputs settingInputs(const CommandLine &line, config::SettingValues policy)
{
    return {.userFile = line.places.settingsFile, .policy = std::move(policy), .commandLine = line.overrides};
}

QStringList toArguments(const CommandLine &line)
{
    const QString dashes = QStringLiteral("--");
    QStringList arguments{dashes + settingsOption, line.places.settingsFile, dashes + dataDirOption,
                          line.places.dataDir};
    for (auto value = line.overrides.begin(); value != line.overrides.end(); ++value)
        arguments << dashes + setOption << value.key() + QLatin1Char('=') + value->toString();
    if (!line.link.isEmpty())
        arguments << dashes << line.link; // Whatever it begins with, it is no option.
    return arguments;
}

} // namespace teleconsult::app
