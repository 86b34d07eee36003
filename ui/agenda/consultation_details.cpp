#include "ui/agenda/consultation_details.h"

#include "core/config/at_kiosk.h"
#include "ui/agenda/consultation_deletion.h"
#include "ui/agenda/invitation_dialog.h"
#include "ui/agenda/participant_list.h"
#include "ui/sharing/sharing_menu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/phase_text.h"
#include "ui/widgets/recording_text.h"
#include "ui/widgets/room_text.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int emptyTextWidth = 260;
/// Clocks are set and machines sleep: never trust a longer wait.
constexpr std::chrono::milliseconds longestLook = std::chrono::seconds(30);
/// How old what Kaleyra says of an open room may grow while somebody looks at it.
constexpr std::chrono::milliseconds roomAge = std::chrono::minutes(1);
/// The same right after a call.
constexpr std::chrono::milliseconds leavingAge = std::chrono::seconds(8);

} // namespace

ConsultationDetails::ConsultationDetails(service::TeleconsultationService &service, config::Settings &settings,
                                         const Clock &clock, ConsultationDeletion &deletion, QWidget *parent)
    : QWidget(parent),
      m_service(service),
      m_settings(settings),
      m_clock(clock),
      m_deletion(deletion),
      m_pages(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_day(new WrappedLabel(QStringLiteral("detailsDay"), QStringLiteral("muted"), this)),
      m_time(new WrappedLabel(QStringLiteral("detailsTime"), QStringLiteral("headline"), this)),
      m_pill(new StatusPill(this)),
      m_sentence(new WrappedLabel(QStringLiteral("detailsSentence"), QStringLiteral("muted"), this)),
      m_join(new QPushButton(this)),
      m_joinReason(new WrappedLabel(QStringLiteral("joinReason"), QStringLiteral("caption"), this)),
      m_recording(new WrappedLabel(QStringLiteral("detailsRecording"), QStringLiteral("strong"), this)),
      m_retry(new QPushButton(this)),
      m_participants(new ParticipantList(this)),
      m_roomTitle(new WrappedLabel(QStringLiteral("detailsRoomTitle"), QStringLiteral("title"), this)),
      m_roomText(new WrappedLabel(QStringLiteral("detailsRoom"), QStringLiteral("muted"), this)),
      m_invite(new QPushButton(this)),
      m_inviteHint(new WrappedLabel(QStringLiteral("inviteHint"), QStringLiteral("caption"), this)),
      m_share(new QPushButton(this)),
      m_sharing(new SharingMenu(service, settings, clock, this)),
      m_reschedule(new QPushButton(this)),
      m_delete(new QPushButton(this))
{
    build();
    m_nextLook.setSingleShot(true);
    connect(&m_nextLook, &QTimer::timeout, this, &ConsultationDetails::updatePhase);
    connect(&m_nextAsk, &QTimer::timeout, this, &ConsultationDetails::lookAgain);
    connect(m_join, &QPushButton::clicked, this, [this] { emit joinRequested(m_consultation->id); });
    connect(m_retry, &QPushButton::clicked, this, &ConsultationDetails::askMembership);
    connect(m_invite, &QPushButton::clicked, this, &ConsultationDetails::openInvitations);
    connect(m_participants, &ParticipantList::addRequested, this,
            [this] { emit addParticipantRequested(*m_consultation); });
    connect(m_reschedule, &QPushButton::clicked, this, [this] { emit rescheduleRequested(*m_consultation); });
    connect(m_delete, &QPushButton::clicked, this, [this] { m_deletion.ask(*m_consultation, this); });
    connect(&m_deletion, &ConsultationDeletion::begun, this, &ConsultationDetails::updateAll);
    connect(&m_deletion, &ConsultationDeletion::failed, this, &ConsultationDetails::updateAll);
    updateAll();
}

void ConsultationDetails::build()
{
    setObjectName(QStringLiteral("consultationDetails"));
    m_empty->setObjectName(QStringLiteral("detailsEmpty"));
    m_empty->setIconName(QStringLiteral("calendar"));
    m_empty->setTextWidth(emptyTextWidth);
    // The window is not to be higher for words that do not show.
    m_empty->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_pill->setObjectName(QStringLiteral("detailsPhase"));
    prepareButtons();

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("detailsScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makePage());
    keepScrollBarRoom(scroll);

    m_pages->addWidget(m_empty);
    m_pages->addWidget(scroll);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

void ConsultationDetails::prepareButtons()
{
    m_join->setObjectName(QStringLiteral("joinButton"));
    m_join->setProperty("variant", QStringLiteral("primary"));
    m_retry->setObjectName(QStringLiteral("joinRetryButton"));
    m_retry->setProperty("variant", QStringLiteral("ghost"));
    m_invite->setObjectName(QStringLiteral("inviteButton"));
    m_share->setObjectName(QStringLiteral("shareButton"));
    m_share->setMenu(m_sharing);
    m_reschedule->setObjectName(QStringLiteral("rescheduleButton"));
    m_delete->setObjectName(QStringLiteral("deleteButton"));
    m_delete->setProperty("variant", QStringLiteral("dangerGhost"));
    setThemedIcon(m_join, QStringLiteral("video"), &Colors::onAccent);
    setThemedIcon(m_invite, QStringLiteral("qr"));
    setThemedIcon(m_share, QStringLiteral("external"));
    setThemedIcon(m_reschedule, QStringLiteral("calendar"));
    setThemedIcon(m_delete, QStringLiteral("trash"), &Colors::danger);
}

QWidget *ConsultationDetails::makePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl - scrollBarRoom, spacing::l);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_day);
    layout->addWidget(m_time);
    layout->addWidget(m_pill, 0, Qt::AlignLeft);
    layout->addWidget(m_sentence);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_join);
    layout->addWidget(m_joinReason);
    layout->addWidget(m_recording);
    layout->addWidget(m_retry, 0, Qt::AlignLeft);
    layout->addSpacing(spacing::m);
    layout->addWidget(m_participants);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_invite);
    layout->addWidget(m_inviteHint);
    layout->addWidget(m_share);
    layout->addWidget(m_reschedule);
    layout->addSpacing(spacing::m);
    layout->addWidget(m_roomTitle);
    layout->addWidget(m_roomText);
    layout->addStretch();
    layout->addWidget(m_delete);
    return page;
}

void ConsultationDetails::setConsultation(const std::optional<Teleconsultation> &consultation)
{
    const StationIdentity station = m_settings.station();
    const bool isSame =
        m_consultation && consultation && m_consultation->id == consultation->id && station == m_station;
    const bool roomIsSame = isSame && m_consultation->roomId == consultation->roomId;
    const bool callHasMoved = isSame && m_consultation->progress != consultation->progress;
    m_consultation = consultation;
    m_sharing->setConsultation(consultation);
    m_station = station;
    if (!isSame) {
        m_membership = Membership::Unknown;
        m_stationUserId.clear();
    }
    if (!roomIsSame)
        m_room.reset();
    updateAll();
    if (m_consultation && m_membership == Membership::Unknown)
        askMembership();
    else if (callHasMoved && m_membership == Membership::Yes)
        ask(); // Its room stands otherwise now; what is shown holds meanwhile.
}

void ConsultationDetails::askMembership()
{
    if (!m_consultation || m_station.externalId.isEmpty() || m_membership == Membership::Asking)
        return;
    m_membership = Membership::Asking;
    updatePhase();
    ask();
}

void ConsultationDetails::lookAgain()
{
    if (m_consultation && (m_membership == Membership::Yes || m_membership == Membership::Failed))
        ask(); // What is shown holds meanwhile.
}

void ConsultationDetails::ask()
{
    const QString id = m_consultation->id;
    const QString person = m_station.externalId;
    whenDone(m_service.open(id, person, {}), this, [this, id, person](const Result<service::Admission> &admission) {
        if (m_consultation && m_consultation->id == id && m_station.externalId == person)
            onAdmission(admission);
    });
}

void ConsultationDetails::onAdmission(const Result<service::Admission> &admission)
{
    if (admission) {
        m_membership = Membership::Yes;
        m_stationUserId = admission->kaleyraUserId;
        m_room = admission->room;
    } else {
        m_room.reset(); // How it stands now is not known.
        if (m_membership != Membership::Yes)
            m_membership = service::isNoParticipant(admission.error()) ? Membership::No : Membership::Failed;
    }
    updateParticipants();
    updatePhase();
}

bool ConsultationDetails::isBeingDeleted() const
{
    return m_consultation && m_deletion.isUnderWay(m_consultation->id);
}

/// Links are credentials, to be copied, photographed or opened: at a kiosk there are codes.
bool ConsultationDetails::mayInvite() const
{
    return !config::isAtKiosk(m_settings.sources());
}

void ConsultationDetails::openInvitations()
{
    if (!m_consultation || !mayInvite())
        return;
    auto *dialog = new InvitationDialog(m_service, m_clock, *m_consultation, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ConsultationDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateAll();
    QWidget::changeEvent(event);
}

void ConsultationDetails::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updatePhase();
}

void ConsultationDetails::updateAll()
{
    m_empty->setHeadline(tr("No consultation selected"));
    m_empty->setSentence(tr("Select one in the agenda to see who takes part and to join it."));
    m_pages->setCurrentIndex(m_consultation ? 1 : 0);
    m_retry->setText(tr("Try again"));
    m_roomTitle->setText(tr("Room at Kaleyra"));
    m_invite->setText(tr("Invite a participant"));
    for (QWidget *widget : {static_cast<QWidget *>(m_invite), static_cast<QWidget *>(m_inviteHint)})
        widget->setVisible(mayInvite());
    m_share->setText(tr("Share"));
    m_share->setVisible(m_sharing->offersAnything());
    m_share->setAccessibleDescription(m_sharing->summary());
    m_sharing->retranslate();
    const bool deleting = isBeingDeleted();
    m_delete->setText(deleting ? tr("Deleting…") : tr("Delete"));
    m_delete->setAccessibleName(tr("Delete consultation"));
    m_delete->setEnabled(!deleting);
    m_reschedule->setText(tr("Change date or time"));
    m_participants->setCanAdd(!deleting);
    if (!m_consultation) {
        m_nextLook.stop();
        m_nextAsk.stop();
        return;
    }

    const Schedule &schedule = m_consultation->schedule;
    const QDate day = schedule.start().toLocalTime().date();
    m_day->setText(DateText::heading(day, m_clock.now().toLocalTime().date()));
    m_time->setText(DateText::timeRange(schedule.start(), schedule.end()));
    updateParticipants();
    updatePhase();
}

void ConsultationDetails::updateParticipants()
{
    if (m_consultation)
        m_participants->show(*m_consultation, m_stationUserId);
}

void ConsultationDetails::updatePhase()
{
    if (!m_consultation)
        return;
    const QDateTime now = m_clock.now();
    const Phase phase = phaseAt(*m_consultation, m_service.policy(), now);
    m_pill->setPill(PhaseText::pill(phase));
    m_sentence->setText(PhaseText::sentence(*m_consultation, m_service.policy(), now));
    updateJoin(phase);
    updateRoom();
    updateReschedule(now);

    const bool joinable = isJoinable(*m_consultation, m_service.policy(), now);
    m_inviteHint->setText(joinable ? tr("Hand each person their own link or QR code.")
                          : m_consultation->allParticipantsKnown()
                              ? tr("Links are there once the room is open.")
                              : tr("Links are there once everyone is known and the room is open."));
    scheduleNextLook();
}

void ConsultationDetails::updateJoin(Phase phase)
{
    const QString reason = obstacle();
    const bool waits = !reason.isEmpty() && mayWait(phase);
    m_join->setText(waits                  ? tr("Wait", "for a consultation to open")
                    : phase == Phase::Held ? tr("Re-enter")
                                           : tr("Join"));
    m_join->setEnabled((reason.isEmpty() || waits) && !isBeingDeleted());
    m_join->setAccessibleDescription(reason);
    m_joinReason->setText(reason);
    m_joinReason->setVisible(!reason.isEmpty() && reason != m_sentence->text()); // said once is enough
    m_retry->setVisible(m_membership == Membership::Failed);
    setThemedIcon(m_join, waits ? QStringLiteral("clock") : QStringLiteral("video"),
                  m_join->isEnabled() ? &Colors::onAccent : &Colors::textMuted);
}

void ConsultationDetails::updateReschedule(const QDateTime &now)
{
    const bool isTooLate = isImmutable(*m_consultation, m_service.policy(), now);
    m_reschedule->setEnabled(!isTooLate && !isBeingDeleted());
    const QString why = isTooLate ? tr("Date and time stay as they are once the room is open.") : QString();
    m_reschedule->setToolTip(why);
    m_reschedule->setAccessibleDescription(why);
}

void ConsultationDetails::reschedule()
{
    m_reschedule->click();
}

bool ConsultationDetails::mayWait(Phase phase) const
{
    return m_membership == Membership::Yes && (phase == Phase::Upcoming || phase == Phase::WaitingForParticipants);
}

void ConsultationDetails::updateRoom()
{
    const QString lines = m_room ? RoomText::lines(*m_room) : QString();
    m_roomText->setText(lines);
    m_roomText->setVisible(!lines.isEmpty());
    m_roomTitle->setVisible(!lines.isEmpty());
    const bool isOver = phaseAt(*m_consultation, m_service.policy(), m_clock.now()) == Phase::NotHeld;
    const QString recording = RecordingText::before(
        m_room && !m_room->recording.isEmpty() ? m_room->recording : m_service.policy().recording);
    m_recording->setText(recording);
    m_recording->setVisible(!recording.isEmpty() && !isOver && !(m_room && m_room->isClosed()));
}

QString ConsultationDetails::obstacle() const
{
    if (m_station.externalId.isEmpty())
        return tr("Say at the top of the window who uses this computer, to be able to join.");
    if (m_membership == Membership::No)
        return tr("%1 does not take part in this consultation.").arg(m_station.fullName);
    if (!m_consultation->allParticipantsKnown())
        return tr("It can be joined once everyone is known.");
    if (m_consultation->roomId.isEmpty())
        return tr("There is no room yet.");
    if (!isJoinable(*m_consultation, m_service.policy(), m_clock.now()))
        return PhaseText::opening(opensAt(*m_consultation, m_service.policy()), m_clock.now());
    if (m_room && m_room->isClosed())
        return tr("The room was closed. Schedule another consultation to meet again.");
    switch (m_membership) {
    case Membership::Unknown:
    case Membership::Asking:
        return tr("Checking whether you take part…");
    case Membership::Failed:
        return tr("Whether you take part could not be checked.");
    case Membership::Yes:
    case Membership::No:
        break;
    }
    return {};
}

void ConsultationDetails::scheduleNextLook()
{
    const QDateTime now = m_clock.now();
    const QDateTime next = nextPhaseChange(*m_consultation, m_service.policy(), now);
    const std::chrono::milliseconds wait(next.isValid() ? now.msecsTo(next) + 1 : longestLook.count());
    if (isVisible())
        m_nextLook.start(std::min(wait, longestLook));
    else
        m_nextLook.stop();
    const bool mayChange = isJoinable(*m_consultation, m_service.policy(), now) && !(m_room && m_room->isClosed());
    if (!isVisible() || !(mayChange || m_membership == Membership::Failed))
        m_nextAsk.stop();
    else if (const auto age = isStillLeft() ? leavingAge : roomAge;
             !m_nextAsk.isActive() || m_nextAsk.interval() != age.count())
        m_nextAsk.start(age);
}

/// Kaleyra tells a moment later that a call is over.
bool ConsultationDetails::isStillLeft() const
{
    return m_room && m_room->status == QLatin1String("RUNNING") && m_consultation->progress == Progress::Held;
}

} // namespace teleconsult::ui
