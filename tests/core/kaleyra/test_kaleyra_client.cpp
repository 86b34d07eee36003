// What holds for every operation of KaleyraClient.
#include "core/kaleyra/kaleyra_client.h"

#include "tests/core/kaleyra/kaleyra_fixture.h"
#include "tests/support/await.h"
#include "tests/support/log_capture.h"

#include <QCoroFuture>
#include <QPromise>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using namespace teleconsult::kaleyra::test;
using teleconsult::test::await;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;

namespace {

/// An endpoint that is not known yet.
class LateEndpoint
{
public:
    LateEndpoint() { m_promise.start(); }
    Task<Endpoint> task() { return wait(m_promise.future()); }

    void arrive(Result<Endpoint> endpoint)
    {
        m_promise.addResult(std::move(endpoint));
        m_promise.finish();
    }

private:
    static Task<Endpoint> wait(QFuture<Result<Endpoint>> future)
    {
        Result<Endpoint> endpoint = co_await future;
        co_return endpoint;
    }

    QPromise<Result<Endpoint>> m_promise;
};

Task<Endpoint> endpointWith(QUrl url, QByteArray key)
{
    co_return Endpoint{url, key};
}

} // namespace

class TestKaleyraClient : public QObject
{
    Q_OBJECT
private slots:
    void everyRequestCarriesTheKey();
    void theBaseUrlMayHaveAPath();
    void theKeyTravelsEncryptedOrNotAtAll();
    void operationsWaitForTheEndpoint();
    void withoutAnEndpointOperationsFail();
    void aKeyThatWasChangedIsReadAnew();
    void theIdOfAPersonNeedsTheEndpointOnly();

    void deletes_data();
    void deletes();
    void idsCannotLeaveTheirPlace_data();
    void idsCannotLeaveTheirPlace();
    void emptyIdsAreNotSent_data();
    void emptyIdsAreNotSent();

    void readsTheCompany();
    void endsWithTheHttpClient();
    void errorsAndLogsHoldNoSecrets_data();
    void errorsAndLogsHoldNoSecrets();
};

void TestKaleyraClient::everyRequestCarriesTheKey()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/company", {{.body = R"({"name":"Acme"})"}});
    QVERIFY(await(kaleyra.client.company()));
    QCOMPARE(kaleyra.server.requests().value(0).headers.value("apikey"), apiKey);
    QCOMPARE(kaleyra.server.requests().value(0).query, QByteArray());
}

void TestKaleyraClient::theBaseUrlMayHaveAPath()
{
    ScriptedServer server;
    server.on("DELETE", "/proxy/kaleyra/v2/rooms/r1", {{}});
    http::HttpClient http;
    for (const QByteArray base : {"/proxy/kaleyra", "/proxy/kaleyra/"}) {
        KaleyraClient client(http, {server.url(base), apiKey});
        QVERIFY(await(client.deleteRoom(QStringLiteral("r1"))));
    }
    QCOMPARE(server.count("DELETE", "/proxy/kaleyra/v2/rooms/r1"), 2);
}

void TestKaleyraClient::theKeyTravelsEncryptedOrNotAtAll()
{
    http::HttpClient http;
    const QStringList unsafe{QStringLiteral("http://api.example.org"), QStringLiteral("ftp://api.example.org"),
                             QString()};
    for (const QString &base : unsafe) {
        KaleyraClient client(http, {QUrl(base), apiKey});
        const Result<Company> company = await(client.company());
        QVERIFY(!company);
        QCOMPARE(company.error().kind, Error::Kind::Invalid);
        QCOMPARE(company.error().code, QStringLiteral("insecure_base_url"));
    }
}

void TestKaleyraClient::operationsWaitForTheEndpoint()
{
    ScriptedServer server;
    server.on("GET", "/v2/company", {{.body = R"({"name":"Acme"})"}});
    http::HttpClient http;
    LateEndpoint late;
    KaleyraClient client(http, [&late](const QByteArray &) { return late.task(); });
    Task<Company> asking = client.company();
    QVERIFY(!asking.isReady());
    late.arrive(Endpoint{server.url(), apiKey});
    QCOMPARE(await(std::move(asking)).value().name, QStringLiteral("Acme"));
    QCOMPARE(server.requests().value(0).headers.value("apikey"), apiKey);
}

void TestKaleyraClient::withoutAnEndpointOperationsFail()
{
    http::HttpClient http;
    LateEndpoint late;
    KaleyraClient client(http, [&late](const QByteArray &) { return late.task(); });
    Task<Room> creating = client.createRoom(twoSeats, QStringLiteral("corr"));
    Task<QString> naming = client.userIdFor(QStringLiteral("mario"));
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = QStringLiteral("no_sandbox");
    late.arrive(failure(error));
    QCOMPARE(await(std::move(creating)).error(), error);
    QCOMPARE(await(std::move(naming)).error(), error);
}

/// The key is changed while the program runs: whatever is refused with the old one is done with the new one, once.
void TestKaleyraClient::aKeyThatWasChangedIsReadAnew()
{
    const QByteArray changed = "ak_live_NEWKEY456";
    const auto answerTo = [&changed](const ScriptedServer::Request &request) {
        return request.headers.value("apikey") == changed
                   ? ScriptedServer::Answer{.status = 201, .body = R"({"id":"u1"})"}
                   : ScriptedServer::Answer{.status = 401, .body = R"({"code":"invalid_api_key"})"};
    };
    ScriptedServer server;
    server.handle("POST", "/v2/users", answerTo);
    http::HttpClient http(quick);
    QByteArray held = apiKey;
    QByteArrayList refusals;
    const auto source = [&](QByteArray refused) -> Task<Endpoint> {
        if (!refused.isEmpty())
            refusals << refused;
        return endpointWith(server.url(), held);
    };
    KaleyraClient client(http, source);
    QCOMPARE(await(client.createUser({QStringLiteral("u1"), Role::Basic, {}})).error().kind, Error::Kind::Unauthorized);
    QCOMPARE(server.count("POST", "/v2/users"), 1); // The same key is not tried again.
    QCOMPARE(refusals, QByteArrayList{apiKey});

    // From the second question on the source has the new one: as a store that is asked anew.
    refusals.clear();
    const auto changing = [&](QByteArray refused) -> Task<Endpoint> {
        if (!refused.isEmpty()) {
            refusals << refused;
            held = changed;
        }
        return endpointWith(server.url(), held);
    };
    KaleyraClient rotating(http, changing);
    QCOMPARE(await(rotating.createUser({QStringLiteral("u1"), Role::Basic, {}})).value(), QStringLiteral("u1"));
    QCOMPARE(server.count("POST", "/v2/users"), 3);
    QCOMPARE(await(rotating.createUser({QStringLiteral("u1"), Role::Basic, {}})).value(), QStringLiteral("u1"));
    QCOMPARE(server.count("POST", "/v2/users"), 4);
    QCOMPARE(refusals, QByteArrayList{apiKey});
}

void TestKaleyraClient::theIdOfAPersonNeedsTheEndpointOnly()
{
    Kaleyra kaleyra;
    QCOMPARE(await(kaleyra.client.userIdFor(QStringLiteral("mario"))).value(),
             opaqueUserId(QStringLiteral("mario"), apiKey));
    QCOMPARE(kaleyra.server.requests().size(), 0);
}

void TestKaleyraClient::deletes_data()
{
    QTest::addColumn<bool>("user");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("done");
    const QByteArray unknown = R"({"code":"invalid_user_id"})";
    for (const bool user : {true, false}) {
        const char *what = user ? "user" : "room";
        QTest::addRow("%s, empty answer", what) << user << 204 << QByteArray() << true;
        QTest::addRow("%s, a message", what) << user << 200 << QByteArray(R"({"message":"deleted"})") << true;
        QTest::addRow("%s, gone", what) << user << 404 << QByteArray("{}") << true;
        QTest::addRow("%s, unknown", what) << user << 400 << unknown << user;
        QTest::addRow("%s, refused", what) << user << 403 << QByteArray("{}") << false;
        QTest::addRow("%s, bad request", what) << user << 400 << QByteArray("{}") << false;
        QTest::addRow("%s, failing server", what) << user << 500 << QByteArray("{}") << false;
    }
}

void TestKaleyraClient::deletes()
{
    QFETCH(bool, user);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(bool, done);
    Kaleyra kaleyra;
    kaleyra.server.on("DELETE", user ? "/v2/users/x" : "/v2/rooms/x", {{.status = status, .body = answer}});
    const QString id = QStringLiteral("x");
    const LogCapture log;
    Result<void> result;
    if (user) {
        result = await(kaleyra.client.deleteUser(id));
    } else if (const Result<bool> room = await(kaleyra.client.deleteRoom(id)); room) {
        QCOMPARE(*room, status < 400);
    } else {
        result = failure(room.error());
    }
    QCOMPARE(result.has_value(), done);
    QCOMPARE(log.warnings().isEmpty(), done);
    if (!done)
        QCOMPARE(result.error().httpStatus, status);
    QVERIFY(!kaleyra.server.requests().isEmpty());
}

void TestKaleyraClient::idsCannotLeaveTheirPlace_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("plain") << "room_1.a-b" << QByteArray("/v2/rooms/room_1.a-b");
    QTest::newRow("slash") << "a/../../b" << QByteArray("/v2/rooms/a%2F..%2F..%2Fb");
    QTest::newRow("query") << "a?b=c" << QByteArray("/v2/rooms/a%3Fb%3Dc");
    QTest::newRow("fragment") << "a#b" << QByteArray("/v2/rooms/a%23b");
    QTest::newRow("percent") << "a%2Fb" << QByteArray("/v2/rooms/a%252Fb");
    QTest::newRow("space") << "a b" << QByteArray("/v2/rooms/a%20b");
    QTest::newRow("not ASCII") << QStringLiteral("è") << QByteArray("/v2/rooms/%C3%A8");
    QTest::newRow("placeholder") << "{id}" << QByteArray("/v2/rooms/%7Bid%7D");
}

void TestKaleyraClient::idsCannotLeaveTheirPlace()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, path);
    Kaleyra kaleyra;
    kaleyra.server.on("DELETE", path, {{.status = 204}});
    QVERIFY(await(kaleyra.client.deleteRoom(id)));
    QCOMPARE(kaleyra.server.requests().value(0).target, path);
}

void TestKaleyraClient::emptyIdsAreNotSent_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty: would be the whole collection") << "";
    QTest::newRow("blank") << "  ";
    QTest::newRow("this folder") << ".";
    QTest::newRow("the folder above") << "..";
}

void TestKaleyraClient::emptyIdsAreNotSent()
{
    QFETCH(QString, id);
    Kaleyra kaleyra;
    QCOMPARE(await(kaleyra.client.deleteRoom(id)).error().kind, Error::Kind::Invalid);
    QCOMPARE(await(kaleyra.client.deleteUser(id)).error().kind, Error::Kind::Invalid);
    QCOMPARE(await(kaleyra.client.room(id)).error().kind, Error::Kind::Invalid);
    QCOMPARE(await(kaleyra.client.createUser({id, Role::Basic, {}})).error().kind, Error::Kind::Invalid);
    QCOMPARE(kaleyra.server.requests().size(), 0);
}

void TestKaleyraClient::readsTheCompany()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/company", {{.body = R"({"company":{"name":"Acme","default_language":"it"}})"}});
    const Result<Company> company = await(kaleyra.client.company());
    QVERIFY(company);
    QCOMPARE(company->name, QStringLiteral("Acme"));
    QVERIFY(company->endCallRedirectUrl.isEmpty());
}

void TestKaleyraClient::endsWithTheHttpClient()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms", {{.body = page(0, 100, true)}, {.held = true}});
    kaleyra.server.on("POST", "/v2/rooms", {{.held = true}});
    std::vector<Task<Room>> tasks;
    tasks.push_back(kaleyra.client.findRoom(QStringLiteral("nothing")));
    tasks.push_back(kaleyra.client.createRoom(twoSeats, QStringLiteral("corr")));
    Task<QList<Room>> all = whenAll(std::move(tasks));
    QTRY_COMPARE(kaleyra.server.requests().size(), 3);
    kaleyra.http.shutDown();
    QVERIFY(all.isReady());
    QCOMPARE(await(std::move(all)).error().kind, Error::Kind::Cancelled);
}

void TestKaleyraClient::errorsAndLogsHoldNoSecrets_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray links = R"({"user_id":"u1","url":"https://x.org/CANARYLINK1"},{"user_id":"u2","url":")";
    QTest::newRow("success") << 200
                             << QByteArray(R"({"id":"CANARYROOM","participants":[)" + links +
                                           R"(https://x.org/CANARYLINK2"}]})");
    QTest::newRow("unencrypted link") << 200
                                      << QByteArray(R"({"id":"CANARYROOM","participants":[)" + links +
                                                    R"(http://x.org/CANARYLINK2"}]})");
    QTest::newRow("cut JSON") << 200 << QByteArray(R"({"id":"CANARYROOM","participants":[)" + links);
    QTest::newRow("refusal that repeats the key")
        << 401 << QByteArray(R"({"code":"ak_live_CANARYKEY123","message":"bad key ak_live_CANARYKEY123"})");
    QTest::newRow("refusal that repeats a link")
        << 400 << QByteArray(R"({"error":"cannot use https://x.org/CANARYLINK1"})");
    QTest::newRow("failing server") << 500 << QByteArray(R"({"message":"at https://CANARYHOST.example.org/"})");
}

void TestKaleyraClient::errorsAndLogsHoldNoSecrets()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    LogCapture log;
    Kaleyra kaleyra;
    for (const QByteArray method : {"GET", "DELETE"}) {
        kaleyra.server.on(method, "/v2/rooms/CANARYROOM", {{.status = status, .body = answer}});
        kaleyra.server.on(method, "/v2/users/CANARYUSER", {{.status = status, .body = answer}});
    }
    kaleyra.server.on("POST", "/v2/users", {{.status = status, .body = answer}});
    kaleyra.server.on("POST", "/v2/rooms", {{.status = status, .body = answer}});
    kaleyra.server.on("GET", "/v2/rooms", {{.status = status, .body = answer}});
    kaleyra.server.on("GET", "/v2/company", {{.status = status, .body = answer}});

    QString shown;
    const auto note = [&shown](const auto &result) {
        if (!result)
            shown += result.error().toLogLine() + result.error().message + result.error().code + result.error().field;
    };
    note(await(kaleyra.client.createUser({QStringLiteral("CANARYUSER"), Role::Basic, {}})));
    note(await(kaleyra.client.deleteUser(QStringLiteral("CANARYUSER"))));
    note(await(kaleyra.client.createRoom(twoSeats, QStringLiteral("CANARYCORRELATION"))));
    note(await(kaleyra.client.room(QStringLiteral("CANARYROOM"))));
    note(await(kaleyra.client.deleteRoom(QStringLiteral("CANARYROOM"))));
    note(await(kaleyra.client.findRoom(QStringLiteral("CANARYCORRELATION"))));
    note(await(kaleyra.client.company()));

    QVERIFY2(!shown.contains(QStringLiteral("CANARY")), qPrintable(shown));
    QVERIFY2(!log.text().contains(QStringLiteral("CANARY")), qPrintable(log.text()));
    QVERIFY2(log.text().contains(QStringLiteral("/v2/users/{id}")), qPrintable(log.text()));
}

QTEST_GUILESS_MAIN(TestKaleyraClient)
#include "test_kaleyra_client.moc"
