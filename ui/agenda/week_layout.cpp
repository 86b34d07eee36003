#include "ui/agenda/week_layout.h"

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int blockGap = 2;

} // namespace

/// A row and the part of a day that it takes.
struct WeekLayout::Slice
{
    int row = -1;
    int top = 0;
    int bottom = 0;
    int column = 0;
};

int WeekLayout::yOf(QTime time) const
{
    return int(qint64(time.msecsSinceStartOfDay()) * height() / (qint64(hours) * 3'600'000));
}

QDateTime WeekLayout::slotAt(QPoint point) const
{
    const int day = std::clamp(point.x() * days / std::max(1, m_width), 0, days - 1);
    const int halfHour = std::clamp(2 * point.y() / hourHeight(), 0, 2 * hours - 1);
    return {m_first.addDays(day), QTime(halfHour / 2, halfHour % 2 ? 30 : 0)};
}

QList<WeekBlock> WeekLayout::place(const QList<WeekSpan> &spans) const
{
    QList<Slice> slices[days];
    for (const WeekSpan &span : spans) {
        const QDateTime end = span.end.isValid() ? std::max(span.start, span.end) : span.start;
        const QDate firstDate = span.start.date();
        const bool endsAtMidnight = end.time() == QTime(0, 0) && end.date() != firstDate;
        const QDate lastDate = endsAtMidnight ? end.date().addDays(-1) : end.date();
        const qint64 from = std::max<qint64>(0, m_first.daysTo(firstDate));
        const qint64 to = std::min<qint64>(days - 1, m_first.daysTo(lastDate));
        for (qint64 day = from; day <= to; ++day) {
            const QDate date = m_first.addDays(day);
            const int top = date == firstDate ? yOf(span.start.time()) : 0;
            const int bottom = date == end.date() ? yOf(end.time()) : height();
            const int tall = std::max(bottom - top, hourHeight() / 2);
            const int highest = std::min(top, height() - tall);
            slices[day].append({span.row, highest, highest + tall, 0});
        }
    }
    QList<WeekBlock> blocks;
    for (int day = 0; day < days; ++day)
        placeDay(day, slices[day], blocks);
    return blocks;
}

void WeekLayout::placeDay(int day, QList<Slice> slices, QList<WeekBlock> &blocks) const
{
    std::stable_sort(slices.begin(), slices.end(), [](const Slice &a, const Slice &b) { return a.top < b.top; });
    QList<Slice> cluster; // Those that touch one another in time, directly or through others.
    QList<int> columnEnds;
    int clusterEnd = 0;
    const auto flush = [&] {
        if (!cluster.isEmpty())
            placeCluster(day, cluster, int(columnEnds.size()), blocks);
        cluster.clear();
        columnEnds.clear();
    };
    for (Slice &slice : slices) {
        if (slice.top >= clusterEnd)
            flush();
        const auto free = std::find_if(columnEnds.begin(), columnEnds.end(), [&](int end) { return end <= slice.top; });
        slice.column = int(free - columnEnds.begin());
        if (free == columnEnds.end())
            columnEnds.append(slice.bottom);
        else
            *free = slice.bottom;
        clusterEnd = cluster.isEmpty() ? slice.bottom : std::max(clusterEnd, slice.bottom);
        cluster.append(slice);
    }
    flush();
}

void WeekLayout::placeCluster(int day, const QList<Slice> &cluster, int columns, QList<WeekBlock> &blocks) const
{
    const int left = dayLeft(day) + blockGap;
    const int width = dayLeft(day + 1) - blockGap - left;
    // Two always fit: where they cannot stand side by side, the second one lies over the first.
    const int fitting = std::min(columns, std::max(2, width / m_sizes.narrowest));
    const int narrowest = std::min(width, m_sizes.narrowest + spacing::xs);
    const auto leftOf = [&](int column) {
        return left + std::min(width * column / fitting, column == 0 ? 0 : width - narrowest);
    };
    const auto rightOf = [&](int column) {
        const bool overlapped = width / fitting < narrowest && column + 1 < fitting;
        return overlapped || column + 1 == fitting ? left + width : leftOf(column + 1);
    };
    WeekBlock more{-1, 0, day, {}};
    for (const Slice &slice : cluster) {
        // The last column is kept for what does not fit.
        const bool fits = fitting == columns || slice.column < fitting - 1;
        const int column = fits ? slice.column : fitting - 1;
        const int from = leftOf(column);
        const QRect rect(from, slice.top, rightOf(column) - from - blockGap, slice.bottom - slice.top - blockGap);
        if (fits) {
            blocks.append({slice.row, 0, day, rect});
            continue;
        }
        more.rect = more.more == 0 ? rect : more.rect.united(rect);
        if (more.more == 0)
            more.row = slice.row;
        ++more.more;
    }
    if (more.more > 0)
        blocks.append(more);
}

} // namespace teleconsult::ui
