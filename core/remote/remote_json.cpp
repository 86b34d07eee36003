#include "core/remote/remote_json.h"

#include "core/domain/json.h"
#include "core/http/query.h"
#include "core/service/contract_names.h"

namespace teleconsult::remote {

namespace names = service::names;

namespace {

QStringList textsFrom(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray all = value.toArray();
    for (const QJsonValue entry : all) {
        if (entry.isString())
            texts << entry.toString();
    }
    return texts;
}

QUrl urlFrom(const QJsonValue &value)
{
    return QUrl(value.toString(), QUrl::StrictMode);
}

std::chrono::seconds secondsFrom(const QJsonValue &value)
{
    return std::chrono::seconds(toWholeNumber(value).value_or(0));
}

QJsonArray writePeople(const QList<ParticipantData> &people, Names names)
{
    QJsonArray all;
    for (const ParticipantData &person : people)
        all.append(writeParticipant(person, names));
    return all;
}

QJsonObject writeParticipants(int number, const QList<ParticipantData> &people, Names names)
{
    return {{names::number, number}, {names::data, writePeople(people, names)}};
}

template <typename Wish>
void writeEnd(QJsonObject &body, const Wish &wish)
{
    if (wish.end)
        body.insert(names::endDate, dateOrNull(*wish.end));
    if (wish.duration)
        body.insert(names::duration, qint64(wish.duration->count()));
}

Participant participantFrom(const QJsonObject &object)
{
    return {.kaleyraUserId = object.value(names::kaleyraUserId).toString(),
            .accessLink = {},
            .fullName = object.value(names::fullName).toString(),
            .groups = textsFrom(object.value(names::groups)),
            .language = languageFromCode(object.value(names::language).toString())};
}

QList<Participant> participantsFrom(const QJsonValue &value)
{
    QList<Participant> people;
    const QJsonArray all = value.toArray();
    for (const QJsonValue entry : all)
        people << participantFrom(entry.toObject());
    return people;
}

std::optional<Teleconsultation> consultationFrom(const QJsonObject &object)
{
    Teleconsultation consultation;
    consultation.id = object.value(names::roomId).toString();
    if (consultation.id.isEmpty())
        return std::nullopt;
    consultation.roomId = object.value(names::kaleyraRoomId).toString();
    const QJsonObject participants = object.value(names::participants).toObject();
    consultation.participants = participantsFrom(participants.value(names::data));
    consultation.participantsNumber =
        toWholeNumber(participants.value(names::number)).value_or(int(consultation.participants.size()));
    consultation.schedule =
        Schedule::fromRecord(dateFrom(object.value(names::startDate)), dateFrom(object.value(names::endDate)));
    consultation.progress = progressFromCode(object.value(names::progress).toString());
    return consultation;
}

std::optional<kaleyra::Room> roomFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    kaleyra::Room room;
    room.status = object.value(names::status).toString();
    room.disabled = object.value(names::disabled).toBool();
    room.recording = object.value(names::recording).toString();
    room.recordingStatus = object.value(names::recordingStatus).toString();
    room.callType = object.value(names::callType).toString();
    room.description = object.value(names::description).toString();
    room.createdAt = dateFrom(object.value(names::creationDate));
    room.duration = secondsFrom(object.value(names::durationInSeconds));
    room.durationUsed = secondsFrom(object.value(names::durationUsedInSeconds));
    room.live = object.value(names::live).toBool();
    return room;
}

} // namespace

QJsonObject writeParticipant(const ParticipantData &person, Names names)
{
    QJsonObject object{{names::userExternalId, person.externalId}};
    // One of ours tells which of the two holds; the original one does not, so what is not given is left out.
    if (names == Names::Given && !person.fullName.isEmpty())
        object.insert(names::fullName, person.fullName);
    if (names == Names::Given && !person.groups.isEmpty())
        object.insert(names::groups, QJsonArray::fromStringList(person.groups));
    if (person.language)
        object.insert(names::language, toCode(*person.language));
    return object;
}

QJsonObject writeRequest(const TeleconsultationRequest &request, Names names)
{
    QJsonObject body{{names::participants, writeParticipants(request.participantsNumber, request.participants, names)},
                     {names::startDate, dateOrNull(request.start)}};
    writeEnd(body, request);
    return body;
}

Result<QJsonObject> writeChange(const TeleconsultationChange &change, Names names)
{
    if (change.added || change.participants.has_value() != change.participantsNumber.has_value()) {
        const QString field = names::participants;
        return invalid(QStringLiteral("not_supported"), field,
                       field + QStringLiteral(" must be given with both number and data"));
    }
    QJsonObject body;
    if (change.participants)
        body.insert(names::participants, writeParticipants(*change.participantsNumber, *change.participants, names));
    if (change.start)
        body.insert(names::startDate, dateOrNull(*change.start));
    writeEnd(body, change);
    return body;
}

QString writeQuery(const records::Query &query)
{
    return http::encodedQuery({{names::from, dateText(query.from)},
                               {names::until, dateText(query.until)},
                               {names::text, query.text},
                               {names::limit, QString::number(query.limit)},
                               {names::offset, QString::number(query.offset)}});
}

std::optional<QString> readCreatedId(const QJsonDocument &body)
{
    const QString id = body.object().value(names::roomId).toString();
    return id.isEmpty() ? std::nullopt : std::optional(id);
}

std::optional<Teleconsultation> readConsultation(const QJsonDocument &body)
{
    return consultationFrom(body.object());
}

std::optional<QList<Teleconsultation>> readList(const QJsonDocument &body)
{
    const QJsonValue list = body.object().value(names::list);
    if (!list.isArray())
        return std::nullopt;
    QList<Teleconsultation> all;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue entry : entries) {
        const std::optional<Teleconsultation> consultation = consultationFrom(entry.toObject());
        if (!consultation) // Left out, it would make a full page look like the last one.
            return std::nullopt;
        all << *consultation;
    }
    return all;
}

std::optional<service::Admission> readAdmission(const QJsonDocument &body, const QString &id)
{
    const QJsonObject object = body.object();
    service::Admission admission;
    admission.kaleyraUserId = object.value(names::kaleyraUserId).toString();
    if (admission.kaleyraUserId.isEmpty())
        return std::nullopt;
    admission.accessLink = urlFrom(object.value(names::accessLink));
    admission.consultation.id = id;
    admission.consultation.participants = participantsFrom(object.value(names::callParticipants));
    admission.consultation.participantsNumber = int(admission.consultation.participants.size());
    admission.room = roomFrom(object.value(names::details));
    return admission;
}

std::optional<QList<service::Invitation>> readInvitations(const QJsonDocument &body)
{
    const QJsonValue list = body.object().value(names::invitationList);
    if (!list.isArray())
        return std::nullopt;
    QList<service::Invitation> all;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue entry : entries) {
        const Participant person = participantFrom(entry.toObject());
        const QUrl link = urlFrom(entry[names::accessLink]);
        if (person.kaleyraUserId.isEmpty() || link.isEmpty())
            return std::nullopt;
        all.append({person.kaleyraUserId, person.fullName, person.groups, link, entry[names::recording].toString()});
    }
    return all;
}

std::optional<service::DeletedUploads> readDeletedUploads(const QJsonDocument &body)
{
    const std::optional<int> total = toWholeNumber(body[names::total]);
    const std::optional<int> deleted = toWholeNumber(body[names::deleted]);
    if (!total || !deleted)
        return std::nullopt;
    return service::DeletedUploads{*total, *deleted};
}

std::optional<kaleyra::AccessToken> readToken(const QJsonDocument &body)
{
    const QJsonObject object = body.object();
    kaleyra::AccessToken token;
    token.token = object.value(names::accessToken).toString();
    token.expiresAt = dateFrom(object.value(names::expiresAt));
    token.userId = object.value(names::kaleyraUserId).toString();
    return token.token.isEmpty() ? std::nullopt : std::optional(token);
}

std::optional<kaleyra::Background> readBackground(const QJsonDocument &body)
{
    const QJsonValue object = body[names::background];
    kaleyra::Background background;
    background.alias = object[names::backgroundAlias].toString();
    background.url = urlFrom(object[names::backgroundUrl]);
    background.createdAt = dateFrom(object[names::backgroundDate]);
    return background.alias.isEmpty() ? std::nullopt : std::optional(background);
}

std::optional<kaleyra::Company> readCompany(const QJsonDocument &body)
{
    const QJsonValue object = body[names::companyObject];
    if (!object.isObject())
        return std::nullopt;
    kaleyra::Company company;
    company.name = object[names::companyName].toString();
    company.defaultLanguage = object[names::defaultLanguage].toString();
    company.endCallRedirectUrl = urlFrom(object[names::endCallRedirectUrl]);
    company.endCallRedirectTimeout =
        std::chrono::milliseconds(toWholeNumber(object[names::endCallRedirectTimeout]).value_or(0));
    company.userDetailsProviderUrl = urlFrom(object[names::userDetailsProviderUrl]);
    const QJsonValue background = object[names::defaultBackground];
    if (background.isObject())
        company.defaultBackground =
            kaleyra::Background{background[names::alias].toString(), urlFrom(background[names::backgroundUrl]),
                                dateFrom(background[names::backgroundDate])};
    return company;
}

std::optional<QString> readRevision(const QJsonDocument &body)
{
    const QString revision = body.object().value(names::revision).toString();
    return revision.isEmpty() ? std::nullopt : std::optional(revision);
}

std::optional<Offer> readOffer(const QJsonDocument &body)
{
    const QJsonObject object = body.object();
    const QJsonObject groups = object.value(names::groups).toObject();
    const QStringList basic = textsFrom(groups.value(names::basicGroups));
    const QStringList plus = textsFrom(groups.value(names::plusGroups));
    if (plus.isEmpty()) // Nobody could open a room: it is no policy.
        return std::nullopt;
    Offer offer;
    offer.hasExtensions = true;
    offer.looksPeopleUp = object.value(names::peopleLookedUp).toBool();
    ConsultationPolicy &policy = offer.policy;
    policy.privileges = Privileges({basic, {}}, {plus, {}});
    policy.immutablePeriod = std::chrono::milliseconds(qint64(object.value(names::immutablePeriod).toDouble()));
    policy.unlimited = object.value(names::unlimited).toBool(policy.unlimited);
    policy.live = object.value(names::live).toBool(policy.live);
    policy.deleteUploads = object.value(names::deleteUploads).toBool(policy.deleteUploads);
    policy.recording = object.value(names::recording).toString(policy.recording);
    policy.groupsWithBackground = textsFrom(object.value(names::groupsWithBackground));
    return offer;
}

} // namespace teleconsult::remote
