// What can be said on the command line. Never a secret: arguments are visible to every user of the machine.
#pragma once

#include <QString>

class QCoreApplication;

namespace teleconsult::app {

struct CommandLine
{
    QString settingsFile; ///< --settings FILE, else settings.ini in the user's configuration folder.
    QString dataDir;      ///< --data-dir DIR, else the user's data folder.
};

/// Reads the arguments. --help, --version and mistakes end the process here, with the text that belongs to them.
CommandLine parseCommandLine(const QCoreApplication &application);

} // namespace teleconsult::app
