#include "core/http/http_client.h"

#include "tests/core/http/http_fixtures.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"
#include "tests/support/scripted_server.h"

#include <QHostInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QScopeGuard>
#include <QUuid>

using namespace teleconsult;
using namespace teleconsult::http;
using namespace teleconsult::http::test;
using namespace std::chrono_literals;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;
using Fault = FaultProxy::Fault;
using Repeat = Request::Repeat;

namespace {

void readMessage(const QJsonDocument &body, Error &error)
{
    error.code = body[QStringLiteral("code")].toString();
    error.message = body[QStringLiteral("message")].toString();
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
    void requestIdIsTheOneThatIsPassedOn_data();
    void requestIdIsTheOneThatIsPassedOn();
    void keepsNoCookies();
    void ignoresProxiesForThisComputer_data();
    void ignoresProxiesForThisComputer();
    void statusBecomesKind_data();
    void statusBecomesKind();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void peersWordsReachTheError();
    void anExpectedRefusalIsNoWarning_data();
    void anExpectedRefusalIsNoWarning();
    void recoversWhenThePeerDoes();
    void retryAfter_data();
    void retryAfter();
    void json_data();
    void json();
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

void TestHttpClient::requestIdIsTheOneThatIsPassedOn_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("taken");
    QTest::newRow("an id") << QByteArray("req-7.a_b:c") << true;
    QTest::newRow("the longest") << QByteArray(64, 'a') << true;
    QTest::newRow("too long") << QByteArray(65, 'a') << false;
    QTest::newRow("not for a log") << QByteArray("a b") << false;
}

void TestHttpClient::requestIdIsTheOneThatIsPassedOn()
{
    QFETCH(QByteArray, given);
    QFETCH(bool, taken);
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 200}});
    HttpClient client(quick());
    Request request = get(server.url("/x"));
    request.headers.insert("x-request-id", given);
    const Result<Response> response = await(client.send(request));
    QVERIFY(response);
    const QByteArray sent = server.requests().value(0).headers.value("x-request-id");
    QCOMPARE(sent == given, taken);
    QCOMPARE(response->requestId, QString::fromLatin1(sent));
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

void TestHttpClient::ignoresProxiesForThisComputer_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << QStringLiteral("127.0.0.1");
    QTest::newRow("name") << QStringLiteral("localhost");
}

void TestHttpClient::ignoresProxiesForThisComputer()
{
    QFETCH(QString, host);
    if (QHostInfo::fromName(host).addresses().isEmpty())
        QSKIP("a system without /etc/hosts does not know its own name");
    ScriptedServer server;
    server.on("GET", "/x", {{}});
    const auto restore = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy()); });
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.invalid"), 3128));
    HttpClient client(quick());
    QUrl url = server.url("/x");
    url.setHost(host);
    QVERIFY(await(client.send(get(url))));
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

void TestHttpClient::anExpectedRefusalIsNoWarning_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("warnings");
    QTest::newRow("expected") << QByteArray(R"({"code":"taken"})") << 0;
    QTest::newRow("another") << QByteArray(R"({"code":"too_long"})") << 1;
}

void TestHttpClient::anExpectedRefusalIsNoWarning()
{
    QFETCH(QByteArray, answer);
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 400, .body = answer}});
    HttpClient client(quick());
    Request request = post(server.url("/x"), Repeat::Safely);
    request.expects = [](const Error &error) { return error.code == QLatin1String("taken"); };
    const LogCapture log;
    const Result<QJsonDocument> refused = await(client.sendJson(std::move(request), readMessage));
    QVERIFY(!refused);
    QCOMPARE(log.count(QStringLiteral("POST")), 1);
    QTEST(int(log.warnings().size()), "warnings");
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
