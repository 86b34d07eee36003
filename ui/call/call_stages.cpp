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
        connect(m_waiting, &WaitingPage::askRequested, &m_flow, &CallFlow::askAgain);
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
    show(message());
}

/// Said once a second while a failed join is tried again by itself: what stays is not touched, and least of all a
/// button, which is under somebody's finger perhaps.
void CallStages::show(const Message &message)
{
    m_message->setIconName(message.icon, message.tone);
    m_message->setHeadline(message.headline);
    m_message->setSentence(message.sentence);
    m_message->setAction(message.action);
    m_message->setSecondaryAction(message.secondary);
}

CallStages::Message CallStages::message() const
{
    Message said{.icon = QStringLiteral("video"), .secondary = tr("Back to the agenda")};
    switch (m_flow.stage()) {
    case CallFlow::Stage::Connecting: {
        said.headline = tr("Connecting…");
        const QString recording = RecordingText::before(m_flow.recording());
        const QString soon = tr("The call opens in a moment. You may be asked for the camera and the microphone.");
        said.sentence = recording.isEmpty() ? soon : soon + QLatin1Char('\n') + recording;
        said.secondary.clear();
        break;
    }
    case CallFlow::Stage::NotInvited:
        said.icon = QStringLiteral("person");
        said.headline = m_flow.stationName().isEmpty()
                            ? tr("Nobody is set up to use this station")
                            : tr("%1 does not take part", "a person's name").arg(m_flow.stationName());
        said.sentence = tr("A call is entered in the name of the person who uses this station, and only those who "
                           "take part can enter.");
        said.action = tr("Change who uses this station");
        break;
    case CallFlow::Stage::Closed:
        said.icon = QStringLiteral("phone-off");
        said.headline = tr("This call is closed");
        said.sentence = tr("Its room has ended and cannot be entered again. Schedule a new consultation to meet "
                           "once more.");
        said.action = tr("Try again"); // It may have been a mistake of somebody's in between.
        break;
    case CallFlow::Stage::Failed:
        said.icon = QStringLiteral("alert");
        said.tone = Tone::Warning;
        said.headline = tr("The call cannot be shown");
        said.sentence = failureText();
        if (m_flow.mayRestartPlainly())
            said.action = tr("Restart with plain graphics");
        else if (m_flow.isRetryable())
            said.action = tr("Try again");
        break;
    case CallFlow::Stage::Mending:
        return mendingMessage();
    default:
        break;
    }
    return said;
}

QString CallStages::triedAgain(const Error &error)
{
    return tr("%1 It is tried again by itself.", "what went wrong").arg(errorText(error));
}

QString CallStages::failureText() const
{
    if (m_flow.error())
        return m_flow.isTriedAgain() ? triedAgain(*m_flow.error()) : errorText(*m_flow.error());
    if (m_flow.mayRestartPlainly())
        return tr("The call page stopped working again and again, which is often the graphics card's "
                  "doing. Teleconsult can start anew without it and go back into the call: pictures "
                  "are drawn a little slower then.");
    if (m_flow.keepsStopping())
        return tr("The call page stopped working again and again. Close other programs and try again; "
                  "if that does not help, restart the computer, or call the participants by phone.");
    if (m_flow.isTriedAgain())
        return tr("The call page cannot be opened just now. It is tried again by itself: check that this computer is "
                  "connected.");
    return tr("The call page refused to open, or closed at once. Its room may have ended: try again, or schedule a "
              "new consultation.");
}

CallStages::Message CallStages::mendingMessage() const
{
    Message said{.icon = QStringLiteral("refresh"), .tone = Tone::Warning};
    said.action = tr("Try now"); // The way out is in the bar.
    if (m_flow.mendingCause() == CallMending::Cause::Crash) {
        said.headline = tr("Going back into the call…");
        said.sentence = tr("The call page stopped working. It is opened again by itself: nothing needs to be "
                           "done.");
    } else {
        said.headline = tr("No connection to the call");
        if (m_flow.error()) {
            said.sentence = triedAgain(*m_flow.error());
            return said;
        }
        said.sentence = tr("The call is entered again by itself as soon as it can be reached. Check that this "
                           "computer is connected.");
    }
    return said;
}

void CallStages::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
