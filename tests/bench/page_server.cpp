#include "tests/bench/page_server.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace teleconsult::bench {

namespace {

// The callback of the second animation frame runs when the first has been handed to the screen.
constexpr char page[] = R"html(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Benchmark</title>
<link rel="icon" href="data:,">
<h1>Today</h1>
<ul><li>09:00 first consultation<li>09:30 second consultation<li>10:00 third consultation</ul>
<script>
addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => fetch("/painted"))));
</script>
</html>
)html";

QByteArray response(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

PageServer::PageServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl PageServer::pageUrl() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_server.serverAddress().toString());
    url.setPort(m_server.serverPort());
    url.setPath(QStringLiteral("/"));
    return url;
}

void PageServer::answer(QTcpSocket *socket)
{
    // A request of these engines fits one packet; until its end is there, wait for more.
    if (!socket->peek(socket->bytesAvailable()).contains("\r\n\r\n"))
        return;
    const QByteArray request = socket->readAll();
    if (request.startsWith("GET /painted "))
        emit painted();
    socket->write(request.startsWith("GET / ") ? response("200 OK", page) : response("204 No Content", {}));
    socket->disconnectFromHost();
}

} // namespace teleconsult::bench
