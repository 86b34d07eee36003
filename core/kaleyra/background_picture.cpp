#include "core/kaleyra/background_picture.h"

#include "core/http/secure_url.h"

namespace teleconsult::kaleyra {

Task<QByteArray> fetchPicture(http::HttpClient &http, QUrl url)
{
    if (!http::travelsSafely(url))
        co_return Result<QByteArray>(
            failure(makeError(Error::Kind::BadAnswer, QStringLiteral("insecure_picture_url"))));
    http::Request request;
    request.url = url;
    request.headers.insert("Accept", "image/jpeg");
    // A picture is up to 16 MB (§2.8).
    request.timeout = std::chrono::minutes(1);
    Task<http::Response> sending = http.send(std::move(request));
    Result<http::Response> answer = co_await sending;
    if (!answer)
        co_return Result<QByteArray>(failure(std::move(answer).error()));
    co_return Result<QByteArray>(std::move(answer->body));
}

} // namespace teleconsult::kaleyra
