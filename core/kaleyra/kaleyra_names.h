// Every path and every field name of Kaleyra's API, in one table: a correction is one line.
#pragma once

#include <QLatin1String>

#include <array>
#include <cstddef>

namespace teleconsult::kaleyra::names {

/// How sure we are, as in reference/kaleyra-video-api.md §0.
enum class Certainty {
    Documented, ///< Kaleyra's documentation.
    Official,   ///< Seen in an official sample.
    ThirdParty, ///< Seen in a third party's client.
    Inferred,   ///< A guess until it is tried in Kaleyra's sandbox.
    Seed,       ///< Stands in seed 004, and in no source of Kaleyra.
};

/// A path below the base URL. "{id}" is replaced by a percent-encoded id; logs show it as it stands here.
struct Path
{
    const char *pattern;
    Certainty certainty;
    const char *source; ///< Section of the reference.
};

/// A field: the first name is version 2's and the one we write, the others are read as well.
struct Field
{
    std::array<const char *, 4> names;
    Certainty certainty; ///< Of the first name.
    const char *source;
};

inline constexpr Path users{"/v2/users", Certainty::Documented, "§2.1 UREG"};
inline constexpr Path user{"/v2/users/{id}", Certainty::ThirdParty, "§2.1 PHP"};
inline constexpr Path rooms{"/v2/rooms", Certainty::ThirdParty, "§2.1 PHP, ROOM2"};
inline constexpr Path room{"/v2/rooms/{id}", Certainty::ThirdParty, "§2.1 PHP"};
inline constexpr Path company{"/v2/company", Certainty::Documented, "§2.1 MIG"};
inline constexpr Path background{"/v2/company/virtual-background", Certainty::ThirdParty, "§2.1 PHP"};
inline constexpr Path backgrounds{"/v2/company/virtual-backgrounds", Certainty::ThirdParty, "§2.1 PHP"};
inline constexpr Path theme{"/v2/company/theme", Certainty::ThirdParty, "§2.1 PHP"};
inline constexpr Path uploads{"/v2/uploads", Certainty::ThirdParty, "§2.1 PHP"};
inline constexpr Path upload{"/v2/uploads/{id}", Certainty::ThirdParty, "§2.1 PHP"};
inline constexpr Path credentials{"/v2/sdk/credentials", Certainty::Documented, "§2.6 AUTH"};

inline constexpr const char *apiKeyHeader = "apikey"; // Documented, §1.2

// Wrappers of version 1; version 2 is flat (§2.9).
inline constexpr Field userWrapper{{"user"}, Certainty::Documented, "§2.2 V1"};
inline constexpr Field roomWrapper{{"room"}, Certainty::Documented, "§2.3 V1"};
inline constexpr Field companyWrapper{{"company"}, Certainty::Documented, "§2.7 V1b"};
inline constexpr Field errorWrapper{{"error"}, Certainty::Inferred, "§1.4"};

inline constexpr Field userId{{"id"}, Certainty::Documented, "§2.2 USER1"};
inline constexpr Field userRole{{"role"}, Certainty::Documented, "§2.2 USER1"};
inline constexpr Field userLanguage{{"language"}, Certainty::Documented, "§2.2 UREG"};

inline constexpr Field roomId{{"id", "room_id"}, Certainty::ThirdParty, "§2.9 PHP"};
inline constexpr Field roomParticipants{{"participants", "user_urls"}, Certainty::Inferred, "§2.3 create"};
inline constexpr Field roomStatus{{"status"}, Certainty::Documented, "§2.3 get, V1"};
inline constexpr Field roomDisabled{{"disabled"}, Certainty::Documented, "§2.3 get, V1"};
inline constexpr Field roomRecording{{"recording", "record"}, Certainty::Documented, "§2.3 create, ROOM2"};
inline constexpr Field roomRecordingType{{"recording_type", "recordingType"}, Certainty::Documented, "§2.3 V1"};
inline constexpr Field roomRecordingStatus{{"recording_status", "recordingStatus"}, Certainty::Inferred, "§2.3 get"};
inline constexpr Field roomCallType{{"call_type", "callType"}, Certainty::ThirdParty, "§2.3 create, PHP"};
inline constexpr Field roomDescription{{"description"}, Certainty::Documented, "§2.3 create, ROOM2"};
inline constexpr Field roomCreatedAt{{"creation_date", "creationDate"}, Certainty::Inferred, "§2.9"};
inline constexpr Field roomDuration{{"duration", "durationInSeconds"}, Certainty::Documented, "§2.3 create, ROOM2"};
inline constexpr Field roomDurationUsed{
    {"duration_used", "durationUsed", "durationUsedInSeconds"}, Certainty::Inferred, "§2.9"};
inline constexpr Field roomLive{{"live"}, Certainty::Documented, "§2.3 create, ROOM2"};

inline constexpr Field seatUserId{{"user_id", "user", "id"}, Certainty::ThirdParty, "§2.3 participant, PHP"};
inline constexpr Field seatLink{{"url", "link"}, Certainty::Inferred, "§2.3 create"};
inline constexpr Field seatTools{{"tools"}, Certainty::Documented, "§2.3 participant, ROOM1"};

inline constexpr Field toolChat{{"chat"}, Certainty::Documented, "§2.3 tools, V1"};
inline constexpr Field toolScreenSharing{{"screen_sharing"}, Certainty::Documented, "§2.3 tools, V1"};
inline constexpr Field toolFileUpload{{"file_upload"}, Certainty::Documented, "§2.3 tools, V1"};
inline constexpr Field toolWhiteboard{{"whiteboard"}, Certainty::Documented, "§2.3 tools, V1"};
inline constexpr Field toolSnapshot{{"snapshot"}, Certainty::Documented, "§2.3 tools, V1"};
inline constexpr Field toolLiveEdit{{"live_edit"}, Certainty::Documented, "§2.3 tools, V1"};
inline constexpr Field toolLivePointer{{"live_pointer"}, Certainty::Documented, "§2.3 tools, V1"};
inline constexpr Field toolPresentToEveryone{{"present_to_everyone"}, Certainty::Documented, "§2.3 tools, V1"};

inline constexpr Field listRooms{{"rooms", "room_list"}, Certainty::Inferred, "§2.3 list"};
inline constexpr Field listHasMore{{"has_more"}, Certainty::Official, "§1.6 IOS (users)"};
inline constexpr QLatin1String offsetParameter("offset"); // Documented, §1.6 MIG
inline constexpr QLatin1String limitParameter("limit");   // Documented, §1.6 MIG

inline constexpr Field companyName{{"name"}, Certainty::Documented, "§2.7 MIG"};
inline constexpr Field companyLanguage{{"default_language"}, Certainty::Documented, "§2.7 MIG"};
inline constexpr Field companyEndCallRedirectUrl{{"end_call_redirect_url"}, Certainty::Documented, "§2.7 MIG"};
inline constexpr Field companyRedirectTimeout{{"end_call_redirect_timeout_ms"}, Certainty::Documented, "§2.7 MIG"};
inline constexpr Field companyDetailsProviderUrl{{"user_details_provider_url"}, Certainty::Documented, "§2.7 MIG"};
inline constexpr Field companyBackground{{"default_background"}, Certainty::Documented, "§2.7 MIG"};

inline constexpr Field themeWrapper{{"theme"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field themeLight{{"light"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field themeDark{{"dark"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field themePrimary{{"primary_color"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field themeAccent{{"accent_color"}, Certainty::Documented, "§2.8 V1"};

inline constexpr Field backgroundWrapper{{"virtual_background"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field backgroundsWrapper{{"virtual_backgrounds"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field listBackgrounds{{"backgrounds"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field backgroundAlias{{"background_alias", "alias"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field backgroundUrl{{"url"}, Certainty::Documented, "§2.8 V1"};
inline constexpr Field backgroundCreatedAt{{"creation_date"}, Certainty::Documented, "§2.8 V1"};
inline constexpr const char *backgroundPart = "virtual_background"; // Documented, §2.8: the part of the form

inline constexpr Field listUploads{{"uploads"}, Certainty::Documented, "§2.5 V1"};
inline constexpr Field uploadKey{{"key", "url"}, Certainty::Documented, "§2.5 V1"};
inline constexpr Field uploadRoom{{"room_id"}, Certainty::Documented, "§2.5 V1"}; // Null where there is none
inline constexpr QLatin1String roomParameter("room_id");                          // Inferred, §2.5
inline constexpr QLatin1String unknownUploadCode("upload_not_found");             // Documented, §2.5

inline constexpr Field tokenLifetime{{"expires_in"}, Certainty::Official, "§2.6 RN"};
inline constexpr Field tokenUserId{{"user_id"}, Certainty::Documented, "§2.6 AUTH"};
inline constexpr Field token{{"access_token"}, Certainty::Documented, "§2.6 AUTH"};
inline constexpr Field tokenExpiresAt{{"expires_at"}, Certainty::Documented, "§2.6 AUTH"};

// The layout of an error is shown nowhere; codes are those of version 1 (§4.1).
inline constexpr Field errorCode{{"code"}, Certainty::Inferred, "§1.4"};
inline constexpr Field errorName{{"name"}, Certainty::Documented, "§1.4 V1"};
inline constexpr Field errorMessage{{"message", "reason"}, Certainty::Inferred, "§1.4"};
inline constexpr QLatin1String userExistsCode("user_id_already_exists"); // Documented, §4.1
inline constexpr QLatin1String unknownUserCode("invalid_user_id");       // Documented, §4.1
inline constexpr QLatin1String badKeyCode("invalid_api_key");            // Documented, §1.4: with status 401 or 400

} // namespace teleconsult::kaleyra::names
