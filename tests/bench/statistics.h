// The three numbers that a handful of measurements comes down to.
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

} // namespace teleconsult::bench
