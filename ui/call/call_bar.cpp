#include "ui/call/call_bar.h"

#include "ui/call/call_flow.h"
#include "ui/call/call_time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/themed_icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace teleconsult::ui {

namespace {

QString withKeys(const QString &text, const QKeySequence &keys)
{
    return QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText));
}

} // namespace

CallBar::CallBar(const CallFlow &flow, const Clock &clock, QWidget *parent)
    : QFrame(parent),
      m_flow(flow),
      m_clock(clock),
      m_icon(new QLabel(this)),
      m_who(new ElidedLabel(this)),
      m_connection(new StatusPill(this)),
      m_when(new QLabel(this)),
      m_elapsed(new QLabel(this)),
      m_remaining(new QLabel(this)),
      m_mini(new IconButton(QStringLiteral("miniWindowButton"), {}, this)),
      m_full(new IconButton(QStringLiteral("fullScreenButton"), {}, this)),
      m_leave(new QPushButton(this))
{
    setProperty("bar", true);
    setThemedIcon(m_icon, QStringLiteral("video"), &Colors::accent, size::icon);
    m_who->setObjectName(QStringLiteral("callWho"));
    m_who->setProperty("role", QStringLiteral("strong"));
    m_connection->setObjectName(QStringLiteral("callConnection"));
    m_elapsed->setObjectName(QStringLiteral("callElapsed"));
    m_remaining->setObjectName(QStringLiteral("callRemaining"));
    for (QLabel *label : {m_when, m_elapsed, m_remaining})
        label->setProperty("role", QStringLiteral("muted"));
    m_leave->setObjectName(QStringLiteral("leaveCallButton"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::s, spacing::xl, spacing::s);
    layout->setSpacing(spacing::m);
    layout->addWidget(m_icon);
    layout->addWidget(m_who, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_connection), static_cast<QWidget *>(m_when),
                            static_cast<QWidget *>(m_elapsed), static_cast<QWidget *>(m_remaining)})
        layout->addWidget(widget);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_mini);
    layout->addWidget(m_full);
    layout->addWidget(m_leave);

    using Mode = CallWindow::Mode;
    connect(m_leave, &QPushButton::clicked, this, &CallBar::leaveRequested);
    connect(m_mini, &QPushButton::clicked, this,
            [this] { emit modeRequested(m_mode == Mode::Mini ? Mode::Usual : Mode::Mini); });
    connect(m_full, &QPushButton::clicked, this,
            [this] { emit modeRequested(m_mode == Mode::FullScreen ? Mode::Usual : Mode::FullScreen); });
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &CallBar::updateTime);
    refresh();
}

void CallBar::refresh()
{
    const Teleconsultation &consultation = m_flow.consultation();
    m_who->setText(participantNames(consultation, m_flow.policy().privileges));
    m_when->setText(DateText::timeRange(consultation.schedule.start(), consultation.schedule.end()));
    if (m_flow.hasCall())
        m_second.start();
    else
        m_second.stop();
    updateTime();
    updateConnection();
    updateButtons();
}

void CallBar::setMode(CallWindow::Mode mode)
{
    m_mode = mode;
    refresh();
}

void CallBar::updateTime()
{
    const QDateTime end = m_flow.endsAt();
    const QDateTime now = m_clock.now();
    const bool hasCall = m_flow.hasCall();
    const bool isSmall = m_mode == CallWindow::Mode::Mini;
    m_icon->setVisible(!isSmall);
    m_when->setVisible(!hasCall);
    m_elapsed->setVisible(hasCall && !isSmall);
    m_remaining->setVisible(hasCall && end.isValid());
    if (!hasCall)
        return;
    m_elapsed->setText(CallTime::elapsed(m_flow.enteredAt(), now));
    m_elapsed->setAccessibleName(tr("In the call for %1").arg(m_elapsed->text()));
    m_elapsed->setToolTip(m_when->text());
    m_remaining->setText(CallTime::remaining(end, now));
    setStyleProperty(m_remaining, "tone", CallTime::isShort(end, now) ? toneName(Tone::Warning) : QString());
}

void CallBar::updateConnection()
{
    const auto pill = [this]() -> Pill {
        if (m_flow.stage() == CallFlow::Stage::Mending)
            return {tr("Coming back"), QStringLiteral("refresh"), Tone::Warning};
        switch (m_flow.connection()) {
        case Connection::Unknown:
            break;
        case Connection::Good:
            return {tr("Connected"), QStringLiteral("check"), Tone::Success};
        case Connection::Unsteady:
            return {tr("Unsteady connection"), QStringLiteral("alert"), Tone::Warning};
        case Connection::Lost:
            return {tr("Connection lost"), QStringLiteral("alert"), Tone::Danger};
        }
        return {};
    }();
    if (!pill.words.isEmpty())
        m_connection->setPill(pill);
    m_connection->setVisible(m_flow.hasCall() && !pill.words.isEmpty() && m_mode != CallWindow::Mode::Mini);
}

void CallBar::updateButtons()
{
    const bool hasCall = m_flow.hasCall();
    const bool isSmall = m_mode == CallWindow::Mode::Mini;
    const bool isFull = m_mode == CallWindow::Mode::FullScreen;
    m_leave->setText(hasCall ? tr("Leave call") : tr("Back to the agenda"));
    setStyleProperty(m_leave, "variant", hasCall ? QStringLiteral("danger") : QStringLiteral("ghost"));
    if (hasCall)
        setThemedIcon(m_leave, QStringLiteral("phone-off"), &Colors::onDanger);
    else
        setThemedIcon(m_leave, QStringLiteral("chevron-left"));
    m_leave->setToolTip(hasCall ? withKeys(tr("Leave call"), leaveKeys()) : QString());
    m_mini->setWords(
        withKeys(isSmall ? tr("Back to the large window") : tr("Small window in front of the others"), miniKeys()));
    m_full->setWords(isFull ? tr("Leave full screen (Esc)") : tr("Full screen (F11)"));
    m_mini->setIconName(isSmall ? QStringLiteral("expand") : QStringLiteral("mini-window"));
    m_full->setIconName(isFull ? QStringLiteral("shrink") : QStringLiteral("expand"));
    m_mini->setVisible(hasCall && !isFull);
    m_full->setVisible(hasCall && !isSmall);
}

void CallBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace teleconsult::ui
