#include "core/domain/opening_hours.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace teleconsult {

namespace {

constexpr int minutesAnHour = 60;
constexpr int minutesADay = 24 * minutesAnHour;
const std::array<QLatin1String, 7> dayNames{QLatin1String("mo"), QLatin1String("tu"), QLatin1String("we"),
                                            QLatin1String("th"), QLatin1String("fr"), QLatin1String("sa"),
                                            QLatin1String("su")};

tl::unexpected<Error> notUnderstood(const QString &piece)
{
    return invalid(QStringLiteral("opening_hours"), piece,
                   QStringLiteral("'%1' is not understood; write for example Mo-Fr 08:00-19:00; Sa 08:00-13:00")
                       .arg(piece.trimmed()));
}

std::optional<int> dayOf(const QString &name)
{
    const auto *found = std::find(dayNames.begin(), dayNames.end(), name.trimmed().toLower());
    if (found == dayNames.end())
        return std::nullopt;
    return int(found - dayNames.begin());
}

/// "Mo-Fr,Su"; a span may go over the end of the week ("Sa-Mo").
Result<QSet<int>> daysOf(const QString &text)
{
    QSet<int> days;
    for (const QString &part : text.split(QLatin1Char(','))) {
        const QStringList ends = part.split(QLatin1Char('-'));
        const std::optional<int> first = dayOf(ends.first());
        const std::optional<int> last = dayOf(ends.last());
        if (!first || !last || ends.size() > 2)
            return notUnderstood(part);
        days.insert(*last);
        for (int day = *first; day != *last; day = (day + 1) % int(dayNames.size()))
            days.insert(day);
    }
    return days;
}

/// Minutes since midnight; 24:00 is the end of the day.
std::optional<int> minutesOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == QLatin1String("24:00"))
        return minutesADay;
    const QTime time = QTime::fromString(trimmed, QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    return time.hour() * minutesAnHour + time.minute();
}

Result<QList<OpeningHours::Span>> spansOf(const QString &text)
{
    QList<OpeningHours::Span> spans;
    if (!text.front().isDigit())
        return spans; // "off" or "closed"
    for (const QString &part : text.split(QLatin1Char(','))) {
        const QStringList ends = part.split(QLatin1Char('-'));
        const std::optional<int> from = minutesOf(ends.first());
        const std::optional<int> until = minutesOf(ends.last());
        // Over midnight: two spans say it without doubt.
        if (ends.size() != 2 || !from || !until || *from >= *until)
            return notUnderstood(part);
        spans.append({*from, *until});
    }
    std::sort(spans.begin(), spans.end(), [](const auto &one, const auto &other) { return one.from < other.from; });
    for (qsizetype i = 1; i < spans.size(); ++i) {
        if (spans.at(i - 1).until > spans.at(i).from)
            return notUnderstood(text);
    }
    return spans;
}

QDateTime momentOf(const QDate &day, int minutes, const QDateTime &like)
{
    const QDate date = day.addDays(minutes / minutesADay);
    const QTime time = QTime(0, 0).addSecs(minutes % minutesADay * minutesAnHour);
    QDateTime moment = like;
    moment.setDate(date);
    moment.setTime(time);
    return moment;
}

} // namespace

OpeningHours::OpeningHours()
{
    m_days.fill({{0, minutesADay}});
}

Result<OpeningHours> OpeningHours::parse(const QString &text)
{
    OpeningHours hours;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty() || wanted == QLatin1String("24/7"))
        return hours;
    hours.m_days.fill({});
    for (const QString &rule : wanted.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        static const QRegularExpression daysAndHours(QStringLiteral("^([a-z ,-]+) +([0-9].*|off|closed)$"),
                                                     QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch pieces = daysAndHours.match(rule.trimmed());
        if (!pieces.hasMatch())
            return notUnderstood(rule);
        const Result<QSet<int>> days = daysOf(pieces.captured(1));
        if (!days)
            return tl::unexpected(days.error());
        const Result<QList<Span>> spans = spansOf(pieces.captured(2));
        if (!spans)
            return tl::unexpected(spans.error());
        for (const int day : *days)
            hours.m_days[size_t(day)] = *spans;
    }
    return hours;
}

bool OpeningHours::isAlwaysOpen() const
{
    return std::all_of(m_days.begin(), m_days.end(), [](const QList<Span> &spans) {
        return spans.size() == 1 && spans.first() == Span{0, minutesADay};
    });
}

bool OpeningHours::isOpenAt(const QDateTime &local) const
{
    const int minute = local.time().hour() * minutesAnHour + local.time().minute();
    const QList<Span> &spans = on(local.date());
    return std::any_of(spans.begin(), spans.end(),
                       [minute](const Span &span) { return span.from <= minute && minute < span.until; });
}

QDateTime OpeningHours::nextChange(const QDateTime &local) const
{
    const bool isOpen = isOpenAt(local);
    // A week and a day: the same weekday's earlier hours come last.
    for (int ahead = 0; ahead <= daysOfWeek; ++ahead) {
        const QDate day = local.date().addDays(ahead);
        for (const Span &span : on(day)) {
            for (const int end : {span.from, span.until}) {
                const QDateTime moment = momentOf(day, end, local);
                if (moment > local && isOpenAt(moment) != isOpen)
                    return moment;
            }
        }
    }
    return {};
}

} // namespace teleconsult
