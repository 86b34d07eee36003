#include "core/config/settings.h"

#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/files/secret.h"

#include <QLoggingCategory>
#include <QStandardPaths>

#include <algorithm>

namespace teleconsult::config {

namespace {

Q_LOGGING_CATEGORY(lcConfig, "teleconsult.config")

constexpr const char *apiKeyVariable = "BANDYER_API_SECRET_KEY";
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

/// "id version time": one entry of the list of those who agreed to the notice. The id is percent-encoded, so that it
/// may hold blanks and commas.
QString toEntry(const NoticeAcceptance &acceptance)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(acceptance.externalId)), acceptance.version,
             acceptance.at.toUTC().toString(Qt::ISODate));
}

/// Nothing: somebody else has written it.
std::optional<NoticeAcceptance> acceptanceFrom(const QString &entry)
{
    const QStringList words = entry.split(QLatin1Char(' '));
    if (words.size() != 3)
        return std::nullopt;
    const QDateTime at = QDateTime::fromString(words.at(2), Qt::ISODate).toUTC();
    if (!at.isValid())
        return std::nullopt;
    return NoticeAcceptance{QUrl::fromPercentEncoding(words.first().toLatin1()), words.at(1), at};
}

} // namespace

Settings::Settings(SettingInputs inputs)
    : m_sources(std::move(inputs)), m_apiKey(files::takeFromEnvironment(apiKeyVariable))
{}

Settings::Settings(const QString &userFile) : Settings(SettingInputs{.userFile = userFile}) {}

Origin Settings::origin(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    if (known->kind == SettingSpec::Kind::EnvironmentSecret)
        return {m_apiKey.isEmpty() ? ValueSource::Default : ValueSource::Environment};
    return m_sources.find(*known).origin;
}

QString Settings::lockText(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known && known->kind != SettingSpec::Kind::EnvironmentSecret);
    return m_sources.lockText(*known);
}

QString Settings::text(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    return known->kind == SettingSpec::Kind::EnvironmentSecret ? QString() : toText(m_sources.find(*known).value);
}

bool Settings::isSet(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    return known->kind == SettingSpec::Kind::EnvironmentSecret ? !m_apiKey.isEmpty() : !text(key).isEmpty();
}

Result<void> Settings::write(const SettingValues &values)
{
    return m_sources.write(values);
}

Result<void> Settings::unset(const QString &key)
{
    return m_sources.unset(key);
}

StationIdentity Settings::station() const
{
    const Result<std::optional<SignIn>> signsIn = signIn();
    if (!signsIn || *signsIn)
        return m_signedIn.value_or(StationIdentity());
    return {toText(value(keys::stationExternalId)), toText(value(keys::stationFullName)),
            toList(value(keys::stationGroups))};
}

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

void Settings::setStation(const StationIdentity &station)
{
    setValue(keys::stationExternalId, station.externalId);
    setValue(keys::stationFullName, station.fullName);
    setValue(keys::stationGroups, station.groups);
}

std::optional<Language> Settings::language() const
{
    return languageFromCode(toText(value(keys::interfaceLanguage)));
}

void Settings::setLanguage(Language language)
{
    setValue(keys::interfaceLanguage, teleconsult::toCode(language));
}

ReminderWishes Settings::reminders() const
{
    return {.wanted = toBool(value(keys::remindersWanted)).value_or(true),
            .lead = std::chrono::minutes(toText(value(keys::reminderMinutes)).toInt()),
            .showNames = toBool(value(keys::reminderNames)).value_or(false)};
}

void Settings::setReminders(const ReminderWishes &wishes)
{
    setValue(keys::remindersWanted, wishes.wanted);
    setValue(keys::reminderMinutes, int(wishes.lead.count()));
    setValue(keys::reminderNames, wishes.showNames);
}

bool Settings::wantsTray() const
{
    return toBool(value(keys::interfaceTray)).value_or(true);
}

void Settings::setWantsTray(bool wanted)
{
    setValue(keys::interfaceTray, wanted);
}

Appearance Settings::appearance() const
{
    const QString code = toText(value(keys::interfaceAppearance));
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (code == toCode(appearance))
            return appearance;
    }
    return Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    setValue(keys::interfaceAppearance, toCode(appearance));
}

QString Settings::downloadFolder() const
{
    const QString chosen = toText(value(keys::downloadFolder));
    return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : chosen;
}

void Settings::setDownloadFolder(const QString &path)
{
    setValue(keys::downloadFolder, path);
}

DeviceChoice Settings::devices() const
{
    return {.camera = toText(value(keys::camera)),
            .microphone = toText(value(keys::microphone)),
            .speaker = toText(value(keys::speaker)),
            .withoutCamera = toBool(value(keys::withoutCamera)).value_or(false)};
}

void Settings::setDevices(const DeviceChoice &devices)
{
    setValue(keys::camera, devices.camera);
    setValue(keys::microphone, devices.microphone);
    setValue(keys::speaker, devices.speaker);
    setValue(keys::withoutCamera, devices.withoutCamera);
    setDeviceCheck(DeviceCheck::Done);
}

DeviceCheck Settings::deviceCheck() const
{
    const QString code = toText(value(keys::deviceCheck));
    for (const DeviceCheck check : {DeviceCheck::Done, DeviceCheck::Never}) {
        if (code == toCode(check))
            return check;
    }
    return DeviceCheck::Due;
}

void Settings::setDeviceCheck(DeviceCheck check)
{
    const DeviceCheck now = deviceCheck();
    if (check != now && now != DeviceCheck::Never)
        setValue(keys::deviceCheck, toCode(check));
}

std::optional<int> Settings::textScale() const
{
    const QString percent = toText(value(keys::interfaceTextScale));
    return percent.isEmpty() ? std::nullopt : std::optional(percent.toInt());
}

void Settings::setTextScale(std::optional<int> percent)
{
    setValue(keys::interfaceTextScale, percent ? QString::number(*percent) : QString());
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
    return *m_configuration;
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
    const QString address = toText(value(keys::crudUrl));
    const bool isMeant = !address.isEmpty() || !toText(value(keys::consultationsCollection)).isEmpty() ||
                         !toText(value(keys::usersCollection)).isEmpty();
    if (!isMeant)
        return std::nullopt;
    const std::optional<QUrl> url = toBaseUrl(address.isEmpty() ? usualCrudUrl : address);
    if (!url)
        return settingError(QStringLiteral("crud_url_malformed"), keys::crudUrl);
    const Result<QString> consultations =
        readCollection(toText(value(keys::consultationsCollection)), keys::consultationsCollection);
    if (!consultations)
        return failure(consultations.error());
    const Result<QString> users = readCollection(toText(value(keys::usersCollection)), keys::usersCollection);
    if (!users)
        return failure(users.error());
    return CrudService{*url, *consultations, *users, toText(value(keys::userIdHeader)).toLatin1(), forwardedHeaders()};
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

PrivacyNotice Settings::privacyNotice() const
{
    return {toText(value(keys::noticeEnglish)), toText(value(keys::noticeItalian))};
}

std::optional<NoticeAcceptance> Settings::noticeAcceptance(const QString &externalId) const
{
    const QString version = privacyNotice().version();
    const QStringList entries = toList(value(keys::noticeAccepted));
    for (const QString &entry : entries) {
        const std::optional<NoticeAcceptance> acceptance = acceptanceFrom(entry);
        if (acceptance && acceptance->externalId == externalId && acceptance->version == version)
            return acceptance;
    }
    return std::nullopt;
}

void Settings::setNoticeAcceptance(const NoticeAcceptance &acceptance)
{
    QStringList entries;
    const QStringList before = toList(value(keys::noticeAccepted));
    for (const QString &entry : before) {
        const std::optional<NoticeAcceptance> other = acceptanceFrom(entry);
        if (other && other->externalId != acceptance.externalId)
            entries << entry;
    }
    entries << toEntry(acceptance);
    setValue(keys::noticeAccepted, entries);
}

QString Settings::pinHash() const
{
    return toText(value(keys::settingsPin));
}

void Settings::setPinHash(const QString &hash)
{
    setValue(keys::settingsPin, hash);
}

PinFailures Settings::pinFailures() const
{
    const QStringList entries = toList(value(keys::pinFailures));
    if (entries.size() != 2)
        return {};
    return {std::max(entries.first().toInt(), 0), QDateTime::fromString(entries.last(), Qt::ISODate).toUTC()};
}

void Settings::setPinFailures(const PinFailures &failures)
{
    setValue(keys::pinFailures, failures.count > 0 ? QStringList{QString::number(failures.count),
                                                                 failures.last.toUTC().toString(Qt::ISODate)}
                                                   : QStringList());
}

bool Settings::demoClinicWanted() const
{
    return toBool(value(keys::demoWanted)).value_or(true);
}

void Settings::setDemoClinicWanted(bool wanted)
{
    setValue(keys::demoWanted, wanted);
}

QStringList Settings::demoConsultationIds() const
{
    return toList(value(keys::demoIds));
}

void Settings::setDemoConsultationIds(const QStringList &ids)
{
    setValue(keys::demoIds, ids);
}

QByteArray Settings::headerName(const QString &key) const
{
    return toText(value(key)).toLower().toLatin1();
}

QVariant Settings::value(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    return m_sources.find(*known).value;
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    if (isLocked(key) && toText(value) == text(key))
        return;
    const Result<void> written = m_sources.write({{key, value}});
    if (!written)
        qCWarning(lcConfig).noquote() << "a setting cannot be written:" << key << written.error().code;
}

} // namespace teleconsult::config
