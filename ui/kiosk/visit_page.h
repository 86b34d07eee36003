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
/// and nothing opens another window. A call page that wants to go elsewhere may have been hung up in, and one whose
/// time is long over, which is not connected any more and which nobody touches, may be left alone: whoever sits there
/// is asked, and is taken to have left when nobody answers. Owns the flow.
class VisitPage : public QWidget
{
    Q_OBJECT
public:
    /// How long somebody in a call need not show that they are there.
    struct Patience
    {
        std::chrono::seconds hangUp{30}; ///< For an answer, where the page has wanted to go elsewhere.
        std::chrono::milliseconds untouched = std::chrono::minutes(5); ///< Until a call past its time is asked about.
        std::chrono::seconds alone = std::chrono::minutes(3);          ///< For an answer then.
    };

    VisitPage(CallFlow::Parts parts, Patience patience, QWidget *parent = nullptr);

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
    void askWhetherHungUp(std::chrono::seconds countdown);
    bool mayBeLeftAlone() const;
    void onUntouched();
    void onConnection();
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
    Patience m_patience;
    ChoicePage *m_hungUp;
    QPushButton *m_hasHungUp;
    QPushButton *m_goesOn;
    IdleWatch *m_answer;         ///< On while it is asked.
    IdleWatch *m_touches;        ///< On while the call is shown.
    bool m_wasConnected = false; ///< In this call.
    KeepAwake *m_awake;
};

} // namespace teleconsult::ui
