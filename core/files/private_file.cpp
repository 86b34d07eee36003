#include "core/files/private_file.h"

#include <QSaveFile>

namespace teleconsult::files {

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(content) == content.size() && file.commit();
    if (!written)
        return failure(makeError(Error::Kind::Storage, QStringLiteral("file_unwritable"), file.errorString()));
    return {};
}

} // namespace teleconsult::files
