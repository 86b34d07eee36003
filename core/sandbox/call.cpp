#include "core/sandbox/call.h"

#include "core/domain/json.h"
#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_names.h"

#include <algorithm>
#include <utility>

namespace teleconsult::sandbox {

namespace {

constexpr int maximumRecent = 500;
constexpr QLatin1String messageNumber("n");
constexpr int maximumChat = 200;

QString toText(const QJsonObject &message)
{
    return QString::fromUtf8(compactJson(message));
}

} // namespace

QJsonObject Member::describe() const
{
    return {{fields::id, id},
            {fields::userId, seat.userId},
            {fields::name, displayName},
            {QStringLiteral("audio"), audio},
            {QStringLiteral("video"), video},
            {QStringLiteral("screen"), screen}};
}

void Member::send(QJsonObject message)
{
    message.insert(messageNumber, ++m_lastNumber);
    m_recent.append(message);
    if (m_recent.size() > maximumRecent)
        m_recent.removeFirst();
    if (socket)
        socket->sendTextMessage(toText(message));
}

void Member::sendAgainAfter(int number)
{
    for (const QJsonObject &message : std::as_const(m_recent)) {
        if (socket && message.value(messageNumber).toInt() > number)
            socket->sendTextMessage(toText(message));
    }
}

Member &Call::add(const Seat &seat, const QString &displayName)
{
    auto member = std::make_unique<Member>();
    member->id = randomText(12);
    member->seat = seat;
    member->displayName = displayName;
    m_members.push_back(std::move(member));
    return *m_members.back();
}

void Call::remove(const QString &memberId)
{
    std::erase_if(m_members, [&](const std::unique_ptr<Member> &member) { return member->id == memberId; });
}

Member *Call::member(const QString &memberId) const
{
    for (const std::unique_ptr<Member> &member : m_members) {
        if (member->id == memberId)
            return member.get();
    }
    return nullptr;
}

Member *Call::memberWithToken(const QString &token) const
{
    for (const std::unique_ptr<Member> &member : m_members) {
        if (member->seat.token == token)
            return member.get();
    }
    return nullptr;
}

int Call::connectedCount() const
{
    return int(std::count_if(m_members.begin(), m_members.end(),
                             [](const std::unique_ptr<Member> &member) { return member->isConnected(); }));
}

void Call::broadcast(const QJsonObject &message, const QString &exceptMemberId)
{
    for (const std::unique_ptr<Member> &member : m_members) {
        if (member->id != exceptMemberId)
            member->send(message);
    }
}

void Call::keepChat(const QJsonObject &message)
{
    m_chat.append(message);
    if (m_chat.size() > maximumChat)
        m_chat.removeFirst();
}

qint64 Call::togetherMs(const QDateTime &now) const
{
    return m_togetherSince.isNull() ? 0 : std::max<qint64>(0, m_togetherSince.msecsTo(now));
}

qint64 Call::takeTogetherMs(const QDateTime &now)
{
    const qint64 together = togetherMs(now);
    const bool isShared = connectedCount() >= 2;
    m_togetherSince = isShared ? now : QDateTime();
    m_hasBeenShared = m_hasBeenShared || isShared;
    return together;
}

bool Call::takeWarning()
{
    return !std::exchange(m_isWarned, true);
}

} // namespace teleconsult::sandbox
