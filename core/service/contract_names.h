// Every path and field name of the contract that the API serves and the client of another service speaks, in one table:
// a correction is one line. Seed 004, and the extensions to it (docs/api.md).
#pragma once

#include <QLatin1String>

namespace teleconsult::service::names {

// Paths. "{id}" is replaced by a percent-encoded id; logs show it as it stands here.
inline constexpr QLatin1String consultations("/teleconsultation");
inline constexpr QLatin1String consultation("/teleconsultation/{id}");
inline constexpr QLatin1String addedParticipant("/teleconsultation/{id}/participants/data");
inline constexpr QLatin1String uploads("/teleconsultation/{id}/uploads");
inline constexpr QLatin1String credentials("/credentials");
inline constexpr QLatin1String backgroundImage("/settings/background-image");
inline constexpr QLatin1String settingsUpdate("/settings/update");
inline constexpr QLatin1String idPlaceholder("{id}");

// Paths of the extensions; the list is at `consultations`.
inline constexpr QLatin1String record("/teleconsultation/{id}/record");
inline constexpr QLatin1String invitations("/teleconsultation/{id}/invitations");
inline constexpr QLatin1String call("/teleconsultation/{id}/call");
inline constexpr QLatin1String changes("/changes");
inline constexpr QLatin1String policy("/settings/policy");
inline constexpr QLatin1String company("/settings/company");

// A consultation, as it is asked for and listed.
inline constexpr QLatin1String participants("participants");
inline constexpr QLatin1String number("number");
inline constexpr QLatin1String data("data");
inline constexpr QLatin1String userExternalId("userExternalId");
inline constexpr QLatin1String groups("groups");
inline constexpr QLatin1String fullName("fullName");
inline constexpr QLatin1String language("language");
inline constexpr QLatin1String startDate("start_date");
inline constexpr QLatin1String endDate("end_date");
inline constexpr QLatin1String duration("duration_in_seconds");
inline constexpr QLatin1String roomId("roomId"); ///< The record's id, whatever it is called.
// In lists only.
inline constexpr QLatin1String list("teleconsultations");
inline constexpr QLatin1String progress("teleconsultationState");
inline constexpr QLatin1String hasRoom("hasRoom");
inline constexpr QLatin1String kaleyraRoomId("bandyerRoomId");

// The query of a list.
inline constexpr QLatin1String from("from");
inline constexpr QLatin1String until("until");
inline constexpr QLatin1String text("text");
inline constexpr QLatin1String limit("limit");
inline constexpr QLatin1String offset("offset");

// The way in, and its query.
inline constexpr QLatin1String useBackground("useBackground");
inline constexpr QLatin1String kaleyraUserId("bandyerUserId");
inline constexpr QLatin1String accessLink("accessLinkURL");
inline constexpr QLatin1String callParticipants("participantsBandyerCall");
inline constexpr QLatin1String invitationList("invitations");
inline constexpr QLatin1String details("details");
inline constexpr QLatin1String recording("recording");
inline constexpr QLatin1String recordingStatus("recordingStatus");
inline constexpr QLatin1String callType("callType");
inline constexpr QLatin1String description("description");
inline constexpr QLatin1String status("status");
inline constexpr QLatin1String disabled("disabled");
inline constexpr QLatin1String creationDate("creationDate");
inline constexpr QLatin1String durationInSeconds("durationInSeconds");
inline constexpr QLatin1String durationUsedInSeconds("durationUsedInSeconds");
inline constexpr QLatin1String live("live");

// Uploads and tokens.
inline constexpr QLatin1String total("total");
inline constexpr QLatin1String deleted("deleted");
inline constexpr QLatin1String expiresIn("expiresIn");
inline constexpr QLatin1String accessToken("accessToken");
inline constexpr QLatin1String expiresAt("expiresAt");

// The company and its backgrounds.
inline constexpr QLatin1String background("virtual_background");
inline constexpr QLatin1String backgroundAlias("background_alias");
inline constexpr QLatin1String backgroundUrl("url");
inline constexpr QLatin1String backgroundDate("creation_date");
inline constexpr QLatin1String companyObject("company");
inline constexpr QLatin1String companyName("name");
inline constexpr QLatin1String defaultLanguage("default_language");
inline constexpr QLatin1String defaultBackground("default_background");
inline constexpr QLatin1String alias("alias");
inline constexpr QLatin1String endCallRedirectUrl("end_call_redirect_url");
inline constexpr QLatin1String endCallRedirectTimeout("end_call_redirect_timeout_ms");
inline constexpr QLatin1String userDetailsProviderUrl("user_details_provider_url");

// The policy.
inline constexpr QLatin1String immutablePeriod("immutable_period_ms");
inline constexpr QLatin1String unlimited("unlimited");
inline constexpr QLatin1String deleteUploads("delete_uploads");
inline constexpr QLatin1String groupsWithBackground("groups_with_background");
inline constexpr QLatin1String revision("revision"); ///< Of the changes.
inline constexpr QLatin1String peopleLookedUp("people_looked_up");
inline constexpr QLatin1String basicGroups("basic");
inline constexpr QLatin1String plusGroups("plus");

// Errors, and the texts by which two of them are told.
inline constexpr QLatin1String error("error");
inline constexpr QLatin1String message("message");
inline constexpr QLatin1String statusCode("statusCode");
inline constexpr QLatin1String unauthorizedUser("Unauthorized user");
inline constexpr QLatin1String tooLate("The teleconsultation can no longer be changed");
inline constexpr QLatin1String changedMeanwhile("The teleconsultation was changed by somebody else meanwhile");
inline constexpr QLatin1String nothingHere("There is nothing at this path");

} // namespace teleconsult::service::names
