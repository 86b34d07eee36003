// Secrets in the desktop's keychain.
#pragma once

#include "core/secrets/secret_store.h"

#include <memory>

namespace teleconsult::secrets {

class SecretService;

/// Reads and writes through QtKeychain, after it has been found out that there is a keychain and that it is open: not
/// found, locked, none there and denied are four answers that ask for four different things. Found as "teleconsult" in
/// the desktop's program for passwords. changed() is told from the first use on.
class KeychainStore final : public SecretStore
{
    Q_OBJECT
public:
    KeychainStore();
    ~KeychainStore() override;

    Task<QByteArray> read(QString name, Asking asking) override;
    Task<void> write(QString name, QByteArray secret, Asking asking) override;
    Task<void> remove(QString name, Asking asking) override;
    void shutDown() override;

private:
    SecretService &service();
    Task<void> reach();
    Task<bool> open(QString name, Asking asking);

    std::unique_ptr<SecretService> m_service; ///< Null until it is needed: connecting to the bus takes a moment.
    bool m_isShutDown = false;
};

} // namespace teleconsult::secrets
