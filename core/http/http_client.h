// The one HTTP client: time-outs, retries, request ids, redaction and error mapping live here and nowhere else.
#pragma once

#include "core/async/task.h"
#include "core/files/content.h"
#include "core/http/transfer.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

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
    QString shownPath; ///< The path as a log may show it ("/v2/users/{id}"); empty: the url's, see redactedUrl().
    /// Never logged, but for an "x-request-id" that looks like one: whoever passes a request on passes its id on too.
    QHash<QByteArray, QByteArray> headers;
    QByteArray body; ///< Sent as application/json unless `headers` says otherwise.
    /// Sent one after another in the place of `body`, and read while they are sent. For Repeat::Never only.
    QList<files::Content> stream = {};
    Repeat repeat = Repeat::Safely;
    std::chrono::milliseconds timeout{15000}; ///< For one try, from sending to the last byte.
    /// Which refusals the caller takes for an answer (a user to create exists already): logged for debugging only,
    /// where any other error is a warning. Empty: none.
    std::function<bool(const Error &)> expects = {};
    /// By which the caller follows the request and gives it up; nothing: it does not.
    std::optional<Transfer> transfer = {};
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
    std::chrono::milliseconds firstDelay{300};         ///< Doubles with each try, with jitter (core/domain/backoff.h).
    std::chrono::milliseconds longestRetryAfter{5000}; ///< A longer Retry-After is not waited for: the error says so.
};

/// Reads a peer's error body into code, message and field (and kind, where the status misleads); the client fills in
/// the rest and takes out what looks like a secret. Each adapter brings its own, because Kaleyra, the CRUD service and
/// the auth service each have other shapes.
using ErrorReader = std::function<void(const QJsonDocument &body, Error &error)>;

/// Sends requests over HTTP/1.1 and answers with a complete Response or an Error. Lives on the thread that made it.
///
/// What is sent again, RetryPolicy permitting:
/// - Repeat::Safely: no connection, a connection that broke, an answer cut short, a time-out, 429 and 5xx.
/// - Repeat::Never: only what certainly did not reach the peer (refused, name not found). Such a request has a
///   connection of its own, which the peer is asked to close, because Qt by itself repeats any request, POST included,
///   whose connection closes before the answer.
///
/// Requests do not wait for each other: 48 to one host are under way at the same time.
///
/// Redirects are not followed: an API that redirects is misconfigured. Cookies are neither kept nor sent, answers not
/// cached. A proxy of the system is used, but (Qt sees to it) never for this computer.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(RetryPolicy retry = {}, QObject *parent = nullptr);
    /// As shutDown(). What waits for this client must be alive then: call shutDown() first where that is not certain.
    ~HttpClient() override;

    /// Errors, after the status: Invalid (400, 422, other 4xx), Unauthorized (401, 403), NotFound (404, 410), Conflict
    /// (409), RateLimited (429), Server (5xx). Others: Unreachable (codes "timeout", "tls", "tls_date"
    /// (the peer's certificate does not hold yet, or no longer, by this computer's clock) or none), BadAnswer (codes
    /// "truncated", "too_large", "redirect"), Cancelled. `retryable` is set where a later try may succeed.
    Task<Response> send(Request request, ErrorReader readError = {});

    /// As send(), and the body read as JSON; BadAnswer (code "not_json") when it is none. An empty body is an empty
    /// document. An answer in chunks that was cut short may end here as well: Qt does not always tell that its
    /// connection was closed, and there is no length to hold it against.
    Task<QJsonDocument> sendJson(Request request, ErrorReader readError = {});

    /// Ends every open request with kind Cancelled before it returns, and every later one at once.
    void shutDown();

    /// What time it is at this peer (only host and port matter), to the second, as its last answer told; null: none
    /// did.
    QDateTime timeAt(const QUrl &peer) const;

    /// Forgets open connections, as after a change of network. Requests under way go on over the old ones.
    void clearConnections();

private:
    struct Life;
    class Wait;
    struct Attempt;

    static QCoro::Task<Attempt> finish(std::shared_ptr<Life> life, QNetworkReply *reply,
                                       std::chrono::milliseconds timeout, std::optional<Transfer> transfer);
    static void follow(Transfer &transfer, QNetworkReply *reply, QObject *context, Wait &wait);
    static Error errorOf(const Attempt &attempt, const Request &request, const ErrorReader &readError);
    /// How long to wait before the next of `retry.tries`. Nothing: there is none.
    static std::optional<std::chrono::milliseconds> pauseAfter(const Attempt &attempt, const Error &error,
                                                               const Request &request, const RetryPolicy &retry,
                                                               int triesMade);

    /// Kept by requests under way when clearConnections() lets go of them.
    QList<std::shared_ptr<QNetworkAccessManager>> m_networks;
    std::shared_ptr<Life> m_life; ///< Shared with the coroutines, which may outlive this.
    RetryPolicy m_retry;
};

} // namespace teleconsult::http
