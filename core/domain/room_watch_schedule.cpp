#include "core/domain/room_watch_schedule.h"

#include <algorithm>

namespace teleconsult {

QDateTime nextRoomLook(const RoomClock &room, const QDateTime &now, double random)
{
    constexpr double least = 0.75;
    constexpr double breadth = 0.5;
    QDateTime next = now.addMSecs(qint64(double(roomWatchInterval.count()) * (least + breadth * random)));
    if (room.scheduledEnd > now)
        next = std::min(next, room.scheduledEnd.addMSecs(roomWatchMargin.count()));
    if (room.duration > room.durationUsed) {
        const std::chrono::milliseconds left = room.duration - room.durationUsed;
        next = std::min(next, now.addMSecs((left + roomWatchMargin).count()));
    }
    return next;
}

} // namespace teleconsult
