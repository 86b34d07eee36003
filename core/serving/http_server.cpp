#include "core/serving/http_server.h"

#include "core/serving/connections.h"

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <sys/socket.h>
#include <thread>

// The library's own header is not clean under our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <httplib.h>
#pragma GCC diagnostic pop

namespace teleconsult::serving {

namespace {

constexpr std::size_t workerThreads = 16;
constexpr time_t silenceLimitSeconds = 5;
constexpr time_t firstByteLimitSeconds = 1;
constexpr std::size_t maximumParts = 8;

QByteArray toBytes(const std::string &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

bool isIpAddress(const QString &text)
{
    in6_addr parsed{};
    const QByteArray written = text.toLatin1();
    return ::inet_pton(AF_INET, written.constData(), &parsed) == 1 ||
           ::inet_pton(AF_INET6, written.constData(), &parsed) == 1;
}

/// A Host header, "name", "name:port", "[address]" or "[address]:port", in two.
struct HostHeader
{
    QString name;
    QString port;

    explicit HostHeader(const QString &text)
    {
        const bool isBracketed = text.startsWith(QLatin1Char('['));
        const qsizetype end = isBracketed ? text.indexOf(QLatin1Char(']')) : text.indexOf(QLatin1Char(':'));
        name = isBracketed ? text.mid(1, end - 1) : text.left(end);
        port = end < 0 ? QString() : text.mid(text.indexOf(QLatin1Char(':'), end) + 1);
    }
};

/// Shuts down every accepted connection of this port, so that threads that wait for a silent client return at once: the
/// library offers no way to do it.
void cutConnections(quint16 port)
{
    forEachConnection(port, [](int descriptor, quint16) { ::shutdown(descriptor, SHUT_RDWR); });
}

/// Reads a body or its parts, never more than `largest` bytes. Answers the status to refuse with, or 0.
int readBody(const httplib::Request &request, const httplib::Response &response, const httplib::ContentReader &reader,
             const HttpServer::Options &options, HttpRequest &into)
{
    const bool hasLength = request.has_header("Content-Length");
    if (!hasLength && !request.has_header("Transfer-Encoding")) {
        // The library would read on until the client hangs up.
        return request.method == "POST" || request.method == "PUT" ? 411 : 0;
    }
    qint64 received = 0;
    bool tooLarge = false;
    bool tooLate = false;
    const auto end = std::chrono::steady_clock::now() + options.arrivalLimit;
    const auto fits = [&](size_t length) {
        received += qint64(length);
        tooLarge = received > options.largestBody;
        tooLate = std::chrono::steady_clock::now() > end;
        return !tooLarge && !tooLate;
    };
    bool complete = false;
    if (request.is_multipart_form_data()) {
        complete = reader(
            [&](const httplib::MultipartFormData &part) {
                into.parts.append({QString::fromStdString(part.name),
                                   QString::fromStdString(part.filename),
                                   toBytes(part.content_type),
                                   {}});
                return std::size_t(into.parts.size()) <= maximumParts;
            },
            [&](const char *data, size_t length) {
                if (into.parts.isEmpty() || !fits(length))
                    return false;
                into.parts.last().content.append(data, qsizetype(length));
                return true;
            });
    } else {
        complete = reader([&](const char *data, size_t length) {
            if (!fits(length))
                return false;
            into.body.append(data, qsizetype(length));
            return true;
        });
    }
    if (complete)
        return 0;
    if (tooLate)
        return 408;
    return tooLarge || response.status == 413 ? 413 : 400;
}

void fill(httplib::Response &response, const HttpAnswer &answer)
{
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (!answer.contentType.isEmpty())
        response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
}

} // namespace

class HttpServer::Private
{
public:
    Options options;
    Handler handler;
    std::unique_ptr<httplib::Server> server;
    std::unique_ptr<ArrivalWatch> watch; ///< While it serves.
    std::thread thread;
    std::atomic<bool> ended{false};
    quint16 port = 0;

    quint16 open(quint16 wanted);
    void configure();
    HttpRequest toRequest(const httplib::Request &request) const;
    bool namesUs(const httplib::Request &request) const;
    void answerWithBody(const httplib::Request &request, httplib::Response &response,
                        const httplib::ContentReader &reader) const;
};

bool HttpServer::Private::namesUs(const httplib::Request &request) const
{
    const HostHeader host(QString::fromStdString(request.get_header_value("Host")));
    if (options.hostNames.contains(host.name, Qt::CaseInsensitive))
        return true;
    if (host.port != QString::number(port))
        return false;
    // A name may be rebound, an address cannot.
    const bool servesAll = options.address == QLatin1String("0.0.0.0") || options.address == QLatin1String("::");
    return host.name == options.address || host.name == QLatin1String("localhost") ||
           (servesAll && isIpAddress(host.name));
}

HttpRequest HttpServer::Private::toRequest(const httplib::Request &request) const
{
    // Not request.path: there an encoded slash has become one that separates segments.
    const QString target = QString::fromStdString(request.target).section(QLatin1Char('#'), 0, 0);
    HttpRequest result;
    result.method = toBytes(request.method);
    result.path = target.section(QLatin1Char('?'), 0, 0);
    result.query = QUrlQuery(target.section(QLatin1Char('?'), 1));
    for (const auto &[name, value] : request.headers) {
        const QByteArray key = toBytes(name).toLower();
        if (!result.headers.contains(key))
            result.headers.insert(key, toBytes(value));
    }
    return result;
}

void HttpServer::Private::answerWithBody(const httplib::Request &request, httplib::Response &response,
                                         const httplib::ContentReader &reader) const
{
    HttpRequest result = toRequest(request);
    const int refused = readBody(request, response, reader, options, result);
    fill(response, refused ? options.refusal(refused) : handler(std::move(result)));
}

/// Binds a new server, for one that failed to bind cannot be used again. 0 asks for any port, and says that none was
/// had.
quint16 HttpServer::Private::open(quint16 wanted)
{
    server = std::make_unique<httplib::Server>();
    configure();
    const std::string address = options.address.toStdString();
    if (wanted == 0)
        return quint16(std::max(0, server->bind_to_any_port(address)));
    return server->bind_to_port(address, wanted) ? wanted : 0;
}

void HttpServer::Private::configure()
{
    server->set_socket_options([](socket_t socket) {
        // Without SO_REUSEPORT, the library's own choice, which lets a second program share this one's port.
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server->new_task_queue = [] { return new httplib::ThreadPool(workerThreads); };
    server->set_keep_alive_max_count(1);
    server->set_keep_alive_timeout(firstByteLimitSeconds);
    server->set_read_timeout(silenceLimitSeconds);
    server->set_write_timeout(silenceLimitSeconds);
    server->set_payload_max_length(std::size_t(options.largestBody));
    server->set_tcp_nodelay(true);
    server->set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}});
    server->set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        watch->arrived(quint16(request.remote_port));
        if (namesUs(request))
            return httplib::Server::HandlerResponse::Unhandled;
        fill(response, options.refusal(403));
        return httplib::Server::HandlerResponse::Handled;
    });
    server->set_error_handler([this](const httplib::Request &, httplib::Response &response) {
        if (response.body.empty())
            fill(response, options.refusal(response.status));
    });
    server->set_exception_handler([this](const httplib::Request &, httplib::Response &response, std::exception_ptr) {
        fill(response, options.refusal(500));
    });
    server->Get(".*", [this](const httplib::Request &request, httplib::Response &response) {
        fill(response, handler(toRequest(request)));
    });
    const httplib::Server::HandlerWithContentReader withBody =
        [this](const httplib::Request &request, httplib::Response &response, const httplib::ContentReader &reader) {
            answerWithBody(request, response, reader);
        };
    server->Post(".*", withBody);
    server->Put(".*", withBody);
    server->Patch(".*", withBody);
    server->Delete(".*", withBody);
}

HttpServer::HttpServer(Options options, Handler handler) : d(std::make_unique<Private>())
{
    d->options = std::move(options);
    d->handler = std::move(handler);
}

HttpServer::~HttpServer()
{
    if (!d->thread.joinable())
        return;
    d->server->stop();
    while (!d->ended) {
        cutConnections(d->port);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    d->thread.join();
}

quint16 HttpServer::bind(quint16 wanted, Fallback fallback)
{
    d->port = d->open(wanted);
    if (d->port == 0 && wanted != 0 && fallback == Fallback::AnyPort)
        d->port = d->open(0);
    return d->port;
}

void HttpServer::serve()
{
    d->watch = std::make_unique<ArrivalWatch>(d->port, d->options.arrivalLimit);
    d->thread = std::thread([this] {
        d->server->listen_after_bind();
        d->ended = true;
    });
    // stop() does nothing to a server that does not run yet.
    while (!d->server->is_running() && !d->ended)
        std::this_thread::yield();
}

} // namespace teleconsult::serving
