// Rooms and the life of their links.
#include "tests/core/sandbox/sandbox_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

namespace {

const QString roomsPath = QStringLiteral("/v2/rooms");

/// A JSON object in which P, B and N stand for a plus user, a basic user and nobody.
QByteArray withUsers(QByteArray json, const QString &plus, const QString &basic)
{
    return json.replace("$P", plus.toUtf8()).replace("$B", basic.toUtf8()).replace("$N", "nobody");
}

} // namespace

class TestRooms : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<Fixture>(); }
    void cleanup() { m_fixture.reset(); }

    void createsARoom();
    void keepsWhatWasAskedFor();
    void givesEveryToolWhenNoneIsNamed();
    void givesOnlyNamedTools();
    void refusesABadRoom_data();
    void refusesABadRoom();
    void takesTwentyFiveParticipants();
    void listsTheNewestFirst();
    void knowsNoUnknownRoom();
    void linksDieWithADisabledRoom();
    void linksDieWithADeletedRoom();
    void linksDieWithTheirUser();
    void linksAreNotForANewUserOfTheSameId();
    void describesAtAnyLength();
    void knowsNoUnknownLink();

private:
    std::unique_ptr<Fixture> m_fixture;
};

void TestRooms::createsARoom()
{
    const QJsonObject room = m_fixture->room({}, 2);
    QVERIFY(!room.value(QLatin1String("id")).toString().isEmpty());
    QCOMPARE(room.value(QLatin1String("status")).toString(), QStringLiteral("NOT_RUNNING"));
    QCOMPARE(room.value(QLatin1String("recording")).toString(), QStringLiteral("none"));
    QCOMPARE(room.value(QLatin1String("call_type")).toString(), QStringLiteral("audio_video"));
    QCOMPARE(room.value(QLatin1String("duration")).toInt(-1), 0);
    QCOMPARE(room.value(QLatin1String("duration_used")).toInt(-1), 0);
    QCOMPARE(room.value(QLatin1String("live")), QJsonValue(false));
    QCOMPARE(room.value(QLatin1String("disabled")), QJsonValue(false));
    QVERIFY(room.value(QLatin1String("description")).isNull());
    QCOMPARE(room.value(QLatin1String("participants")).toArray().size(), 3);
    const QUrl link = linkOf(room, 0);
    QVERIFY(link.path().startsWith(QLatin1String("/eu/direct-rest-call-handler/")));
    QVERIFY(link != linkOf(room, 1));
    const Answer page = m_fixture->page(link);
    QCOMPARE(page.status, 200);
    QCOMPARE(page.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(page.header("Referrer-Policy"), QByteArray("no-referrer"));
    const QByteArray policy = page.header("Content-Security-Policy");
    QVERIFY(policy.contains("script-src 'self'") && !policy.contains("unsafe"));
    QCOMPARE(m_fixture->get(roomsPath + QLatin1Char('/') + room.value(QLatin1String("id")).toString()).json, room);
}

void TestRooms::keepsWhatWasAskedFor()
{
    const QJsonObject wanted{{QStringLiteral("duration"), 60},
                             {QStringLiteral("live"), true},
                             {QStringLiteral("recording"), QStringLiteral("manual")},
                             {QStringLiteral("call_type"), QStringLiteral("audio_only")},
                             {QStringLiteral("description"), QStringLiteral("c0rr3l4t10n")}};
    const QJsonObject room = m_fixture->room(wanted);
    for (auto entry = wanted.begin(); entry != wanted.end(); ++entry)
        QCOMPARE(room.value(entry.key()), entry.value());
}

void TestRooms::givesEveryToolWhenNoneIsNamed()
{
    const QJsonObject room = m_fixture->room();
    const QJsonObject tools = room.value(QLatin1String("participants"))[0][QLatin1String("tools")].toObject();
    QCOMPARE(tools.size(), 9);
    for (const QJsonValue value : tools)
        QCOMPARE(value, QJsonValue(true));
}

void TestRooms::givesOnlyNamedTools()
{
    const QJsonObject whiteboard{{QStringLiteral("wb_pen"), true}};
    const QJsonObject room =
        m_fixture->roomWithTools({{QStringLiteral("chat"), true}, {QStringLiteral("whiteboard"), whiteboard}});
    const QJsonObject tools = room.value(QLatin1String("participants"))[0][QLatin1String("tools")].toObject();
    QCOMPARE(tools.value(QLatin1String("chat")), QJsonValue(true));
    QCOMPARE(tools.value(QLatin1String("whiteboard")), QJsonValue(whiteboard));
    QCOMPARE(tools.value(QLatin1String("file_upload")), QJsonValue(false));
    const QJsonObject none = m_fixture->roomWithTools({});
    QCOMPARE(none.value(QLatin1String("participants"))[0][QLatin1String("tools")][QLatin1String("chat")],
             QJsonValue(false));
}

void TestRooms::refusesABadRoom_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &body, const char *code, const char *named,
                        int status = 422) {
        QTest::newRow(name) << body << status << QString::fromLatin1(code) << QString::fromLatin1(named);
    };
    const QByteArray good = R"("participants":[{"user_id":"$P"},{"user_id":"$B"}])";
    const auto with = [&](const QByteArray &more) { return '{' + good + ',' + more + '}'; };
    row("nothing", "{}", "invalid_participants", "participants");
    row("participants in words", R"({"participants":"$P"})", "invalid_participants", "participants");
    row("one participant", R"({"participants":[{"user_id":"$P"}]})", "invalid_participants", "participants");
    row("twice the same", R"({"participants":[{"user_id":"$P"},{"user_id":"$P"}]})", "invalid_participants",
        "participants[1]");
    row("no plus user", R"({"participants":[{"user_id":"$B"},{"user_id":"basic2"}]})", "no_plus_user", "plus");
    row("unknown user", R"({"participants":[{"user_id":"$P"},{"user_id":"$N"}]})", "invalid_user_id",
        "participants[1].user_id", 400);
    row("user of another type", R"({"participants":[{"user_id":"$P"},{"user_id":3}]})", "invalid_user_id",
        "participants[1].user_id");
    row("a bare id", R"({"participants":["$P","$B"]})", "invalid_participants", "participants[0]");
    row("unknown field of a participant", R"({"participants":[{"user_id":"$P","name":"x"},{"user_id":"$B"}]})",
        "unknown_field", "participants[0].name");
    row("admin in words", R"({"participants":[{"user_id":"$P","is_admin":"true"},{"user_id":"$B"}]})",
        "invalid_is_admin", "is_admin");
    row("tools as a list", R"({"participants":[{"user_id":"$P","tools":["chat"]},{"user_id":"$B"}]})", "invalid_tools",
        "tools");
    row("unknown tool", R"({"participants":[{"user_id":"$P","tools":{"fax":true}},{"user_id":"$B"}]})", "unknown_field",
        "tools.fax");
    row("tool in words", R"({"participants":[{"user_id":"$P","tools":{"chat":"true"}},{"user_id":"$B"}]})",
        "invalid_chat", "tools.chat");
    row("tool as an object", R"({"participants":[{"user_id":"$P","tools":{"chat":{}}},{"user_id":"$B"}]})",
        "invalid_chat", "tools.chat");
    row("unknown whiteboard tool",
        R"({"participants":[{"user_id":"$P","tools":{"whiteboard":{"wb_ink":true}}},{"user_id":"$B"}]})",
        "unknown_field", "wb_ink");
    row("whiteboard tool in words",
        R"({"participants":[{"user_id":"$P","tools":{"whiteboard":{"wb_pen":1}}},{"user_id":"$B"}]})", "invalid_wb_pen",
        "wb_pen");
    row("too short", with(R"("duration":59)"), "invalid_duration", "duration");
    row("too long for the sandbox", with(R"("duration":4000000000)"), "invalid_duration", "60 to 2147483647");
    row("duration in words", with(R"("duration":"3600")"), "invalid_duration", "duration");
    row("empty duration", with(R"("duration":"")"), "invalid_duration", "duration");
    row("a fraction of a second", with(R"("duration":60.5)"), "invalid_duration", "duration must be a whole number");
    row("a huge duration", with(R"("duration":1e300)"), "invalid_duration", "duration");
    row("recording as in version 1", with(R"("recording":true)"), "invalid_recording", "recording");
    row("unknown recording", with(R"("recording":"always")"), "invalid_recording", "recording");
    row("unknown call type", with(R"("call_type":"chat")"), "invalid_call_type", "call_type");
    row("live in words", with(R"("live":"true")"), "invalid_live", "live");
    row("description as a number", with(R"("description":1)"), "invalid_description", "description");
    row("transcription", with(R"("offline_transcription":true)"), "invalid_offline_transcription",
        "offline_transcription");
    row("version 1's field", with(R"("directCall":true)"), "unknown_field", "directCall");
}

void TestRooms::refusesABadRoom()
{
    QFETCH(QByteArray, body);
    const QString plus = m_fixture->user(QStringLiteral("plus"));
    const QString basic = m_fixture->user();
    m_fixture->post(QStringLiteral("/v2/users"), {{QStringLiteral("role"), QStringLiteral("basic")},
                                                  {QStringLiteral("id"), QStringLiteral("basic2")}});
    const Answer answer = m_fixture->send("POST", m_fixture->request(roomsPath), withUsers(body, plus, basic));
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    QFETCH(QString, named);
    QVERIFY2(answer.text("message").contains(named), qPrintable(answer.text("message")));
    QCOMPARE(m_fixture->get(roomsPath).json.value(QLatin1String("count")).toInt(-1), 0);
}

void TestRooms::takesTwentyFiveParticipants()
{
    QCOMPARE(m_fixture->room({}, 24).value(QLatin1String("participants")).toArray().size(), 25);
    QCOMPARE(m_fixture->room({}, 25).value(QLatin1String("code")).toString(), QStringLiteral("invalid_participants"));
}

void TestRooms::listsTheNewestFirst()
{
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids.prepend(m_fixture->room().value(QLatin1String("id")).toString());
    const Answer answer = m_fixture->get(QStringLiteral("/v2/rooms?offset=1&limit=1"));
    const QJsonArray rooms = answer.json.value(QLatin1String("rooms")).toArray();
    QCOMPARE(rooms.size(), 1);
    QCOMPARE(rooms.at(0)[QLatin1String("id")].toString(), ids.at(1));
    QVERIFY(rooms.at(0)[QLatin1String("participants")].isUndefined());
    QCOMPARE(answer.json.value(QLatin1String("has_more")), QJsonValue(true));
}

void TestRooms::knowsNoUnknownRoom()
{
    const QString path = QStringLiteral("/v2/rooms/none");
    const Answer answers[] = {m_fixture->get(path), m_fixture->put(path + QStringLiteral("/disable")),
                              m_fixture->remove(path)};
    for (const Answer &answer : answers) {
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.code(), QStringLiteral("room_not_found"));
    }
    QCOMPARE(m_fixture->put(path).status, 405);
}

void TestRooms::linksDieWithADisabledRoom()
{
    const QJsonObject room = m_fixture->room();
    const QString path = roomsPath + QLatin1Char('/') + room.value(QLatin1String("id")).toString();
    QCOMPARE(m_fixture->put(path + QStringLiteral("/disable")).status, 200);
    const Answer answer = m_fixture->get(path);
    QCOMPARE(answer.json.value(QLatin1String("disabled")), QJsonValue(true));
    QCOMPARE(answer.text("status"), QStringLiteral("CLOSED"));
    QVERIFY(answer.json.value(QLatin1String("participants")).toArray().isEmpty());
    const Answer page = m_fixture->page(linkOf(room, 1));
    QCOMPARE(page.status, 410);
    QVERIFY(page.body.contains("notice-dead-link"));
    QVERIFY(page.body.contains("non è più valido"));
    QVERIFY(m_fixture->page(linkOf(room, 1), "en-GB,en;q=0.8").body.contains("no longer valid"));
    QCOMPARE(m_fixture->asParticipant(QStringLiteral("/call/session"), tokenOf(room, 1)).status, 410);
}

void TestRooms::linksDieWithADeletedRoom()
{
    const QJsonObject room = m_fixture->room();
    const QString path = roomsPath + QLatin1Char('/') + room.value(QLatin1String("id")).toString();
    QCOMPARE(m_fixture->remove(path).status, 200);
    QCOMPARE(m_fixture->get(path).status, 404);
    QCOMPARE(m_fixture->page(linkOf(room, 0)).status, 410);
}

void TestRooms::linksDieWithTheirUser()
{
    const QJsonObject room = m_fixture->room();
    const QString userId = room.value(QLatin1String("participants"))[1][QLatin1String("user_id")].toString();
    m_fixture->remove(QStringLiteral("/v2/users/") + userId);
    QCOMPARE(m_fixture->page(linkOf(room, 0)).status, 200);
    QCOMPARE(m_fixture->page(linkOf(room, 1)).status, 410);
}

void TestRooms::linksAreNotForANewUserOfTheSameId()
{
    const QJsonObject room = m_fixture->room();
    const QString path = roomsPath + QLatin1Char('/') + room.value(QLatin1String("id")).toString();
    const QString userId = room.value(QLatin1String("participants"))[1][QLatin1String("user_id")].toString();
    m_fixture->remove(QStringLiteral("/v2/users/") + userId);
    const Answer again =
        m_fixture->post(QStringLiteral("/v2/users"),
                        {{QStringLiteral("role"), QStringLiteral("basic")}, {QStringLiteral("id"), userId}});
    QCOMPARE(again.status, 201);
    QCOMPARE(m_fixture->page(linkOf(room, 1)).status, 410);
    QCOMPARE(m_fixture->asParticipant(QStringLiteral("/call/session"), tokenOf(room, 1)).status, 410);
    const QJsonArray left = m_fixture->get(path).json.value(QLatin1String("participants")).toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0)[QLatin1String("url")].toString(), linkOf(room, 0).toString());
    QCOMPARE(m_fixture->page(linkOf(room, 0)).status, 200);
}

void TestRooms::describesAtAnyLength()
{
    const QString description(100000, QLatin1Char('x'));
    const QJsonObject room = m_fixture->room({{QStringLiteral("description"), description}});
    QCOMPARE(room.value(QLatin1String("description")).toString(), description);
}

void TestRooms::knowsNoUnknownLink()
{
    const QUrl link(m_fixture->endpoint().baseUrl.toString() + QStringLiteral("/eu/direct-rest-call-handler/none"));
    QCOMPARE(m_fixture->page(link).status, 404);
    QCOMPARE(m_fixture->asParticipant(QStringLiteral("/call/session"), QStringLiteral("none")).status, 401);
    QCOMPARE(m_fixture->asParticipant(QStringLiteral("/call/session"), QString()).status, 401);
}

QTEST_GUILESS_MAIN(TestRooms)
#include "test_rooms.moc"
