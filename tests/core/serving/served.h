// A server of a test, and clients that are not well-behaved.
#pragma once

#include "core/serving/http_server.h"

#include <QTcpSocket>
#include <QTest>

#include <atomic>

namespace teleconsult::test {

/// Serves until it goes out of scope, and counts what reaches the handler.
class Served
{
public:
    using Handler = serving::HttpServer::Handler;

    explicit Served(
        serving::HttpServer::Options options = {},
        Handler handler = [](const serving::HttpRequest &) { return serving::jsonAnswer({}); })
        : server(withRefusal(std::move(options)),
                 [this, handler = std::move(handler)](serving::HttpRequest request) {
                     ++handled;
                     return handler(std::move(request));
                 }),
          port(server.bind(0, serving::HttpServer::Fallback::None))
    {
        server.serve();
    }

    /// The head of a request to this server, without its last line.
    QByteArray head(const QByteArray &line) const
    {
        return line + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\n";
    }

    /// A client that has sent this.
    std::unique_ptr<QTcpSocket> client(const QByteArray &text) const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!socket->waitForConnected(20000))
            return socket;
        socket->write(text);
        while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(20000)) {
        }
        return socket;
    }

    /// All that is answered until the server hangs up.
    static QByteArray rest(QTcpSocket &socket)
    {
        if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20000))
            return "still there";
        return socket.readAll();
    }

    QByteArray talk(const QByteArray &text) const { return rest(*client(text)); }

    std::atomic<int> handled{0};
    serving::HttpServer server;
    quint16 port;

private:
    static serving::HttpServer::Options withRefusal(serving::HttpServer::Options options)
    {
        options.refusal = [](int status) { return serving::jsonAnswer({}, status); };
        return options;
    }
};

} // namespace teleconsult::test
