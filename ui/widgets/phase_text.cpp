#include "ui/widgets/phase_text.h"

#include "ui/widgets/date_text.h"

namespace teleconsult::ui {

QString PhaseText::words(Phase phase)
{
    switch (phase) {
    case Phase::WaitingForParticipants:
        return tr("Waiting for participants");
    case Phase::Upcoming:
        return tr("Upcoming");
    case Phase::Open:
        return tr("Open now");
    case Phase::InCall:
        return tr("In call");
    case Phase::Held:
        return tr("Held");
    case Phase::NotHeld:
        return tr("Not held");
    }
    Q_UNREACHABLE();
}

Tone PhaseText::tone(Phase phase)
{
    switch (phase) {
    case Phase::WaitingForParticipants:
        return Tone::Warning;
    case Phase::Open:
        return Tone::Success;
    case Phase::InCall:
        return Tone::Info;
    case Phase::Upcoming:
    case Phase::Held:
    case Phase::NotHeld:
        return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

QString PhaseText::iconName(Phase phase)
{
    switch (phase) {
    case Phase::WaitingForParticipants:
        return QStringLiteral("users");
    case Phase::Upcoming:
        return QStringLiteral("clock");
    case Phase::Open:
    case Phase::InCall:
        return QStringLiteral("video");
    case Phase::Held:
        return QStringLiteral("check");
    case Phase::NotHeld:
        return QStringLiteral("close");
    }
    Q_UNREACHABLE();
}

QString PhaseText::sentence(const Teleconsultation &consultation, const ConsultationPolicy &policy,
                            const QDateTime &now)
{
    switch (phaseAt(consultation, policy, now)) {
    case Phase::WaitingForParticipants:
        if (consultation.unknownParticipants() == 0)
            return tr("The room is being prepared");
        return tr("Waiting for %n participant(s)", nullptr, consultation.unknownParticipants());
    case Phase::Upcoming:
        return opening(opensAt(consultation, policy), now);
    case Phase::Open:
        return tr("The room is open");
    case Phase::InCall:
        return tr("A call is going on");
    case Phase::Held:
        return tr("The call has ended");
    case Phase::NotHeld:
        return tr("The end has passed without a call");
    }
    Q_UNREACHABLE();
}

QString PhaseText::opening(const QDateTime &opensAtUtc, const QDateTime &now)
{
    const QDate day = opensAtUtc.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    const QString time = DateText::time(opensAtUtc);
    switch (today.daysTo(day)) {
    case 0:
        return tr("Opens at %1").arg(time);
    case 1:
        return tr("Opens tomorrow at %1").arg(time);
    default:
        return tr("Opens on %1 at %2", "on Monday 12 May at 10:15").arg(DateText::longDay(day, today), time);
    }
}

} // namespace teleconsult::ui
