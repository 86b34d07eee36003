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

ParticipantData participant(ObjectReader &reader)
{
    ParticipantData person;
    person.externalId = reader.text(QStringLiteral("userExternalId")).value_or(QString());
    person.fullName = reader.text(QStringLiteral("fullName")).value_or(QString());
    person.groups = reader.texts(QStringLiteral("groups")).value_or(QStringList());
    person.language = language(reader);
    return person;
}

struct Participants
{
    std::optional<int> number;
    std::optional<QList<ParticipantData>> data;
};

/// `{number, data}`, both needed.
Participants participants(ObjectReader &outer)
{
    const QJsonValue given = outer.value(participantsField);
    if (given.isUndefined())
        return {};
    if (given.isArray()) {
        outer.fail(QStringLiteral("auth_service_required"), participantsField,
                   QStringLiteral("must be an object with number and data: ids alone need an auth service"));
        return {};
    }
    if (!given.isObject()) {
        outer.fail(QStringLiteral("wrong_type"), participantsField, QStringLiteral("must be an object"));
        return {};
    }
    ObjectReader reader(given.toObject(), participantsField + QLatin1Char('.'));
    Participants found;
    found.number = reader.integer(QStringLiteral("number"));
    if (!found.number)
        reader.require(QStringLiteral("number"));
    const std::optional<QJsonArray> data = reader.array(QStringLiteral("data"));
    if (!data)
        reader.require(QStringLiteral("data"));
    found.data = QList<ParticipantData>();
    for (qsizetype i = 0; data && i < data->size(); ++i) {
        const QString prefix = QStringLiteral("participants.data[%1]").arg(i);
        if (!data->at(i).isObject()) {
            reader.fail(QStringLiteral("wrong_type"), QStringLiteral("data[%1]").arg(i),
                        QStringLiteral("must be an object"));
            continue;
        }
        ObjectReader person(data->at(i).toObject(), prefix + QLatin1Char('.'));
        found.data->append(participant(person));
        reader.take(person.mistake());
    }
    outer.take(reader.mistake());
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

Result<TeleconsultationRequest> readRequest(const QJsonObject &body)
{
    ObjectReader reader(body);
    TeleconsultationRequest request;
    const Participants people = participants(reader);
    if (!people.data)
        reader.require(participantsField);
    request.participantsNumber = people.number.value_or(0);
    request.participants = people.data.value_or(QList<ParticipantData>());
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

Result<TeleconsultationChange> readChange(const QJsonObject &body)
{
    ObjectReader reader(body);
    TeleconsultationChange change;
    const Participants people = participants(reader);
    change.participantsNumber = people.number;
    change.participants = people.data;
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

Result<ParticipantData> readParticipant(const QJsonObject &body)
{
    ObjectReader reader(body);
    ParticipantData person = participant(reader);
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
