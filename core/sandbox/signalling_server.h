// How the participants of a call find each other: a WebSocket on a second loopback port.
//
// Messages are JSON objects with a `type`; those to a member of a call are numbered (`n`), so that one who comes back
// after a lost connection is told what it missed. From a page: join {token, name, resume?, received?}, signal {to,
// data}, state {audio, video, screen}, chat {text}, leave. To a page:   joined {id, resumed, peers, chat}, peer-joined
// {peer}, peer-left {id}, peer-state {peer},
//              signal {from, data}, chat {from, user_id, name, text, at}, files-changed, ending-soon {seconds},
//              error {code, tool?}, ended {reason}: hung_up, alone, closed, used_up, removed, taken_over or dead_link.
// After `ended` the page hangs up. Were it this side, a browser that is just sending would lose what it had not read.
#pragma once

#include "core/sandbox/call.h"
#include "core/sandbox/context.h"

#include <QHash>
#include <QWebSocketServer>

#include <map>

namespace teleconsult::sandbox {

/// Lives on the owner thread; does not own the context, which outlives it. A link's token proves who somebody is, and
/// holds one place: who comes with it a second time takes the place over. A place whose connection is lost stays for
/// `graceMs`, so that a reload or a short interruption is no end of the call.
class SignallingServer final : public QObject, public Calls
{
public:
    static constexpr int graceMs = 5000;
    /// How long a page that was told the end may take to hang up.
    static constexpr int farewellMs = 5000;

    explicit SignallingServer(Context &context);
    ~SignallingServer() override;

    /// Takes the wanted port, or any when it is 0 or not free.
    bool listen(quint16 wanted);
    quint16 port() const { return m_server.serverPort(); }

    bool isRunning(const QString &roomId) const override;
    qint64 usedMs(const Room &room) const override;
    QString sessionOf(const QString &roomId) const override;
    void endCall(const QString &roomId) override;
    void removeUser(const QString &userId) override;
    void filesChanged(const QString &roomId) override;

private:
    /// Where a connected page belongs.
    struct Place
    {
        QString roomId;
        QString memberId;
    };

    void accept();
    void receive(QWebSocket *socket, const QString &text);
    void join(QWebSocket *socket, const QJsonObject &message);
    /// Back in the same place; `received` is the number of the last message that arrived.
    void resume(Call &call, Member &member, QWebSocket *socket, int received);
    void handle(Call &call, Member &member, const QJsonObject &message);
    void relayChat(Call &call, Member &member, const QString &text);
    void relayState(Call &call, Member &member, const QJsonObject &message);

    void loseConnection(QWebSocket *socket);
    /// Gives the member's place up when nobody came back to it in time.
    void watchGrace(const QString &roomId, Member &member);
    void takePlace(Call &call, Member &member, QWebSocket *socket);
    /// Tells why it is over and hears no more; the place stays empty.
    void dismiss(Member &member, const QString &reason);
    /// The same for somebody who has no place (any more).
    void sendAway(QWebSocket *socket, const QJsonObject &farewell);
    void removeMember(Call &call, const QString &memberId);
    void finish(Call &call, const QString &reason);

    Call *call(const QString &roomId) const;
    /// Books the time together on the room.
    void meter(Call &call);
    void watchDurations();

    Context &m_context;
    QWebSocketServer m_server;
    std::map<QString, std::unique_ptr<Call>> m_calls; ///< By room.
    QHash<QWebSocket *, Place> m_places;
    QList<QWebSocket *> m_sockets; ///< Every open connection, also of those who have not joined.
    QTimer m_durationWatch;
};

} // namespace teleconsult::sandbox
