// A double of the auth service, as strict as its few documented facts allow (reference/mia-auth0-client.md §3, §4).
#pragma once

#include "tests/support/scripted_server.h"

#include <QJsonArray>
#include <QJsonObject>

#include <mutex>
#include <optional>

namespace teleconsult::test {

/// Lists its users at `GET /users`, over real HTTP. What it is asked otherwise than it is set to understand, or has
/// nothing to do with that list, gets 400 or 404; a client type that it does not know 401. Every method may be called
/// from any thread.
class AuthServiceDouble
{
public:
    enum class Filters {
        Applied, ///< `_q` with `user_id` and `$in`, and no other.
        Refused, ///< 400.
        Ignored, ///< As if there were none.
    };
    /// What `_sk` counts, which is written nowhere.
    enum class Skip { Users, Pages, UsersInWholePages };

    AuthServiceDouble();

    ScriptedServer &server() { return m_server; }

    void setFilters(Filters filters);
    void setSkip(Skip skip);
    /// Without this no client type is needed.
    void setClientType(const QByteArray &type);

    /// As Auth0 keeps them: name and groups.
    void add(const QString &id, const QString &name, const QStringList &groups);
    void add(const QJsonObject &user);
    /// In the place of the next answers, one each.
    void fail(const QList<ScriptedServer::Answer> &answers);

    /// What `_q` of each request was; empty: none.
    QList<QJsonObject> filters() const;

private:
    ScriptedServer::Answer answer(const ScriptedServer::Request &request);
    std::optional<QJsonArray> listed(const ScriptedServer::Request &request) const;

    mutable std::mutex m_mutex; ///< Guards everything below, but not the server.
    Filters m_filters = Filters::Applied;
    Skip m_skip = Skip::Users;
    QByteArray m_clientType;
    QJsonArray m_users;
    QList<ScriptedServer::Answer> m_faults;
    ScriptedServer m_server; ///< Last: its threads use everything else.
};

} // namespace teleconsult::test
