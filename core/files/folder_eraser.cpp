#include "core/files/folder_eraser.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

namespace teleconsult::files {

namespace {

Q_LOGGING_CATEGORY(lcFiles, "teleconsult.files")

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

/// Of a link to a folder only the link goes.
bool remove(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() && !info.isSymLink() ? QDir(path).removeRecursively() : QFile::remove(path);
}

} // namespace

FolderEraser::FolderEraser(std::chrono::milliseconds pause, QObject *parent) : QObject(parent)
{
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &FolderEraser::tryAgain);
}

bool FolderEraser::erase(const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (!m_folders.contains(folder) && isThere(folder))
            m_folders.append(folder);
    }
    return tryAll();
}

void FolderEraser::tryAgain()
{
    const bool isErased = tryAll();
    if (!isErased && !m_isTold)
        qCWarning(lcFiles) << "A folder still cannot be erased";
    m_isTold = !isErased;
}

bool FolderEraser::tryAll()
{
    bool isErased = true;
    QStringList left;
    for (const QString &folder : std::as_const(m_folders)) {
        if (!isThere(folder))
            continue; // It has stayed away.
        isErased = remove(folder) && isErased;
        left.append(folder);
    }
    m_folders = left;
    if (m_folders.isEmpty())
        m_again.stop();
    else if (!m_again.isActive())
        m_again.start();
    return isErased;
}

} // namespace teleconsult::files
