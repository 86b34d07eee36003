// Whether the body or the query of a request is one the API takes. Pure functions.
#pragma once

#include "core/sandbox/company_state.h"
#include "core/sandbox/http_message.h"
#include "core/sandbox/rest_names.h"

#include <tl/expected.hpp>

#include <optional>

namespace teleconsult::sandbox {

template <typename T>
using Checked = tl::expected<T, Refusal>;

/// A user to create or to change; what is not given is empty.
struct UserInput
{
    std::optional<QString> id;
    std::optional<QString> role;
    std::optional<bool> allowCamera;
    std::optional<QString> language;
};

/// What company/PUT may change; a field that is present and null is set to empty.
struct CompanyInput
{
    std::optional<QString> name;
    std::optional<QString> defaultLanguage;
    std::optional<QString> backgroundAlias;
    std::optional<QString> endCallRedirectUrl;
    std::optional<int> endCallRedirectTimeoutMs;
    std::optional<QString> userDetailsProviderUrl;
};

/// The colours that a request sets; nothing: they stay.
struct ThemeInput
{
    std::optional<ThemeColours> light;
    std::optional<ThemeColours> dark;
};

/// For whom a token is asked for, and for how long.
struct CredentialsInput
{
    QString userId;
    int expiresIn = 3600; ///< Seconds
};

/// Which part of a list is asked for: `offset` ≥ 0, `limit` 1–100.
struct PageInput
{
    int offset = 0;
    int limit = 20;
};

/// Which uploads to list; what is not given is empty.
struct UploadFilter
{
    std::optional<QString> roomId;
    std::optional<QString> type;

    bool takes(const Upload &upload) const;
};

/// A JSON object of content type application/json; no body at all is an empty object.
Checked<QJsonObject> readObject(const HttpRequest &request);

Checked<UserInput> readNewUser(const QJsonObject &body);
Checked<UserInput> readUserChange(const QJsonObject &body);
/// A room without id, tokens and date. `state` tells which users exist.
Checked<Room> readNewRoom(const QJsonObject &body, const State &state);
Checked<CompanyInput> readCompanyChange(const QJsonObject &body, const State &state);
Checked<ThemeInput> readThemeChange(const QJsonObject &body);
Checked<CredentialsInput> readCredentials(const QJsonObject &body);
Checked<QString> readBackgroundAlias(const QJsonObject &body);
/// Refuses a parameter that the operation does not have (§1.6, §2.5), or that is there twice. Kaleyra's lists of
/// version 2 are said to have more filters, whose names are not known: to answer as if one had not been there would be
/// wrong.
Checked<void> onlyKnownParameters(const QUrlQuery &query, Operation operation);
Checked<PageInput> readPage(const QUrlQuery &query);
Checked<UploadFilter> readUploadFilter(const QUrlQuery &query);

} // namespace teleconsult::sandbox
