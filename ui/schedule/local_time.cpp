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
    if (moments.isEmpty())
        return {{}, LocalMoment::Kind::Skipped};
    return {*std::min_element(moments.begin(), moments.end()),
            moments.size() > 1 ? LocalMoment::Kind::Repeated : LocalMoment::Kind::Unique};
}

} // namespace teleconsult::ui
