// When it is worth asking, during a call, how its room stands.
#pragma once

#include <QDateTime>

#include <chrono>

namespace teleconsult {

/// How often a call may ask. A call of half an hour asks a dozen times.
inline constexpr std::chrono::milliseconds roomWatchInterval = std::chrono::minutes(3);
/// A room closes at a known moment give or take; this is allowed for before it is asked.
inline constexpr std::chrono::milliseconds roomWatchMargin = std::chrono::seconds(3);

/// What is known of a room while a call goes on in it.
struct RoomClock
{
    QDateTime scheduledEnd;               ///< Null: unknown.
    std::chrono::seconds duration{0};     ///< The room's own limit; 0: none.
    std::chrono::seconds durationUsed{0}; ///< As of the last answer.
    bool standsStill = false;             ///< It was as much at the answer before: somebody is alone in the room.
};

/// The next moment to ask: after the interval, or earlier where the scheduled end passes or the room's time may be used
/// up by then (it runs only while two or more are connected, so that it may also last longer; §2.3). Time that stands
/// still is not run after: it may do so for hours. `random` in [0, 1) spreads the interval (around()).
QDateTime nextRoomLook(const RoomClock &room, const QDateTime &now, double random);

} // namespace teleconsult
