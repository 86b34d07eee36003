#include "core/http/http_client.h"

#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"
#include "tests/support/scripted_server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QScopeGuard>
#include <QSet>
#include <QTcpSocket>
#include <QUuid>

using namespace teleconsult;
using namespace teleconsult::http;
using namespace std::chrono_literals;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;
using Fault = FaultProxy::Fault;
using Repeat = Request::Repeat;
using Answers = QList<ScriptedServer::Answer>;

namespace {

RetryPolicy quick()
{
    return {.tries = 3, .firstDelay = 1ms, .longestRetryAfter = 5s};
}

/// A client that pauses for longer than any test runs.
RetryPolicy sleepy()
{
    return {.tries = 3, .firstDelay = 1h, .longestRetryAfter = 5s};
}

Request get(const QUrl &url)
{
    Request request;
    request.url = url;
    return request;
}

Request post(const QUrl &url, Repeat repeat, const QByteArray &body = R"({"a":1})")
{
    Request request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    request.repeat = repeat;
    return request;
}

void readMessage(const QJsonDocument &body, Error &error)
{
    error.code = body[QStringLiteral("code")].toString();
    error.message = body[QStringLiteral("message")].toString();
}

/// Sends the same bytes to whoever connects, once something was asked, and closes.
class RawPeer : public QTcpServer
{
public:
    explicit RawPeer(const QByteArray &answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/x").arg(serverPort())); }
};

template <typename T>
using Outcome = std::shared_ptr<std::optional<Result<T>>>;

/// Lets a task run and keeps its outcome.
template <typename T>
Outcome<T> watch(Task<T> task, QObject *context)
{
    auto outcome = std::make_shared<std::optional<Result<T>>>();
    whenDone(std::move(task), context, [outcome](Result<T> result) { outcome->emplace(std::move(result)); });
    return outcome;
}

bool isCancelled(const Outcome<Response> &outcome)
{
    return outcome->has_value() && !**outcome && (**outcome).error().kind == Error::Kind::Cancelled;
}

} // namespace

Q_DECLARE_METATYPE(teleconsult::Error::Kind)

class TestHttpClient : public QObject
{
    Q_OBJECT
private slots:
    void answersStatusBodyAndRequestId();
    void sendsWhatIsAskedFor_data();
    void sendsWhatIsAskedFor();
    void requestIdIsOneForAllTriesOfARequest();
    void keepsNoCookies();
    void ignoresProxiesForThisComputer();

    void statusBecomesKind_data();
    void statusBecomesKind();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void peersWordsReachTheError();
    void recoversWhenThePeerDoes();

    void retryAfter_data();
    void retryAfter();

    void refusedIsTriedAgainWhateverTheRequest_data();
    void refusedIsTriedAgainWhateverTheRequest();
    void refusedForGood();
    void resetBeforeItWasTaken();
    void resetAfterItWasTakenIsRepeatedOnlyWhenSafe();
    void neverRepeatedRequestsReachThePeerOnce_data();
    void neverRepeatedRequestsReachThePeerOnce();
    void neverRepeatedRequestsUseAFreshConnection();
    void slowAnswersAreWaitedFor();
    void timesOut_data();
    void timesOut();
    void truncatedAnswers_data();
    void truncatedAnswers();
    void aTruncatedAnswerIsAskedForAgain();
    void nonsenseIsNoAnswer_data();
    void nonsenseIsNoAnswer();
    void hugeAnswersAreGivenUp();

    void json_data();
    void json();

    void shutDownEndsARequestAtOnce();
    void shutDownEndsAPauseAtOnce();
    void shutDownIsForGood();
    void destroyingTheClientEndsEverything();
    void aCallerMayDestroyTheClientWhileItShutsDown();
    void aCallerMayDestroyTheClientWhenAnAnswerComes();
    void clearingConnectionsLeavesRequestsAlone();
    void manyRequestsAtOnce();

    void logsAndErrorsHoldNoSecrets_data();
    void logsAndErrorsHoldNoSecrets();
};

void TestHttpClient::answersStatusBodyAndRequestId()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 203, .body = "hello"}});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(server.url("/x?a=b"))));
    QVERIFY(response);
    QCOMPARE(response->status, 203);
    QCOMPARE(response->body, QByteArray("hello"));
    const ScriptedServer::Request seen = server.requests().value(0);
    QCOMPARE(seen.query, QByteArray("a=b"));
    QCOMPARE(QString::fromLatin1(seen.headers.value("x-request-id")), response->requestId);
    QVERIFY(!QUuid::fromString(response->requestId).isNull());
}

void TestHttpClient::sendsWhatIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("safely");
    for (const bool safely : {true, false}) {
        const char *how = safely ? "safely" : "never";
        QTest::addRow("GET %s", how) << QByteArray("GET") << QByteArray() << safely;
        QTest::addRow("POST %s", how) << QByteArray("POST") << QByteArray(R"({"a":1})") << safely;
        QTest::addRow("POST without body %s", how) << QByteArray("POST") << QByteArray() << safely;
        QTest::addRow("large POST %s", how) << QByteArray("POST") << QByteArray(300000, 'x') << safely;
        QTest::addRow("PUT %s", how) << QByteArray("PUT") << QByteArray(R"({"a":1})") << safely;
        QTest::addRow("PATCH %s", how) << QByteArray("PATCH") << QByteArray(R"({"a":1})") << safely;
        QTest::addRow("DELETE %s", how) << QByteArray("DELETE") << QByteArray() << safely;
    }
}

void TestHttpClient::sendsWhatIsAskedFor()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(bool, safely);
    ScriptedServer server;
    server.on(method, "/x", {{.status = 204}});
    HttpClient client(quick());
    Request request;
    request.method = method;
    request.url = server.url("/x");
    request.body = body;
    request.repeat = safely ? Repeat::Safely : Repeat::Never;
    request.headers.insert("apikey", "secret");
    const Result<Response> response = await(client.send(request));
    QVERIFY(response);
    QCOMPARE(response->status, 204);
    QCOMPARE(server.requests().size(), 1);
    const ScriptedServer::Request seen = server.requests().value(0);
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.body, body);
    QCOMPARE(seen.headers.value("apikey"), QByteArray("secret"));
    QCOMPARE(seen.headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(seen.headers.value("accept-encoding"), QByteArray("identity"));
    if (!body.isEmpty())
        QCOMPARE(seen.headers.value("content-type"), QByteArray("application/json"));
}

void TestHttpClient::requestIdIsOneForAllTriesOfARequest()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 500}, {.status = 500}, {.status = 200}});
    HttpClient client(quick());
    QVERIFY(await(client.send(get(server.url("/x")))));
    QVERIFY(await(client.send(get(server.url("/x")))));
    QList<QByteArray> ids;
    for (const ScriptedServer::Request &request : server.requests())
        ids << request.headers.value("x-request-id");
    QCOMPARE(ids.size(), 4);
    QCOMPARE(ids.at(1), ids.at(0));
    QCOMPARE(ids.at(2), ids.at(0));
    QVERIFY(ids.at(3) != ids.at(0));
}

void TestHttpClient::keepsNoCookies()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.headers = {{"Set-Cookie", "session=1; Path=/"}}}});
    HttpClient client(quick());
    QVERIFY(await(client.send(get(server.url("/x")))));
    QVERIFY(await(client.send(get(server.url("/x")))));
    QVERIFY(!server.requests().value(1).headers.contains("cookie"));
}

void TestHttpClient::ignoresProxiesForThisComputer()
{
    ScriptedServer server;
    server.on("GET", "/x", {{}});
    const auto restore = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy()); });
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.invalid"), 3128));
    HttpClient client(quick());
    QVERIFY(await(client.send(get(server.url("/x")))));
    QUrl byName = server.url("/x");
    byName.setHost(QStringLiteral("localhost"));
    QVERIFY(await(client.send(get(byName))));
}

void TestHttpClient::statusBecomesKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("retryable");
    using Kind = Error::Kind;
    QTest::newRow("400") << 400 << Kind::Invalid << false;
    QTest::newRow("401") << 401 << Kind::Unauthorized << false;
    QTest::newRow("402") << 402 << Kind::Invalid << false;
    QTest::newRow("403") << 403 << Kind::Unauthorized << false;
    QTest::newRow("404") << 404 << Kind::NotFound << false;
    QTest::newRow("405") << 405 << Kind::Invalid << false;
    QTest::newRow("409") << 409 << Kind::Conflict << false;
    QTest::newRow("410") << 410 << Kind::NotFound << false;
    QTest::newRow("418") << 418 << Kind::Invalid << false;
    QTest::newRow("422") << 422 << Kind::Invalid << false;
    QTest::newRow("429") << 429 << Kind::RateLimited << true;
    QTest::newRow("500") << 500 << Kind::Server << true;
    QTest::newRow("502") << 502 << Kind::Server << true;
    QTest::newRow("503") << 503 << Kind::Server << true;
    QTest::newRow("504") << 504 << Kind::Server << true;
}

void TestHttpClient::statusBecomesKind()
{
    QFETCH(int, status);
    QFETCH(Error::Kind, kind);
    QFETCH(bool, retryable);
    ScriptedServer server;
    server.on("POST", "/safely", {{.status = status, .body = "{}"}});
    server.on("POST", "/never", {{.status = status, .body = "{}"}});
    HttpClient client(quick());

    const Result<Response> safely = await(client.send(post(server.url("/safely"), Repeat::Safely)));
    QVERIFY(!safely);
    QCOMPARE(safely.error().kind, kind);
    QCOMPARE(safely.error().httpStatus, status);
    QCOMPARE(safely.error().retryable, retryable);
    QCOMPARE(server.count("POST", "/safely"), retryable ? 3 : 1);
    QCOMPARE(safely.error().requestId,
             QString::fromLatin1(server.requests("POST", "/safely").value(0).headers.value("x-request-id")));

    const Result<Response> never = await(client.send(post(server.url("/never"), Repeat::Never)));
    QVERIFY(!never);
    QCOMPARE(never.error().kind, kind);
    QCOMPARE(never.error().httpStatus, status);
    QCOMPARE(server.count("POST", "/never"), 1);
}

void TestHttpClient::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.on("GET", "/x", {{.status = status, .headers = {{"Location", server.url("/elsewhere").toEncoded()}}}});
    server.on("GET", "/elsewhere", {{}});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(server.url("/x"))));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(response.error().code, QStringLiteral("redirect"));
    QCOMPARE(response.error().httpStatus, status);
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpClient::peersWordsReachTheError()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 422, .body = R"({"code":"role_validation_error","message":"no such role"})"}});
    server.on("GET", "/html", {{.status = 422, .body = "<html>", .contentType = "text/html"}});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(server.url("/x")), readMessage));
    QVERIFY(!response);
    QCOMPARE(response.error().code, QStringLiteral("role_validation_error"));
    QCOMPARE(response.error().message, QStringLiteral("no such role"));

    const Result<Response> html = await(client.send(get(server.url("/html")), readMessage));
    QVERIFY(!html);
    QCOMPARE(html.error().kind, Error::Kind::Invalid);
    QCOMPARE(html.error().code, QString());
}

void TestHttpClient::recoversWhenThePeerDoes()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 503}, {.status = 429}, {.body = "fine"}});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(server.url("/x"))));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("fine"));
    QCOMPARE(server.count("GET", "/x"), 3);
}

void TestHttpClient::retryAfter_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("waits"); ///< For the time that is asked for, instead of the client's own hour.
    QTest::addColumn<QString>("detail");
    const QByteArray date = "Mon, 02 Mar 2026 12:00:00 GMT";
    QTest::newRow("429, at once") << 429 << QByteArray("0") << true << QString();
    QTest::newRow("503, at once") << 503 << QByteArray("0") << true << QString();
    QTest::newRow("429, a date that is now") << 429 << date << true << QString();
    QTest::newRow("429, a date gone by") << 429 << QByteArray("Mon, 02 Mar 2026 11:00:00 GMT") << true << QString();
    QTest::newRow("429, too long") << 429 << QByteArray("60") << false << "retry after 60 s";
    QTest::newRow("429, a hair too long") << 429 << QByteArray("6") << false << "retry after 6 s";
    QTest::newRow("503, too long") << 503 << QByteArray("3600") << false << "retry after 3600 s";
    QTest::newRow("429, absurdly long") << 429 << QByteArray("9223372036854775807") << false
                                        << "retry after 31536000 s";
    QTest::newRow("429, a date too far") << 429 << QByteArray("Mon, 02 Mar 2026 12:01:00 GMT") << false
                                         << "retry after 60 s";
}

void TestHttpClient::retryAfter()
{
    QFETCH(int, status);
    QFETCH(QByteArray, value);
    QFETCH(bool, waits);
    QFETCH(QString, detail);
    ScriptedServer server;
    const QList<std::pair<QByteArray, QByteArray>> headers{{"Retry-After", value},
                                                           {"Date", "Mon, 02 Mar 2026 12:00:00 GMT"}};
    server.on("GET", "/x", {{.status = status, .headers = headers}, {.body = "fine"}});
    HttpClient client(sleepy());
    const Result<Response> response = await(client.send(get(server.url("/x"))));
    QCOMPARE(response.has_value(), waits);
    QCOMPARE(server.count("GET", "/x"), waits ? 2 : 1);
    if (!waits) {
        QVERIFY(response.error().retryable);
        QVERIFY2(response.error().detail.endsWith(detail), qPrintable(response.error().detail));
    }
}

void TestHttpClient::refusedIsTriedAgainWhateverTheRequest_data()
{
    QTest::addColumn<bool>("safely");
    QTest::newRow("safely") << true;
    QTest::newRow("never: it certainly was not taken") << false;
}

void TestHttpClient::refusedIsTriedAgainWhateverTheRequest()
{
    QFETCH(bool, safely);
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201}});
    FaultProxy proxy(server.url());
    proxy.refuse();
    LogCapture log;
    log.onLine(QStringLiteral("trying again"), [&proxy] { proxy.accept(); });
    HttpClient client(quick());
    const Result<Response> response =
        await(client.send(post(proxy.url("/x"), safely ? Repeat::Safely : Repeat::Never)));
    QVERIFY(response);
    QCOMPARE(log.count(QStringLiteral("trying again")), 1);
    QCOMPARE(server.count("POST", "/x"), 1);
}

void TestHttpClient::refusedForGood()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    proxy.refuse();
    LogCapture log;
    HttpClient client(quick());
    for (const Repeat repeat : {Repeat::Safely, Repeat::Never}) {
        const Result<Response> response = await(client.send(post(proxy.url("/x"), repeat)));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Unreachable);
        QCOMPARE(response.error().httpStatus, 0);
        QVERIFY(response.error().retryable);
    }
    QCOMPARE(log.count(QStringLiteral("trying again")), 4);
}

void TestHttpClient::resetBeforeItWasTaken()
{
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201}});
    FaultProxy proxy(server.url());
    HttpClient client(quick());

    proxy.setFaults({Fault::ResetBefore});
    QVERIFY(await(client.send(post(proxy.url("/x"), Repeat::Safely))));
    QCOMPARE(server.count("POST", "/x"), 1);

    proxy.setFault(Fault::ResetBefore);
    const Result<Response> never = await(client.send(post(proxy.url("/x"), Repeat::Never)));
    QVERIFY(!never);
    QCOMPARE(never.error().kind, Error::Kind::Unreachable);
    const Result<Response> safely = await(client.send(post(proxy.url("/x"), Repeat::Safely)));
    QVERIFY(!safely);
    QCOMPARE(safely.error().kind, Error::Kind::Unreachable);
    QCOMPARE(server.count("POST", "/x"), 1);
}

void TestHttpClient::resetAfterItWasTakenIsRepeatedOnlyWhenSafe()
{
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201}});
    FaultProxy proxy(server.url());
    proxy.setFaults({Fault::ResetAfter});
    HttpClient client(quick());
    QVERIFY(await(client.send(post(proxy.url("/x"), Repeat::Safely))));
    QCOMPARE(server.count("POST", "/x"), 2);
}

void TestHttpClient::neverRepeatedRequestsReachThePeerOnce_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    const QByteArray body = R"({"a":1})";
    QTest::newRow("reset") << Fault::ResetAfter << body << Error::Kind::Unreachable;
    QTest::newRow("reset, no body") << Fault::ResetAfter << QByteArray() << Error::Kind::Unreachable;
    QTest::newRow("stalled") << Fault::Stall << body << Error::Kind::Unreachable;
    QTest::newRow("truncated") << Fault::Truncate << body << Error::Kind::BadAnswer;
}

void TestHttpClient::neverRepeatedRequestsReachThePeerOnce()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201, .body = "created"}});
    FaultProxy proxy(server.url());
    proxy.setFaults({fault});
    HttpClient client(quick());
    Request request = post(proxy.url("/x"), Repeat::Never, body);
    if (fault == Fault::Stall)
        request.timeout = 2s; // Long enough that the server has taken it.
    const Result<Response> response = await(client.send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, kind);
    QVERIFY(response.error().retryable);
    QCOMPARE(server.count("POST", "/x"), 1);
}

void TestHttpClient::neverRepeatedRequestsUseAFreshConnection()
{
    // One that was kept alive may be closing at the peer's end just now, and then nobody knows what was taken.
    ScriptedServer server;
    server.on("GET", "/x", {{}});
    server.on("POST", "/x", {{}});
    FaultProxy proxy(server.url());
    HttpClient client(quick());
    QVERIFY(await(client.send(get(proxy.url("/x")))));
    QVERIFY(await(client.send(get(proxy.url("/x")))));
    QCOMPARE(proxy.connections(), 1);
    QVERIFY(await(client.send(post(proxy.url("/x"), Repeat::Never))));
    QCOMPARE(proxy.connections(), 2);
    QVERIFY(await(client.send(get(proxy.url("/x")))));
    QCOMPARE(proxy.connections(), 2);
}

void TestHttpClient::slowAnswersAreWaitedFor()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = "late"}});
    FaultProxy proxy(server.url());
    proxy.setFault(Fault::Delay);
    proxy.setDelay(100ms);
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(proxy.url("/x"))));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("late"));
    QCOMPARE(server.count("GET", "/x"), 1);
}

void TestHttpClient::timesOut_data()
{
    QTest::addColumn<bool>("safely");
    QTest::addColumn<int>("tries");
    QTest::newRow("safely") << true << 3;
    QTest::newRow("never") << false << 1;
}

void TestHttpClient::timesOut()
{
    QFETCH(bool, safely);
    QFETCH(int, tries);
    ScriptedServer server;
    FaultProxy proxy(server.url());
    proxy.setFault(Fault::Stall);
    LogCapture log;
    HttpClient client(quick());
    Request request = post(proxy.url("/x"), safely ? Repeat::Safely : Repeat::Never);
    request.timeout = 50ms;
    const Result<Response> response = await(client.send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::Unreachable);
    QCOMPARE(response.error().code, QStringLiteral("timeout"));
    QVERIFY(response.error().retryable);
    QCOMPARE(log.count(QStringLiteral("trying again")), tries - 1);
}

void TestHttpClient::truncatedAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    QTest::newRow("none of the body") << QByteArray(head + "Content-Length: 10\r\n\r\n");
    QTest::newRow("half of the body") << QByteArray(head + "Content-Length: 10\r\n\r\n{\"a\":");
    QTest::newRow("a chunk is missing") << QByteArray(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n");
    QTest::newRow("half a chunk") << QByteArray(head + "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"a\":");
}

void TestHttpClient::truncatedAnswers()
{
    QFETCH(QByteArray, answer);
    RawPeer peer(answer);
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(peer.url())));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(response.error().code, QStringLiteral("truncated"));
    QCOMPARE(response.error().httpStatus, 200);
    QVERIFY(response.error().retryable);
}

void TestHttpClient::aTruncatedAnswerIsAskedForAgain()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = "whole"}});
    FaultProxy proxy(server.url());
    proxy.setBodyBytes(3);
    proxy.setFaults({Fault::Truncate});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(proxy.url("/x"))));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("whole"));
    QCOMPARE(server.count("GET", "/x"), 2);
}

void TestHttpClient::nonsenseIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another protocol") << QByteArray("220 mail.example.org ESMTP ready\r\n");
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 2");
    QTest::newRow("noise") << QByteArray(100, '\xff');
}

void TestHttpClient::nonsenseIsNoAnswer()
{
    QFETCH(QByteArray, answer);
    RawPeer peer(answer);
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(peer.url())));
    QVERIFY(!response);
    QVERIFY(response.error().kind == Error::Kind::Unreachable || response.error().kind == Error::Kind::BadAnswer);
}

void TestHttpClient::hugeAnswersAreGivenUp()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = QByteArray(17 * 1024 * 1024, 'x')}});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(server.url("/x"))));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(response.error().code, QStringLiteral("too_large"));
    QCOMPARE(server.count("GET", "/x"), 1);
}

void TestHttpClient::json_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QJsonDocument>("expected");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << true << QJsonDocument(QJsonObject{{QStringLiteral("a"), 1}});
    QTest::newRow("array") << QByteArray("[1]") << true << QJsonDocument(QJsonArray{1});
    QTest::newRow("empty") << QByteArray() << true << QJsonDocument();
    QTest::newRow("blank") << QByteArray(" \n") << true << QJsonDocument();
    QTest::newRow("half") << QByteArray(R"({"a":)") << false << QJsonDocument();
    QTest::newRow("html") << QByteArray("<html></html>") << false << QJsonDocument();
    QTest::newRow("more than one") << QByteArray("{}{}") << false << QJsonDocument();
}

void TestHttpClient::json()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, good);
    QFETCH(QJsonDocument, expected);
    ScriptedServer server;
    server.on("GET", "/x", {{.body = body}});
    HttpClient client(quick());
    const Result<QJsonDocument> document = await(client.sendJson(get(server.url("/x"))));
    QCOMPARE(document.has_value(), good);
    QCOMPARE(server.count("GET", "/x"), 1);
    if (good) {
        QCOMPARE(*document, expected);
        return;
    }
    QCOMPARE(document.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(document.error().code, QStringLiteral("not_json"));
    QCOMPARE(document.error().httpStatus, 200);
    QVERIFY(!document.error().requestId.isEmpty());
}

void TestHttpClient::shutDownEndsARequestAtOnce()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.held = true}});
    server.on("POST", "/x", {{.held = true}});
    HttpClient client(quick());
    QObject context;
    const auto first = watch(client.send(get(server.url("/x"))), &context);
    const auto second = watch(client.send(post(server.url("/x"), Repeat::Never)), &context);
    QTRY_COMPARE(server.requests().size(), 2);
    QVERIFY(!first->has_value());
    client.shutDown();
    QVERIFY(isCancelled(first));
    QVERIFY(isCancelled(second));
    QVERIFY(!(**first).error().retryable);
}

void TestHttpClient::shutDownEndsAPauseAtOnce()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 503}});
    LogCapture log;
    HttpClient client(sleepy());
    QObject context;
    const auto outcome = watch(client.send(get(server.url("/x"))), &context);
    QTRY_COMPARE(log.count(QStringLiteral("trying again")), 1);
    QVERIFY(!outcome->has_value());
    client.shutDown();
    QVERIFY(isCancelled(outcome));
    QCOMPARE(server.count("GET", "/x"), 1);
}

void TestHttpClient::shutDownIsForGood()
{
    ScriptedServer server;
    server.on("GET", "/x", {{}});
    HttpClient client(quick());
    client.shutDown();
    client.shutDown();
    QObject context;
    const auto outcome = watch(client.send(get(server.url("/x"))), &context);
    QVERIFY(isCancelled(outcome));
    QCOMPARE(server.requests().size(), 0);
}

void TestHttpClient::destroyingTheClientEndsEverything()
{
    ScriptedServer server;
    server.on("GET", "/held", {{.held = true}});
    server.on("GET", "/down", {{.status = 503}});
    LogCapture log;
    QObject context;
    auto client = std::make_unique<HttpClient>(sleepy());
    const auto underWay = watch(client->send(get(server.url("/held"))), &context);
    const auto pausing = watch(client->send(get(server.url("/down"))), &context);
    QTRY_COMPARE(server.count("GET", "/held"), 1);
    QTRY_COMPARE(log.count(QStringLiteral("trying again")), 1);
    client.reset();
    QVERIFY(isCancelled(underWay));
    QVERIFY(isCancelled(pausing));
}

void TestHttpClient::aCallerMayDestroyTheClientWhileItShutsDown()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.held = true}});
    QObject context;
    auto *client = new HttpClient(quick());
    QPointer<HttpClient> guard(client);
    whenDone(client->send(get(server.url("/x"))), &context, [client](const Result<Response> &) { delete client; });
    const auto other = watch(client->send(get(server.url("/x"))), &context);
    QTRY_COMPARE(server.requests().size(), 2);
    client->shutDown();
    QVERIFY(!guard);
    QVERIFY(isCancelled(other));
}

void TestHttpClient::aCallerMayDestroyTheClientWhenAnAnswerComes()
{
    ScriptedServer server;
    server.on("GET", "/x", {{}});
    server.on("GET", "/held", {{.held = true}});
    QObject context;
    auto *client = new HttpClient(quick());
    QPointer<HttpClient> guard(client);
    const auto other = watch(client->send(get(server.url("/held"))), &context);
    QTRY_COMPARE(server.requests().size(), 1);
    whenDone(client->send(get(server.url("/x"))), &context, [client](const Result<Response> &) { delete client; });
    QTRY_VERIFY(!guard);
    QVERIFY(isCancelled(other));
}

void TestHttpClient::clearingConnectionsLeavesRequestsAlone()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = "late", .held = true}});
    server.on("GET", "/y", {{}});
    FaultProxy proxy(server.url());
    HttpClient client(quick());
    Task<Response> underWay = client.send(get(proxy.url("/x")));
    QTRY_COMPARE(server.count("GET", "/x"), 1);
    const int before = proxy.connections();
    client.clearConnections();
    QVERIFY(await(client.send(get(proxy.url("/y")))));
    QCOMPARE(proxy.connections(), before + 1);
    server.release();
    const Result<Response> response = await(std::move(underWay));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("late"));
}

void TestHttpClient::manyRequestsAtOnce()
{
    ScriptedServer server;
    server.handle("GET", "/x",
                  [](const ScriptedServer::Request &request) { return ScriptedServer::Answer{.body = request.query}; });
    HttpClient client(quick());
    std::vector<Task<Response>> tasks;
    for (int i = 0; i < 50; ++i)
        tasks.push_back(client.send(get(server.url("/x?" + QByteArray::number(i)))));
    const Result<QList<Response>> responses = await(whenAll(std::move(tasks)));
    QVERIFY(responses);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(responses->at(i).body, QByteArray::number(i));
}

void TestHttpClient::logsAndErrorsHoldNoSecrets_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Fault>("fault");
    const QByteArray echo =
        R"({"code":"CANARYKEY","message":"CANARYKEY is refused, see https://acme.bandyer.com/CANARYLINK"})";
    QTest::newRow("success") << 200 << QByteArray(R"({"x":"CANARYBODY"})") << Fault::None;
    QTest::newRow("not JSON") << 200 << QByteArray("CANARYBODY") << Fault::None;
    QTest::newRow("refused key") << 401 << echo << Fault::None;
    QTest::newRow("not found") << 404 << echo << Fault::None;
    QTest::newRow("failing server") << 503 << echo << Fault::None;
    QTest::newRow("redirect") << 302 << QByteArray() << Fault::None;
    QTest::newRow("reset") << 200 << QByteArray("{}") << Fault::ResetAfter;
    QTest::newRow("truncated") << 200 << QByteArray(R"({"x":"CANARYBODY"})") << Fault::Truncate;
    QTest::newRow("stalled") << 200 << QByteArray("{}") << Fault::Stall;
}

void TestHttpClient::logsAndErrorsHoldNoSecrets()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Fault, fault);
    ScriptedServer server;
    const QByteArray path = "/v2/users/CANARYUSER42";
    server.on("POST", path,
              {{.status = status, .body = body, .headers = {{"Location", "http://127.0.0.1:1/CANARYTARGET"}}}});
    FaultProxy proxy(server.url());
    proxy.setFault(fault);
    proxy.setBodyBytes(12);
    LogCapture log;
    HttpClient client(quick());

    QString shown;
    for (const Repeat repeat : {Repeat::Safely, Repeat::Never}) {
        Request request = post(proxy.url(path + "?token=CANARYQUERY"), repeat, R"({"name":"CANARYSENT"})");
        request.headers.insert("apikey", "CANARYKEY");
        request.timeout = fault == Fault::Stall ? 50ms : 10000ms;
        const Result<QJsonDocument> answer = await(client.sendJson(request, readMessage));
        if (!answer) {
            const Error &error = answer.error();
            shown += error.toLogLine() + error.message + error.code + error.field + error.detail;
        }
    }
    QVERIFY2(!shown.contains(QStringLiteral("CANARY")), qPrintable(shown));
    QVERIFY2(!log.text().contains(QStringLiteral("CANARY")), qPrintable(log.text()));
    QVERIFY2(log.count(QStringLiteral("teleconsult.http: ")) >= 2, qPrintable(log.text()));
    QVERIFY2(log.text().contains(QStringLiteral("/v2/users/…")), qPrintable(log.text()));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "test_http_client.moc"
