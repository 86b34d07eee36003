#include "core/sandbox/signalling_server.h"

#include "core/domain/json.h"
#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_names.h"

#include <QWebSocketCorsAuthenticator>

#include <algorithm>
#include <utility>

namespace teleconsult::sandbox {

namespace {

constexpr int joinLimitMs = 10000;
constexpr int durationWatchMs = 250;
constexpr qint64 warningMs = 30000; // §2.3, "Time-out behaviour"
constexpr quint64 maximumMessage = 256 * 1024;
constexpr int maximumSockets = 200;
constexpr int maximumName = 100;
constexpr int maximumChatText = 2000;

namespace words {
constexpr QLatin1String type("type");
constexpr QLatin1String token("token");
constexpr QLatin1String resume("resume");
constexpr QLatin1String peers("peers");
constexpr QLatin1String peer("peer");
constexpr QLatin1String from("from");
constexpr QLatin1String to("to");
constexpr QLatin1String data("data");
constexpr QLatin1String text("text");
constexpr QLatin1String reason("reason");
} // namespace words

QJsonObject ended(const QString &reason)
{
    return {{words::type, QStringLiteral("ended")}, {words::reason, reason}};
}

QJsonObject toolRefused(QLatin1String tool)
{
    return {{words::type, QStringLiteral("error")},
            {fields::code, QStringLiteral("tool_not_allowed")},
            {QStringLiteral("tool"), tool}};
}

QString toText(const QJsonObject &message)
{
    return QString::fromUtf8(compactJson(message));
}

} // namespace

SignallingServer::SignallingServer(Context &context)
    : m_context(context), m_server(QStringLiteral("Teleconsult sandbox"), QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &SignallingServer::accept);
    connect(&m_server, &QWebSocketServer::originAuthenticationRequired, this,
            [this](QWebSocketCorsAuthenticator *visitor) {
                // A browser always says where a page comes from; what is no browser holds the token anyway.
                const QString suffix = QStringLiteral(":%1").arg(m_context.baseUrl.port());
                visitor->setAllowed(visitor->origin().isEmpty() || visitor->origin() == m_context.baseUrl.toString() ||
                                    visitor->origin() == QStringLiteral("http://localhost") + suffix);
            });
    m_durationWatch.setInterval(durationWatchMs);
    connect(&m_durationWatch, &QTimer::timeout, this, &SignallingServer::watchDurations);
}

SignallingServer::~SignallingServer()
{
    for (const auto &[roomId, call] : m_calls)
        meter(*call);
    if (!m_calls.empty())
        m_context.save();
    m_calls.clear();
    for (QWebSocket *socket : std::as_const(m_sockets)) {
        socket->disconnect(this);
        socket->abort();
        delete socket;
    }
    m_server.close();
}

bool SignallingServer::listen(quint16 wanted)
{
    return (wanted != 0 && m_server.listen(QHostAddress::LocalHost, wanted)) ||
           m_server.listen(QHostAddress::LocalHost);
}

// What the REST API and the pages ask

Call *SignallingServer::call(const QString &roomId) const
{
    const auto found = m_calls.find(roomId);
    return found == m_calls.end() ? nullptr : found->second.get();
}

bool SignallingServer::isRunning(const QString &roomId) const
{
    const Call *running = call(roomId);
    return running && running->connectedCount() > 0;
}

qint64 SignallingServer::usedMs(const Room &room) const
{
    const Call *running = call(room.id);
    const qint64 used = room.usedMs + (running ? running->togetherMs(m_context.clock->now()) : 0);
    return room.durationMs > 0 ? std::min(used, room.durationMs) : used;
}

QString SignallingServer::sessionOf(const QString &roomId) const
{
    const Call *running = call(roomId);
    return running ? running->sessionId() : QString();
}

void SignallingServer::endCall(const QString &roomId)
{
    if (Call *running = call(roomId))
        finish(*running, QStringLiteral("closed"));
}

void SignallingServer::removeUser(const QString &userId)
{
    QList<Place> places;
    for (const auto &[roomId, running] : m_calls) {
        for (const std::unique_ptr<Member> &member : running->members()) {
            if (member->seat.userId == userId)
                places.append({roomId, member->id});
        }
    }
    for (const Place &place : std::as_const(places)) {
        Call *running = call(place.roomId);
        if (Member *member = running ? running->member(place.memberId) : nullptr) {
            dismiss(*member, QStringLiteral("removed"));
            removeMember(*running, place.memberId);
        }
    }
}

void SignallingServer::filesChanged(const QString &roomId)
{
    if (Call *running = call(roomId))
        running->broadcast({{words::type, QStringLiteral("files-changed")}});
}

// Coming and going

void SignallingServer::accept()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        if (m_sockets.size() >= maximumSockets) {
            delete socket;
            continue;
        }
        m_sockets.append(socket);
        socket->setMaxAllowedIncomingMessageSize(maximumMessage);
        socket->setMaxAllowedIncomingFrameSize(maximumMessage);
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString &text) { receive(socket, text); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] { loseConnection(socket); });
        QTimer::singleShot(joinLimitMs, socket, [this, socket] {
            if (!m_places.contains(socket))
                socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
        });
    }
}

void SignallingServer::receive(QWebSocket *socket, const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto place = m_places.constFind(socket);
    if (place == m_places.constEnd()) {
        if (message.value(words::type) == QLatin1String("join"))
            join(socket, message);
        else
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
        return;
    }
    Call *running = call(place->roomId);
    if (Member *member = running ? running->member(place->memberId) : nullptr)
        handle(*running, *member, message);
}

void SignallingServer::join(QWebSocket *socket, const QJsonObject &message)
{
    const QString token = message.value(words::token).toString();
    if (linkState(m_context.state, token) != LinkState::Alive) {
        sendAway(socket, ended(QStringLiteral("dead_link")));
        return;
    }
    const Room &room = *m_context.state.roomOfToken(token);
    std::unique_ptr<Call> &running = m_calls[room.id];
    if (!running)
        running = std::make_unique<Call>(room.id, QStringLiteral("session_") + randomText(20));
    if (Member *before = running->memberWithToken(token)) {
        if (before->id == message.value(words::resume).toString()) {
            resume(*running, *before, socket, message.value(QLatin1String("received")).toInt());
            return;
        }
        dismiss(*before, QStringLiteral("taken_over"));
        running->broadcast({{words::type, QStringLiteral("peer-left")}, {fields::id, before->id}}, before->id);
        running->remove(before->id);
    }
    QJsonArray peers;
    for (const std::unique_ptr<Member> &other : running->members())
        peers.append(other->describe());
    Member &member = running->add(*room.seatOf(token), message.value(fields::name).toString().left(maximumName));
    watchGrace(room.id, member);
    takePlace(*running, member, socket);
    member.send({{words::type, QStringLiteral("joined")},
                 {fields::id, member.id},
                 {QStringLiteral("resumed"), false},
                 {words::peers, peers},
                 {fields::chat, member.seat.mayUse(fields::chat) ? running->chat() : QJsonArray()}});
    running->broadcast({{words::type, QStringLiteral("peer-joined")}, {words::peer, member.describe()}}, member.id);
    m_durationWatch.start();
}

void SignallingServer::resume(Call &call, Member &member, QWebSocket *socket, int received)
{
    if (QWebSocket *old = member.socket) {
        m_places.remove(old);
        old->close();
    }
    takePlace(call, member, socket);
    member.sendAgainAfter(received);
    member.send({{words::type, QStringLiteral("joined")}, {fields::id, member.id}, {QStringLiteral("resumed"), true}});
}

void SignallingServer::takePlace(Call &call, Member &member, QWebSocket *socket)
{
    member.grace.stop();
    member.socket = socket;
    m_places.insert(socket, {call.roomId(), member.id});
    meter(call);
}

void SignallingServer::loseConnection(QWebSocket *socket)
{
    m_sockets.removeOne(socket);
    socket->deleteLater();
    const Place place = m_places.take(socket);
    Call *running = call(place.roomId);
    Member *member = running ? running->member(place.memberId) : nullptr;
    if (!member)
        return;
    member->socket.clear();
    meter(*running);
    member->grace.start(graceMs);
}

void SignallingServer::watchGrace(const QString &roomId, Member &member)
{
    member.grace.setSingleShot(true);
    const auto giveUp = [this, roomId, memberId = member.id] {
        Call *running = call(roomId);
        const Member *lost = running ? running->member(memberId) : nullptr;
        if (lost && !lost->isConnected())
            removeMember(*running, memberId);
    };
    // Queued: the timer goes with the member.
    connect(&member.grace, &QTimer::timeout, this, giveUp, Qt::QueuedConnection);
}

void SignallingServer::dismiss(Member &member, const QString &reason)
{
    if (QWebSocket *socket = member.socket) {
        m_places.remove(socket);
        sendAway(socket, ended(reason));
    }
    member.socket.clear();
}

void SignallingServer::sendAway(QWebSocket *socket, const QJsonObject &farewell)
{
    socket->sendTextMessage(toText(farewell));
    disconnect(socket, &QWebSocket::textMessageReceived, this, nullptr);
    QTimer::singleShot(farewellMs, socket, [socket] { socket->close(); });
}

void SignallingServer::removeMember(Call &call, const QString &memberId)
{
    call.broadcast({{words::type, QStringLiteral("peer-left")}, {fields::id, memberId}}, memberId);
    call.remove(memberId);
    meter(call);
    const Room *room = m_context.state.room(call.roomId());
    const bool isLonely = room && room->live && call.hasBeenShared() && call.members().size() < 2;
    if (call.members().empty() || isLonely)
        finish(call, QStringLiteral("alone"));
}

void SignallingServer::finish(Call &call, const QString &reason)
{
    meter(call);
    for (const std::unique_ptr<Member> &member : call.members())
        dismiss(*member, reason);
    const QString roomId = call.roomId(); // The call goes with its entry.
    m_calls.erase(roomId);
    if (m_calls.empty())
        m_durationWatch.stop();
    m_context.save();
}

// What is said in a call

void SignallingServer::handle(Call &call, Member &member, const QJsonObject &message)
{
    const QString type = message.value(words::type).toString();
    if (type == QLatin1String("signal")) {
        if (Member *addressee = call.member(message.value(words::to).toString()))
            addressee->send({{words::type, type}, {words::from, member.id}, {words::data, message.value(words::data)}});
    } else if (type == QLatin1String("state")) {
        relayState(call, member, message);
    } else if (type == QLatin1String("chat")) {
        relayChat(call, member, message.value(words::text).toString().trimmed().left(maximumChatText));
    } else if (type == QLatin1String("leave")) {
        const QString memberId = member.id;
        dismiss(member, QStringLiteral("hung_up"));
        removeMember(call, memberId);
    } else {
        member.send({{words::type, QStringLiteral("error")}, {fields::code, QStringLiteral("unknown_type")}});
    }
}

void SignallingServer::relayState(Call &call, Member &member, const QJsonObject &message)
{
    member.audio = message.value(QLatin1String("audio")).toBool();
    member.video = message.value(QLatin1String("video")).toBool();
    const bool wantsScreen = message.value(QLatin1String("screen")).toBool();
    member.screen = wantsScreen && member.seat.mayUse(fields::screenSharing);
    if (wantsScreen && !member.screen)
        member.send(toolRefused(fields::screenSharing));
    call.broadcast({{words::type, QStringLiteral("peer-state")}, {words::peer, member.describe()}}, member.id);
}

void SignallingServer::relayChat(Call &call, Member &member, const QString &text)
{
    if (!member.seat.mayUse(fields::chat)) {
        member.send(toolRefused(fields::chat));
        return;
    }
    if (text.isEmpty())
        return;
    const QJsonObject message{{words::type, QStringLiteral("chat")},
                              {words::from, member.id},
                              {fields::userId, member.seat.userId},
                              {fields::name, member.displayName},
                              {words::text, text},
                              {QStringLiteral("at"), dateText(m_context.clock->now())}};
    call.keepChat(message);
    for (const std::unique_ptr<Member> &reader : call.members()) {
        if (reader->seat.mayUse(fields::chat))
            reader->send(message);
    }
}

// How long

void SignallingServer::meter(Call &call)
{
    const qint64 together = call.takeTogetherMs(m_context.clock->now());
    if (Room *room = m_context.state.room(call.roomId()))
        room->usedMs += together;
}

void SignallingServer::watchDurations()
{
    QStringList roomIds;
    for (const auto &[roomId, running] : m_calls)
        roomIds.append(roomId);
    for (const QString &roomId : std::as_const(roomIds)) {
        Call *running = call(roomId);
        const Room *room = m_context.state.room(roomId);
        if (!running || !room || room->durationMs == 0)
            continue;
        meter(*running);
        if (room->isUsedUp())
            finish(*running, QStringLiteral("used_up"));
        else if (room->durationMs - room->usedMs <= warningMs && running->hasBeenShared() && running->takeWarning())
            running->broadcast({{words::type, QStringLiteral("ending-soon")},
                                {QStringLiteral("seconds"), (room->durationMs - room->usedMs + 999) / 1000}});
    }
}

} // namespace teleconsult::sandbox
