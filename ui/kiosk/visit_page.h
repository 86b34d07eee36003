// A patient's way into the call at the kiosk, and out of it.
#pragma once

#include "ui/call/call_flow.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace teleconsult::ui {

class ChoicePage;
class KeepAwake;
class KioskDevicePage;
class KioskNoticePage;

/// The kiosk's stages of a CallFlow: notice, devices, waiting, the call with one way out of it, and how it ended. Names
/// nobody: what CallPage tells a doctor of the others is not for a screen at the reception. Nothing can be saved,
/// and nothing opens another window. Owns the flow.
class VisitPage : public QWidget
{
    Q_OBJECT
public:
    explicit VisitPage(CallFlow::Parts parts, QWidget *parent = nullptr);

    CallFlow &flow() { return *m_flow; }
    /// Ends a call, waiting or what came after, and forgets whose it was. Emits nothing.
    void forget();

signals:
    /// The person is done: back to the start.
    void finished();
    /// A call began, ended, or somebody began to wait: what idling means has changed.
    void stageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStage();
    void showDevices();
    void showMessage();
    void showWait();
    void onPrimary();
    void retranslate();

    CallFlow::Parts m_parts;
    QWidget *m_stage;
    QStackedLayout *m_stack;
    CallFlow *m_flow;
    QWidget *m_bar;
    QLabel *m_recording;
    QPushButton *m_leave;
    KioskNoticePage *m_notice;
    KioskDevicePage *m_devices;
    ChoicePage *m_message;
    QPushButton *m_primary;
    QPushButton *m_secondary;
    KeepAwake *m_awake;
};

} // namespace teleconsult::ui
