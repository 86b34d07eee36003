#include "ui/schedule/local_time.h"

#include <QList>

#include <algorithm>

namespace teleconsult::ui {

LocalMoment resolveLocal(QDate date, QTime time, const QTimeZone &zone)
{
    // Qt takes a date with an invalid time for midnight.
    if (!date.isValid() || !time.isValid())
        return {};
    const QDateTime wall(date, time, Qt::UTC);

    // A moment's offset is one of those that hold around it: no zone changes its clocks twice within two days.
    QList<int> offsets{zone.offsetFromUtc(wall.addDays(-1)), zone.offsetFromUtc(wall.addDays(1))};
    if (offsets.first() == offsets.last())
        offsets.removeLast();
    QList<QDateTime> moments;
    for (const int offset : offsets) {
        const QDateTime moment = wall.addSecs(-offset);
        if (zone.offsetFromUtc(moment) == offset)
            moments << moment;
    }
    switch (moments.size()) {
    case 0:
        return {{}, {}, LocalMoment::Kind::Skipped};
    case 1:
        return {moments.first(), {}, LocalMoment::Kind::Unique};
    default:
        return {std::min(moments.first(), moments.last()), std::max(moments.first(), moments.last()),
                LocalMoment::Kind::Repeated};
    }
}

QTimeZone localZone()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime nextHalfHour(const QDateTime &local)
{
    const QTime time = local.time();
    const int minutes = time.minute() < 30 ? 30 : 60;
    return local.addSecs((minutes - time.minute()) * 60 - time.second()).addMSecs(-time.msec());
}

} // namespace teleconsult::ui
