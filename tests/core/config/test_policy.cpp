// The policy: who may have written it, and what it may say.
#include "core/config/policy.h"
#include "core/config/settings.h"
#include "tests/core/config/clean_environment.h"

#include <QDir>
#include <QTemporaryDir>

#include <unistd.h>

using namespace teleconsult;
using config::PolicyPlace;
using config::readPolicy;
using config::SettingValues;
using test::writeFile;

class TestPolicy : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    /// The test's user stands for root.
    PolicyPlace place() const { return {m_folder->filePath(QStringLiteral("policy.ini")), geteuid()}; }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::clearEnvironment();
    }

    void theSystemsIsRoots();
    void itIsReadAsTheUsersSettings();
    void noFileIsNoPolicy();
    void whoeverElseMayWriteItIsNotTrusted_data();
    void whoeverElseMayWriteItIsNotTrusted();
    void anotherOwnerIsNotTrusted();
    void whatIsNoFileIsAnError();
    void mistakesAreToldWithTheirLine_data();
    void mistakesAreToldWithTheirLine();
};

void TestPolicy::theSystemsIsRoots()
{
    QCOMPARE(config::systemPolicy().owner, 0U);
    QVERIFY(QDir::isAbsolutePath(config::systemPolicy().path));
}

void TestPolicy::itIsReadAsTheUsersSettings()
{
    writeFile(place().path,
              "; laid down by the clinic\n[station]\nfull_name=Ferri, Giulia\ngroups=doctor, nurse\n\n"
              "[interface]\ntray=false\n",
              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    const Result<SettingValues> policy = readPolicy(place());
    QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().message));
    QCOMPARE(policy->size(), 3);
    const config::Settings settings({m_folder->filePath(QStringLiteral("settings.ini")), *policy, {}});
    QCOMPARE(settings.station().fullName, QStringLiteral("Ferri, Giulia"));
    const QStringList groups{QStringLiteral("doctor"), QStringLiteral("nurse")};
    QCOMPARE(settings.station().groups, groups);
    QVERIFY(!settings.wantsTray());
    QVERIFY(settings.origin(QStringLiteral("interface/tray")).isLocked());
}

void TestPolicy::noFileIsNoPolicy()
{
    QCOMPARE(readPolicy(place()).value(), SettingValues());
    QCOMPARE(readPolicy({QStringLiteral("/nonesuch/policy.ini"), 0}).value(), SettingValues());
}

void TestPolicy::whoeverElseMayWriteItIsNotTrusted_data()
{
    QTest::addColumn<QFile::Permissions>("file");
    QTest::addColumn<QFile::Permissions>("folder");
    const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
    const QFile::Permissions enter = owner | QFile::ExeOwner;
    QTest::newRow("file, group") << (owner | QFile::WriteGroup) << enter;
    QTest::newRow("file, others") << (owner | QFile::WriteOther) << enter;
    QTest::newRow("folder, group") << owner << (enter | QFile::WriteGroup);
    QTest::newRow("folder, others") << owner << (enter | QFile::WriteOther);
}

void TestPolicy::whoeverElseMayWriteItIsNotTrusted()
{
    QFETCH(QFile::Permissions, file);
    QFETCH(QFile::Permissions, folder);
    writeFile(place().path, "[interface]\ntray=false\n", file);
    QVERIFY(QFile::setPermissions(m_folder->path(), folder));
    const Result<SettingValues> policy = readPolicy(place());
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, QStringLiteral("policy_not_trusted"));
    QCOMPARE(policy.error().kind, Error::Kind::Storage);
}

void TestPolicy::anotherOwnerIsNotTrusted()
{
    writeFile(place().path, "[interface]\ntray=false\n");
    const Result<SettingValues> policy = readPolicy({place().path, geteuid() + 1});
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, QStringLiteral("policy_not_trusted"));
}

void TestPolicy::whatIsNoFileIsAnError()
{
    QVERIFY(QDir().mkdir(place().path));
    QCOMPARE(readPolicy(place()).error().code, QStringLiteral("policy_unreadable"));
    QVERIFY(QDir().rmdir(place().path));
    writeFile(place().path, QByteArray(2 << 20, '\n'));
    QCOMPARE(readPolicy(place()).error().code, QStringLiteral("policy_unreadable"));
}

void TestPolicy::mistakesAreToldWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("field");
    QTest::newRow("no INI") << QByteArray("[interface]\ntray=false\nwhat is this\n") << "line 3:"
                            << "";
    QTest::newRow("an open group") << QByteArray("\n[interface\ntray=false\n") << "line 2:"
                                   << "";
    QTest::newRow("no setting") << QByteArray("[interface]\ntray=false\ncolour=pink\n") << "line 3:"
                                << "interface/colour";
    QTest::newRow("without a group") << QByteArray("tray=false\n") << ""
                                     << "tray";
    QTest::newRow("out of range") << QByteArray("[interface]\n; as at home\ntray=perhaps\n") << "line 3:"
                                  << "interface/tray";
    QTest::newRow("must be right") << QByteArray("[kaleyra]\nbase_url=http://api.example\n") << "line 2:"
                                   << "kaleyra/base_url";
    QTest::newRow("the key itself") << QByteArray("[kaleyra]\napi_key=s3cret\n") << "line 2:"
                                    << "kaleyra/api_key";
    QTest::newRow("the program's own note") << QByteArray("[notice]\naccepted=a\n") << "line 2:"
                                            << "notice/accepted";
}

void TestPolicy::mistakesAreToldWithTheirLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    QFETCH(QString, field);
    writeFile(place().path, text);
    const Result<SettingValues> policy = readPolicy(place());
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, QStringLiteral("policy_malformed"));
    QCOMPARE(policy.error().kind, Error::Kind::Storage);
    QCOMPARE(policy.error().field, field);
    QVERIFY2(policy.error().message.startsWith(line), qPrintable(policy.error().message));
    for (const char *value : {"pink", "perhaps", "s3cret", "api.example"})
        QVERIFY(!policy.error().message.contains(QLatin1String(value)));
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "test_policy.moc"
