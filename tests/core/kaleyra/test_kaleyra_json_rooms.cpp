// The rooms of kaleyra_json.h.
#include "core/kaleyra/kaleyra_json.h"

#include "tests/core/kaleyra/json_text.h"

#include <QJsonArray>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using namespace std::chrono_literals;
using teleconsult::kaleyra::test::json;

namespace {

Room roomOf(const QByteArray &text)
{
    return readRoom(json(text)).value();
}

} // namespace

class TestKaleyraJsonRooms : public QObject
{
    Q_OBJECT
private slots:
    void roomInBothShapes_data();
    void roomInBothShapes();
    void whatARoomLacksStaysEmpty_data();
    void whatARoomLacksStaysEmpty();
    void onlyObjectsAreRooms();
    void truthValues_data();
    void truthValues();
    void recordings_data();
    void recordings();
    void durations_data();
    void durations();
    void dates_data();
    void dates();
    void seatsUnderAnyName_data();
    void seatsUnderAnyName();
    void links_data();
    void links();
    void aClosedRoomHandsOutNoLinks_data();
    void aClosedRoomHandsOutNoLinks();
    void pages_data();
    void pages();
    void writesRooms();
    void writesALimitedRoom();
};

void TestKaleyraJsonRooms::roomInBothShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("version 2, flat") << QByteArray(R"({
        "id": "room_1", "status": "RUNNING", "recording": "manual", "recording_status": "stopped",
        "call_type": "audio_video", "description": "abc", "creation_date": "2023-12-22T13:36:48.164Z",
        "duration": 3600, "duration_used": 1200, "live": true,
        "participants": [{"user_id": "u1", "url": "https://acme.bandyer.com/eu/x/t1", "tools": {}, "is_admin": false},
                         {"user_id": "u2", "url": "https://acme.bandyer.com/eu/x/t2"}]})");
    QTest::newRow("version 1, wrapped") << QByteArray(R"({"room": {
        "room_id": "room_1", "status": "RUNNING", "record": 1, "recording_type": "manual",
        "recordingStatus": "stopped", "callType": "audio_video", "description": "abc",
        "creationDate": "2023-12-22T13:36:48.164Z", "duration": "3600", "durationUsed": 1200, "live": "1",
        "user_urls": [{"user": "u1", "url": "https://acme.bandyer.com/eu/x/t1"},
                      {"user": "u2", "url": "https://acme.bandyer.com/eu/x/t2"}]}})");
    QTest::newRow("the names of seed 004") << QByteArray(R"({
        "id": "room_1", "status": "running", "recording": "manual", "recordingStatus": "stopped",
        "callType": "audio_video", "description": "abc", "creationDate": "2023-12-22T13:36:48.164Z",
        "durationInSeconds": 3600, "durationUsedInSeconds": 1200, "live": true,
        "participants": [{"id": "u1", "link": "https://acme.bandyer.com/eu/x/t1"},
                         {"id": "u2", "link": "https://acme.bandyer.com/eu/x/t2"}]})");
}

void TestKaleyraJsonRooms::roomInBothShapes()
{
    QFETCH(QByteArray, body);
    const Room room = roomOf(body);
    QCOMPARE(room.id, QStringLiteral("room_1"));
    QCOMPARE(room.status, QStringLiteral("RUNNING"));
    QVERIFY(!room.disabled);
    QCOMPARE(room.recording, QStringLiteral("manual"));
    QCOMPARE(room.recordingStatus, QStringLiteral("stopped"));
    QCOMPARE(room.callType, QStringLiteral("audio_video"));
    QCOMPARE(room.description, QStringLiteral("abc"));
    QCOMPARE(room.createdAt, QDateTime(QDate(2023, 12, 22), QTime(13, 36, 48, 164), Qt::UTC));
    QCOMPARE(room.duration, 3600s);
    QCOMPARE(room.durationUsed, 1200s);
    QVERIFY(room.live);
    QCOMPARE(room.seats.size(), 2);
    QCOMPARE(room.linkOf(QStringLiteral("u1")), QUrl(QStringLiteral("https://acme.bandyer.com/eu/x/t1")));
    QCOMPARE(room.linkOf(QStringLiteral("u2")), QUrl(QStringLiteral("https://acme.bandyer.com/eu/x/t2")));
    QCOMPARE(room.linkOf(QStringLiteral("u3")), QUrl());
    QVERIFY(!room.isClosed());
}

void TestKaleyraJsonRooms::whatARoomLacksStaysEmpty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("nulls") << QByteArray(R"({"id": null, "status": null, "recording": null, "duration": null,
        "participants": null, "description": null, "creation_date": null, "live": null, "disabled": null})");
    QTest::newRow("wrong types") << QByteArray(R"({"id": {}, "status": [], "recording": {}, "duration": "long",
        "participants": "u1", "description": {}, "creation_date": {}, "live": "perhaps", "disabled": []})");
}

void TestKaleyraJsonRooms::whatARoomLacksStaysEmpty()
{
    QFETCH(QByteArray, body);
    const Room room = roomOf(body);
    QCOMPARE(room.id, QString());
    QCOMPARE(room.status, QString());
    QCOMPARE(room.recording, QStringLiteral("none"));
    QCOMPARE(room.description, QString());
    QCOMPARE(room.duration, 0s);
    QVERIFY(!room.createdAt.isValid());
    QVERIFY(room.seats.isEmpty());
    QVERIFY(!room.live);
    QVERIFY(!room.disabled);
}

void TestKaleyraJsonRooms::onlyObjectsAreRooms()
{
    QVERIFY(!readRoom({}));
    QVERIFY(!readRoom(json("[]")));
    QVERIFY(readRoom(json("{}")));
}

void TestKaleyraJsonRooms::truthValues_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("truth");
    QTest::newRow("true") << QByteArray("true") << true;
    QTest::newRow("false") << QByteArray("false") << false;
    QTest::newRow("1") << QByteArray("1") << true;
    QTest::newRow("0") << QByteArray("0") << false;
    QTest::newRow("\"1\"") << QByteArray("\"1\"") << true;
    QTest::newRow("\"0\"") << QByteArray("\"0\"") << false;
    QTest::newRow("\"true\"") << QByteArray("\"true\"") << true;
    QTest::newRow("\"false\"") << QByteArray("\"false\"") << false;
    QTest::newRow("null") << QByteArray("null") << false;
}

void TestKaleyraJsonRooms::truthValues()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, truth);
    const Room room = roomOf(R"({"disabled": )" + value + R"(, "live": )" + value + "}");
    QCOMPARE(room.disabled, truth);
    QCOMPARE(room.live, truth);
    QCOMPARE(room.isClosed(), truth);
}

void TestKaleyraJsonRooms::recordings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("recording");
    QTest::newRow("none") << QByteArray(R"({"recording": "none"})") << "none";
    QTest::newRow("null") << QByteArray(R"({"recording": null})") << "none";
    QTest::newRow("manual") << QByteArray(R"({"recording": "manual"})") << "manual";
    QTest::newRow("automatic") << QByteArray(R"({"recording": "automatic"})") << "automatic";
    QTest::newRow("false") << QByteArray(R"({"recording": false, "recording_type": "manual"})") << "none";
    QTest::newRow("true") << QByteArray(R"({"recording": true})") << "automatic";
    QTest::newRow("true, manual") << QByteArray(R"({"recording": true, "recording_type": "manual"})") << "manual";
    QTest::newRow("record 0") << QByteArray(R"({"record": 0})") << "none";
    QTest::newRow("record 1") << QByteArray(R"({"record": 1, "recordingType": "manual"})") << "manual";
    QTest::newRow("record \"1\"") << QByteArray(R"({"record": "1"})") << "automatic";
}

void TestKaleyraJsonRooms::recordings()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, recording);
    QCOMPARE(roomOf(body).recording, recording);
}

void TestKaleyraJsonRooms::durations_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("number") << QByteArray("1800") << qint64(1800);
    QTest::newRow("text") << QByteArray("\"1800\"") << qint64(1800);
    QTest::newRow("fraction") << QByteArray("1800.9") << qint64(1800);
    QTest::newRow("unlimited") << QByteArray("0") << qint64(0);
    QTest::newRow("negative") << QByteArray("-5") << qint64(0);
    QTest::newRow("empty text") << QByteArray("\"\"") << qint64(0);
    QTest::newRow("absurd") << QByteArray("1e300") << qint64(0);
}

void TestKaleyraJsonRooms::durations()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, seconds);
    QCOMPARE(roomOf(R"({"duration": )" + value + "}").duration, std::chrono::seconds(seconds));
}

void TestKaleyraJsonRooms::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("date");
    const QDateTime moment(QDate(2022, 1, 10), QTime(11, 41, 19), Qt::UTC);
    QTest::newRow("UTC") << QByteArray("2022-01-10T11:41:19.000Z") << moment;
    QTest::newRow("no milliseconds") << QByteArray("2022-01-10T11:41:19Z") << moment;
    QTest::newRow("no zone: UTC all the same") << QByteArray("2022-01-10T11:41:19.000") << moment;
    QTest::newRow("no zone, no milliseconds") << QByteArray("2022-01-10T11:41:19") << moment;
    QTest::newRow("another zone") << QByteArray("2022-01-10T12:41:19.000+01:00") << moment;
    QTest::newRow("nonsense") << QByteArray("yesterday") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
}

void TestKaleyraJsonRooms::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, date);
    // The machine's own zone must not matter.
    const QByteArray before = qgetenv("TZ");
    for (const char *zone : {"UTC", "Europe/Rome", "America/New_York"}) {
        qputenv("TZ", zone);
        const QDateTime read = roomOf(R"({"creation_date": ")" + text + R"("})").createdAt;
        QCOMPARE(read.isValid(), date.isValid());
        if (date.isValid()) {
            QCOMPARE(read, date);
            QCOMPARE(read.timeSpec(), Qt::UTC);
        }
    }
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
}

void TestKaleyraJsonRooms::seatsUnderAnyName_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("participants, user_id, url")
        << QByteArray(R"({"participants": [{"user_id": "u", "url": "https://x.org/a"}]})");
    QTest::newRow("participants, user, link")
        << QByteArray(R"({"participants": [{"user": "u", "link": "https://x.org/a"}]})");
    QTest::newRow("participants, id, url")
        << QByteArray(R"({"participants": [{"id": "u", "url": "https://x.org/a"}]})");
    QTest::newRow("user_urls, user, url") << QByteArray(R"({"user_urls": [{"user": "u", "url": "https://x.org/a"}]})");
    QTest::newRow("participants null, user_urls")
        << QByteArray(R"({"participants": null, "user_urls": [{"user": "u", "url": "https://x.org/a"}]})");
}

void TestKaleyraJsonRooms::seatsUnderAnyName()
{
    QFETCH(QByteArray, body);
    QCOMPARE(roomOf(body).linkOf(QStringLiteral("u")), QUrl(QStringLiteral("https://x.org/a")));
}

void TestKaleyraJsonRooms::links_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("acceptable");
    QTest::newRow("https") << "https://acme.bandyer.com/eu/direct-rest-call-handler/abc" << true;
    QTest::newRow("http, 127.0.0.1") << "http://127.0.0.1:8080/eu/x/abc" << true;
    QTest::newRow("http, localhost") << "http://localhost:8080/eu/x/abc" << true;
    QTest::newRow("http, ::1") << "http://[::1]:8080/eu/x/abc" << true;
    QTest::newRow("http") << "http://acme.bandyer.com/eu/x/abc" << false;
    QTest::newRow("http, a name that begins like loopback") << "http://127.0.0.1.example.org/x" << false;
    QTest::newRow("http, user that looks like loopback") << "http://127.0.0.1@example.org/x" << false;
    QTest::newRow("javascript") << "javascript:alert(1)" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("data") << "data:text/html,hello" << false;
    QTest::newRow("relative") << "/eu/x/abc" << false;
    QTest::newRow("no host") << "https:///x" << false;
    QTest::newRow("invalid") << "https://exa mple.org/x" << false;
    QTest::newRow("empty") << "" << false;
}

void TestKaleyraJsonRooms::links()
{
    QFETCH(QString, link);
    QFETCH(bool, acceptable);
    QCOMPARE(isAcceptableLink(QUrl(link, QUrl::StrictMode)), acceptable);
    const QJsonObject seat{{QStringLiteral("user_id"), QStringLiteral("u")}, {QStringLiteral("url"), link}};
    const QJsonObject room{{QStringLiteral("participants"), QJsonArray{seat}}};
    QCOMPARE(readRoom(QJsonDocument(room))->linkOf(QStringLiteral("u")).isEmpty(), !acceptable);
}

void TestKaleyraJsonRooms::aClosedRoomHandsOutNoLinks_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("disabled") << QByteArray(R"("disabled": true)");
    QTest::newRow("closed") << QByteArray(R"("status": "CLOSED")");
    QTest::newRow("closed, in lower case") << QByteArray(R"("status": "closed")");
}

void TestKaleyraJsonRooms::aClosedRoomHandsOutNoLinks()
{
    QFETCH(QByteArray, state);
    const Room room = roomOf(R"({"participants": [{"user_id": "u", "url": "https://x.org/a"}], )" + state + "}");
    QVERIFY(room.isClosed());
    QCOMPARE(room.linkOf(QStringLiteral("u")), QUrl());
}

void TestKaleyraJsonRooms::pages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("more"); ///< -1: not said.
    QTest::newRow("version 2") << QByteArray(
                                      R"({"offset":0,"limit":100,"has_more":true,"count":1,"rooms":[{"id":"a"}]})")
                               << true << 1 << 1;
    QTest::newRow("version 1") << QByteArray(R"({"skip":0,"has_more":0,"rooms":[{"room_id":"a"},{"room_id":"b"}]})")
                               << true << 2 << 0;
    QTest::newRow("a user's rooms") << QByteArray(R"({"room_list":[]})") << true << 0 << -1;
    QTest::newRow("bare list") << QByteArray(R"([{"id":"a"}])") << true << 1 << -1;
    QTest::newRow("no list") << QByteArray(R"({"message":"hello"})") << false << 0 << -1;
    QTest::newRow("a list that is none") << QByteArray(R"({"rooms":{}})") << false << 0 << -1;
}

void TestKaleyraJsonRooms::pages()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, readable);
    QFETCH(int, size);
    QFETCH(int, more);
    const std::optional<Page<Room>> page = readRoomPage(json(body));
    QCOMPARE(page.has_value(), readable);
    if (!readable)
        return;
    QCOMPARE(page->items.size(), size);
    QCOMPARE(page->hasMore ? int(*page->hasMore) : -1, more);
    if (size > 0)
        QCOMPARE(page->items.first().id, QStringLiteral("a"));
}

void TestKaleyraJsonRooms::writesRooms()
{
    RoomPlan plan;
    Tools few;
    few.chat = false;
    few.presentToEveryone = false;
    plan.seats = {{QStringLiteral("u1"), {}}, {QStringLiteral("u2"), few}};
    plan.recording = QStringLiteral("none");
    plan.live = true;
    QCOMPARE(json(writeRoom(plan, QStringLiteral("corr"))), json(R"({
        "participants": [
            {"user_id": "u1", "tools": {"chat": true, "screen_sharing": true, "file_upload": true, "whiteboard": true,
                "snapshot": true, "live_edit": true, "live_pointer": true, "present_to_everyone": true}},
            {"user_id": "u2", "tools": {"chat": false, "screen_sharing": true, "file_upload": true, "whiteboard": true,
                "snapshot": true, "live_edit": true, "live_pointer": true, "present_to_everyone": false}}],
        "recording": "none", "live": true, "description": "corr"})"));
}

void TestKaleyraJsonRooms::writesALimitedRoom()
{
    RoomPlan plan;
    plan.longestDuration = 30min;
    plan.recording = QStringLiteral("automatic");
    plan.live = false;
    const QJsonDocument written = json(writeRoom(plan, QStringLiteral("corr")));
    QCOMPARE(written[QStringLiteral("duration")].toInteger(), 1800);
    QCOMPARE(written[QStringLiteral("recording")].toString(), QStringLiteral("automatic"));
    QCOMPARE(written[QStringLiteral("live")].toBool(true), false);
}

QTEST_GUILESS_MAIN(TestKaleyraJsonRooms)
#include "test_kaleyra_json_rooms.moc"
