// Where this person's settings and data are: the same for each of the programs.
#pragma once

#include <QString>

namespace teleconsult::app {

struct Places
{
    QString settingsFile; ///< settings.ini in the user's configuration folder.
    QString dataDir;      ///< The user's data folder: records, journal, sandbox, call data.
};

/// Where they are unless the command line says otherwise.
Places usualPlaces();

} // namespace teleconsult::app
