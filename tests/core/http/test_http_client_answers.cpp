// What HttpClient makes of a peer's answers.
#include "core/http/http_client.h"

#include "tests/core/http/http_fixtures.h"
#include "tests/support/await.h"
#include "tests/support/log_capture.h"
#include "tests/support/scripted_server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::http;
using namespace teleconsult::http::test;
using teleconsult::test::await;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;
using Repeat = Request::Repeat;

Q_DECLARE_METATYPE(teleconsult::Error::Kind)

class TestHttpClientAnswers : public QObject
{
    Q_OBJECT
private slots:
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
};

void TestHttpClientAnswers::statusBecomesKind_data()
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

void TestHttpClientAnswers::statusBecomesKind()
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

void TestHttpClientAnswers::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestHttpClientAnswers::redirectsAreNotFollowed()
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

void TestHttpClientAnswers::peersWordsReachTheError()
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

void TestHttpClientAnswers::anExpectedRefusalIsNoWarning_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("warnings");
    QTest::newRow("expected") << QByteArray(R"({"code":"taken"})") << 0;
    QTest::newRow("another") << QByteArray(R"({"code":"too_long"})") << 1;
}

void TestHttpClientAnswers::anExpectedRefusalIsNoWarning()
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

void TestHttpClientAnswers::recoversWhenThePeerDoes()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 503}, {.status = 429}, {.body = "fine"}});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(server.url("/x"))));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("fine"));
    QCOMPARE(server.count("GET", "/x"), 3);
}

void TestHttpClientAnswers::retryAfter_data()
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

void TestHttpClientAnswers::retryAfter()
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
        QCOMPARE(QStringLiteral("retry after %1 s").arg(response.error().retryAfter.count()), detail);
    }
}

void TestHttpClientAnswers::json_data()
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

void TestHttpClientAnswers::json()
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

QTEST_GUILESS_MAIN(TestHttpClientAnswers)
#include "test_http_client_answers.moc"
