// Where the consultations of a week stand in its grid.
#pragma once

#include "ui/theme/tokens.h"

#include <QDateTime>
#include <QList>
#include <QRect>

namespace teleconsult::ui {

/// The time that a row of the model takes, local. An end that is not after the start is taken for the start.
struct WeekSpan
{
    int row = -1;
    QDateTime start;
    QDateTime end;
};

/// What stands in the grid.
struct WeekBlock
{
    int row = -1; ///< Of the model; the first one of several that did not fit.
    int more = 0; ///< How many did not fit; 0: a consultation of its own.
    int day = 0;  ///< 0–6
    QRect rect;   ///< From the left of the grid, and from midnight.

    friend bool operator==(const WeekBlock &, const WeekBlock &) = default;
};

/// How much room words want, in device-independent pixels.
struct WeekSizes
{
    /// Half an hour is at least as high as a finger is wide.
    int hourHeight = 2 * size::control;
    /// Of a block that stands beside others.
    int narrowest = size::control;
};

/// Seven columns from midnight to midnight by the clock on the wall: on the days on which the clocks change an hour is
/// as high as ever. A value; lengths are device-independent pixels.
class WeekLayout
{
public:
    static constexpr int days = 7;
    static constexpr int hours = 24;
    /// The working day: what is shown first, on a ground of its own.
    static constexpr int workBegins = 8;
    static constexpr int workEnds = 20;

    /// `width` of the seven columns together.
    WeekLayout(QDate firstDay, int width, WeekSizes sizes = {}) : m_first(firstDay), m_width(width), m_sizes(sizes) {}

    QDate firstDay() const { return m_first; }
    int width() const { return m_width; }
    /// Where a column begins; that of day 7 is where the last one ends.
    int dayLeft(int day) const { return m_width * day / days; }
    int yOf(QTime time) const;
    int hourHeight() const { return m_sizes.hourHeight; }
    int height() const { return hours * m_sizes.hourHeight; }
    /// The half hour at that point of the grid; a point beside it counts as its edge.
    QDateTime slotAt(QPoint point) const;

    /// Blocks by day, then by time. What takes less than half an hour gets that much; what goes over midnight
    /// stands in both days. Those at the same time stand side by side; what does not fit becomes one block in the last
    /// place.
    QList<WeekBlock> place(const QList<WeekSpan> &spans) const;

private:
    struct Slice;

    void placeDay(int day, QList<Slice> slices, QList<WeekBlock> &blocks) const;
    void placeCluster(int day, const QList<Slice> &cluster, int columns, QList<WeekBlock> &blocks) const;

    QDate m_first;
    int m_width;
    WeekSizes m_sizes;
};

} // namespace teleconsult::ui
