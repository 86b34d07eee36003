// Answering HTTP, on threads of its own. The only file that knows cpp-httplib.
#pragma once

#include "core/serving/http_message.h"

#include <chrono>
#include <functional>
#include <memory>

namespace teleconsult::serving {

/// Serves one address, 127.0.0.1 unless told otherwise, and answers no request that names a host which is none of its
/// own, so that no page of the web can reach it by rebinding its own name. The head of a request has a minute to
/// arrive, and so has its body; one that says nothing for five seconds is given up. Every connection carries one
/// request: an idle browser holds no thread.
class HttpServer
{
public:
    struct Options
    {
        QString address = QStringLiteral("127.0.0.1"); ///< An IP address; 0.0.0.0 and :: are all there are.
        /// What requests may name as their host, with any port, besides localhost and the IP addresses it is reached by
        /// with its port.
        QStringList hostNames = {};
        qint64 largestBody = 1024 * 1024; ///< In bytes. A larger one is refused with 413.
        std::chrono::milliseconds arrivalLimit = std::chrono::minutes(1);
        /// What a request is told that never reaches the handler: 400, 403 (another host's name), 404, 408 (a body
        /// that takes too long), 411, 413, 500.
        /// Called on the server's threads.
        std::function<HttpAnswer(int status)> refusal = {};
    };

    /// Called on the server's threads, several at once.
    using Handler = std::function<HttpAnswer(HttpRequest)>;

    HttpServer(Options options, Handler handler);
    /// Cuts every connection; returns when no handler runs any more.
    ~HttpServer();

    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    enum class Fallback {
        None,
        AnyPort, ///< When the wanted one is not free.
    };

    /// Takes the wanted port, any when it is 0; answers it, or 0 when none is to be had. Requests wait until serve().
    quint16 bind(quint16 wanted, Fallback fallback);
    void serve();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace teleconsult::serving
