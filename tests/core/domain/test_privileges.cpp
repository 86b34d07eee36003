#include "core/domain/privileges.h"

#include <QTest>

using namespace teleconsult;

namespace {

Privileges clinic()
{
    Tools quiet;
    quiet.chat = false;
    return {{{QStringLiteral("patient"), QStringLiteral("relative"), QStringLiteral("staff")}, quiet},
            {{QStringLiteral("doctor"), QStringLiteral("nurse"), QStringLiteral("staff")}, {}}};
}

} // namespace

class TestPrivileges : public QObject
{
    Q_OBJECT
private slots:
    void defaultsArePatientAndDoctor();
    void roleOf_data();
    void roleOf();
    void unknownGroupIsRefused_data();
    void unknownGroupIsRefused();
    void eachRoleHasItsTools();
    void groupsAreOfferedOnceAndPlusFirst();
    void rolesAreSpelledAsKaleyraDoes();
};

void TestPrivileges::defaultsArePatientAndDoctor()
{
    const Privileges defaults = Privileges::defaults();
    QCOMPARE(defaults.roleOf({QStringLiteral("patient")}).value(), Role::Basic);
    QCOMPARE(defaults.roleOf({QStringLiteral("doctor")}).value(), Role::Plus);
    QCOMPARE(defaults.toolsOf(Role::Basic), Tools());
    QCOMPARE(defaults.toolsOf(Role::Plus), Tools());
}

void TestPrivileges::roleOf_data()
{
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<bool>("plus");
    QTest::newRow("basic") << QStringList{QStringLiteral("relative")} << false;
    QTest::newRow("plus") << QStringList{QStringLiteral("nurse")} << true;
    QTest::newRow("several: the highest, whatever the order")
        << QStringList{QStringLiteral("patient"), QStringLiteral("doctor")} << true;
    QTest::newRow("several: the highest, the other order")
        << QStringList{QStringLiteral("doctor"), QStringLiteral("patient")} << true;
    QTest::newRow("a group of both roles") << QStringList{QStringLiteral("staff")} << true;
    QTest::newRow("an unknown one beside a known one")
        << QStringList{QStringLiteral("visitor"), QStringLiteral("patient")} << false;
}

void TestPrivileges::roleOf()
{
    QFETCH(QStringList, groups);
    QFETCH(bool, plus);
    const Result<Role> role = clinic().roleOf(groups);
    QVERIFY(role);
    QCOMPARE(*role == Role::Plus, plus);
}

void TestPrivileges::unknownGroupIsRefused_data()
{
    QTest::addColumn<QStringList>("groups");
    QTest::newRow("none") << QStringList();
    QTest::newRow("unknown") << QStringList{QStringLiteral("visitor")};
    QTest::newRow("other case") << QStringList{QStringLiteral("Doctor")};
    QTest::newRow("empty") << QStringList{QString()};
}

void TestPrivileges::unknownGroupIsRefused()
{
    QFETCH(QStringList, groups);
    const Result<Role> role = clinic().roleOf(groups);
    QVERIFY(!role);
    QCOMPARE(role.error().kind, Error::Kind::Invalid);
    QCOMPARE(role.error().code, QStringLiteral("unknown_group"));
    QCOMPARE(role.error().field, QStringLiteral("groups"));
}

void TestPrivileges::eachRoleHasItsTools()
{
    QVERIFY(!clinic().toolsOf(Role::Basic).chat);
    QVERIFY(clinic().toolsOf(Role::Basic).whiteboard);
    QVERIFY(clinic().toolsOf(Role::Plus).chat);
}

void TestPrivileges::groupsAreOfferedOnceAndPlusFirst()
{
    QCOMPARE(clinic().groups(), (QStringList{QStringLiteral("doctor"), QStringLiteral("nurse"), QStringLiteral("staff"),
                                             QStringLiteral("patient"), QStringLiteral("relative")}));
}

void TestPrivileges::rolesAreSpelledAsKaleyraDoes()
{
    QCOMPARE(toCode(Role::Basic), QStringLiteral("basic"));
    QCOMPARE(toCode(Role::Plus), QStringLiteral("plus"));
}

QTEST_GUILESS_MAIN(TestPrivileges)
#include "test_privileges.moc"
