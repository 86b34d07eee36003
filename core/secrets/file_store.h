// Secrets in files, for stations that have nothing better.
#pragma once

#include "core/secrets/secret_store.h"

namespace teleconsult::secrets {

/// One file a secret, mode 0600, in a folder of mode 0700 that is made with the first one. Whoever can read this
/// account's files, a backup among them, can read the secrets: so it is a choice that somebody has to make.
class FileStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit FileStore(QString folder) : m_folder(std::move(folder)) {}

    Task<QByteArray> read(QString name, Asking asking) override;
    Task<void> write(QString name, QByteArray secret, Asking asking) override;
    Task<void> remove(QString name, Asking asking) override;

private:
    QString pathOf(const QString &name) const { return m_folder + QLatin1Char('/') + name; }

    QString m_folder;
};

} // namespace teleconsult::secrets
