// The Kaleyra room a consultation needs.
#pragma once

#include "core/domain/teleconsultation.h"

namespace teleconsult {

/// What Kaleyra is asked for when a room is made; computed, never edited. Two equal plans need no new room,
/// whatever the order of the seats: Kaleyra cannot change a room, so a different plan means a new one (seed 004,
/// PATCH).
struct RoomPlan
{
    /// A participant in the room.
    struct Seat
    {
        QString kaleyraUserId;
        Tools tools;

        friend bool operator==(const Seat &, const Seat &) = default;
    };

    QList<Seat> seats;                                   ///< 2–25, in the order of the participants.
    std::optional<std::chrono::seconds> longestDuration; ///< Nothing: unlimited.
    QString recording;                                   ///< none, manual or automatic.
    bool live = true;

    friend bool operator==(const RoomPlan &one, const RoomPlan &other);
};

/// The plan for a consultation; nothing while a participant is still unknown.
/// Error no_plus_user when all are known and none may open the room; unknown_group for a participant of no group.
Result<std::optional<RoomPlan>> planRoom(const Teleconsultation &consultation, const ConsultationPolicy &policy);

} // namespace teleconsult
