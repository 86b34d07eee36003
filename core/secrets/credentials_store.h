// Secrets that systemd hands to a service (systemd.exec(5), CREDENTIALS).
#pragma once

#include "core/secrets/secret_store.h"

namespace teleconsult::secrets {

/// Reads the files of $CREDENTIALS_DIRECTORY, one a secret; systemd alone writes there
/// (LoadCredential=kaleyra-api-key:/etc/teleconsult/api-key, or LoadCredentialEncrypted=). They are read anew each
/// time, although systemd changes them with a restart of the service only.
class CredentialsStore final : public SecretStore
{
    Q_OBJECT
public:
    /// `folder`: the value of CREDENTIALS_DIRECTORY; empty: the program was given none.
    explicit CredentialsStore(QString folder) : m_folder(std::move(folder)) {}

    Task<QByteArray> read(QString name, Asking asking) override;
    Task<void> write(QString name, QByteArray secret, Asking asking) override;
    Task<void> remove(QString name, Asking asking) override;
    bool isReadOnly() const override { return true; }

private:
    QString m_folder;
};

} // namespace teleconsult::secrets
