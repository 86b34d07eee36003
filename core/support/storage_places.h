// What is stored where.
#pragma once

#include "core/config/settings.h"

#include <QList>

namespace teleconsult::support {

enum class StorageKind {
    Records,
    Settings,
    Policy,
    Secrets,
    Log,
    SiteData, ///< What the call page keeps: cookies and the like.
    Sandbox,  ///< What the sandbox keeps.
    Downloads,
    CrashDumps,
};
/// "records", "site data"
QString toCode(StorageKind kind);

/// One of them. A value.
struct StoragePlace
{
    StorageKind kind = StorageKind::Records;
    /// A file or a folder, absolute; empty: not in a file of this computer that we know of.
    QString path;
    /// Where it is otherwise, in English: the CRUD service's address, "keychain".
    QString elsewhere = {};
    /// Whether all of it is Teleconsult's. Otherwise its size says nothing.
    bool isOurs = true;
};

/// All of them, in the order of the enumeration. Looks at no file but the kernel's word about crash dumps.
QList<StoragePlace> storagePlaces(const config::Settings &settings, const QString &settingsFile,
                                  const QString &dataDir);

/// How much is kept in a place.
struct StorageSize
{
    bool exists = false;
    qint64 bytes = 0;
    int files = 0;
};

/// With everything below a folder, and with the files that SQLite keeps beside a database. Reads the disk: a matter of
/// milliseconds for hundreds of files. Links are not followed.
StorageSize sizeOf(const StoragePlace &place);

} // namespace teleconsult::support
