// The users of KaleyraClient, and the ids they get.
#include "tests/core/kaleyra/kaleyra_fixture.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"

#include <QRegularExpression>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using namespace teleconsult::kaleyra::test;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;

class TestKaleyraUsers : public QObject
{
    Q_OBJECT
private slots:
    void createsUsers_data();
    void createsUsers();
    void aUserWhoExistsIsTheSameUser_data();
    void aUserWhoExistsIsTheSameUser();
    void aConflictWithoutTheUserIsAnError();
    void creatingAUserIsRepeatable();
    void userIsRefused();
    void opaqueIdsAreStableAndTellNothing();
    void opaqueIdsDifferByPersonAndSecret();
};

void TestKaleyraUsers::createsUsers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("id");
    QTest::newRow("version 2") << 201 << QByteArray(R"({"id":"tc-1","role":"plus"})") << "tc-1";
    QTest::newRow("version 1") << 200 << QByteArray(R"({"user":{"id":"tc-1"},"id":"tc-1"})") << "tc-1";
    QTest::newRow("empty answer") << 204 << QByteArray() << "tc-1";
    QTest::newRow("an id of Kaleyra's own") << 201 << QByteArray(R"({"id":"other"})") << "other";
}

void TestKaleyraUsers::createsUsers()
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

void TestKaleyraUsers::aUserWhoExistsIsTheSameUser_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("400 code") << 400 << QByteArray(R"({"code":"user_id_already_exists"})");
    QTest::newRow("400 nested") << 400 << QByteArray(R"({"error":{"code":"user_id_already_exists"}})");
    QTest::newRow("409") << 409 << QByteArray();
}

void TestKaleyraUsers::aUserWhoExistsIsTheSameUser()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/users", {{.status = status, .body = answer}});
    kaleyra.server.on("GET", "/v2/users/tc-1", {{.body = R"({"id":"tc-1"})"}});
    const LogCapture log;
    const Result<QString> made = await(kaleyra.client.createUser({QStringLiteral("tc-1"), Role::Basic, {}}));
    QVERIFY(made);
    QCOMPARE(*made, QStringLiteral("tc-1"));
    QCOMPARE(log.warnings(), QStringList());
}

void TestKaleyraUsers::aConflictWithoutTheUserIsAnError()
{
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/users", {{.status = 409, .body = "{}"}});
    kaleyra.server.on("GET", "/v2/users/tc-1", {{.status = 400, .body = R"({"code":"invalid_user_id"})"}});
    const Result<QString> made = await(kaleyra.client.createUser({QStringLiteral("tc-1"), Role::Basic, {}}));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Conflict);
}

void TestKaleyraUsers::creatingAUserIsRepeatable()
{
    // The first answer is lost on the way; the second says that the user is there.
    ScriptedServer server;
    server.on(
        "POST", "/v2/users",
        {{.status = 201, .body = R"({"id":"tc-1"})"}, {.status = 400, .body = R"({"code":"user_id_already_exists"})"}});
    FaultProxy proxy(server.url());
    proxy.setFaults({FaultProxy::Fault::ResetAfter});
    http::HttpClient http(quick);
    KaleyraClient client(http, {proxy.url(), apiKey});
    QCOMPARE(await(client.createUser({QStringLiteral("tc-1"), Role::Basic, {}})).value(), QStringLiteral("tc-1"));
    QCOMPARE(server.count("POST", "/v2/users"), 2);
}

void TestKaleyraUsers::userIsRefused()
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

void TestKaleyraUsers::opaqueIdsAreStableAndTellNothing()
{
    const QString id = opaqueUserId(QStringLiteral("mario.rossi@example.org"), "secret");
    // Pinned: another value would give everybody a new identity.
    QCOMPARE(id, QStringLiteral("tc-0b306ececdcd523bbc57f3d9995118d6b89cef74e32bfcb14a9a1e41ca0f1c18"));
    QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9._-]{1,128}$")).match(id).hasMatch());
    QVERIFY(!id.contains(QStringLiteral("mario")));
}

void TestKaleyraUsers::opaqueIdsDifferByPersonAndSecret()
{
    const QString id = opaqueUserId(QStringLiteral("a"), "secret");
    QCOMPARE(opaqueUserId(QStringLiteral("a"), "secret"), id);
    QVERIFY(opaqueUserId(QStringLiteral("b"), "secret") != id);
    QVERIFY(opaqueUserId(QStringLiteral("a"), "other secret") != id);
    QVERIFY(opaqueUserId(QStringLiteral("à"), "secret") != id);
}

QTEST_GUILESS_MAIN(TestKaleyraUsers)
#include "test_kaleyra_users.moc"
