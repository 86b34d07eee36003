#include "ui/waiting/waiting_page.h"

#include "ui/theme/theme.h"
#include "ui/waiting/waiting_text.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/recording_text.h"
#include "ui/widgets/themed_icon.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace teleconsult::ui {

WaitingPage::WaitingPage(QWidget *parent)
    : QWidget(parent),
      m_headline(makeCentredLabel(QStringLiteral("waitingHeadline"), QStringLiteral("title"), this)),
      m_countdown(makeCentredLabel(QStringLiteral("waitingCountdown"), QStringLiteral("headline"), this)),
      m_reason(makeCentredLabel(QStringLiteral("waitingReason"), QStringLiteral("muted"), this)),
      m_promise(makeCentredLabel(QStringLiteral("waitingPromise"), QStringLiteral("muted"), this)),
      m_recording(makeCentredLabel(QStringLiteral("waitingRecording"), QStringLiteral("strong"), this)),
      m_problem(makeCentredLabel(QStringLiteral("waitingProblem"), QStringLiteral("error"), this)),
      m_ask(new QPushButton(this)),
      m_devices(new QPushButton(this)),
      m_back(new QPushButton(this))
{
    setObjectName(QStringLiteral("waitingPage"));
    m_ask->setObjectName(QStringLiteral("waitingAskButton"));
    setThemedIcon(m_ask, QStringLiteral("refresh"));
    m_devices->setObjectName(QStringLiteral("waitingDevicesButton"));
    setThemedIcon(m_devices, QStringLiteral("microphone"));
    m_back->setObjectName(QStringLiteral("waitingBackButton"));
    auto *icon = new QLabel(this);
    setThemedIcon(icon, QStringLiteral("clock"), &Colors::accent, size::iconLarge);
    QVBoxLayout *words = makeCentredColumn(this);
    words->addWidget(icon, 0, Qt::AlignHCenter);
    for (QLabel *label : {m_headline, m_countdown, m_reason, m_promise, m_recording, m_problem})
        words->addWidget(label);
    words->addWidget(m_ask, 0, Qt::AlignHCenter);
    words->addSpacing(spacing::m);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addStretch();
    buttons->addWidget(m_devices);
    buttons->addWidget(m_back);
    buttons->addStretch();
    words->addLayout(buttons);
    connect(m_ask, &QPushButton::clicked, this, &WaitingPage::askRequested);
    connect(m_devices, &QPushButton::clicked, this, &WaitingPage::deviceCheckRequested);
    connect(m_back, &QPushButton::clicked, this, &WaitingPage::backRequested);
}

void WaitingPage::showWait(const Wait &wait)
{
    const QDateTime opening = opensAt(wait.consultation, wait.policy);
    const std::chrono::milliseconds left(wait.now.msecsTo(opening));
    m_headline->setText(WaitingText::headline(wait.consultation, wait.policy, wait.now));
    setTextOrHide(m_countdown, left.count() > 0 ? WaitingText::countdown(left) : QString());
    m_countdown->setAccessibleName(WaitingText::spokenCountdown(left));
    setTextOrHide(m_reason, WaitingText::reason(wait.consultation, wait.policy, wait.now));
    m_promise->setText(tr("Stay here: you are taken into the call by itself as soon as it opens."));
    setTextOrHide(m_recording, RecordingText::before(wait.recording));
    setTextOrHide(m_problem,
                  wait.problem ? tr("%1 It is asked again by itself.", "what went wrong").arg(errorText(*wait.problem))
                               : QString());
    m_ask->setText(tr("Ask now"));
    m_ask->setVisible(wait.problem.has_value());
    m_devices->setText(tr("Check camera and microphone"));
    m_back->setText(tr("Back to the agenda"));
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_reason->text());
}

} // namespace teleconsult::ui
