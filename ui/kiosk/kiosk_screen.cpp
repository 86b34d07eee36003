#include "ui/kiosk/kiosk_screen.h"

#include "core/config/settings.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// The height of a screen on which text has its designed size. On one of 1080 lines it is twice as large, which is
/// legible at one metre: letters are 5 mm high where the screen measures 24 inches.
constexpr int designedLines = 540;

QScreen *screenOf(int number)
{
    return QGuiApplication::screens().value(number - 1, QGuiApplication::primaryScreen());
}

void cover(QWidget &window, const QScreen *screen)
{
    if (screen)
        window.setGeometry(screen->geometry());
    window.showFullScreen();
}

} // namespace

void fillScreen(QWidget &window, int number)
{
    cover(window, screenOf(number));
    // A monitor that is switched off may be gone for the system; its windows are moved, and nobody moves them back.
    const auto coverAgain = [&window, number] {
        const QScreen *screen = screenOf(number);
        if (!window.isVisible() || !screen || (window.screen() == screen && window.geometry() == screen->geometry()))
            return;
        window.setWindowState(Qt::WindowNoState); // Else it would stay on the screen that it fills.
        cover(window, screen);
    };
    for (const auto changed : {&QGuiApplication::screenAdded, &QGuiApplication::screenRemoved})
        QObject::connect(qGuiApp, changed, &window, coverAgain, Qt::QueuedConnection);
}

int kioskTextScale(const QSize &window, std::optional<int> wished, int share)
{
    const int percent = wished.value_or(std::min(window.width(), window.height()) * 100 / designedLines);
    return std::clamp(percent * share / 100, config::minimumTextScale, Theme::maximumTextScale);
}

} // namespace teleconsult::ui
