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
    const auto count = double(values.size());
    const double middle = (count - 1) / 2;
    double together = 0;
    double spread = 0;
    for (qsizetype i = 0; i < values.size(); ++i) {
        together += (double(i) - middle) * values.at(i);
        spread += (double(i) - middle) * (double(i) - middle);
    }
    return spread > 0 ? together / spread : 0;
}

} // namespace teleconsult::bench
