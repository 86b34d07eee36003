#include "core/domain/teleconsultation_change.h"

#include <algorithm>

namespace teleconsult {

namespace {

/// The consultation's times as they would be, for the rules of a new one.
void takeSchedule(TeleconsultationRequest &request, const TeleconsultationChange &change, const Schedule &schedule)
{
    request.start = change.start.value_or(schedule.start());
    request.end = change.end;
    request.duration = change.duration;
    if (!request.end && !request.duration && schedule.end().isValid())
        request.end = schedule.end();
}

bool changesSchedule(const TeleconsultationChange &change)
{
    return change.start || change.end || change.duration;
}

Result<Schedule> scheduleOf(const TeleconsultationChange &change, const Schedule &schedule)
{
    if (!changesSchedule(change))
        return schedule;
    TeleconsultationRequest request;
    takeSchedule(request, change, schedule);
    return Schedule::make(request.start, request.end, request.duration);
}

QList<Error> checkRequest(const TeleconsultationRequest &request, const Privileges *privileges)
{
    return privileges ? check(request, *privileges) : checkByIds(request);
}

/// A mistake in the length of a consultation whose start alone is moved, told of the start.
Error asOfStart(Error error)
{
    const QString end = QStringLiteral("end_date");
    if (error.field != end)
        return error;
    const QString start = QStringLiteral("start_date");
    error.field = start;
    error.message.replace(end, start);
    return error;
}

/// The rules for one participant.
QList<Error> checkAdded(const ParticipantData &person, const Privileges *privileges)
{
    TeleconsultationRequest request;
    request.participantsNumber = maximumParticipants;
    request.participants = {person};
    request.start = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    request.duration = shortestDuration;
    QList<Error> errors = checkRequest(request, privileges);
    for (Error &error : errors)
        error = asOfAdded(error);
    return errors;
}

/// `privileges`: null while it is not known who the people are.
QList<Error> checkChange(const TeleconsultationChange &change, const Teleconsultation &consultation,
                         const Privileges *privileges)
{
    TeleconsultationRequest request;
    request.participantsNumber = change.participantsNumber.value_or(consultation.participantsNumber);
    request.participants = change.participants.value_or(QList<ParticipantData>());
    if (changesSchedule(change)) {
        takeSchedule(request, change, consultation.schedule);
    } else {
        // What nobody touches is nobody's mistake, even where another program wrote what we would not.
        request.start = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
        request.duration = shortestDuration;
    }
    QList<Error> errors = checkRequest(request, privileges);
    if (change.start && !change.end && !change.duration) {
        for (Error &error : errors)
            error = asOfStart(error);
    }

    const qsizetype staying = change.participants ? 0 : consultation.participants.size();
    if (change.added)
        errors << checkAdded(*change.added, privileges);
    if (staying + (change.added ? 1 : 0) > request.participantsNumber) {
        const QString field =
            change.added ? QStringLiteral("participants.data") : QStringLiteral("participants.number");
        const QString message = change.added
                                    ? QStringLiteral("participants.data already holds all participants")
                                    : QStringLiteral("participants.number must not be less than those already known");
        errors << invalid(QStringLiteral("too_many"), field, message).value();
    }
    return errors;
}

QList<Participant> withoutLinks(QList<Participant> participants)
{
    for (Participant &participant : participants)
        participant.accessLink.clear();
    return participants;
}

Participant participantFrom(const ParticipantData &person, const QString &kaleyraUserId)
{
    Participant participant;
    participant.kaleyraUserId = kaleyraUserId;
    participant.fullName = person.fullName;
    participant.groups = person.groups;
    participant.language = person.language;
    return participant;
}

} // namespace

QList<ParticipantData> TeleconsultationChange::people() const
{
    QList<ParticipantData> all = participants.value_or(QList<ParticipantData>());
    if (added)
        all << *added;
    return all;
}

TeleconsultationChange TeleconsultationChange::naming(const QList<ParticipantData> &people) const
{
    TeleconsultationChange renamed = *this;
    qsizetype next = 0;
    if (renamed.participants) {
        renamed.participants = people.mid(0, renamed.participants->size());
        next = renamed.participants->size();
    }
    if (renamed.added)
        renamed.added = people.at(next);
    return renamed;
}

bool namesTheSame(const TeleconsultationChange &change, const Teleconsultation &one, const Teleconsultation &other)
{
    if (changesSchedule(change) && one.schedule != other.schedule)
        return false;
    if (change.participantsNumber && one.participantsNumber != other.participantsNumber)
        return false;
    return !change.participants || withoutLinks(one.participants) == withoutLinks(other.participants);
}

Error asOfAdded(Error error)
{
    const QString prefix = QStringLiteral("participants.data[0].");
    error.field.remove(prefix);
    error.message.remove(prefix);
    return error;
}

bool isImmutable(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now)
{
    const QDateTime opens = opensAt(consultation, policy);
    return consultation.allParticipantsKnown() && opens.isValid() && now >= opens;
}

QList<Error> check(const TeleconsultationChange &change, const Teleconsultation &consultation,
                   const Privileges &privileges)
{
    return checkChange(change, consultation, &privileges);
}

QList<Error> checkByIds(const TeleconsultationChange &change, const Teleconsultation &consultation)
{
    return checkChange(change, consultation, nullptr);
}

Result<Teleconsultation> changed(Teleconsultation consultation, const TeleconsultationChange &change,
                                 const QHash<QString, QString> &userIds)
{
    const Teleconsultation before = consultation;
    consultation.participantsNumber = change.participantsNumber.value_or(consultation.participantsNumber);
    const Result<Schedule> schedule = scheduleOf(change, consultation.schedule);
    if (!schedule)
        return failure(schedule.error());
    consultation.schedule = *schedule;

    if (change.participants) {
        const Result<void> single = checkUsers(*change.participants, userIds);
        if (!single)
            return failure(single.error());
        consultation.participants.clear();
        for (const ParticipantData &person : *change.participants)
            consultation.participants << participantFrom(person, userIds.value(person.externalId));
    }
    if (change.added) {
        const QString userId = userIds.value(change.added->externalId);
        if (consultation.participant(userId))
            return invalid(QStringLiteral("duplicate"), QStringLiteral("userExternalId"),
                           QStringLiteral("userExternalId names a participant twice"));
        consultation.participants << participantFrom(*change.added, userId);
    }
    for (Participant &participant : consultation.participants) {
        if (const Participant *known = before.participant(participant.kaleyraUserId))
            participant.accessLink = known->accessLink;
    }
    return consultation;
}

} // namespace teleconsult
