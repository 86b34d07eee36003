// The page on which a call takes place.
#pragma once

#include "ui/call/call_flow.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;
class QShortcut;
class QStackedLayout;

namespace teleconsult::ui {

class Banner;
class CallBar;
class CallStages;
class CallWindow;
class DownloadList;
class KeepAwake;

/// A slim bar above the call; before it and instead of it, what is going on in words (CallStages): there is never an
/// empty page. Between the two it says that the call is recorded, what became of files, and what can be done when the
/// page hangs or has lost its connection. During a call it keeps the screen awake, also for the first ten minutes in
/// which it is tried to get back into one. Owns the flow.
class CallPage : public QWidget
{
    Q_OBJECT
public:
    CallPage(CallFlow::Parts parts, QWidget *parent = nullptr);

    CallFlow &flow() { return *m_flow; }
    /// Whether a file is still arriving, be it from a call that is over.
    bool isReceiving() const;
    /// What went wrong while there is no call, until the stage changes; nothing: it has been overcome.
    void showProblem(const std::optional<Error> &problem);

signals:
    void stationEditRequested();
    /// The person wants to try camera and microphone out; when that is done, flow().devicesDone().
    void deviceCheckRequested();
    /// The program is to start anew without the graphics card, and to enter this consultation.
    void plainRestartRequested(const QString &consultationId);
    /// What became of a file from a call while the page was not on the screen; it is told there, too, until it was
    /// seen.
    void fileEndedUnseen(const QString &words, bool isSaved);
    /// A file from a call has arrived, was cancelled, or is `lost`.
    void fileEnded(bool lost);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStage();
    void showRecording();
    void updateTrouble();
    void updateAwake();
    void chooseDownloadFolder();
    void addShortcuts();
    void focusCall();

    config::Settings &m_settings;

    QWidget *m_stage;
    QStackedLayout *m_stack;
    CallFlow *m_flow;
    CallBar *m_bar;
    Banner *m_trouble;
    QPushButton *m_reenter;
    QPushButton *m_leave;
    QPushButton *m_stay;
    DownloadList *m_downloads;
    CallWindow *m_window;
    KeepAwake *m_awake;
    QTimer m_mendingLook;
    QDateTime m_mendingSince; ///< Null: it is not tried to get back into a call.
    QShortcut *m_escape;
    QShortcut *m_leaveFullScreen;
    QShortcut *m_fullScreen;
    CallStages *m_stages;
    Banner *m_recording = nullptr; ///< Made for the first call that is recorded.
    bool m_isUnresponsive = false;
    bool m_leadsAway = false;
    std::optional<Error> m_problem;
};

} // namespace teleconsult::ui
