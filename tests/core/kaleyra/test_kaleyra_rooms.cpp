// The rooms of KaleyraClient.
#include "core/domain/json.h"
#include "tests/core/kaleyra/kaleyra_fixture.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"

#include <QTest>
#include <QUrlQuery>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using namespace teleconsult::kaleyra::test;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::ScriptedServer;
using namespace std::chrono_literals;

namespace {

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

class TestKaleyraRooms : public QObject
{
    Q_OBJECT
private slots:
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
    void olderRoomsAreNotLookedThrough();
    void aListThatBeginsWithTheOldestIsReadToItsEnd();
    void aListThatFailsIsNoAbsence();
};

void TestKaleyraRooms::createsRooms_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("version 2") << 201 << QByteArray(R"({"id":"r1","participants":[
        {"user_id":"u1","url":"https://x.org/1"},{"user_id":"u2","url":"https://x.org/2"}]})");
    QTest::newRow("version 1") << 200 << QByteArray(R"({"room":{"room_id":"r1","user_urls":[
        {"user":"u2","url":"https://x.org/2"},{"user":"u1","url":"https://x.org/1"}]}})");
}

void TestKaleyraRooms::createsRooms()
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

void TestKaleyraRooms::aRoomIsNeverPostedTwice_data()
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

void TestKaleyraRooms::aRoomIsNeverPostedTwice()
{
    QFETCH(FaultProxy::Fault, fault);
    QFETCH(int, status);
    ScriptedServer server;
    server.on("POST", "/v2/rooms", {{.status = status, .body = R"({"id":"r1"})"}});
    FaultProxy proxy(server.url());
    proxy.setFault(fault);
    http::HttpClient http(quick);
    KaleyraClient client(http, {proxy.url(), apiKey});
    QVERIFY(!await(client.createRoom(twoSeats, QStringLiteral("corr"))));
    QCOMPARE(server.count("POST", "/v2/rooms"), 1);
}

void TestKaleyraRooms::halfMadeRoomsAreBadAnswers_data()
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

void TestKaleyraRooms::halfMadeRoomsAreBadAnswers()
{
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/rooms", {{.status = 201, .body = answer}});
    const Result<Room> room = await(kaleyra.client.createRoom(twoSeats, QStringLiteral("corr")));
    QVERIFY(!room);
    QCOMPARE(room.error().kind, Error::Kind::BadAnswer);
}

void TestKaleyraRooms::readsARoom()
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

void TestKaleyraRooms::aRoomThatIsGone()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms/r1", {{.status = 404}});
    QCOMPARE(await(kaleyra.client.room(QStringLiteral("r1"))).error().kind, Error::Kind::NotFound);
}

void TestKaleyraRooms::findsARoom_data()
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

void TestKaleyraRooms::findsARoom()
{
    QFETCH(int, total);
    QFETCH(bool, saysHasMore);
    QFETCH(int, wanted);
    QFETCH(bool, found);
    QFETCH(int, requests);
    Kaleyra kaleyra;
    kaleyra.server.handle("GET", "/v2/rooms", listOf(total, saysHasMore));
    const Result<Room> room = await(kaleyra.client.findRoom(QStringLiteral("c%1").arg(wanted), noon));
    QCOMPARE(room.has_value(), found);
    if (found)
        QCOMPARE(room->id, QStringLiteral("r%1").arg(wanted));
    else
        QCOMPARE(room.error().kind, Error::Kind::NotFound);
    QCOMPARE(kaleyra.server.requests().size(), requests);
    QCOMPARE(kaleyra.server.requests().value(0).query, QByteArray("offset=0&limit=100"));
}

void TestKaleyraRooms::aListWithoutEndIsGivenUp()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms", {{.body = page(0, 100, true)}});
    const Result<Room> room = await(kaleyra.client.findRoom(QStringLiteral("nothing"), noon));
    QVERIFY(!room);
    QCOMPARE(room.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(kaleyra.server.requests().size(), 100);
}

/// However many there are: a company that has more than can be listed would never be told that there is none.
void TestKaleyraRooms::olderRoomsAreNotLookedThrough()
{
    const auto pageOf = [](const QDateTime &createdAt, const QDateTime &last) {
        QJsonObject body = QJsonDocument::fromJson(page(0, 100, true)).object();
        QJsonArray rooms;
        for (const QJsonValue room : body[QStringLiteral("rooms")].toArray()) {
            QJsonObject dated = room.toObject();
            dated.insert(QStringLiteral("creation_date"), dateText(rooms.size() < 99 ? createdAt : last));
            rooms.append(dated);
        }
        body.insert(QStringLiteral("rooms"), rooms);
        return QJsonDocument(body).toJson();
    };
    Kaleyra kaleyra;
    const QDateTime old = noon.addDays(-1).addSecs(-1);
    kaleyra.server.on("GET", "/v2/rooms",
                      {{.body = pageOf(noon, noon)}, {.body = pageOf(noon, old)}, {.body = pageOf(old, old)}});
    const Result<Room> room = await(kaleyra.client.findRoom(QStringLiteral("nothing"), noon));
    QCOMPARE(room.error().kind, Error::Kind::NotFound);
    QCOMPARE(kaleyra.server.requests().size(), 3);
}

/// That the newest come first is not certain.
void TestKaleyraRooms::aListThatBeginsWithTheOldestIsReadToItsEnd()
{
    Kaleyra kaleyra;
    kaleyra.server.handle("GET", "/v2/rooms", [](const ScriptedServer::Request &request) {
        const int first =
            QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(QStringLiteral("offset")).toInt();
        QJsonObject body = QJsonDocument::fromJson(page(first, 100, first < 200)).object();
        QJsonArray rooms;
        for (const QJsonValue room : body[QStringLiteral("rooms")].toArray()) {
            QJsonObject dated = room.toObject();
            dated.insert(QStringLiteral("creation_date"), dateText(noon.addDays(-299 + first + rooms.size())));
            rooms.append(dated);
        }
        body.insert(QStringLiteral("rooms"), rooms);
        return ScriptedServer::Answer{.body = QJsonDocument(body).toJson()};
    });
    const Result<Room> room = await(kaleyra.client.findRoom(QStringLiteral("c298"), noon));
    QVERIFY(room);
    QCOMPARE(room->id, QStringLiteral("r298"));
}

void TestKaleyraRooms::aListThatFailsIsNoAbsence()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/rooms", {{.body = page(0, 100, true)}, {.status = 500}});
    QCOMPARE(await(kaleyra.client.findRoom(QStringLiteral("nothing"), noon)).error().kind, Error::Kind::Server);
    kaleyra.server.on("GET", "/v2/rooms", {{.body = "{}"}});
    QCOMPARE(await(kaleyra.client.findRoom(QStringLiteral("nothing"), noon)).error().kind, Error::Kind::BadAnswer);
}

QTEST_GUILESS_MAIN(TestKaleyraRooms)
#include "test_kaleyra_rooms.moc"
