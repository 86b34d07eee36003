// The few numbers that a handful of measurements comes down to.
#pragma once

#include <QList>

namespace teleconsult::bench {

struct Summary
{
    double median = 0;
    double least = 0;
    double most = 0;
};

/// All zero for no values.
Summary summarize(QList<double> values);

/// By how much the values grow from one to the next: the median of the slopes between any two of them (Theil and Sen),
/// which a few that stand out do not move. 0 for fewer than two.
double slopeOf(const QList<double> &values);

} // namespace teleconsult::bench
