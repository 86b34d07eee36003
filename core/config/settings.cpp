#include "core/config/settings.h"

#include "core/config/secret.h"

#include <QHostAddress>
#include <QLoggingCategory>

#include <algorithm>

namespace teleconsult::config {

namespace {

Q_LOGGING_CATEGORY(lcConfig, "teleconsult.config")

const QString stationExternalId = QStringLiteral("station/external_id");
const QString stationFullName = QStringLiteral("station/full_name");
const QString stationGroups = QStringLiteral("station/groups");
const QString interfaceLanguage = QStringLiteral("interface/language");
const QString interfaceAppearance = QStringLiteral("interface/appearance");
const QString immutablePeriod = QStringLiteral("consultations/immutable_period_ms");
const QString unlimitedRooms = QStringLiteral("consultations/unlimited");
const QString liveRooms = QStringLiteral("consultations/live");
const QString deleteUploads = QStringLiteral("consultations/delete_uploads");
const QString recordingType = QStringLiteral("consultations/recording");
const QString baseUrl = QStringLiteral("kaleyra/base_url");
const QString apiKeyFile = QStringLiteral("kaleyra/api_key_file");
const QString crudUrl = QStringLiteral("records/crud_url");
const QString consultationsCollection = QStringLiteral("records/consultations_collection");
const QString usersCollection = QStringLiteral("records/users_collection");
const QString userIdHeaderName = QStringLiteral("records/user_id_header");
const QString demoWanted = QStringLiteral("demo/wanted");
const QString demoIds = QStringLiteral("demo/consultation_ids");

/// What a text file or an environment variable holds is text: the kinds of value are read from it here.
QString toText(const QVariant &value)
{
    // The settings file reads an unquoted comma as a list.
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(QStringLiteral(", "))
                                                    : value.toString().trimmed();
}

QStringList toList(const QVariant &value)
{
    const QStringList parts =
        value.typeId() == QMetaType::QStringList ? value.toStringList() : value.toString().split(QLatin1Char(','));
    QStringList list;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            list << part.trimmed();
    }
    return list;
}

std::optional<bool> toBool(const QVariant &value)
{
    const QString text = toText(value).toLower();
    if (text == QLatin1String("true") || text == QLatin1String("1"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("0"))
        return false;
    return std::nullopt;
}

QUrl toBaseUrl(const QVariant &value)
{
    QString text = toText(value);
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    if (text.endsWith(QLatin1String("/v2")))
        text.chop(3);
    return QUrl(text, QUrl::StrictMode);
}

bool isBaseUrl(const QVariant &value)
{
    if (toText(value).isEmpty())
        return true;
    const QUrl url = toBaseUrl(value);
    if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return false;
    const bool thisComputer = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    return url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && thisComputer);
}

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

bool acceptsPeriod(const QVariant &value)
{
    // Beyond a year it is a typing mistake, and would overflow dates.
    constexpr qint64 longest = 366LL * 24 * 3600 * 1000;
    bool isNumber = false;
    const qint64 period = toText(value).toLongLong(&isNumber);
    return isNumber && period >= 0 && period <= longest;
}

bool acceptsUserHeader(const QVariant &value)
{
    return isUserHeader(toText(value));
}

std::function<bool(const QVariant &)> oneOf(QStringList codes)
{
    return [codes = std::move(codes)](const QVariant &value) { return codes.contains(toText(value)); };
}

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

} // namespace

const QList<SettingSpec> &Settings::catalogue()
{
    static const QList<SettingSpec> specs{
        {stationExternalId, "TELECONSULT_STATION_ID", QStringLiteral("doctor.ferri"), acceptsText},
        {stationFullName, "TELECONSULT_STATION_NAME", QStringLiteral("Dr. Giulia Ferri"), acceptsText},
        {stationGroups, "TELECONSULT_STATION_GROUPS", QStringList{QStringLiteral("doctor")}, acceptsList},
        {interfaceLanguage, "TELECONSULT_LANGUAGE", QString(),
         oneOf({QString(), QStringLiteral("it"), QStringLiteral("en")})},
        {interfaceAppearance, "TELECONSULT_APPEARANCE", toCode(Appearance::System),
         oneOf({toCode(Appearance::System), toCode(Appearance::Light), toCode(Appearance::Dark)})},
        {immutablePeriod, "IMMUTABLE_PERIOD_MS", 0, acceptsPeriod},
        {unlimitedRooms, "UNLIMITED_TELECONSULTATION", true, acceptsBool},
        {liveRooms, "LIVE_TELECONSULTATION", true, acceptsBool},
        {deleteUploads, "TELECONSULTATION_DELETE_UPLOADS", false, acceptsBool},
        {recordingType, "DEFAULT_RECORDING_TYPE", QStringLiteral("none"),
         oneOf({QStringLiteral("none"), QStringLiteral("manual"), QStringLiteral("automatic")})},
        {baseUrl, "BANDYER_BASE_URL", QString(), acceptsAny},
        {apiKeyFile, "BANDYER_API_SECRET_KEY_FILE", QString(), acceptsAny},
        {crudUrl, "CRUD_SERVICE_URL", QString(), acceptsAny},
        {consultationsCollection, "TELECONSULTATIONS_CRUD_NAME", QString(), acceptsAny},
        {usersCollection, "USER_ID_MAP_CRUD_NAME", QString(), acceptsAny},
        {userIdHeaderName, "USERID_HEADER_KEY", QStringLiteral("miauserid"), acceptsUserHeader},
        {demoWanted, "TELECONSULT_DEMO", true, acceptsBool},
        {demoIds, {}, QStringList(), acceptsAny},
    };
    return specs;
}

Settings::Settings(const QString &path) : m_file(std::make_unique<QSettings>(path, QSettings::IniFormat)) {}

StationIdentity Settings::station() const
{
    return {toText(value(stationExternalId)), toText(value(stationFullName)), toList(value(stationGroups))};
}

void Settings::setStation(const StationIdentity &station)
{
    setValue(stationExternalId, station.externalId);
    setValue(stationFullName, station.fullName);
    setValue(stationGroups, station.groups);
}

std::optional<Language> Settings::language() const
{
    return languageFromCode(toText(value(interfaceLanguage)));
}

void Settings::setLanguage(Language language)
{
    setValue(interfaceLanguage, teleconsult::toCode(language));
}

Appearance Settings::appearance() const
{
    const QString code = toText(value(interfaceAppearance));
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (code == toCode(appearance))
            return appearance;
    }
    return Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    setValue(interfaceAppearance, toCode(appearance));
}

ConsultationPolicy Settings::consultationPolicy() const
{
    ConsultationPolicy policy;
    policy.immutablePeriod = std::chrono::milliseconds(toText(value(immutablePeriod)).toLongLong());
    policy.unlimited = toBool(value(unlimitedRooms)).value_or(policy.unlimited);
    policy.live = toBool(value(liveRooms)).value_or(policy.live);
    policy.deleteUploads = toBool(value(deleteUploads)).value_or(policy.deleteUploads);
    policy.recording = toText(value(recordingType));
    return policy;
}

Result<QUrl> Settings::kaleyraBaseUrl() const
{
    const QVariant written = value(baseUrl);
    if (isBaseUrl(written))
        return toBaseUrl(written);
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = QStringLiteral("kaleyra_url_malformed");
    error.field = baseUrl;
    return failure(error);
}

Result<QByteArray> Settings::kaleyraApiKey() const
{
    const QString path = toText(value(apiKeyFile));
    if (path.isEmpty()) {
        Error error = makeError(Error::Kind::Storage, QStringLiteral("api_key_file_not_set"));
        error.field = apiKeyFile;
        return failure(error);
    }
    return readSecretFile(path, apiKeyFile, QStringLiteral("api_key_file"));
}

QByteArray Settings::userIdHeader() const
{
    return toText(value(userIdHeaderName)).toLatin1();
}

Result<std::optional<CrudService>> Settings::crudService() const
{
    const QString address = toText(value(crudUrl));
    if (address.isEmpty())
        return std::nullopt;
    const Result<QUrl> url = readCrudUrl(address, crudUrl);
    if (!url)
        return failure(url.error());
    const Result<QString> consultations =
        readCollection(toText(value(consultationsCollection)), consultationsCollection);
    if (!consultations)
        return failure(consultations.error());
    const Result<QString> users = readCollection(toText(value(usersCollection)), usersCollection);
    if (!users)
        return failure(users.error());
    return CrudService{*url, *consultations, *users, userIdHeader()};
}

bool Settings::demoClinicWanted() const
{
    return toBool(value(demoWanted)).value_or(true);
}

void Settings::setDemoClinicWanted(bool wanted)
{
    setValue(demoWanted, wanted);
}

QStringList Settings::demoConsultationIds() const
{
    return toList(value(demoIds));
}

void Settings::setDemoConsultationIds(const QStringList &ids)
{
    setValue(demoIds, ids);
}

QVariant Settings::value(const QString &key) const
{
    const QList<SettingSpec> &specs = catalogue();
    const auto spec =
        std::find_if(specs.begin(), specs.end(), [&](const SettingSpec &candidate) { return candidate.key == key; });
    Q_ASSERT(spec != specs.end());

    if (!spec->environment.isEmpty() && !qEnvironmentVariableIsEmpty(spec->environment.constData())) {
        const QVariant fromEnvironment = qEnvironmentVariable(spec->environment.constData());
        if (spec->accepts(fromEnvironment))
            return fromEnvironment;
        warnOnce(QString::fromLatin1(spec->environment));
    }
    if (m_file->contains(key)) {
        const QVariant fromFile = m_file->value(key);
        if (spec->accepts(fromFile))
            return fromFile;
        warnOnce(key);
    }
    return spec->defaultValue;
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    m_file->setValue(key, value);
    m_file->sync();
    if (m_file->status() != QSettings::NoError)
        qCWarning(lcConfig).noquote() << "the settings file cannot be written:" << key;
}

void Settings::warnOnce(const QString &source) const
{
    if (m_warned.contains(source))
        return;
    m_warned.insert(source);
    qCWarning(lcConfig).noquote() << "a value is out of range and ignored:" << source;
}

} // namespace teleconsult::config
