#include "core/service/credentials.h"

#include "core/service/outcomes.h"

namespace teleconsult::service {

namespace {

Result<std::chrono::seconds> checked(std::optional<std::chrono::seconds> lifetime)
{
    const std::chrono::seconds wanted = lifetime.value_or(Credentials::defaultLifetime);
    if (wanted < kaleyra::shortestTokenLifetime || wanted > kaleyra::longestTokenLifetime) {
        return invalid(QStringLiteral("out_of_range"), QStringLiteral("expiresIn"),
                       QStringLiteral("expiresIn must be between %1 and %2")
                           .arg(kaleyra::shortestTokenLifetime.count())
                           .arg(kaleyra::longestTokenLifetime.count()));
    }
    return wanted;
}

} // namespace

Credentials::Credentials(kaleyra::KaleyraClient &kaleyra, records::RecordStore &records, Privileges privileges)
    : m_kaleyra(kaleyra), m_users(kaleyra, records, std::move(privileges))
{}

Task<kaleyra::AccessToken> Credentials::issue(ParticipantData person, std::optional<std::chrono::seconds> lifetime)
{
    const Operations::Scope operation(m_operations);
    person.externalId = person.externalId.trimmed();
    if (person.externalId.isEmpty())
        co_return failure(unauthorizedUser(QStringLiteral("no_identity")));
    const Result<std::chrono::seconds> wanted = checked(lifetime);
    if (!wanted)
        co_return failure(wanted.error());
    Result<QString> userId = co_await userIdOf(person);
    if (!userId)
        co_return failure(userId.error());
    Result<kaleyra::AccessToken> token = co_await m_kaleyra.createAccessToken(*userId, *wanted);
    co_return token;
}

Task<QString> Credentials::userIdOf(ParticipantData person)
{
    const QList<ParticipantData> people(1, person);
    Result<KaleyraUsers::Resolved> users = co_await m_users.resolve(people);
    if (!users)
        co_return failure(users.error());
    if (users->created.isEmpty())
        co_return users->known.value(person.externalId);
    const QString ours = users->created.value(person.externalId);
    Result<QHash<QString, QString>> holding = co_await m_users.remember(users->created);
    if (!holding)
        co_return failure(holding.error());
    const QString winner = holding->value(person.externalId, ours);
    if (winner != ours)
        co_await m_users.discard(QStringList(ours));
    co_return winner;
}

} // namespace teleconsult::service
