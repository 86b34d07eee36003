#include "core/secrets/secret_store.h"

namespace teleconsult::secrets {

Error storeError(const QString &code, const QString &detail)
{
    Error error = makeError(Error::Kind::Storage, code, detail);
    error.retryable = code == codes::locked || code == codes::noKeychain;
    return error;
}

bool isSecretNotFound(const Error &error)
{
    return error.kind == Error::Kind::Storage && error.code == codes::notFound;
}

} // namespace teleconsult::secrets
