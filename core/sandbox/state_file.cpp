#include "core/sandbox/state_file.h"

#include "core/domain/json.h"
#include "core/files/private_folder.h"
#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_names.h"

#include <QFileInfo>
#include <QSaveFile>

namespace teleconsult::sandbox {

namespace {

constexpr int formatVersion = 1;

namespace kept {
constexpr QLatin1String format("format");
constexpr QLatin1String apiKey("api_key");
constexpr QLatin1String tokenSecret("token_secret");
constexpr QLatin1String port("port");
constexpr QLatin1String signallingPort("signalling_port");
constexpr QLatin1String company("company");
constexpr QLatin1String deadTokens("dead_tokens");
constexpr QLatin1String token("token");
constexpr QLatin1String durationMs("duration_ms");
constexpr QLatin1String usedMs("used_ms");
constexpr QLatin1String redirectIsOwnPage("redirect_is_own_page");
constexpr QLatin1String secret("secret");
constexpr QLatin1String size("size");
} // namespace kept

template <typename T, typename Convert>
QJsonArray toArray(const QList<T> &items, Convert convert)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(convert(item));
    return array;
}

template <typename T, typename Convert>
QList<T> toList(const QJsonValue &value, Convert convert)
{
    QList<T> items;
    const QJsonArray array = value.toArray();
    for (const QJsonValue entry : array)
        items.append(convert(entry.toObject()));
    return items;
}

QJsonObject fromUser(const User &user)
{
    return {{fields::id, user.id},
            {fields::role, user.role},
            {fields::allowCamera, user.allowCamera},
            {fields::language, user.language},
            {fields::creationDate, dateText(user.createdAt)}};
}

User toUser(const QJsonObject &object)
{
    return {object.value(fields::id).toString(), object.value(fields::role).toString(),
            object.value(fields::allowCamera).toBool(true), object.value(fields::language).toString(),
            dateFrom(object.value(fields::creationDate))};
}

QJsonObject fromSeat(const Seat &seat)
{
    return {{fields::userId, seat.userId},
            {kept::token, seat.token},
            {fields::tools, seat.tools},
            {fields::isAdmin, seat.isAdmin}};
}

Seat toSeat(const QJsonObject &object)
{
    return {object.value(fields::userId).toString(), object.value(kept::token).toString(),
            object.value(fields::tools).toObject(), object.value(fields::isAdmin).toBool()};
}

QJsonObject fromRoom(const Room &room)
{
    return {{fields::id, room.id},
            {fields::participants, toArray(room.seats, fromSeat)},
            {fields::recording, room.recording},
            {fields::callType, room.callType},
            {fields::description, room.description},
            {fields::live, room.live},
            {fields::disabled, room.disabled},
            {kept::durationMs, room.durationMs},
            {kept::usedMs, room.usedMs},
            {fields::creationDate, dateText(room.createdAt)}};
}

Room toRoom(const QJsonObject &object)
{
    Room room;
    room.id = object.value(fields::id).toString();
    room.seats = toList<Seat>(object.value(fields::participants), toSeat);
    room.recording = object.value(fields::recording).toString();
    room.callType = object.value(fields::callType).toString();
    room.description = object.value(fields::description).toString();
    room.live = object.value(fields::live).toBool();
    room.disabled = object.value(fields::disabled).toBool();
    room.durationMs = object.value(kept::durationMs).toInteger();
    room.usedMs = object.value(kept::usedMs).toInteger();
    room.createdAt = dateFrom(object.value(fields::creationDate));
    return room;
}

QJsonObject fromBackground(const Background &background)
{
    return {{fields::backgroundAlias, background.alias}, {fields::creationDate, dateText(background.createdAt)}};
}

Background toBackground(const QJsonObject &object)
{
    return {object.value(fields::backgroundAlias).toString(), dateFrom(object.value(fields::creationDate))};
}

QJsonObject fromColours(const ThemeColours &colours)
{
    return {{fields::primaryColor, colours.primary}, {fields::accentColor, colours.accent}};
}

ThemeColours toColours(const QJsonValue &value)
{
    return {value[fields::primaryColor].toString(), value[fields::accentColor].toString()};
}

QJsonObject fromCompany(const Company &company)
{
    return {{fields::id, company.id},
            {fields::name, company.name},
            {fields::defaultLanguage, company.defaultLanguage},
            {fields::defaultBackground, company.defaultBackground},
            {kept::redirectIsOwnPage, company.redirectIsOwnPage},
            {fields::endCallRedirectUrl, company.endCallRedirectUrl},
            {fields::endCallRedirectTimeoutMs, company.endCallRedirectTimeoutMs},
            {fields::userDetailsProviderUrl, company.userDetailsProviderUrl},
            {fields::light, fromColours(company.light)},
            {fields::dark, fromColours(company.dark)},
            {fields::backgrounds, toArray(company.backgrounds, fromBackground)}};
}

Company toCompany(const QJsonObject &object)
{
    Company company;
    company.id = object.value(fields::id).toString();
    company.name = object.value(fields::name).toString();
    company.defaultLanguage = object.value(fields::defaultLanguage).toString();
    company.defaultBackground = object.value(fields::defaultBackground).toString();
    company.redirectIsOwnPage = object.value(kept::redirectIsOwnPage).toBool(true);
    company.endCallRedirectUrl = object.value(fields::endCallRedirectUrl).toString();
    company.endCallRedirectTimeoutMs = object.value(fields::endCallRedirectTimeoutMs).toInt();
    company.userDetailsProviderUrl = object.value(fields::userDetailsProviderUrl).toString();
    company.light = toColours(object.value(fields::light));
    company.dark = toColours(object.value(fields::dark));
    company.backgrounds = toList<Background>(object.value(fields::backgrounds), toBackground);
    return company;
}

QJsonObject fromUpload(const Upload &upload)
{
    return {{fields::key, upload.key},
            {kept::secret, upload.secret},
            {fields::uploadType, upload.type},
            {fields::name, upload.fileName},
            {kept::size, upload.size},
            {fields::userId, upload.userId},
            {fields::roomId, upload.roomId},
            {fields::sessionId, upload.sessionId},
            {fields::creationDate, dateText(upload.createdAt)}};
}

Upload toUpload(const QJsonObject &object)
{
    Upload upload;
    upload.key = object.value(fields::key).toString();
    upload.secret = object.value(kept::secret).toString();
    upload.type = object.value(fields::uploadType).toString();
    upload.fileName = object.value(fields::name).toString();
    upload.size = object.value(kept::size).toInteger();
    upload.userId = object.value(fields::userId).toString();
    upload.sessionId = object.value(fields::sessionId).toString();
    upload.roomId = object.value(fields::roomId).toString();
    upload.createdAt = dateFrom(object.value(fields::creationDate));
    return upload;
}

State toState(const QJsonObject &object)
{
    State state;
    state.apiKey = object.value(kept::apiKey).toString().toLatin1();
    state.tokenSecret = object.value(kept::tokenSecret).toString().toLatin1();
    state.port = quint16(object.value(kept::port).toInt());
    state.signallingPort = quint16(object.value(kept::signallingPort).toInt());
    state.company = toCompany(object.value(kept::company).toObject());
    state.users = toList<User>(object.value(fields::users), toUser);
    state.rooms = toList<Room>(object.value(fields::rooms), toRoom);
    state.uploads = toList<Upload>(object.value(fields::uploads), toUpload);
    const QJsonArray deadTokens = object.value(kept::deadTokens).toArray();
    for (const QJsonValue &token : deadTokens)
        state.deadTokens.append(token.toString());
    return state;
}

tl::unexpected<Error> storageFailure(const QString &code, const QString &detail)
{
    return failure(makeError(Error::Kind::Storage, code, detail));
}

} // namespace

StateFile::StateFile(QString path) : m_path(std::move(path)) {}

Result<StateFile::Loaded> StateFile::load() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.exists())
        return Loaded{newState(), {}};
    if (!file.open(QIODevice::ReadOnly))
        return storageFailure(QStringLiteral("sandbox_state_unreadable"), file.errorString());
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    if (object.value(kept::format).toInt() > formatVersion)
        return storageFailure(QStringLiteral("sandbox_state_too_new"),
                              QStringLiteral("a later version has written the sandbox's state"));
    if (object.value(kept::format).toInt() != formatVersion || object.value(kept::apiKey).toString().isEmpty())
        return beginAnew();
    return Loaded{toState(object), {}};
}

Result<StateFile::Loaded> StateFile::beginAnew() const
{
    const QString aside = m_path + QStringLiteral(".damaged");
    QFile::remove(aside); // the last one is the one that somebody may ask about
    QFile file(m_path);
    if (!file.rename(aside))
        return storageFailure(QStringLiteral("sandbox_state_unwritable"), file.errorString());
    return Loaded{newState(), aside};
}

Result<void> StateFile::save(const State &state) const
{
    if (m_path.isEmpty())
        return {};
    const QJsonObject object{{kept::format, formatVersion},
                             {kept::apiKey, QString::fromLatin1(state.apiKey)},
                             {kept::tokenSecret, QString::fromLatin1(state.tokenSecret)},
                             {kept::port, state.port},
                             {kept::signallingPort, state.signallingPort},
                             {kept::company, fromCompany(state.company)},
                             {fields::users, toArray(state.users, fromUser)},
                             {fields::rooms, toArray(state.rooms, fromRoom)},
                             {fields::uploads, toArray(state.uploads, fromUpload)},
                             {kept::deadTokens, QJsonArray::fromStringList(state.deadTokens)}};
    if (const Result<void> made = files::makePrivateFolder(QFileInfo(m_path).absolutePath()); !made)
        return storageFailure(QStringLiteral("sandbox_state_unwritable"), made.error().toLogLine());
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(compactJson(object)) >= 0 && file.commit();
    if (!written)
        return storageFailure(QStringLiteral("sandbox_state_unwritable"), file.errorString());
    return {};
}

} // namespace teleconsult::sandbox
