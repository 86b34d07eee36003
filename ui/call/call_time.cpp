#include "ui/call/call_time.h"

#include "ui/widgets/date_text.h"

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
constexpr qint64 shortTime = 5 * minute;

} // namespace

QString CallTime::elapsed(const QDateTime &entered, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, entered.secsTo(now));
    const QString tail = QStringLiteral("%1:%2")
                             .arg(seconds % hour / minute, seconds >= hour ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(seconds % minute, 2, 10, QLatin1Char('0'));
    return seconds >= hour ? QStringLiteral("%1:%2").arg(seconds / hour).arg(tail) : tail;
}

QString CallTime::remaining(const QDateTime &end, const QDateTime &now)
{
    if (!end.isValid())
        return {};
    const qint64 seconds = now.secsTo(end);
    const auto minutes = [](qint64 length) { return DateText::duration(std::chrono::minutes(length / minute)); };
    if (seconds >= minute)
        return tr("%1 left", "a length of time").arg(minutes(seconds));
    if (seconds > 0)
        return tr("Less than a minute left");
    if (seconds > -minute)
        return tr("Time is up");
    return tr("%1 over time", "a length of time").arg(minutes(-seconds));
}

bool CallTime::isShort(const QDateTime &end, const QDateTime &now)
{
    return end.isValid() && now.secsTo(end) < shortTime;
}

} // namespace teleconsult::ui
