// Users, access tokens, lists and errors common to the REST API.
#include "tests/core/sandbox/sandbox_fixture.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

namespace {

const QString usersPath = QStringLiteral("/v2/users");
const QString credentialsPath = QStringLiteral("/v2/sdk/credentials");

QJsonObject objectOf(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestUsers : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<Fixture>(); }
    void cleanup() { m_fixture.reset(); }

    void refusesAWrongKey_data();
    void refusesAWrongKey();
    void refusesABadRequest_data();
    void refusesABadRequest();
    void createsAUser();
    void makesAnIdWhenNoneIsGiven();
    void refusesABadUser_data();
    void refusesABadUser();
    void refusesASecondUserOfTheSameId();
    void changesAUser();
    void deletesAUser();
    void knowsNoUnknownUser();
    void listsInPages();
    void refusesABadPage_data();
    void refusesABadPage();
    void refusesUnknownParameters_data();
    void refusesUnknownParameters();
    void makesAccessTokens();
    void refusesBadCredentials_data();
    void refusesBadCredentials();

private:
    std::unique_ptr<Fixture> m_fixture;
};

void TestUsers::refusesAWrongKey_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("none") << QByteArray("");
    QTest::newRow("other") << QByteArray("ak_test_000000000000");
    QTest::newRow("prefix") << QByteArray("ak_");
}

void TestUsers::refusesAWrongKey()
{
    QFETCH(QByteArray, key);
    QNetworkRequest request = m_fixture->request(usersPath);
    request.setRawHeader("apikey", key);
    const Answer answer = m_fixture->send("GET", request, {});
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.code(), QStringLiteral("invalid_api_key"));
    QCOMPARE(answer.text("name"), QStringLiteral("invalid_api_key"));
}

void TestUsers::refusesABadRequest_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString json = QStringLiteral("application/json");
    QTest::newRow("unknown path") << QByteArray("GET") << "/v2/nothing" << json << QByteArray() << 404 << "not_found";
    QTest::newRow("version 1") << QByteArray("GET") << "/rest/company" << json << QByteArray() << 404 << "not_found";
    QTest::newRow("method") << QByteArray("DELETE") << "/v2/users" << json << QByteArray() << 405
                            << "method_not_allowed";
    QTest::newRow("no JSON") << QByteArray("POST") << "/v2/users" << json << QByteArray("{role") << 400
                             << "invalid_json";
    QTest::newRow("an array") << QByteArray("POST") << "/v2/users" << json << QByteArray("[]") << 400 << "invalid_json";
    QTest::newRow("a form") << QByteArray("POST") << "/v2/users"
                            << "application/x-www-form-urlencoded" << QByteArray("role=plus") << 415
                            << "unsupported_media_type";
}

void TestUsers::refusesABadRequest()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, path);
    QFETCH(QString, type);
    QFETCH(QByteArray, body);
    QNetworkRequest request = m_fixture->request(path);
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    const Answer answer = m_fixture->send(verb, request, body);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    QVERIFY(!answer.text("message").isEmpty());
}

void TestUsers::createsAUser()
{
    const Answer answer = m_fixture->post(
        usersPath, objectOf(R"({"id":"Doc.1_a-b","role":"plus","allow_camera":false,"language":"en"})"));
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.text("id"), QStringLiteral("Doc.1_a-b"));
    QCOMPARE(answer.text("role"), QStringLiteral("plus"));
    QCOMPARE(answer.text("language"), QStringLiteral("en"));
    QCOMPARE(answer.json.value(QLatin1String("allow_camera")), QJsonValue(false));
    QCOMPARE(answer.text("creation_date"), QStringLiteral("2026-03-02T09:00:00.000Z"));
    QCOMPARE(m_fixture->get(usersPath + QStringLiteral("/Doc.1_a-b")).json, answer.json);
}

void TestUsers::makesAnIdWhenNoneIsGiven()
{
    const Answer first = m_fixture->post(usersPath, objectOf(R"({"role":"basic"})"));
    const Answer second = m_fixture->post(usersPath, objectOf(R"({"role":"basic"})"));
    QVERIFY(!first.text("id").isEmpty());
    QVERIFY(first.text("id") != second.text("id"));
    QCOMPARE(first.text("language"), QStringLiteral("it"));
    QCOMPARE(first.json.value(QLatin1String("allow_camera")), QJsonValue(true));
}

void TestUsers::refusesABadUser_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QJsonObject &body, const char *code, const char *named) {
        QTest::newRow(name) << body << QString::fromLatin1(code) << QString::fromLatin1(named);
    };
    const auto withId = [](const QString &id) {
        return QJsonObject{{QStringLiteral("role"), QStringLiteral("basic")}, {QStringLiteral("id"), id}};
    };
    row("no role", {}, "role_validation_error", "role");
    row("unknown role", objectOf(R"({"role":"doctor"})"), "role_validation_error", "role");
    row("role of another type", objectOf(R"({"role":1})"), "role_validation_error", "role");
    row("unknown field", objectOf(R"({"role":"plus","firstname":"Anna"})"), "unknown_field", "firstname");
    row("version 1's field", objectOf(R"({"role":"plus","can_video":true})"), "unknown_field", "can_video");
    row("unknown language", objectOf(R"({"role":"plus","language":"es"})"), "invalid_language", "language");
    row("language of another type", objectOf(R"({"role":"plus","language":null})"), "invalid_language", "language");
    row("camera as a word", objectOf(R"({"role":"plus","allow_camera":"1"})"), "invalid_allow_camera", "allow_camera");
    row("camera as a number", objectOf(R"({"role":"plus","allow_camera":1})"), "invalid_allow_camera", "allow_camera");
    row("empty id", withId(QString()), "invalid_user_id", "id");
    row("an e-mail address", withId(QStringLiteral("a@b.it")), "invalid_user_id", "id");
    row("an accent", withId(QStringLiteral("nicolò")), "invalid_user_id", "id");
    row("a space", withId(QStringLiteral("a b")), "invalid_user_id", "id");
    row("a line break", withId(QStringLiteral("ab\n")), "invalid_user_id", "id");
    row("129 characters", withId(QString(129, QLatin1Char('x'))), "invalid_user_id", "id");
    row("id of another type", objectOf(R"({"role":"plus","id":7})"), "invalid_user_id", "id");
}

void TestUsers::refusesABadUser()
{
    QFETCH(QJsonObject, body);
    const Answer answer = m_fixture->post(usersPath, body);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.text("name"), QStringLiteral("validation_error"));
    QTEST(answer.code(), "code");
    QFETCH(QString, named);
    QVERIFY2(answer.text("message").contains(named), qPrintable(answer.text("message")));
}

void TestUsers::refusesASecondUserOfTheSameId()
{
    const QString longest(128, QLatin1Char('x'));
    const QJsonObject body{{QStringLiteral("role"), QStringLiteral("plus")}, {QStringLiteral("id"), longest}};
    QCOMPARE(m_fixture->post(usersPath, body).status, 201);
    const Answer answer = m_fixture->post(usersPath, body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), QStringLiteral("user_id_already_exists"));
}

void TestUsers::changesAUser()
{
    const QString path = usersPath + QLatin1Char('/') + m_fixture->user();
    const Answer answer = m_fixture->put(path, objectOf(R"({"role":"plus","allow_camera":false,"language":"de"})"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("role"), QStringLiteral("plus"));
    QCOMPARE(answer.text("language"), QStringLiteral("de"));
    QCOMPARE(m_fixture->get(path).json, answer.json);
    QCOMPARE(m_fixture->put(path, objectOf(R"({"role":"x"})")).code(), QStringLiteral("role_validation_error"));
    QCOMPARE(m_fixture->put(path, objectOf(R"({"id":"x"})")).code(), QStringLiteral("unknown_field"));
}

void TestUsers::deletesAUser()
{
    const QString path = usersPath + QLatin1Char('/') + m_fixture->user();
    QCOMPARE(m_fixture->remove(path).status, 200);
    QCOMPARE(m_fixture->get(path).status, 400);
}

void TestUsers::knowsNoUnknownUser()
{
    const QString path = QStringLiteral("/v2/users/nobody");
    const Answer answers[] = {m_fixture->get(path), m_fixture->put(path), m_fixture->remove(path)};
    for (const Answer &answer : answers) {
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), QStringLiteral("invalid_user_id"));
    }
}

void TestUsers::listsInPages()
{
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.prepend(m_fixture->user());
    const auto idsOf = [](const Answer &answer) {
        QStringList found;
        const QJsonArray users = answer.json.value(QLatin1String("users")).toArray();
        for (const QJsonValue user : users)
            found.append(user[QLatin1String("id")].toString());
        return found;
    };
    const Answer first = m_fixture->get(QStringLiteral("/v2/users?offset=0&limit=2"));
    QCOMPARE(idsOf(first), ids.mid(0, 2));
    QCOMPARE(first.json.value(QLatin1String("has_more")), QJsonValue(true));
    QCOMPARE(first.json.value(QLatin1String("count")).toInt(), 2);
    const Answer last = m_fixture->get(QStringLiteral("/v2/users?offset=4&limit=2"));
    QCOMPARE(idsOf(last), ids.mid(4));
    QCOMPARE(last.json.value(QLatin1String("has_more")), QJsonValue(false));
    QCOMPARE(last.json.value(QLatin1String("count")).toInt(), 1);
    const Answer beyond = m_fixture->get(QStringLiteral("/v2/users?offset=9"));
    QCOMPARE(beyond.json.value(QLatin1String("count")).toInt(), 0);
    QCOMPARE(beyond.json.value(QLatin1String("limit")).toInt(), 20);
}

void TestUsers::refusesABadPage_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    QTest::newRow("negative offset") << "offset=-1"
                                     << "invalid_offset";
    QTest::newRow("offset in words") << "offset=two"
                                     << "invalid_offset";
    QTest::newRow("no limit") << "limit=0"
                              << "invalid_limit";
    QTest::newRow("limit too high") << "limit=101"
                                    << "invalid_limit";
}

void TestUsers::refusesABadPage()
{
    QFETCH(QString, query);
    for (const char *list : {"users", "rooms", "uploads"}) {
        const Answer answer = m_fixture->get(QStringLiteral("/v2/%1?%2").arg(QLatin1String(list), query));
        QCOMPARE(answer.status, 422);
        QTEST(answer.code(), "code");
    }
}

void TestUsers::refusesUnknownParameters_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *verb, const char *target, const char *code = "unknown_parameter") {
        QTest::addRow("%s %s", verb, target)
            << QByteArray(verb) << QString::fromLatin1(target) << QString::fromLatin1(code);
    };
    row("GET", "users?skip=20");
    row("GET", "users?role=plus");
    row("GET", "users?room_id=x");
    row("GET", "rooms?limit=5&status=RUNNING");
    row("GET", "rooms?Limit=5");
    row("GET", "uploads?roomId=x");
    row("GET", "company?x");
    row("GET", "company/theme?mode=dark");
    row("GET", "users/nobody?limit=5");
    row("POST", "users?role=plus");
    row("DELETE", "rooms/none?force=true");
    row("GET", "users?limit=5&limit=100", "repeated_parameter");
    row("GET", "uploads?room_id=a&room_id=b", "repeated_parameter");
}

void TestUsers::refusesUnknownParameters()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, target);
    const QNetworkRequest request = m_fixture->request(QStringLiteral("/v2/") + target);
    const Answer answer = m_fixture->send(verb, request, verb == "POST" ? R"({"role":"plus"})" : "");
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.text("name"), QStringLiteral("validation_error"));
    QTEST(answer.code(), "code");
}

void TestUsers::makesAccessTokens()
{
    const QString id = m_fixture->user();
    const Answer answer =
        m_fixture->post(credentialsPath, {{QStringLiteral("user_id"), id}, {QStringLiteral("expires_in"), 360}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("user_id"), id);
    QCOMPARE(answer.text("expires_at"), QStringLiteral("2026-03-02T09:06:00.000Z"));
    const QByteArray claims = QByteArray::fromBase64(answer.text("access_token").toLatin1().split('.').value(1),
                                                     QByteArray::Base64UrlEncoding);
    const QJsonObject object = QJsonDocument::fromJson(claims).object();
    QCOMPARE(object.value(QLatin1String("user")).toString(), id);
    QCOMPARE(object.value(QLatin1String("exp")).toInteger() - object.value(QLatin1String("iat")).toInteger(), 360);
    QCOMPARE(m_fixture->post(credentialsPath, {{QStringLiteral("user_id"), id}}).text("expires_at"),
             QStringLiteral("2026-03-02T10:00:00.000Z"));
}

void TestUsers::refusesBadCredentials_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("no user") << QJsonObject() << 422 << "invalid_user_id";
    QTest::newRow("unknown user") << objectOf(R"({"user_id":"nobody"})") << 400 << "invalid_user_id";
    QTest::newRow("too short") << objectOf(R"({"user_id":"a","expires_in":359})") << 422 << "invalid_expires_in";
    QTest::newRow("too long") << objectOf(R"({"user_id":"a","expires_in":86401})") << 422 << "invalid_expires_in";
    QTest::newRow("a fraction") << objectOf(R"({"user_id":"a","expires_in":400.5})") << 422 << "invalid_expires_in";
    QTest::newRow("a word") << objectOf(R"({"user_id":"a","expires_in":"400"})") << 422 << "invalid_expires_in";
    QTest::newRow("unknown field") << objectOf(R"({"user_id":"a","ttl":400})") << 422 << "unknown_field";
}

void TestUsers::refusesBadCredentials()
{
    QFETCH(QJsonObject, body);
    const Answer answer = m_fixture->post(credentialsPath, body);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
}

QTEST_GUILESS_MAIN(TestUsers)
#include "test_users.moc"
