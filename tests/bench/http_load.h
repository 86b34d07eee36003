// Many clients at once, and how long each waits.
#pragma once

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>

namespace teleconsult::bench {

/// One kind of request. Each is made on a connection of its own, as gateways do unless told otherwise.
struct HttpLoad
{
    QByteArray method; ///< GET or POST.
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    /// Of each request, by its number; called from the clients' threads.
    std::function<QByteArray(int number)> body = {};
    int status = 200; ///< Of a good answer.
};

struct HttpYield
{
    double perSecond = 0;
    double medianMs = 0;
    double p99Ms = 0;
    int answers = 0;  ///< Good ones.
    int failures = 0; ///< Others, and none at all.
};

/// Lets `clients` threads make one request after another for as long.
HttpYield measure(const HttpLoad &load, int clients, std::chrono::milliseconds duration);

/// The answer's body; empty: no good one.
QByteArray ask(const HttpLoad &load);

} // namespace teleconsult::bench
