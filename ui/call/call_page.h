// The page on which a call takes place.
#pragma once

#include "ui/call/call_flow.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QShortcut;
class QStackedLayout;

namespace teleconsult::ui {

class Banner;
class CallStages;
class ElidedLabel;

/// A slim bar (who, when, leave) above the call; before it and instead of it, what is going on in words (CallStages).
/// Between the two it is said that the call is recorded, and what it cannot do, until that is dismissed or the call is
/// over. Owns the flow.
class CallPage : public QWidget
{
    Q_OBJECT
public:
    CallPage(CallFlow::Parts parts, QWidget *parent = nullptr);

    CallFlow &flow() { return *m_flow; }

signals:
    void stationEditRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStage();
    void updateBar();
    void showRecording();
    void showDownloadRefused();
    void updateBanners();
    Banner *makeBanner(const QString &objectName);

    QWidget *m_stage;
    QStackedLayout *m_stack;
    CallFlow *m_flow;
    ElidedLabel *m_who;
    QLabel *m_when;
    QPushButton *m_leave;
    QShortcut *m_escape;
    CallStages *m_stages;
    Banner *m_recording = nullptr; ///< Made for the first call that is recorded.
    Banner *m_banner = nullptr;    ///< Made when there is something to say.
};

} // namespace teleconsult::ui
