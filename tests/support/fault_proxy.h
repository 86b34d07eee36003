// A network that fails on demand.
#pragma once

#include "tests/support/reserved_port.h"

#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <chrono>

namespace teleconsult::test {

/// A TCP proxy on the loopback interface in front of any HTTP server. Works in the thread that made it, which must run
/// its event loop (teleconsult::test::await does).
class FaultProxy : public QObject
{
    Q_OBJECT
public:
    enum class Fault {
        None,        ///< Passes everything on.
        ResetBefore, ///< Resets the connection when the request comes; the server never sees it.
        ResetAfter,  ///< The server gets the request and answers; the answer is thrown away, the connection reset.
        Stall,       ///< The server gets the request; the answer is never passed on, the connection stays open.
        Delay,       ///< The answer is passed on after what setDelay() said.
        Truncate,    ///< All headers and as many bytes of the body as setBodyBytes() said are passed on, then the
                     ///< connection is closed.
    };

    /// `upstream`: scheme, host and port of the server.
    explicit FaultProxy(const QUrl &upstream, QObject *parent = nullptr);
    ~FaultProxy() override;

    QUrl url(const QByteArray &pathAndQuery = {}) const; ///< http://127.0.0.1:<port><pathAndQuery>

    /// What happens to the connections to come, one each; those after the last get Fault::None. Open connections are
    /// closed, so that a client that keeps them alive meets the faults as well.
    void setFaults(const QList<Fault> &faults);
    /// The same fault for every connection to come.
    void setFault(Fault fault);

    /// Nobody listens any more: connections are refused. Undone by accept(), on the same port.
    void refuse();
    void accept();

    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    void setBodyBytes(qsizetype bytes) { m_bodyBytes = bytes; }

    int connections() const { return m_connections; } ///< Accepted so far.

private:
    class Link;
    void takeConnections();
    void closeAll();
    QByteArray addressedToUpstream(QByteArray request) const;

    QTcpServer m_server;
    ReservedPort m_port;
    QString m_upstreamHost;
    quint16 m_upstreamPort = 0;
    QList<Fault> m_faults;
    Fault m_default = Fault::None;
    std::chrono::milliseconds m_delay{0};
    qsizetype m_bodyBytes = 1;
    int m_connections = 0;
};

} // namespace teleconsult::test
