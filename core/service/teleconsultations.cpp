#include "core/service/teleconsultations.h"

#include "core/service/outcomes.h"
#include "core/service/people_seen.h"

namespace teleconsult::service {

Teleconsultations::Teleconsultations(Parts parts, ConsultationPolicy policy)
    : m_parts(std::move(parts)),
      m_policy(std::move(policy)),
      m_people(m_parts.records, m_parts.directory),
      m_users(m_parts.kaleyra, m_parts.records, m_policy.privileges)
{}

Task<Teleconsultation> Teleconsultations::find(QString id, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<Teleconsultation> consultation = co_await m_parts.records.find(id, context);
    if (!consultation)
        co_return failure(onLookingFor(id, consultation.error()));
    co_return withoutLinks(*consultation);
}

Task<QList<Teleconsultation>> Teleconsultations::list(records::Query query, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<QList<Teleconsultation>> consultations = co_await m_parts.records.list(query, context);
    if (!consultations)
        co_return consultations;
    QList<Teleconsultation> blanked;
    for (const Teleconsultation &consultation : std::as_const(*consultations))
        blanked.append(withoutLinks(consultation));
    co_return blanked;
}

Task<QList<ParticipantData>> Teleconsultations::peopleSeen(QString words, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    if (looksPeopleUp())
        co_return QList<ParticipantData>();
    Result<QList<ParticipantData>> found =
        co_await findPeopleSeen(m_parts.records, words, m_parts.clock.now(), context);
    co_return found;
}

Task<void> Teleconsultations::remove(QString id, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<Teleconsultation> consultation = co_await m_parts.records.find(id, context);
    if (!consultation)
        co_return failure(onLookingFor(id, consultation.error()));

    // Written before the record goes: afterwards nothing else leads to its room.
    Result<qint64> intent = co_await intend(records::Intent::Kind::Trash, id);
    if (!intent)
        co_return failure(intent.error());
    Result<void> trashed = co_await m_parts.records.moveToTrash(id, context);
    if (!trashed) {
        if (mayHaveHappened(trashed.error()))
            m_underWay.remove(*intent); // recover() looks whether the record is in the trash.
        else
            co_await strikeOut(*intent);
        co_return failure(onLookingFor(id, trashed.error()));
    }
    co_await deleteRoomOfTrash(*intent, *consultation, context);
    co_return Result<void>();
}

/// Somebody may have given the record another room, or its first one, between our reading and the trash, and was told
/// that it is done: what is in the trash changes no more, so it tells which room goes.
Task<void> Teleconsultations::deleteRoomOfTrash(qint64 intent, Teleconsultation asRead, RequestContext context)
{
    Task<Teleconsultation> looking = m_parts.records.findInTrash(asRead.id, context);
    Result<bool> deleted = true;
    if (!asRead.roomId.isEmpty())
        deleted = co_await m_parts.kaleyra.deleteRoom(asRead.roomId);
    Result<Teleconsultation> trashed = co_await looking;
    if (trashed && trashed->roomId != asRead.roomId && !trashed->roomId.isEmpty())
        deleted = co_await m_parts.kaleyra.deleteRoom(trashed->roomId);
    // A room that Kaleyra does not know: as in deleteIntendedRoom().
    if (trashed && deleted && *deleted)
        co_await strikeOut(intent);
    else
        m_underWay.remove(intent);
    co_return Result<void>();
}

Task<qint64> Teleconsultations::beginCall(QString id, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<qint64> intent = co_await intend(records::Intent::Kind::Call, id);
    if (!intent)
        co_return intent;
    Result<void> set = co_await m_parts.records.setProgress(id, Progress::InCall, context);
    if (set) {
        m_calls[id].insert(*intent);
        m_beginning.remove(id);
        co_return intent;
    }
    if (mayHaveHappened(set.error())) {
        m_beginning.insert(id); // Whoever is in the call will try again.
        m_underWay.remove(*intent);
    } else {
        m_beginning.remove(id);
        co_await strikeOut(*intent);
    }
    co_return failure(onLookingFor(id, set.error()));
}

bool Teleconsultations::isInCall(const QString &id) const
{
    return m_beginning.contains(id) || m_calls.contains(id);
}

/// Answers whether it was the last of the consultation.
bool Teleconsultations::forgetCall(const QString &id, qint64 handle)
{
    const auto calls = m_calls.find(id);
    if (calls == m_calls.end())
        return !isInCall(id);
    calls->remove(handle);
    if (calls->isEmpty())
        m_calls.erase(calls);
    return !isInCall(id);
}

Task<void> Teleconsultations::endCall(QString id, qint64 handle, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    m_underWay.insert(handle); // Again, when it failed before.
    if (!forgetCall(id, handle)) {
        // Others are in the call, or the same person again: it goes on, with the files shared in it.
        Result<void> struck = co_await strikeOut(handle);
        co_return struck;
    }
    Result<void> set = co_await m_parts.records.setProgress(id, Progress::Held, context);
    if (!set && !isNotFound(set.error())) {
        m_underWay.remove(handle); // recover() sets it.
        co_return set;
    }
    // A consultation that was deleted during its call has no progress any more.
    if (isInCall(id)) { // Somebody came back meanwhile.
        Result<void> struck = co_await strikeOut(handle);
        co_return struck;
    }
    if (m_policy.deleteUploads) {
        static_cast<void>(forgetUploads(std::move(id), handle, context)); // Nobody needs to wait for it.
        co_return Result<void>();
    }
    Result<void> struck = co_await strikeOut(handle);
    co_return struck;
}

} // namespace teleconsult::service
