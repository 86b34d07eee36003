// The bodies of the contract (seed 004) and its extensions, as a client writes and reads them. Reading is tolerant:
// what is not known is passed over, what is missing stays empty, unless nothing could be done without it. Pure
// functions.
#pragma once

#include "core/service/teleconsultation_service.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace teleconsult::remote {

/// How the other service is set up, and what it can do.
struct Offer
{
    bool hasExtensions = false; ///< The original service has none; the rest then is not known.
    bool looksPeopleUp = false; ///< Names and groups are not to be given.
    ConsultationPolicy policy = {};
};

/// Whether names and groups go with participants.
enum class Names { Given, LookedUp };

QJsonObject writeRequest(const TeleconsultationRequest &request, Names names);
/// Errors, Invalid (code not_supported): the expected number without the participants, which the contract cannot say;
/// somebody who is added, for whom it has another path; and participants without their number.
Result<QJsonObject> writeChange(const TeleconsultationChange &change, Names names);
QJsonObject writeParticipant(const ParticipantData &person, Names names);

/// The query of a list, percent-encoded.
QString writeQuery(const records::Query &query);

// What is read from answers; nothing: the answer is none.
std::optional<QString> readCreatedId(const QJsonDocument &body);
std::optional<Teleconsultation> readConsultation(const QJsonDocument &body);
std::optional<QList<Teleconsultation>> readList(const QJsonDocument &body);
/// The consultation in it has this id and as much of the participants as the answer tells; its times are not known.
std::optional<service::Admission> readAdmission(const QJsonDocument &body, const QString &id);
std::optional<QList<service::Invitation>> readInvitations(const QJsonDocument &body);
std::optional<service::DeletedUploads> readDeletedUploads(const QJsonDocument &body);
std::optional<kaleyra::AccessToken> readToken(const QJsonDocument &body);
std::optional<kaleyra::Background> readBackground(const QJsonDocument &body);
std::optional<kaleyra::Company> readCompany(const QJsonDocument &body);
std::optional<QString> readRevision(const QJsonDocument &body);
std::optional<Offer> readOffer(const QJsonDocument &body);

/// Reads an error body of either shape: the documented `{"error": …}`, and `{statusCode, error, message}`, whose
/// message begins with the field. Codes: no_plus_user, not_allowed (the person may not), token_refused (the station may
/// not), immutable, no_such_path, and those of the domain that the message tells. An http::ErrorReader.
void readError(const QJsonDocument &body, Error &error);

} // namespace teleconsult::remote
