// Room for a scroll bar that comes and goes.
#pragma once

#include <QAbstractScrollArea>
#include <QScrollBar>

#include "ui/theme/theme.h"

namespace teleconsult::ui {

/// Keeps the place of the vertical scroll bar, so that nothing changes its width when it comes; with nothing to scroll
/// the place is empty (style property `idle`).
inline void keepScrollBarRoom(QAbstractScrollArea *area)
{
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    QScrollBar *bar = area->verticalScrollBar();
    const auto update = [bar] { setStyleProperty(bar, "idle", bar->minimum() == bar->maximum()); };
    QObject::connect(bar, &QScrollBar::rangeChanged, bar, update);
    update();
}

/// How wide that place is, in device-independent pixels (resources/theme/teleconsult.qss).
inline constexpr int scrollBarRoom = spacing::m;

} // namespace teleconsult::ui
