#include "core/directory/auth_user.h"

#include <QJsonDocument>
#include <QTest>

using namespace teleconsult;
using directory::AuthUser;
using directory::readAuthUser;

class TestAuthUser : public QObject
{
    Q_OBJECT

    static AuthUser read(const QByteArray &json) { return readAuthUser(QJsonDocument::fromJson(json).object()); }

private slots:
    void ids_data();
    void ids();
    void names_data();
    void names();
    void groups_data();
    void groups();
};

void TestAuthUser::ids_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::newRow("of a list") << QByteArray(R"({"_id":"x","user_id":"auth0|1","sub":"y"})") << "auth0|1";
    QTest::newRow("of userinfo") << QByteArray(R"({"sub":"auth0|1"})") << "auth0|1";
    QTest::newRow("of the newer service") << QByteArray(R"({"userId":"1"})") << "1";
    QTest::newRow("of the record") << QByteArray(R"({"_id":"1"})") << "1";
    QTest::newRow("a number") << QByteArray(R"({"user_id":1})") << "";
    QTest::newRow("none") << QByteArray("{}") << "";
}

void TestAuthUser::ids()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, id);
    QCOMPARE(read(json).id, id);
}

void TestAuthUser::names_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("name");
    QTest::newRow("name") << QByteArray(R"({"name":" Mario Rossi ","given_name":"M"})") << "Mario Rossi";
    QTest::newRow("parts") << QByteArray(R"({"name":"","given_name":"Mario","family_name":"Rossi"})") << "Mario Rossi";
    QTest::newRow("one part") << QByteArray(R"({"family_name":"Rossi","nickname":"mario"})") << "Rossi";
    QTest::newRow("nickname") << QByteArray(R"({"nickname":"mario","email":"m@example.org"})") << "mario";
    QTest::newRow("e-mail") << QByteArray(R"({"email":"m@example.org"})") << "m@example.org";
    QTest::newRow("no text") << QByteArray(R"({"name":7})") << "";
}

void TestAuthUser::names()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, name);
    QCOMPARE(read(json).person.fullName, name);
}

void TestAuthUser::groups_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("groups");
    const QStringList both{QStringLiteral("doctor"), QStringLiteral("staff")};
    QTest::newRow("lifted up") << QByteArray(R"({"groups":["doctor","staff"],"app_metadata":{"groups":["x"]}})")
                               << both;
    QTest::newRow("as Auth0 keeps them") << QByteArray(R"({"app_metadata":{"groups":["doctor","staff"]}})") << both;
    QTest::newRow("under a namespace")
        << QByteArray(R"({"https://clinic.example.org/app_metadata":{"groups":["doctor","staff"]}})") << both;
    QTest::newRow("nobody's namespace") << QByteArray(R"({"x_app_metadata":{"groups":["doctor"]}})") << QStringList();
    QTest::newRow("mixed") << QByteArray(R"({"groups":["doctor",7,""," staff "]})") << both;
    QTest::newRow("a text") << QByteArray(R"({"groups":"doctor"})") << QStringList();
    QTest::newRow("none") << QByteArray("{}") << QStringList();
}

void TestAuthUser::groups()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, groups);
    QCOMPARE(read(json).person.groups, groups);
}

QTEST_GUILESS_MAIN(TestAuthUser)
#include "test_auth_user.moc"
