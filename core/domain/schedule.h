// When a consultation takes place.
#pragma once

#include "core/domain/error.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace teleconsult {

/// A consultation lasts at least 5 minutes (seed 004, introduction) and at most a day (seed 003, Room).
inline constexpr std::chrono::seconds shortestDuration = std::chrono::minutes(5);
inline constexpr std::chrono::seconds longestDuration = std::chrono::hours(24);

/// A start and an end, both UTC and in the years 1 to 9999, at least 5 minutes and at most 24 hours apart.
class Schedule
{
public:
    /// Exactly one of `end` and `duration` is to be given (seed 004, "Duration field").
    /// Errors name start_date, end_date or duration_in_seconds; codes: required, invalid_date, both_given, too_short,
    /// too_long.
    static Result<Schedule> make(const QDateTime &start, const std::optional<QDateTime> &end,
                                 std::optional<std::chrono::seconds> duration);

    /// What a record holds, taken as it is: other programs write the same collection. The end may be missing.
    static Schedule fromRecord(const QDateTime &start, const QDateTime &end);

    const QDateTime &start() const { return m_start; }
    /// Null only in a record that was stored without one.
    const QDateTime &end() const { return m_end; }
    /// Zero when the end is missing.
    std::chrono::seconds duration() const;

    friend bool operator==(const Schedule &, const Schedule &) = default;

private:
    Schedule(QDateTime start, QDateTime end);

    QDateTime m_start;
    QDateTime m_end;
};

} // namespace teleconsult
