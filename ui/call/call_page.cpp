#include "ui/call/call_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/themed_icon.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace teleconsult::ui {

CallPage::CallPage(CallFlow::Parts parts, QWidget *parent)
    : QWidget(parent),
      m_stage(new QWidget(this)),
      m_stack(new QStackedLayout(m_stage)),
      m_flow(new CallFlow(std::move(parts), m_stage, this)),
      m_who(new ElidedLabel(this)),
      m_when(new QLabel(this)),
      m_leave(new QPushButton(this)),
      m_escape(new QShortcut(Qt::Key_Escape, this, m_flow, &CallFlow::leave, Qt::WidgetWithChildrenShortcut)),
      m_notice(new EmptyState(this))
{
    auto *bar = new QFrame(this);
    bar->setProperty("bar", true);
    auto *icon = new QLabel(bar);
    setThemedIcon(icon, QStringLiteral("video"), &Colors::accent, size::icon);
    m_who->setObjectName(QStringLiteral("callWho"));
    m_who->setProperty("role", QStringLiteral("strong"));
    m_when->setProperty("role", QStringLiteral("muted"));
    m_leave->setObjectName(QStringLiteral("leaveCallButton"));
    auto *barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(spacing::xl, spacing::s, spacing::xl, spacing::s);
    barLayout->setSpacing(spacing::m);
    barLayout->addWidget(icon);
    barLayout->addWidget(m_who, 1);
    barLayout->addWidget(m_when);
    barLayout->addSpacing(spacing::s);
    barLayout->addWidget(m_leave);

    m_notice->setObjectName(QStringLiteral("callNotice"));
    m_stack->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_stage, 1);

    connect(m_leave, &QPushButton::clicked, m_flow, &CallFlow::leave);
    connect(m_flow, &CallFlow::stageChanged, this, &CallPage::showStage);
    connect(m_flow, &CallFlow::downloadRefused, this, &CallPage::showDownloadRefused);
    connect(m_notice, &EmptyState::secondaryActionTriggered, m_flow, &CallFlow::leave);
    connect(m_notice, &EmptyState::actionTriggered, this, [this] {
        if (m_flow->stage() == CallFlow::Stage::NotInvited)
            emit stationEditRequested();
        else
            m_flow->retry();
    });
}

void CallPage::showStage()
{
    const bool inCall = m_flow->isInCall();
    m_escape->setEnabled(!inCall); // In a call the key is the page's.
    updateBar();
    if (inCall && m_flow->view()) {
        m_stack->addWidget(m_flow->view());
        m_stack->setCurrentWidget(m_flow->view());
        m_flow->view()->setFocus();
        return;
    }
    if (m_banner)
        m_banner->hide();
    updateNotice();
    m_stack->setCurrentWidget(m_notice);
    QPushButton *first =
        m_notice->actionButton()->isVisibleTo(m_notice) ? m_notice->actionButton() : m_notice->secondaryActionButton();
    if (first->isVisibleTo(m_notice))
        first->setFocus();
    else
        m_leave->setFocus();
}

void CallPage::updateBar()
{
    const Teleconsultation &consultation = m_flow->consultation();
    const bool inCall = m_flow->isInCall();
    m_who->setText(participantNames(consultation, m_flow->policy().privileges));
    m_when->setText(DateText::timeRange(consultation.schedule.start(), consultation.schedule.end()));
    m_leave->setText(inCall ? tr("Leave call") : tr("Back to the agenda"));
    setStyleProperty(m_leave, "variant", inCall ? QStringLiteral("danger") : QStringLiteral("ghost"));
    if (inCall)
        setThemedIcon(m_leave, QStringLiteral("phone-off"), &Colors::onDanger);
    else
        setThemedIcon(m_leave, QStringLiteral("chevron-left"));
}

void CallPage::updateNotice()
{
    const QString back = tr("Back to the agenda");
    m_notice->setAction({});
    m_notice->setSecondaryAction(back);
    m_notice->setIconName(QStringLiteral("video"));
    switch (m_flow->stage()) {
    case CallFlow::Stage::Idle:
    case CallFlow::Stage::InCall:
        return;
    case CallFlow::Stage::Connecting:
        m_notice->setHeadline(tr("Connecting…"));
        m_notice->setSentence(tr("The call opens in a moment. You may be asked for the camera and the microphone."));
        m_notice->setSecondaryAction({});
        return;
    case CallFlow::Stage::NotInvited:
        m_notice->setIconName(QStringLiteral("person"));
        m_notice->setHeadline(tr("%1 does not take part", "a person's name").arg(m_flow->stationName()));
        m_notice->setSentence(
            tr("A call is entered in the name of the person who uses this station, and only those who "
               "take part can enter."));
        m_notice->setAction(tr("Change who uses this station"));
        return;
    case CallFlow::Stage::NotOpenYet:
        m_notice->setIconName(QStringLiteral("clock"));
        m_notice->setHeadline(tr("This consultation is not open yet"));
        m_notice->setSentence(m_flow->expectation());
        m_notice->setAction(tr("Try again"));
        return;
    case CallFlow::Stage::Closed:
        m_notice->setIconName(QStringLiteral("phone-off"));
        m_notice->setHeadline(tr("This call is closed"));
        m_notice->setSentence(tr("Its room has ended and cannot be entered again. Schedule a new consultation to meet "
                                 "once more."));
        return;
    case CallFlow::Stage::Failed:
        m_notice->setIconName(QStringLiteral("alert"), Tone::Warning);
        m_notice->setHeadline(tr("The call cannot be shown"));
        if (m_flow->error())
            m_notice->setSentence(errorText(*m_flow->error()));
        else if (m_flow->isRetryable())
            m_notice->setSentence(tr("The call page was not loaded, or it stopped working. Check the network and try "
                                     "again."));
        else
            m_notice->setSentence(tr("The call page refused to open. Its room may have ended: refresh the agenda, or "
                                     "schedule a new consultation."));
        m_notice->setAction(m_flow->isRetryable() ? tr("Try again") : QString());
        return;
    }
}

void CallPage::showDownloadRefused()
{
    if (!m_banner) {
        m_banner = new Banner(Tone::Warning, this);
        m_banner->setObjectName(QStringLiteral("callBanner"));
        m_banner->setProperty("edge", true);
        m_banner->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
        m_banner->setDismissable(true);
        // Whoever closes it was in the call and goes on there.
        connect(m_banner, &Banner::dismissed, this, [this] {
            if (m_flow->view())
                m_flow->view()->setFocus();
        });
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_banner);
    }
    updateBanner();
    m_banner->hide(); // A second file is announced as well.
    m_banner->show();
}

void CallPage::updateBanner()
{
    if (m_banner)
        m_banner->setText(tr("The file was not saved: files from a call cannot be saved on this station. Ask for it to "
                             "be sent another way."));
}

void CallPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateBar();
        updateNotice();
        updateBanner();
    }
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
