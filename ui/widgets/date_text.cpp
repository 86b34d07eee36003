#include "ui/widgets/date_text.h"

#include <QLocale>
#include <QRegularExpression>

namespace teleconsult::ui {

namespace {

/// The locale's long format without the year: "dddd d MMMM".
QString dayPattern(const QLocale &locale)
{
    static const QRegularExpression year(QStringLiteral("[,\\s]*('[^']*'\\s*)?\\by+\\b\\.?[,\\s]*"));
    return locale.dateFormat(QLocale::LongFormat).remove(year).trimmed();
}

QString shortened(QString pattern)
{
    return pattern.replace(QStringLiteral("dddd"), QStringLiteral("ddd"))
        .replace(QStringLiteral("MMMM"), QStringLiteral("MMM"));
}

QString withYear(const QString &text, QDate day, QDate today)
{
    return day.year() == today.year() ? text : QStringLiteral("%1 %2").arg(text).arg(day.year());
}

} // namespace

QString DateText::time(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QLocale::ShortFormat);
}

QString DateText::timeRange(const QDateTime &startUtc, const QDateTime &endUtc)
{
    return endUtc.isValid() ? QStringLiteral("%1 – %2").arg(time(startUtc), time(endUtc)) : time(startUtc);
}

QString DateText::duration(std::chrono::seconds duration)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(duration).count();
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes % 60 == 0)
        return tr("%1 h").arg(minutes / 60);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString DateText::longDay(QDate day, QDate today)
{
    const QLocale locale;
    return withYear(locale.toString(day, dayPattern(locale)), day, today);
}

QString DateText::shortDay(QDate day, QDate today)
{
    const QLocale locale;
    return withYear(locale.toString(day, shortened(dayPattern(locale))), day, today);
}

QString DateText::relativeDay(QDate day, QDate today)
{
    switch (today.daysTo(day)) {
    case 0:
        return tr("Today");
    case 1:
        return tr("Tomorrow");
    case -1:
        return tr("Yesterday");
    default:
        return {};
    }
}

QString DateText::heading(QDate day, QDate today)
{
    const QString relative = relativeDay(day, today);
    const QString absolute = longDay(day, today);
    return relative.isEmpty() ? capitalized(absolute) : tr("%1 · %2", "Today · Monday 12 May").arg(relative, absolute);
}

QString DateText::moment(const QDateTime &utc, const QDateTime &now)
{
    const QDate day = utc.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (day == today)
        return time(utc);
    return tr("%1 at %2", "Monday 12 May at 10:15").arg(longDay(day, today), time(utc));
}

QString DateText::dayRange(QDate first, QDate last)
{
    const QLocale locale;
    static const QRegularExpression weekday(QStringLiteral("dddd[,\\s]*"));
    const QString pattern = shortened(dayPattern(locale).remove(weekday).trimmed());
    return QStringLiteral("%1 – %2 %3")
        .arg(locale.toString(first, pattern), locale.toString(last, pattern))
        .arg(last.year());
}

QDate DateText::weekBegin(QDate day)
{
    const int offset = (day.dayOfWeek() - int(QLocale().firstDayOfWeek()) + 7) % 7;
    return day.addDays(-offset);
}

QString DateText::capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace teleconsult::ui
