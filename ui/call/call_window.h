// How the window stands on the screen during a call.
#pragma once

#include <QObject>
#include <QRect>

class QWidget;

namespace teleconsult::ui {

/// Makes the window of a widget fill the screen, or a small one that stays in front of all others, and puts it back as
/// it was. Where the desktop does not let programs put windows in front (Wayland has no word for it), the window is
/// small all the same. The widget must outlive it.
class CallWindow : public QObject
{
    Q_OBJECT
public:
    enum class Mode { Usual, FullScreen, Mini };
    Q_ENUM(Mode)

    explicit CallWindow(QWidget *widget, QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

signals:
    void modeChanged(teleconsult::ui::CallWindow::Mode mode);

private:
    void remember();
    void restore();

    QWidget *m_widget;
    Mode m_mode = Mode::Usual;
    Qt::WindowStates m_states;
    QRect m_geometry;
    QSize m_smallest;
};

} // namespace teleconsult::ui
