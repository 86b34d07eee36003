// The names of the settings, in each file and on the command line.
#pragma once

#include <QString>

namespace teleconsult::config::keys {

inline const QString stationExternalId = QStringLiteral("station/external_id");
inline const QString stationFullName = QStringLiteral("station/full_name");
inline const QString stationGroups = QStringLiteral("station/groups");
inline const QString interfaceLanguage = QStringLiteral("interface/language");
inline const QString interfaceLogo = QStringLiteral("interface/logo");
inline const QString interfaceAppearance = QStringLiteral("interface/appearance");
inline const QString graphicsCard = QStringLiteral("interface/graphics_card");
inline const QString downloadFolder = QStringLiteral("call/download_folder");
inline const QString camera = QStringLiteral("devices/camera");
inline const QString microphone = QStringLiteral("devices/microphone");
inline const QString speaker = QStringLiteral("devices/speaker");
inline const QString deviceCheck = QStringLiteral("devices/check");
inline const QString withoutCamera = QStringLiteral("devices/without_camera");
inline const QString interfaceTray = QStringLiteral("interface/tray");
inline const QString remindersWanted = QStringLiteral("reminders/wanted");
inline const QString reminderMinutes = QStringLiteral("reminders/minutes_before");
inline const QString reminderNames = QStringLiteral("reminders/show_names");
inline const QString interfaceTextScale = QStringLiteral("interface/text_scale");
inline const QString immutablePeriod = QStringLiteral("consultations/immutable_period_ms");
inline const QString defaultMinutes = QStringLiteral("consultations/default_minutes");
inline const QString unlimitedRooms = QStringLiteral("consultations/unlimited");
inline const QString liveRooms = QStringLiteral("consultations/live");
inline const QString deleteUploads = QStringLiteral("consultations/delete_uploads");
inline const QString recordingType = QStringLiteral("consultations/recording");
inline const QString maximumTranscriptionSize = QStringLiteral("consultations/transcription_max_file_size");
inline const QString plusGroups = QStringLiteral("roles/plus_groups");
inline const QString plusTools = QStringLiteral("roles/plus_tools");
inline const QString basicGroups = QStringLiteral("roles/basic_groups");
inline const QString basicTools = QStringLiteral("roles/basic_tools");
inline const QString backgroundGroups = QStringLiteral("roles/background_groups");
inline const QString configurationFile = QStringLiteral("service/configuration_file");
inline const QString serviceUrl = QStringLiteral("service/url");
inline const QString serviceTokenFile = QStringLiteral("service/token_file");
inline const QString baseUrl = QStringLiteral("kaleyra/base_url");
inline const QString apiKey = QStringLiteral("kaleyra/api_key");
inline const QString apiKeyFile = QStringLiteral("kaleyra/api_key_file");
inline const QString signInIssuer = QStringLiteral("sign_in/issuer");
inline const QString signInClient = QStringLiteral("sign_in/client_id");
inline const QString signInScopes = QStringLiteral("sign_in/scopes");
inline const QString signInId = QStringLiteral("sign_in/id_claim");
inline const QString signInName = QStringLiteral("sign_in/name_claim");
inline const QString signInGroups = QStringLiteral("sign_in/groups_claim");
inline const QString signInPort = QStringLiteral("sign_in/redirect_port");
inline const QString secretStore = QStringLiteral("secrets/store");
inline const QString crudUrl = QStringLiteral("records/crud_url");
inline const QString consultationsCollection = QStringLiteral("records/consultations_collection");
inline const QString usersCollection = QStringLiteral("records/users_collection");
inline const QString userIdHeader = QStringLiteral("records/user_id_header");
inline const QString authService = QStringLiteral("people/auth_service");
inline const QString customIds = QStringLiteral("people/custom_ids_endpoint");
inline const QString defaultClientType = QStringLiteral("people/default_client_type");
inline const QString headersToForward = QStringLiteral("people/headers_to_forward");
inline const QString groupsHeader = QStringLiteral("gateway/groups_header");
inline const QString userPropertiesHeader = QStringLiteral("gateway/user_properties_header");
inline const QString clientTypeHeader = QStringLiteral("gateway/client_type_header");
inline const QString backofficeHeader = QStringLiteral("gateway/backoffice_header");
inline const QString noticeEnglish = QStringLiteral("notice/clinic_text_en");
inline const QString noticeItalian = QStringLiteral("notice/clinic_text_it");
inline const QString noticeAccepted = QStringLiteral("notice/accepted");
inline const QString settingsPin = QStringLiteral("settings/pin");
inline const QString pinFailures = QStringLiteral("settings/pin_failures");
inline const QString stationProfile = QStringLiteral("station/profile");
inline const QString receptionPin = QStringLiteral("kiosk/reception_pin");
inline const QString receptionPinFailures = QStringLiteral("kiosk/reception_pin_failures");
inline const QString appointmentKeyFile = QStringLiteral("kiosk/appointment_key_file");
inline const QString kioskClinicName = QStringLiteral("kiosk/clinic_name");
inline const QString kioskIdle = QStringLiteral("kiosk/idle_seconds");
inline const QString kioskContrast = QStringLiteral("kiosk/high_contrast");
inline const QString kioskOpeningHours = QStringLiteral("kiosk/opening_hours");
inline const QString kioskRestartAt = QStringLiteral("kiosk/restart_at");
inline const QString kioskMemoryLimit = QStringLiteral("kiosk/memory_limit");
inline const QString supportAddress = QStringLiteral("kiosk/support_address");
inline const QString metricsFile = QStringLiteral("station/metrics_file");
inline const QString kioskScreen = QStringLiteral("kiosk/screen");
inline const QString demoWanted = QStringLiteral("demo/wanted");
inline const QString demoIds = QStringLiteral("demo/consultation_ids");

} // namespace teleconsult::config::keys
