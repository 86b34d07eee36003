#include "ui/kiosk/kiosk_screen.h"

#include "core/config/settings.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// The height of a screen on which text has its designed size. On one of 1080 lines it is twice as large, which is
/// legible at one metre: letters are 5 mm high where the screen measures 24 inches.
constexpr int designedLines = 540;

} // namespace

void fillScreen(QWidget &window, int number)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    if (const QScreen *screen = screens.value(number - 1, QGuiApplication::primaryScreen()))
        window.setGeometry(screen->geometry());
    window.showFullScreen();
}

int kioskTextScale(const QSize &window, std::optional<int> wished, int share)
{
    const int percent = wished.value_or(std::min(window.width(), window.height()) * 100 / designedLines);
    return std::clamp(percent * share / 100, config::minimumTextScale, config::maximumTextScale);
}

} // namespace teleconsult::ui
