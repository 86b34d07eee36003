#include "core/http/http_client.h"

#include "tests/core/http/http_fixtures.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"
#include "tests/support/scripted_server.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QScopeGuard>
#include <QTest>
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
