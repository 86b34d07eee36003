// Where tests write that are not about the disk.
#pragma once

#include <QDir>
#include <QFileInfo>

namespace teleconsult::test {

/// For a QTemporaryDir: in memory, where a slow or busy disk delays nothing, if there is such a place. `name`: what it
/// begins with.
inline QString folderInMemory(const QString &name)
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    const bool isThere = memory.isDir() && memory.isWritable();
    return (isThere ? memory.filePath() : QDir::tempPath()) + QLatin1Char('/') + name + QStringLiteral("-XXXXXX");
}

} // namespace teleconsult::test
