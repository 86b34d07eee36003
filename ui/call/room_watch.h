// How the room of a call stands while the call goes on.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/room_watch_schedule.h"
#include "core/service/teleconsultation_service.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace teleconsult::ui {

/// Asks Kaleyra for the room, seldom (nextRoomLook()), because a call page need not say that its room was closed. Asks
/// when the clock was set back, too. What cannot be answered is no news. Does not own what it is given, all of which
/// must outlive it.
class RoomWatch : public QObject
{
    Q_OBJECT
public:
    /// `random`: in [0, 1).
    RoomWatch(service::TeleconsultationService &service, const Clock &clock, std::function<double()> random,
              QObject *parent = nullptr);

    /// Whose link it is asked with, and what is known of the room. Forgets another consultation's room.
    void begin(const Teleconsultation &consultation, const QString &externalId,
               const std::optional<kaleyra::Room> &room);
    /// No more looks; a question that is open is still answered by looked().
    void stop();
    /// Asks now.
    void look();

    /// Whether somebody was asked since begin(), and answered.
    bool hasLooked() const { return m_hasLooked; }
    /// As it was answered last, before that as it was at begin(). Kept after stop().
    const std::optional<kaleyra::Room> &room() const { return m_room; }
    /// Kaleyra has closed the room, or has none any more.
    bool isClosed() const { return m_isGone || (m_room && m_room->isClosed()); }
    /// When its own time will be over if it goes on running, as far as is known; null: it has no limit, or none is
    /// known.
    QDateTime endsAt(const QDateTime &now) const;
    /// Closed because its own time is over.
    bool isUsedUp() const;

signals:
    void looked();

private:
    void onAnswer(const Result<service::Admission> &answer);
    void plan();
    void tick();

    service::TeleconsultationService &m_service;
    const Clock &m_clock;
    std::function<double()> m_random;
    Teleconsultation m_consultation;
    QString m_externalId;
    std::optional<kaleyra::Room> m_room;
    QDateTime m_seenAt;         ///< When m_room was answered.
    bool m_standsStill = false; ///< The time used, from m_comparedAt to the answer that was compared with it.
    QDateTime m_comparedAt;
    std::optional<std::chrono::seconds> m_comparedUsed;
    bool m_isGone = false;
    bool m_hasLooked = false;
    bool m_isOn = false;
    QTimer m_timer;
    QDateTime m_next;
    QDateTime m_tickedAt; ///< When the clock was last looked at.
    int m_subject = 0;    ///< Answers about an earlier consultation are dropped.
};

} // namespace teleconsult::ui
