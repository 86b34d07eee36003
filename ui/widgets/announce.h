// Telling assistive technology of something that has come up.
#pragma once

#include <QAccessible>

class QWidget;

namespace teleconsult::ui {

/// Has a screen reader say what `widget` says now, wherever the keyboard is.
inline void announce(QWidget *widget)
{
    QAccessibleEvent announcement(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace teleconsult::ui
