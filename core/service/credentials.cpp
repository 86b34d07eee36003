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

Credentials::Credentials(kaleyra::KaleyraClient &kaleyra, records::RecordStore &records, Privileges privileges,
                         directory::Directory *directory)
    : m_kaleyra(kaleyra),
      m_records(records),
      m_people(records, directory),
      m_users(kaleyra, records, std::move(privileges))
{}

Task<kaleyra::AccessToken> Credentials::issue(ParticipantData person, std::optional<std::chrono::seconds> lifetime,
                                              RequestContext context)
{
    const Operations::Scope operation(m_operations);
    person.externalId = person.externalId.trimmed();
    if (person.externalId.isEmpty())
        co_return failure(unauthorizedUser(QStringLiteral("no_identity")));
    const Result<std::chrono::seconds> wanted = checked(lifetime);
    if (!wanted)
        co_return failure(wanted.error());
    Result<QString> userId = co_await userIdOf(person, context);
    if (!userId)
        co_return failure(userId.error());
    Result<kaleyra::AccessToken> token = co_await m_kaleyra.createAccessToken(*userId, *wanted);
    if (token || !kaleyra::saysUserIsGone(token.error()))
        co_return token;
    Result<void> mended = co_await mend(person, *userId, context);
    if (!mended)
        co_return failure(mended.error());
    token = co_await m_kaleyra.createAccessToken(*userId, *wanted);
    co_return token;
}

/// The person is in the user map, and somebody has deleted the user at Kaleyra.
Task<void> Credentials::mend(ParticipantData person, QString userId, RequestContext context)
{
    Result<ParticipantData> introduced = co_await introduce(person, context);
    if (!introduced)
        co_return failure(introduced.error());
    Participant participant;
    participant.kaleyraUserId = userId;
    participant.groups = introduced->groups;
    participant.language = introduced->language;
    const QList<Participant> participants(1, participant);
    Result<void> mended = co_await m_users.mend(participants);
    co_return mended;
}

Task<ParticipantData> Credentials::introduce(ParticipantData person, RequestContext context)
{
    const QList<ParticipantData> given(1, person);
    Result<QList<ParticipantData>> people = co_await m_people.introduce(given, context);
    if (people)
        co_return people->first();
    const bool isStranger = people.error().code == QLatin1String("unknown_person");
    co_return failure(isStranger ? unauthorizedUser(people.error().code) : people.error());
}

Task<QString> Credentials::userIdOf(ParticipantData person, RequestContext context)
{
    const QStringList externalIds(person.externalId);
    Result<QHash<QString, QString>> known = co_await m_records.findUserIds(externalIds, context);
    if (!known)
        co_return failure(known.error());
    if (known->contains(person.externalId))
        co_return known->value(person.externalId);

    Result<ParticipantData> introduced = co_await introduce(person, context);
    if (!introduced)
        co_return failure(introduced.error());
    const QList<ParticipantData> people(1, *introduced);
    const KnownPeople stranger{people, *known};
    Result<KaleyraUsers::Resolved> users = co_await m_users.resolve(stranger);
    if (!users)
        co_return failure(users.error());
    const QString ours = users->created.value(person.externalId);
    Result<QHash<QString, QString>> holding = co_await m_users.remember(users->created, context);
    if (!holding)
        co_return failure(holding.error());
    const QString winner = holding->value(person.externalId, ours);
    if (winner != ours)
        co_await m_users.discard(QStringList(ours));
    co_return winner;
}

} // namespace teleconsult::service
