#include "core/sandbox/http_message.h"

#include "core/sandbox/rest_names.h"

#include <QJsonDocument>

namespace teleconsult::sandbox {

bool HttpRequest::isMultipart() const
{
    return contentType.toLower().startsWith("multipart/form-data");
}

QString HttpRequest::bearerToken() const
{
    static constexpr QByteArrayView scheme("Bearer ");
    return authorization.startsWith(scheme) ? QString::fromLatin1(authorization.mid(scheme.size())) : QString();
}

HttpAnswer jsonAnswer(const QJsonObject &object, int status)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = QByteArrayLiteral("application/json");
    answer.headers = {{"Cache-Control", "no-store"}};
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

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

} // namespace teleconsult::sandbox
