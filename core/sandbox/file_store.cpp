#include "core/sandbox/file_store.h"

#include "core/files/private_folder.h"

#include <QFile>
#include <QSaveFile>

namespace teleconsult::sandbox {

FileStore::FileStore(const QString &folder)
    : m_temporary(folder.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr),
      m_folder(m_temporary ? m_temporary->path() : folder)
{}

QString FileStore::pathOf(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

bool FileStore::write(const QString &name, const QByteArray &content) const
{
    if (!files::makePrivateFolder(m_folder))
        return false;
    QSaveFile file(pathOf(name));
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           file.write(content) == content.size() && file.commit();
}

std::optional<QByteArray> FileStore::read(const QString &name) const
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

bool FileStore::contains(const QString &name) const
{
    return QFile::exists(pathOf(name));
}

void FileStore::remove(const QString &name) const
{
    QFile::remove(pathOf(name));
}

} // namespace teleconsult::sandbox
