#include "core/api/api_server.h"

#include "core/api/api_errors.h"
#include "core/serving/http_server.h"
#include "core/serving/secret.h"

#include <QJsonArray>
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
constexpr qint64 largestBody = 12LL * 1024 * 1024;
const QString mountPoint = QStringLiteral("/api/v1/telecons-be");

QString withoutMountPoint(const QString &path)
{
    return path.startsWith(mountPoint + QLatin1Char('/')) ? path.mid(mountPoint.size()) : path;
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
    HttpAnswer answerFromApi(HttpRequest request);
    void resolve(quint64 ticket, const HttpAnswer &answer);

    std::mutex m_mutex;
    std::map<quint64, std::promise<HttpAnswer>> m_waiting;
    quint64 m_lastTicket = 0;
    bool m_ended = false;
};

std::optional<HttpAnswer> ApiServer::Private::answerAtOnce(const HttpRequest &head) const
{
    const QString path = withoutMountPoint(head.path);
    if (head.method == "GET" && (path == QLatin1String("/-/healthz") || path == QLatin1String("/-/ready"))) {
        return jsonAnswer({{QStringLiteral("name"), QStringLiteral("teleconsult")},
                           {QStringLiteral("status"), QStringLiteral("OK")},
                           {QStringLiteral("version"), options.version}});
    }
    if (head.method == "GET" && path == QLatin1String("/documentation/json"))
        return jsonAnswer(openApiDocument(options.version));
    if (options.trustsGateway || serving::isSameSecret(head.bearerToken(), options.token))
        return std::nullopt;
    HttpAnswer refused = refusal(401, QStringLiteral("A bearer token is required"));
    refused.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return refused;
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
        serving::HttpServer::Options{
            .address = options.address,
            .hostNames = options.hostNames,
            .largestBody = largestBody,
            .admission = [this](const HttpRequest &head) { return d->answerAtOnce(head); },
            .refusal = [](int status) { return refusal(status, QStringLiteral("The request cannot be served")); }},
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

QJsonObject openApiDocument(const QString &version)
{
    QJsonObject paths;
    const QList<Api::Description> operations = Api::operations();
    for (const Api::Description &operation : operations) {
        QJsonObject description{
            {QStringLiteral("summary"), operation.summary},
            {QStringLiteral("responses"),
             QJsonObject{{QString::number(operation.success),
                          QJsonObject{{QStringLiteral("description"), QStringLiteral("Done")}}},
                         {QStringLiteral("default"),
                          QJsonObject{{QStringLiteral("description"), QStringLiteral("Refused, with the reason")}}}}}};
        if (operation.isExtension)
            description.insert(QStringLiteral("x-extension"), true);
        if (operation.path.contains(QLatin1String("{id}")))
            description.insert(
                QStringLiteral("parameters"),
                QJsonArray{QJsonObject{
                    {QStringLiteral("name"), QStringLiteral("id")},
                    {QStringLiteral("in"), QStringLiteral("path")},
                    {QStringLiteral("required"), true},
                    {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}}});
        QJsonObject atPath = paths.value(operation.path).toObject();
        atPath.insert(QString::fromLatin1(operation.method).toLower(), description);
        paths.insert(operation.path, atPath);
    }
    const QJsonObject bearer{{QStringLiteral("type"), QStringLiteral("http")},
                             {QStringLiteral("scheme"), QStringLiteral("bearer")}};
    return {{QStringLiteral("openapi"), QStringLiteral("3.0.3")},
            {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Teleconsult")},
                                                 {QStringLiteral("version"), version}}},
            {QStringLiteral("components"),
             QJsonObject{{QStringLiteral("securitySchemes"), QJsonObject{{QStringLiteral("token"), bearer}}}}},
            {QStringLiteral("security"), QJsonArray{QJsonObject{{QStringLiteral("token"), QJsonArray()}}}},
            {QStringLiteral("paths"), paths}};
}

} // namespace teleconsult::api
