#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace teleconsult::app {

namespace {

const QString settingsOption = QStringLiteral("settings");
const QString dataDirOption = QStringLiteral("data-dir");
const QString plainGraphicsOption = QStringLiteral("plain-graphics");

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
    const QCommandLineOption plainGraphics(plainGraphicsOption,
                                           QCoreApplication::translate("CommandLine", "Do without the graphics card."));
    parser.addOptions({settings, dataDir, plainGraphics});
    parser.addPositionalArgument(
        QStringLiteral("link"),
        QCoreApplication::translate("CommandLine", "Open the consultation that a teleconsult: link leads to."),
        QStringLiteral("[link]"));
    parser.process(arguments);

    CommandLine line{.places = usualPlaces(),
                     .link = parser.positionalArguments().value(0),
                     .plainGraphics = parser.isSet(plainGraphics)};
    if (parser.isSet(settings))
        line.places.settingsFile = parser.value(settings);
    if (parser.isSet(dataDir))
        line.places.dataDir = parser.value(dataDir);
    return line;
}

QStringList toArguments(const CommandLine &line)
{
    const QString dashes = QStringLiteral("--");
    QStringList arguments{dashes + settingsOption, line.places.settingsFile, dashes + dataDirOption,
                          line.places.dataDir};
    if (line.plainGraphics)
        arguments.append(dashes + plainGraphicsOption);
    if (!line.link.isEmpty())
        arguments << dashes << line.link; // Whatever it begins with, it is no option.
    return arguments;
}

} // namespace teleconsult::app
