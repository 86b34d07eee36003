#include "core/sandbox/rest_validation.h"

#include "core/domain/teleconsultation.h"
#include "core/sandbox/rest_names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <limits>

namespace teleconsult::sandbox {

namespace {

constexpr int minimumRoomDuration = 60; // Seconds (§2.3)
constexpr int minimumTokenLife = 360;   // Seconds (§2.6)
constexpr int maximumTokenLife = 86400;
constexpr int maximumRedirectTimeout = 60000; // Milliseconds (§2.7)
constexpr int maximumPageSize = 100;          // Inferred from v1 (§1.6)

tl::unexpected<Refusal> refuse(int status, const QString &code, const QString &message)
{
    return tl::unexpected<Refusal>({status, code, message});
}

tl::unexpected<Refusal> invalidField(const QString &field, const QString &rule)
{
    // The last part of the name is what the code is made of: participants[1].user_id → invalid_user_id.
    QString word = field.section(QLatin1Char('.'), -1);
    word = word.section(QLatin1Char('['), 0, 0);
    return refuse(422, QStringLiteral("invalid_") + word, QStringLiteral("%1 %2").arg(field, rule));
}

template <std::size_t Count>
bool isOneOf(const QLatin1String (&words)[Count], const QString &word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

Checked<void> onlyKnown(const QJsonObject &object, std::initializer_list<QLatin1String> known,
                        const QString &prefix = QString())
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (std::find(known.begin(), known.end(), entry.key()) == known.end())
            return refuse(422, QStringLiteral("unknown_field"),
                          QStringLiteral("%1%2 is not a field of this request").arg(prefix, entry.key()));
    }
    return {};
}

bool isLanguage(const QJsonValue &value)
{
    return value.isString() && isOneOf(languageCodes, value.toString());
}

bool isRole(const QJsonValue &value)
{
    return value == QJsonValue(QStringLiteral("basic")) || value == QJsonValue(QStringLiteral("plus"));
}

std::optional<int> toWholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > double(std::numeric_limits<int>::max()))
        return std::nullopt;
    return int(number);
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

Checked<UserInput> readUser(const QJsonObject &body)
{
    UserInput input;
    if (const QJsonValue role = body.value(fields::role); !role.isUndefined()) {
        if (!isRole(role))
            return refuse(422, QStringLiteral("role_validation_error"), QStringLiteral("role must be basic or plus"));
        input.role = role.toString();
    }
    if (const QJsonValue camera = body.value(fields::allowCamera); !camera.isUndefined()) {
        if (!camera.isBool())
            return invalidField(fields::allowCamera, QStringLiteral("must be a boolean"));
        input.allowCamera = camera.toBool();
    }
    if (const QJsonValue language = body.value(fields::language); !language.isUndefined()) {
        if (!isLanguage(language))
            return invalidField(fields::language, QStringLiteral("must be one of en, it, de, fr, pl"));
        input.language = language.toString();
    }
    return input;
}

Checked<QJsonObject> readTools(const QJsonValue &value, const QString &field)
{
    // Without the object everything is on, with it only what it says (§2.3).
    QJsonObject complete;
    for (const QLatin1String tool : toolNames)
        complete.insert(tool, value.isUndefined());
    if (value.isUndefined())
        return complete;
    if (!value.isObject())
        return invalidField(field, QStringLiteral("must be an object"));
    const QJsonObject given = value.toObject();
    for (auto entry = given.begin(); entry != given.end(); ++entry) {
        const QString name = field + QLatin1Char('.') + entry.key();
        if (!isOneOf(toolNames, entry.key()))
            return refuse(422, QStringLiteral("unknown_field"), name + QStringLiteral(" is not a tool"));
        const bool isRefined = entry.key() == fields::whiteboard && entry.value().isObject();
        if (!isRefined && !entry.value().isBool())
            return invalidField(name, QStringLiteral("must be a boolean"));
        const QJsonObject refined = entry.value().toObject();
        for (auto part = refined.begin(); part != refined.end(); ++part) {
            const QString partName = name + QLatin1Char('.') + part.key();
            if (!isOneOf(whiteboardToolNames, part.key()))
                return refuse(422, QStringLiteral("unknown_field"), partName + QStringLiteral(" is not a tool"));
            if (!part.value().isBool())
                return invalidField(partName, QStringLiteral("must be a boolean"));
        }
        complete.insert(entry.key(), entry.value());
    }
    return complete;
}

Checked<Seat> readSeat(const QJsonValue &value, const QString &field, const State &state)
{
    if (!value.isObject())
        return invalidField(field, QStringLiteral("must be an object"));
    const QJsonObject object = value.toObject();
    if (Checked<void> known =
            onlyKnown(object, {fields::userId, fields::isAdmin, fields::tools}, field + QLatin1Char('.'));
        !known)
        return tl::unexpected(known.error());
    Seat seat;
    const QString idField = field + QLatin1Char('.') + fields::userId;
    if (!object.value(fields::userId).isString())
        return invalidField(idField, QStringLiteral("must be a string"));
    seat.userId = object.value(fields::userId).toString();
    if (!state.user(seat.userId))
        return refuse(400, QStringLiteral("invalid_user_id"), idField + QStringLiteral(" is no user of the company"));
    const QJsonValue isAdmin = object.value(fields::isAdmin);
    if (!isAdmin.isUndefined() && !isAdmin.isBool())
        return invalidField(field + QLatin1Char('.') + fields::isAdmin, QStringLiteral("must be a boolean"));
    seat.isAdmin = isAdmin.toBool();
    Checked<QJsonObject> tools = readTools(object.value(fields::tools), field + QLatin1Char('.') + fields::tools);
    if (!tools)
        return tl::unexpected(tools.error());
    seat.tools = *tools;
    return seat;
}

Checked<QList<Seat>> readSeats(const QJsonValue &value, const State &state)
{
    if (!value.isArray())
        return invalidField(fields::participants, QStringLiteral("must be an array"));
    const QJsonArray array = value.toArray();
    if (array.size() < minimumParticipants || array.size() > maximumParticipants)
        return invalidField(fields::participants, QStringLiteral("must be 2 to 25"));
    QList<Seat> seats;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString field = QStringLiteral("%1[%2]").arg(fields::participants).arg(i);
        Checked<Seat> seat = readSeat(array.at(i), field, state);
        if (!seat)
            return tl::unexpected(seat.error());
        const bool isTwice =
            std::any_of(seats.begin(), seats.end(), [&](const Seat &other) { return other.userId == seat->userId; });
        if (isTwice)
            return invalidField(field, QStringLiteral("is a participant twice"));
        seats.append(*seat);
    }
    const bool hasPlus = std::any_of(seats.begin(), seats.end(), [&](const Seat &seat) {
        return state.user(seat.userId)->role == QLatin1String("plus");
    });
    if (!hasPlus)
        return refuse(422, QStringLiteral("no_plus_user"), QStringLiteral("participants must include a plus user"));
    return seats;
}

Checked<bool> readFlag(const QJsonObject &body, QLatin1String field)
{
    const QJsonValue value = body.value(field);
    if (!value.isUndefined() && !value.isBool())
        return invalidField(field, QStringLiteral("must be a boolean"));
    return value.toBool();
}

Checked<QString> readWord(const QJsonObject &body, QLatin1String field, const QStringList &words)
{
    const QJsonValue value = body.value(field);
    if (value.isUndefined())
        return words.first();
    if (!value.isString() || !words.contains(value.toString()))
        return invalidField(field, QStringLiteral("must be one of ") + words.join(QStringLiteral(", ")));
    return value.toString();
}

Checked<QString> readAddressOrNull(const QJsonValue &value, QLatin1String field)
{
    if (value.isNull())
        return QString();
    if (!value.isString() || !isWebAddress(value.toString()))
        return invalidField(field, QStringLiteral("must be a URL or null"));
    return value.toString();
}

Checked<ThemeColours> readColours(const QJsonValue &value, QLatin1String mode)
{
    static const QRegularExpression colour(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
    if (value.isNull())
        return ThemeColours();
    if (!value.isObject())
        return refuse(422, QStringLiteral("invalid_theme_color"), mode + QStringLiteral(" must be an object or null"));
    const QJsonObject object = value.toObject();
    if (Checked<void> known = onlyKnown(object, {fields::primaryColor, fields::accentColor}, mode + QLatin1Char('.'));
        !known)
        return tl::unexpected(known.error());
    for (const QLatin1String field : {fields::primaryColor, fields::accentColor}) {
        const QJsonValue given = object.value(field);
        if (!given.isUndefined() && !colour.match(given.toString()).hasMatch())
            return refuse(422, QStringLiteral("invalid_theme_color"),
                          QStringLiteral("%1.%2 must be #RRGGBB").arg(mode, field));
    }
    return ThemeColours{object.value(fields::primaryColor).toString(), object.value(fields::accentColor).toString()};
}

} // namespace

Checked<QJsonObject> readObject(const HttpRequest &request)
{
    if (request.body.isEmpty() && request.parts.isEmpty())
        return QJsonObject();
    if (request.contentType.split(';').first().trimmed().toLower() != "application/json")
        return refuse(415, QStringLiteral("unsupported_media_type"),
                      QStringLiteral("The body must be application/json."));
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refuse(400, QStringLiteral("invalid_json"), QStringLiteral("The body must be a JSON object."));
    return document.object();
}

Checked<UserInput> readNewUser(const QJsonObject &body)
{
    static const QRegularExpression wellFormed(QStringLiteral("^[A-Za-z0-9._-]{1,128}$"));
    if (Checked<void> known = onlyKnown(body, {fields::id, fields::role, fields::allowCamera, fields::language});
        !known)
        return tl::unexpected(known.error());
    if (!body.contains(fields::role))
        return refuse(422, QStringLiteral("role_validation_error"), QStringLiteral("role is required"));
    Checked<UserInput> input = readUser(body);
    const QJsonValue id = body.value(fields::id);
    if (!input || id.isUndefined())
        return input;
    // "$" would let a final line break pass.
    if (!id.isString() || id.toString().endsWith(QLatin1Char('\n')) || !wellFormed.match(id.toString()).hasMatch())
        return refuse(422, QStringLiteral("invalid_user_id"),
                      QStringLiteral("id must be 1 to 128 characters of A-Z a-z 0-9 . _ -"));
    input->id = id.toString();
    return input;
}

Checked<UserInput> readUserChange(const QJsonObject &body)
{
    if (Checked<void> known = onlyKnown(body, {fields::role, fields::allowCamera, fields::language}); !known)
        return tl::unexpected(known.error());
    return readUser(body);
}

Checked<Room> readNewRoom(const QJsonObject &body, const State &state)
{
    if (Checked<void> known =
            onlyKnown(body, {fields::participants, fields::recording, fields::duration, fields::callType, fields::live,
                             fields::description, fields::offlineTranscription});
        !known)
        return tl::unexpected(known.error());
    const Checked<QList<Seat>> seats = readSeats(body.value(fields::participants), state);
    if (!seats)
        return tl::unexpected(seats.error());
    const Checked<QString> recording = readWord(
        body, fields::recording, {QStringLiteral("none"), QStringLiteral("manual"), QStringLiteral("automatic")});
    if (!recording)
        return tl::unexpected(recording.error());
    const Checked<QString> callType =
        readWord(body, fields::callType,
                 {QStringLiteral("audio_video"), QStringLiteral("audio_upgradable"), QStringLiteral("audio_only")});
    if (!callType)
        return tl::unexpected(callType.error());
    const Checked<bool> live = readFlag(body, fields::live);
    if (!live)
        return tl::unexpected(live.error());
    const Checked<bool> transcription = readFlag(body, fields::offlineTranscription);
    if (!transcription)
        return tl::unexpected(transcription.error());
    if (*transcription)
        return invalidField(fields::offlineTranscription, QStringLiteral("is not enabled for this company"));
    const QJsonValue description = body.value(fields::description);
    if (!description.isUndefined() && !description.isString())
        return invalidField(fields::description, QStringLiteral("must be a string"));
    Room room;
    if (const QJsonValue duration = body.value(fields::duration); !duration.isUndefined()) {
        const std::optional<int> seconds = toWholeNumber(duration);
        if (!seconds || *seconds < minimumRoomDuration)
            return invalidField(fields::duration, QStringLiteral("must be a whole number of seconds, at least 60"));
        room.durationMs = qint64(*seconds) * 1000;
    }
    room.seats = *seats;
    room.recording = *recording;
    room.callType = *callType;
    room.live = *live;
    room.description = description.toString();
    return room;
}

Checked<CompanyInput> readCompanyChange(const QJsonObject &body, const State &state)
{
    static const QRegularExpression goodName(QStringLiteral("^[\\p{L}\\p{N} #&@’'.,?!]{1,100}$"));
    if (Checked<void> known =
            onlyKnown(body, {fields::name, fields::defaultLanguage, fields::backgroundAlias, fields::endCallRedirectUrl,
                             fields::endCallRedirectTimeoutMs, fields::userDetailsProviderUrl});
        !known)
        return tl::unexpected(known.error());
    CompanyInput input;
    if (const QJsonValue name = body.value(fields::name); !name.isUndefined()) {
        if (!name.isString() || !goodName.match(name.toString()).hasMatch())
            return refuse(422, QStringLiteral("invalid_company_name"),
                          QStringLiteral("name holds a character that is not allowed"));
        input.name = name.toString();
    }
    if (const QJsonValue language = body.value(fields::defaultLanguage); !language.isUndefined()) {
        if (!isLanguage(language))
            return refuse(422, QStringLiteral("invalid_language"),
                          QStringLiteral("default_language must be one of en, it, de, fr, pl"));
        input.defaultLanguage = language.toString();
    }
    if (const QJsonValue alias = body.value(fields::backgroundAlias); !alias.isUndefined()) {
        if (!alias.isNull() && !state.background(alias.toString()))
            return invalidField(fields::backgroundAlias, QStringLiteral("is no background of the company"));
        input.backgroundAlias = alias.toString();
    }
    if (const QJsonValue url = body.value(fields::endCallRedirectUrl); !url.isUndefined()) {
        const Checked<QString> address = readAddressOrNull(url, fields::endCallRedirectUrl);
        if (!address)
            return tl::unexpected(address.error());
        input.endCallRedirectUrl = *address;
    }
    if (const QJsonValue timeout = body.value(fields::endCallRedirectTimeoutMs); !timeout.isUndefined()) {
        input.endCallRedirectTimeoutMs = toWholeNumber(timeout);
        if (!input.endCallRedirectTimeoutMs || *input.endCallRedirectTimeoutMs < 0 ||
            *input.endCallRedirectTimeoutMs > maximumRedirectTimeout)
            return invalidField(fields::endCallRedirectTimeoutMs, QStringLiteral("must be 0 to 60000"));
    }
    if (const QJsonValue url = body.value(fields::userDetailsProviderUrl); !url.isUndefined()) {
        const Checked<QString> address = readAddressOrNull(url, fields::userDetailsProviderUrl);
        if (!address)
            return tl::unexpected(address.error());
        input.userDetailsProviderUrl = *address;
    }
    return input;
}

Checked<ThemeInput> readThemeChange(const QJsonObject &body)
{
    if (Checked<void> known = onlyKnown(body, {fields::light, fields::dark}); !known)
        return tl::unexpected(known.error());
    if (body.isEmpty())
        return refuse(422, QStringLiteral("missing_theme"), QStringLiteral("light or dark is required"));
    ThemeInput input;
    for (const QLatin1String mode : {fields::light, fields::dark}) {
        if (!body.contains(mode))
            continue;
        const Checked<ThemeColours> colours = readColours(body.value(mode), mode);
        if (!colours)
            return tl::unexpected(colours.error());
        (mode == fields::light ? input.light : input.dark) = *colours;
    }
    return input;
}

Checked<CredentialsInput> readCredentials(const QJsonObject &body)
{
    if (Checked<void> known = onlyKnown(body, {fields::userId, fields::expiresIn}); !known)
        return tl::unexpected(known.error());
    CredentialsInput input;
    if (!body.value(fields::userId).isString())
        return invalidField(fields::userId, QStringLiteral("must be a string"));
    input.userId = body.value(fields::userId).toString();
    if (const QJsonValue expiresIn = body.value(fields::expiresIn); !expiresIn.isUndefined()) {
        const std::optional<int> seconds = toWholeNumber(expiresIn);
        if (!seconds || *seconds < minimumTokenLife || *seconds > maximumTokenLife)
            return invalidField(fields::expiresIn, QStringLiteral("must be 360 to 86400"));
        input.expiresIn = *seconds;
    }
    return input;
}

Checked<QString> readBackgroundAlias(const QJsonObject &body)
{
    if (Checked<void> known = onlyKnown(body, {fields::backgroundAlias}); !known)
        return tl::unexpected(known.error());
    if (!body.value(fields::backgroundAlias).isString())
        return refuse(400, QStringLiteral("error_background_alias"),
                      QStringLiteral("background_alias must be a string"));
    return body.value(fields::backgroundAlias).toString();
}

Checked<PageInput> readPage(const QUrlQuery &query)
{
    PageInput page;
    if (query.hasQueryItem(fields::offset)) {
        bool ok = false;
        page.offset = query.queryItemValue(fields::offset).toInt(&ok);
        if (!ok || page.offset < 0)
            return invalidField(fields::offset, QStringLiteral("must be 0 or more"));
    }
    if (query.hasQueryItem(fields::limit)) {
        bool ok = false;
        page.limit = query.queryItemValue(fields::limit).toInt(&ok);
        if (!ok || page.limit < 1 || page.limit > maximumPageSize)
            return invalidField(fields::limit, QStringLiteral("must be 1 to 100"));
    }
    return page;
}

} // namespace teleconsult::sandbox
