#include "tests/support/fault_proxy.h"

#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace teleconsult::test {

/// One client's connection and its counterpart to the server. Deletes itself when the client is gone.
class FaultProxy::Link : public QObject
{
public:
    Link(QTcpSocket *client, FaultProxy *proxy, Fault fault)
        : QObject(proxy), m_proxy(proxy), m_client(client), m_upstream(new QTcpSocket(this)), m_fault(fault)
    {
        m_client->setParent(this);
        connect(m_client, &QTcpSocket::readyRead, this, [this] { fromClient(); });
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_upstream, &QTcpSocket::readyRead, this, [this] { fromUpstream(); });
        connect(m_upstream, &QTcpSocket::disconnected, this, [this] { upstreamClosed(); });
        if (m_fault != Fault::ResetBefore)
            m_upstream->connectToHost(proxy->m_upstreamHost, proxy->m_upstreamPort);
        fromClient();
    }

    void close()
    {
        m_client->disconnect(this);
        m_client->abort();
        deleteLater();
    }

private:
    void fromClient()
    {
        const QByteArray bytes = m_client->readAll();
        if (bytes.isEmpty())
            return;
        if (m_fault == Fault::ResetBefore)
            reset();
        else
            m_upstream->write(m_proxy->addressedToUpstream(bytes));
    }

    void fromUpstream()
    {
        const QByteArray bytes = m_upstream->readAll();
        switch (m_fault) {
        case Fault::None:
            m_client->write(bytes);
            break;
        case Fault::ResetBefore:
        case Fault::Stall:
            break;
        case Fault::ResetAfter:
            reset();
            break;
        case Fault::Delay:
            QTimer::singleShot(m_proxy->m_delay, this, [this, bytes] { m_client->write(bytes); });
            break;
        case Fault::Truncate:
            m_answer += bytes;
            truncate();
            break;
        }
    }

    void truncate()
    {
        const qsizetype headersEnd = m_answer.indexOf("\r\n\r\n");
        if (headersEnd < 0 || m_answer.size() < headersEnd + 4 + m_proxy->m_bodyBytes)
            return;
        m_upstream->disconnect(this);
        m_client->write(m_answer.left(headersEnd + 4 + m_proxy->m_bodyBytes));
        m_client->disconnectFromHost();
    }

    /// A real RST, as a crashed peer or a middlebox sends: nothing is lingered for.
    void reset()
    {
        m_upstream->disconnect(this);
        const linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(int(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_client->abort();
    }

    void upstreamClosed()
    {
        if (m_fault == Fault::None)
            m_client->disconnectFromHost();
    }

    FaultProxy *m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_upstream;
    Fault m_fault;
    QByteArray m_answer;
};

FaultProxy::FaultProxy(const QUrl &upstream, QObject *parent)
    : QObject(parent), m_upstreamHost(upstream.host()), m_upstreamPort(quint16(upstream.port(80)))
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultProxy::takeConnections);
    accept();
}

FaultProxy::~FaultProxy()
{
    closeAll();
}

QUrl FaultProxy::url(const QByteArray &pathAndQuery) const
{
    return QUrl::fromEncoded("http://127.0.0.1:" + QByteArray::number(m_port.number()) + pathAndQuery);
}

/// A server that answers to its own name only (the sandbox, against DNS rebinding) would refuse the proxy's.
QByteArray FaultProxy::addressedToUpstream(QByteArray request) const
{
    // Qt writes the field's name in small letters since 6.8.
    const QByteArray ours = "\r\nhost: 127.0.0.1:" + QByteArray::number(m_port.number()) + "\r\n";
    if (const qsizetype at = request.toLower().indexOf(ours); at >= 0) {
        request.replace(at, ours.size(),
                        "\r\nHost: " + m_upstreamHost.toLatin1() + ':' + QByteArray::number(m_upstreamPort) + "\r\n");
    }
    return request;
}

void FaultProxy::setFaults(const QList<Fault> &faults)
{
    m_faults = faults;
    m_default = Fault::None;
    closeAll();
}

void FaultProxy::setFault(Fault fault)
{
    m_faults.clear();
    m_default = fault;
    closeAll();
}

void FaultProxy::refuse()
{
    m_server.close();
    closeAll();
}

void FaultProxy::accept()
{
    if (m_server.isListening())
        return;
    if (!m_server.listen(QHostAddress::LocalHost, m_port.number()))
        qFatal("FaultProxy cannot listen: %s", qPrintable(m_server.errorString()));
}

void FaultProxy::takeConnections()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++m_connections;
        new Link(client, this, m_faults.isEmpty() ? m_default : m_faults.takeFirst());
    }
}

void FaultProxy::closeAll()
{
    const QObjectList all = children();
    for (QObject *child : all) {
        if (auto *link = dynamic_cast<Link *>(child))
            link->close();
    }
}

} // namespace teleconsult::test
