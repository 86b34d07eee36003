// A patient's way into the call at the kiosk, and out of it.
#pragma once

#include "ui/call/call_flow.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace teleconsult::ui {

class ChoicePage;
class IdleWatch;
class KeepAwake;
class KioskDevicePage;
class KioskNoticePage;

/// The kiosk's stages of a CallFlow: notice, devices, waiting, the call with one way out of it, and how it ended. Names
/// nobody: what CallPage tells a doctor of the others is not for a screen at the reception. Nothing can be saved,
/// and nothing opens another window. A call page that wants to go elsewhere may have been hung up in: whoever sits
/// there is asked, and is taken to have left when nobody answers. Owns the flow.
class VisitPage : public QWidget
{
    Q_OBJECT
public:
    /// `hangUpCountdown`: how long nobody need answer whether they have hung up.
    explicit VisitPage(CallFlow::Parts parts, std::chrono::seconds hangUpCountdown = std::chrono::seconds(30),
                       QWidget *parent = nullptr);

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
    void askWhetherHungUp();
    void goOnWithCall();
    void showCall();
    void showRecording();
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
    std::chrono::seconds m_hangUpCountdown;
    ChoicePage *m_hungUp;
    QPushButton *m_hasHungUp;
    QPushButton *m_goesOn;
    IdleWatch *m_answer; ///< On while it is asked.
    KeepAwake *m_awake;
};

} // namespace teleconsult::ui
