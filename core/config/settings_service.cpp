// What the settings say about the services that the program is one of, or asks.
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"
#include "core/files/secret.h"

namespace teleconsult::config {

namespace {

constexpr const char *apiKeyFileVariable = "BANDYER_API_SECRET_KEY_FILE";

/// What every service that is called hears of a request (reference/mia-auth0-client.md §5), besides the headers that
/// tell who asks.
QByteArrayList headersAlwaysForwarded()
{
    return {"x-request-id", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"};
}

/// Where the auth service finds who is asking (§4).
QByteArrayList headersOfSession()
{
    return {"cookie", "authorization"};
}

/// Where the original service looks for its CRUD service unless told otherwise (reference/teleconsultation-service.md).
const QString usualCrudUrl = QStringLiteral("http://crud-service");

} // namespace

Result<std::optional<SignIn>> Settings::signIn() const
{
    const QString issuer = toText(value(keys::signInIssuer));
    if (issuer.isEmpty())
        return std::nullopt;
    if (!toSafeBaseUrl(issuer))
        return settingError(QStringLiteral("sign_in_issuer_malformed"), keys::signInIssuer);
    SignIn how;
    how.issuer = QUrl(issuer, QUrl::StrictMode);
    how.clientId = toText(value(keys::signInClient));
    if (how.clientId.isEmpty())
        return settingError(QStringLiteral("sign_in_client_not_set"), keys::signInClient);
    how.scopes = toText(value(keys::signInScopes)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (!how.scopes.contains(QLatin1String("openid")))
        how.scopes.prepend(QStringLiteral("openid"));
    how.idClaim = toText(value(keys::signInId));
    how.nameClaim = toText(value(keys::signInName));
    how.groupsClaim = toText(value(keys::signInGroups));
    how.redirectPort = toText(value(keys::signInPort)).toUShort();
    return how;
}

Result<ConsultationPolicy> Settings::consultationPolicy() const
{
    const Result<ServiceConfiguration> configuration = serviceConfiguration();
    if (!configuration)
        return failure(configuration.error());
    ConsultationPolicy policy;
    policy.privileges = configuration->privileges;
    policy.groupsWithBackground = configuration->groupsWithBackground;
    policy.immutablePeriod = std::chrono::milliseconds(toText(value(keys::immutablePeriod)).toLongLong());
    policy.unlimited = toBool(value(keys::unlimitedRooms)).value_or(policy.unlimited);
    policy.live = toBool(value(keys::liveRooms)).value_or(policy.live);
    policy.deleteUploads = toBool(value(keys::deleteUploads)).value_or(policy.deleteUploads);
    policy.recording = toText(value(keys::recordingType));
    return policy;
}

Result<ServiceConfiguration> Settings::serviceConfiguration() const
{
    if (!m_configuration) {
        const QString path = toText(value(keys::configurationFile));
        m_configuration =
            path.isEmpty() ? ServiceConfiguration() : readServiceConfigurationFile(path, keys::configurationFile);
    }
    return *m_configuration ? withRoles(**m_configuration) : *m_configuration;
}

Result<CallerPath> Settings::callerPath() const
{
    return serviceConfiguration().map([this](const ServiceConfiguration &configuration) {
        return CallerPath{configuration.callerSteps, headerName(keys::userIdHeader), headerName(keys::groupsHeader)};
    });
}

Result<QUrl> Settings::kaleyraBaseUrl() const
{
    const QString written = toText(value(keys::baseUrl));
    if (written.isEmpty())
        return QUrl();
    const std::optional<QUrl> url = toKaleyraUrl(written);
    if (!url)
        return settingError(QStringLiteral("kaleyra_url_malformed"), keys::baseUrl);
    return *url;
}

Result<std::optional<QByteArray>> Settings::kaleyraApiKey() const
{
    if (!m_apiKey.isEmpty()) {
        if (!qEnvironmentVariableIsEmpty(apiKeyFileVariable))
            return settingError(QStringLiteral("api_key_set_twice"), keys::apiKey);
        return files::checkedSecret(m_apiKey, QStringLiteral("api_key_malformed"), keys::apiKey);
    }
    const QString path = toText(value(keys::apiKeyFile));
    if (path.isEmpty())
        return std::nullopt;
    return files::readSecretFile(path, keys::apiKeyFile, QStringLiteral("api_key_file"));
}

Result<std::optional<RemoteService>> Settings::remoteService() const
{
    const QString address = toText(value(keys::serviceUrl));
    if (address.isEmpty())
        return std::nullopt;
    const std::optional<QUrl> url = toSafeBaseUrl(address);
    if (!url)
        return settingError(QStringLiteral("service_url_malformed"), keys::serviceUrl);
    const Result<std::optional<QByteArray>> token = serviceToken();
    if (!token)
        return failure(token.error());
    return RemoteService{*url, headerName(keys::userIdHeader), headerName(keys::groupsHeader)};
}

Result<std::optional<QByteArray>> Settings::serviceToken() const
{
    const QString path = toText(value(keys::serviceTokenFile));
    if (path.isEmpty())
        return std::nullopt;
    return files::readSecretFile(path, keys::serviceTokenFile, QStringLiteral("service_token"));
}

std::chrono::minutes Settings::usualLength() const
{
    return std::chrono::minutes(toText(value(keys::defaultMinutes)).toInt());
}

Result<SecretPlace> Settings::secretStore() const
{
    const QString place = toText(value(keys::secretStore));
    if (place == QLatin1String("keychain"))
        return SecretPlace::Keychain;
    if (place == QLatin1String("credentials"))
        return SecretPlace::Credentials;
    if (place == QLatin1String("file"))
        return SecretPlace::File;
    return settingError(QStringLiteral("secret_store_unknown"), keys::secretStore);
}

Result<std::optional<CrudService>> Settings::crudService() const
{
    return crudServiceAt(toText(value(keys::crudUrl)), toText(value(keys::consultationsCollection)),
                         toText(value(keys::usersCollection)));
}

Result<std::optional<CrudService>> Settings::crudServiceAt(const QString &address, const QString &consultations,
                                                           const QString &users) const
{
    if (address.isEmpty() && consultations.isEmpty() && users.isEmpty())
        return std::nullopt;
    const std::optional<QUrl> url = toBaseUrl(address.isEmpty() ? usualCrudUrl : address);
    if (!url)
        return settingError(QStringLiteral("crud_url_malformed"), keys::crudUrl);
    const Result<QString> consultationsPath = readCollection(consultations, keys::consultationsCollection);
    if (!consultationsPath)
        return failure(consultationsPath.error());
    const Result<QString> usersPath = readCollection(users, keys::usersCollection);
    if (!usersPath)
        return failure(usersPath.error());
    return CrudService{*url, *consultationsPath, *usersPath, toText(value(keys::userIdHeader)).toLatin1(),
                       forwardedHeaders()};
}

Result<std::optional<AuthService>> Settings::authService() const
{
    const QString written = toText(value(keys::authService));
    if (written.isEmpty())
        return std::nullopt;
    const std::optional<QUrl> url = toNamedBaseUrl(written);
    if (!url)
        return settingError(QStringLiteral("auth_service_malformed"), keys::authService);
    const Result<ServiceConfiguration> configuration = serviceConfiguration();
    if (!configuration)
        return failure(configuration.error());

    AuthService service;
    service.baseUrl = *url;
    if (const QString endpoint = toText(value(keys::customIds)); !endpoint.isEmpty()) {
        service.customIds = toBaseUrl(endpoint);
        if (!service.customIds)
            return settingError(QStringLiteral("custom_ids_endpoint_malformed"), keys::customIds);
        if (endpoint.endsWith(QLatin1Char('/'))) // As written: a service may answer at only one of the two.
            service.customIds->setPath(service.customIds->path() + QLatin1Char('/'));
    }
    service.customUserId = configuration->customUserId;
    service.clientTypeHeader = headerName(keys::clientTypeHeader);
    service.defaultClientType = toText(value(keys::defaultClientType)).toLatin1();
    service.headersToForward = forwardedHeaders();
    const QByteArrayList session = headersOfSession();
    for (const QByteArray &name : session) {
        if (!service.headersToForward.contains(name))
            service.headersToForward << name;
    }
    return service;
}

QByteArrayList Settings::forwardedHeaders() const
{
    QByteArrayList names = headersAlwaysForwarded();
    for (const QString &key : {keys::clientTypeHeader, keys::userIdHeader, keys::groupsHeader,
                               keys::userPropertiesHeader, keys::backofficeHeader})
        names << headerName(key);
    const QStringList more = toList(value(keys::headersToForward));
    for (const QString &name : more) {
        if (!names.contains(name.toLower().toLatin1()))
            names << name.toLower().toLatin1();
    }
    return names;
}

QByteArray Settings::headerName(const QString &key) const
{
    return toText(value(key)).toLower().toLatin1();
}

} // namespace teleconsult::config
