#include "core/secrets/credentials_store.h"

#include "core/files/secret.h"

#include <QFileInfo>

namespace teleconsult::secrets {

Task<QByteArray> CredentialsStore::read(QString name, Asking)
{
    if (m_folder.isEmpty())
        co_return failure(storeError(codes::noCredentials));
    const QString path = m_folder + QLatin1Char('/') + name;
    if (!QFileInfo::exists(path))
        co_return failure(storeError(codes::notFound));
    co_return files::readSecretFile(path, {}, QStringLiteral("secret"), files::Readers::Granted);
}

Task<void> CredentialsStore::write(QString, QByteArray, Asking)
{
    co_return failure(storeError(codes::readOnly));
}

Task<void> CredentialsStore::remove(QString, Asking)
{
    co_return failure(storeError(codes::readOnly));
}

} // namespace teleconsult::secrets
