// Every path and field name of Kaleyra's REST API that the sandbox speaks, in one place
// (reference/kaleyra-video-api.md §2; the section is named where a name is inferred).
#pragma once

#include <QLatin1String>

namespace teleconsult::sandbox {

/// What a request asks for.
enum class Operation {
    CreateUser,
    ListUsers,
    GetUser,
    UpdateUser,
    DeleteUser,
    CreateRoom,
    ListRooms,
    GetRoom,
    DisableRoom,
    DeleteRoom,
    CreateCredentials,
    GetCompany,
    UpdateCompany,
    GetTheme,
    UpdateTheme,
    ListBackgrounds,
    AddBackground,
    DeleteBackground,
    ListUploads,
    GetUpload,
    DeleteUpload,
};

/// Which operation a request asks for.
struct Route
{
    QLatin1String method;
    QLatin1String path; ///< A segment "{}" stands for one percent-encoded value.
    Operation operation = Operation::CreateUser;
};

inline constexpr Route routes[] = {
    {QLatin1String("POST"), QLatin1String("/v2/users"), Operation::CreateUser},
    {QLatin1String("GET"), QLatin1String("/v2/users"), Operation::ListUsers},
    {QLatin1String("GET"), QLatin1String("/v2/users/{}"), Operation::GetUser},
    {QLatin1String("PUT"), QLatin1String("/v2/users/{}"), Operation::UpdateUser},
    {QLatin1String("DELETE"), QLatin1String("/v2/users/{}"), Operation::DeleteUser},
    {QLatin1String("POST"), QLatin1String("/v2/rooms"), Operation::CreateRoom},
    {QLatin1String("GET"), QLatin1String("/v2/rooms"), Operation::ListRooms},
    {QLatin1String("GET"), QLatin1String("/v2/rooms/{}"), Operation::GetRoom},
    {QLatin1String("PUT"), QLatin1String("/v2/rooms/{}/disable"), Operation::DisableRoom},
    {QLatin1String("DELETE"), QLatin1String("/v2/rooms/{}"), Operation::DeleteRoom},
    {QLatin1String("POST"), QLatin1String("/v2/sdk/credentials"), Operation::CreateCredentials},
    {QLatin1String("GET"), QLatin1String("/v2/company"), Operation::GetCompany},
    {QLatin1String("PUT"), QLatin1String("/v2/company"), Operation::UpdateCompany},
    {QLatin1String("GET"), QLatin1String("/v2/company/theme"), Operation::GetTheme},
    {QLatin1String("PUT"), QLatin1String("/v2/company/theme"), Operation::UpdateTheme},
    {QLatin1String("GET"), QLatin1String("/v2/company/virtual-backgrounds"), Operation::ListBackgrounds},
    {QLatin1String("POST"), QLatin1String("/v2/company/virtual-background"), Operation::AddBackground},
    {QLatin1String("DELETE"), QLatin1String("/v2/company/virtual-background"), Operation::DeleteBackground},
    {QLatin1String("GET"), QLatin1String("/v2/uploads"), Operation::ListUploads},
    {QLatin1String("GET"), QLatin1String("/v2/uploads/{}"), Operation::GetUpload},
    {QLatin1String("DELETE"), QLatin1String("/v2/uploads/{}"), Operation::DeleteUpload},
};

/// Paths that are no part of the REST API.
namespace paths {
inline constexpr QLatin1String api("/v2/");
inline constexpr QLatin1String accessLink("/eu/direct-rest-call-handler/"); ///< §3.1
inline constexpr QLatin1String ended("/ended");
inline constexpr QLatin1String assets("/page/");
inline constexpr QLatin1String session("/call/session");
inline constexpr QLatin1String files("/call/files");
inline constexpr QLatin1String download("/files/");
inline constexpr QLatin1String backgrounds("/backgrounds/");
} // namespace paths

/// Fields of requests and answers. v2 is snake_case throughout (§2.9).
namespace fields {
inline constexpr QLatin1String id("id");
inline constexpr QLatin1String message("message");
// Errors (§1.4: the layout is inferred)
inline constexpr QLatin1String status("status");
inline constexpr QLatin1String name("name");
inline constexpr QLatin1String code("code");
// Pages of a list (§1.6)
inline constexpr QLatin1String offset("offset");
inline constexpr QLatin1String limit("limit");
inline constexpr QLatin1String hasMore("has_more");
inline constexpr QLatin1String count("count");
inline constexpr QLatin1String users("users");
inline constexpr QLatin1String rooms("rooms");
inline constexpr QLatin1String uploads("uploads");
// Users (§2.2)
inline constexpr QLatin1String role("role");
inline constexpr QLatin1String allowCamera("allow_camera");
inline constexpr QLatin1String language("language");
inline constexpr QLatin1String creationDate("creation_date");
inline constexpr QLatin1String avatarUrl("avatar_url");
// Rooms (§2.3; what an answer calls its fields is inferred)
inline constexpr QLatin1String participants("participants");
inline constexpr QLatin1String userId("user_id");
inline constexpr QLatin1String isAdmin("is_admin");
inline constexpr QLatin1String tools("tools");
inline constexpr QLatin1String recording("recording");
inline constexpr QLatin1String recordingStatus("recording_status");
inline constexpr QLatin1String duration("duration");
inline constexpr QLatin1String durationUsed("duration_used");
inline constexpr QLatin1String callType("call_type");
inline constexpr QLatin1String live("live");
inline constexpr QLatin1String description("description");
inline constexpr QLatin1String offlineTranscription("offline_transcription");
inline constexpr QLatin1String disabled("disabled");
inline constexpr QLatin1String url("url");
// Tools
inline constexpr QLatin1String chat("chat");
inline constexpr QLatin1String screenSharing("screen_sharing");
inline constexpr QLatin1String fileUpload("file_upload");
inline constexpr QLatin1String whiteboard("whiteboard");
// Access tokens (§2.6)
inline constexpr QLatin1String expiresIn("expires_in");
inline constexpr QLatin1String expiresAt("expires_at");
inline constexpr QLatin1String accessToken("access_token");
// Company (§2.7) and theme, backgrounds (§2.8)
inline constexpr QLatin1String defaultLanguage("default_language");
inline constexpr QLatin1String logos("logos");
inline constexpr QLatin1String lightUrl("light_url");
inline constexpr QLatin1String darkUrl("dark_url");
inline constexpr QLatin1String defaultBackground("default_background");
inline constexpr QLatin1String backgroundAlias("background_alias");
inline constexpr QLatin1String endCallRedirectUrl("end_call_redirect_url");
inline constexpr QLatin1String endCallRedirectTimeoutMs("end_call_redirect_timeout_ms");
inline constexpr QLatin1String userDetailsProviderUrl("user_details_provider_url");
inline constexpr QLatin1String light("light");
inline constexpr QLatin1String dark("dark");
inline constexpr QLatin1String primaryColor("primary_color");
inline constexpr QLatin1String accentColor("accent_color");
inline constexpr QLatin1String virtualBackground("virtual_background");
inline constexpr QLatin1String backgrounds("backgrounds");
// Uploads (§2.5)
inline constexpr QLatin1String key("key");
inline constexpr QLatin1String uploadType("upload_type");
inline constexpr QLatin1String sessionId("session_id");
inline constexpr QLatin1String roomId("room_id");
} // namespace fields

/// The tools a participant may be given (§2.3).
inline constexpr QLatin1String toolNames[] = {
    fields::chat,
    fields::screenSharing,
    fields::fileUpload,
    fields::whiteboard,
    QLatin1String("snapshot"),
    QLatin1String("live_edit"),
    QLatin1String("live_pointer"),
    QLatin1String("present_to_everyone"),
    QLatin1String("sign"),
};

/// What `whiteboard` may be refined into.
inline constexpr QLatin1String whiteboardToolNames[] = {
    QLatin1String("wb_add_file"), QLatin1String("wb_cursor"), QLatin1String("wb_text"),
    QLatin1String("wb_shape"),    QLatin1String("wb_pen"),    QLatin1String("wb_eraser"),
};

/// Kinds of shared files (§2.5); in the sandbox there are only those of the first.
inline constexpr QLatin1String uploadTypes[] = {
    fields::fileUpload,
    QLatin1String("generic"),
    QLatin1String("snapshot"),
};

inline constexpr QLatin1String languageCodes[] = {
    QLatin1String("en"), QLatin1String("it"), QLatin1String("de"), QLatin1String("fr"), QLatin1String("pl"),
};

} // namespace teleconsult::sandbox
