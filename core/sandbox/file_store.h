// Bytes on disk by name: shared files, backgrounds.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace teleconsult::sandbox {

/// One folder of files that only this user may read. Names are made by us (randomText()), never by a client.
class FileStore
{
public:
    /// An empty path: a temporary folder that goes with the object.
    explicit FileStore(const QString &folder);

    bool write(const QString &name, const QByteArray &content) const;
    std::optional<QByteArray> read(const QString &name) const;
    bool contains(const QString &name) const;
    void remove(const QString &name) const;

private:
    QString pathOf(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

} // namespace teleconsult::sandbox
