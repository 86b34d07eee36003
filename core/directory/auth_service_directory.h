// People as the clinic's auth service knows them (reference/mia-auth0-client.md).
#pragma once

#include "core/directory/directory.h"
#include "core/http/http_client.h"

#include <QByteArrayList>

namespace teleconsult::directory {

/// Where the auth service is, and how it is asked.
struct AuthEndpoint
{
    QUrl baseUrl; ///< Without a trailing slash: `/users` is below it.
    /// Where a custom id is turned into the auth service's (CUSTOM_ID_USERS_API_ENDPOINT); nothing: ids are the auth
    /// service's own.
    std::optional<QUrl> customIds = {};
    QString customIdSource = QStringLiteral("_id");        ///< The field of a record there that holds a custom id,
    QString customIdTarget = QStringLiteral("authUserId"); ///< and the one that holds the auth service's.
    QByteArray clientTypeHeader = "client-type";           ///< Lower case.
    QByteArray defaultClientType = {};        ///< Sent when the request at hand brings none; empty: then none is.
    QByteArrayList headersToForward = {};     ///< Of the request at hand; lower case.
    std::chrono::milliseconds timeout{15000}; ///< For one try.
};

/// Looks people up over HTTP: all of them with one `GET /users?_q={"user_id":{"$in":[…]}}`, or several at once when
/// they are too many for one line. That the service takes this filter is inferred and not documented (§3), so when it
/// refuses it, or answers with somebody who was not asked for, this reads the whole list page by page instead, then and
/// from then on. Custom ids are turned into the service's before that, in the same way, by the CRUD-like endpoint.
///
/// Does not own the HttpClient, which must outlive it; HttpClient::shutDown() ends what is under way, and is to be
/// called while this still lives. Errors are those of HttpClient, and:
/// - Server: "refused" (what was asked, because of how the service is set up), "no_users" (there is no such list),
///   "too_many_users" (more than 100 pages), "ambiguous_id" (two records for one custom id).
/// - BadAnswer "not_a_list".
class AuthServiceDirectory final : public Directory
{
public:
    AuthServiceDirectory(http::HttpClient &http, AuthEndpoint endpoint);

    Task<People> find(QStringList externalIds, RequestContext context) override;

private:
    using Headers = QHash<QByteArray, QByteArray>;
    using Parameters = QList<std::pair<QLatin1String, QString>>;

    Headers headersFor(const RequestContext &context) const;
    Task<QList<QJsonObject>> list(QUrl resource, Parameters parameters, Headers headers);
    Task<QList<QJsonObject>> listUsers(Parameters parameters, Headers headers);
    Task<QList<QJsonObject>> listCustomIds(QJsonObject filter, Headers headers);

    Task<QHash<QString, QString>> authIdsOf(QStringList externalIds, Headers headers);
    Task<People> findAuthIds(QStringList ids, Headers headers);
    Task<People> findByFilter(QStringList ids, Headers headers);
    Task<People> findInWholeList(QStringList ids, Headers headers);

    http::HttpClient &m_http;
    AuthEndpoint m_endpoint;
    bool m_takesFilters = true; ///< As far as is known.
};

} // namespace teleconsult::directory
