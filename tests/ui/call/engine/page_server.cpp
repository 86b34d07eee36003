#include "tests/ui/call/engine/page_server.h"

namespace teleconsult::test {

PageServer::PageServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, &PageServer::onConnection);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to serve pages on");
}

QUrl PageServer::url(const QString &path) const
{
    return QUrl(origin() + path);
}

QString PageServer::origin() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

void PageServer::addPage(const QString &path, const QString &body)
{
    const QString page = QStringLiteral("<!doctype html><title>call</title><script>"
                                        "function report(word) { fetch('/report/' + encodeURIComponent(word)); }"
                                        "</script><body>") +
                         body;
    addAnswer(path, "200 OK", "Content-Type: text/html; charset=utf-8\r\n", page.toUtf8());
}

void PageServer::addAnswer(const QString &path, const QByteArray &statusLine, const QByteArray &headers,
                           const QByteArray &body)
{
    m_answers.insert(path, "HTTP/1.1 " + statusLine + "\r\n" + headers + "Connection: close\r\nContent-Length: " +
                               QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void PageServer::addEndless(const QString &path, const QByteArray &headers)
{
    m_endless.insert(path);
    m_answers.insert(path,
                     "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 1000000\r\n\r\n" + QByteArray(100000, 'x'));
}

void PageServer::finish(const QString &path)
{
    if (QTcpSocket *socket = m_waiting.take(path)) {
        socket->write(QByteArray(900000, 'x'));
        socket->disconnectFromHost();
    }
}

void PageServer::addRedirect(const QString &path, const QUrl &target)
{
    addAnswer(path, "302 Found", "Location: " + target.toEncoded() + "\r\n", {});
}

void PageServer::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            if (!socket->peek(socket->bytesAvailable()).contains("\r\n\r\n"))
                return;
            const QList<QByteArray> words = socket->readAll().split(' ');
            answer(socket, QUrl(QString::fromUtf8(words.value(1))).path());
        });
    }
}

void PageServer::answer(QTcpSocket *socket, const QString &path)
{
    const QString reportPrefix = QStringLiteral("/report/");
    if (path.startsWith(reportPrefix)) {
        m_reports.append(path.mid(reportPrefix.size()));
        socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    m_requests.append(path);
    if (path == QLatin1String("/hold")) {
        ++m_held;
        connect(socket, &QTcpSocket::disconnected, this, [this] { --m_held; });
        return;
    }
    const QByteArray missing = "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 4\r\n\r\ngone";
    socket->write(m_answers.value(path, missing));
    if (m_endless.contains(path))
        m_waiting.insert(path, socket);
    else
        socket->disconnectFromHost();
}

} // namespace teleconsult::test
