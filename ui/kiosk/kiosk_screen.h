// How a window of the kiosk stands on its screen.
#pragma once

#include <optional>

class QSize;
class QWidget;

namespace teleconsult::ui {

/// Shows the window over the whole of a screen, and keeps it there when screens come and go. `number`: from 1; one that
/// is not there: the first. Once for a window.
void fillScreen(QWidget &window, int number);

/// How large text is in a window of this size, in percent: legible at one metre. `wished`: what the settings say
/// instead; `share`: how much of that, in percent. For Theme::setTextScale(), within what it allows.
int kioskTextScale(const QSize &window, std::optional<int> wished, int share = 100);

} // namespace teleconsult::ui
