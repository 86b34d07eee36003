#include "ui/widgets/window_activation.h"

#include <QWidget>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int maximumLength = 256; // bytes; longer than any desktop's
constexpr const char *variable = "XDG_ACTIVATION_TOKEN";

bool isToken(const QByteArray &token)
{
    const auto isPrintable = [](char c) { return c > ' ' && c <= '~'; };
    return !token.isEmpty() && token.size() <= maximumLength && std::all_of(token.begin(), token.end(), isPrintable);
}

} // namespace

void keepActivationToken(const QByteArray &token)
{
    if (isToken(token))
        qputenv(variable, token);
}

QByteArray activationToken()
{
    const QByteArray token = qgetenv(variable);
    return isToken(token) ? token : QByteArray();
}

void bringToFront(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    qunsetenv(variable); // It holds once, and is no business of programs that are started from here.
}

} // namespace teleconsult::ui
