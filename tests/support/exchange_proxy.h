// A network that knows HTTP: it sees each request and its answer, and may treat any one of them as a test says.
#pragma once

#include "tests/support/reserved_port.h"

#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace teleconsult::test {

/// A proxy on the loopback interface in front of an HTTP server. FaultProxy harms connections; this one harms single
/// exchanges, whichever connection they travel over, and remembers all of them. Clients' connections stay open as a
/// server's would. Works in the thread that made it, which must run its event loop.
class ExchangeProxy : public QObject
{
    Q_OBJECT
public:
    /// A request and what became of it.
    struct Exchange
    {
        int number = 0; ///< From 0 on, in the order of arrival.
        QByteArray method;
        QByteArray target; ///< Path and query.
        QByteArray body;
        std::chrono::nanoseconds began{0};  ///< Of the steady clock, when the request was here whole.
        std::chrono::nanoseconds ended{-1}; ///< When the answer had gone back; −1: it never did.
        bool taken = false;
        int status = 0; ///< What the client was told; 0: nothing, or nothing that is an answer.
    };

    /// What the client hears.
    enum class Reply {
        Peers,    ///< What the server says.
        Given,    ///< `given`, whatever the server says.
        Halved,   ///< The server's answer with half of its body, as if that were all.
        CutShort, ///< The server's answer; the connection is closed in the middle of the body.
        Reset,    ///< A reset connection.
        Nothing,  ///< Nothing, ever; the connection stays open.
        Endless,  ///< A body without an end.
    };

    struct Treatment
    {
        enum class Taken {
            Now,   ///< The server gets the request.
            Never, ///< It never does.
            Later, ///< It does with deliverLate().
        };
        Taken taken = Taken::Now;
        Reply reply = Reply::Peers;
        int givenStatus = 0;
        QByteArray givenBody = {};
        QList<QByteArray> givenHeaders = {};
        /// Called before the reply, and after the server has answered if it takes the request now.
        std::function<void()> meanwhile = {};
    };
    using Judge = std::function<Treatment(const Exchange &)>;

    /// `upstream`: scheme, host and port of the server.
    explicit ExchangeProxy(const QUrl &upstream, QObject *parent = nullptr);
    ~ExchangeProxy() override;

    QUrl url() const; ///< http://127.0.0.1:<port>

    /// Decides about each exchange to come; none: all pass.
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    /// Every answer goes back this long after its request came.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// Connections are refused from now on; exchanges under way are carried to their end.
    void refuse();
    void accept();

    /// Lets the server have the requests that were to come later. Nobody hears its answers.
    void deliverLate();
    /// Whether the server has answered all that it was asked.
    bool isQuiet() const { return m_errands == 0; }

    const QList<Exchange> &exchanges() const { return m_exchanges; }
    /// Forgets the exchanges, closes idle connections, and lets everything pass.
    void reset();

private:
    class Link;
    class Errand;

    void takeConnections();
    Treatment judged(const Exchange &exchange) const { return m_judge ? m_judge(exchange) : Treatment(); }

    QTcpServer m_server;
    ReservedPort m_port;
    QString m_upstreamHost;
    quint16 m_upstreamPort = 0;
    Judge m_judge;
    std::chrono::milliseconds m_delay{0};
    QList<Exchange> m_exchanges;
    QList<QByteArray> m_late;
    int m_errands = 0;
};

} // namespace teleconsult::test
