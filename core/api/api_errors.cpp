#include "core/api/api_errors.h"

#include "core/service/contract_names.h"

namespace teleconsult::api {

namespace names = service::names;

namespace {

/// The text of the status line, as RFC 9110 has it.
QString reasonPhrase(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("Bad Request");
    case 401:
        return QStringLiteral("Unauthorized");
    case 403:
        return QStringLiteral("Forbidden");
    case 404:
        return QStringLiteral("Not Found");
    case 405:
        return QStringLiteral("Method Not Allowed");
    case 408:
        return QStringLiteral("Request Timeout");
    case 409:
        return QStringLiteral("Conflict");
    case 413:
        return QStringLiteral("Payload Too Large");
    case 415:
        return QStringLiteral("Unsupported Media Type");
    case 502:
        return QStringLiteral("Bad Gateway");
    case 503:
        return QStringLiteral("Service Unavailable");
    case 507:
        return QStringLiteral("Insufficient Storage");
    default:
        return status < 500 ? QStringLiteral("Bad Request") : QStringLiteral("Internal Server Error");
    }
}

/// What a peer says of our request to it is no mistake of whoever asked us.
bool isOfAPeer(const Error &error)
{
    return !error.requestId.isEmpty();
}

int statusFor(const Error &error)
{
    using Kind = Error::Kind;
    switch (error.kind) {
    case Kind::Invalid:
        return isOfAPeer(error) ? 502 : error.httpStatus >= 400 ? error.httpStatus : 400;
    case Kind::NotFound:
        return isOfAPeer(error) ? 502 : 404;
    case Kind::Unauthorized:
        return isOfAPeer(error) ? 502 : 401; // A peer refuses our own key.
    case Kind::Conflict:
        return isOfAPeer(error) ? 502 : 409;
    case Kind::Immutable:
        return 409;
    case Kind::RateLimited:
    case Kind::Unreachable:
    case Kind::Cancelled:
        return 503;
    case Kind::BadAnswer:
    case Kind::Server:
        return 502;
    case Kind::Storage:
        return 500;
    }
    Q_UNREACHABLE();
}

/// What a client is told when the error has no text of its own for it.
QString messageFor(const Error &error, int status)
{
    if (status == 502)
        return QStringLiteral("A service that this one depends on has failed");
    if (status == 503)
        return QStringLiteral("A service that this one depends on cannot be reached now");
    if (status == 500 && !error.field.isEmpty())
        return QStringLiteral("This service is not set up right: see ") + error.field;
    if (status == 500)
        return QStringLiteral("The records on this computer cannot be used");
    return error.message.isEmpty() ? reasonPhrase(status) : error.message;
}

/// Those for which seed 004 shows a body.
bool isDocumented(const Error &error, int status, Documented documented)
{
    if (error.code == QLatin1String("no_plus_user"))
        return true;
    return status == 401 || (status == 404 && documented == Documented::UnknownRoom);
}

} // namespace

serving::HttpAnswer refusal(int status, const QString &message)
{
    return serving::jsonAnswer(
        {{names::statusCode, status}, {names::error, reasonPhrase(status)}, {names::message, message}}, status);
}

serving::HttpAnswer errorAnswer(const Error &error, Documented documented)
{
    const int status = statusFor(error);
    if (isDocumented(error, status, documented))
        return serving::jsonAnswer({{names::error, error.message}}, status);
    return refusal(status, messageFor(error, status));
}

} // namespace teleconsult::api
