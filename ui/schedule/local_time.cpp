#include "ui/schedule/local_time.h"

#include <QList>

#include <algorithm>

namespace teleconsult::ui {

LocalMoment resolveLocal(QDate date, QTime time, const QTimeZone &zone)
{
    const QDateTime wall(date, time, Qt::UTC);
    if (!wall.isValid())
        return {};

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

} // namespace teleconsult::ui
