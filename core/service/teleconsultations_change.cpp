// How a consultation changes: update() and addParticipant().
#include "core/service/contract_names.h"
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

namespace teleconsult::service {

namespace {

/// How often a change is made anew when others keep changing the same record.
constexpr int maximumTries = 5;

Error tooLate()
{
    Error error = makeError(Error::Kind::Immutable, QStringLiteral("immutable"));
    error.httpStatus = 409;
    error.message = names::tooLate;
    return error;
}

Error overtaken()
{
    Error error = makeError(Error::Kind::Conflict, QStringLiteral("changed_meanwhile"));
    error.httpStatus = 409;
    error.message = names::changedMeanwhile;
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

/// What only the whole room can lack, and whoever is there twice: told before anybody is made a user of Kaleyra.
Result<void> checkRoom(const Teleconsultation &before, const TeleconsultationChange &change, const KnownPeople &known,
                       const ConsultationPolicy &policy)
{
    QHash<QString, QString> userIds = known.userIds;
    for (const ParticipantData &person : known.people) {
        if (!userIds.contains(person.externalId))
            userIds.insert(person.externalId, QStringLiteral("new: ") + person.externalId); // No id that there is.
    }
    const Result<Teleconsultation> after = changed(before, change, userIds);
    if (!after)
        return failure(after.error());
    const Result<std::optional<RoomPlan>> plan = planRoom(*after, policy);
    return plan ? Result<void>() : Result<void>(failure(plan.error()));
}

} // namespace

Task<void> Teleconsultations::update(QString id, TeleconsultationChange change, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    if (change.participants)
        change.participants = trimmed(*change.participants);
    Result<void> done = co_await updateUnlessContended(id, change, context);
    if (!done)
        co_return failure(onMissingPlusUser(QStringLiteral("PATCH /teleconsultation"), done.error()));
    co_return done;
}

Task<void> Teleconsultations::addParticipant(QString id, ParticipantData person, RequestContext context)
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
                                              RequestContext context)
{
    QList<Error> asGiven = checkByIds(change, before);
    if (!looksPeopleUp())
        asGiven = check(change, before, m_policy.privileges) + checkGivenGroups(change.people(), m_policy.privileges);
    if (!asGiven.isEmpty())
        co_return failure(change.added ? asOfAdded(asGiven.first()) : asGiven.first());
    Result<KnownPeople> known = co_await m_people.lookUp(change.people(), context);
    if (!known)
        co_return failure(change.added ? asOfAdded(known.error()) : known.error());
    const QList<Error> mistakes = check(change.naming(known->people), before, m_policy.privileges);
    if (!mistakes.isEmpty())
        co_return failure(mistakes.first());
    co_return known;
}

/// On a conflict again from the start, with what the other one left: but where both wished for the same thing to be
/// different, only one of the wishes can come true, and whoever came second is told.
Task<void> Teleconsultations::updateUnlessContended(QString id, TeleconsultationChange change, RequestContext context)
{
    std::optional<Teleconsultation> first;
    Result<void> done;
    for (int tries = 0; tries == 0 || (tries < maximumTries && wasChangedMeanwhile(done)); ++tries) {
        Result<Teleconsultation> now = co_await m_parts.records.find(id, context);
        if (!now)
            co_return failure(onLookingFor(id, now.error()));
        if (!first)
            first = *now;
        if (!namesTheSame(change, *first, *now))
            co_return failure(overtaken());
        done = co_await updateFromRecord(*now, change, context);
    }
    if (wasChangedMeanwhile(done))
        co_return failure(overtaken());
    co_return done;
}

Task<void> Teleconsultations::updateFromRecord(Teleconsultation asRead, TeleconsultationChange change,
                                               RequestContext context)
{
    if (isImmutable(asRead, m_policy, m_parts.clock.now()))
        co_return failure(tooLate());
    Result<PlannedChange> planned = co_await planChange(asRead, change, context);
    if (!planned)
        co_return failure(planned.error());

    const bool staysAsItIs = saysTheSame(planned->before, planned->after);
    const bool staysInItsRoom = keepsRoom(planned->before, planned->plan, m_policy);
    if ((staysAsItIs || staysInItsRoom) && !planned->createdUsers.isEmpty()) {
        // Somebody who takes part already was missing in the user map. From the start, now that it tells who holds.
        Result<QHash<QString, QString>> holding = co_await m_users.remember(planned->createdUsers, context);
        co_return failure(holding ? overtaken() : holding.error());
    }
    if (staysAsItIs)
        co_return Result<void>();
    if (isImmutable(asRead, m_policy, m_parts.clock.now()))
        co_return failure(tooLate());
    if (staysInItsRoom) {
        Result<Teleconsultation> updated = co_await m_parts.records.update(planned->after, context);
        if (!updated)
            co_return failure(onLookingFor(asRead.id, updated.error()));
        co_return Result<void>();
    }
    Result<Prepared> prepared = co_await prepareRoom(withoutRoom(planned->after), planned->createdUsers, context);
    if (!prepared)
        co_return failure(prepared.error());
    // Making users and a room took its time; whoever opened the consultation meanwhile has a link into the old one.
    if (isImmutable(asRead, m_policy, m_parts.clock.now())) {
        if (prepared->reservation)
            co_await cancel(*prepared->reservation);
        co_return failure(tooLate());
    }
    Result<void> replaced = co_await replaceOnRecord(planned->before, *prepared, context);
    co_return replaced;
}

/// Kaleyra users are made for those who have none; nothing is on record yet.
Task<Teleconsultations::PlannedChange>
Teleconsultations::planChange(Teleconsultation asRead, TeleconsultationChange change, RequestContext context)
{
    Result<Teleconsultation> before = co_await m_people.introduceParticipants(asRead, context);
    if (!before)
        co_return failure(before.error());
    Result<KnownPeople> known = co_await identify(change, *before, context);
    if (!known)
        co_return failure(known.error());
    change = change.naming(known->people);
    const Result<void> possible = checkRoom(*before, change, *known, m_policy);
    if (!possible)
        co_return failure(possible.error());
    Result<KaleyraUsers::Resolved> users = co_await m_users.resolve(*known);
    if (!users)
        co_return failure(users.error());
    const Result<Teleconsultation> after = changed(*before, change, users->known);
    if (!after)
        co_return failure(after.error());
    const Result<std::optional<RoomPlan>> plan = planRoom(*after, m_policy);
    if (!plan)
        co_return failure(plan.error());
    co_return PlannedChange{*before, *after, *plan, users->created};
}

/// Puts those who hold in the place of users who were made for a consultation that is on record by now.
Task<void> Teleconsultations::reseat(QString id, QHash<QString, QString> createdUsers, QHash<QString, QString> holding,
                                     RequestContext context)
{
    const QHash<QString, QString> nobodyNew;
    Result<void> done;
    for (int tries = 0; tries == 0 || (tries < maximumTries && wasChangedMeanwhile(done)); ++tries) {
        Result<Teleconsultation> before = co_await m_parts.records.find(id, context);
        if (!before)
            co_return failure(before.error());
        Teleconsultation after = *before;
        adopt(after, createdUsers, holding);
        Result<Prepared> prepared = co_await prepareRoom(withoutRoom(after), nobodyNew, context);
        if (!prepared)
            co_return failure(prepared.error());
        done = co_await replaceOnRecord(*before, *prepared, context);
    }
    co_return done;
}

/// Before the record changes, it is written down that the old room goes: afterwards nothing else leads to it.
Task<void> Teleconsultations::replaceOnRecord(Teleconsultation before, Prepared after, RequestContext context)
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
    Result<void> updated = co_await updateRecord(before, after, leaving, context);
    if (!updated)
        co_return updated;
    if (after.reservation)
        co_await strikeOut(after.reservation->intent);
    if (leaving)
        co_await deleteIntendedRoom(*leaving, before.roomId);
    co_return Result<void>();
}

/// With an error both rooms are seen to, now or by recover().
Task<void> Teleconsultations::updateRecord(Teleconsultation before, Prepared after, std::optional<qint64> leaving,
                                           RequestContext context)
{
    Result<Teleconsultation> updated = co_await m_parts.records.update(after.consultation, context);
    if (updated)
        co_return Result<void>();
    if (mayHaveHappened(updated.error())) {
        Result<Teleconsultation> now = co_await m_parts.records.find(before.id, context);
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
