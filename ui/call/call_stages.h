// What stands in the place of a call before it, after it, and when it cannot be shown.
#pragma once

#include "core/domain/error.h"
#include "ui/widgets/status_pill.h"

#include <QWidget>

class QStackedLayout;

namespace teleconsult::ui {

class AfterCallPage;
class CallFlow;
class EmptyState;
class NoticePage;
class DeviceOffer;
class WaitingPage;

/// A page for every stage of a CallFlow that is no call: the notice, waiting, how it ended, and in few words whatever
/// else there is to say. Pages are made when they are first needed. Does not own the flow, which must outlive it.
class CallStages : public QWidget
{
    Q_OBJECT
public:
    CallStages(CallFlow &flow, QWidget *parent);

    /// Shows the flow's stage, and takes the keyboard to the first thing that can be done; false: there is none.
    bool showStage();

signals:
    void stationEditRequested();
    /// See CallPage.
    void deviceCheckRequested();
    void plainRestartRequested(const QString &consultationId);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What EmptyState shows. An empty action is none.
    struct Message
    {
        QString icon;
        Tone tone = Tone::Neutral;
        QString headline = {};
        QString sentence = {};
        QString action = {};
        QString secondary = {};
    };

    QWidget *pageOfStage();
    NoticePage *noticePage();
    DeviceOffer *deviceOffer();
    WaitingPage *waitingPage();
    AfterCallPage *afterCallPage();
    void update();
    void show(const Message &message);
    Message message() const;
    static QString triedAgain(const Error &error);
    QString failureText() const;
    Message mendingMessage() const;
    void onAction();

    CallFlow &m_flow;
    QStackedLayout *m_pages;
    EmptyState *m_message;
    NoticePage *m_notice = nullptr;
    DeviceOffer *m_devices = nullptr;
    WaitingPage *m_waiting = nullptr;
    AfterCallPage *m_after = nullptr;
};

} // namespace teleconsult::ui
