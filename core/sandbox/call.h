// One call: who is in it, and for how long they have been together.
#pragma once

#include "core/sandbox/company_state.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>
#include <QWebSocket>

#include <memory>
#include <vector>

namespace teleconsult::sandbox {

/// A participant in a call. Keeps the place for a while when the connection is lost.
struct Member
{
    QString id; ///< Of this stay: whoever comes in anew is someone new for the others.
    Seat seat;
    QString displayName; ///< Empty: none was given.
    bool audio = false;
    bool video = false;
    bool screen = false;
    QPointer<QWebSocket> socket; ///< Null while the connection is lost.
    QTimer grace;                ///< Until the place is given up.

    bool isConnected() const { return !socket.isNull(); }
    QJsonObject describe() const;
    /// Numbers the message (`n`) and keeps it for a while: a lost connection may have swallowed it.
    void send(QJsonObject message);
    /// Says again whatever comes after this number.
    void sendAgainAfter(int number);

private:
    QList<QJsonObject> m_recent;
    int m_lastNumber = 0;
};

/// A call in a room, from the first who comes to the last who leaves (a session, §2.4). Owns its members.
class Call
{
public:
    Call(QString roomId, QString sessionId) : m_roomId(std::move(roomId)), m_sessionId(std::move(sessionId)) {}

    const QString &roomId() const { return m_roomId; }
    const QString &sessionId() const { return m_sessionId; }

    Member &add(const Seat &seat, const QString &displayName);
    void remove(const QString &memberId);
    const std::vector<std::unique_ptr<Member>> &members() const { return m_members; }
    Member *member(const QString &memberId) const;
    Member *memberWithToken(const QString &token) const;
    int connectedCount() const;
    /// Two or more have been in the call at some time.
    bool hasBeenShared() const { return m_hasBeenShared; }

    /// To everybody, or to all but one.
    void broadcast(const QJsonObject &message, const QString &exceptMemberId = QString());

    void keepChat(const QJsonObject &message);
    const QJsonArray &chat() const { return m_chat; }

    /// Time together since the last take(), which starts anew; nothing while fewer than two are connected.
    qint64 togetherMs(const QDateTime &now) const;
    qint64 takeTogetherMs(const QDateTime &now);

    /// True once: the warning that the room's time is running out.
    bool takeWarning();

private:
    QString m_roomId;
    QString m_sessionId;
    std::vector<std::unique_ptr<Member>> m_members;
    QJsonArray m_chat;
    QDateTime m_togetherSince; ///< Null while fewer than two are connected.
    bool m_hasBeenShared = false;
    bool m_isWarned = false;
};

} // namespace teleconsult::sandbox
