#include "tests/support/scripted_server.h"

#include <httplib.h>

#include <sys/socket.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace teleconsult::test {

class ScriptedServer::Private
{
public:
    explicit Private(std::chrono::seconds longestIdle);
    ~Private();

    void serve(const httplib::Request &incoming, httplib::Response &outgoing);
    Answer answerTo(const Request &request);

    httplib::Server server;
    int port = -1;
    std::thread thread;

    mutable std::mutex mutex; ///< Guards everything below.
    std::condition_variable releasedChanged;
    bool released = false;
    QHash<QByteArray, QList<Answer>> answers; ///< By "METHOD path".
    QHash<QByteArray, Handler> handlers;
    Handler restHandler;
    QList<Request> seen;
};

namespace {

QByteArray keyOf(const QByteArray &method, const QByteArray &path)
{
    return method + ' ' + path;
}

ScriptedServer::Request read(const httplib::Request &incoming)
{
    ScriptedServer::Request request;
    request.method = QByteArray::fromStdString(incoming.method);
    request.target = QByteArray::fromStdString(incoming.target);
    const qsizetype mark = request.target.indexOf('?');
    request.path = mark < 0 ? request.target : request.target.left(mark);
    request.query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
    for (const auto &[name, value] : incoming.headers)
        request.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    request.body = QByteArray::fromStdString(incoming.body);
    for (const auto &[name, part] : incoming.files) {
        request.parts.append({QByteArray::fromStdString(part.name), QByteArray::fromStdString(part.filename),
                              QByteArray::fromStdString(part.content_type), QByteArray::fromStdString(part.content)});
    }
    return request;
}

void send(const ScriptedServer::Answer &answer, httplib::Response &outgoing)
{
    const std::string type = answer.contentType.toStdString();
    if (!answer.streamed && answer.cutAfter < 0) {
        if (!answer.body.isEmpty())
            outgoing.set_content(answer.body.toStdString(), type);
        return;
    }
    const bool cut = answer.cutAfter >= 0;
    const QByteArray sent = cut ? answer.body.left(answer.cutAfter) : answer.body;
    // A provider that answers false has the connection closed, without the end that was promised.
    const auto write = [sent, cut](httplib::DataSink &sink) {
        if (!sent.isEmpty())
            sink.write(sent.constData(), std::size_t(sent.size()));
        if (!cut)
            sink.done();
        return !cut;
    };
    if (answer.streamed)
        outgoing.set_chunked_content_provider(type,
                                              [write](std::size_t, httplib::DataSink &sink) { return write(sink); });
    else
        outgoing.set_content_provider(
            std::size_t(answer.body.size()), type,
            [write](std::size_t, std::size_t, httplib::DataSink &sink) { return write(sink); });
}

} // namespace

ScriptedServer::Private::Private(std::chrono::seconds longestIdle)
{
    const auto handler = [this](const httplib::Request &incoming, httplib::Response &outgoing) {
        serve(incoming, outgoing);
    };
    server.Get(".*", handler);
    server.Post(".*", handler);
    server.Put(".*", handler);
    server.Patch(".*", handler);
    server.Delete(".*", handler);
    // A connection that is kept open keeps a thread.
    server.new_task_queue = [] { return new httplib::ThreadPool(64); };
    server.set_keep_alive_max_count(1000);
    server.set_keep_alive_timeout(time_t(longestIdle.count()));
    server.set_tcp_nodelay(true); // Else every answer but the first of a connection is 40 ms late.
    int listening = -1;
    server.set_socket_options([&listening](int socket) { listening = socket; });
    port = server.bind_to_any_port("127.0.0.1");
    if (port <= 0)
        throw std::runtime_error("no free port on the loopback interface");
    // The library lets five connections wait; one more would be tried again by its client after a second.
    ::listen(listening, 128);
    server.set_socket_options(nullptr);
    thread = std::thread([this] { server.listen_after_bind(); });
    // stop() of a server that does not run yet is lost.
    while (!server.is_running())
        std::this_thread::yield();
}

ScriptedServer::Private::~Private()
{
    {
        const std::lock_guard lock(mutex);
        released = true;
    }
    releasedChanged.notify_all();
    server.stop();
    thread.join();
}

void ScriptedServer::Private::serve(const httplib::Request &incoming, httplib::Response &outgoing)
{
    const Request request = read(incoming);
    std::unique_lock lock(mutex);
    seen.append(request);
    const Answer answer = answerTo(request);
    if (answer.held)
        releasedChanged.wait(lock, [this] { return released; });
    lock.unlock();

    outgoing.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        outgoing.set_header(name.toStdString(), value.toStdString());
    send(answer, outgoing);
}

ScriptedServer::Answer ScriptedServer::Private::answerTo(const Request &request)
{
    const QByteArray key = keyOf(request.method, request.path);
    if (const Handler handler = handlers.value(key))
        return handler(request);
    const auto scripted = answers.find(key);
    if (scripted == answers.end() && restHandler)
        return restHandler(request);
    if (scripted == answers.end() || scripted->isEmpty())
        return {.status = 404, .body = R"({"code":"not_scripted"})"};
    return scripted->size() > 1 ? scripted->takeFirst() : scripted->first();
}

ScriptedServer::ScriptedServer(std::chrono::seconds longestIdle) : d(std::make_unique<Private>(longestIdle)) {}

ScriptedServer::~ScriptedServer() = default;

quint16 ScriptedServer::port() const
{
    return quint16(d->port);
}

QUrl ScriptedServer::url(const QByteArray &pathAndQuery) const
{
    return QUrl::fromEncoded("http://127.0.0.1:" + QByteArray::number(d->port) + pathAndQuery);
}

void ScriptedServer::on(const QByteArray &method, const QByteArray &path, const QList<Answer> &answers)
{
    const std::lock_guard lock(d->mutex);
    d->handlers.remove(keyOf(method, path));
    d->answers.insert(keyOf(method, path), answers);
}

void ScriptedServer::handle(const QByteArray &method, const QByteArray &path, const Handler &handler)
{
    const std::lock_guard lock(d->mutex);
    d->handlers.insert(keyOf(method, path), handler);
}

void ScriptedServer::handleRest(const Handler &handler)
{
    const std::lock_guard lock(d->mutex);
    d->restHandler = handler;
}

void ScriptedServer::release()
{
    {
        const std::lock_guard lock(d->mutex);
        d->released = true;
    }
    d->releasedChanged.notify_all();
}

QList<ScriptedServer::Request> ScriptedServer::requests() const
{
    const std::lock_guard lock(d->mutex);
    return d->seen;
}

QList<ScriptedServer::Request> ScriptedServer::requests(const QByteArray &method, const QByteArray &path) const
{
    const std::lock_guard lock(d->mutex);
    QList<Request> found;
    for (const Request &request : d->seen) {
        if (request.method == method && request.path == path)
            found.append(request);
    }
    return found;
}

int ScriptedServer::count(const QByteArray &method, const QByteArray &path) const
{
    return int(requests(method, path).size());
}

} // namespace teleconsult::test
