#include "tests/bench/statistics.h"

#include <algorithm>

namespace teleconsult::bench {

Summary summarize(QList<double> values)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    const double median = values.size() % 2 == 1 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
    return {median, values.first(), values.last()};
}

double slopeOf(const QList<double> &values)
{
    QList<double> slopes;
    for (qsizetype from = 0; from < values.size(); ++from) {
        for (qsizetype to = from + 1; to < values.size(); ++to)
            slopes.append((values.at(to) - values.at(from)) / double(to - from));
    }
    return summarize(slopes).median;
}

} // namespace teleconsult::bench
