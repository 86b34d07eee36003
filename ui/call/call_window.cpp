#include "ui/call/call_window.h"

#include "ui/theme/tokens.h"

#include <QScreen>
#include <QWidget>
#include <QWindow>

namespace teleconsult::ui {

namespace {

constexpr QSize miniSize(480, 340);
constexpr QSize minimumMini(320, 240);

/// On the window system's window: on the widget the flag would hide it, and make the window anew with the web view in
/// it.
void setInFront(const QWidget *window, bool on)
{
    if (QWindow *handle = window->windowHandle())
        handle->setFlag(Qt::WindowStaysOnTopHint, on);
}

} // namespace

CallWindow::CallWindow(QWidget *widget, QObject *parent) : QObject(parent), m_widget(widget) {}

void CallWindow::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    if (m_mode == Mode::Usual)
        remember();
    else
        restore();
    m_mode = mode;
    QWidget *window = m_widget->window();
    if (mode == Mode::FullScreen) {
        window->setWindowState(window->windowState() | Qt::WindowFullScreen);
    } else if (mode == Mode::Mini) {
        const QRect free = window->screen()->availableGeometry();
        window->setWindowState(window->windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
        window->setMinimumSize(minimumMini);
        window->setGeometry(
            QRect(free.bottomRight() - QPoint(miniSize.width(), miniSize.height()) - QPoint(spacing::xl, spacing::xl),
                  miniSize));
        setInFront(window, true);
        window->raise();
    }
    emit modeChanged(mode);
}

void CallWindow::remember()
{
    const QWidget *window = m_widget->window();
    m_states = window->windowState();
    m_geometry = window->normalGeometry().isValid() ? window->normalGeometry() : window->geometry();
    m_smallest = window->minimumSize();
}

void CallWindow::restore()
{
    QWidget *window = m_widget->window();
    if (m_mode == Mode::Mini) {
        setInFront(window, false);
        window->setMinimumSize(m_smallest);
        window->setGeometry(m_geometry);
    }
    window->setWindowState(m_states);
}

} // namespace teleconsult::ui
