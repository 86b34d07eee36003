// Days and times as a person reads them.
#pragma once

#include <QCoreApplication>
#include <QDateTime>

#include <chrono>

namespace teleconsult::ui {

/// Moments are given in UTC and shown in local time, in the language and manner of the default QLocale. Ask again after
/// a change of language.
class DateText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::DateText)
public:
    /// "10:15"
    static QString time(const QDateTime &utc);
    /// "10:15 – 10:45"; only the start when there is no end.
    static QString timeRange(const QDateTime &startUtc, const QDateTime &endUtc);
    /// "10:15", or "Monday 12 May at 10:15" when that is not the day of `now`.
    static QString moment(const QDateTime &utc, const QDateTime &now);
    /// "45 min", "1 h 30 min"
    static QString duration(std::chrono::seconds duration);

    /// "Monday 12 May", with the year unless it is today's.
    static QString longDay(QDate day, QDate today);
    /// "Mon 12 May", with the year unless it is today's.
    static QString shortDay(QDate day, QDate today);
    /// "Today", "Tomorrow", "Yesterday"; empty for every other day.
    static QString relativeDay(QDate day, QDate today);
    /// "Today · Monday 12 May"; without a relative name just the day.
    static QString heading(QDate day, QDate today);
    /// "12 May – 18 May 2026"
    static QString dayRange(QDate first, QDate last);

    /// The day on which the week of a day begins where the person lives.
    static QDate weekBegin(QDate day);

    /// With a capital, to begin a title with: Italian writes its days small.
    static QString capitalized(QString text);
};

} // namespace teleconsult::ui
