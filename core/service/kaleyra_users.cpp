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

Task<QHash<QString, QString>> KaleyraUsers::remember(QHash<QString, QString> created)
{
    const QStringList externalIds = created.keys();
    std::vector<Task<QString>> remembering;
    for (const QString &externalId : externalIds)
        remembering.push_back(m_records.rememberUserId(externalId, created.value(externalId)));
    Result<QList<QString>> holding = co_await whenAll(std::move(remembering));
    if (!holding)
        co_return failure(holding.error());
    QHash<QString, QString> ids;
    for (qsizetype i = 0; i < externalIds.size(); ++i)
        ids.insert(externalIds.at(i), holding->at(i));
    co_return ids;
}

Task<void> KaleyraUsers::discard(QStringList kaleyraUserIds)
{
    std::vector<Task<void>> deleting;
    for (const QString &id : kaleyraUserIds)
        deleting.push_back(m_kaleyra.deleteUser(id));
    for (Task<void> &task : deleting)
        co_await task;
    co_return Result<void>();
}

} // namespace teleconsult::service
