#include "core/domain/reminder.h"

namespace teleconsult {

namespace {

std::optional<Reminder::Kind> kindAt(const Teleconsultation &consultation, const ConsultationPolicy &policy,
                                     std::chrono::minutes lead, const QDateTime &now)
{
    const QDateTime opening = opensAt(consultation, policy);
    const QDateTime end = consultation.schedule.end();
    switch (phaseAt(consultation, policy, now)) {
    case Phase::Upcoming:
    case Phase::WaitingForParticipants:
        if (now < opening && now.msecsTo(opening) <= std::chrono::milliseconds(lead).count())
            return Reminder::Kind::OpensSoon;
        return std::nullopt;
    case Phase::Open:
        return Reminder::Kind::Open;
    case Phase::InCall:
        // A record that nobody has brought to its end says nothing of today.
        if (!end.isValid() || now < end)
            return Reminder::Kind::SomebodyThere;
        return std::nullopt;
    case Phase::Held:
    case Phase::NotHeld:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Reminder> remindersAt(const QList<Teleconsultation> &consultations, const ConsultationPolicy &policy,
                            std::chrono::minutes lead, const QDateTime &now)
{
    QList<Reminder> reminders;
    for (const Teleconsultation &consultation : consultations) {
        if (const std::optional<Reminder::Kind> kind = kindAt(consultation, policy, lead, now))
            reminders.append({consultation.id, *kind, opensAt(consultation, policy)});
    }
    return reminders;
}

QDateTime nextReminder(const QList<Teleconsultation> &consultations, const ConsultationPolicy &policy,
                       std::chrono::minutes lead, const QDateTime &now)
{
    QDateTime next;
    for (const Teleconsultation &consultation : consultations) {
        const QDateTime opening = opensAt(consultation, policy);
        for (const QDateTime &moment : {opening.addSecs(-std::chrono::seconds(lead).count()), opening}) {
            if (moment > now && (next.isNull() || moment < next))
                next = moment;
        }
    }
    return next;
}

} // namespace teleconsult
