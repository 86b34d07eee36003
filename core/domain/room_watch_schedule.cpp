#include "core/domain/room_watch_schedule.h"

#include "core/domain/backoff.h"

#include <algorithm>

namespace teleconsult {

QDateTime nextRoomLook(const RoomClock &room, const QDateTime &now, double random)
{
    QDateTime next = now.addMSecs(around(roomWatchInterval, random).count());
    if (room.scheduledEnd > now)
        next = std::min(next, room.scheduledEnd.addMSecs(roomWatchMargin.count()));
    if (room.duration > room.durationUsed && !room.standsStill) {
        const std::chrono::milliseconds left = room.duration - room.durationUsed;
        next = std::min(next, now.addMSecs((left + roomWatchMargin).count()));
    }
    return next;
}

} // namespace teleconsult
