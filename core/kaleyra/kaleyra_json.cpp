#include "core/kaleyra/kaleyra_json.h"

#include "core/domain/json.h"
#include "core/http/secure_url.h"
#include "core/kaleyra/kaleyra_names.h"

#include <algorithm>
#include <cmath>

namespace teleconsult::kaleyra {

namespace {

QString key(const names::Field &field)
{
    return QString::fromLatin1(field.names.front());
}

/// The first of the field's names that is there and not null.
QJsonValue first(const QJsonObject &object, const names::Field &field)
{
    for (const char *name : field.names) {
        if (!name)
            break;
        const QJsonValue value = object.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

QString text(const QJsonObject &object, const names::Field &field)
{
    const QJsonValue value = first(object, field);
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

/// true, 1, "1" and "true" are true (§4.4, 11); nothing when the value is no truth value.
std::optional<bool> truth(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    const QString word = value.toString().toLower();
    if (word == QLatin1String("1") || word == QLatin1String("true"))
        return true;
    if (word == QLatin1String("0") || word == QLatin1String("false"))
        return false;
    return std::nullopt;
}

std::chrono::seconds seconds(const QJsonObject &object, const names::Field &field)
{
    const QJsonValue value = first(object, field);
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    // Beyond a century it is a mistake, and too large for arithmetic.
    const bool sensible = isNumber && std::isfinite(number) && number > 0 && number < 3.2e9;
    return std::chrono::seconds(sensible ? qint64(number) : 0);
}

/// Some dates lack the zone and mean UTC all the same (§1.3).
QDateTime date(const QJsonObject &object, const names::Field &field)
{
    return dateFrom(first(object, field).toString(), WithoutZone::IsUtc);
}

QJsonObject unwrap(const QJsonObject &object, const names::Field &wrapper)
{
    const QJsonValue inner = first(object, wrapper);
    return inner.isObject() ? inner.toObject() : object;
}

/// none, manual or automatic. Version 1 says whether (as a truth value) and how in two fields, version 2 both in one.
QString recording(const QJsonObject &object)
{
    const QJsonValue value = first(object, names::roomRecording);
    const std::optional<bool> whether = truth(value);
    if (!whether)
        return value.isString() && !value.toString().isEmpty() ? value.toString() : QStringLiteral("none");
    if (!*whether)
        return QStringLiteral("none");
    const QString type = text(object, names::roomRecordingType);
    return type.isEmpty() ? QStringLiteral("automatic") : type;
}

QList<Room::Seat> seats(const QJsonObject &object)
{
    QList<Room::Seat> found;
    const QJsonArray entries = first(object, names::roomParticipants).toArray();
    for (const QJsonValue entry : entries) {
        if (entry.isString()) {
            found.append({entry.toString(), {}});
            continue;
        }
        const QJsonObject seat = entry.toObject();
        const QUrl link(text(seat, names::seatLink), QUrl::StrictMode);
        found.append({text(seat, names::seatUserId), isAcceptableLink(link) ? link : QUrl()});
    }
    return found;
}

Room roomFrom(const QJsonObject &object)
{
    Room room;
    room.id = text(object, names::roomId);
    room.seats = seats(object);
    room.status = text(object, names::roomStatus).toUpper();
    room.disabled = truth(first(object, names::roomDisabled)).value_or(false);
    room.recording = recording(object);
    room.recordingStatus = text(object, names::roomRecordingStatus);
    room.callType = text(object, names::roomCallType);
    room.description = text(object, names::roomDescription);
    room.createdAt = date(object, names::roomCreatedAt);
    room.duration = seconds(object, names::roomDuration);
    room.durationUsed = seconds(object, names::roomDurationUsed);
    room.live = truth(first(object, names::roomLive)).value_or(false);
    return room;
}

Upload uploadFrom(const QJsonObject &object)
{
    Upload upload{text(object, names::uploadKey), std::nullopt};
    if (object.contains(key(names::uploadRoom)))
        upload.roomId = text(object, names::uploadRoom);
    return upload;
}

/// A list is the answer itself, or under a name in it.
template <typename Item>
std::optional<Page<Item>> readPage(const QJsonDocument &body, const names::Field &listName,
                                   Item (*itemFrom)(const QJsonObject &))
{
    const QJsonValue list = body.isArray() ? QJsonValue(body.array()) : first(body.object(), listName);
    if (!list.isArray())
        return std::nullopt;
    Page<Item> page;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue entry : entries)
        page.items.append(itemFrom(entry.toObject()));
    page.hasMore = truth(first(body.object(), names::listHasMore));
    return page;
}

std::optional<Background> backgroundFrom(const QJsonObject &object)
{
    Background background;
    background.alias = text(object, names::backgroundAlias);
    background.url = QUrl(text(object, names::backgroundUrl), QUrl::StrictMode);
    background.createdAt = date(object, names::backgroundCreatedAt);
    return background.alias.isEmpty() ? std::nullopt : std::optional(background);
}

/// An object in the samples, a text in the table (§2.7).
std::optional<Background> defaultBackground(const QJsonObject &object)
{
    const QJsonValue background = first(object, names::companyBackground);
    if (background.isObject())
        return backgroundFrom(background.toObject());
    if (background.toString().isEmpty())
        return std::nullopt;
    return Background{background.toString(), {}, {}};
}

QJsonObject toolsObject(const Tools &tools)
{
    // Every key, also the false ones: a tool that is not named is on (§2.3, §4.4).
    return {
        {key(names::toolChat), tools.chat},
        {key(names::toolScreenSharing), tools.screenSharing},
        {key(names::toolFileUpload), tools.fileUpload},
        {key(names::toolWhiteboard), tools.whiteboard},
        {key(names::toolSnapshot), tools.snapshot},
        {key(names::toolLiveEdit), tools.liveEdit},
        {key(names::toolLivePointer), tools.livePointer},
        {key(names::toolPresentToEveryone), tools.presentToEveryone},
    };
}

} // namespace

bool isAcceptableLink(const QUrl &link)
{
    return http::travelsSafely(link);
}

std::optional<Room> readRoom(const QJsonDocument &body)
{
    if (!body.isObject())
        return std::nullopt;
    return roomFrom(unwrap(body.object(), names::roomWrapper));
}

std::optional<Page<Room>> readRoomPage(const QJsonDocument &body)
{
    return readPage(body, names::listRooms, roomFrom);
}

std::optional<Company> readCompany(const QJsonDocument &body)
{
    if (!body.isObject())
        return std::nullopt;
    const QJsonObject object = unwrap(body.object(), names::companyWrapper);
    Company company;
    company.name = text(object, names::companyName);
    company.defaultLanguage = text(object, names::companyLanguage);
    company.endCallRedirectUrl = QUrl(text(object, names::companyEndCallRedirectUrl), QUrl::StrictMode);
    const QJsonValue timeout = first(object, names::companyRedirectTimeout);
    company.endCallRedirectTimeout = std::chrono::milliseconds(std::clamp(timeout.toInt(), 0, 60000));
    company.userDetailsProviderUrl = QUrl(text(object, names::companyDetailsProviderUrl), QUrl::StrictMode);
    company.defaultBackground = defaultBackground(object);
    return company;
}

std::optional<Theme> readTheme(const QJsonDocument &body)
{
    if (!body.isObject())
        return std::nullopt;
    const QJsonObject object = unwrap(body.object(), names::themeWrapper);
    const auto colours = [&object](const names::Field &mode) {
        const QJsonObject found = first(object, mode).toObject();
        return ThemeColours{text(found, names::themePrimary).toLower(), text(found, names::themeAccent).toLower()};
    };
    return Theme{colours(names::themeLight), colours(names::themeDark)};
}

std::optional<Backgrounds> readBackgrounds(const QJsonDocument &body)
{
    const QJsonObject object = unwrap(body.object(), names::backgroundsWrapper);
    const QJsonValue list = body.isArray() ? QJsonValue(body.array()) : first(object, names::listBackgrounds);
    if (!list.isArray())
        return std::nullopt;
    Backgrounds found;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue entry : entries) {
        if (const std::optional<Background> background = backgroundFrom(entry.toObject()))
            found.all.append(*background);
    }
    found.defaultAlias = defaultBackground(object).value_or(Background()).alias;
    return found;
}

std::optional<Background> readBackground(const QJsonDocument &body)
{
    return backgroundFrom(unwrap(body.object(), names::backgroundWrapper));
}

std::optional<AccessToken> readAccessToken(const QJsonDocument &body)
{
    const QJsonObject object = body.object();
    AccessToken token;
    token.token = text(object, names::token);
    token.expiresAt = date(object, names::tokenExpiresAt);
    token.userId = text(object, names::tokenUserId);
    if (token.token.isEmpty() || !token.expiresAt.isValid())
        return std::nullopt;
    return token;
}

std::optional<Page<Upload>> readUploadPage(const QJsonDocument &body)
{
    return readPage(body, names::listUploads, uploadFrom);
}

QString readUserId(const QJsonDocument &body)
{
    return text(unwrap(body.object(), names::userWrapper), names::userId);
}

void readError(const QJsonDocument &body, Error &error)
{
    const QJsonObject outer = body.object();
    const QJsonObject inner = unwrap(outer, names::errorWrapper);

    error.code = text(outer, names::errorCode);
    if (error.code.isEmpty())
        error.code = text(inner, names::errorCode);
    if (error.code.isEmpty())
        error.code = text(outer, names::errorName);
    if (error.code.isEmpty())
        error.code = text(inner, names::errorName);

    error.message = text(outer, names::errorMessage);
    if (error.message.isEmpty())
        error.message = text(inner, names::errorMessage);
    if (error.message.isEmpty())
        error.message = text(outer, names::errorWrapper);

    if (error.code == names::badKeyCode)
        error.kind = Error::Kind::Unauthorized;
}

QByteArray writeUser(const NewUser &user)
{
    QJsonObject object{{key(names::userId), user.id}, {key(names::userRole), toCode(user.role)}};
    if (user.language)
        object.insert(key(names::userLanguage), toCode(*user.language));
    return compactJson(object);
}

QByteArray writeRole(Role role)
{
    return compactJson(QJsonObject{{key(names::userRole), toCode(role)}});
}

QByteArray writeTokenRequest(const QString &userId, std::chrono::seconds lifetime)
{
    return compactJson(
        QJsonObject{{key(names::tokenUserId), userId}, {key(names::tokenLifetime), qint64(lifetime.count())}});
}

QByteArray writeAlias(const QString &alias)
{
    return compactJson(QJsonObject{{key(names::backgroundAlias), alias}});
}

QByteArray writeCompanyChange(const CompanyChange &change)
{
    QJsonObject object;
    if (change.name)
        object.insert(key(names::companyName), *change.name);
    if (change.defaultLanguage)
        object.insert(key(names::companyLanguage), *change.defaultLanguage);
    if (const std::optional<QUrl> &url = change.endCallRedirectUrl)
        object.insert(key(names::companyEndCallRedirectUrl),
                      url->isEmpty() ? QJsonValue() : QJsonValue(url->toString(QUrl::FullyEncoded)));
    if (change.endCallRedirectTimeout)
        object.insert(key(names::companyRedirectTimeout), qint64(change.endCallRedirectTimeout->count()));
    return compactJson(object);
}

QByteArray writeTheme(const Theme &theme)
{
    const auto colours = [](const ThemeColours &mode) {
        if (!mode.areSet())
            return QJsonValue();
        return QJsonValue(
            QJsonObject{{key(names::themePrimary), mode.primary}, {key(names::themeAccent), mode.accent}});
    };
    return compactJson(
        QJsonObject{{key(names::themeLight), colours(theme.light)}, {key(names::themeDark), colours(theme.dark)}});
}

QByteArray writeRoom(const RoomPlan &plan, const QString &correlationId)
{
    QJsonArray participants;
    for (const RoomPlan::Seat &seat : plan.seats)
        participants.append(QJsonObject{{key(names::seatUserId), seat.kaleyraUserId},
                                        {key(names::seatTools), toolsObject(seat.tools)}});

    QJsonObject object{{key(names::roomParticipants), participants},
                       {key(names::roomRecording), plan.recording},
                       {key(names::roomLive), plan.live},
                       {key(names::roomDescription), correlationId}};
    if (plan.longestDuration)
        object.insert(key(names::roomDuration), qint64(plan.longestDuration->count()));
    return compactJson(object);
}

} // namespace teleconsult::kaleyra
