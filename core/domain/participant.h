// A person in a consultation.
#pragma once

#include "core/domain/language.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace teleconsult {

/// A participant as the person who schedules gives it (seed 004, POST /teleconsultation, `data`).
struct ParticipantData
{
    QString externalId;               ///< The clinic's own id of the person; never sent to Kaleyra.
    QString fullName;                 ///< Shown in the call page; never sent to Kaleyra's API.
    QStringList groups;               ///< At least one configured group (Privileges).
    std::optional<Language> language; ///< Of the call page; nothing: the company's default.

    friend bool operator==(const ParticipantData &, const ParticipantData &) = default;
};

/// A participant as a record keeps it (reference/teleconsultation-service.md, Records).
struct Participant
{
    QString kaleyraUserId;
    QUrl accessLink; ///< This participant's own, for this consultation. A credential: never logged, never shown early.
    QString fullName;
    QStringList groups;
    std::optional<Language> language;

    friend bool operator==(const Participant &, const Participant &) = default;
};

/// The person for whom this installation asks for links (its configured identity).
struct StationIdentity
{
    QString externalId;
    QString fullName;
    QStringList groups;

    friend bool operator==(const StationIdentity &, const StationIdentity &) = default;
};

} // namespace teleconsult
