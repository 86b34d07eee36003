// The slim bar above a call.
#pragma once

#include "core/domain/clock.h"
#include "ui/call/call_window.h"

#include <QFrame>
#include <QKeySequence>
#include <QTimer>

class QLabel;
class QPushButton;

namespace teleconsult::ui {

class CallFlow;
class ElidedLabel;
class IconButton;
class StatusPill;

/// Who is met and when; in the call also how it is connected, how long it lasts and may last, and the ways to look at
/// it: the whole screen, or a small window in front of all others. Asks, and does nothing itself. Flow and clock must
/// outlive it.
class CallBar : public QFrame
{
    Q_OBJECT
public:
    CallBar(const CallFlow &flow, const Clock &clock, QWidget *parent = nullptr);

    /// Shows how the flow stands.
    void refresh();
    void setMode(CallWindow::Mode mode);
    QPushButton *leaveButton() const { return m_leave; }

    /// For the small window and back, and to leave: wherever the focus is, and in no field of a call page.
    static QKeySequence miniKeys() { return Qt::CTRL | Qt::SHIFT | Qt::Key_M; }
    static QKeySequence leaveKeys() { return Qt::CTRL | Qt::SHIFT | Qt::Key_L; }

signals:
    void leaveRequested();
    void modeRequested(teleconsult::ui::CallWindow::Mode mode);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateTime();
    void updateConnection();
    void updateButtons();

    const CallFlow &m_flow;
    const Clock &m_clock;
    CallWindow::Mode m_mode = CallWindow::Mode::Usual;
    QLabel *m_icon;
    ElidedLabel *m_who;
    StatusPill *m_connection;
    QLabel *m_when;
    QLabel *m_elapsed;
    QLabel *m_remaining;
    IconButton *m_mini;
    IconButton *m_full;
    QPushButton *m_leave;
    QTimer m_second;
};

} // namespace teleconsult::ui
