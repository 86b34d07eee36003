// The one HTTP client: time-outs, retries, request ids, redaction and error mapping live here and nowhere else.
#pragma once

#include "core/async/task.h"

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>

namespace teleconsult::http {

/// A request to a peer. A value.
struct Request
{
    /// Whether the same request may be sent again when it is not known what became of it.
    enum class Repeat {
        Never,  ///< It would do the thing twice (POST of a room).
        Safely, ///< GET, PUT, DELETE, or a POST made repeatable by a client-given id.
    };

    QByteArray method = "GET";
    QUrl url;
    QHash<QByteArray, QByteArray> headers; ///< Never logged.
    QByteArray body;                       ///< Sent as application/json unless `headers` says otherwise.
    Repeat repeat = Repeat::Safely;
    std::chrono::milliseconds timeout{15000}; ///< For one try, from sending to the last byte.
};

/// A complete answer with a status below 400.
struct Response
{
    int status = 0;
    QByteArray body;
    QString requestId;
};

/// How patient the client is. Defaults suit a person who waits; tests shorten them.
struct RetryPolicy
{
    int tries = 3;                                     ///< ≥ 1, the first one included.
    std::chrono::milliseconds firstDelay{300};         ///< Doubles with each try, plus up to a quarter of jitter.
    std::chrono::milliseconds longestRetryAfter{5000}; ///< A longer Retry-After is not waited for: the error says so.
};

/// Reads a peer's error body into code, message and field; the client fills in the rest. Each adapter brings its own,
/// because Kaleyra, the CRUD service and the auth service each have other shapes.
using ErrorReader = std::function<void(const QJsonDocument &body, Error &error)>;

/// Sends requests over HTTP/1.1 and answers with a complete Response or an Error.
/// Owns its QNetworkAccessManager; lives on the thread that made it. Destroying it ends every open request with kind
/// Cancelled. Redirects are not followed: an API that redirects is misconfigured.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(RetryPolicy retry = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Errors: Unreachable, BadAnswer (truncated), RateLimited, Unauthorized, NotFound, Conflict, Invalid, Server,
    /// Cancelled. `retryable` is set where a later try may succeed.
    Task<Response> send(Request request, ErrorReader readError = {});

    /// As send(), and the body read as JSON; BadAnswer when it is none. An empty body is an empty document.
    Task<QJsonDocument> sendJson(Request request, ErrorReader readError = {});

    /// Ends every open request with kind Cancelled, and every later one at once.
    void shutDown();

    /// Forgets open connections, as after a change of network.
    void clearConnections();

private:
    struct Attempt;
    QCoro::Task<Attempt> tryOnce(Request request, QByteArray requestId);

    QNetworkAccessManager m_network;
    RetryPolicy m_retry;
    bool m_shutDown = false;
};

} // namespace teleconsult::http
