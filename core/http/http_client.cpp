#include "core/http/http_client.h"

#include "core/domain/backoff.h"
#include "core/http/answer_headers.h"
#include "core/http/failures.h"
#include "core/http/outgoing.h"
#include "core/http/redaction.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTimer>

namespace teleconsult::http {

namespace {

// One line for each request is for whoever asks for it: QT_LOGGING_RULES="teleconsult.http.debug=true".
Q_LOGGING_CATEGORY(lcHttp, "teleconsult.http", QtInfoMsg)

/// Far above any answer of the APIs we speak with; a peer that sends more is broken or hostile.
constexpr qint64 maximumBody = 16 * 1024 * 1024;

/// For a log: what was asked, without anything secret.
QString shown(const Request &request)
{
    if (request.shownPath.isEmpty())
        return QString::fromLatin1(request.method) + QLatin1Char(' ') + redactedUrl(request.url);
    QUrl origin = request.url;
    origin.setPath({});
    return QString::fromLatin1(request.method) + QLatin1Char(' ') + redactedUrl(origin) + request.shownPath;
}

/// A peer may repeat what we sent: whatever its shape, no value of a header comes back out of it.
QString withoutSecrets(QString text, const Request &request)
{
    for (const QByteArray &value : request.headers) {
        if (value.size() >= 6)
            text.replace(QString::fromLatin1(value), QStringLiteral("…"));
    }
    return text;
}

Error mayPass(Error error)
{
    error.retryable = true;
    return error;
}

} // namespace

/// What a peer said the time was, and how long ago.
struct PeerClock
{
    QDateTime told;
    QElapsedTimer since;
};

/// What coroutines share with their client, and keep when it goes.
struct HttpClient::Life
{
    bool over = false;
    QList<Wait *> waits;
    QHash<QString, PeerClock> clocks; ///< By host and port.
    QObject timers; ///< Parent of the timers, so that none is left when no event loop deletes them any more.
};

/// Something a coroutine waits for: whichever comes first of end(), the limit, and the client's shutDown(). Lives in
/// the coroutine's frame. QCoro's own awaitables never resume when what they wait for is destroyed.
class HttpClient::Wait
{
public:
    enum class End { Done, TimedOut, GivenUp, ShutDown };

    Wait(std::shared_ptr<Life> life, std::chrono::milliseconds limit)
        : m_life(std::move(life)), m_timer(new QTimer(&m_life->timers))
    {
        if (m_life->over) {
            m_end = End::ShutDown;
            return;
        }
        m_life->waits.append(this);
        m_timer->setSingleShot(true);
        QObject::connect(m_timer, &QTimer::timeout, m_timer, [this] { end(End::TimedOut); });
        m_timer->start(limit);
    }

    ~Wait()
    {
        m_life->waits.removeOne(this);
        m_timer->stop();
        m_timer->deleteLater();
    }

    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;

    /// Resumes the coroutine, whose frame this is a part of: nothing of this may be touched afterwards.
    void end(End how)
    {
        if (m_end)
            return;
        m_end = how;
        if (const std::coroutine_handle<> waiting = std::exchange(m_waiting, {}))
            waiting.resume();
    }

    /// An object of its own: g++ 12 copies an awaited lvalue.
    auto operator co_await() noexcept
    {
        struct Awaiter
        {
            Wait *wait;

            bool await_ready() const noexcept { return wait->m_end.has_value(); }
            void await_suspend(std::coroutine_handle<> waiting) noexcept { wait->m_waiting = waiting; }
            End await_resume() const noexcept { return *wait->m_end; }
        };
        return Awaiter{this};
    }

private:
    std::shared_ptr<Life> m_life;
    QTimer *m_timer;
    std::optional<End> m_end;
    std::coroutine_handle<> m_waiting;
};

/// What became of one try.
struct HttpClient::Attempt
{
    Wait::End end = Wait::End::Done;
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    int status = 0; ///< 0: no answer came.
    QByteArray body;
    bool tooLarge = false;
    bool truncated = false;
    std::optional<std::chrono::milliseconds> retryAfter;
    QDateTime date;           ///< At the peer; null: it did not say.
    bool isOutOfDate = false; ///< The peer's certificate, by this computer's clock.

    bool succeeded() const
    {
        return end == Wait::End::Done && status >= 200 && status < 300 && !tooLarge && !truncated;
    }

    /// Certain that the peer never saw the request.
    bool wasNotTaken() const
    {
        return end == Wait::End::Done && status == 0 &&
               (networkError == QNetworkReply::ConnectionRefusedError ||
                networkError == QNetworkReply::HostNotFoundError);
    }

    Response response(const QByteArray &requestId) const
    {
        Response response;
        response.status = status;
        response.body = body;
        response.requestId = QString::fromLatin1(requestId);
        return response;
    }

    void read(QNetworkReply &reply)
    {
        networkError = reply.error();
        status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        retryAfter = http::retryAfter(reply);
        date = httpDate(reply.rawHeader("Date"));
        if (tooLarge)
            return;
        body = reply.readAll();
        bool isNumber = false;
        const qint64 length = reply.rawHeader("Content-Length").toLongLong(&isNumber);
        // Qt tells a body that is cut short as a closed connection. Should it ever not, the length does: it is exact
        // because no compression is asked for.
        truncated = isTransportError(networkError) ||
                    (isNumber && !reply.hasRawHeader("Content-Encoding") && status != 204 && length != body.size());
    }
};

HttpClient::HttpClient(RetryPolicy retry, QObject *parent)
    : QObject(parent), m_life(std::make_shared<Life>()), m_retry(retry)
{}

HttpClient::~HttpClient()
{
    shutDown();
}

void HttpClient::shutDown()
{
    const std::shared_ptr<Life> life = m_life; // A caller that resumes may destroy this.
    life->over = true;
    while (!life->waits.isEmpty())
        life->waits.takeFirst()->end(Wait::End::ShutDown);
}

QDateTime HttpClient::timeAt(const QUrl &peer) const
{
    const auto clock = m_life->clocks.constFind(peer.authority());
    return clock == m_life->clocks.constEnd() ? QDateTime() : clock->told.addMSecs(clock->since.elapsed());
}

void HttpClient::clearConnections()
{
    // Not QNetworkAccessManager::clearConnectionCache(): with Qt 6.4 a request under way then never ends.
    m_networks.clear();
}

void HttpClient::follow(Transfer &transfer, QNetworkReply *reply, QObject *context, Wait &wait)
{
    const std::shared_ptr<Transfer::State> state = transfer.m_state;
    // Qt's own total grows with what it has read of a body that can be read once; 0 it says when the upload is over.
    QObject::connect(reply, &QNetworkReply::uploadProgress, context, [state](qint64 sent) {
        if (state->progress && sent > 0)
            state->progress(sent, state->total);
    });
    state->giveUp = [&wait] { wait.end(Wait::End::GivenUp); };
    // With the context ends what is followed.
    QObject::connect(context, &QObject::destroyed, context, [state] { state->giveUp = {}; });
}

QCoro::Task<HttpClient::Attempt> HttpClient::finish(std::shared_ptr<Life> life, QNetworkReply *reply,
                                                    std::chrono::milliseconds timeout, std::optional<Transfer> transfer)
{
    Attempt attempt;
    {
        Wait wait(life, timeout);
        QObject context;
        QObject::connect(reply, &QNetworkReply::finished, &context, [&wait] { wait.end(Wait::End::Done); });
        QObject::connect(reply, &QNetworkReply::readyRead, &context, [&wait, &attempt, reply] {
            attempt.tooLarge = reply->bytesAvailable() > maximumBody;
            if (attempt.tooLarge)
                wait.end(Wait::End::Done);
        });
        QObject::connect(reply, &QNetworkReply::sslErrors, &context,
                         [&attempt](const QList<QSslError> &errors) { attempt.isOutOfDate = areOfDate(errors); });
        if (transfer)
            follow(*transfer, reply, &context, wait);
        attempt.end = co_await wait;
    }
    if (attempt.end == Wait::End::Done)
        attempt.read(*reply);
    if (attempt.date.isValid()) {
        PeerClock &clock = life->clocks[reply->url().authority()];
        clock.told = attempt.date;
        clock.since.start();
    }
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
    co_return attempt;
}

Error HttpClient::errorOf(const Attempt &attempt, const Request &request, const ErrorReader &readError)
{
    if (attempt.end == Wait::End::ShutDown)
        return makeError(Error::Kind::Cancelled, {}, QStringLiteral("shut down"));
    if (attempt.end == Wait::End::GivenUp)
        return makeError(Error::Kind::Cancelled, {}, QStringLiteral("given up"));
    if (attempt.end == Wait::End::TimedOut)
        return mayPass(
            makeError(Error::Kind::Unreachable, QStringLiteral("timeout"), QStringLiteral("no answer in time")));
    if (attempt.networkError == QNetworkReply::SslHandshakeFailedError && attempt.status == 0)
        return makeError(Error::Kind::Unreachable,
                         attempt.isOutOfDate ? QStringLiteral("tls_date") : QStringLiteral("tls"),
                         nameOf(attempt.networkError));
    if (attempt.status == 0)
        return mayPass(makeError(Error::Kind::Unreachable, {}, nameOf(attempt.networkError)));
    if (attempt.tooLarge)
        return makeError(Error::Kind::BadAnswer, QStringLiteral("too_large"), QStringLiteral("answer too large"));
    if (attempt.status < 300)
        return mayPass(makeError(Error::Kind::BadAnswer, QStringLiteral("truncated"),
                                 QStringLiteral("answer cut short after %1 bytes").arg(attempt.body.size())));
    if (attempt.status < 400)
        return makeError(Error::Kind::BadAnswer, QStringLiteral("redirect"),
                         QStringLiteral("redirects are not followed"));

    Error error = makeError(kindOf(attempt.status));
    error.retryable = attempt.status == 429 || attempt.status >= 500;
    const QJsonDocument body = QJsonDocument::fromJson(attempt.body);
    if (readError && !body.isNull()) {
        readError(body, error);
        error.code = safeCode(withoutSecrets(error.code, request));
        error.field = safeCode(withoutSecrets(error.field, request));
        error.message = redactedText(withoutSecrets(error.message, request));
    }
    error.detail.clear();
    if (attempt.retryAfter) {
        error.retryAfter = std::chrono::ceil<std::chrono::seconds>(*attempt.retryAfter);
        error.detail = QStringLiteral("retry after %1 s").arg(error.retryAfter.count());
    }
    return error;
}

namespace {

std::chrono::milliseconds backoff(const RetryPolicy &retry, int triesMade)
{
    return around(doubled(retry.firstDelay, triesMade - 1, std::chrono::milliseconds::max()),
                  QRandomGenerator::global()->generateDouble());
}

Error withRequest(Error error, const Request &request, const QByteArray &requestId)
{
    error.requestId = QString::fromLatin1(requestId);
    error.detail = error.detail.isEmpty() ? shown(request) : shown(request) + QStringLiteral(": ") + error.detail;
    return error;
}

/// What the caller reckons with is nothing to be told of, and neither is what nobody waits for any more.
void logFailure(const Error &error, const Request &request)
{
    if (request.expects && request.expects(error))
        qCDebug(lcHttp).noquote() << error.toLogLine();
    else if (error.kind != Error::Kind::Cancelled)
        qCWarning(lcHttp).noquote() << error.toLogLine();
}

} // namespace

std::optional<std::chrono::milliseconds> HttpClient::pauseAfter(const Attempt &attempt, const Error &error,
                                                                const Request &request, const RetryPolicy &retry,
                                                                int triesMade)
{
    const bool mayRepeat = request.repeat == Request::Repeat::Safely ? error.retryable : attempt.wasNotTaken();
    if (!mayRepeat || triesMade >= retry.tries)
        return std::nullopt;
    if (attempt.status < 400 || !attempt.retryAfter)
        return backoff(retry, triesMade);
    if (*attempt.retryAfter > retry.longestRetryAfter)
        return std::nullopt;
    return attempt.retryAfter;
}

Task<Response> HttpClient::send(Request request, ErrorReader readError)
{
    // Nothing of this is touched after a wait unless life says that it is still there.
    const std::shared_ptr<Life> life = m_life;
    const RetryPolicy retry = m_retry;
    const QByteArray requestId = requestIdFor(request);
    if (request.transfer)
        request.transfer->m_state->total = bodySize(request);

    for (int tries = 1;; ++tries) {
        Attempt attempt;
        attempt.end = life->over ? Wait::End::ShutDown : Wait::End::GivenUp;
        if (!life->over && !(request.transfer && request.transfer->isCancelled())) {
            const std::shared_ptr<QNetworkAccessManager> network =
                request.repeat == Request::Repeat::Never ? makeNetwork(this) : freeNetwork(m_networks, this);
            QNetworkReply *reply = startRequest(*network, request, requestId);
            QCoro::Task<Attempt> running = finish(life, reply, request.timeout, request.transfer);
            attempt = co_await running;
        }
        if (attempt.succeeded()) {
            qCDebug(lcHttp).noquote() << shown(request) << attempt.status << "request" << requestId;
            co_return Result<Response>(attempt.response(requestId));
        }

        Error error = errorOf(attempt, request, readError);
        error.httpStatus = attempt.status;
        error = withRequest(std::move(error), request, requestId);
        const std::optional<std::chrono::milliseconds> delay =
            life->over ? std::nullopt : pauseAfter(attempt, error, request, retry, tries);
        if (!delay) {
            logFailure(error, request);
            co_return Result<Response>(failure(std::move(error)));
        }
        qCInfo(lcHttp).noquote() << error.toLogLine() << "- trying again in" << delay->count() << "ms";

        Wait pause(life, *delay);
        if (request.transfer)
            request.transfer->m_state->giveUp = [&pause] { pause.end(Wait::End::GivenUp); };
        const Wait::End end = co_await pause;
        if (request.transfer)
            request.transfer->m_state->giveUp = {};
        Q_UNUSED(end) // The next round sees what it means.
    }
}

Task<QJsonDocument> HttpClient::sendJson(Request request, ErrorReader readError)
{
    const QString what = shown(request);
    Task<Response> sending = send(std::move(request), std::move(readError));
    Result<Response> response = co_await sending;
    if (!response)
        co_return Result<QJsonDocument>(failure(std::move(response).error()));
    if (response->body.trimmed().isEmpty())
        co_return Result<QJsonDocument>(QJsonDocument());

    QJsonParseError parseError;
    QJsonDocument document = QJsonDocument::fromJson(response->body, &parseError);
    if (parseError.error == QJsonParseError::NoError)
        co_return Result<QJsonDocument>(std::move(document));

    Error error = makeError(
        Error::Kind::BadAnswer, QStringLiteral("not_json"),
        QStringLiteral("%1: not JSON at byte %2 of %3").arg(what).arg(parseError.offset).arg(response->body.size()));
    error.httpStatus = response->status;
    error.requestId = response->requestId;
    qCWarning(lcHttp).noquote() << error.toLogLine();
    co_return Result<QJsonDocument>(failure(std::move(error)));
}

} // namespace teleconsult::http
