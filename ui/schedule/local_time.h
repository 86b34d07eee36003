// From the time on a wall to a moment.
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace teleconsult::ui {

/// The moment that a date and a time on the wall mean in a zone. Twice a year that is not one moment: the hour that the
/// clocks skip does not exist, the hour that they repeat exists twice. QDateTime decides such cases by itself, and
/// differently from version to version; here they are told apart.
struct LocalMoment
{
    enum class Kind {
        Unique,
        Repeated, ///< It comes twice; `utc` is the first, `second` the other.
        Skipped,  ///< It does not exist; `utc` is invalid.
    };

    QDateTime utc;
    QDateTime second;
    Kind kind = Kind::Unique;
};

/// `date` and `time` must be valid, else the moment is invalid too.
LocalMoment resolveLocal(QDate date, QTime time, const QTimeZone &zone);

/// This computer's zone; UTC when it is set to one that nobody knows, as the C library takes it then too.
QTimeZone localZone();

/// The next full half hour by the clock on the wall.
QDateTime nextHalfHour(const QDateTime &local);

} // namespace teleconsult::ui
