#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace teleconsult::app {

CommandLine parseCommandLine(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("CommandLine", "Video consultations between doctors and patients."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption settings(
        QStringLiteral("settings"),
        QCoreApplication::translate("CommandLine", "Read and write the settings in <file> instead of the user's own."),
        QStringLiteral("file"));
    const QCommandLineOption dataDir(
        QStringLiteral("data-dir"),
        QCoreApplication::translate("CommandLine",
                                    "Keep records and call data in <dir> instead of the user's own folder."),
        QStringLiteral("dir"));
    parser.addOptions({settings, dataDir});
    parser.addPositionalArgument(
        QStringLiteral("link"),
        QCoreApplication::translate("CommandLine", "Open the consultation that a teleconsult: link leads to."),
        QStringLiteral("[link]"));
    parser.process(application);

    CommandLine line{.places = usualPlaces(), .link = parser.positionalArguments().value(0)};
    if (parser.isSet(settings))
        line.places.settingsFile = parser.value(settings);
    if (parser.isSet(dataDir))
        line.places.dataDir = parser.value(dataDir);
    return line;
}

} // namespace teleconsult::app
