// A consultation for other programs' calendars.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>

namespace teleconsult::calendar {

/// What a calendar is told of one event.
struct Event
{
    QString uid; ///< The same for the same consultation: a calendar that reads it again changes its entry.
    QDateTime writtenAt;
    QDateTime start; ///< UTC
    QDateTime end;   ///< UTC; null: not known.
    /// In which the times are written: IANA's name. One that is not known here, and times of the hour after the clocks
    /// there were set back, which they show for the second time: UTC.
    QByteArray zone;
    QString title;
    QString description;            ///< May have several lines.
    QUrl link;                      ///< Where the event leads to. No credential: calendars are synchronised.
    std::chrono::minutes alarm{10}; ///< Before the start. ≥ 0
};

/// The event as an iCalendar file (RFC 5545), with the rules of its time zone and a display alarm; private, so that
/// shared calendars show others that the time is taken and no more. UTF-8, lines of at most 75 octets.
QByteArray toCalendarFile(const Event &event);

} // namespace teleconsult::calendar
