// The rooms of consultations: how one is made for a consultation that is not on record with it yet, and how it goes.
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

#include <QUuid>

namespace teleconsult::service {

namespace {

/// Whether Kaleyra may have refused a room for want of a plus user, or of users at all; its codes for that are not
/// known (reference §4.1).
bool mayBeAboutUsers(const Error &error)
{
    return isNotFound(error) ||
           (error.kind == Error::Kind::Invalid && (error.httpStatus == 400 || error.httpStatus == 422));
}

} // namespace

/// The consultation with room and links, as far as it can have them, while its new people enter the user map. Without
/// an error nobody but the reservation knows of the room.
Task<Teleconsultations::Prepared> Teleconsultations::prepareRoom(Teleconsultation consultation,
                                                                 QHash<QString, QString> createdUsers,
                                                                 RequestContext context)
{
    // The room first: its intent is then written before the user map, and its request leaves earlier.
    Task<std::optional<Reservation>> reserving = reserveRoom(consultation);
    Task<QHash<QString, QString>> remembering = m_users.remember(createdUsers, context);
    Result<std::optional<Reservation>> reserved = co_await reserving;
    Result<QHash<QString, QString>> holding = co_await remembering;
    Result<Prepared> prepared = co_await seat(consultation, createdUsers, reserved, holding);
    co_return prepared;
}

/// prepareRoom() from when it is known who holds.
Task<Teleconsultations::Prepared> Teleconsultations::seat(Teleconsultation consultation,
                                                          QHash<QString, QString> createdUsers,
                                                          Result<std::optional<Reservation>> reserved,
                                                          Result<QHash<QString, QString>> holding)
{
    if (reserved && holding) {
        const QStringList lost = adopt(consultation, createdUsers, *holding);
        if (!lost.isEmpty()) {
            // Somebody else was first with these people: the room seats users who are nobody's.
            if (*reserved)
                co_await cancel(**reserved);
            reserved = co_await reserveRoom(consultation);
            co_await m_users.discard(lost);
        }
    }
    if (!reserved)
        co_return failure(reserved.error());
    if (!holding) {
        if (*reserved)
            co_await cancel(**reserved);
        co_return failure(holding.error());
    }
    if (*reserved)
        takeRoom(consultation, (*reserved)->room);
    co_return Prepared{consultation, *reserved};
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
    if (!room && mayBeAboutUsers(room.error())) {
        Result<void> mended = co_await m_users.mend(consultation.participants);
        if (mended)
            room = co_await m_parts.kaleyra.createRoom(**plan, correlationId);
    }
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

} // namespace teleconsult::service
