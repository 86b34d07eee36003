// How a consultation changes: update() and addParticipant().
#include "core/service/contract_names.h"
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

namespace teleconsult::service {

namespace {

/// How often a change is made anew when others keep changing the same record.
constexpr int mostTries = 5;

Error tooLate()
{
    Error error = makeError(Error::Kind::Immutable, QStringLiteral("immutable"));
    error.httpStatus = 409;
    error.message = names::tooLate;
    return error;
}

bool wasChangedMeanwhile(const Result<void> &done)
{
    return !done && done.error().code == QLatin1String("changed_meanwhile");
}

/// Whether the room that is there will do. A plan that cannot be computed for what is on record will not.
bool keepsRoom(const Teleconsultation &before, const std::optional<RoomPlan> &wanted, const ConsultationPolicy &policy)
{
    const Result<std::optional<RoomPlan>> plan = planRoom(before, policy);
    return !before.roomId.isEmpty() && plan && *plan && *plan == wanted;
}

} // namespace

Task<void> Teleconsultations::update(QString id, TeleconsultationChange change, directory::RequestContext context)
{
    const Operations::Scope operation(m_operations);
    if (change.participants)
        change.participants = trimmed(*change.participants);
    Result<void> done = co_await updateUnlessContended(id, change, context);
    if (!done)
        co_return failure(onMissingPlusUser(QStringLiteral("PATCH /teleconsultation"), done.error()));
    co_return done;
}

Task<void> Teleconsultations::addParticipant(QString id, ParticipantData person, directory::RequestContext context)
{
    const Operations::Scope operation(m_operations);
    TeleconsultationChange change;
    change.added = trimmed(person);
    Result<void> done = co_await updateUnlessContended(id, change, context);
    if (!done) {
        const QString path = QStringLiteral("POST /teleconsultation/%1/participants/data").arg(id);
        co_return failure(onMissingPlusUser(path, done.error()));
    }
    co_return done;
}

/// Who its people are, if it may be carried out.
Task<KnownPeople> Teleconsultations::identify(TeleconsultationChange change, Teleconsultation before,
                                              directory::RequestContext context)
{
    const QList<Error> byIds =
        looksPeopleUp() ? checkByIds(change, before) : check(change, before, m_policy.privileges);
    if (!byIds.isEmpty())
        co_return failure(byIds.first());
    Result<KnownPeople> known = co_await m_people.lookUp(change.people(), context);
    if (!known)
        co_return failure(change.added ? asOfAdded(known.error()) : known.error());
    const QList<Error> mistakes = check(change.naming(known->people), before, m_policy.privileges);
    if (!mistakes.isEmpty())
        co_return failure(mistakes.first());
    co_return known;
}

/// On a conflict again from the start, with what the other one left.
Task<void> Teleconsultations::updateUnlessContended(QString id, TeleconsultationChange change,
                                                    directory::RequestContext context)
{
    Result<void> done = co_await updateFromRecord(id, change, context);
    for (int tries = 1; tries < mostTries && wasChangedMeanwhile(done); ++tries)
        done = co_await updateFromRecord(id, change, context);
    co_return done;
}

Task<void> Teleconsultations::updateFromRecord(QString id, TeleconsultationChange change,
                                               directory::RequestContext context)
{
    Result<Teleconsultation> before = co_await m_parts.records.find(id);
    if (!before)
        co_return failure(onLookingFor(id, before.error()));
    if (isImmutable(*before, m_policy, m_parts.clock.now()))
        co_return failure(tooLate());
    before = co_await m_people.introduceParticipants(*before, context);
    if (!before)
        co_return failure(before.error());
    Result<KnownPeople> known = co_await identify(change, *before, context);
    if (!known)
        co_return failure(known.error());
    change = change.naming(known->people);
    Result<KaleyraUsers::Resolved> users = co_await m_users.resolve(*known);
    if (!users)
        co_return failure(users.error());
    const Result<Teleconsultation> after = changed(*before, change, users->known);
    if (!after)
        co_return failure(after.error());
    if (saysTheSame(*before, *after))
        co_return Result<void>();
    const Result<std::optional<RoomPlan>> plan = planRoom(*after, m_policy);
    if (!plan)
        co_return failure(plan.error());

    if (keepsRoom(*before, *plan, m_policy)) {
        Result<Teleconsultation> updated = co_await m_parts.records.update(*after);
        if (!updated)
            co_return failure(onLookingFor(id, updated.error()));
        co_return Result<void>();
    }
    Result<Prepared> prepared = co_await prepareRoom(withoutRoom(*after), users->created);
    if (!prepared)
        co_return failure(prepared.error());
    Result<void> replaced = co_await replaceOnRecord(*before, *prepared);
    co_return replaced;
}

/// Puts those who hold in the place of users who were made for a consultation that is on record by now.
Task<void> Teleconsultations::reseat(QString id, QHash<QString, QString> createdUsers, QHash<QString, QString> holding)
{
    Result<void> done;
    for (int tries = 0; tries == 0 || (tries < mostTries && wasChangedMeanwhile(done)); ++tries) {
        Result<Teleconsultation> before = co_await m_parts.records.find(id);
        if (!before)
            co_return failure(before.error());
        Teleconsultation after = *before;
        adopt(after, createdUsers, holding);
        Result<Prepared> prepared = co_await prepareRoom(withoutRoom(after), {});
        if (!prepared)
            co_return failure(prepared.error());
        done = co_await replaceOnRecord(*before, *prepared);
    }
    co_return done;
}

/// Before the record changes, it is written down that the old room goes: afterwards nothing else leads to it.
Task<void> Teleconsultations::replaceOnRecord(Teleconsultation before, Prepared after)
{
    std::optional<qint64> leaving;
    if (!before.roomId.isEmpty()) {
        Result<qint64> intent = co_await intend(records::Intent::Kind::DeleteRoom, before.roomId);
        if (!intent) {
            if (after.reservation)
                co_await cancel(*after.reservation);
            co_return failure(intent.error());
        }
        leaving = *intent;
    }
    Result<void> updated = co_await updateRecord(before, after, leaving);
    if (!updated)
        co_return updated;
    if (after.reservation)
        co_await strikeOut(after.reservation->intent);
    if (leaving)
        co_await deleteIntendedRoom(*leaving, before.roomId);
    co_return Result<void>();
}

/// With an error both rooms are seen to, now or by recover().
Task<void> Teleconsultations::updateRecord(Teleconsultation before, Prepared after, std::optional<qint64> leaving)
{
    Result<Teleconsultation> updated = co_await m_parts.records.update(after.consultation);
    if (updated)
        co_return Result<void>();
    if (mayHaveHappened(updated.error())) {
        Result<Teleconsultation> now = co_await m_parts.records.find(before.id);
        if (now && !after.consultation.roomId.isEmpty() && now->roomId == after.consultation.roomId)
            co_return Result<void>();
        // The request may still be on its way: recover() tells by the record which of the two rooms is nobody's.
        if (after.reservation)
            m_underWay.remove(after.reservation->intent);
        if (leaving)
            m_underWay.remove(*leaving);
        co_return failure(updated.error());
    }
    if (leaving)
        co_await strikeOut(*leaving);
    if (after.reservation)
        co_await cancel(*after.reservation);
    co_return failure(onLookingFor(before.id, updated.error()));
}

} // namespace teleconsult::service
