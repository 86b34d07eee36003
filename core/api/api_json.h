// The bodies of the contract (seed 004), read strictly and written as documented. Pure functions.
#pragma once

#include "core/domain/teleconsultation_change.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/service/teleconsultation_service.h"

#include <QJsonObject>

namespace teleconsult::api {

/// The two operating modes (reference/teleconsultation-service.md): where names and groups of participants come from.
enum class People {
    Given,    ///< With each participant.
    LookedUp, ///< From the auth service: they are not to be given, and an array of ids will do for participants.
};

/// Errors, all Invalid with the field: wrong_type, unknown_field, invalid_date, required, unsupported_language,
/// auth_service_required for participants given by their ids alone where they are not looked up, and not_supported for
/// a name or groups where they are. The rules about values are check()'s.
Result<TeleconsultationRequest> readRequest(const QJsonObject &body, People people);
/// At least one field (code required otherwise).
Result<TeleconsultationChange> readChange(const QJsonObject &body, People people);
Result<ParticipantData> readParticipant(const QJsonObject &body, People people);
/// expiresIn; nothing: the default.
Result<std::optional<std::chrono::seconds>> readLifetime(const QJsonObject &body);
Result<QString> readBackgroundAlias(const QJsonObject &body);

QJsonObject writeAdmission(const service::Admission &admission);
QJsonObject writeToken(const kaleyra::AccessToken &token);
QJsonObject writeDeletedUploads(const service::DeletedUploads &outcome);
/// A record as a list shows it, in the names of the requests: `roomId` (its id), `start_date`, `end_date`,
/// `participants` with `number` and `data` (bandyerUserId, fullName, groups, language), `teleconsultationState`, and
/// `hasRoom` with `bandyerRoomId`. Never a link. An extension: the seed has no list.
QJsonObject writeConsultation(const Teleconsultation &consultation);
/// `teleconsultations`.
QJsonObject writeList(const QList<Teleconsultation> &consultations);
/// `invitations`: bandyerUserId, fullName, groups, accessLinkURL, recording (of the room; null: not known).
QJsonObject writeInvitations(const QList<service::Invitation> &invitations);
/// What a station must know of the policy, without the tools of the roles; `people_looked_up` tells the operating mode.
QJsonObject writePolicy(const ConsultationPolicy &policy, bool looksPeopleUp);
QJsonObject writeBackground(const kaleyra::Background &background);
QJsonObject writeCompany(const kaleyra::Company &company);

} // namespace teleconsult::api
