#include "ui/call/call_stages.h"

#include "ui/call/after_call_page.h"
#include "ui/call/call_flow.h"
#include "ui/call/notice_page.h"
#include "ui/devices/device_offer.h"
#include "ui/waiting/waiting_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/recording_text.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedLayout>

namespace teleconsult::ui {

CallStages::CallStages(CallFlow &flow, QWidget *parent)
    : QWidget(parent), m_flow(flow), m_pages(new QStackedLayout(this)), m_message(new EmptyState(this))
{
    m_message->setObjectName(QStringLiteral("callNotice"));
    m_pages->addWidget(m_message);
    connect(m_message, &EmptyState::secondaryActionTriggered, &m_flow, &CallFlow::leave);
    connect(m_message, &EmptyState::actionTriggered, this, &CallStages::onAction);
    connect(&m_flow, &CallFlow::waitChanged, this, &CallStages::update);
    connect(&m_flow, &CallFlow::outcomeChanged, this, &CallStages::update);
}

void CallStages::onAction()
{
    if (m_flow.stage() == CallFlow::Stage::NotInvited)
        emit stationEditRequested();
    else if (m_flow.stage() == CallFlow::Stage::Failed && m_flow.mayRestartPlainly())
        emit plainRestartRequested(m_flow.consultation().id);
    else if (m_flow.hasCall())
        m_flow.reenter();
    else
        m_flow.retry();
}

NoticePage *CallStages::noticePage()
{
    if (!m_notice) {
        m_notice = new NoticePage(this);
        m_pages->addWidget(m_notice);
        connect(m_notice, &NoticePage::agreed, &m_flow, &CallFlow::agree);
        connect(m_notice, &NoticePage::declined, &m_flow, &CallFlow::leave);
    }
    return m_notice;
}

DeviceOffer *CallStages::deviceOffer()
{
    if (!m_devices) {
        m_devices = new DeviceOffer(this);
        m_pages->addWidget(m_devices);
        connect(m_devices, &DeviceOffer::checkRequested, this, &CallStages::deviceCheckRequested);
        connect(m_devices, &DeviceOffer::skipped, &m_flow, &CallFlow::skipDevices);
    }
    return m_devices;
}

WaitingPage *CallStages::waitingPage()
{
    if (!m_waiting) {
        m_waiting = new WaitingPage(this);
        m_pages->addWidget(m_waiting);
        connect(m_waiting, &WaitingPage::backRequested, &m_flow, &CallFlow::leave);
        connect(m_waiting, &WaitingPage::deviceCheckRequested, this, &CallStages::deviceCheckRequested);
    }
    return m_waiting;
}

AfterCallPage *CallStages::afterCallPage()
{
    if (!m_after) {
        m_after = new AfterCallPage(this);
        m_pages->addWidget(m_after);
        connect(m_after, &AfterCallPage::backRequested, &m_flow, &CallFlow::leave);
        connect(m_after, &AfterCallPage::reenterRequested, &m_flow, &CallFlow::retry);
        connect(m_after, &AfterCallPage::deleteUploadsRequested, &m_flow, &CallFlow::deleteUploads);
    }
    return m_after;
}

QWidget *CallStages::pageOfStage()
{
    switch (m_flow.stage()) {
    case CallFlow::Stage::Notice:
        return noticePage();
    case CallFlow::Stage::Devices:
        return deviceOffer();
    case CallFlow::Stage::Waiting:
        return waitingPage();
    case CallFlow::Stage::Ended:
        return afterCallPage();
    default:
        return m_message;
    }
}

bool CallStages::showStage()
{
    QWidget *page = pageOfStage();
    update();
    m_pages->setCurrentWidget(page);
    QPushButton *first = nullptr;
    if (page == m_notice)
        first = m_notice->agreeButton();
    else if (page == m_devices)
        first = m_devices->checkButton();
    else if (page == m_waiting)
        first = m_waiting->backButton();
    else if (page == m_after)
        first = m_after->backButton();
    else if (m_message->actionButton()->isVisibleTo(m_message))
        first = m_message->actionButton();
    else if (m_message->secondaryActionButton()->isVisibleTo(m_message))
        first = m_message->secondaryActionButton();
    if (first)
        first->setFocus();
    return first != nullptr;
}

void CallStages::update()
{
    switch (m_flow.stage()) {
    case CallFlow::Stage::Notice:
        noticePage()->setContent(
            {.notice = m_flow.notice(), .person = m_flow.stationName(), .recording = m_flow.recording()});
        return;
    case CallFlow::Stage::Devices:
        deviceOffer()->reset();
        return;
    case CallFlow::Stage::Waiting:
        waitingPage()->showWait({.consultation = m_flow.consultation(),
                                 .policy = m_flow.policy(),
                                 .now = m_flow.now(),
                                 .problem = m_flow.error(),
                                 .recording = m_flow.recording()});
        return;
    case CallFlow::Stage::Ended:
        afterCallPage()->setOutcome(m_flow.outcome());
        return;
    default:
        break;
    }
    // Told anew, a button is hidden for a moment, and would lose the keyboard to its neighbour.
    const bool hadKeyboard = m_message->actionButton()->hasFocus();
    updateMessage();
    if (hadKeyboard && m_message->actionButton()->isVisibleTo(m_message))
        m_message->actionButton()->setFocus();
}

void CallStages::updateMessage()
{
    m_message->setAction({});
    m_message->setSecondaryAction(tr("Back to the agenda"));
    m_message->setIconName(QStringLiteral("video"));
    switch (m_flow.stage()) {
    case CallFlow::Stage::Connecting: {
        m_message->setHeadline(tr("Connecting…"));
        const QString recording = RecordingText::before(m_flow.recording());
        const QString soon = tr("The call opens in a moment. You may be asked for the camera and the microphone.");
        m_message->setSentence(recording.isEmpty() ? soon : soon + QLatin1Char('\n') + recording);
        m_message->setSecondaryAction({});
        return;
    }
    case CallFlow::Stage::NotInvited:
        m_message->setIconName(QStringLiteral("person"));
        m_message->setHeadline(tr("%1 does not take part", "a person's name").arg(m_flow.stationName()));
        m_message->setSentence(
            tr("A call is entered in the name of the person who uses this station, and only those who "
               "take part can enter."));
        m_message->setAction(tr("Change who uses this station"));
        return;
    case CallFlow::Stage::Closed:
        m_message->setIconName(QStringLiteral("phone-off"));
        m_message->setHeadline(tr("This call is closed"));
        m_message->setSentence(tr("Its room has ended and cannot be entered again. Schedule a new consultation to meet "
                                  "once more."));
        return;
    case CallFlow::Stage::Failed:
        updateFailure();
        return;
    case CallFlow::Stage::Mending:
        updateMending();
        return;
    default:
        return;
    }
}

void CallStages::updateFailure()
{
    m_message->setIconName(QStringLiteral("alert"), Tone::Warning);
    m_message->setHeadline(tr("The call cannot be shown"));
    if (m_flow.error())
        m_message->setSentence(errorText(*m_flow.error()));
    else if (m_flow.mayRestartPlainly())
        m_message->setSentence(tr("The call page stopped working again and again, which is often the graphics card's "
                                  "doing. Teleconsult can start anew without it and go back into the call: pictures "
                                  "are drawn a little slower then."));
    else if (m_flow.keepsStopping())
        m_message->setSentence(tr("The call page stopped working again and again. Close other programs and try again; "
                                  "if that does not help, restart the computer, or call the participants by phone."));
    else if (m_flow.isRetryable())
        m_message->setSentence(tr("The call page was not loaded, or it stopped working. Check the network and try "
                                  "again."));
    else
        m_message->setSentence(tr("The call page refused to open. Its room may have ended: refresh the agenda, or "
                                  "schedule a new consultation."));
    if (m_flow.mayRestartPlainly())
        m_message->setAction(tr("Restart with plain graphics"));
    else
        m_message->setAction(m_flow.isRetryable() ? tr("Try again") : QString());
}

void CallStages::updateMending()
{
    m_message->setIconName(QStringLiteral("refresh"), Tone::Warning);
    m_message->setSecondaryAction({}); // The way out is in the bar.
    m_message->setAction(tr("Try now"));
    if (m_flow.mendingCause() == CallMending::Cause::Crash) {
        m_message->setHeadline(tr("Going back into the call…"));
        m_message->setSentence(tr("The call page stopped working. It is opened again by itself: nothing needs to be "
                                  "done."));
    } else {
        m_message->setHeadline(tr("No connection to the call"));
        m_message->setSentence(tr("The call is entered again by itself as soon as the network is back. Check that this "
                                  "computer is connected."));
    }
}

void CallStages::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
