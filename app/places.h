// Where this person's settings and data are: the same for each of the programs.
#pragma once

#include <QString>

namespace teleconsult::app {

/// Where a program keeps what is its own.
struct Places
{
    QString settingsFile; ///< settings.ini in the user's configuration folder.
    QString dataDir;      ///< The user's data folder: records, journal, sandbox, call data.
};

/// Where they are unless the command line says otherwise.
Places usualPlaces();

/// "teleconsult-" and a digest of the data folder's path: for what lies elsewhere and is this folder's alone.
QString nameOfDataDir(const QString &dataDir);

} // namespace teleconsult::app
