#include "core/domain/error.h"

#include <QStringList>

namespace teleconsult {

QString nameOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Invalid:
        return QStringLiteral("invalid");
    case Error::Kind::NotFound:
        return QStringLiteral("not found");
    case Error::Kind::Unauthorized:
        return QStringLiteral("unauthorized");
    case Error::Kind::Conflict:
        return QStringLiteral("conflict");
    case Error::Kind::Immutable:
        return QStringLiteral("immutable");
    case Error::Kind::RateLimited:
        return QStringLiteral("rate limited");
    case Error::Kind::Unreachable:
        return QStringLiteral("unreachable");
    case Error::Kind::BadAnswer:
        return QStringLiteral("bad answer");
    case Error::Kind::Server:
        return QStringLiteral("server");
    case Error::Kind::Storage:
        return QStringLiteral("storage");
    case Error::Kind::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

QString Error::toLogLine() const
{
    QStringList parts{nameOf(kind)};
    if (httpStatus != 0)
        parts << QStringLiteral("status=%1").arg(httpStatus);
    if (!code.isEmpty())
        parts << QStringLiteral("code=%1").arg(code);
    if (!field.isEmpty())
        parts << QStringLiteral("field=%1").arg(field);
    if (!detail.isEmpty())
        parts << QStringLiteral("detail=%1").arg(detail);
    if (!requestId.isEmpty())
        parts << QStringLiteral("request=%1").arg(requestId);
    return parts.join(QLatin1Char(' '));
}

Error makeError(Error::Kind kind, const QString &code, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.detail = detail;
    return error;
}

Error unauthorizedUser(const QString &code)
{
    Error error = makeError(Error::Kind::Unauthorized, code);
    error.httpStatus = 401;
    error.message = QStringLiteral("Unauthorized user");
    return error;
}

bool mayHaveHappened(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::BadAnswer:
    case Error::Kind::Cancelled:
        return true;
    case Error::Kind::Server:
        return error.httpStatus >= 500 || error.httpStatus == 0;
    default:
        return false;
    }
}

tl::unexpected<Error> invalid(const QString &code, const QString &field, const QString &message)
{
    return failure({.kind = Error::Kind::Invalid,
                    .httpStatus = 400,
                    .code = code,
                    .field = field,
                    .message = message,
                    .detail = message,
                    .requestId = {},
                    .retryable = false});
}

} // namespace teleconsult
