// A store that cannot be used, because the settings do not say which one is meant.
#pragma once

#include "core/secrets/secret_store.h"

namespace teleconsult::secrets {

/// Answers everything with the same error.
class UnavailableStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit UnavailableStore(Error error) : m_error(std::move(error)) {}

    Task<QByteArray> read(QString, Asking) override { co_return failure(m_error); }
    Task<void> write(QString, QByteArray, Asking) override { co_return failure(m_error); }
    Task<void> remove(QString, Asking) override { co_return failure(m_error); }
    bool isReadOnly() const override { return true; }

private:
    Error m_error;
};

} // namespace teleconsult::secrets
