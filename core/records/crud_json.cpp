#include "core/records/crud_json.h"

#include "core/domain/json.h"
#include "core/http/secure_url.h"
#include "core/records/crud_names.h"

#include <QRegularExpression>

namespace teleconsult::records {

namespace {

QString text(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

Participant participantFrom(const QJsonObject &object)
{
    Participant participant;
    participant.kaleyraUserId = text(object, names::participantId);
    if (participant.kaleyraUserId.isEmpty())
        participant.kaleyraUserId = text(object, names::participantIdOfExample);
    const QUrl link(text(object, names::accessLink), QUrl::StrictMode);
    if (http::travelsSafely(link))
        participant.accessLink = link;
    participant.fullName = text(object, names::fullName);
    const QJsonArray groups = object.value(names::groups).toArray();
    for (const QJsonValue group : groups)
        participant.groups << group.toString();
    participant.language = languageFromCode(text(object, names::language));
    return participant;
}

QJsonObject participantObject(const Participant &participant)
{
    QJsonObject object{{names::participantId, participant.kaleyraUserId},
                       {names::fullName, participant.fullName},
                       {names::groups, QJsonArray::fromStringList(participant.groups)}};
    if (!participant.accessLink.isEmpty())
        object.insert(names::accessLink, QString::fromLatin1(participant.accessLink.toEncoded()));
    if (participant.language)
        object.insert(names::language, toCode(*participant.language));
    return object;
}

/// What an insert and an update have in common; an end that is missing is not in it.
QJsonObject fields(const Teleconsultation &consultation)
{
    QJsonArray participants;
    for (const Participant &participant : consultation.participants)
        participants.append(participantObject(participant));
    QJsonObject object{{names::roomId, consultation.roomId.isNull() ? QStringLiteral("") : consultation.roomId},
                       {names::participantsNumber, consultation.participantsNumber},
                       {names::participants, participants},
                       {names::progress, toCode(consultation.progress)},
                       {names::startDate, dateText(consultation.schedule.start())}};
    if (consultation.schedule.end().isValid())
        object.insert(names::endDate, dateText(consultation.schedule.end()));
    return object;
}

/// updatedAt is renewed by every change (§6), but counts in milliseconds: the plain fields tell most of the rest.
/// Fields that are missing or null are left out: how null is compared is not documented.
QString revisionOf(const QJsonObject &document)
{
    QJsonObject filter;
    for (const QLatin1String name : {names::updatedAt, names::roomId, names::participantsNumber, names::progress,
                                     names::startDate, names::endDate})
    {
        const QJsonValue value = document.value(name);
        if (value.isString() || value.isDouble())
            filter.insert(name, value);
    }
    return QString::fromUtf8(compactJson(filter));
}

/// The name in `body/startDate must …`, `(index: 0, /startDate) must …` (of an import), `… Property "nope" is not
/// defined …`, `… required property 'x'` or `Unknown field: x`.
QString fieldIn(const QString &message)
{
    static const QRegularExpression named(QStringLiteral(
        "Property \"([^\"]+)\"|required property '([^']+)'|^Unknown field: (\\S+)|^body/(?:\\$set/)?(\\w+)|"
        "^\\(index: \\d+, /(\\w+)"));
    const QRegularExpressionMatch match = named.match(message);
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()) : QString();
}

} // namespace

std::optional<Teleconsultation> readConsultation(const QJsonObject &document)
{
    Teleconsultation consultation;
    consultation.id = text(document, names::id);
    const QDateTime start = dateFrom(document.value(names::startDate));
    if (consultation.id.isEmpty() || !start.isValid())
        return std::nullopt;
    consultation.schedule = Schedule::fromRecord(start, dateFrom(document.value(names::endDate)));
    consultation.roomId = text(document, names::roomId);
    const QJsonArray participants = document.value(names::participants).toArray();
    for (const QJsonValue participant : participants)
        consultation.participants << participantFrom(participant.toObject());
    consultation.participantsNumber = document.value(names::participantsNumber).toInt(int(participants.size()));
    consultation.progress = progressFromCode(text(document, names::progress));
    consultation.revision = revisionOf(document);
    return consultation;
}

QJsonObject writeConsultation(const Teleconsultation &consultation)
{
    QJsonObject document = fields(consultation);
    document.insert(names::state, names::publicState);
    return document;
}

QJsonObject writeChange(const Teleconsultation &consultation)
{
    QJsonObject commands{{names::set, fields(consultation)}};
    if (!consultation.schedule.end().isValid())
        commands.insert(names::unset, QJsonObject{{names::endDate, true}});
    return commands;
}

QJsonObject writeProgress(Progress progress)
{
    return {{names::set, QJsonObject{{names::progress, toCode(progress)}}}};
}

QString filterText(const QJsonObject &filter)
{
    return filter.isEmpty() ? QString() : QString::fromUtf8(compactJson(filter));
}

QJsonObject revisionFilter(const QString &revision)
{
    return QJsonDocument::fromJson(revision.toUtf8()).object();
}

void readCrudError(const QJsonDocument &body, Error &error)
{
    const QJsonObject object = body.object();
    const QString message = text(object, names::errorMessage);
    const int status = object.value(names::errorStatus).toInt();
    error.code = text(object, names::errorCode);
    if (status == names::duplicateStatusBefore7 || error.code == names::duplicateNumber ||
        message.startsWith(names::duplicateMessage))
    {
        error.kind = Error::Kind::Conflict;
        error.code = QStringLiteral("duplicate");
        error.retryable = false;
        return;
    }
    if (error.kind == Error::Kind::Invalid) {
        error.field = fieldIn(message);
        error.message = message;
    } else if (isNotFound(error)) {
        error.message = message.isEmpty() ? text(object, names::errorName) : message;
    }
}

} // namespace teleconsult::records
