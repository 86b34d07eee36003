// Whether one colour can be told from another (WCAG 2.1, 1.4.3 and 1.4.11).
#pragma once

#include <QColor>

namespace teleconsult::ui {

/// From 1 (the same) to 21 (black and white).
double contrast(const QColor &one, const QColor &other);

/// The least for text, and for outlines and marks.
inline constexpr double textContrast = 4.5;
inline constexpr double markContrast = 3.0;

/// Black or white, whichever stands out more.
QColor readableOn(const QColor &ground);

} // namespace teleconsult::ui
