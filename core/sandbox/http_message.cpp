#include "core/sandbox/http_message.h"

#include "core/sandbox/rest_names.h"

namespace teleconsult::sandbox {

namespace {

QString statusCodeWord(int status)
{
    switch (status) {
    case 403:
        return QStringLiteral("forbidden_host");
    case 404:
        return QStringLiteral("not_found");
    case 413:
        return QStringLiteral("payload_too_large");
    case 500:
        return QStringLiteral("internal_server_error");
    default:
        return QStringLiteral("bad_request");
    }
}

} // namespace

HttpAnswer refusalAnswer(const Refusal &refusal)
{
    QString name = QStringLiteral("invalid_request_error");
    if (refusal.status == 401)
        name = QStringLiteral("invalid_api_key");
    else if (refusal.status == 422)
        name = QStringLiteral("validation_error");
    else if (refusal.status >= 500)
        name = QStringLiteral("server_error");
    return jsonAnswer({{fields::status, refusal.status},
                       {fields::name, name},
                       {fields::code, refusal.code},
                       {fields::message, refusal.message}},
                      refusal.status);
}

HttpAnswer refusalAnswer(int status)
{
    return refusalAnswer({status, statusCodeWord(status), QStringLiteral("The request cannot be served.")});
}

} // namespace teleconsult::sandbox
