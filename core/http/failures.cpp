#include "core/http/failures.h"

#include <QMetaEnum>

#include <algorithm>

namespace teleconsult::http {

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return Error::Kind::Unauthorized;
    case 404:
    case 410:
        return Error::Kind::NotFound;
    case 407: // The proxy's, not the peer's.
        return Error::Kind::Unreachable;
    case 409:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::RateLimited;
    default:
        return status >= 500 ? Error::Kind::Server : Error::Kind::Invalid;
    }
}

QString nameOf(QNetworkReply::NetworkError error)
{
    return QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error));
}

bool isTransportError(QNetworkReply::NetworkError error)
{
    return (error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied) ||
           error == QNetworkReply::ContentReSendError || error == QNetworkReply::ProtocolFailure ||
           error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolInvalidOperationError;
}

bool areOfDate(const QList<QSslError> &errors)
{
    return std::any_of(errors.begin(), errors.end(), [](const QSslError &error) {
        return error.error() == QSslError::CertificateExpired || error.error() == QSslError::CertificateNotYetValid;
    });
}

} // namespace teleconsult::http
