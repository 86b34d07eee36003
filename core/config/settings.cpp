#include "core/config/settings.h"

#include "core/config/setting_values.h"
#include "core/http/secure_url.h"

#include <QFile>
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
const QString userIdHeader = QStringLiteral("records/user_id_header");
const QString demoWanted = QStringLiteral("demo/wanted");
const QString demoIds = QStringLiteral("demo/consultation_ids");

/// Longer than any key; a file named by mistake is not read into memory.
constexpr qint64 longestKeyFile = 4096;

/// "/v2" at its end is the version, which our own paths begin with.
QString withoutVersion(const QString &address)
{
    QString text = withoutSlashesAtEnd(address);
    if (text.endsWith(QLatin1String("/v2")))
        text.chop(3);
    return text;
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
    return isHeaderForUs(toText(value));
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

tl::unexpected<Error> keyFailure(const char *code)
{
    return settingError(QLatin1String(code), apiKeyFile);
}

bool isPrintableAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
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
        {userIdHeader, "USERID_HEADER_KEY", QStringLiteral("miauserid"), acceptsUserHeader},
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
    const QString written = toText(value(baseUrl));
    if (written.isEmpty())
        return QUrl();
    const std::optional<QUrl> url = toBaseUrl(withoutVersion(written));
    if (!url || !http::travelsSafely(*url))
        return settingError(QStringLiteral("kaleyra_url_malformed"), baseUrl);
    return *url;
}

Result<QByteArray> Settings::kaleyraApiKey() const
{
    const QString path = toText(value(apiKeyFile));
    if (path.isEmpty())
        return keyFailure("api_key_file_not_set");
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return keyFailure("api_key_file_missing");
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return keyFailure("api_key_file_open_to_others");
    const QByteArray content = file.read(longestKeyFile + 1);
    const QByteArray key = content.trimmed();
    if (key.isEmpty())
        return keyFailure("api_key_file_empty");
    if (content.size() > longestKeyFile || !isPrintableAscii(key))
        return keyFailure("api_key_file_malformed");
    return key;
}

Result<std::optional<CrudService>> Settings::crudService() const
{
    const QString address = toText(value(crudUrl));
    if (address.isEmpty())
        return std::nullopt;
    const std::optional<QUrl> url = toBaseUrl(address);
    if (!url)
        return settingError(QStringLiteral("crud_url_malformed"), crudUrl);
    const Result<QString> consultations =
        readCollection(toText(value(consultationsCollection)), consultationsCollection);
    if (!consultations)
        return failure(consultations.error());
    const Result<QString> users = readCollection(toText(value(usersCollection)), usersCollection);
    if (!users)
        return failure(users.error());
    return CrudService{*url, *consultations, *users, toText(value(userIdHeader)).toLatin1()};
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
