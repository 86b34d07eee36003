#include "ui/kiosk/visit_page.h"

#include "core/domain/appointment_code.h"
#include "ui/call/keep_awake.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/idle_watch.h"
#include "ui/kiosk/kiosk_device_page.h"
#include "ui/kiosk/kiosk_notice_page.h"
#include "ui/theme/theme.h"
#include "ui/waiting/waiting_text.h"
#include "ui/widgets/recording_text.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

/// Consultations last longer than they were meant to, and what is said at their end is said.
constexpr std::chrono::minutes usualOvertime{15};

} // namespace

VisitPage::VisitPage(CallFlow::Parts parts, Patience patience, QWidget *parent)
    : QWidget(parent),
      m_parts(parts),
      m_stage(new QWidget(this)),
      m_stack(new QStackedLayout(m_stage)),
      m_flow(new CallFlow(std::move(parts), m_stage, this)),
      m_bar(new QWidget(this)),
      m_recording(new WrappedLabel(QStringLiteral("kioskRecording"), QStringLiteral("kiosk"), m_bar)),
      m_leave(makeKioskButton(QStringLiteral("kioskLeaveButton"), QStringLiteral("danger"), m_bar)),
      m_notice(new KioskNoticePage(this)),
      m_devices(new KioskDevicePage(this)),
      m_message(new ChoicePage(QStringLiteral("kioskVisit"), this)),
      m_primary(m_message->addChoice(QStringLiteral("Primary"), QStringLiteral("primary"))),
      m_secondary(m_message->addChoice(QStringLiteral("Secondary"))),
      m_patience(patience),
      m_hungUp(new ChoicePage(QStringLiteral("kioskHungUp"), this)),
      m_hasHungUp(m_hungUp->addChoice(QStringLiteral("Yes"), QStringLiteral("primary"))),
      m_goesOn(m_hungUp->addChoice(QStringLiteral("No"))),
      m_answer(new IdleWatch(this)),
      m_touches(new IdleWatch(this)),
      m_awake(new KeepAwake(QDBusConnection::sessionBus(), this))
{
    setObjectName(QStringLiteral("kioskVisit"));
    setThemedIcon(m_leave, QStringLiteral("phone-off"), &Colors::onDanger);
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(spacing::l, spacing::s, spacing::l, spacing::s);
    bar->addWidget(m_recording, 1);
    bar->addWidget(m_leave);
    m_bar->hide();
    for (QWidget *page : {static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_notice),
                          static_cast<QWidget *>(m_devices), static_cast<QWidget *>(m_hungUp)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stage, 1);
    layout->addWidget(m_bar);

    connect(m_flow, &CallFlow::stageChanged, this, &VisitPage::showStage);
    connect(m_flow, &CallFlow::waitChanged, this, &VisitPage::showMessage);
    connect(m_flow, &CallFlow::outcomeChanged, this, &VisitPage::showRecording);
    connect(m_flow, &CallFlow::left, this, [this](const QString &, bool) { emit finished(); });
    connect(m_flow, &CallFlow::leadsAway, this, [this] { askWhetherHungUp(m_patience.hangUp); });
    connect(m_flow, &CallFlow::connectionChanged, this, &VisitPage::onConnection);
    connect(m_touches, &IdleWatch::expired, this, &VisitPage::onUntouched);
    connect(m_hasHungUp, &QPushButton::clicked, m_flow, &CallFlow::leave);
    connect(m_goesOn, &QPushButton::clicked, this, &VisitPage::goOnWithCall);
    connect(m_answer, &IdleWatch::countingDown, this, [this](int seconds) {
        m_hungUp->setSentence(tr("Without an answer the call is left in %n second(s).", nullptr, seconds));
    });
    connect(m_answer, &IdleWatch::expired, m_flow, &CallFlow::leave);
    connect(m_leave, &QPushButton::clicked, m_flow, &CallFlow::leave);
    connect(m_notice, &KioskNoticePage::agreed, m_flow, &CallFlow::agree);
    connect(m_notice, &KioskNoticePage::declined, m_flow, &CallFlow::leave);
    connect(m_devices, &KioskDevicePage::continued, m_flow, &CallFlow::devicesDone);
    connect(m_devices, &KioskDevicePage::declined, m_flow, &CallFlow::leave);
    connect(m_primary, &QPushButton::clicked, this, &VisitPage::onPrimary);
    connect(m_secondary, &QPushButton::clicked, m_flow, &CallFlow::leave);
    retranslate();
}

void VisitPage::forget()
{
    const QSignalBlocker quiet(this);
    if (m_flow->hasCall())
        m_flow->leave();
    m_flow->forget();
    m_devices->end();
    m_notice->setContent({}, {});
    m_message->setHeadline({});
    m_message->setSentence({});
    m_message->setProblem({});
}

void VisitPage::onPrimary()
{
    if (m_flow->hasCall())
        m_flow->reenter();
    else if (m_flow->stage() == CallFlow::Stage::Ended)
        m_flow->leave();
    else
        m_flow->retry();
}

void VisitPage::onConnection()
{
    if (m_flow->connection() != Connection::Good)
        return;
    m_wasConnected = true;
    if (m_answer->isOn())
        goOnWithCall(); // It has stayed.
}

/// The call is over for everybody else, as far as can be seen, and its page stays where it is: whoever comes next would
/// stand in it. Never while anybody is connected; a page that never said so (Connection::Unknown from its beginning) is
/// left alone.
bool VisitPage::mayBeLeftAlone() const
{
    const QDateTime end = m_flow->consultation().schedule.end();
    return m_flow->isInCall() && m_wasConnected && m_flow->connection() != Connection::Good && end.isValid() &&
           end.addDuration(usualOvertime) < m_flow->now();
}

void VisitPage::onUntouched()
{
    if (mayBeLeftAlone())
        askWhetherHungUp(m_patience.alone);
    else
        m_touches->watch(m_patience.untouched, std::chrono::seconds(1));
}

/// The page is not known to end calls where it wanted to go, or Kaleyra was told another address meanwhile; or it is
/// left alone.
void VisitPage::askWhetherHungUp(std::chrono::seconds countdown)
{
    if (m_answer->isOn())
        return; // A page that insists does not give more time.
    m_touches->stop();
    m_hungUp->setSentence({});
    m_stack->setCurrentWidget(m_hungUp);
    m_hasHungUp->setFocus();
    m_answer->watch(std::chrono::milliseconds(0), countdown);
}

void VisitPage::goOnWithCall()
{
    m_answer->stop();
    showCall();
    m_flow->goOn();
}

void VisitPage::showCall()
{
    m_stack->setCurrentWidget(m_flow->view());
    m_flow->view()->setFocus();
    m_touches->watch(m_patience.untouched, std::chrono::seconds(1));
}

void VisitPage::showStage()
{
    m_answer->stop();
    m_touches->stop();
    const CallFlow::Stage stage = m_flow->stage();
    const bool hasCall = m_flow->hasCall();
    m_wasConnected = m_wasConnected && hasCall;
    m_bar->setVisible(hasCall);
    if (hasCall)
        m_awake->hold(tr("A video consultation is going on"));
    else
        m_awake->release();
    if (stage != CallFlow::Stage::Devices)
        m_devices->end();
    retranslate();
    if (m_flow->isInCall() && m_flow->view()) {
        m_stack->addWidget(m_flow->view());
        showCall();
    } else if (stage == CallFlow::Stage::Notice) {
        m_stack->setCurrentWidget(m_notice);
        m_notice->agreeButton()->setFocus();
    } else if (stage == CallFlow::Stage::Devices) {
        showDevices();
    } else {
        m_stack->setCurrentWidget(m_message);
        (m_primary->isVisibleTo(m_message) ? m_primary : m_secondary)->setFocus();
    }
    emit stageChanged();
}

void VisitPage::showDevices()
{
    m_stack->setCurrentWidget(m_devices);
    m_devices->continueButton()->setFocus();
    const Result<CallEngine *> engine = m_parts.engine();
    if (engine)
        m_devices->begin((*engine)->createDevicePreview(m_parts.storageDir, m_devices), m_parts.settings.devices());
    else
        m_devices->beginWithout();
}

void VisitPage::showWait()
{
    const Teleconsultation &consultation = m_flow->consultation();
    const QDateTime opening = opensAt(consultation, m_flow->policy());
    const std::chrono::milliseconds left(m_flow->now().msecsTo(opening));
    // A code opens nothing so early: it was put off since. Nobody is to stay for that.
    if (left > appointmentLead) {
        m_message->setHeadline(tr("This appointment has been put off"));
        m_message->setSentence(
            tr("It is now on %1. Ask at the reception.", "a day and a time")
                .arg(QLocale().toString(consultation.schedule.start().toLocalTime(), QLocale::ShortFormat)));
        return;
    }
    m_message->setHeadline(left.count() > 0
                               ? tr("The call opens in %1", "a time like 4:05").arg(WaitingText::countdown(left))
                               : tr("The call opens in a moment"));
    m_message->setSentence(tr("Stay here: it opens by itself.") + QLatin1Char(' ') +
                           RecordingText::before(m_flow->recording()));
    m_message->setProblem(m_flow->error() ? tr("The call cannot be reached just now. It is tried again by itself.")
                                          : QString());
}

void VisitPage::showMessage()
{
    using Stage = CallFlow::Stage;
    m_message->setProblem({});
    QString primary;
    QString secondary = tr("Cancel");
    switch (m_flow->stage()) {
    case Stage::Waiting:
        showWait();
        break;
    case Stage::Connecting:
        m_message->setHeadline(tr("Connecting…"));
        m_message->setSentence(RecordingText::before(m_flow->recording()));
        break;
    case Stage::Mending:
        m_message->setHeadline(tr("Going back into the call…"));
        m_message->setSentence(tr("The connection was lost. Nothing needs to be done."));
        primary = tr("Try now");
        secondary.clear(); // The way out is in the bar.
        break;
    case Stage::Ended:
        m_message->setHeadline(tr("Thank you"));
        m_message->setSentence(tr("The call has ended. Nothing of it stays on this screen."));
        primary = tr("Done");
        secondary.clear();
        break;
    case Stage::Closed:
        m_message->setHeadline(tr("This call is closed"));
        m_message->setSentence(tr("It cannot be entered again. Ask at the reception."));
        break;
    case Stage::Failed:
    case Stage::NotInvited:
        if (m_flow->isRetryable()) {
            m_message->setHeadline(tr("The call cannot be shown"));
            m_message->setSentence(tr("Try again, or ask at the reception."));
        } else {
            m_message->setHeadline(tr("This appointment is not there any more"));
            m_message->setSentence(tr("It may have been cancelled or made anew. Ask at the reception."));
        }
        if (m_flow->isTriedAgain())
            m_message->setProblem(tr("The call cannot be reached just now. It is tried again by itself."));
        primary = m_flow->isRetryable() ? tr("Try again") : QString();
        break;
    default:
        break;
    }
    m_primary->setText(primary);
    m_primary->setVisible(!primary.isEmpty());
    m_secondary->setText(secondary);
    m_secondary->setVisible(!secondary.isEmpty());
}

void VisitPage::showRecording()
{
    m_recording->setText(m_flow->hasCall() ? RecordingText::during(m_flow->recording()) : QString());
}

void VisitPage::retranslate()
{
    m_leave->setText(tr("Leave the call"));
    m_hungUp->setHeadline(tr("Have you hung up?"));
    m_hasHungUp->setText(tr("Yes, I have hung up"));
    m_goesOn->setText(tr("No, back to the call"));
    showRecording();
    if (m_flow->stage() == CallFlow::Stage::Notice)
        m_notice->setContent(m_flow->notice(), m_flow->recording());
    showMessage();
}

void VisitPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
