#include "tests/support/auth_service_double.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace teleconsult::test {

namespace {

constexpr int defaultPage = 25;
constexpr int maximumPageSize = 100;

QJsonObject filterOf(const ScriptedServer::Request &request)
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    const QString text = query.queryItemValue(QStringLiteral("_q"), QUrl::FullyDecoded);
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// A whole number that is at least `least`; nothing: it is none.
std::optional<int> numberOf(const QUrlQuery &query, const QString &name, int least, int otherwise)
{
    if (!query.hasQueryItem(name))
        return otherwise;
    bool isNumber = false;
    const int number = query.queryItemValue(name).toInt(&isNumber);
    return isNumber && number >= least ? std::optional(number) : std::nullopt;
}

/// The ids of the one filter it takes.
std::optional<QJsonArray> wantedIds(const QJsonObject &filter)
{
    const QJsonObject condition = filter.value(QStringLiteral("user_id")).toObject();
    const QJsonValue ids = condition.value(QStringLiteral("$in"));
    if (filter.size() != 1 || condition.size() != 1 || !ids.isArray() || ids.toArray().isEmpty())
        return std::nullopt;
    return ids.toArray();
}

ScriptedServer::Answer refusal(int status)
{
    const QJsonObject body{{QStringLiteral("statusCode"), status}, {QStringLiteral("message"), QStringLiteral("no")}};
    return {.status = status, .body = QJsonDocument(body).toJson()};
}

} // namespace

AuthServiceDouble::AuthServiceDouble()
{
    m_server.handleRest([this](const ScriptedServer::Request &request) { return answer(request); });
}

void AuthServiceDouble::setFilters(Filters filters)
{
    const std::lock_guard lock(m_mutex);
    m_filters = filters;
}

void AuthServiceDouble::setSkip(Skip skip)
{
    const std::lock_guard lock(m_mutex);
    m_skip = skip;
}

void AuthServiceDouble::setClientType(const QByteArray &type)
{
    const std::lock_guard lock(m_mutex);
    m_clientType = type;
}

void AuthServiceDouble::add(const QString &id, const QString &name, const QStringList &groups)
{
    add({{QStringLiteral("user_id"), id},
         {QStringLiteral("name"), name},
         {QStringLiteral("app_metadata"),
          QJsonObject{{QStringLiteral("groups"), QJsonArray::fromStringList(groups)}}}});
}

void AuthServiceDouble::add(const QJsonObject &user)
{
    const std::lock_guard lock(m_mutex);
    m_users.append(user);
}

void AuthServiceDouble::fail(const QList<ScriptedServer::Answer> &answers)
{
    const std::lock_guard lock(m_mutex);
    m_faults << answers;
}

QList<QJsonObject> AuthServiceDouble::filters() const
{
    QList<QJsonObject> all;
    const QList<ScriptedServer::Request> requests = m_server.requests();
    for (const ScriptedServer::Request &request : requests)
        all << filterOf(request);
    return all;
}

ScriptedServer::Answer AuthServiceDouble::answer(const ScriptedServer::Request &request)
{
    const std::lock_guard lock(m_mutex);
    if (!m_faults.isEmpty())
        return m_faults.takeFirst();
    if (request.method != "GET" || request.path != "/users")
        return refusal(404);
    if (!m_clientType.isEmpty() && request.headers.value("client-type") != m_clientType)
        return refusal(401);
    const std::optional<QJsonArray> users = listed(request);
    return users ? ScriptedServer::Answer{.body = QJsonDocument(*users).toJson()} : refusal(400);
}

std::optional<QJsonArray> AuthServiceDouble::listed(const ScriptedServer::Request &request) const
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    const std::optional<int> size = numberOf(query, QStringLiteral("_l"), 1, defaultPage);
    const std::optional<int> skip = numberOf(query, QStringLiteral("_sk"), 0, 0);
    if (!size || *size > maximumPageSize || !skip)
        return std::nullopt;

    QJsonArray passing = m_users;
    if (query.hasQueryItem(QStringLiteral("_q")) && m_filters != Filters::Ignored) {
        const std::optional<QJsonArray> ids = wantedIds(filterOf(request));
        if (!ids || m_filters == Filters::Refused)
            return std::nullopt;
        passing = {};
        for (const QJsonValue user : m_users) {
            if (ids->contains(user[QStringLiteral("user_id")]))
                passing.append(user);
        }
    }
    qsizetype first = *skip;
    if (m_skip == Skip::Pages)
        first *= *size;
    else if (m_skip == Skip::UsersInWholePages)
        first -= first % *size;
    QJsonArray page;
    for (qsizetype i = first; i < passing.size() && i < first + *size; ++i)
        page.append(passing.at(i));
    return page;
}

} // namespace teleconsult::test
