// When a station that runs for months starts itself anew. Rules only.
#pragma once

#include <QDateTime>

#include <chrono>

namespace teleconsult {

/// The time of the night in which a station may start itself anew, if nobody uses it: what a program, a driver and the
/// call engine leave behind in months goes with the process. After a night in which it was used all the time it waits
/// for the next.
namespace maintenance {

inline constexpr std::chrono::hours window{3};

/// Whether the program is to start anew as soon as nobody uses it. `started`, `now`: in the station's own time. `at`:
/// when the window begins; invalid: never.
inline bool isDue(const QDateTime &started, const QDateTime &now, const QTime &at)
{
    if (!at.isValid())
        return false;
    for (const QDate &day : {now.date(), now.date().addDays(-1)}) {
        QDateTime begin = now; // in the same time zone
        begin.setDate(day);
        begin.setTime(at);
        if (begin <= now && now < begin.addSecs(std::chrono::seconds(window).count()))
            return started < begin;
    }
    return false;
}

/// A limit that is below what the program needs at all is no reason to start anew again and again.
inline constexpr std::chrono::minutes shortestUptime{10};

/// Whether the program keeps so much memory that it is to start anew as soon as nobody uses it. `started`, `now`: UTC.
/// `memory`, `most`: bytes; `most` 0: never.
inline bool hasGrown(const QDateTime &started, const QDateTime &now, qint64 memory, qint64 most)
{
    return most > 0 && memory > most && started.addMSecs(std::chrono::milliseconds(shortestUptime).count()) <= now;
}

} // namespace maintenance

} // namespace teleconsult
