#include "core/api/api_server.h"

#include "core/api/api_errors.h"
#include "core/api/open_api.h"
#include "core/serving/http_server.h"
#include "core/serving/secret.h"

#include <QTimer>

#include <future>
#include <map>
#include <mutex>

namespace teleconsult::api {

using serving::HttpAnswer;
using serving::HttpRequest;
using serving::jsonAnswer;

namespace {

/// A background of 10 MB and the form around it; the service says "too large" itself a little above that.
constexpr qint64 maximumBody = 12LL * 1024 * 1024;
const QString mountPoint = QStringLiteral("/api/v1/telecons-be");

QString withoutMountPoint(const QString &path)
{
    return path.startsWith(mountPoint + QLatin1Char('/')) ? path.mid(mountPoint.size()) : path;
}

/// Of a request that never reaches the Api.
QString reasonOf(int status)
{
    if (status == 413)
        return QStringLiteral("virtual_background must not exceed 10 MB, and any other body 1 MB");
    if (status == 503)
        return QStringLiteral("Too many files are being sent at this moment");
    return QStringLiteral("The request cannot be served");
}

bool isAboutReadiness(const QByteArray &method, const QString &path)
{
    return method == "GET" && path == QLatin1String("/-/ready");
}

HttpAnswer ended()
{
    return refusal(503, QStringLiteral("The server is ending"));
}

} // namespace

/// Hands requests from the server's threads over to the Api's, and the answers back.
class ApiServer::Private
{
public:
    Private(Api &server, ApiServer *owner) : api(server), home(owner) {}

    /// What needs no Api: who is not let in, and what everybody may know.
    std::optional<HttpAnswer> answerAtOnce(const HttpRequest &head) const;
    HttpAnswer take(HttpRequest request);
    void endAll();

    Api &api;
    ApiServer *home;
    Options options;
    std::unique_ptr<serving::HttpServer> http;

private:
    HttpAnswer status(bool isGood) const;
    void tellReadiness(quint64 ticket);
    HttpAnswer answerFromApi(HttpRequest request);
    void resolve(quint64 ticket, const HttpAnswer &answer);

    std::mutex m_mutex;
    std::map<quint64, std::promise<HttpAnswer>> m_waiting;
    quint64 m_lastTicket = 0;
    bool m_ended = false;

    // Of the home thread.
    QList<quint64> m_askingReadiness;
    std::optional<std::chrono::steady_clock::time_point> m_readinessKnown; ///< Since when; nothing: not yet.
    bool m_isReady = false;
};

std::optional<HttpAnswer> ApiServer::Private::answerAtOnce(const HttpRequest &head) const
{
    const QString path = withoutMountPoint(head.path);
    if (head.method == "GET" && path == QLatin1String("/-/healthz"))
        return status(true);
    if (isAboutReadiness(head.method, path))
        return std::nullopt; // It is for the thread of the operations to tell; no token is needed.
    if (head.method == "GET" && path == QLatin1String("/documentation/json"))
        return jsonAnswer(openApiDocument(options.version));
    if (options.trustsGateway || serving::isSameSecret(head.bearerToken(), options.token))
        return std::nullopt;
    HttpAnswer refused = refusal(401, QStringLiteral("A bearer token is required"));
    refused.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return refused;
}

/// As the CRUD service tells it (reference/mia-crud-service.md §1).
HttpAnswer ApiServer::Private::status(bool isGood) const
{
    return jsonAnswer({{QStringLiteral("name"), QStringLiteral("teleconsult")},
                       {QStringLiteral("status"), isGood ? QStringLiteral("OK") : QStringLiteral("KO")},
                       {QStringLiteral("version"), options.version}},
                      isGood ? 200 : 503);
}

/// On the home thread. Whoever asks while it is found out is told what comes of it, and so is whoever asks right after:
/// strangers may ask as often as they like.
void ApiServer::Private::tellReadiness(quint64 ticket)
{
    constexpr std::chrono::seconds fresh(1);
    const auto now = std::chrono::steady_clock::now();
    if (!options.readiness || (m_readinessKnown && now - *m_readinessKnown < fresh)) {
        resolve(ticket, status(!options.readiness || m_isReady));
        return;
    }
    m_askingReadiness << ticket;
    if (m_askingReadiness.size() > 1)
        return;
    whenDone(options.readiness(), home, [this](const Result<void> &found) {
        m_isReady = found.has_value();
        m_readinessKnown = std::chrono::steady_clock::now();
        const QList<quint64> asking = std::exchange(m_askingReadiness, {});
        for (const quint64 waiting : asking)
            resolve(waiting, status(m_isReady));
    });
}

HttpAnswer ApiServer::Private::take(HttpRequest request)
{
    request.path = withoutMountPoint(request.path);
    if (!options.trustsGateway)
        request.headers.remove("authorization"); // Our own token, which nobody else is to see.
    return answerFromApi(std::move(request));
}

HttpAnswer ApiServer::Private::answerFromApi(HttpRequest request)
{
    std::future<HttpAnswer> answer;
    quint64 ticket = 0;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ended)
            return ended();
        ticket = ++m_lastTicket;
        answer = m_waiting[ticket].get_future();
    }
    QMetaObject::invokeMethod(
        home,
        [this, ticket, request = std::move(request)] {
            if (isAboutReadiness(request.method, request.path)) {
                tellReadiness(ticket);
                return;
            }
            whenDone(api.answer(request), home, [this, ticket](const Result<HttpAnswer> &done) {
                resolve(ticket, done ? *done : errorAnswer(done.error()));
            });
        },
        Qt::QueuedConnection);
    return answer.get();
}

void ApiServer::Private::resolve(quint64 ticket, const HttpAnswer &answer)
{
    const std::scoped_lock lock(m_mutex);
    const auto waiting = m_waiting.find(ticket);
    if (waiting == m_waiting.end())
        return;
    waiting->second.set_value(answer);
    m_waiting.erase(waiting);
}

void ApiServer::Private::endAll()
{
    const std::scoped_lock lock(m_mutex);
    m_ended = true;
    for (auto &[ticket, promise] : m_waiting)
        promise.set_value(ended());
    m_waiting.clear();
}

ApiServer::ApiServer(Api &api, QObject *parent) : QObject(parent), d(std::make_unique<Private>(api, this)) {}

ApiServer::~ApiServer()
{
    d->endAll();
    d->http.reset();
}

Result<quint16> ApiServer::start(const Options &options)
{
    if (options.token.isEmpty() && !options.trustsGateway)
        return invalid(QStringLiteral("required"), QStringLiteral("token"), QStringLiteral("token is required"));
    d->options = options;
    d->http = std::make_unique<serving::HttpServer>(
        serving::HttpServer::Options{.address = options.address,
                                     .hostNames = options.hostNames,
                                     .maximumBody = maximumBody,
                                     .admission = [this](const HttpRequest &head) { return d->answerAtOnce(head); },
                                     .refusal = [](int status) { return refusal(status, reasonOf(status)); }},
        [this](HttpRequest request) { return d->take(std::move(request)); });
    const quint16 port = d->http->bind(options.port, serving::HttpServer::Fallback::None);
    if (port == 0) {
        d->http.reset();
        return failure(makeError(Error::Kind::Storage, QStringLiteral("no_port"),
                                 QStringLiteral("port %1 of %2 cannot be had").arg(options.port).arg(options.address)));
    }
    d->http->serve();
    return port;
}

void ApiServer::finish(std::chrono::milliseconds limit)
{
    if (!d->http) {
        emit finished();
        return;
    }
    QTimer::singleShot(limit, this, &ApiServer::finished);
    d->http->finish([this] { QMetaObject::invokeMethod(this, &ApiServer::finished, Qt::QueuedConnection); });
}

} // namespace teleconsult::api
