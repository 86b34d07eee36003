#include "core/service/people.h"

namespace teleconsult::service {

namespace {

QStringList externalIds(const QList<ParticipantData> &people)
{
    QStringList ids;
    for (const ParticipantData &person : people)
        ids << person.externalId;
    return ids;
}

bool isStranger(const Participant &participant)
{
    return participant.fullName.isEmpty() || participant.groups.isEmpty();
}

} // namespace

People::People(records::RecordStore &records, directory::Directory *directory)
    : m_records(records), m_directory(directory)
{}

Task<KnownPeople> People::lookUp(QList<ParticipantData> people, RequestContext context)
{
    Task<QHash<QString, QString>> mapping = m_records.findUserIds(externalIds(people), context);
    Task<QList<ParticipantData>> introducing = introduce(people, context);
    Result<QHash<QString, QString>> userIds = co_await mapping;
    Result<QList<ParticipantData>> introduced = co_await introducing;
    if (!introduced)
        co_return failure(introduced.error());
    if (!userIds)
        co_return failure(userIds.error());
    co_return KnownPeople{*introduced, *userIds};
}

Task<QList<ParticipantData>> People::introduce(QList<ParticipantData> people, RequestContext context)
{
    if (!m_directory)
        co_return people;
    const QStringList ids = externalIds(people);
    Result<directory::People> known = co_await m_directory->find(ids, context);
    if (!known)
        co_return failure(known.error());
    for (qsizetype i = 0; i < people.size(); ++i) {
        const auto person = known->constFind(people.at(i).externalId);
        if (person == known->constEnd()) {
            const QString field = QStringLiteral("participants.data[%1].userExternalId").arg(i);
            co_return failure(invalid(QStringLiteral("unknown_person"), field,
                                      field + QStringLiteral(" is not known to the auth service"))
                                  .value());
        }
        people[i].fullName = person->fullName;
        people[i].groups = person->groups;
    }
    co_return people;
}

Task<Teleconsultation> People::introduceParticipants(Teleconsultation consultation, RequestContext context)
{
    QStringList strangers;
    for (const Participant &participant : std::as_const(consultation.participants)) {
        if (isStranger(participant))
            strangers << participant.kaleyraUserId;
    }
    if (!m_directory || strangers.isEmpty())
        co_return consultation;
    Result<QHash<QString, QString>> externalIds = co_await m_records.findExternalIds(strangers, context);
    if (!externalIds)
        co_return failure(externalIds.error());
    const QStringList ids = externalIds->values();
    Result<directory::People> known = co_await m_directory->find(ids, context);
    if (!known)
        co_return failure(known.error());
    for (Participant &participant : consultation.participants) {
        const directory::Person person = known->value(externalIds->value(participant.kaleyraUserId));
        if (participant.fullName.isEmpty())
            participant.fullName = person.fullName;
        if (participant.groups.isEmpty())
            participant.groups = person.groups;
    }
    co_return consultation;
}

} // namespace teleconsult::service
