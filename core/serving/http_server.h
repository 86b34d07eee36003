// Answering HTTP, on threads of its own.
#pragma once

#include "core/serving/http_message.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace teleconsult::serving {

/// Serves one address, 127.0.0.1 unless told otherwise, and answers no request that names a host which is none of its
/// own, so that no page of the web can reach it by rebinding its own name. The head of a request has a minute to
/// arrive, and so has its body; one that says nothing for five seconds is given up, and clients whose head is not there
/// yet hold no thread. Every connection carries one request: nothing that a request says
/// of its own length can make another request of its rest.
class HttpServer
{
public:
    /// Where it listens, what it takes, and what it says to what it does not take.
    struct Options
    {
        QString address = QStringLiteral("127.0.0.1"); ///< An IP address; 0.0.0.0 and :: are all there are.
        /// What requests may name as their host, with any port, besides localhost and the IP addresses it is reached by
        /// with its port.
        QStringList hostNames = {};
        qint64 maximumBody = 1024 * 1024; ///< In bytes. A larger one is refused with 413, as is what wraps it too much.
        qint64 maximumText = 1024 * 1024; ///< Of a body that is no form, in bytes: it is kept in memory.
        /// Forms at a time; one more is refused with 503. Their files are on disk, as far as they are large.
        int maximumForms = 32;
        std::chrono::milliseconds arrivalLimit = std::chrono::minutes(1);
        /// Open at a time; above it whoever has taken longest to say what they want is hung up on.
        std::size_t maximumConnections = 512;
        /// Asked before the body is read, which is not when it answers. Called on the server's threads.
        std::function<std::optional<HttpAnswer>(const HttpRequest &head)> admission = {};
        /// What a request is told that never reaches the handler: 400, 403 (another host's name), 408 (a body that
        /// takes too long), 413, 431 (a head of more than 16 KiB or 100 headers), 500, 501, 503 (too many forms),
        /// 505, 507 (the disk takes no more).
        /// Called on the server's threads.
        std::function<HttpAnswer(int status)> refusal = {};
    };

    /// Called on the server's threads, several at once.
    using Handler = std::function<HttpAnswer(HttpRequest)>;

    HttpServer(Options options, Handler handler);
    /// Cuts every connection, after half a second for answers on their way; returns when no handler runs any more.
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
    /// Takes no more requests. Calls `idle` when none is under way any more: at once, or on one of the server's
    /// threads.
    void finish(std::function<void()> idle);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace teleconsult::serving
