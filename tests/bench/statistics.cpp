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

} // namespace teleconsult::bench
