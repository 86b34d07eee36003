#include "core/api/api_json.h"

#include "core/domain/json.h"
#include "core/domain/object_reader.h"
#include "core/service/contract_names.h"

namespace teleconsult::api {

namespace names = service::names;

namespace {

const QString participantsField = names::participants;

std::optional<Language> language(ObjectReader &reader)
{
    const QString name = names::language;
    const std::optional<QString> code = reader.text(name);
    if (!code)
        return std::nullopt;
    const std::optional<Language> known = languageFromCode(*code);
    if (!known)
        reader.fail(QStringLiteral("unsupported_language"), name, QStringLiteral("must be it or en"));
    return known;
}

/// A name or groups that are given although the auth service has them could only contradict it.
void refuseWhatIsLookedUp(ObjectReader &reader)
{
    for (const QLatin1String field : {names::fullName, names::groups}) {
        if (!reader.value(field).isUndefined())
            reader.fail(QStringLiteral("not_supported"), field,
                        QStringLiteral("is not supported: the auth service is asked for it"));
    }
}

ParticipantData participant(ObjectReader &reader, People people)
{
    ParticipantData person;
    person.externalId = reader.text(names::userExternalId).value_or(QString());
    if (people == People::LookedUp) {
        refuseWhatIsLookedUp(reader);
    } else {
        person.fullName = reader.text(names::fullName).value_or(QString());
        person.groups = reader.texts(names::groups).value_or(QStringList());
    }
    person.language = language(reader);
    return person;
}

struct Participants
{
    std::optional<int> number;
    std::optional<QList<ParticipantData>> data;
};

/// `["id", …]`: all of them are known.
Participants participantsByIds(ObjectReader &outer, People people)
{
    if (people == People::Given) {
        outer.fail(QStringLiteral("auth_service_required"), participantsField,
                   QStringLiteral("must be an object with number and data: ids alone need an auth service"));
        return {};
    }
    const QStringList ids = outer.texts(participantsField).value_or(QStringList());
    Participants found{int(ids.size()), QList<ParticipantData>()};
    for (const QString &id : ids)
        found.data->append({.externalId = id, .fullName = {}, .groups = {}, .language = {}});
    return found;
}

QList<ParticipantData> participantsData(ObjectReader &reader, People people)
{
    const std::optional<QJsonArray> data = reader.array(names::data);
    if (!data)
        reader.require(names::data);
    QList<ParticipantData> all;
    for (qsizetype i = 0; data && i < data->size(); ++i) {
        const QString element = QStringLiteral("data[%1]").arg(i);
        if (!data->at(i).isObject()) {
            reader.fail(QStringLiteral("wrong_type"), element, QStringLiteral("must be an object"));
            continue;
        }
        ObjectReader person(data->at(i).toObject(), participantsField + QLatin1Char('.') + element + QLatin1Char('.'),
                            ObjectReader::Nulls::AreMistakes);
        all << participant(person, people);
        reader.take(person.mistake());
    }
    return all;
}

/// `{number, data}`, both needed, or an array of ids.
Participants participants(ObjectReader &outer, People people)
{
    if (outer.value(participantsField).isArray())
        return participantsByIds(outer, people);
    std::optional<ObjectReader> reader = outer.object(participantsField);
    if (!reader)
        return {};
    Participants found;
    found.number = reader->integer(names::number);
    if (!found.number)
        reader->require(names::number);
    found.data = participantsData(*reader, people);
    outer.take(reader->mistake());
    return found;
}

std::optional<std::chrono::seconds> duration(ObjectReader &reader)
{
    const std::optional<int> seconds = reader.integer(names::duration);
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// In the names of the seed, which are neither of Kaleyra's versions.
QJsonValue details(const std::optional<kaleyra::Room> &room)
{
    if (!room)
        return {};
    return QJsonObject{{names::recording, textOrNull(room->recording)},
                       {names::recordingStatus, textOrNull(room->recordingStatus)},
                       {names::callType, textOrNull(room->callType)},
                       {names::description, textOrNull(room->description)},
                       {names::status, textOrNull(room->status)},
                       {names::disabled, room->disabled},
                       {names::creationDate, dateOrNull(room->createdAt)},
                       {names::durationInSeconds, qint64(room->duration.count())},
                       {names::durationUsedInSeconds, qint64(room->durationUsed.count())},
                       {names::live, room->live}};
}

} // namespace

Result<TeleconsultationRequest> readRequest(const QJsonObject &body, People people)
{
    ObjectReader reader(body, {}, ObjectReader::Nulls::AreMistakes);
    TeleconsultationRequest request;
    const Participants given = participants(reader, people);
    if (!given.data)
        reader.require(participantsField);
    request.participantsNumber = given.number.value_or(0);
    request.participants = given.data.value_or(QList<ParticipantData>());
    const std::optional<QDateTime> start = reader.date(names::startDate);
    if (!start)
        reader.require(names::startDate);
    request.start = start.value_or(QDateTime());
    request.end = reader.date(names::endDate);
    request.duration = duration(reader);
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    return request;
}

Result<TeleconsultationChange> readChange(const QJsonObject &body, People people)
{
    ObjectReader reader(body, {}, ObjectReader::Nulls::AreMistakes);
    TeleconsultationChange change;
    const Participants given = participants(reader, people);
    change.participantsNumber = given.number;
    change.participants = given.data;
    change.start = reader.date(names::startDate);
    change.end = reader.date(names::endDate);
    change.duration = duration(reader);
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    if (!change.participants && !change.start && !change.end && !change.duration)
        return invalid(QStringLiteral("required"), QStringLiteral("body"),
                       QStringLiteral("body must have at least one field to change"));
    return change;
}

Result<ParticipantData> readParticipant(const QJsonObject &body, People people)
{
    ObjectReader reader(body, {}, ObjectReader::Nulls::AreMistakes);
    ParticipantData person = participant(reader, people);
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    return person;
}

Result<std::optional<std::chrono::seconds>> readLifetime(const QJsonObject &body)
{
    ObjectReader reader(body, {}, ObjectReader::Nulls::AreMistakes);
    const std::optional<int> seconds = reader.integer(names::expiresIn);
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

Result<QString> readBackgroundAlias(const QJsonObject &body)
{
    ObjectReader reader(body, {}, ObjectReader::Nulls::AreMistakes);
    const QString name = names::backgroundAlias;
    const std::optional<QString> alias = reader.text(name);
    if (!alias)
        reader.require(name);
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    return *alias;
}

QJsonObject writeAdmission(const service::Admission &admission)
{
    QJsonArray people;
    for (const Participant &participant : admission.consultation.participants)
        people.append(
            QJsonObject{{names::kaleyraUserId, participant.kaleyraUserId}, {names::fullName, participant.fullName}});
    return {{names::kaleyraUserId, admission.kaleyraUserId},
            {names::accessLink, textOrNull(admission.accessLink.toString(QUrl::FullyEncoded))},
            {names::callParticipants, people},
            {names::details, details(admission.room)}};
}

QJsonObject writeToken(const kaleyra::AccessToken &token)
{
    return {{names::accessToken, token.token},
            {names::expiresAt, dateOrNull(token.expiresAt)},
            {names::kaleyraUserId, token.userId}};
}

QJsonObject writeDeletedUploads(const service::DeletedUploads &outcome)
{
    return {{names::total, outcome.total}, {names::deleted, outcome.deleted}};
}

QJsonObject writeConsultation(const Teleconsultation &consultation)
{
    QJsonArray people;
    for (const Participant &participant : consultation.participants) {
        people.append(QJsonObject{
            {names::kaleyraUserId, participant.kaleyraUserId},
            {names::fullName, participant.fullName},
            {names::groups, QJsonArray::fromStringList(participant.groups)},
            {names::language, participant.language ? QJsonValue(toCode(*participant.language)) : QJsonValue()}});
    }
    return {{names::roomId, consultation.id},
            {names::startDate, dateOrNull(consultation.schedule.start())},
            {names::endDate, dateOrNull(consultation.schedule.end())},
            {names::participants, QJsonObject{{names::number, consultation.participantsNumber}, {names::data, people}}},
            {names::progress, toCode(consultation.progress)},
            {names::hasRoom, !consultation.roomId.isEmpty()},
            {names::kaleyraRoomId, textOrNull(consultation.roomId)}};
}

QJsonObject writeList(const QList<Teleconsultation> &consultations)
{
    QJsonArray all;
    for (const Teleconsultation &consultation : consultations)
        all.append(writeConsultation(consultation));
    return {{names::list, all}};
}

QJsonObject writeInvitations(const QList<service::Invitation> &invitations)
{
    QJsonArray all;
    for (const service::Invitation &invitation : invitations)
        all.append(QJsonObject{{names::kaleyraUserId, invitation.kaleyraUserId},
                               {names::fullName, invitation.fullName},
                               {names::groups, QJsonArray::fromStringList(invitation.groups)},
                               {names::accessLink, invitation.accessLink.toString(QUrl::FullyEncoded)},
                               {names::recording, textOrNull(invitation.recording)}});
    return {{names::invitationList, all}};
}

QJsonObject writePolicy(const ConsultationPolicy &policy, bool looksPeopleUp)
{
    QJsonArray basic;
    QJsonArray plus;
    const QStringList groups = policy.privileges.groups();
    for (const QString &group : groups)
        (policy.privileges.isPlus({group}) ? plus : basic).append(group);
    return {{names::immutablePeriod, qint64(policy.immutablePeriod.count())},
            {names::unlimited, policy.unlimited},
            {names::live, policy.live},
            {names::deleteUploads, policy.deleteUploads},
            {names::recording, policy.recording},
            {names::groupsWithBackground, QJsonArray::fromStringList(policy.groupsWithBackground)},
            {names::groups, QJsonObject{{names::basicGroups, basic}, {names::plusGroups, plus}}},
            {names::peopleLookedUp, looksPeopleUp}};
}

QJsonObject writeBackground(const kaleyra::Background &background)
{
    return {
        {names::background, QJsonObject{{names::backgroundAlias, background.alias},
                                        {names::backgroundUrl, textOrNull(background.url.toString(QUrl::FullyEncoded))},
                                        {names::backgroundDate, dateOrNull(background.createdAt)}}}};
}

QJsonObject writeCompany(const kaleyra::Company &company)
{
    QJsonValue background;
    if (company.defaultBackground)
        background =
            QJsonObject{{names::alias, company.defaultBackground->alias},
                        {names::backgroundUrl, textOrNull(company.defaultBackground->url.toString(QUrl::FullyEncoded))},
                        {names::backgroundDate, dateOrNull(company.defaultBackground->createdAt)}};
    return {{names::companyObject,
             QJsonObject{{names::companyName, company.name},
                         {names::defaultLanguage, company.defaultLanguage},
                         {names::defaultBackground, background},
                         {names::endCallRedirectUrl, company.endCallRedirectUrl.toString(QUrl::FullyEncoded)},
                         {names::userDetailsProviderUrl, company.userDetailsProviderUrl.toString(QUrl::FullyEncoded)},
                         {names::endCallRedirectTimeout, qint64(company.endCallRedirectTimeout.count())}}}};
}

} // namespace teleconsult::api
