// What settings there are.
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace teleconsult::config {

namespace {

/// Also for what, when it is wrong, is an error and no reason to look elsewhere.
bool acceptsAny(const QVariant &)
{
    return true;
}

bool acceptsText(const QVariant &value)
{
    return !toText(value).isEmpty();
}

bool acceptsList(const QVariant &value)
{
    return !toList(value).isEmpty();
}

bool acceptsBool(const QVariant &value)
{
    return toBool(value).has_value();
}

bool acceptsFolder(const QVariant &value)
{
    const QString path = toText(value);
    return path.isEmpty() || QDir::isAbsolutePath(path);
}

bool acceptsPeriod(const QVariant &value)
{
    // Beyond a year it is a typing mistake, and would overflow dates.
    constexpr qint64 longest = 366LL * 24 * 3600 * 1000;
    bool isNumber = false;
    const qint64 period = toText(value).toLongLong(&isNumber);
    return isNumber && period >= 0 && period <= longest;
}

bool acceptsLead(const QVariant &value)
{
    bool isNumber = false;
    const int minutes = toText(value).toInt(&isNumber);
    return isNumber && minutes >= 0 && minutes <= longestReminderLead.count();
}

bool acceptsTextScale(const QVariant &value)
{
    const QString text = toText(value);
    bool isNumber = false;
    const int percent = text.toInt(&isNumber);
    return text.isEmpty() || (isNumber && percent >= smallestTextScale && percent <= largestTextScale);
}

bool acceptsPort(const QVariant &value)
{
    bool isNumber = false;
    toText(value).toUShort(&isNumber);
    return isNumber;
}

bool acceptsSize(const QVariant &value)
{
    static const QRegularExpression shape(QStringLiteral("^[0-9]{1,9} ?(?:[KMG]?B)?\\z"),
                                          QRegularExpression::CaseInsensitiveOption);
    return shape.match(toText(value)).hasMatch();
}

bool acceptsHeader(const QVariant &value)
{
    return isHeaderForUs(toText(value));
}

/// Printable, as the value of a header has to be.
bool acceptsWord(const QVariant &value)
{
    static const QRegularExpression shape(QStringLiteral("^[!-~]{0,128}\\z"));
    return shape.match(toText(value)).hasMatch();
}

bool acceptsHeadersToForward(const QVariant &value)
{
    const QStringList names = toList(value);
    return std::all_of(names.begin(), names.end(), [](const QString &name) {
        return isHeaderForUs(name) || name.compare(QLatin1String("x-request-id"), Qt::CaseInsensitive) == 0;
    });
}

std::function<bool(const QVariant &)> oneOf(QStringList codes)
{
    return [codes = std::move(codes)](const QVariant &value) { return codes.contains(toText(value)); };
}

} // namespace

QString toCode(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return QStringLiteral("system");
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    }
    Q_UNREACHABLE();
}

QString toCode(DeviceCheck check)
{
    switch (check) {
    case DeviceCheck::Due:
        return QStringLiteral("due");
    case DeviceCheck::Done:
        return QStringLiteral("done");
    case DeviceCheck::Never:
        return QStringLiteral("never");
    }
    Q_UNREACHABLE();
}

const QList<SettingSpec> &Settings::catalogue()
{
    using namespace keys;
    static const QList<SettingSpec> specs{
        {stationExternalId, "TELECONSULT_STATION_ID", QStringLiteral("doctor.ferri"), acceptsText},
        {stationFullName, "TELECONSULT_STATION_NAME", QStringLiteral("Dr. Giulia Ferri"), acceptsText},
        {stationGroups, "TELECONSULT_STATION_GROUPS", QStringList{QStringLiteral("doctor")}, acceptsList},
        {interfaceLanguage, "TELECONSULT_LANGUAGE", QString(),
         oneOf({QString(), QStringLiteral("it"), QStringLiteral("en")})},
        {interfaceAppearance, "TELECONSULT_APPEARANCE", toCode(Appearance::System),
         oneOf({toCode(Appearance::System), toCode(Appearance::Light), toCode(Appearance::Dark)})},
        {keys::downloadFolder, "TELECONSULT_DOWNLOAD_FOLDER", QString(), acceptsFolder},
        {camera, "TELECONSULT_CAMERA", QString(), acceptsAny},
        {microphone, "TELECONSULT_MICROPHONE", QString(), acceptsAny},
        {speaker, "TELECONSULT_SPEAKER", QString(), acceptsAny},
        {keys::deviceCheck, "TELECONSULT_DEVICE_CHECK", toCode(DeviceCheck::Due),
         oneOf({toCode(DeviceCheck::Due), toCode(DeviceCheck::Done), toCode(DeviceCheck::Never)})},
        {withoutCamera, "TELECONSULT_WITHOUT_CAMERA", false, acceptsBool},
        {interfaceTray, "TELECONSULT_TRAY", true, acceptsBool},
        {remindersWanted, "TELECONSULT_REMINDERS", true, acceptsBool},
        {reminderMinutes, "TELECONSULT_REMINDER_MINUTES", 10, acceptsLead},
        {reminderNames, "TELECONSULT_REMINDER_NAMES", false, acceptsBool},
        {interfaceTextScale, "TELECONSULT_TEXT_SCALE", QString(), acceptsTextScale},
        {immutablePeriod, "IMMUTABLE_PERIOD_MS", 0, acceptsPeriod},
        {unlimitedRooms, "UNLIMITED_TELECONSULTATION", true, acceptsBool},
        {liveRooms, "LIVE_TELECONSULTATION", true, acceptsBool},
        {deleteUploads, "TELECONSULTATION_DELETE_UPLOADS", false, acceptsBool},
        {recordingType, "DEFAULT_RECORDING_TYPE", QStringLiteral("none"),
         oneOf({QStringLiteral("none"), QStringLiteral("manual"), QStringLiteral("automatic")})},
        {largestTranscription, "TRANSCRIPTION_MAX_FILE_SIZE", QStringLiteral("50MB"), acceptsSize},
        {configurationFile, "TELECONSULTATION_SERVICE_CONFIG_PATH", QString(), acceptsAny},
        {serviceUrl, "TELECONSULT_SERVICE_URL", QString(), acceptsAny},
        {serviceTokenFile, "TELECONSULT_SERVICE_TOKEN_FILE", QString(), acceptsAny},
        {baseUrl, "BANDYER_BASE_URL", QString(), acceptsAny},
        {apiKey, "BANDYER_API_SECRET_KEY", QString(), acceptsAny, SettingSpec::Source::EnvironmentOnly},
        {apiKeyFile, "BANDYER_API_SECRET_KEY_FILE", QString(), acceptsAny},
        {keys::secretStore, "TELECONSULT_SECRET_STORE", QStringLiteral("keychain"), acceptsAny},
        {signInIssuer, "TELECONSULT_SIGN_IN_ISSUER", QString(), acceptsAny},
        {signInClient, "TELECONSULT_SIGN_IN_CLIENT_ID", QString(), acceptsAny},
        {signInScopes, "TELECONSULT_SIGN_IN_SCOPES", QStringLiteral("openid profile"), acceptsText},
        {signInId, "TELECONSULT_SIGN_IN_ID_CLAIM", QStringLiteral("sub"), acceptsText},
        {signInName, "TELECONSULT_SIGN_IN_NAME_CLAIM", QStringLiteral("name"), acceptsText},
        {signInGroups, "TELECONSULT_SIGN_IN_GROUPS_CLAIM", QStringLiteral("groups"), acceptsText},
        {signInPort, "TELECONSULT_SIGN_IN_REDIRECT_PORT", 0, acceptsPort},
        {crudUrl, "CRUD_SERVICE_URL", QString(), acceptsAny},
        {consultationsCollection, "TELECONSULTATIONS_CRUD_NAME", QString(), acceptsAny},
        {usersCollection, "USER_ID_MAP_CRUD_NAME", QString(), acceptsAny},
        {userIdHeader, "USERID_HEADER_KEY", QStringLiteral("miauserid"), acceptsHeader},
        {groupsHeader, "GROUPS_HEADER_KEY", QStringLiteral("miausergroups"), acceptsHeader},
        {userPropertiesHeader, "USER_PROPERTIES_HEADER_KEY", QStringLiteral("miauserproperties"), acceptsHeader},
        {clientTypeHeader, "CLIENTTYPE_HEADER_KEY", QStringLiteral("client-type"), acceptsHeader},
        {backofficeHeader, "BACKOFFICE_HEADER_KEY", QStringLiteral("isbackoffice"), acceptsHeader},
        {keys::authService, "AUTH_SERVICE", QString(), acceptsAny},
        {customIds, "CUSTOM_ID_USERS_API_ENDPOINT", QString(), acceptsAny},
        {defaultClientType, "DEFAULT_CLIENT_TYPE", QString(), acceptsWord},
        {headersToForward, "ADDITIONAL_HEADERS_TO_PROXY", QStringList(), acceptsHeadersToForward},
        {noticeEnglish, "TELECONSULT_NOTICE_EN", QString(), acceptsAny},
        {noticeItalian, "TELECONSULT_NOTICE_IT", QString(), acceptsAny},
        {noticeAccepted, {}, QStringList(), acceptsAny},
        {demoWanted, "TELECONSULT_DEMO", true, acceptsBool},
        {demoIds, {}, QStringList(), acceptsAny},
    };
    return specs;
}

} // namespace teleconsult::config
