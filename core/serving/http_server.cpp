#include "core/serving/http_server.h"

#include "core/serving/library_server.h"
#include "core/serving/reception.h"
#include "core/serving/request_head.h"

#include <QThreadPool>

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <mutex>
#include <set>
#include <sys/socket.h>
#include <thread>

namespace teleconsult::serving {

namespace {

/// Each waits for one answer, which may be long in coming when Kaleyra is slow. They come and go as needed.
constexpr int maximumWorkers = 256;
constexpr std::chrono::seconds silenceLimit(5);
/// For answers that are on their way when the server ends.
constexpr int lastAnswersMs = 500;
constexpr std::size_t maximumParts = 8;
/// What may come besides the contents: heads, boundaries, the sizes of chunks.
constexpr qint64 maximumWrapping = 64 * 1024;

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

/// A Host header, "name", "name:port", "[address]" or "[address]:port", in two; a name without the dot that may end it.
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
        if (name.endsWith(QLatin1Char('.')))
            name.chop(1);
    }
};

/// One request, while a thread works on it.
struct Exchange
{
    HttpRequest request;
    std::optional<HttpAnswer> decided; ///< Before its body was read, which then is not.
    const ConnectionStream *stream = nullptr;
};

/// Reads a body or its parts, never more than the options allow. Answers the status to refuse with, or 0.
int readBody(const httplib::Request &request, const httplib::Response &response, const httplib::ContentReader &reader,
             const HttpServer::Options &options, Exchange &exchange)
{
    HttpRequest &into = exchange.request;
    const qint64 largest =
        request.is_multipart_form_data() ? options.maximumBody : std::min(options.maximumBody, options.maximumText);
    qint64 received = 0;
    bool tooLarge = false;
    bool diskIsFull = false;
    const auto fits = [&](size_t length) {
        received += qint64(length);
        tooLarge = received > largest;
        return !tooLarge;
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
                diskIsFull = !into.parts.last().content.append(data, qint64(length));
                return !diskIsFull;
            });
    } else {
        complete = reader([&](const char *data, size_t length) {
            if (!fits(length))
                return false;
            into.body.append(data, qsizetype(length));
            return true;
        });
    }
    using Excess = ConnectionStream::Excess;
    const Excess excess = exchange.stream->excess();
    if (complete && excess == Excess::None)
        return 0;
    if (diskIsFull)
        return 507;
    if (tooLarge || response.status == 413 || excess == Excess::Size)
        return 413;
    return excess == Excess::Time ? 408 : 400;
}

void fill(httplib::Response &response, const HttpAnswer &answer)
{
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (!answer.contentType.isEmpty())
        response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
}

bool allowsBody(const QByteArray &method)
{
    return method != "GET" && method != "OPTIONS";
}

/// Holds one of a limited number of places.
class Place
{
public:
    Place(std::atomic<int> &taken, int most) : m_taken(taken), m_isHad(++taken <= most) {}
    ~Place() { --m_taken; }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    bool isHad() const { return m_isHad; }

private:
    std::atomic<int> &m_taken;
    bool m_isHad;
};

/// The library knows the stream's request only as far as it has to: its handlers find the rest here.
thread_local Exchange *current = nullptr;

} // namespace

class HttpServer::Private
{
public:
    Options options;
    Handler handler;
    std::unique_ptr<LibraryServer> library;
    QThreadPool workers;
    std::unique_ptr<Reception> reception; ///< While it serves.
    std::thread thread;
    std::atomic<bool> hasStopped{false};
    quint16 port = 0;

    quint16 open(quint16 wanted);
    void configure();
    void begin(int descriptor, const QByteArray &received);
    void end(int descriptor);
    void cutAll();
    void stopListening();
    void whenIdle(std::function<void()> act);

private:
    bool namesUs(const QString &hostHeader) const;
    std::optional<HttpAnswer> decide(const RequestHead &head) const;
    void answerOne(int descriptor, const QByteArray &received);
    void answerWithBody(const httplib::Request &request, httplib::Response &response,
                        const httplib::ContentReader &reader);

    std::atomic<int> m_forms{0};
    std::mutex m_mutex; ///< Guards what is below.
    std::set<int> m_underWay;
    std::function<void()> m_idle;
};

bool HttpServer::Private::namesUs(const QString &hostHeader) const
{
    const HostHeader host(hostHeader);
    if (options.hostNames.contains(host.name, Qt::CaseInsensitive))
        return true;
    if (host.port != QString::number(port))
        return false;
    // A name may be rebound, an address cannot.
    const bool servesAll = options.address == QLatin1String("0.0.0.0") || options.address == QLatin1String("::");
    return host.name == options.address || host.name.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           (servesAll && isIpAddress(host.name));
}

/// What can be said to a request whose head is good.
std::optional<HttpAnswer> HttpServer::Private::decide(const RequestHead &head) const
{
    if (!namesUs(head.host))
        return options.refusal(403);
    if (options.admission) {
        if (std::optional<HttpAnswer> answer = options.admission(head.request))
            return answer;
    }
    return std::nullopt;
}

/// On a worker's thread.
void HttpServer::Private::answerOne(int descriptor, const QByteArray &received)
{
    const qsizetype size = headSize(received);
    RequestHead head;
    const int refused = size == 0 ? 431 : readHead(received.left(size), head);
    const bool isHead = head.request.method == "HEAD";
    if (isHead)
        head.request.method = "GET";
    Exchange exchange;
    exchange.decided = refused != 0 ? std::optional(options.refusal(refused)) : decide(head);
    const bool readsBody = !exchange.decided && head.hasBody && allowsBody(head.request.method);
    // The library reads a head of ours: its own reader is lenient, and decodes what is not encoded.
    const QByteArray forLibrary = readsBody ? "POST / HTTP/1.1\r\n" + head.framing + "\r\n"
                                  : isHead  ? QByteArrayLiteral("HEAD / HTTP/1.1\r\n\r\n")
                                            : QByteArrayLiteral("GET / HTTP/1.1\r\n\r\n");
    exchange.request = std::move(head.request);
    ConnectionStream stream(descriptor, forLibrary + (readsBody ? received.mid(size) : QByteArray()),
                            {.silence = silenceLimit,
                             .arrival = options.arrivalLimit,
                             .largest = options.maximumBody + maximumWrapping,
                             .writing = options.arrivalLimit});
    exchange.stream = &stream;
    current = &exchange;
    library->answer(stream);
    current = nullptr;
    stream.flush();
}

void HttpServer::Private::answerWithBody(const httplib::Request &request, httplib::Response &response,
                                         const httplib::ContentReader &reader)
{
    std::optional<Place> place;
    if (request.is_multipart_form_data()) {
        place.emplace(m_forms, options.maximumForms);
        if (!place->isHad()) {
            fill(response, options.refusal(503));
            return;
        }
    }
    const int refused = readBody(request, response, reader, options, *current);
    fill(response, refused ? options.refusal(refused) : handler(std::move(current->request)));
}

void HttpServer::Private::begin(int descriptor, const QByteArray &received)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_underWay.insert(descriptor);
    }
    workers.start([this, descriptor, received] {
        answerOne(descriptor, received);
        end(descriptor);
    });
}

void HttpServer::Private::end(int descriptor)
{
    std::function<void()> idle;
    {
        const std::scoped_lock lock(m_mutex);
        m_underWay.erase(descriptor);
        if (m_underWay.empty())
            idle.swap(m_idle);
    }
    reception->letGo(descriptor);
    if (idle)
        idle();
}

/// Threads that wait for a client return at once.
void HttpServer::Private::cutAll()
{
    const std::scoped_lock lock(m_mutex);
    for (const int descriptor : m_underWay)
        ::shutdown(descriptor, SHUT_RDWR);
}

void HttpServer::Private::stopListening()
{
    if (!thread.joinable())
        return;
    library->stop();
    thread.join();
    reception->close();
}

void HttpServer::Private::whenIdle(std::function<void()> act)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_underWay.empty()) {
            m_idle = std::move(act);
            return;
        }
    }
    act();
}

/// Binds a new server, for one that failed to bind cannot be used again. 0 asks for any port, and says that none was
/// had.
quint16 HttpServer::Private::open(quint16 wanted)
{
    library = std::make_unique<LibraryServer>([this](int descriptor) { reception->add(descriptor); });
    configure();
    const std::string address = options.address.toStdString();
    if (wanted == 0)
        return quint16(std::max(0, library->bind_to_any_port(address)));
    return library->bind_to_port(address, wanted) ? wanted : 0;
}

void HttpServer::Private::configure()
{
    library->set_payload_max_length(std::size_t(options.maximumBody));
    library->set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}});
    library->set_error_handler([this](const httplib::Request &, httplib::Response &response) {
        if (response.body.empty())
            fill(response, options.refusal(response.status));
    });
    library->set_exception_handler([this](const httplib::Request &, httplib::Response &response, std::exception_ptr) {
        fill(response, options.refusal(500));
    });
    library->Get("/", [this](const httplib::Request &, httplib::Response &response) {
        fill(response, current->decided ? *current->decided : handler(std::move(current->request)));
    });
    library->Post("/", [this](const httplib::Request &request, httplib::Response &response,
                              const httplib::ContentReader &reader) { answerWithBody(request, response, reader); });
}

HttpServer::HttpServer(Options options, Handler handler) : d(std::make_unique<Private>())
{
    d->options = std::move(options);
    d->handler = std::move(handler);
    d->workers.setMaxThreadCount(maximumWorkers);
}

HttpServer::~HttpServer()
{
    d->stopListening();
    if (!d->workers.waitForDone(lastAnswersMs)) {
        d->cutAll();
        d->workers.waitForDone();
    }
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
    const Reception::Limits limits{.silence = silenceLimit,
                                   .arrival = d->options.arrivalLimit,
                                   .maximumConnections = d->options.maximumConnections};
    d->reception = std::make_unique<Reception>(
        limits, [this](int descriptor, const QByteArray &received) { d->begin(descriptor, received); });
    d->library->lengthenQueue();
    d->thread = std::thread([this] {
        d->library->listen_after_bind();
        d->hasStopped = true;
    });
    // stop() does nothing to a server that does not run yet.
    while (!d->library->is_running() && !d->hasStopped)
        std::this_thread::yield();
}

void HttpServer::finish(std::function<void()> idle)
{
    d->stopListening();
    d->whenIdle(std::move(idle));
}

} // namespace teleconsult::serving
