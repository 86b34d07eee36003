// Headers of an answer that the HTTP client reads.
#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

class QNetworkReply;

namespace teleconsult::http {

/// A date as RFC 9110 has it (5.6.7, the preferred format); UTC; null when it is none.
QDateTime httpDate(const QByteArray &text);

/// Seconds or an HTTP date (RFC 9110, 10.2.3). A date is measured against the peer's own clock, not ours. Nothing:
/// there is none that can be read.
std::optional<std::chrono::milliseconds> retryAfter(const QNetworkReply &reply);

} // namespace teleconsult::http
