#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

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
    parser.process(application);

    CommandLine line;
    line.settingsFile = parser.isSet(settings) ? parser.value(settings)
                                               : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                                                     QStringLiteral("/settings.ini");
    line.dataDir = parser.isSet(dataDir) ? parser.value(dataDir)
                                         : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return line;
}

} // namespace teleconsult::app
