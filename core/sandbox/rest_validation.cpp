#include "core/sandbox/rest_validation.h"

#include "core/domain/json.h"
#include "core/domain/web_address.h"
#include "core/sandbox/rest_names.h"
#include "core/sandbox/validation_rules.h"

#include <QJsonDocument>

namespace teleconsult::sandbox {

namespace {

constexpr int shortestTokenLife = 360; // Seconds (§2.6)
constexpr int longestTokenLife = 86400;
constexpr int longestRedirectTimeout = 60000; // Milliseconds (§2.7)
constexpr int maximumPageSize = 100;          // Inferred from v1 (§1.6)

bool isLanguage(const QJsonValue &value)
{
    return value.isString() && isOneOf(languageCodes, value.toString());
}

bool isRole(const QJsonValue &value)
{
    return value == QJsonValue(QStringLiteral("basic")) || value == QJsonValue(QStringLiteral("plus"));
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

Checked<QString> readAddressOrNull(const QJsonValue &value, QLatin1String field)
{
    if (value.isNull())
        return QString();
    if (!value.isString() || !isWebAddress(QUrl(value.toString(), QUrl::StrictMode)))
        return invalidField(field, QStringLiteral("must be a URL or null"));
    return value.toString();
}

Checked<ThemeColours> readColours(const QJsonValue &value, QLatin1String mode)
{
    static const QRegularExpression colour = whole(QStringLiteral("#[0-9A-Fa-f]{6}"));
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
        // Null stands where a colour is not set, in our answers too.
        if (!given.isUndefined() && !given.isNull() && !colour.match(given.toString()).hasMatch())
            return refuse(422, QStringLiteral("invalid_theme_color"),
                          QStringLiteral("%1.%2 must be #RRGGBB or null").arg(mode, field));
    }
    return ThemeColours{object.value(fields::primaryColor).toString(), object.value(fields::accentColor).toString()};
}

} // namespace

Checked<QJsonObject> readObject(const HttpRequest &request)
{
    if (request.body.isEmpty() && request.parts.isEmpty())
        return QJsonObject();
    if (!request.isJson())
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
    static const QRegularExpression wellFormed = whole(QStringLiteral("[A-Za-z0-9._-]{1,128}"));
    if (Checked<void> known = onlyKnown(body, {fields::id, fields::role, fields::allowCamera, fields::language});
        !known)
        return tl::unexpected(known.error());
    if (!body.contains(fields::role))
        return refuse(422, QStringLiteral("role_validation_error"), QStringLiteral("role is required"));
    Checked<UserInput> input = readUser(body);
    const QJsonValue id = body.value(fields::id);
    if (!input || id.isUndefined())
        return input;
    if (!id.isString() || !wellFormed.match(id.toString()).hasMatch())
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

Checked<CompanyInput> readCompanyChange(const QJsonObject &body, const State &state)
{
    static const QRegularExpression goodName = whole(QStringLiteral("[\\p{L}\\p{N} #&@’'.,?!]{1,100}"));
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
            *input.endCallRedirectTimeoutMs > longestRedirectTimeout)
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
        if (!seconds || *seconds < shortestTokenLife || *seconds > longestTokenLife)
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

Checked<void> onlyKnownParameters(const QUrlQuery &query, Operation operation)
{
    const bool isOfUploads = operation == Operation::ListUploads;
    const bool isList = isOfUploads || operation == Operation::ListUsers || operation == Operation::ListRooms;
    QStringList known;
    if (isList)
        known << fields::offset << fields::limit;
    if (isOfUploads)
        known << fields::roomId << fields::uploadType;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (!known.contains(name))
            return refuse(422, QStringLiteral("unknown_parameter"),
                          name + QStringLiteral(" is not a parameter of this request"));
        if (query.allQueryItemValues(name).size() > 1)
            return refuse(422, QStringLiteral("repeated_parameter"), name + QStringLiteral(" is given twice"));
    }
    return {};
}

bool UploadFilter::takes(const Upload &upload) const
{
    return (!roomId || upload.roomId == *roomId) && (!type || upload.type == *type);
}

Checked<UploadFilter> readUploadFilter(const QUrlQuery &query)
{
    UploadFilter filter;
    if (query.hasQueryItem(fields::roomId))
        filter.roomId = query.queryItemValue(fields::roomId, QUrl::FullyDecoded);
    if (query.hasQueryItem(fields::uploadType)) {
        filter.type = query.queryItemValue(fields::uploadType, QUrl::FullyDecoded);
        if (!isOneOf(uploadTypes, *filter.type))
            return invalidField(fields::uploadType, QStringLiteral("must be one of file_upload, generic, snapshot"));
    }
    return filter;
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
