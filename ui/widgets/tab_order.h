// The way of the Tab key through a window.
#pragma once

class QButtonGroup;
class QWidget;

namespace teleconsult::ui {

/// Tab goes through the window of this widget in the order in which layouts show it, and Shift+Tab back. By itself it
/// goes in the order in which widgets were made: whoever makes widgets later, and has put them into their layout, asks
/// for this again.
void orderTabs(const QWidget *widget);

/// Tab stops at the checked one of exclusive buttons, from where the arrow keys lead to the others. By itself it stops
/// at the first, and on the way back at the last.
void tabToChecked(QButtonGroup *group);

} // namespace teleconsult::ui
