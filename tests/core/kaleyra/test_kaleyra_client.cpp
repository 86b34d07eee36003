#include "core/kaleyra/kaleyra_client.h"

#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"
#include "tests/support/scripted_server.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <QPromise>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using namespace std::chrono_literals;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;

namespace {

const QByteArray apiKey = "ak_live_CANARYKEY123";

/// A Kaleyra that says what the test scripts, and its client.
struct Kaleyra
{
    ScriptedServer server;
    http::HttpClient http{{.tries = 3, .firstDelay = 1ms, .longestRetryAfter = 1s}};
    KaleyraClient client{http, {server.url(), apiKey}};
};

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

RoomPlan planFor(const QStringList &userIds)
{
    RoomPlan plan;
    for (const QString &id : userIds)
        plan.seats.append({id, {}});
    plan.recording = QStringLiteral("none");
    return plan;
}

const RoomPlan twoSeats = planFor({QStringLiteral("u1"), QStringLiteral("u2")});

/// A page of rooms whose descriptions are "c<n>".
QByteArray page(int first, int count, std::optional<bool> hasMore)
{
    QJsonArray rooms;
    for (int i = first; i < first + count; ++i)
        rooms.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("r%1").arg(i)},
                                 {QStringLiteral("description"), QStringLiteral("c%1").arg(i)}});
    QJsonObject body{{QStringLiteral("rooms"), rooms}};
    if (hasMore)
        body.insert(QStringLiteral("has_more"), *hasMore);
    return QJsonDocument(body).toJson();
}

/// A list of `total` rooms, page after page.
ScriptedServer::Handler listOf(int total, bool saysHasMore)
{
    return [total, saysHasMore](const ScriptedServer::Request &request) {
        const QUrlQuery query(QString::fromLatin1(request.query));
        const int offset = query.queryItemValue(QStringLiteral("offset")).toInt();
        const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
        const int count = std::clamp(total - offset, 0, limit);
        const std::optional<bool> hasMore = saysHasMore ? std::optional<bool>(offset + count < total) : std::nullopt;
        return ScriptedServer::Answer{.body = page(offset, count, hasMore)};
    };
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
    void theIdOfAPersonNeedsTheEndpointOnly();

    void createsUsers_data();
    void createsUsers();
    void aUserWhoExistsIsTheSameUser_data();
    void aUserWhoExistsIsTheSameUser();
    void creatingAUserIsRepeatable();
    void userIsRefused();

    void deletes_data();
    void deletes();
    void idsCannotLeaveTheirPlace_data();
    void idsCannotLeaveTheirPlace();
    void emptyIdsAreNotSent_data();
    void emptyIdsAreNotSent();

    void createsRooms_data();
    void createsRooms();
    void aRoomIsNeverPostedTwice_data();
    void aRoomIsNeverPostedTwice();
    void halfMadeRoomsAreBadAnswers_data();
    void halfMadeRoomsAreBadAnswers();

    void readsARoom();
    void aRoomThatIsGone();
    void findsARoom_data();
    void findsARoom();
    void aListWithoutEndIsGivenUp();
    void aListThatFailsIsNoAbsence();

    void readsTheCompany();
    void endsWithTheHttpClient();
    void errorsAndLogsHoldNoSecrets_data();
    void errorsAndLogsHoldNoSecrets();

    void opaqueIdsAreStableAndTellNothing();
    void opaqueIdsDifferByPersonAndSecret();
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
    KaleyraClient client(http, [&late] { return late.task(); });
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
    KaleyraClient client(http, [&late] { return late.task(); });
    Task<Room> creating = client.createRoom(twoSeats, QStringLiteral("corr"));
    Task<QString> naming = client.userIdFor(QStringLiteral("mario"));
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = QStringLiteral("no_sandbox");
    late.arrive(failure(error));
    QCOMPARE(await(std::move(creating)).error(), error);
    QCOMPARE(await(std::move(naming)).error(), error);
}

void TestKaleyraClient::theIdOfAPersonNeedsTheEndpointOnly()
{
    Kaleyra kaleyra;
    QCOMPARE(await(kaleyra.client.userIdFor(QStringLiteral("mario"))).value(),
             opaqueUserId(QStringLiteral("mario"), apiKey));
    QCOMPARE(kaleyra.server.requests().size(), 0);
}

void TestKaleyraClient::createsUsers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("id");
    QTest::newRow("version 2") << 201 << QByteArray(R"({"id":"tc-1","role":"plus"})") << "tc-1";
    QTest::newRow("version 1") << 200 << QByteArray(R"({"user":{"id":"tc-1"},"id":"tc-1"})") << "tc-1";
    QTest::newRow("empty answer") << 204 << QByteArray() << "tc-1";
    QTest::newRow("an id of Kaleyra's own") << 201 << QByteArray(R"({"id":"other"})") << "other";
}

void TestKaleyraClient::createsUsers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(QString, id);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/users", {{.status = status, .body = answer}});
    const Result<QString> made =
        await(kaleyra.client.createUser({QStringLiteral("tc-1"), Role::Plus, Language::Italian}));
    QVERIFY(made);
    QCOMPARE(*made, id);
    QCOMPARE(QJsonDocument::fromJson(kaleyra.server.requests().value(0).body),
             QJsonDocument::fromJson(R"({"id":"tc-1","role":"plus","language":"it"})"));
}

void TestKaleyraClient::aUserWhoExistsIsTheSameUser_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("400 code") << 400 << QByteArray(R"({"code":"user_id_already_exists"})");
    QTest::newRow("400 nested") << 400 << QByteArray(R"({"error":{"code":"user_id_already_exists"}})");
    QTest::newRow("409") << 409 << QByteArray();
}

void TestKaleyraClient::aUserWhoExistsIsTheSameUser()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/users", {{.status = status, .body = answer}});
    const LogCapture log;
    const Result<QString> made = await(kaleyra.client.createUser({QStringLiteral("tc-1"), Role::Basic, {}}));
    QVERIFY(made);
    QCOMPARE(*made, QStringLiteral("tc-1"));
    QCOMPARE(log.warnings(), QStringList());
}

void TestKaleyraClient::creatingAUserIsRepeatable()
{
    // The first answer is lost on the way; the second says that the user is there.
    ScriptedServer server;
    server.on(
        "POST", "/v2/users",
        {{.status = 201, .body = R"({"id":"tc-1"})"}, {.status = 400, .body = R"({"code":"user_id_already_exists"})"}});
    FaultProxy proxy(server.url());
    proxy.setFaults({FaultProxy::Fault::ResetAfter});
    http::HttpClient http({.tries = 3, .firstDelay = 1ms, .longestRetryAfter = 1s});
    KaleyraClient client(http, {proxy.url(), apiKey});
    QCOMPARE(await(client.createUser({QStringLiteral("tc-1"), Role::Basic, {}})).value(), QStringLiteral("tc-1"));
    QCOMPARE(server.count("POST", "/v2/users"), 2);
}

void TestKaleyraClient::userIsRefused()
{
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/users",
                      {{.status = 422, .body = R"({"code":"role_validation_error","reason":"no such role"})"}});
    const Result<QString> made = await(kaleyra.client.createUser({QStringLiteral("tc-1"), Role::Basic, {}}));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Invalid);
    QCOMPARE(made.error().httpStatus, 422);
    QCOMPARE(made.error().code, QStringLiteral("role_validation_error"));
    QCOMPARE(made.error().message, QStringLiteral("no such role"));
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
    const Result<void> result = await(user ? kaleyra.client.deleteUser(id) : kaleyra.client.deleteRoom(id));
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

void TestKaleyraClient::createsRooms_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("version 2") << 201 << QByteArray(R"({"id":"r1","participants":[
        {"user_id":"u1","url":"https://x.org/1"},{"user_id":"u2","url":"https://x.org/2"}]})");
    QTest::newRow("version 1") << 200 << QByteArray(R"({"room":{"room_id":"r1","user_urls":[
        {"user":"u2","url":"https://x.org/2"},{"user":"u1","url":"https://x.org/1"}]}})");
}

void TestKaleyraClient::createsRooms()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/rooms", {{.status = status, .body = answer}});
    const Result<Room> room = await(kaleyra.client.createRoom(twoSeats, QStringLiteral("corr")));
    QVERIFY(room);
    QCOMPARE(room->id, QStringLiteral("r1"));
    QCOMPARE(room->linkOf(QStringLiteral("u1")), QUrl(QStringLiteral("https://x.org/1")));
    QCOMPARE(room->linkOf(QStringLiteral("u2")), QUrl(QStringLiteral("https://x.org/2")));
    const QJsonDocument sent = QJsonDocument::fromJson(kaleyra.server.requests().value(0).body);
    QCOMPARE(sent[QStringLiteral("description")].toString(), QStringLiteral("corr"));
    QCOMPARE(sent[QStringLiteral("participants")].toArray().size(), 2);
}

void TestKaleyraClient::aRoomIsNeverPostedTwice_data()
{
    QTest::addColumn<FaultProxy::Fault>("fault");
    QTest::addColumn<int>("status");
    using Fault = FaultProxy::Fault;
    QTest::newRow("the connection breaks") << Fault::ResetAfter << 201;
    QTest::newRow("the answer is cut short") << Fault::Truncate << 201;
    QTest::newRow("500") << Fault::None << 500;
    QTest::newRow("503") << Fault::None << 503;
    QTest::newRow("429") << Fault::None << 429;
}

void TestKaleyraClient::aRoomIsNeverPostedTwice()
{
    QFETCH(FaultProxy::Fault, fault);
    QFETCH(int, status);
    ScriptedServer server;
    server.on("POST", "/v2/rooms", {{.status = status, .body = R"({"id":"r1"})"}});
    FaultProxy proxy(server.url());
    proxy.setFault(fault);
    http::HttpClient http({.tries = 3, .firstDelay = 1ms, .longestRetryAfter = 1s});
    KaleyraClient client(http, {proxy.url(), apiKey});
    QVERIFY(!await(client.createRoom(twoSeats, QStringLiteral("corr"))));
    QCOMPARE(server.count("POST", "/v2/rooms"), 1);
}

void TestKaleyraClient::halfMadeRoomsAreBadAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray link1 = R"({"user_id":"u1","url":"https://x.org/1"})";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an HTML page") << QByteArray("<html></html>");
    QTest::newRow("no id") << QByteArray(R"({"participants":[)" + link1 +
                                         R"(,{"user_id":"u2","url":"https://x.org/2"}]})");
    QTest::newRow("no participants") << QByteArray(R"({"id":"r1"})");
    QTest::newRow("a participant is missing") << QByteArray(R"({"id":"r1","participants":[)" + link1 + "]}");
    QTest::newRow("a link is missing") << QByteArray(R"({"id":"r1","participants":[)" + link1 +
                                                     R"(,{"user_id":"u2"}]})");
    QTest::newRow("a link is not encrypted")
        << QByteArray(R"({"id":"r1","participants":[)" + link1 + R"(,{"user_id":"u2","url":"http://x.org/2"}]})");
    QTest::newRow("somebody else's link")
        << QByteArray(R"({"id":"r1","participants":[)" + link1 + R"(,{"user_id":"u3","url":"https://x.org/3"}]})");
    QTest::newRow("closed already") << QByteArray(R"({"id":"r1","status":"CLOSED","participants":[)" + link1 +
                                                  R"(,{"user_id":"u2","url":"https://x.org/2"}]})");
}

void TestKaleyraClient::halfMadeRoomsAreBadAnswers()
{
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/rooms", {{.status = 201, .body = answer}});
    const Result<Room> room = await(kaleyra.client.createRoom(twoSeats, QStringLiteral("corr")));
    QVERIFY(!room);
    QCOMPARE(room.error().kind, Error::Kind::BadAnswer);
}

void TestKaleyraClient::readsARoom()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms/r1", {{.body = R"({"status":"RUNNING","duration_used":60})"}});
    const Result<Room> room = await(kaleyra.client.room(QStringLiteral("r1")));
    QVERIFY(room);
    QCOMPARE(room->id, QStringLiteral("r1"));
    QCOMPARE(room->status, QStringLiteral("RUNNING"));
    QCOMPARE(room->durationUsed, 60s);

    kaleyra.server.on("GET", "/v2/rooms/r1", {{.body = "[]"}});
    QCOMPARE(await(kaleyra.client.room(QStringLiteral("r1"))).error().kind, Error::Kind::BadAnswer);
}

void TestKaleyraClient::aRoomThatIsGone()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms/r1", {{.status = 404}});
    QCOMPARE(await(kaleyra.client.room(QStringLiteral("r1"))).error().kind, Error::Kind::NotFound);
}

void TestKaleyraClient::findsARoom_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("saysHasMore");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<bool>("found");
    QTest::addColumn<int>("requests");
    QTest::newRow("first") << 250 << true << 0 << true << 1;
    QTest::newRow("last of a page") << 250 << true << 99 << true << 1;
    QTest::newRow("first of the next page") << 250 << true << 100 << true << 2;
    QTest::newRow("last of all") << 250 << true << 249 << true << 3;
    QTest::newRow("none") << 250 << true << 250 << false << 3;
    QTest::newRow("none, pages full") << 200 << true << 200 << false << 2;
    QTest::newRow("no rooms at all") << 0 << true << 0 << false << 1;
    QTest::newRow("has_more unsaid, last of all") << 250 << false << 249 << true << 3;
    QTest::newRow("has_more unsaid, none") << 250 << false << 250 << false << 3;
    QTest::newRow("has_more unsaid, none, pages full") << 200 << false << 200 << false << 3;
}

void TestKaleyraClient::findsARoom()
{
    QFETCH(int, total);
    QFETCH(bool, saysHasMore);
    QFETCH(int, wanted);
    QFETCH(bool, found);
    QFETCH(int, requests);
    Kaleyra kaleyra;
    kaleyra.server.handle("GET", "/v2/rooms", listOf(total, saysHasMore));
    const Result<Room> room = await(kaleyra.client.findRoom(QStringLiteral("c%1").arg(wanted)));
    QCOMPARE(room.has_value(), found);
    if (found)
        QCOMPARE(room->id, QStringLiteral("r%1").arg(wanted));
    else
        QCOMPARE(room.error().kind, Error::Kind::NotFound);
    QCOMPARE(kaleyra.server.requests().size(), requests);
    QCOMPARE(kaleyra.server.requests().value(0).query, QByteArray("offset=0&limit=100"));
}

void TestKaleyraClient::aListWithoutEndIsGivenUp()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms", {{.body = page(0, 100, true)}});
    const Result<Room> room = await(kaleyra.client.findRoom(QStringLiteral("nothing")));
    QVERIFY(!room);
    QCOMPARE(room.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(kaleyra.server.requests().size(), 100);
}

void TestKaleyraClient::aListThatFailsIsNoAbsence()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms", {{.body = page(0, 100, true)}, {.status = 500}});
    QCOMPARE(await(kaleyra.client.findRoom(QStringLiteral("nothing"))).error().kind, Error::Kind::Server);
    kaleyra.server.on("GET", "/v2/rooms", {{.body = "{}"}});
    QCOMPARE(await(kaleyra.client.findRoom(QStringLiteral("nothing"))).error().kind, Error::Kind::BadAnswer);
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

void TestKaleyraClient::opaqueIdsAreStableAndTellNothing()
{
    const QString id = opaqueUserId(QStringLiteral("mario.rossi@example.org"), "secret");
    // Pinned: another value would give everybody a new identity.
    QCOMPARE(id, QStringLiteral("tc-0b306ececdcd523bbc57f3d9995118d6b89cef74e32bfcb14a9a1e41ca0f1c18"));
    QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9._-]{1,128}$")).match(id).hasMatch());
    QVERIFY(!id.contains(QStringLiteral("mario")));
}

void TestKaleyraClient::opaqueIdsDifferByPersonAndSecret()
{
    const QString id = opaqueUserId(QStringLiteral("a"), "secret");
    QCOMPARE(opaqueUserId(QStringLiteral("a"), "secret"), id);
    QVERIFY(opaqueUserId(QStringLiteral("b"), "secret") != id);
    QVERIFY(opaqueUserId(QStringLiteral("a"), "other secret") != id);
    QVERIFY(opaqueUserId(QStringLiteral("à"), "secret") != id);
}

QTEST_GUILESS_MAIN(TestKaleyraClient)
#include "test_kaleyra_client.moc"
