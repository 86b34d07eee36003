// HTTP on loopback, on threads of its own. The only file that knows cpp-httplib.
#pragma once

#include "core/sandbox/http_message.h"

#include <functional>
#include <memory>

namespace teleconsult::sandbox {

/// Largest body of any request: a background of 16 MB or a shared file of 25 MB, and the multipart around it.
inline constexpr qint64 maximumRequestBody = 26LL * 1024 * 1024;

/// Serves 127.0.0.1 only and answers no request that names another host, so that no page of the web can reach it by
/// rebinding its own name. Every connection carries one request: an idle browser holds no thread.
class HttpServer
{
public:
    /// Called on the server's threads, several at once.
    using Handler = std::function<HttpAnswer(HttpRequest)>;

    explicit HttpServer(Handler handler);
    /// Cuts every connection; returns when no handler runs any more.
    ~HttpServer();

    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Takes the wanted port, or any when it is 0 or not free; 0: no port is to be had. Requests wait until serve().
    quint16 bind(quint16 wanted);
    void serve();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace teleconsult::sandbox
