#include "ui/call/room_watch.h"

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

/// Clocks are set and machines sleep: never trust a longer wait.
constexpr std::chrono::milliseconds longestWait = std::chrono::seconds(1);
constexpr std::chrono::milliseconds shortestWait{20};

} // namespace

RoomWatch::RoomWatch(service::TeleconsultationService &service, const Clock &clock, std::function<double()> random,
                     QObject *parent)
    : QObject(parent), m_service(service), m_clock(clock), m_random(std::move(random))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RoomWatch::tick);
}

void RoomWatch::begin(const Teleconsultation &consultation, const QString &externalId,
                      const std::optional<kaleyra::Room> &room)
{
    ++m_subject;
    m_consultation = consultation;
    m_externalId = externalId;
    m_room = room;
    m_seenAt = m_clock.now();
    m_standsStill = false;
    m_comparedAt = room ? m_seenAt : QDateTime();
    m_comparedUsed = room ? std::optional(room->durationUsed) : std::nullopt;
    m_isGone = false;
    m_hasLooked = false;
    m_isOn = true;
    plan();
}

void RoomWatch::stop()
{
    m_isOn = false;
    m_timer.stop();
}

bool RoomWatch::isUsedUp() const
{
    return m_room && m_room->duration > std::chrono::seconds(0) && m_room->durationUsed >= m_room->duration;
}

QDateTime RoomWatch::endsAt(const QDateTime &now) const
{
    if (!m_room || m_room->duration <= std::chrono::seconds(0))
        return {};
    const std::chrono::seconds left = std::max(m_room->duration - m_room->durationUsed, std::chrono::seconds(0));
    return (m_standsStill ? now : m_seenAt).addDuration(left);
}

void RoomWatch::plan()
{
    RoomClock room;
    room.scheduledEnd = m_consultation.schedule.end();
    if (m_room) {
        room.duration = m_room->duration;
        room.durationUsed = m_room->durationUsed;
        room.standsStill = m_standsStill;
    }
    m_tickedAt = m_clock.now();
    m_next = nextRoomLook(room, m_tickedAt, m_random());
    m_timer.start(shortestWait);
}

void RoomWatch::tick()
{
    const QDateTime now = m_clock.now();
    // The moment was planned by a clock that was ahead: it may be hours away.
    const bool isSetBack = now.addDuration(longestWait) < std::exchange(m_tickedAt, now);
    const std::chrono::milliseconds left(now.msecsTo(m_next) + 1);
    if (isSetBack || left <= std::chrono::milliseconds(1))
        look();
    else
        m_timer.start(std::clamp(left, shortestWait, longestWait));
}

void RoomWatch::look()
{
    m_timer.stop();
    whenDone(m_service.open(m_consultation.id, m_externalId, {}), this,
             [this, subject = m_subject](const Result<service::Admission> &answer) {
                 if (subject == m_subject)
                     onAnswer(answer);
             });
}

void RoomWatch::onAnswer(const Result<service::Admission> &answer)
{
    m_hasLooked = m_hasLooked || answer;
    if (answer && answer->room) {
        const QDateTime now = m_clock.now();
        if (!m_comparedAt.isValid() || m_comparedAt.addDuration(roomWatchMargin) <= now || now < m_comparedAt)
        { // Of two answers in a moment nothing can be told.
            m_standsStill = m_comparedUsed == answer->room->durationUsed;
            m_comparedUsed = answer->room->durationUsed;
            m_comparedAt = now;
        }
        m_room = answer->room;
        m_seenAt = now;
    }
    // An open room without a link is none: the service answers the recorded link while Kaleyra cannot be asked. But by
    // a clock that was set back it may not be time for a link yet.
    const QDateTime opening = opensAt(m_consultation, m_service.policy());
    const bool isTime = !opening.isValid() || opening <= m_clock.now();
    m_isGone = answer ? isTime && !answer->room && answer->accessLink.isEmpty() : isNotFound(answer.error());
    if (m_isOn)
        plan();
    emit looked();
}

} // namespace teleconsult::ui
