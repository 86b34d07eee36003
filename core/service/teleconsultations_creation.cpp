// How a consultation comes to be: create() and what undoes it half-way.
#include "core/service/operation.h"
#include "core/service/teleconsultations.h"

#include <QUuid>

#include <vector>

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
    const Operation operation(*this);
    request.participants = trimmed(request.participants);
    const QList<Error> mistakes = check(request, m_policy.privileges);
    if (!mistakes.isEmpty())
        co_return failure(onPost(mistakes.first()));
    const Result<Schedule> schedule = Schedule::make(request.start, request.end, request.duration);
    if (!schedule)
        co_return failure(schedule.error());

    Result<Users> users = co_await resolveUsers(request.participants);
    if (!users)
        co_return failure(users.error());
    Teleconsultation consultation = consultationOf(request, *schedule, users->known);

    // The room first: its intent is then written before the user map, and its request leaves earlier.
    Task<std::optional<Reservation>> reserving = reserveRoom(consultation);
    Task<QHash<QString, QString>> remembering = rememberUsers(users->created);
    Result<std::optional<Reservation>> reserved = co_await reserving;
    Result<QHash<QString, QString>> holding = co_await remembering;

    if (reserved && holding) {
        const QStringList lost = adopt(consultation, users->created, *holding);
        if (!lost.isEmpty()) {
            // Somebody else was first with these people: the room seats users who are nobody's.
            if (*reserved)
                co_await cancel(**reserved);
            reserved = co_await reserveRoom(consultation);
            co_await deleteUsers(lost);
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

Task<Teleconsultations::Users> Teleconsultations::resolveUsers(QList<ParticipantData> people)
{
    QStringList externalIds;
    for (const ParticipantData &person : people)
        externalIds << person.externalId;
    Result<QHash<QString, QString>> known = co_await m_parts.records.findUserIds(externalIds);
    if (!known)
        co_return failure(known.error());

    Users users;
    users.known = *known;
    QStringList unknown;
    std::vector<Task<QString>> creating;
    for (const ParticipantData &person : people) {
        if (users.known.contains(person.externalId))
            continue;
        unknown << person.externalId;
        creating.push_back(createUser(person));
    }
    Result<QList<QString>> created = co_await whenAll(std::move(creating));
    if (!created)
        co_return failure(created.error());
    for (qsizetype i = 0; i < unknown.size(); ++i) {
        users.created.insert(unknown.at(i), created->at(i));
        users.known.insert(unknown.at(i), created->at(i));
    }
    co_return users;
}

Task<QString> Teleconsultations::createUser(ParticipantData person)
{
    const Result<Role> role = m_policy.privileges.roleOf(person.groups);
    if (!role)
        co_return failure(role.error());
    Result<QString> opaqueId = co_await m_parts.kaleyra.userIdFor(person.externalId);
    if (!opaqueId)
        co_return opaqueId;
    kaleyra::NewUser user;
    user.id = *opaqueId;
    user.role = *role;
    user.language = person.language;
    Result<QString> id = co_await m_parts.kaleyra.createUser(user);
    co_return id;
}

/// Answers the ids that hold, by external id.
Task<QHash<QString, QString>> Teleconsultations::rememberUsers(QHash<QString, QString> created)
{
    const QStringList externalIds = created.keys();
    std::vector<Task<QString>> remembering;
    for (const QString &externalId : externalIds)
        remembering.push_back(m_parts.records.rememberUserId(externalId, created.value(externalId)));
    Result<QList<QString>> holding = co_await whenAll(std::move(remembering));
    if (!holding)
        co_return failure(holding.error());
    QHash<QString, QString> ids;
    for (qsizetype i = 0; i < externalIds.size(); ++i)
        ids.insert(externalIds.at(i), holding->at(i));
    co_return ids;
}

/// Users who are nobody's and in no room: one that stays is a blemish, and no reason to fail.
Task<void> Teleconsultations::deleteUsers(QStringList kaleyraUserIds)
{
    std::vector<Task<void>> deleting;
    for (const QString &id : kaleyraUserIds)
        deleting.push_back(m_parts.kaleyra.deleteUser(id));
    for (Task<void> &task : deleting)
        co_await task;
    co_return Result<void>();
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
