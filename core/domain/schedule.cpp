#include "core/domain/schedule.h"

#include <algorithm>

namespace teleconsult {

namespace {

/// The records, and everybody who reads them, know years of four digits.
bool canBeWritten(const QDateTime &utc)
{
    const int year = utc.date().year();
    return year >= 1 && year <= 9999;
}

} // namespace

Schedule::Schedule(QDateTime start, QDateTime end) : m_start(std::move(start)), m_end(std::move(end)) {}

Schedule Schedule::fromRecord(const QDateTime &start, const QDateTime &end)
{
    return {start.toUTC(), end.isValid() ? end.toUTC() : QDateTime()};
}

Result<Schedule> Schedule::make(const QDateTime &start, const std::optional<QDateTime> &end,
                                std::optional<std::chrono::seconds> duration)
{
    const QString startField = QStringLiteral("start_date");
    const QString endField = QStringLiteral("end_date");
    const QString durationField = QStringLiteral("duration_in_seconds");

    if (!start.isValid())
        return invalid(QStringLiteral("invalid_date"), startField, QStringLiteral("start_date must be a valid date"));
    if (end && duration)
        return invalid(QStringLiteral("both_given"), durationField,
                       QStringLiteral("only one of end_date and duration_in_seconds may be given"));
    if (!end && !duration)
        return invalid(QStringLiteral("required"), endField,
                       QStringLiteral("one of end_date and duration_in_seconds is required"));
    if (end && !end->isValid())
        return invalid(QStringLiteral("invalid_date"), endField, QStringLiteral("end_date must be a valid date"));

    // In milliseconds: an end half a second too late is too late, and the end that was given is the one that is kept.
    const QString field = end ? endField : durationField;
    const std::chrono::milliseconds length =
        end ? std::chrono::milliseconds(start.msecsTo(*end))
            : std::clamp(*duration, std::chrono::seconds(0), longestDuration + std::chrono::seconds(1));
    if (length < shortestDuration)
        return invalid(QStringLiteral("too_short"), field, field + QStringLiteral(" must leave at least 5 minutes"));
    if (length > longestDuration)
        return invalid(QStringLiteral("too_long"), field, field + QStringLiteral(" must leave at most 24 hours"));

    const QDateTime startUtc = start.toUTC();
    const QDateTime endUtc = startUtc.addMSecs(length.count());
    if (!canBeWritten(startUtc) || !canBeWritten(endUtc))
        return invalid(QStringLiteral("invalid_date"), startField, QStringLiteral("start_date must be a valid date"));
    return Schedule(startUtc, endUtc);
}

std::chrono::seconds Schedule::duration() const
{
    return m_end.isValid() ? std::chrono::seconds(m_start.secsTo(m_end)) : std::chrono::seconds(0);
}

} // namespace teleconsult
