// What the tests of the HTTP client share.
#pragma once

#include "core/http/http_client.h"

namespace teleconsult::http::test {

/// Tries again at once.
inline RetryPolicy quick()
{
    return {.tries = 3, .firstDelay = std::chrono::milliseconds(1), .longestRetryAfter = std::chrono::seconds(5)};
}

/// A client that pauses for longer than any test runs.
inline RetryPolicy sleepy()
{
    return {.tries = 3, .firstDelay = std::chrono::hours(1), .longestRetryAfter = std::chrono::seconds(5)};
}

inline Request get(const QUrl &url)
{
    Request request;
    request.url = url;
    return request;
}

inline Request post(const QUrl &url, Request::Repeat repeat, const QByteArray &body = R"({"a":1})")
{
    Request request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    request.repeat = repeat;
    return request;
}

/// An ErrorReader.
inline void readMessage(const QJsonDocument &body, Error &error)
{
    error.code = body[QStringLiteral("code")].toString();
    error.message = body[QStringLiteral("message")].toString();
}

} // namespace teleconsult::http::test
