// When a station is open, as an administrator writes it.
#pragma once

#include "core/domain/error.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>

namespace teleconsult {

/// The hours of a week in which a station is open, in the station's own time. Written as on OpenStreetMap
/// (wiki.openstreetmap.org/wiki/Key:opening_hours), of which it knows days, hours, "off" and "24/7":
/// "Mo-Fr 08:00-12:30,14:00-19:00; Sa 08:00-13:00". What stands later about a day replaces what stands before; a day of
/// which nothing is said is closed. A value.
class OpeningHours
{
public:
    /// From, until (not included); midnight at the end of the day is 24 h.
    struct Span
    {
        int from = 0;  ///< Minutes since the day began, 0…1439.
        int until = 0; ///< Minutes since the day began, from + 1…1440.
        bool operator==(const Span &) const = default;
    };

    /// Always open.
    OpeningHours();
    /// Nothing is written: always open. Error: Invalid "opening_hours"; its field is the piece that is not understood.
    static Result<OpeningHours> parse(const QString &text);

    bool isAlwaysOpen() const;
    /// `local`: in the station's time.
    bool isOpenAt(const QDateTime &local) const;
    /// When it opens or closes next, after `local` and in its time; null: never.
    QDateTime nextChange(const QDateTime &local) const;

    bool operator==(const OpeningHours &) const = default;

private:
    static constexpr int daysOfWeek = 7;

    const QList<Span> &on(const QDate &day) const { return m_days[size_t(day.dayOfWeek() - 1)]; }

    std::array<QList<Span>, daysOfWeek> m_days; ///< Monday first; each in order, without overlaps.
};

} // namespace teleconsult
