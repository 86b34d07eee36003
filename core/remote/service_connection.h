// Asking a Teleconsultation Service elsewhere.
#pragma once

#include "core/domain/json.h"
#include "core/http/http_client.h"
#include "core/http/read_answer.h"
#include "core/remote/remote_json.h"

#include <functional>

namespace teleconsult::remote {

/// The bearer token that a service asks for, never logged; an empty one: none is sent. Asked for each request; a token
/// that the service has refused is handed back, so that it is read anew where it comes from. Empty: none was refused.
using TokenSource = std::function<Task<QByteArray>(QByteArray refused)>;

/// Where the service is, and how a station shows who it is.
struct ServiceEndpoint
{
    QUrl baseUrl;                              ///< Without a slash at its end.
    TokenSource token = {};                    ///< Empty: none is sent.
    QByteArray userIdHeader = "miauserid";     ///< The header that tells who asks.
    QByteArray groupsHeader = "miausergroups"; ///< The header of that person's groups, separated by commas.
    std::function<StationIdentity()> station;  ///< Asked each time: who sits here may change.
};

/// One question of the contract.
struct Question
{
    QByteArray method;
    QString path;       ///< One of service::names.
    QString id = {};    ///< What stands for `{id}`.
    QString query = {}; ///< Percent-encoded.
    QByteArray body = {};
    QList<files::Content> stream = {}; ///< As http::Request's.
    QByteArray contentType = "application/json";
    http::Request::Repeat repeat = http::Request::Repeat::Never;
    bool isExtension = false;                    ///< The original service does not know it.
    std::optional<StationIdentity> asker = {};   ///< Nothing: the station.
    std::optional<http::Transfer> transfer = {}; ///< As http::Request's.
};

inline Question question(const QByteArray &method, QLatin1String path, const QString &id = {})
{
    Question asked;
    asked.method = method;
    asked.path = path;
    asked.id = id;
    return asked;
}

/// That can be asked again without harm.
inline Question repeatable(Question asked)
{
    asked.repeat = http::Request::Repeat::Safely;
    return asked;
}

inline Question extension(Question asked)
{
    asked.isExtension = true;
    return repeatable(std::move(asked)); // All of them can be.
}

inline Question withBody(Question asked, const QJsonObject &body)
{
    asked.body = compactJson(body);
    return asked;
}

/// Sends questions and reads errors. Does not own the client; lives on its thread and must outlive its questions.
///
/// Errors, besides those of HttpClient: what the service says against the request comes as the local backend would say
/// it, without a request id; Server (code not_offered) for an extension that the service does not have; Server (code
/// no_such_path) when there is no Teleconsultation Service at the address; Unauthorized (code token_refused) when it
/// does not take the token; BadAnswer (code wrong_shape).
class ServiceConnection
{
public:
    ServiceConnection(http::HttpClient &http, ServiceEndpoint endpoint);

    /// What is known of the service by now: what learnOffer() brought, else a guess.
    const Offer &offer() const { return m_offer; }
    /// Asks what the service offers, until it has told once.
    Task<void> learnOffer();

    Task<QJsonDocument> ask(Question question);

    /// For what anybody may ask, of others than the service.
    http::HttpClient &http() const { return m_http; }
    StationIdentity station() const { return m_endpoint.station(); }
    Names names() const { return m_offer.looksPeopleUp ? Names::LookedUp : Names::Given; }

private:
    http::Request requestFor(const Question &question, const QByteArray &token) const;
    Task<QByteArray> tokenFor(QByteArray refused);
    Task<QJsonDocument> send(Question question);

    http::HttpClient &m_http;
    ServiceEndpoint m_endpoint;
    Offer m_offer;
    bool m_knowsOffer = false;
};

/// An answer that is none of the contract.
Error wrongShape();

/// What the service elsewhere does not have.
Error notOffered();

/// Whether the service elsewhere does not have what was asked for.
bool isNotOffered(const Error &error);

/// What `read` makes of an answer; BadAnswer when it makes nothing of it.
template <typename T>
Result<T> readAnswer(const Result<QJsonDocument> &answer, std::optional<T> (*read)(const QJsonDocument &body))
{
    return http::readAnswer(answer, read, wrongShape());
}

} // namespace teleconsult::remote
