#include "ui/settings/minutes_box.h"

#include <cmath>

namespace teleconsult::ui {

namespace {

constexpr double millisecondsPerMinute = 60'000;
constexpr int shownDecimals = 2;
constexpr int step = 5;

} // namespace

MinutesBox::MinutesBox(qint64 least, qint64 most, QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(shownDecimals);
    setSingleStep(step);
    setRange(double(least) / millisecondsPerMinute, double(most) / millisecondsPerMinute);
}

qint64 MinutesBox::milliseconds() const
{
    const auto shownOf = [this](qint64 value) { return textFromValue(double(value) / millisecondsPerMinute); };
    const qint64 now = std::llround(value() * millisecondsPerMinute);
    return shownOf(now) == shownOf(m_set) ? m_set : now;
}

void MinutesBox::setMilliseconds(qint64 milliseconds)
{
    m_set = milliseconds;
    setValue(double(milliseconds) / millisecondsPerMinute);
}

QString MinutesBox::textFromValue(double minutes) const
{
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    for (int decimals = 0; decimals < shownDecimals; ++decimals) {
        if (std::abs(minutes - std::round(minutes * std::pow(10, decimals)) / std::pow(10, decimals)) < 0.5e-2)
            return plain.toString(minutes, 'f', decimals);
    }
    return plain.toString(minutes, 'f', shownDecimals);
}

} // namespace teleconsult::ui
