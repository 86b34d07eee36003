// What the backend's operations make of errors and records. Shared by the sources of core/service and core/remote;
// nobody else includes it.
#pragma once

#include "core/domain/json.h"
#include "core/domain/teleconsultation.h"
#include "core/kaleyra/kaleyra_client.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace teleconsult::service {

inline Teleconsultation withoutLinks(Teleconsultation consultation)
{
    for (Participant &participant : consultation.participants)
        participant.accessLink.clear();
    return consultation;
}

inline Teleconsultation withoutRoom(Teleconsultation consultation)
{
    consultation.roomId.clear();
    return withoutLinks(std::move(consultation));
}

inline void takeRoom(Teleconsultation &consultation, const kaleyra::Room &room)
{
    consultation.roomId = room.id;
    for (Participant &participant : consultation.participants)
        participant.accessLink = room.linkOf(participant.kaleyraUserId);
}

/// Puts the ids that hold in the place of ours. Answers those of ours that lost.
inline QStringList adopt(Teleconsultation &consultation, const QHash<QString, QString> &ours,
                         const QHash<QString, QString> &holding)
{
    QStringList lost;
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        const QString winner = holding.value(it.key(), it.value());
        if (winner == it.value())
            continue;
        lost << it.value();
        for (Participant &participant : consultation.participants) {
            if (participant.kaleyraUserId == it.value())
                participant.kaleyraUserId = winner;
        }
    }
    return lost;
}

/// Of an intent of kind Claims: the Kaleyra ids that new people were given here, by external id.
inline QString claimsSubject(const QHash<QString, QString> &ours)
{
    QJsonObject object;
    for (auto it = ours.begin(); it != ours.end(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(compactJson(object));
}

inline QHash<QString, QString> claimsOf(const QString &subject)
{
    QHash<QString, QString> ours;
    const QJsonObject object = QJsonDocument::fromJson(subject.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        ours.insert(it.key(), it.value().toString());
    return ours;
}

inline ParticipantData trimmed(ParticipantData person)
{
    person.externalId = person.externalId.trimmed();
    person.fullName = person.fullName.trimmed();
    return person;
}

inline QList<ParticipantData> trimmed(QList<ParticipantData> people)
{
    for (ParticipantData &person : people)
        person = trimmed(std::move(person));
    return people;
}

/// The documented text of seed 004 for a room that nobody may open; other errors stay as they are. To be told on as our
/// own, whoever found out: a peer's failure would be one of its own (requestId).
inline Error onMissingPlusUser(const QString &operation, Error error)
{
    if (error.code == QLatin1String("no_plus_user")) {
        error.kind = Error::Kind::Invalid;
        error.httpStatus = 400;
        error.message = QStringLiteral("Failed %1: no plus user in room").arg(operation);
        error.requestId.clear();
    }
    return error;
}

/// The documented text of seed 004, GET; other errors stay as they are. Our own as well: only the records are asked for
/// a consultation.
inline Error onLookingFor(const QString &id, Error error)
{
    if (isNotFound(error)) {
        error.httpStatus = 404;
        error.message = QStringLiteral("Room with id %1 not found on CRUD").arg(id);
        error.requestId.clear();
    }
    return error;
}

} // namespace teleconsult::service
