// How a consultation comes to be: create() and what undoes it half-way.
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

#include <algorithm>

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

bool areOurs(const QList<records::UserClaim> &claims)
{
    return std::all_of(claims.begin(), claims.end(), [](const records::UserClaim &claim) { return claim.isOurs(); });
}

/// Nobody need ask who holds.
bool areSettled(const QList<records::UserClaim> &claims)
{
    return std::all_of(claims.begin(), claims.end(),
                       [](const records::UserClaim &claim) { return !claim.holder.isEmpty(); });
}

QHash<QString, QString> idsOf(const QList<records::UserClaim> &claims)
{
    QHash<QString, QString> ids;
    for (const records::UserClaim &claim : claims)
        ids.insert(claim.externalId, claim.kaleyraUserId);
    return ids;
}

} // namespace

/// Who its people are, if it may be carried out. What can be said by their ids is said before anybody is asked.
Task<KnownPeople> Teleconsultations::identify(TeleconsultationRequest request, RequestContext context)
{
    QList<Error> before = checkByIds(request);
    if (!looksPeopleUp())
        before = check(request, m_policy.privileges) + checkGivenGroups(request.participants, m_policy.privileges);
    if (!before.isEmpty())
        co_return failure(before.first());
    Result<KnownPeople> known = co_await m_people.lookUp(request.participants, context);
    if (!known)
        co_return known;
    request.participants = known->people;
    const QList<Error> mistakes = check(request, m_policy.privileges);
    if (!mistakes.isEmpty())
        co_return failure(mistakes.first());
    const Result<void> single = checkUsers(known->people, known->userIds);
    if (!single)
        co_return failure(single.error());
    co_return known;
}

Task<QString> Teleconsultations::create(TeleconsultationRequest request, RequestContext context)
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

    // The room first: its intent is then written before the user map, and its request leaves earlier.
    Task<std::optional<Reservation>> reserving = reserveRoom(consultation);
    Task<QList<records::UserClaim>> claiming = m_users.claim(users->created, context);
    Result<std::optional<Reservation>> reserved = co_await reserving;
    Result<QList<records::UserClaim>> claims = co_await claiming;
    if (reserved && claims && areOurs(*claims)) {
        Result<QString> id = co_await putOnRecordUnsettled(consultation, *reserved, *claims, context);
        co_return id;
    }

    // Nobody whose place in the user map is in doubt gets on record.
    Result<QHash<QString, QString>> holding = QHash<QString, QString>();
    if (claims)
        holding = co_await m_users.settle(*claims, context);
    else
        holding = failure(claims.error());
    Result<Prepared> prepared = co_await seat(consultation, users->created, reserved, holding);
    if (!prepared)
        co_return failure(onMissingPlusUser(QStringLiteral("POST /teleconsultation"), prepared.error()));
    Result<QString> id = co_await putOnRecord(prepared->consultation, prepared->reservation, context);
    co_return id;
}

/// Our entries stand in the user map; where it takes a question whether an older one stands beside them, it is asked
/// while the record is written. An intent leads recover() to whoever is on record and lost.
Task<QString> Teleconsultations::putOnRecordUnsettled(Teleconsultation consultation,
                                                      std::optional<Reservation> reservation,
                                                      QList<records::UserClaim> claims, RequestContext context)
{
    if (reservation)
        takeRoom(consultation, reservation->room);
    if (areSettled(claims)) {
        Result<QString> id = co_await putOnRecord(consultation, reservation, context);
        co_return id;
    }
    Result<qint64> intent = co_await intend(records::Intent::Kind::Claims, claimsSubject(idsOf(claims)));
    if (!intent) {
        if (reservation)
            co_await cancel(*reservation);
        co_return failure(intent.error());
    }
    Result<Settled> settled = co_await putOnRecordSettling(consultation, reservation, claims, context);
    if (settled->isCertain)
        co_await strikeOut(*intent);
    else
        m_underWay.remove(*intent); // It is for recover() now.
    co_return settled->id;
}

/// That somebody else was first is rare, and dear: the record changes once more.
Task<Teleconsultations::Settled> Teleconsultations::putOnRecordSettling(Teleconsultation consultation,
                                                                        std::optional<Reservation> reservation,
                                                                        QList<records::UserClaim> claims,
                                                                        RequestContext context)
{
    Task<QString> recording = putOnRecord(consultation, reservation, context);
    Task<QHash<QString, QString>> settling = m_users.settle(claims, context);
    Result<QString> id = co_await recording;
    Result<QHash<QString, QString>> holding = co_await settling;

    const QHash<QString, QString> ours = idsOf(claims);
    const QStringList lost = holding ? adopt(consultation, ours, *holding) : QStringList();
    if (holding && lost.isEmpty())
        co_return Settled{id, true};
    if (!id) {
        // A record that may yet come would seat whoever lost.
        if (!holding || mayHaveHappened(id.error()))
            co_return Settled{id, false};
        Result<void> discarded = co_await m_users.discard(lost);
        co_return Settled{id, discarded.has_value()};
    }

    Result<void> seated = failure(holding ? Error() : holding.error());
    if (holding)
        seated = co_await reseat(*id, ours, *holding, context);
    if (!seated) {
        Result<void> undone = co_await remove(*id, context);
        // Where our users are the only ones we know of, the consultation may as well stay.
        if (!undone && !holding)
            co_return Settled{id, false};
        if (!undone)
            co_return Settled{failure(undone.error()), false};
        id = failure(seated.error());
    }
    Result<void> discarded = co_await m_users.discard(lost);
    co_return Settled{id, discarded.has_value()};
}

Task<QString> Teleconsultations::putOnRecord(Teleconsultation consultation, std::optional<Reservation> reservation,
                                             RequestContext context)
{
    Result<QString> id = co_await m_parts.records.insert(consultation, context);
    if (!reservation) {
        if (!id && mayHaveHappened(id.error())) {
            Result<QString> stored = co_await findOnRecord(consultation, context);
            co_return stored ? stored : id;
        }
        co_return id;
    }
    if (!id && mayHaveHappened(id.error())) {
        Result<Teleconsultation> stored = co_await m_parts.records.findByRoomId(consultation.roomId, context);
        if (!stored) {
            // That there is none yet says nothing, for the request may still be on its way, or in the hands of somebody
            // in between: recover() will be able to tell whether a record needs the room.
            m_underWay.remove(reservation->intent);
            co_return failure(id.error());
        }
        id = stored->id;
    }
    if (id)
        co_await strikeOut(reservation->intent);
    else
        co_await cancel(*reservation);
    co_return id;
}

/// The id of a consultation that says the same and has no room to be known by. NotFound: there is none, or none yet.
Task<QString> Teleconsultations::findOnRecord(Teleconsultation consultation, RequestContext context)
{
    records::Query sameStart;
    sameStart.from = consultation.schedule.start();
    sameStart.until = sameStart.from.addMSecs(1);
    Result<QList<Teleconsultation>> candidates = co_await m_parts.records.list(sameStart, context);
    if (!candidates)
        co_return failure(candidates.error());
    for (const Teleconsultation &candidate : std::as_const(*candidates)) {
        consultation.id = candidate.id;
        consultation.revision = candidate.revision;
        if (candidate == consultation)
            co_return candidate.id;
    }
    co_return failure(makeError(Error::Kind::NotFound, QStringLiteral("not_on_record")));
}

} // namespace teleconsult::service
