#include "ui/reminders/reminders.h"

#include "core/domain/backoff.h"
#include "ui/reminders/coming_consultations.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/phase_text.h"

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// Clocks are set and machines sleep: never trust a longer wait.
constexpr std::chrono::milliseconds longestLook = std::chrono::seconds(30);
/// How often a room is looked at while nobody is known to be there.
constexpr std::chrono::minutes askingInterval{1};
constexpr std::chrono::minutes longestAskingInterval{4};

} // namespace

Reminders::Reminders(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Reminders::look);
    connect(&m_parts.coming, &ComingConsultations::listed, this, &Reminders::look);
}

void Reminders::look()
{
    const config::ReminderWishes wishes = m_parts.settings.reminders();
    QList<Reminder> reminders;
    if (wishes.wanted)
        reminders = remindersAt(m_parts.coming.list(), m_parts.service.policy(), wishes.lead, m_parts.clock.now());
    if (m_parts.attention.isInCall())
        m_putOff.clear();
    withdrawWhatIsPast(reminders);
    for (const Reminder &reminder : std::as_const(reminders)) {
        const Teleconsultation *consultation = m_parts.coming.find(reminder.consultationId);
        if (!consultation || isNeedless(consultation->id))
            continue;
        if (m_putOff.remove(consultation->id))
            m_said.remove(consultation->id);
        consider(Teleconsultation(*consultation), reminder);
    }
    scheduleNextLook();
}

bool Reminders::isNeedless(const QString &id) const
{
    return m_parts.attention.isInCall() || m_parts.attention.isAwaited(id);
}

void Reminders::withdrawWhatIsPast(const QList<Reminder> &reminders)
{
    const QSet<QString> standing = m_standing;
    for (const QString &id : standing) {
        const bool holds = std::any_of(reminders.begin(), reminders.end(),
                                       [&](const Reminder &reminder) { return reminder.consultationId == id; });
        if (holds && !isNeedless(id))
            continue;
        if (holds && !m_parts.attention.isInCall())
            m_putOff.insert(id);
        m_standing.remove(id);
        m_parts.notifier.withdraw(id);
    }
    // Of what has gone from the list nothing is kept.
    m_said.removeIf([this](QHash<QString, Reminder>::iterator said) { return !m_parts.coming.find(said.key()); });
    m_asking.removeIf(
        [this](QHash<Asked, Asking>::iterator asked) { return !m_parts.coming.find(asked.key().consultationId); });
}

/// Looks are many: the list is read, a change is heard of, the time comes.
bool Reminders::mayAsk(const Asked &asked) const
{
    const Asking asking = m_asking.value(asked);
    const QDateTime now = m_parts.clock.now();
    if (!asking.last.isValid() || now < asking.last)
        return true;
    return asking.last.addDuration(doubled(askingInterval, asking.errors, longestAskingInterval)) <= now;
}

void Reminders::consider(const Teleconsultation &consultation, const Reminder &reminder)
{
    const QString person = m_parts.settings.station().externalId;
    const Asked asked{person, consultation.id, consultation.revision};
    if (person.isEmpty() || m_notMine.contains(asked))
        return;
    // That it is open may be followed by that somebody is there, which only asking tells.
    if (isSaid(reminder) &&
        (reminder.kind != Reminder::Kind::Open || m_said.value(consultation.id).kind == Reminder::Kind::SomebodyThere))
        return;
    // That it opens soon the service is not needed for, once it is known whose it is: it may not answer just then.
    const std::optional<bool> isOwn = m_parts.coming.isOwn(consultation);
    if (reminder.kind == Reminder::Kind::OpensSoon && isOwn) {
        if (*isOwn)
            say(consultation, reminder);
        return;
    }
    if (!mayAsk(asked))
        return;
    m_asking[asked].last = m_parts.clock.now();
    whenDone(m_parts.service.open(consultation.id, person, {}), this,
             [this, asked, reminder](const Result<service::Admission> &admission) {
                 onAdmission(asked, reminder, admission);
             });
}

void Reminders::onAdmission(const Asked &asked, const Reminder &reminder, const Result<service::Admission> &admission)
{
    const auto asking = m_asking.find(asked); // What has gone from the list meanwhile is not asked for any more.
    if (asking != m_asking.end())
        asking->errors = admission ? 0 : asking->errors + 1;
    if (!admission && service::isNoParticipant(admission.error()))
        m_notMine.insert(asked);
    if (isNeedless(asked.consultationId) || asked.person != m_parts.settings.station().externalId)
        return;
    if (!admission) {
        if (admission.error().retryable)
            sayWhatIsKnown(reminder);
        return;
    }
    Reminder what = reminder;
    if (what.kind == Reminder::Kind::Open && admission->room && admission->room->status == QLatin1String("RUNNING"))
        what.kind = Reminder::Kind::SomebodyThere;
    if (what.kind != Reminder::Kind::OpensSoon && admission->room && admission->room->isClosed())
        return;
    if (!isSaid(what))
        say(admission->consultation, what);
}

/// While the service does not answer: by the list as it was read last. Whether the room was closed since is not known;
/// whoever comes for nothing has lost less than who is not told.
void Reminders::sayWhatIsKnown(const Reminder &reminder)
{
    const Teleconsultation *consultation = m_parts.coming.find(reminder.consultationId);
    if (consultation && m_parts.coming.isOwn(*consultation).value_or(false) && !isSaid(reminder))
        say(Teleconsultation(*consultation), reminder);
}

bool Reminders::isSaid(const Reminder &reminder) const
{
    const auto said = m_said.constFind(reminder.consultationId);
    return said != m_said.constEnd() && said->opensAt == reminder.opensAt && said->kind >= reminder.kind;
}

void Reminders::say(const Teleconsultation &consultation, const Reminder &reminder)
{
    m_said.insert(reminder.consultationId, reminder);
    m_standing.insert(reminder.consultationId);
    m_parts.notifier.show(noticeOf(consultation, reminder));
}

Notice Reminders::noticeOf(const Teleconsultation &consultation, const Reminder &reminder) const
{
    Notice notice;
    notice.consultationId = consultation.id;
    notice.title = tr("Consultation at %1", "10:15").arg(DateText::time(consultation.schedule.start()));
    notice.body = sentence(consultation, reminder);
    if (m_parts.settings.reminders().showNames)
        notice.body = participantNames(consultation, m_parts.service.policy().privileges) + u'\n' + notice.body;
    if (reminder.kind != Reminder::Kind::OpensSoon || consultation.allParticipantsKnown()) // Else there is no room.
        notice.join = tr("Join");
    notice.showText = tr("Show in the agenda");
    return notice;
}

QString Reminders::sentence(const Teleconsultation &consultation, const Reminder &reminder) const
{
    switch (reminder.kind) {
    case Reminder::Kind::OpensSoon: {
        if (!consultation.allParticipantsKnown())
            return PhaseText::sentence(consultation, m_parts.service.policy(), m_parts.clock.now());
        const qint64 left = std::max<qint64>(m_parts.clock.now().secsTo(reminder.opensAt), 1);
        return tr("It opens in %n minute(s).", nullptr, int((left + 59) / 60));
    }
    case Reminder::Kind::Open:
        return tr("It is open now.");
    case Reminder::Kind::SomebodyThere:
        return tr("Somebody is waiting in it.");
    }
    Q_UNREACHABLE();
}

void Reminders::scheduleNextLook()
{
    const QDateTime now = m_parts.clock.now();
    const QDateTime next =
        nextReminder(m_parts.coming.list(), m_parts.service.policy(), m_parts.settings.reminders().lead, now);
    const std::chrono::milliseconds wait(next.isValid() ? now.msecsTo(next) + 1 : longestLook.count());
    m_next.start(std::min(wait, longestLook));
}

} // namespace teleconsult::ui
