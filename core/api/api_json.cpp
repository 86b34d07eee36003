#include "core/api/api_json.h"

#include "core/domain/object_reader.h"

namespace teleconsult::api {

namespace {

const QString participantsField = QStringLiteral("participants");

std::optional<Language> language(ObjectReader &reader)
{
    const QString name = QStringLiteral("language");
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
    for (const char *field : {"fullName", "groups"}) {
        if (!reader.value(QLatin1String(field)).isUndefined())
            reader.fail(QStringLiteral("not_supported"), QLatin1String(field),
                        QStringLiteral("is not supported: the auth service is asked for it"));
    }
}

ParticipantData participant(ObjectReader &reader, People people)
{
    ParticipantData person;
    person.externalId = reader.text(QStringLiteral("userExternalId")).value_or(QString());
    if (people == People::LookedUp) {
        refuseWhatIsLookedUp(reader);
    } else {
        person.fullName = reader.text(QStringLiteral("fullName")).value_or(QString());
        person.groups = reader.texts(QStringLiteral("groups")).value_or(QStringList());
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
    const std::optional<QJsonArray> data = reader.array(QStringLiteral("data"));
    if (!data)
        reader.require(QStringLiteral("data"));
    QList<ParticipantData> all;
    for (qsizetype i = 0; data && i < data->size(); ++i) {
        const QString element = QStringLiteral("data[%1]").arg(i);
        if (!data->at(i).isObject()) {
            reader.fail(QStringLiteral("wrong_type"), element, QStringLiteral("must be an object"));
            continue;
        }
        ObjectReader person(data->at(i).toObject(), participantsField + QLatin1Char('.') + element + QLatin1Char('.'));
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
    found.number = reader->integer(QStringLiteral("number"));
    if (!found.number)
        reader->require(QStringLiteral("number"));
    found.data = participantsData(*reader, people);
    outer.take(reader->mistake());
    return found;
}

std::optional<std::chrono::seconds> duration(ObjectReader &reader)
{
    const std::optional<int> seconds = reader.integer(QStringLiteral("duration_in_seconds"));
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue dateOrNull(const QDateTime &date)
{
    return date.isValid() ? QJsonValue(date.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

/// In the names of the seed, which are neither of Kaleyra's versions.
QJsonValue details(const std::optional<kaleyra::Room> &room)
{
    if (!room)
        return {};
    return QJsonObject{{QStringLiteral("recording"), textOrNull(room->recording)},
                       {QStringLiteral("recordingStatus"), textOrNull(room->recordingStatus)},
                       {QStringLiteral("callType"), textOrNull(room->callType)},
                       {QStringLiteral("description"), textOrNull(room->description)},
                       {QStringLiteral("status"), textOrNull(room->status)},
                       {QStringLiteral("disabled"), room->disabled},
                       {QStringLiteral("creationDate"), dateOrNull(room->createdAt)},
                       {QStringLiteral("durationInSeconds"), qint64(room->duration.count())},
                       {QStringLiteral("durationUsedInSeconds"), qint64(room->durationUsed.count())},
                       {QStringLiteral("live"), room->live}};
}

} // namespace

Result<TeleconsultationRequest> readRequest(const QJsonObject &body, People people)
{
    ObjectReader reader(body);
    TeleconsultationRequest request;
    const Participants given = participants(reader, people);
    if (!given.data)
        reader.require(participantsField);
    request.participantsNumber = given.number.value_or(0);
    request.participants = given.data.value_or(QList<ParticipantData>());
    const std::optional<QDateTime> start = reader.date(QStringLiteral("start_date"));
    if (!start)
        reader.require(QStringLiteral("start_date"));
    request.start = start.value_or(QDateTime());
    request.end = reader.date(QStringLiteral("end_date"));
    request.duration = duration(reader);
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    return request;
}

Result<TeleconsultationChange> readChange(const QJsonObject &body, People people)
{
    ObjectReader reader(body);
    TeleconsultationChange change;
    const Participants given = participants(reader, people);
    change.participantsNumber = given.number;
    change.participants = given.data;
    change.start = reader.date(QStringLiteral("start_date"));
    change.end = reader.date(QStringLiteral("end_date"));
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
    ObjectReader reader(body);
    ParticipantData person = participant(reader, people);
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    return person;
}

Result<std::optional<std::chrono::seconds>> readLifetime(const QJsonObject &body)
{
    ObjectReader reader(body);
    const std::optional<int> seconds = reader.integer(QStringLiteral("expiresIn"));
    if (const std::optional<Error> mistake = reader.mistake())
        return failure(*mistake);
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

Result<QString> readBackgroundAlias(const QJsonObject &body)
{
    ObjectReader reader(body);
    const QString name = QStringLiteral("background_alias");
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
        people.append(QJsonObject{{QStringLiteral("bandyerUserId"), participant.kaleyraUserId},
                                  {QStringLiteral("fullName"), participant.fullName}});
    return {{QStringLiteral("bandyerUserId"), admission.kaleyraUserId},
            {QStringLiteral("accessLinkURL"), textOrNull(admission.accessLink.toString(QUrl::FullyEncoded))},
            {QStringLiteral("participantsBandyerCall"), people},
            {QStringLiteral("details"), details(admission.room)}};
}

QJsonObject writeToken(const kaleyra::AccessToken &token)
{
    return {{QStringLiteral("accessToken"), token.token},
            {QStringLiteral("expiresAt"), dateOrNull(token.expiresAt)},
            {QStringLiteral("bandyerUserId"), token.userId}};
}

QJsonObject writeDeletedUploads(const service::DeletedUploads &outcome)
{
    return {{QStringLiteral("total"), outcome.total}, {QStringLiteral("deleted"), outcome.deleted}};
}

QJsonObject writeConsultation(const Teleconsultation &consultation)
{
    QJsonArray people;
    for (const Participant &participant : consultation.participants) {
        people.append(QJsonObject{{QStringLiteral("bandyerUserId"), participant.kaleyraUserId},
                                  {QStringLiteral("fullName"), participant.fullName},
                                  {QStringLiteral("groups"), QJsonArray::fromStringList(participant.groups)},
                                  {QStringLiteral("language"),
                                   participant.language ? QJsonValue(toCode(*participant.language)) : QJsonValue()}});
    }
    return {{QStringLiteral("roomId"), consultation.id},
            {QStringLiteral("start_date"), dateOrNull(consultation.schedule.start())},
            {QStringLiteral("end_date"), dateOrNull(consultation.schedule.end())},
            {QStringLiteral("participants"), QJsonObject{{QStringLiteral("number"), consultation.participantsNumber},
                                                         {QStringLiteral("data"), people}}},
            {QStringLiteral("teleconsultationState"), toCode(consultation.progress)},
            {QStringLiteral("hasRoom"), !consultation.roomId.isEmpty()}};
}

QJsonObject writeBackground(const kaleyra::Background &background)
{
    return {{QStringLiteral("virtual_background"),
             QJsonObject{{QStringLiteral("background_alias"), background.alias},
                         {QStringLiteral("url"), textOrNull(background.url.toString(QUrl::FullyEncoded))},
                         {QStringLiteral("creation_date"), dateOrNull(background.createdAt)}}}};
}

QJsonObject writeCompany(const kaleyra::Company &company)
{
    QJsonValue background;
    if (company.defaultBackground)
        background = QJsonObject{
            {QStringLiteral("alias"), company.defaultBackground->alias},
            {QStringLiteral("url"), textOrNull(company.defaultBackground->url.toString(QUrl::FullyEncoded))},
            {QStringLiteral("creation_date"), dateOrNull(company.defaultBackground->createdAt)}};
    return {
        {QStringLiteral("company"),
         QJsonObject{
             {QStringLiteral("name"), company.name},
             {QStringLiteral("default_language"), company.defaultLanguage},
             {QStringLiteral("default_background"), background},
             {QStringLiteral("end_call_redirect_url"), company.endCallRedirectUrl.toString(QUrl::FullyEncoded)},
             {QStringLiteral("user_details_provider_url"), company.userDetailsProviderUrl.toString(QUrl::FullyEncoded)},
             {QStringLiteral("end_call_redirect_timeout_ms"), qint64(company.endCallRedirectTimeout.count())}}}};
}

} // namespace teleconsult::api
