#include "core/directory/auth_service_directory.h"

#include "core/directory/auth_user.h"
#include "core/domain/json.h"
#include "core/http/query.h"

#include <QJsonArray>
#include <QLoggingCategory>
#include <QSet>

namespace teleconsult::directory {

namespace {

Q_LOGGING_CATEGORY(lcDirectory, "teleconsult.directory")

/// Auth0's largest page.
constexpr int pageSize = 100;
/// Auth0 lists no more than a thousand users; another service may have more, and one that repeats itself has no end.
constexpr int maximumPages = 100;

const QString userId = QStringLiteral("user_id");

/// The values of a filter for any of them.
QJsonArray valuesOf(const QJsonObject &filter)
{
    return filter.begin().value().toObject().begin().value().toArray();
}

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Invalid || error.httpStatus == 501;
}

/// Nothing that the person who asked can mend.
Error ofThePeer(Error error)
{
    if (isNotFound(error))
        error.code = QStringLiteral("no_users");
    else if (error.kind == Error::Kind::Invalid)
        error.code = QStringLiteral("refused");
    else
        return error;
    error.kind = Error::Kind::Server;
    return error;
}

Error filterIgnored()
{
    return makeError(Error::Kind::Server, QStringLiteral("filter_ignored"));
}

bool lacksFilters(const Error &error)
{
    return isRefusal(error) || error.code == filterIgnored().code;
}

} // namespace

AuthServiceDirectory::AuthServiceDirectory(http::HttpClient &http, AuthEndpoint endpoint)
    : m_http(http), m_endpoint(std::move(endpoint))
{}

AuthServiceDirectory::Headers AuthServiceDirectory::headersFor(const RequestContext &context) const
{
    Headers headers = context.only(m_endpoint.headersToForward);
    if (!headers.contains(m_endpoint.clientTypeHeader) && !m_endpoint.defaultClientType.isEmpty())
        headers.insert(m_endpoint.clientTypeHeader, m_endpoint.defaultClientType);
    return headers;
}

Task<People> AuthServiceDirectory::find(QStringList externalIds, RequestContext context)
{
    externalIds.removeDuplicates();
    if (externalIds.isEmpty())
        co_return People();
    const Headers headers = headersFor(context);
    Result<QHash<QString, QString>> authIds = co_await authIdsOf(externalIds, headers);
    if (!authIds)
        co_return failure(ofThePeer(authIds.error()));
    QStringList wanted = authIds->values();
    wanted.removeDuplicates();
    Result<People> known = co_await findAuthIds(wanted, headers);
    if (!known)
        co_return failure(ofThePeer(known.error()));
    People found;
    for (const QString &externalId : std::as_const(externalIds)) {
        const auto person = known->constFind(authIds->value(externalId));
        if (person != known->constEnd())
            found.insert(externalId, *person);
    }
    co_return found;
}

Task<QList<QJsonObject>> AuthServiceDirectory::list(QUrl resource, Parameters parameters, Headers headers)
{
    http::Request request;
    request.url = resource;
    request.url.setQuery(http::encodedQuery(parameters), QUrl::StrictMode);
    request.headers = headers;
    request.timeout = m_endpoint.timeout;
    request.expects = isRefusal;
    Result<QJsonDocument> answer = co_await m_http.sendJson(request);
    if (!answer)
        co_return failure(answer.error());
    if (!answer->isArray())
        co_return failure(makeError(Error::Kind::BadAnswer, QStringLiteral("not_a_list")));
    QList<QJsonObject> entries;
    const QJsonArray given = answer->array();
    for (const QJsonValue entry : given) {
        // Left out, it would make somebody unknown, which is told as the client's mistake.
        if (!entry.isObject())
            co_return failure(makeError(Error::Kind::BadAnswer, QStringLiteral("not_a_list")));
        entries << entry.toObject();
    }
    co_return entries;
}

Task<QList<QJsonObject>> AuthServiceDirectory::listUsers(Parameters parameters, Headers headers)
{
    QUrl users = m_endpoint.baseUrl;
    users.setPath(users.path(QUrl::FullyEncoded) + QStringLiteral("/users"), QUrl::StrictMode);
    Result<QList<QJsonObject>> entries = co_await list(users, parameters, headers);
    co_return entries;
}

// --- By filter ---

Task<People> AuthServiceDirectory::findAuthIds(QStringList ids, Headers headers)
{
    if (ids.isEmpty())
        co_return People();
    if (m_takesFilters) {
        Result<People> found = co_await findByFilter(ids, headers);
        if (found || !lacksFilters(found.error()))
            co_return found;
        m_takesFilters = false;
        qCInfo(lcDirectory) << "the auth service does not filter its list of users, which is read as a whole now";
    }
    Result<People> found = co_await findInWholeList(ids, headers);
    co_return found;
}

Task<People> AuthServiceDirectory::findByFilter(QStringList ids, Headers headers)
{
    std::vector<Task<QList<QJsonObject>>> listing;
    const QList<QJsonObject> filters = http::filtersForAny(userId, ids);
    for (const QJsonObject &filter : filters) {
        Parameters parameters;
        parameters.emplaceBack("_q", QString::fromUtf8(compactJson(filter)));
        parameters.emplaceBack("_l", QString::number(valuesOf(filter).size()));
        listing.push_back(listUsers(parameters, headers));
    }
    Result<QList<QList<QJsonObject>>> pages = co_await whenAll(std::move(listing));
    if (!pages)
        co_return failure(pages.error());
    People found;
    for (const QList<QJsonObject> &page : std::as_const(*pages)) {
        for (const QJsonObject &entry : page) {
            const AuthUser user = readAuthUser(entry);
            if (!ids.contains(user.id))
                co_return failure(filterIgnored());
            found.insert(user.id, user.person);
        }
    }
    co_return found;
}

// --- In the whole list ---

/// What `_sk` counts is not written: users, or pages, or users rounded down to whole pages. The second request tells:
/// with `_sk=1`, pages bring nobody twice.
Task<People> AuthServiceDirectory::findInWholeList(QStringList ids, Headers headers)
{
    People found;
    QSet<QString> seen;
    qsizetype skip = 0;
    qsizetype step = 1;
    for (int page = 0; page < maximumPages; ++page) {
        Parameters parameters;
        parameters.emplaceBack("_l", QString::number(pageSize));
        parameters.emplaceBack("_sk", page == 0 ? QString() : QString::number(skip));
        Result<QList<QJsonObject>> entries = co_await listUsers(parameters, headers);
        if (!entries)
            co_return failure(entries.error());
        qsizetype repeated = 0;
        for (const QJsonObject &entry : std::as_const(*entries)) {
            const AuthUser user = readAuthUser(entry);
            if (seen.contains(user.id))
                ++repeated;
            seen.insert(user.id);
            if (ids.contains(user.id))
                found.insert(user.id, user.person);
        }
        const bool nobodyNew = repeated == entries->size();
        if (found.size() == ids.size() || entries->isEmpty() || (nobodyNew && page != 1))
            co_return found;
        if (page == 0)
            step = entries->size();
        else if (page == 1)
            step = repeated == 0 ? 1 : step;
        // After the second one: to the next page, or to the first user that was not in the first.
        skip = page == 0 ? 1 : page == 1 && step > 1 ? step : skip + step;
    }
    co_return failure(makeError(Error::Kind::Server, QStringLiteral("too_many_users")));
}

// --- Custom ids ---

/// The auth service's ids by custom id; those nobody has are absent.
Task<QHash<QString, QString>> AuthServiceDirectory::authIdsOf(QStringList externalIds, Headers headers)
{
    QHash<QString, QString> authIds;
    if (!m_endpoint.customIds) {
        for (const QString &id : std::as_const(externalIds))
            authIds.insert(id, id);
        co_return authIds;
    }
    std::vector<Task<QList<QJsonObject>>> listing;
    const QList<QJsonObject> filters = http::filtersForAny(m_endpoint.customIdSource, externalIds);
    for (const QJsonObject &filter : filters)
        listing.push_back(listCustomIds(filter, headers));
    Result<QList<QList<QJsonObject>>> pages = co_await whenAll(std::move(listing));
    if (!pages)
        co_return failure(pages.error());
    for (const QList<QJsonObject> &page : std::as_const(*pages)) {
        for (const QJsonObject &entry : page) {
            const QString externalId = entry.value(m_endpoint.customIdSource).toString();
            const QString authId = entry.value(m_endpoint.customIdTarget).toString();
            if (!externalIds.contains(externalId) || authId.isEmpty())
                continue;
            if (authIds.value(externalId, authId) != authId)
                co_return failure(makeError(Error::Kind::Server, QStringLiteral("ambiguous_id")));
            authIds.insert(externalId, authId);
        }
    }
    co_return authIds;
}

/// An id that cannot be one (an `_id` that is no ObjectId) makes the endpoint refuse all of them with 400
/// (reference/crud-service-transcript.md, 24): each is asked for alone then, and who is still refused is nobody. Any
/// other refusal is the endpoint's own trouble.
Task<QList<QJsonObject>> AuthServiceDirectory::listCustomIds(QJsonObject filter, Headers headers)
{
    Parameters parameters;
    parameters.emplaceBack("_q", QString::fromUtf8(compactJson(filter)));
    parameters.emplaceBack("_p", m_endpoint.customIdSource + QLatin1Char(',') + m_endpoint.customIdTarget);
    parameters.emplaceBack("_l", QString::number(2 * pageSize));
    Result<QList<QJsonObject>> entries = co_await list(*m_endpoint.customIds, parameters, headers);
    constexpr int badRequest = 400;
    if (entries || entries.error().httpStatus != badRequest)
        co_return entries;
    QList<QJsonObject> all;
    const QJsonArray values = valuesOf(filter);
    if (values.size() == 1)
        co_return all;
    std::vector<Task<QList<QJsonObject>>> listing;
    for (const QJsonValue value : values)
        listing.push_back(listCustomIds(
            http::filtersForAny(m_endpoint.customIdSource, QStringList(value.toString())).first(), headers));
    Result<QList<QList<QJsonObject>>> each = co_await whenAll(std::move(listing));
    if (!each)
        co_return failure(each.error());
    for (const QList<QJsonObject> &page : std::as_const(*each))
        all << page;
    co_return all;
}

} // namespace teleconsult::directory
