// The settings of the service: what an installation of the original one has, too, and where another one is.
#include "core/config/crud_service.h"
#include "core/config/setting_entry.h"
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/domain/schedule.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace teleconsult::config {

namespace {

/// Beyond a year a period is a typing mistake, and would overflow dates.
constexpr qint64 longestPeriod = 366LL * 24 * 3600 * 1000;

bool acceptsSize(const QVariant &value)
{
    static const QRegularExpression shape(QStringLiteral("^[0-9]{1,9} ?(?:[KMG]?B)?\\z"),
                                          QRegularExpression::CaseInsensitiveOption);
    return shape.match(toText(value)).hasMatch();
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

/// Nothing, or what `read` can make an address of.
std::function<bool(const QVariant &)> acceptsUrl(std::optional<QUrl> (*read)(const QString &))
{
    return [read](const QVariant &value) {
        const QString text = toText(value);
        return text.isEmpty() || read(text).has_value();
    };
}

bool acceptsCollection(const QVariant &value)
{
    const QString text = toText(value);
    return text.isEmpty() || readCollection(text, QString()).has_value();
}

QList<SettingSpec> kaleyraSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Kaleyra, Takes::Restart,
        {Entry::address(baseUrl, "BANDYER_BASE_URL")
             .says(QT_TRANSLATE_NOOP("Setting", "Kaleyra's address"),
                   QT_TRANSLATE_NOOP("Setting", "The address of Kaleyra's API, with or without /v2 at its end. Not "
                                                "set: the built-in sandbox."))
             .range(QT_TRANSLATE_NOOP("Setting", "an https address; http on this computer only"))
             .accepts(acceptsUrl(toKaleyraUrl))
             .mustBeRight(),
         Entry::text(apiKey, "BANDYER_API_SECRET_KEY")
             .says(QT_TRANSLATE_NOOP("Setting", "API key"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The company's API key. From the environment only, never from a file of "
                                     "settings. The program takes it out of its own environment when it "
                                     "starts, so that no program it starts inherits it."))
             .range(QT_TRANSLATE_NOOP("Setting", "one word"))
             .secret(SettingSpec::Kind::EnvironmentSecret),
         Entry::file(apiKeyFile, "BANDYER_API_SECRET_KEY_FILE")
             .says(QT_TRANSLATE_NOOP("Setting", "File of the API key"),
                   QT_TRANSLATE_NOOP("Setting", "The file that holds the API key."))
             .range(QT_TRANSLATE_NOOP("Setting", "a file that only its owner can read or write"))
             .mustBeRight()});
}

QList<SettingSpec> elsewhereSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Service, Takes::Restart,
        {Entry::address(serviceUrl, "TELECONSULT_SERVICE_URL")
             .says(QT_TRANSLATE_NOOP("Setting", "The service's address"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The service that does the work, with the path it is mounted under. Not "
                                     "set: this program does the work."))
             .range(QT_TRANSLATE_NOOP("Setting", "an https address; http on this computer only"))
             .accepts(acceptsUrl(toSafeBaseUrl))
             .mustBeRight(),
         Entry::file(serviceTokenFile, "TELECONSULT_SERVICE_TOKEN_FILE")
             .says(QT_TRANSLATE_NOOP("Setting", "File of the service's token"),
                   QT_TRANSLATE_NOOP("Setting", "The file that holds the bearer token for the service. Not set: the "
                                                "store for secrets is asked, and if it has none, none is sent."))
             .range(QT_TRANSLATE_NOOP("Setting", "a file that only its owner can read or write"))
             .mustBeRight()});
}

/// What is only proposed to whoever schedules.
QList<SettingSpec> schedulingSettings()
{
    constexpr auto least = std::chrono::duration_cast<std::chrono::minutes>(shortestDuration).count();
    constexpr auto most = std::chrono::duration_cast<std::chrono::minutes>(longestDuration).count();
    return onPage(SettingPage::Consultations, Takes::Effect,
                  {Entry::integer(keys::defaultMinutes, "TELECONSULT_DEFAULT_MINUTES", 30, least, most)
                       .says(QT_TRANSLATE_NOOP("Setting", "Usual length"),
                             QT_TRANSLATE_NOOP("Setting", "How long a new consultation takes, until somebody chooses "
                                                          "otherwise."))
                       .counts(SettingUnit::Minutes)
                       .range(QT_TRANSLATE_NOOP("Setting", "%1 to %2, in minutes"))});
}

QList<SettingSpec> consultationSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Consultations, Takes::Restart,
        {Entry::integer(immutablePeriod, "IMMUTABLE_PERIOD_MS", 0, 0, longestPeriod)
             .says(QT_TRANSLATE_NOOP("Setting", "Open before the start"),
                   QT_TRANSLATE_NOOP("Setting", "How long before its start a room can be entered, and the consultation "
                                                "no longer changed."))
             .counts(SettingUnit::Milliseconds)
             .range(QT_TRANSLATE_NOOP("Setting", "%1 to %2 (a year), in milliseconds")),
         Entry::boolean(unlimitedRooms, "UNLIMITED_TELECONSULTATION", true)
             .says(QT_TRANSLATE_NOOP("Setting", "No maximum duration"),
                   QT_TRANSLATE_NOOP("Setting", "Rooms have no maximum duration.")),
         Entry::boolean(liveRooms, "LIVE_TELECONSULTATION", true)
             .says(QT_TRANSLATE_NOOP("Setting", "End when one is alone"),
                   QT_TRANSLATE_NOOP("Setting", "The call ends when fewer than two participants remain.")),
         Entry::boolean(deleteUploads, "TELECONSULTATION_DELETE_UPLOADS", false)
             .says(QT_TRANSLATE_NOOP("Setting", "Delete shared files"),
                   QT_TRANSLATE_NOOP("Setting", "Files shared in a call are deleted when it ends.")),
         Entry::choice(recordingType, "DEFAULT_RECORDING_TYPE",
                       {QStringLiteral("none"), QStringLiteral("manual"), QStringLiteral("automatic")},
                       QStringLiteral("none"))
             .says(QT_TRANSLATE_NOOP("Setting", "Recording"),
                   QT_TRANSLATE_NOOP("Setting", "Whether calls are recorded.")),
         Entry::text(maximumTranscriptionSize, "TRANSCRIPTION_MAX_FILE_SIZE", QStringLiteral("50MB"))
             .says(QT_TRANSLATE_NOOP("Setting", "Largest transcription"),
                   QT_TRANSLATE_NOOP("Setting", "Accepted and without effect: the service's documented operations take "
                                                "no transcription."))
             .range(QT_TRANSLATE_NOOP("Setting", "a number with B, KB, MB, GB or none of them"))
             .accepts(acceptsSize),
         Entry::file(configurationFile, "TELECONSULTATION_SERVICE_CONFIG_PATH")
             .says(QT_TRANSLATE_NOOP("Setting", "JSON configuration"),
                   QT_TRANSLATE_NOOP("Setting", "The file of the original service that says who may do what in a call. "
                                                "Not set: the built-in one."))
             .range(QT_TRANSLATE_NOOP("Setting", "a file of at most 1 MiB"))
             .mustBeRight()});
}

QList<SettingSpec> recordSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Records, Takes::Restart,
        {Entry::address(crudUrl, "CRUD_SERVICE_URL")
             .says(QT_TRANSLATE_NOOP("Setting", "CRUD service"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The CRUD service that keeps the records. Not set: http://crud-service, "
                                     "the original service's default, if one of the two collections is "
                                     "named; else this computer keeps them."))
             .mustBeRight(),
         Entry::text(consultationsCollection, "TELECONSULTATIONS_CRUD_NAME")
             .says(QT_TRANSLATE_NOOP("Setting", "Collection of consultations"),
                   QT_TRANSLATE_NOOP("Setting", "The collection of consultations; needed with a CRUD service."))
             .range(QT_TRANSLATE_NOOP("Setting", "a name or base path"))
             .accepts(acceptsCollection)
             .mustBeRight(),
         Entry::text(usersCollection, "USER_ID_MAP_CRUD_NAME")
             .says(QT_TRANSLATE_NOOP("Setting", "Collection of users"),
                   QT_TRANSLATE_NOOP("Setting", "The collection that maps people to users of Kaleyra; needed with a "
                                                "CRUD service."))
             .range(QT_TRANSLATE_NOOP("Setting", "a name or base path"))
             .accepts(acceptsCollection)
             .mustBeRight(),
         Entry::header(userIdHeader, "USERID_HEADER_KEY", QStringLiteral("miauserid"))
             .says(QT_TRANSLATE_NOOP("Setting", "Header of the user's id"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The header that says who acts: in requests to our API, and towards the "
                                     "CRUD service, which is told the caller of the request at hand, or "
                                     "the station for what is done at it."))});
}

QList<SettingSpec> peopleSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::People, Takes::Restart,
        {Entry::address(keys::authService, "AUTH_SERVICE")
             .says(QT_TRANSLATE_NOOP("Setting", "Auth service"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The service that knows people's names and groups; all participants are "
                                     "asked for at once. Not set: names and groups are given with every "
                                     "participant."))
             .range(QT_TRANSLATE_NOOP("Setting", "a host's name (http) or an http or https address"))
             .accepts(acceptsUrl(toNamedBaseUrl))
             .mustBeRight(),
         Entry::address(customIds, "CUSTOM_ID_USERS_API_ENDPOINT")
             .says(QT_TRANSLATE_NOOP("Setting", "List of custom ids"),
                   QT_TRANSLATE_NOOP("Setting", "A CRUD-like list that knows the auth service's id for an id of your "
                                                "own. Without effect without an auth service."))
             .mustBeRight(),
         Entry::text(defaultClientType, "DEFAULT_CLIENT_TYPE")
             .says(QT_TRANSLATE_NOOP("Setting", "Client type"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The client type that the auth service is told when the request at hand "
                                     "brings none."))
             .range(QT_TRANSLATE_NOOP("Setting", "one word"))
             .accepts(acceptsWord),
         Entry::list(headersToForward, "ADDITIONAL_HEADERS_TO_PROXY")
             .says(QT_TRANSLATE_NOOP("Setting", "Headers to forward"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "Headers of a request to our API that are passed on to the auth service "
                                     "and to the CRUD service, besides those that always are."))
             .range(QT_TRANSLATE_NOOP("Setting", "names of headers"))
             .accepts(acceptsHeadersToForward)});
}

QList<SettingSpec> gatewaySettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Gateway, Takes::Restart,
        {Entry::header(groupsHeader, "GROUPS_HEADER_KEY", QStringLiteral("miausergroups"))
             .says(QT_TRANSLATE_NOOP("Setting", "Header of the groups"),
                   QT_TRANSLATE_NOOP("Setting", "The header of the caller's groups, separated by commas.")),
         Entry::header(userPropertiesHeader, "USER_PROPERTIES_HEADER_KEY", QStringLiteral("miauserproperties"))
             .says(QT_TRANSLATE_NOOP("Setting", "Header of the user's properties"),
                   QT_TRANSLATE_NOOP("Setting", "The header of what else is known of the caller, as JSON.")),
         Entry::header(clientTypeHeader, "CLIENTTYPE_HEADER_KEY", QStringLiteral("client-type"))
             .says(QT_TRANSLATE_NOOP("Setting", "Header of the client type"),
                   QT_TRANSLATE_NOOP("Setting", "The header of the application that asks.")),
         Entry::header(backofficeHeader, "BACKOFFICE_HEADER_KEY", QStringLiteral("isbackoffice"))
             .says(QT_TRANSLATE_NOOP("Setting", "Header of the backoffice"),
                   QT_TRANSLATE_NOOP("Setting", "The header that says whether the backoffice asks."))});
}

} // namespace

QList<SettingSpec> serviceSettings()
{
    return kaleyraSettings() + elsewhereSettings() + consultationSettings() + schedulingSettings() + recordSettings() +
           peopleSettings() + gatewaySettings();
}

} // namespace teleconsult::config
