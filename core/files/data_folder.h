// What lies where in the data folder: for those who write it, and for those who tell of it.
#pragma once

#include <QString>

namespace teleconsult::files {

/// The local records, as an SQLite database.
inline QString recordsFile(const QString &dataDir)
{
    return dataDir + QStringLiteral("/teleconsult.sqlite");
}

/// Secrets, where they are kept in files.
inline QString secretsFolder(const QString &dataDir)
{
    return dataDir + QStringLiteral("/secrets");
}

/// What call pages keep: cookies and the like. A kiosk's are elsewhere (app/kiosk_storage.h).
inline QString siteDataFolder(const QString &dataDir)
{
    return dataDir + QStringLiteral("/call");
}

/// All that the stand-in for Kaleyra keeps.
inline QString sandboxFolder(const QString &dataDir)
{
    return dataDir + QStringLiteral("/sandbox");
}

inline QString sandboxStateFile(const QString &dataDir)
{
    return sandboxFolder(dataDir) + QStringLiteral("/state.json");
}

/// Of the desktop program (core/support/log_file.h).
inline QString logFile(const QString &dataDir)
{
    return dataDir + QStringLiteral("/log/teleconsult.log");
}

} // namespace teleconsult::files
