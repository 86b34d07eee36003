// Every path, parameter and field name of the CRUD service and of its two collections, in one table: a correction is
// one line. Sections are those of reference/mia-crud-service.md.
#pragma once

#include <QLatin1String>

namespace teleconsult::records::names {

// Below a collection's base path, which always ends with a slash (§1).
inline constexpr QLatin1String importPath("import"); ///< From 6.9.0 on; the only one that takes an `_id` (R 155).
inline constexpr QLatin1String importPart("file");
inline constexpr QLatin1String statePath("/state"); ///< After an id.

// Query parameters (§2).
inline constexpr QLatin1String filterParameter("_q");
inline constexpr QLatin1String sortParameter("_s");
inline constexpr QLatin1String limitParameter("_l");
inline constexpr QLatin1String skipParameter("_sk");
inline constexpr QLatin1String projectionParameter("_p");
inline constexpr QLatin1String statesParameter("_st");
inline constexpr int maximumPageSize = 200; ///< More is refused, not cut (R 27).

// Metadata of every document (§6).
inline constexpr QLatin1String id("_id");
inline constexpr QLatin1String state("__STATE__");
inline constexpr QLatin1String createdAt("createdAt");
inline constexpr QLatin1String updatedAt("updatedAt");

// States (§5) and the body that asks for one.
inline constexpr QLatin1String publicState("PUBLIC");
inline constexpr QLatin1String trashState("TRASH");
inline constexpr QLatin1String everyState("PUBLIC,DRAFT,TRASH,DELETED"); ///< For `_st`.
inline constexpr QLatin1String stateTo("stateTo");

// Update commands (§4).
inline constexpr QLatin1String set("$set");
inline constexpr QLatin1String unset("$unset");

// The collection of teleconsultations (§13). It has these fields and no other: an unknown one is refused (§10).
inline constexpr QLatin1String roomId("bandyerRoomId");
inline constexpr QLatin1String participantsNumber("participantsNumber"); ///< Missing in records of before 1.2.0.
inline constexpr QLatin1String participants("participants");
inline constexpr QLatin1String progress("teleconsultationState");
inline constexpr QLatin1String startDate("startDate");
inline constexpr QLatin1String endDate("endDate");

// In an entry of `participants`.
inline constexpr QLatin1String participantId("userBandyerId");
inline constexpr QLatin1String participantIdOfExample("bandyerId"); ///< The same page's example; read as well (§13).
inline constexpr QLatin1String accessLink("accessLinkURL");
inline constexpr QLatin1String fullName("fullName"); ///< Missing where an auth service knows the names; groups too.
inline constexpr QLatin1String groups("groups");
inline constexpr QLatin1String language("language");

// The user id map (§13).
inline constexpr QLatin1String externalId("receivedUserId");
inline constexpr QLatin1String kaleyraUserId("bandyerId");

// Errors (§8).
inline constexpr QLatin1String errorStatus("statusCode");
inline constexpr QLatin1String errorCode("code");
inline constexpr QLatin1String errorMessage("message");
inline constexpr QLatin1String errorName("error");
inline constexpr QLatin1String duplicateNumber("11000");   ///< The database's number, as a text (R 89).
inline constexpr QLatin1String duplicateMessage("E11000"); ///< How its message begins (R 85).
inline constexpr int duplicateStatusBefore7 = 422;         ///< Version 6 (§14); 409 from 7 on.

} // namespace teleconsult::records::names
