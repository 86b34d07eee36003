// Moments as text. Pure functions.
#pragma once

#include <QDateTime>
#include <QString>

namespace teleconsult {

/// A moment as it travels and is stored: 2026-02-22T15:30:00.000Z. Empty for an invalid one.
inline QString dateText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

/// Whose time it is when a text names no time zone.
enum class WithoutZone {
    IsLocal,   ///< This computer's: what a person types, and what this program has written.
    IsUtc,     ///< Kaleyra's dates (reference/kaleyra-video-api.md §1.3).
    IsRefused, ///< It would mean another moment on every computer: what programs send (seed 004).
};

/// The only reader of dates: ISO 8601, with or without fractions of a second, with Z, an offset or neither. A date
/// alone is its midnight, and names no zone. In UTC; invalid for everything else.
inline QDateTime dateFrom(const QString &text, WithoutZone without = WithoutZone::IsLocal)
{
    QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
    const bool hasZone = read.timeSpec() != Qt::LocalTime;
    if (!hasZone && without == WithoutZone::IsRefused)
        return {};
    // Read anew: an hour that summer time leaves out here is one in UTC all the same.
    if (!hasZone && without == WithoutZone::IsUtc)
        read = QDateTime::fromString(text + QLatin1String(text.size() > 10 ? "Z" : "T00:00Z"), Qt::ISODateWithMs);
    return read.isValid() ? read.toUTC() : QDateTime();
}

} // namespace teleconsult
