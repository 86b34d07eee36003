// Groups, roles and tools as settings.
#include "core/config/roles.h"

#include "core/config/setting_keys.h"
#include "core/config/settings.h"
#include "core/config/settings_import.h"
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::config;

namespace {

const QByteArray json = R"({"privileges":{"basic":{"groups":["guest","nurse"],"tools":{"chat":true}},)"
                        R"("plus":{"groups":["surgeon"]}},"groupsWithBackgroundList":["surgeon"]})";

QList<GroupRole> table()
{
    return {{QStringLiteral("surgeon"), Role::Plus, true},
            {QStringLiteral("guest"), Role::Basic, false},
            {QStringLiteral("nurse"), Role::Basic, false}};
}

} // namespace

class TestRoles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Settings settings() const { return Settings(file("settings.ini")); }
    /// With a JSON configuration.
    Settings configured() const
    {
        test::writeFile(file("c.json"), json);
        Settings made = settings();
        if (!made.write({{keys::configurationFile, file("c.json")}}))
            qFatal("not written");
        return made;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::clearEnvironment();
    }
    void cleanup() { test::clearEnvironment(); }

    void withoutThemTheConfigurationHolds()
    {
        QCOMPARE(settings().serviceConfiguration().value(), ServiceConfiguration());
        QCOMPARE(groupRolesOf(configured().serviceConfiguration().value()), table());
    }

    /// Each alone: the rest is as the file says.
    void eachTakesThePlaceOfWhatTheFileSays()
    {
        Settings changed = configured();
        QVERIFY(changed.write({{keys::plusGroups, QStringLiteral("midwife, surgeon")}}));
        Privileges privileges = changed.consultationPolicy()->privileges;
        QCOMPARE(privileges.grantOf(Role::Plus).groups,
                 (QStringList{QStringLiteral("midwife"), QStringLiteral("surgeon")}));
        QCOMPARE(privileges.grantOf(Role::Basic).groups,
                 (QStringList{QStringLiteral("guest"), QStringLiteral("nurse")}));
        QVERIFY(privileges.toolsOf(Role::Basic).chat && !privileges.toolsOf(Role::Basic).whiteboard);

        QVERIFY(changed.write({{keys::basicTools, QStringLiteral("none")},
                               {keys::plusTools, QStringLiteral("whiteboard")},
                               {keys::backgroundGroups, QStringLiteral("none")},
                               {keys::basicGroups, QStringLiteral("none")}}));
        privileges = changed.consultationPolicy()->privileges;
        for (const auto &[code, tool] : toolNames()) {
            QVERIFY2(!(privileges.toolsOf(Role::Basic).*tool), code);
            QCOMPARE(privileges.toolsOf(Role::Plus).*tool, QByteArray(code) == "whiteboard");
        }
        QVERIFY(privileges.grantOf(Role::Basic).groups.isEmpty());
        QVERIFY(changed.consultationPolicy()->groupsWithBackground.isEmpty());
    }

    /// Never more than was meant: a mistake is an error, and not the default.
    void aMistakeIsAnError_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("key");
        QTest::newRow("no tool") << QByteArray("basic_tools=chat, telepathy") << keys::basicTools;
        QTest::newRow("none and more") << QByteArray("plus_tools=none, chat") << keys::plusTools;
        QTest::newRow("nobody organises") << QByteArray("plus_groups=none") << keys::plusGroups;
        QTest::newRow("none and a group") << QByteArray("basic_groups=none, guest") << keys::basicGroups;
    }
    void aMistakeIsAnError()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, key);
        test::writeFile(file("settings.ini"), "[roles]\n" + line + '\n');
        const Result<ConsultationPolicy> policy = settings().consultationPolicy();
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, QStringLiteral("roles_malformed"));
        QCOMPARE(policy.error().kind, Error::Kind::Storage);
        QCOMPARE(policy.error().field, key);
    }

    void theEnvironmentSaysIt()
    {
        qputenv("TELECONSULT_PLUS_GROUPS", "surgeon, midwife");
        QCOMPARE(settings().serviceConfiguration()->privileges.grantOf(Role::Plus).groups,
                 (QStringList{QStringLiteral("surgeon"), QStringLiteral("midwife")}));
    }

    /// Who imports the original's file wants what it says.
    void anImportedConfigurationTakesThemOut()
    {
        Settings target = settings();
        QVERIFY(target.write({{keys::plusGroups, QStringLiteral("midwife")}, {keys::interfaceTray, false}}));
        test::writeFile(file("theirs.json"), json);
        const Result<SettingsImport> read = readImport(file("theirs.json"));
        QVERIFY(read);
        QVERIFY(takeOver(*read, target));
        QCOMPARE(groupRolesOf(settings().serviceConfiguration().value()), table());
        QVERIFY(!settings().wantsTray());
    }

    void mistakesOfTheTableNameTheirRow_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        const QString first = QStringLiteral("surgeon");
        QTest::newRow("no name") << QStringList{first, QString()} << "groups[1].name"
                                 << "required";
        QTest::newRow("a comma") << QStringList{first, QStringLiteral("a,b")} << "groups[1].name"
                                 << "malformed";
        QTest::newRow("none") << QStringList{first, QStringLiteral("none")} << "groups[1].name"
                              << "malformed";
        QTest::newRow("twice") << QStringList{first, QStringLiteral("x"), first} << "groups[2].name"
                               << "duplicate";
        QTest::newRow("nobody organises") << QStringList() << "groups"
                                          << "no_plus_group";
    }
    void mistakesOfTheTableNameTheirRow()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, field);
        QFETCH(QString, code);
        QList<GroupRole> groups;
        for (const QString &name : names)
            groups << GroupRole{name, Role::Plus, false};
        const QList<Error> mistakes = check(groups);
        QCOMPARE(mistakes.size(), 1);
        QCOMPARE(mistakes.first().field, field);
        QCOMPARE(mistakes.first().code, code);
        QVERIFY(check(table()).isEmpty());
    }

    /// What is written is what is read again, and nothing else is touched.
    void whatTheTableSaysIsKept()
    {
        Settings target = configured();
        const ServiceConfiguration before = target.serviceConfiguration().value();
        const Tools plus = before.privileges.toolsOf(Role::Plus);
        Tools basic = before.privileges.toolsOf(Role::Basic);
        QVERIFY(settingsFor(table(), plus, basic, before).isEmpty());

        basic.chat = false;
        QList<GroupRole> groups = table();
        groups[1] = {QStringLiteral("visitor"), Role::Plus, true};
        const SettingValues values = settingsFor(groups, plus, basic, before);
        QCOMPARE(values.keys(),
                 (QStringList{keys::backgroundGroups, keys::basicGroups, keys::basicTools, keys::plusGroups}));
        QVERIFY(target.write(values));
        const ServiceConfiguration after = settings().serviceConfiguration().value();
        QCOMPARE(after.privileges.toolsOf(Role::Basic), basic);
        QCOMPARE(after.privileges.toolsOf(Role::Plus), plus);
        QVERIFY(settingsFor(groups, plus, basic, after).isEmpty());
        QCOMPARE(groupRolesOf(after).size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestRoles)
#include "test_roles.moc"
