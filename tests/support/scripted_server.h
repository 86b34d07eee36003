// A real HTTP server that says what a test tells it to say.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace teleconsult::test {

/// Serves on a free loopback port from threads of its own, so a test may wait for it without an event loop. Every
/// method of this class may be called from any thread. Destroy what talks to it first: open connections are waited for.
class ScriptedServer
{
public:
    /// A part of a form, as the server's own reader understood it.
    struct Part
    {
        QByteArray name;
        QByteArray fileName;
        QByteArray contentType;
        QByteArray content;
    };

    struct Request
    {
        QByteArray method;
        QByteArray target; ///< As it came over the wire: path still percent-encoded, and the query.
        QByteArray path;   ///< The target without its query.
        QByteArray query;
        QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
        QByteArray body;                       ///< Empty for a form.
        QList<Part> parts;                     ///< Of a form (multipart/form-data).
    };

    struct Answer
    {
        int status = 200;
        QByteArray body = {};
        QList<std::pair<QByteArray, QByteArray>> headers = {};
        QByteArray contentType = "application/json";
        bool streamed = false; ///< In chunks, without a Content-Length.
        /// The connection is closed after this many bytes of the body; negative: the body is whole.
        qsizetype cutAfter = -1;
        bool held = false; ///< The request is taken and recorded, the answer waits for release().
    };

    using Handler = std::function<Answer(const Request &)>;

    /// `longestIdle`: how long a connection that nothing is asked over stays open.
    explicit ScriptedServer(std::chrono::seconds longestIdle = std::chrono::seconds(1));
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    QUrl url(const QByteArray &pathAndQuery = {}) const; ///< http://127.0.0.1:<port><pathAndQuery>
    quint16 port() const;

    /// Answers to this method and path (percent-encoded, without query), one after another; the last one is repeated.
    /// Replaces what was said for it before. What nothing was said for gets 404 {"code":"not_scripted"}.
    void on(const QByteArray &method, const QByteArray &path, const QList<Answer> &answers);
    /// The same, computed: `handler` runs on a thread of the server, one call at a time.
    void handle(const QByteArray &method, const QByteArray &path, const Handler &handler);

    /// The same for every method and path for which nothing else was said.
    void handleRest(const Handler &handler);

    /// Lets held answers go, those to come included.
    void release();

    /// What came so far, in the order of arrival.
    QList<Request> requests() const;
    QList<Request> requests(const QByteArray &method, const QByteArray &path) const;
    int count(const QByteArray &method, const QByteArray &path) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace teleconsult::test
