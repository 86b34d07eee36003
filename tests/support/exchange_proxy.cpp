#include "tests/support/exchange_proxy.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace teleconsult::test {

namespace {

const QByteArray endOfHead = "\r\n\r\n";

/// The value of a header in a head, in small letters; empty: there is none.
QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const QByteArray small = head.toLower();
    const qsizetype at = small.indexOf("\r\n" + name + ':');
    if (at < 0)
        return {};
    const qsizetype start = at + name.size() + 3;
    return small.mid(start, small.indexOf("\r\n", start) - start).trimmed();
}

QByteArray withHeader(QByteArray message, const QByteArray &name, const QByteArray &value)
{
    const qsizetype end = message.indexOf(endOfHead);
    const qsizetype at = message.left(end + 2).toLower().indexOf("\r\n" + name.toLower() + ':');
    const QByteArray line = "\r\n" + name + ": " + value;
    if (at < 0)
        return message.insert(end, line);
    return message.replace(at, message.indexOf("\r\n", at + 2) - at, line);
}

/// How long the message at the beginning of `bytes` is; 0: it is not whole yet.
qsizetype wholeLength(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf(endOfHead);
    if (end < 0)
        return 0;
    const qsizetype length = end + endOfHead.size() + headerOf(bytes.left(end + 2), "content-length").toLongLong();
    return bytes.size() < length ? 0 : length;
}

std::chrono::nanoseconds now()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

/// An answer in chunks as one with a length.
QByteArray withoutChunks(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf(endOfHead);
    if (headerOf(answer.left(end + 2), "transfer-encoding") != "chunked")
        return answer;
    QByteArray body;
    for (qsizetype at = end + endOfHead.size(); at < answer.size();) {
        const qsizetype line = answer.indexOf("\r\n", at);
        const qsizetype size = answer.mid(at, line - at).toLongLong(nullptr, 16);
        if (line < 0 || size <= 0)
            break;
        body += answer.mid(line + 2, size);
        at = line + 2 + size + 2;
    }
    const QByteArray head = withHeader(answer.left(end + endOfHead.size()), "Transfer-Encoding", "identity");
    return withHeader(head, "Content-Length", QByteArray::number(body.size())) + body;
}

/// An answer that ends with its connection as one with a length: the client's stays open.
QByteArray withLength(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf(endOfHead);
    const QByteArray head = answer.left(end + 2);
    const bool endsByItself =
        !headerOf(head, "transfer-encoding").isEmpty() || !headerOf(head, "content-length").isEmpty();
    const qsizetype length = answer.size() - end - endOfHead.size();
    return end < 0 || endsByItself ? answer : withHeader(answer, "Content-Length", QByteArray::number(length));
}

void resetConnection(QTcpSocket &socket)
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

} // namespace

/// Carries one request to the server, whatever becomes of the client, and its answer back.
class ExchangeProxy::Errand : public QObject
{
public:
    Errand(ExchangeProxy *proxy, const QByteArray &request, std::function<void(const QByteArray &)> done)
        : QObject(proxy), m_proxy(proxy), m_done(std::move(done))
    {
        ++m_proxy->m_errands;
        connect(&m_socket, &QTcpSocket::connected, this, [this, request] {
            m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_socket.write(withHeader(request, "Connection", "close"));
        });
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_answer += m_socket.readAll(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] { finish(); });
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { finish(); });
        m_socket.connectToHost(proxy->m_upstreamHost, proxy->m_upstreamPort);
    }

private:
    void finish()
    {
        if (m_finished)
            return;
        m_finished = true;
        m_answer += m_socket.readAll();
        deleteLater();
        --m_proxy->m_errands;
        m_done(m_answer);
    }

    ExchangeProxy *m_proxy;
    std::function<void(const QByteArray &)> m_done;
    QTcpSocket m_socket;
    QByteArray m_answer;
    bool m_finished = false;
};

/// One client's connection.
class ExchangeProxy::Link : public QObject
{
public:
    Link(QTcpSocket *client, ExchangeProxy *proxy) : QObject(proxy), m_proxy(proxy), m_client(client)
    {
        m_client->setParent(this);
        m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_client, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        read();
    }

    void closeIfIdle()
    {
        if (!m_isBusy)
            m_client->abort();
    }
    void close() { m_client->abort(); }

private:
    void read()
    {
        m_incoming += m_client->readAll();
        const qsizetype length = m_isBusy ? 0 : wholeLength(m_incoming);
        if (length == 0)
            return;
        m_isBusy = true;
        const QByteArray request = m_incoming.left(length);
        m_incoming.remove(0, length);
        begin(request);
    }

    void begin(const QByteArray &request)
    {
        const qsizetype head = request.indexOf(endOfHead);
        const QList<QByteArray> line = request.left(request.indexOf("\r\n")).split(' ');
        Exchange exchange;
        exchange.number = int(m_proxy->m_exchanges.size());
        exchange.method = line.value(0);
        exchange.target = line.value(1);
        exchange.body = request.mid(head + endOfHead.size());
        exchange.began = now();
        const Treatment treatment = m_proxy->judged(exchange);
        exchange.taken = treatment.taken == Treatment::Taken::Now;
        m_closes = headerOf(request.left(head + 2), "connection") == "close";
        m_proxy->m_exchanges.append(exchange);
        if (treatment.taken == Treatment::Taken::Later)
            m_proxy->m_late.append(request);

        const QPointer<Link> self(this);
        const auto proceed = [self, proxy = m_proxy, exchange, treatment](const QByteArray &answer) {
            if (treatment.meanwhile)
                treatment.meanwhile();
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(exchange.began + proxy->m_delay - now());
            if (left.count() <= 0) {
                if (self)
                    self->reply(exchange.number, treatment, answer);
                return;
            }
            QTimer::singleShot(left, Qt::PreciseTimer, proxy, [self, exchange, treatment, answer] {
                if (self)
                    self->reply(exchange.number, treatment, answer);
            });
        };
        if (exchange.taken)
            new Errand(m_proxy, request, proceed);
        else
            proceed({});
    }

    void reply(int number, const Treatment &treatment, const QByteArray &peers)
    {
        const QByteArray answer = withoutChunks(peers);
        switch (treatment.reply) {
        case Reply::Peers:
            return answerWith(number, withLength(peers));
        case Reply::Given:
            return answerWith(number, written(treatment));
        case Reply::Halved: {
            const qsizetype body = answer.indexOf(endOfHead) + endOfHead.size();
            const QByteArray half = answer.left(body + (answer.size() - body) / 2);
            return answerWith(number, withHeader(half, "Content-Length", QByteArray::number(half.size() - body)));
        }
        case Reply::CutShort: {
            const qsizetype body = answer.indexOf(endOfHead) + endOfHead.size();
            m_client->write(withHeader(answer.left(body + (answer.size() - body) / 2), "Content-Length",
                                       QByteArray::number(answer.size() - body + 1)));
            return m_client->disconnectFromHost();
        }
        case Reply::Reset:
            return resetConnection(*m_client);
        case Reply::Nothing:
            return;
        case Reply::Endless:
            connect(m_client, &QTcpSocket::bytesWritten, this, [this] { writeMore(); });
            m_client->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[");
            return;
        }
    }

    void writeMore()
    {
        static const QByteArray more = QByteArray("\"and so on\",").repeated(50000);
        if (m_client->bytesToWrite() < more.size())
            m_client->write(more);
    }

    static QByteArray written(const Treatment &treatment)
    {
        QByteArray answer = "HTTP/1.1 " + QByteArray::number(treatment.givenStatus) +
                            " Told\r\nContent-Type: application/json\r\nContent-Length: " +
                            QByteArray::number(treatment.givenBody.size());
        for (const QByteArray &header : treatment.givenHeaders)
            answer += "\r\n" + header;
        return answer + endOfHead + treatment.givenBody;
    }

    void answerWith(int number, const QByteArray &answer)
    {
        if (answer.isEmpty())
            return resetConnection(*m_client); // The server has hung up.
        m_client->write(withHeader(answer, "Connection", m_closes ? "close" : "keep-alive"));
        m_client->flush();
        if (number < m_proxy->m_exchanges.size()) {
            m_proxy->m_exchanges[number].ended = now();
            m_proxy->m_exchanges[number].status = answer.mid(9, 3).toInt();
        }
        m_isBusy = false;
        if (m_closes || !m_proxy->m_server.isListening())
            m_client->disconnectFromHost();
        else
            read();
    }

    ExchangeProxy *m_proxy;
    QTcpSocket *m_client;
    QByteArray m_incoming;
    bool m_isBusy = false;
    bool m_closes = false; ///< The client wants it so.
};

ExchangeProxy::ExchangeProxy(const QUrl &upstream, QObject *parent)
    : QObject(parent), m_upstreamHost(upstream.host()), m_upstreamPort(quint16(upstream.port(80)))
{
    connect(&m_server, &QTcpServer::newConnection, this, &ExchangeProxy::takeConnections);
    accept();
}

ExchangeProxy::~ExchangeProxy() = default;

QUrl ExchangeProxy::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port.number()));
}

void ExchangeProxy::refuse()
{
    m_server.close();
    for (QObject *child : QObjectList(children())) {
        if (auto *link = dynamic_cast<Link *>(child))
            link->closeIfIdle();
    }
}

void ExchangeProxy::accept()
{
    if (m_server.isListening())
        return;
    if (!m_server.listen(QHostAddress::LocalHost, m_port.number()))
        qFatal("ExchangeProxy cannot listen: %s", qPrintable(m_server.errorString()));
}

void ExchangeProxy::deliverLate()
{
    const QList<QByteArray> late = std::exchange(m_late, {});
    for (const QByteArray &request : late)
        new Errand(this, request, [](const QByteArray &) {});
}

void ExchangeProxy::reset()
{
    m_judge = nullptr;
    m_late.clear();
    for (QObject *child : QObjectList(children())) {
        if (auto *link = dynamic_cast<Link *>(child))
            link->close();
    }
    m_exchanges.clear();
    accept();
}

void ExchangeProxy::takeConnections()
{
    while (QTcpSocket *client = m_server.nextPendingConnection())
        new Link(client, this);
}

} // namespace teleconsult::test
