#include "ui/waiting/waiting_text.h"

#include "ui/widgets/person_text.h"
#include "ui/widgets/phase_text.h"

#include <QLocale>

#include <algorithm>

namespace teleconsult::ui {

namespace {

qint64 wholeSeconds(std::chrono::milliseconds left)
{
    return std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
}

} // namespace

QString WaitingText::headline(const Teleconsultation &consultation, const ConsultationPolicy &policy,
                              const QDateTime &now)
{
    if (!consultation.allParticipantsKnown())
        return tr("Not everybody is known yet");
    if (consultation.roomId.isEmpty())
        return tr("The room is being prepared");
    return opensAt(consultation, policy) > now ? tr("This consultation is not open yet")
                                               : tr("The room opens in a moment");
}

QString WaitingText::reason(const Teleconsultation &consultation, const ConsultationPolicy &policy,
                            const QDateTime &now)
{
    QStringList sentences;
    if (const int unknown = consultation.unknownParticipants()) {
        QStringList names;
        for (const Participant &participant : consultation.participants)
            names << (participant.fullName.isEmpty() ? groupsText(participant.groups) : participant.fullName);
        if (!names.isEmpty())
            sentences << tr("Known so far: %1.").arg(QLocale().createSeparatedList(names));
        sentences << tr("%n more participant(s) must be named before there is a room.", nullptr, unknown);
    }
    const QDateTime opening = opensAt(consultation, policy);
    if (opening > now)
        sentences << PhaseText::opening(opening, now) + QLatin1Char('.');
    return sentences.join(QLatin1Char(' '));
}

QString WaitingText::countdown(std::chrono::milliseconds left)
{
    const qint64 seconds = wholeSeconds(left);
    constexpr qint64 day = 24 * 3600;
    const qint64 hours = seconds % day / 3600;
    const QString minutesAndSeconds =
        QStringLiteral("%1:%2")
            .arg(seconds % 3600 / 60, hours > 0 || seconds >= day ? 2 : 1, 10, QLatin1Char('0'))
            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (seconds < 3600)
        return minutesAndSeconds;
    const QString clock = QStringLiteral("%1:%2").arg(hours).arg(minutesAndSeconds);
    return seconds < day ? clock : tr("%1 d %2", "days, hours:minutes:seconds").arg(seconds / day).arg(clock);
}

QString WaitingText::spokenCountdown(std::chrono::milliseconds left)
{
    const qint64 minutes = (wholeSeconds(left) + 59) / 60;
    return tr("Opens in %n minute(s)", nullptr, int(std::min<qint64>(minutes, 100'000'000)));
}

} // namespace teleconsult::ui
