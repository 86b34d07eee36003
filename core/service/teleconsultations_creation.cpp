// How a consultation comes to be: create() and what undoes it half-way.
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

#include <QUuid>

namespace teleconsult::service {

namespace {

QList<ParticipantData> trimmed(QList<ParticipantData> people)
{
    for (ParticipantData &person : people) {
        person.externalId = person.externalId.trimmed();
        person.fullName = person.fullName.trimmed();
    }
    return people;
}

/// The documented text of seed 004, POST; other errors stay as they are.
Error onPost(Error error)
{
    if (error.code == QLatin1String("no_plus_user")) {
        error.kind = Error::Kind::Invalid;
        error.httpStatus = 400;
        error.message = QStringLiteral("Failed POST /teleconsultation: no plus user in room");
    }
    return error;
}

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

/// Puts the ids that hold in the place of ours. Answers those of ours that lost.
QStringList adopt(Teleconsultation &consultation, const QHash<QString, QString> &ours,
                  const QHash<QString, QString> &holding)
{
    QStringList lost;
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        const QString winner = holding.value(it.key(), it.value());
        if (winner == it.value())
            continue;
        lost << it.value();
        for (Participant &participant : consultation.participants) {
            if (participant.kaleyraUserId == it.value())
                participant.kaleyraUserId = winner;
        }
    }
    return lost;
}

void takeRoom(Teleconsultation &consultation, const kaleyra::Room &room)
{
    consultation.roomId = room.id;
    for (Participant &participant : consultation.participants)
        participant.accessLink = room.linkOf(participant.kaleyraUserId);
}

} // namespace

Task<QString> Teleconsultations::create(TeleconsultationRequest request)
{
    const Operations::Scope operation(m_operations);
    request.participants = trimmed(request.participants);
    const QList<Error> mistakes = check(request, m_policy.privileges);
    if (!mistakes.isEmpty())
        co_return failure(onPost(mistakes.first()));
    const Result<Schedule> schedule = Schedule::make(request.start, request.end, request.duration);
    if (!schedule)
        co_return failure(schedule.error());

    Result<KaleyraUsers::Resolved> users = co_await m_users.resolve(request.participants);
    if (!users)
        co_return failure(users.error());
    Teleconsultation consultation = consultationOf(request, *schedule, users->known);

    // The room first: its intent is then written before the user map, and its request leaves earlier.
    Task<std::optional<Reservation>> reserving = reserveRoom(consultation);
    Task<QHash<QString, QString>> remembering = m_users.remember(users->created);
    Result<std::optional<Reservation>> reserved = co_await reserving;
    Result<QHash<QString, QString>> holding = co_await remembering;

    if (reserved && holding) {
        const QStringList lost = adopt(consultation, users->created, *holding);
        if (!lost.isEmpty()) {
            // Somebody else was first with these people: the room seats users who are nobody's.
            if (*reserved)
                co_await cancel(**reserved);
            reserved = co_await reserveRoom(consultation);
            co_await m_users.discard(lost);
        }
    }
    if (!reserved)
        co_return failure(onPost(reserved.error()));
    if (!holding) {
        if (*reserved)
            co_await cancel(**reserved);
        co_return failure(holding.error());
    }
    if (*reserved)
        takeRoom(consultation, (*reserved)->room);
    Result<QString> id = co_await putOnRecord(consultation, *reserved);
    co_return id;
}

/// Nothing while a participant is still unknown.
Task<std::optional<Teleconsultations::Reservation>> Teleconsultations::reserveRoom(Teleconsultation consultation)
{
    const Result<std::optional<RoomPlan>> plan = planRoom(consultation, m_policy);
    if (!plan)
        co_return failure(plan.error());
    if (!*plan)
        co_return std::optional<Reservation>();

    const QString correlationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<qint64> intent = co_await intend(records::Intent::Kind::CreateRoom, correlationId);
    if (!intent)
        co_return failure(intent.error());
    Result<kaleyra::Room> room = co_await m_parts.kaleyra.createRoom(**plan, correlationId);
    if (room)
        co_return std::optional<Reservation>({*room, *intent});
    if (mayHaveHappened(room.error()))
        static_cast<void>(removeOrphan(*intent, correlationId)); // Nobody needs to wait for it.
    else
        co_await strikeOut(*intent);
    co_return failure(room.error());
}

Task<void> Teleconsultations::cancel(Reservation reservation)
{
    Result<void> deleted = co_await deleteRoomReliably(reservation.room.id);
    if (deleted)
        co_await strikeOut(reservation.intent);
    else
        m_underWay.remove(reservation.intent); // It is for recover() now.
    co_return deleted;
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
