#include "core/files/secret.h"
#include "tests/core/config/clean_environment.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace teleconsult;
using config::Settings;
using test::clearEnvironment;
using test::ownerOnly;
using test::writeFile;

class TestSecret : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString settingsFile() const { return file(QStringLiteral("settings.ini")); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        clearEnvironment();
    }

    void cleanup() { clearEnvironment(); }

    void theKeyIsReadFromItsFile()
    {
        writeFile(file(QStringLiteral("key")), "  ak_live_123\r\n");
        qputenv("BANDYER_API_SECRET_KEY_FILE", file(QStringLiteral("key")).toLocal8Bit());
        const auto key = Settings(settingsFile()).kaleyraApiKey();
        QVERIFY(key);
        QCOMPARE(*key, QByteArray("ak_live_123"));
    }

    void aKeyThatOthersCanReachIsRefused_data()
    {
        QTest::addColumn<int>("extra");
        QTest::newRow("group reads") << int(QFile::ReadGroup);
        QTest::newRow("group writes") << int(QFile::WriteGroup);
        QTest::newRow("others read") << int(QFile::ReadOther);
        QTest::newRow("others write") << int(QFile::WriteOther);
    }

    void aKeyThatOthersCanReachIsRefused()
    {
        QFETCH(int, extra);
        writeFile(file(QStringLiteral("key")), "ak_live_123", ownerOnly | QFile::Permissions(extra));
        qputenv("BANDYER_API_SECRET_KEY_FILE", file(QStringLiteral("key")).toLocal8Bit());
        const auto key = Settings(settingsFile()).kaleyraApiKey();
        QVERIFY(!key);
        QCOMPARE(key.error().kind, Error::Kind::Storage);
        QCOMPARE(key.error().code, QStringLiteral("api_key_file_open_to_others"));
        QVERIFY(!key.error().toLogLine().contains(QLatin1String("ak_live")));
    }

    void aKeyThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("api_key_file_empty");
        QTest::newRow("blank") << QByteArray(" \n\n") << QStringLiteral("api_key_file_empty");
        QTest::newRow("two lines") << QByteArray("ak_live_1\nak_live_2\n") << QStringLiteral("api_key_file_malformed");
        QTest::newRow("binary") << QByteArray("ak_live\0x", 9) << QStringLiteral("api_key_file_malformed");
        QTest::newRow("not ASCII") << QByteArray("ak_live_ü") << QStringLiteral("api_key_file_malformed");
        QTest::newRow("a whole file of something")
            << QByteArray(100000, 'x') << QStringLiteral("api_key_file_malformed");
    }

    void aKeyThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        writeFile(file(QStringLiteral("key")), content);
        qputenv("BANDYER_API_SECRET_KEY_FILE", file(QStringLiteral("key")).toLocal8Bit());
        const auto key = Settings(settingsFile()).kaleyraApiKey();
        QVERIFY(!key);
        QCOMPARE(key.error().code, code);
        QVERIFY(!key.error().toLogLine().contains(QLatin1String("ak_live")));
    }

    void aMissingKeyFileIsSaidWithoutItsName()
    {
        QVERIFY(!Settings(settingsFile()).kaleyraApiKey().value()); // It is in the store.
        // The key where its file's name belongs.
        qputenv("BANDYER_API_SECRET_KEY_FILE", "ak_live_123");
        const auto key = Settings(settingsFile()).kaleyraApiKey();
        QVERIFY(!key);
        QCOMPARE(key.error().kind, Error::Kind::Storage);
        QCOMPARE(key.error().code, QStringLiteral("api_key_file_missing"));
        QVERIFY(!key.error().toLogLine().contains(QLatin1String("ak_live")));
        QVERIFY(!key.error().message.contains(QLatin1String("ak_live")));
    }

    void theKeyIsTakenOutOfTheEnvironment()
    {
        qputenv("BANDYER_API_SECRET_KEY", " ak_live_456 ");
        const Settings settings(settingsFile());
        QVERIFY(!qEnvironmentVariableIsSet("BANDYER_API_SECRET_KEY"));
        QCOMPARE(settings.kaleyraApiKey().value(), QByteArray("ak_live_456"));
        QCOMPARE(settings.kaleyraApiKey().value(), QByteArray("ak_live_456")); // And stays known.

        QProcess child;
        child.start(QStringLiteral("env"), QStringList());
        QVERIFY(child.waitForFinished());
        const QByteArray inherited = child.readAllStandardOutput();
        QVERIFY(inherited.contains("PATH="));
        QVERIFY(!inherited.contains("ak_live_456"));
    }

    /// The program that takes this one's place finds it again, and nobody before that.
    void whatStartsAnewIsGivenTheKey()
    {
        qputenv("BANDYER_API_SECRET_KEY", "ak_live_456");
        const Settings settings(settingsFile());
        const QByteArray assignment = "BANDYER_API_SECRET_KEY=ak_live_456";
        QList<QByteArray> next = files::environmentWithSecrets();
        QCOMPARE(next.count(assignment), 1);
        QVERIFY(next.contains("PATH=" + qgetenv("PATH")));
        QVERIFY(!qEnvironmentVariableIsSet("BANDYER_API_SECRET_KEY"));
        QFile own(QStringLiteral("/proc/self/environ"));
        QVERIFY(own.open(QFile::ReadOnly));
        QVERIFY(!own.readAll().contains("ak_live_456"));
        qputenv("BANDYER_API_SECRET_KEY", "ak_live_789"); // Given since then.
        next = files::environmentWithSecrets();
        QVERIFY(!next.contains(assignment) && next.contains("BANDYER_API_SECRET_KEY=ak_live_789"));
    }

    void theEnvironmentsKeyComesBeforeTheFilesOfTheSettings()
    {
        writeFile(file(QStringLiteral("key")), "ak_of_the_file");
        writeFile(settingsFile(), "[kaleyra]\napi_key_file=" + file(QStringLiteral("key")).toUtf8() + "\n");
        QCOMPARE(Settings(settingsFile()).kaleyraApiKey().value(), QByteArray("ak_of_the_file"));
        qputenv("BANDYER_API_SECRET_KEY", "ak_live_456");
        QCOMPARE(Settings(settingsFile()).kaleyraApiKey().value(), QByteArray("ak_live_456"));
    }

    void bothVariablesAreAnError()
    {
        writeFile(file(QStringLiteral("key")), "ak_of_the_file");
        qputenv("BANDYER_API_SECRET_KEY_FILE", file(QStringLiteral("key")).toLocal8Bit());
        qputenv("BANDYER_API_SECRET_KEY", "ak_live_456");
        const auto key = Settings(settingsFile()).kaleyraApiKey();
        QVERIFY(!key);
        QCOMPARE(key.error().code, QStringLiteral("api_key_set_twice"));
        QVERIFY(!key.error().toLogLine().contains(QLatin1String("ak_")));
    }

    void theSettingsFileNeverHoldsTheKey()
    {
        writeFile(settingsFile(), "[kaleyra]\napi_key=ak_live_456\n");
        QVERIFY(!Settings(settingsFile()).kaleyraApiKey().value());
    }

    void aVariableThatHoldsNoKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("two words") << QByteArray("ak_live_1 ak_live_2");
        QTest::newRow("not ASCII") << QByteArray("ak_live_ü");
        QTest::newRow("too long") << QByteArray(20000, 'x');
        QTest::newRow("blank") << QByteArray("  ");
    }

    void aVariableThatHoldsNoKeyIsRefused()
    {
        QFETCH(QByteArray, value);
        qputenv("BANDYER_API_SECRET_KEY", value);
        const auto key = Settings(settingsFile()).kaleyraApiKey();
        QVERIFY(!key);
        QCOMPARE(key.error().code, QStringLiteral("api_key_malformed"));
        QCOMPARE(key.error().field, QStringLiteral("kaleyra/api_key"));
        QVERIFY(!key.error().toLogLine().contains(QLatin1String("ak_live")));
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "test_secret.moc"
