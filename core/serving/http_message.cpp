#include "core/serving/http_message.h"

#include "core/domain/json.h"

namespace teleconsult::serving {

bool HttpRequest::isJson() const
{
    return header("content-type").split(';').first().trimmed().toLower() == "application/json";
}

bool HttpRequest::isMultipart() const
{
    return header("content-type").toLower().startsWith("multipart/form-data");
}

QByteArray HttpRequest::bearerToken() const
{
    static constexpr QByteArrayView scheme("Bearer ");
    const QByteArray authorization = header("authorization");
    const bool isBearer = authorization.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
    return isBearer ? authorization.mid(scheme.size()) : QByteArray();
}

HttpAnswer emptyAnswer(int status)
{
    HttpAnswer answer;
    answer.status = status;
    return answer;
}

HttpAnswer jsonAnswer(const QJsonObject &object, int status)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = QByteArrayLiteral("application/json");
    answer.headers = {{"Cache-Control", "no-store"}};
    answer.body = compactJson(object);
    return answer;
}

} // namespace teleconsult::serving
