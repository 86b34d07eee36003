#include "ui/call/call_page.h"

#include "ui/call/call_stages.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/recording_text.h"
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
      m_stages(new CallStages(*m_flow, this))
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

    m_stack->addWidget(m_stages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_stage, 1);

    connect(m_leave, &QPushButton::clicked, m_flow, &CallFlow::leave);
    connect(m_flow, &CallFlow::stageChanged, this, &CallPage::showStage);
    connect(m_flow, &CallFlow::downloadRefused, this, &CallPage::showDownloadRefused);
    connect(m_stages, &CallStages::stationEditRequested, this, &CallPage::stationEditRequested);
}

void CallPage::showStage()
{
    const bool inCall = m_flow->isInCall();
    m_escape->setEnabled(!inCall); // In a call the key is the page's.
    updateBar();
    showRecording();
    if (inCall && m_flow->view()) {
        m_stack->addWidget(m_flow->view());
        m_stack->setCurrentWidget(m_flow->view());
        m_flow->view()->setFocus();
        return;
    }
    if (m_banner)
        m_banner->hide();
    m_stack->setCurrentWidget(m_stages);
    if (!m_stages->showStage())
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

Banner *CallPage::makeBanner(const QString &objectName)
{
    auto *banner = new Banner(Tone::Warning, this);
    banner->setObjectName(objectName);
    banner->setProperty("edge", true);
    banner->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, banner);
    return banner;
}

void CallPage::showRecording()
{
    const bool isSaid = m_flow->isInCall() && !RecordingText::during(m_flow->recording()).isEmpty();
    if (isSaid && !m_recording)
        m_recording = makeBanner(QStringLiteral("recordingBanner"));
    updateBanners();
    if (m_recording)
        m_recording->setVisible(isSaid);
}

void CallPage::showDownloadRefused()
{
    if (!m_banner) {
        m_banner = makeBanner(QStringLiteral("callBanner"));
        m_banner->setDismissable(true);
        // Whoever closes it was in the call and goes on there.
        connect(m_banner, &Banner::dismissed, this, [this] {
            if (m_flow->view())
                m_flow->view()->setFocus();
        });
    }
    updateBanners();
    m_banner->hide(); // A second file is announced as well.
    m_banner->show();
}

void CallPage::updateBanners()
{
    if (m_recording)
        m_recording->setText(RecordingText::during(m_flow->recording()));
    if (m_banner)
        m_banner->setText(tr("The file was not saved: files from a call cannot be saved on this station. Ask for it to "
                             "be sent another way."));
}

void CallPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateBar();
        updateBanners();
    }
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
