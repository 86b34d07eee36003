#include "core/secrets/file_store.h"

#include "core/files/private_file.h"
#include "core/files/private_folder.h"
#include "core/files/secret.h"

#include <QFile>

namespace teleconsult::secrets {

Task<QByteArray> FileStore::read(QString name, Asking)
{
    if (!QFile::exists(pathOf(name)))
        co_return failure(storeError(codes::notFound));
    co_return files::readSecretFile(pathOf(name), {}, QStringLiteral("secret"));
}

Task<void> FileStore::write(QString name, QByteArray secret, Asking)
{
    const Result<QByteArray> word = files::checkedSecret(secret, codes::malformed, {});
    if (!word)
        co_return failure(word.error());
    const Result<void> folder = files::makePrivateFolder(m_folder);
    if (!folder)
        co_return failure(folder.error());
    co_return files::writePrivateFile(pathOf(name), *word);
}

Task<void> FileStore::remove(QString name, Asking)
{
    QFile file(pathOf(name));
    if (file.exists() && !file.remove())
        co_return failure(makeError(Error::Kind::Storage, QStringLiteral("file_unwritable"), file.errorString()));
    co_return Result<void>();
}

} // namespace teleconsult::secrets
