#include "core/service/kaleyra_users.h"

#include <vector>

namespace teleconsult::service {

KaleyraUsers::KaleyraUsers(kaleyra::KaleyraClient &kaleyra, records::RecordStore &records, Privileges privileges)
    : m_kaleyra(kaleyra), m_records(records), m_privileges(std::move(privileges))
{}

Task<KaleyraUsers::Resolved> KaleyraUsers::resolve(KnownPeople known)
{
    Resolved users;
    users.known = known.userIds;
    QStringList unknown;
    std::vector<Task<QString>> creating;
    for (const ParticipantData &person : std::as_const(known.people)) {
        if (users.known.contains(person.externalId))
            continue;
        unknown << person.externalId;
        creating.push_back(create(person));
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

Task<QString> KaleyraUsers::create(ParticipantData person)
{
    const Result<Role> role = m_privileges.roleOf(person.groups);
    if (!role)
        co_return failure(role.error());
    Result<QString> opaqueId = co_await m_kaleyra.userIdFor(person.externalId);
    if (!opaqueId)
        co_return opaqueId;
    kaleyra::NewUser user;
    user.id = *opaqueId;
    user.role = *role;
    user.language = person.language;
    Result<QString> id = co_await m_kaleyra.createUser(user);
    co_return id;
}

Task<QHash<QString, QString>> KaleyraUsers::remember(QHash<QString, QString> created, RequestContext context)
{
    Result<QList<records::UserClaim>> claims = co_await claim(created, context);
    if (!claims)
        co_return failure(claims.error());
    Result<QHash<QString, QString>> holding = co_await settle(*claims, context);
    co_return holding;
}

Task<QList<records::UserClaim>> KaleyraUsers::claim(QHash<QString, QString> created, RequestContext context)
{
    std::vector<Task<records::UserClaim>> claiming;
    for (auto it = created.cbegin(); it != created.cend(); ++it)
        claiming.push_back(m_records.claimUserId(it.key(), it.value(), context));
    Result<QList<records::UserClaim>> claims = co_await whenAll(std::move(claiming));
    co_return claims;
}

Task<QHash<QString, QString>> KaleyraUsers::settle(QList<records::UserClaim> claims, RequestContext context)
{
    std::vector<Task<QString>> settling;
    for (const records::UserClaim &claim : std::as_const(claims))
        settling.push_back(m_records.settleUserId(claim, context));
    Result<QList<QString>> holding = co_await whenAll(std::move(settling));
    if (!holding)
        co_return failure(holding.error());
    QHash<QString, QString> ids;
    for (qsizetype i = 0; i < claims.size(); ++i)
        ids.insert(claims.at(i).externalId, holding->at(i));
    co_return ids;
}

Task<void> KaleyraUsers::mend(QList<Participant> participants)
{
    std::vector<Task<void>> mending;
    for (const Participant &participant : std::as_const(participants))
        mending.push_back(mendOne(participant));
    Result<void> all;
    for (Task<void> &task : mending) {
        Result<void> mended = co_await task;
        if (!mended)
            all = mended;
    }
    co_return all;
}

Task<void> KaleyraUsers::mendOne(Participant participant)
{
    const Result<Role> role = m_privileges.roleOf(participant.groups);
    if (!role)
        co_return failure(role.error());
    kaleyra::NewUser user;
    user.id = participant.kaleyraUserId;
    user.role = *role;
    user.language = participant.language;
    Result<QString> there = co_await m_kaleyra.createUser(user);
    if (!there)
        co_return failure(there.error());
    if (*role != Role::Plus)
        co_return Result<void>();
    Result<void> raised = co_await m_kaleyra.setUserRole(participant.kaleyraUserId, Role::Plus);
    co_return raised;
}

Task<void> KaleyraUsers::discard(QStringList kaleyraUserIds)
{
    std::vector<Task<void>> deleting;
    for (const QString &id : kaleyraUserIds)
        deleting.push_back(m_kaleyra.deleteUser(id));
    Result<void> all;
    for (Task<void> &task : deleting) {
        Result<void> deleted = co_await task;
        if (!deleted)
            all = deleted;
    }
    co_return all;
}

} // namespace teleconsult::service
