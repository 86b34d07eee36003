// How a consultation comes to be: create() and what undoes it half-way.
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

namespace teleconsult::service {

namespace {

Teleconsultation consultationOf(const TeleconsultationRequest &request, const Schedule &schedule,
                                const QHash<QString, QString> &userIds)
{
    Teleconsultation consultation;
    consultation.participantsNumber = request.participantsNumber;
    consultation.schedule = schedule;
    for (const ParticipantData &person : request.participants) {
        Participant participant;
        participant.kaleyraUserId = userIds.value(person.externalId);
        participant.fullName = person.fullName;
        participant.groups = person.groups;
        participant.language = person.language;
        consultation.participants.append(participant);
    }
    return consultation;
}

} // namespace

/// Who its people are, if it may be carried out. What can be said by their ids is said before anybody is asked.
Task<KnownPeople> Teleconsultations::identify(TeleconsultationRequest request, directory::RequestContext context)
{
    const QList<Error> before = looksPeopleUp() ? checkByIds(request) : check(request, m_policy.privileges);
    if (!before.isEmpty())
        co_return failure(before.first());
    Result<KnownPeople> known = co_await m_people.lookUp(request.participants, context);
    if (!known)
        co_return known;
    request.participants = known->people;
    const QList<Error> mistakes = check(request, m_policy.privileges);
    if (!mistakes.isEmpty())
        co_return failure(mistakes.first());
    co_return known;
}

Task<QString> Teleconsultations::create(TeleconsultationRequest request, directory::RequestContext context)
{
    const Operations::Scope operation(m_operations);
    request.participants = trimmed(request.participants);
    Result<KnownPeople> known = co_await identify(request, context);
    if (!known)
        co_return failure(onMissingPlusUser(QStringLiteral("POST /teleconsultation"), known.error()));
    request.participants = known->people;
    const Result<Schedule> schedule = Schedule::make(request.start, request.end, request.duration);
    if (!schedule)
        co_return failure(schedule.error());

    Result<KaleyraUsers::Resolved> users = co_await m_users.resolve(*known);
    if (!users)
        co_return failure(users.error());
    Teleconsultation consultation = consultationOf(request, *schedule, users->known);

    Result<Prepared> prepared = co_await prepareRoom(consultation, users->created);
    if (!prepared)
        co_return failure(onMissingPlusUser(QStringLiteral("POST /teleconsultation"), prepared.error()));
    Result<QString> id = co_await putOnRecord(prepared->consultation, prepared->reservation);
    co_return id;
}

Task<QString> Teleconsultations::putOnRecord(Teleconsultation consultation, std::optional<Reservation> reservation)
{
    Result<QString> id = co_await m_parts.records.insert(consultation);
    if (!reservation)
        co_return id;
    if (!id && mayHaveHappened(id.error())) {
        Result<Teleconsultation> stored = co_await m_parts.records.findByRoomId(consultation.roomId);
        if (stored) {
            id = stored->id;
        } else if (!isNotFound(stored.error())) {
            // There may be a record that needs the room: recover() will be able to tell.
            m_underWay.remove(reservation->intent);
            co_return failure(id.error());
        }
    }
    if (id)
        co_await strikeOut(reservation->intent);
    else
        co_await cancel(*reservation);
    co_return id;
}

} // namespace teleconsult::service
