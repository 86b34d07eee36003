// Every path, parameter and field name of the CRUD service and of its two collections, in one table: a correction is
// one line. Sections are those of reference/mia-crud-service.md.
#pragma once

namespace teleconsult::records::names {

// Below a collection's base path, which always ends with a slash (§1).
inline constexpr const char *statePath = "/state"; ///< After an id.

// Query parameters (§2).
inline constexpr const char *filterParameter = "_q";
inline constexpr const char *sortParameter = "_s";
inline constexpr const char *limitParameter = "_l";
inline constexpr const char *skipParameter = "_sk";
inline constexpr const char *projectionParameter = "_p";
inline constexpr const char *statesParameter = "_st";
inline constexpr int largestPage = 200; ///< More is refused, not cut (R 27).

// Metadata of every document (§6).
inline constexpr const char *id = "_id";
inline constexpr const char *state = "__STATE__";
inline constexpr const char *createdAt = "createdAt";
inline constexpr const char *updatedAt = "updatedAt";

// States (§5) and the body that asks for one.
inline constexpr const char *publicState = "PUBLIC";
inline constexpr const char *trashState = "TRASH";
inline constexpr const char *stateTo = "stateTo";

// Update commands (§4).
inline constexpr const char *set = "$set";
inline constexpr const char *unset = "$unset";

// The collection of teleconsultations (§13). It has these fields and no other: an unknown one is refused (§10).
inline constexpr const char *roomId = "bandyerRoomId";
inline constexpr const char *participantsNumber = "participantsNumber"; ///< Missing in records of before 1.2.0.
inline constexpr const char *participants = "participants";
inline constexpr const char *progress = "teleconsultationState";
inline constexpr const char *startDate = "startDate";
inline constexpr const char *endDate = "endDate";

// In an entry of `participants`.
inline constexpr const char *participantId = "userBandyerId";
inline constexpr const char *participantIdOfExample = "bandyerId"; ///< The same page's example; read as well (§13).
inline constexpr const char *accessLink = "accessLinkURL";
inline constexpr const char *fullName = "fullName"; ///< Missing where an auth service knows the names; groups too.
inline constexpr const char *groups = "groups";
inline constexpr const char *language = "language";

// The user id map (§13).
inline constexpr const char *externalId = "receivedUserId";
inline constexpr const char *externalIdBefore12 = "auth0Id"; ///< Its name before 1.2.0.
inline constexpr const char *kaleyraUserId = "bandyerId";

// Errors (§8).
inline constexpr const char *errorStatus = "statusCode";
inline constexpr const char *errorCode = "code";
inline constexpr const char *errorMessage = "message";
inline constexpr const char *duplicateNumber = "11000";   ///< The database's number, as a text (R 89).
inline constexpr const char *duplicateMessage = "E11000"; ///< How its message begins (R 85).
inline constexpr int duplicateStatusBefore7 = 422;        ///< Version 6 (§14); 409 from 7 on.

} // namespace teleconsult::records::names
