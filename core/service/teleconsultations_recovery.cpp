// The journal's side of it: intents, and what becomes of those that were cut off.
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

#include <algorithm>
#include <vector>

namespace teleconsult::service {

namespace {

/// How long after an intent was written a request that belongs to it may still arrive.
constexpr std::chrono::milliseconds longestFlight = std::chrono::minutes(2);

/// What was cut off is settled on nobody's behalf.
const RequestContext nobody;

/// Until then, that something is not there says nothing: it may yet come. What is there already can be acted on.
bool mayYetArrive(const records::Intent &intent, const Clock &clock)
{
    return intent.since.addMSecs(longestFlight.count()) > clock.now();
}

} // namespace

Task<qint64> Teleconsultations::intend(records::Intent::Kind kind, QString subject)
{
    Result<qint64> intent = co_await m_parts.journal.write(kind, subject);
    if (intent)
        m_underWay.insert(*intent);
    co_return intent;
}

Task<void> Teleconsultations::strikeOut(qint64 intent)
{
    Result<void> struck = co_await m_parts.journal.strikeOut(intent);
    m_underWay.remove(intent);
    co_return struck;
}

/// Without an error the room is gone, or is going to be: recover() knows of it.
Task<void> Teleconsultations::deleteRoomReliably(QString roomId)
{
    Result<qint64> intent = co_await intend(records::Intent::Kind::DeleteRoom, roomId);
    if (intent) {
        co_await deleteIntendedRoom(*intent, roomId);
        co_return Result<void>();
    }
    Result<bool> deleted = co_await m_parts.kaleyra.deleteRoom(roomId);
    if (!deleted)
        co_return failure(deleted.error());
    co_return Result<void>();
}

/// When Kaleyra does not know a room that was there, something in between may have answered: recover() asks once more.
Task<void> Teleconsultations::deleteIntendedRoom(qint64 intent, QString roomId)
{
    Result<bool> deleted = co_await m_parts.kaleyra.deleteRoom(roomId);
    if (deleted && *deleted)
        co_await strikeOut(intent);
    else
        m_underWay.remove(intent);
    if (!deleted)
        co_return failure(deleted.error());
    co_return Result<void>();
}

/// Right after a room whose making may have happened: none found means nothing yet, so the intent stays for recover().
Task<void> Teleconsultations::removeOrphan(qint64 intent, QString correlationId)
{
    const Operations::Scope operation(m_operations);
    Result<kaleyra::Room> orphan = co_await m_parts.kaleyra.findRoom(correlationId, m_parts.clock.now());
    if (!orphan) {
        m_underWay.remove(intent);
        co_return failure(orphan.error());
    }
    Result<void> deleted = co_await deleteIntendedRoom(intent, orphan->id);
    co_return deleted;
}

Task<int> Teleconsultations::recover()
{
    const Operations::Scope operation(m_operations);
    Result<QList<records::Intent>> intents = co_await m_parts.journal.open();
    if (!intents)
        co_return failure(intents.error());
    std::vector<Task<bool>> settling;
    for (const records::Intent &intent : std::as_const(*intents)) {
        if (!m_underWay.contains(intent.id))
            settling.push_back(settle(intent));
    }
    int settled = 0;
    for (Task<bool> &task : settling) {
        Result<bool> isSettled = co_await task;
        if (isSettled && *isSettled)
            ++settled;
    }
    co_return settled;
}

Task<bool> Teleconsultations::settle(records::Intent intent)
{
    m_underWay.insert(intent.id);
    Result<bool> settled = false;
    switch (intent.kind) {
    case records::Intent::Kind::CreateRoom:
        settled = co_await settleCreateRoom(intent);
        break;
    case records::Intent::Kind::DeleteRoom:
        settled = co_await settleDeleteRoom(intent);
        break;
    case records::Intent::Kind::Trash:
        settled = co_await settleTrash(intent);
        break;
    case records::Intent::Kind::Claims:
        settled = co_await settleClaims(intent);
        break;
    case records::Intent::Kind::Call:
        settled = co_await settleCall(intent);
        break;
    }
    if (settled && *settled) {
        Result<void> struck = co_await strikeOut(intent.id);
        if (!struck)
            settled = failure(struck.error());
    }
    m_underWay.remove(intent.id);
    co_return settled;
}

/// A room without a record is nobody's: it is deleted. One with a record was made and only the strike is missing.
Task<bool> Teleconsultations::settleCreateRoom(records::Intent intent)
{
    Result<kaleyra::Room> room = co_await m_parts.kaleyra.findRoom(intent.subject, intent.since);
    if (!room) {
        if (isNotFound(room.error()))
            co_return !mayYetArrive(intent, m_parts.clock);
        co_return failure(room.error());
    }
    Result<Teleconsultation> record = co_await m_parts.records.findByRoomId(room->id, nobody);
    if (record)
        co_return true;
    if (!isNotFound(record.error()))
        co_return failure(record.error());
    if (mayYetArrive(intent, m_parts.clock))
        co_return false;
    Result<bool> deleted = co_await m_parts.kaleyra.deleteRoom(room->id);
    if (!deleted)
        co_return failure(deleted.error());
    co_return true;
}

/// A room that still has its record is not deleted after all, once no change that takes it away can come any more.
Task<bool> Teleconsultations::settleDeleteRoom(records::Intent intent)
{
    Result<Teleconsultation> record = co_await m_parts.records.findByRoomId(intent.subject, nobody);
    if (record)
        co_return !mayYetArrive(intent, m_parts.clock);
    if (!isNotFound(record.error()))
        co_return failure(record.error());
    Result<bool> deleted = co_await m_parts.kaleyra.deleteRoom(intent.subject);
    if (!deleted)
        co_return failure(deleted.error());
    co_return true;
}

/// A record that is not in the trash keeps its room: it never got there, or it is gone for good.
Task<bool> Teleconsultations::settleTrash(records::Intent intent)
{
    Result<Teleconsultation> record = co_await m_parts.records.findInTrash(intent.subject, nobody);
    if (!record && isNotFound(record.error()))
        co_return !mayYetArrive(intent, m_parts.clock);
    if (!record)
        co_return failure(record.error());
    if (record->roomId.isEmpty())
        co_return true;
    Result<bool> deleted = co_await m_parts.kaleyra.deleteRoom(record->roomId);
    if (!deleted)
        co_return failure(deleted.error());
    co_return true;
}

/// Whoever is on record with an id that lost gets the one that holds; then nobody needs the Kaleyra user who lost.
Task<bool> Teleconsultations::settleClaims(records::Intent intent)
{
    const QHash<QString, QString> ours = claimsOf(intent.subject);
    Result<QHash<QString, QString>> holding = co_await m_parts.records.findUserIds(ours.keys(), nobody);
    if (!holding)
        co_return failure(holding.error());
    Teleconsultation anyone;
    const QStringList lost = adopt(anyone, ours, *holding);
    if (lost.isEmpty())
        co_return true;
    Result<QStringList> ids = co_await consultationsOf(lost, intent.since.addDays(-1));
    if (!ids)
        co_return failure(ids.error());
    for (const QString &id : std::as_const(*ids)) {
        Result<void> seated = co_await reseat(id, ours, *holding, nobody);
        if (!seated && !isNotFound(seated.error()))
            co_return failure(seated.error());
    }
    if (mayYetArrive(intent, m_parts.clock))
        co_return false;
    Result<void> discarded = co_await m_users.discard(lost);
    if (!discarded)
        co_return failure(discarded.error());
    co_return true;
}

/// Those in which one of these takes part and which do not end before this moment.
Task<QStringList> Teleconsultations::consultationsOf(QStringList userIds, QDateTime from)
{
    QStringList ids;
    records::Query query;
    query.from = from;
    bool isLast = false;
    while (!isLast) {
        Result<QList<Teleconsultation>> page = co_await m_parts.records.list(query, nobody);
        if (!page)
            co_return failure(page.error());
        for (const Teleconsultation &consultation : std::as_const(*page)) {
            const bool takesPart = std::any_of(userIds.begin(), userIds.end(), [&consultation](const QString &id) {
                return consultation.participant(id) != nullptr;
            });
            if (takesPart)
                ids << consultation.id;
        }
        isLast = page->size() < query.limit;
        query.offset += int(page->size());
    }
    co_return ids;
}

/// A call that this program began for others goes on without it, with the files shared in it, until its room is empty.
Task<bool> Teleconsultations::settleCall(records::Intent intent)
{
    if (isInCall(intent.subject))
        co_return false; // Another begin of the same call.
    Result<bool> goesOn = co_await hasSomebodyInIt(intent.subject);
    if (!goesOn)
        co_return failure(goesOn.error());
    if (*goesOn || isInCall(intent.subject)) // Somebody may have come back while that was asked.
        co_return false;
    Result<void> held = co_await m_parts.records.setProgress(intent.subject, Progress::Held, nobody);
    if (!held && !isNotFound(held.error()))
        co_return failure(held.error());
    if (isInCall(intent.subject))
        co_return true; // The files are those of the call that goes on.
    Result<bool> gone = co_await uploadsAreGone(intent.subject, nobody);
    co_return gone;
}

/// Nobody is in a consultation that is not there, has no room, or has one that Kaleyra does not know.
Task<bool> Teleconsultations::hasSomebodyInIt(QString id)
{
    Result<Teleconsultation> consultation = co_await m_parts.records.find(id, nobody);
    if (!consultation && !isNotFound(consultation.error()))
        co_return failure(consultation.error());
    if (!consultation || consultation->roomId.isEmpty())
        co_return false;
    Result<kaleyra::Room> room = co_await m_parts.kaleyra.room(consultation->roomId);
    if (!room && !isNotFound(room.error()))
        co_return failure(room.error());
    co_return room && room->isRunning();
}

} // namespace teleconsult::service
