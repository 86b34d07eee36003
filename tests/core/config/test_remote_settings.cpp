// Which Teleconsultation Service does the work, as the settings say.
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

using namespace teleconsult;
using config::RemoteService;
using config::Settings;
using test::clearEnvironment;
using test::writeFile;

class TestRemoteSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<std::optional<RemoteService>> read() const
    {
        return Settings(m_folder.filePath(QStringLiteral("settings.ini"))).remoteService();
    }

private slots:
    void init() { clearEnvironment(); }
    void cleanup()
    {
        clearEnvironment();
        QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    }

    void withoutAnAddressTheWorkIsDoneHere()
    {
        qputenv("TELECONSULT_SERVICE_TOKEN_FILE", "/nonesuch"); // It is not looked for.
        QVERIFY(!read().value());
    }

    void everythingIsRead()
    {
        writeFile(m_folder.filePath(QStringLiteral("token")), " abc.def\n");
        writeFile(m_folder.filePath(QStringLiteral("settings.ini")),
                  "[service]\nurl=https://clinic.example.org/api/v1/telecons-be/\ntoken_file=" +
                      m_folder.filePath(QStringLiteral("token")).toLocal8Bit() + "\n");
        qputenv("USERID_HEADER_KEY", "UserId");
        qputenv("GROUPS_HEADER_KEY", "UserGroups");
        const RemoteService expected{QUrl(QStringLiteral("https://clinic.example.org/api/v1/telecons-be")), "userid",
                                     "usergroups"};
        QCOMPARE(read().value(), std::optional(expected));
        QCOMPARE(Settings(m_folder.filePath(QStringLiteral("settings.ini"))).serviceToken().value(),
                 std::optional(QByteArray("abc.def")));
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("holds");
        QTest::newRow("https") << QByteArray("https://clinic.example.org") << true;
        QTest::newRow("this computer") << QByteArray("http://localhost:8080") << true;
        QTest::newRow("this computer, by IPv6") << QByteArray("http://[::1]:8080") << true;
        QTest::newRow("not encrypted") << QByteArray("http://clinic.example.org") << false;
        QTest::newRow("a name that begins alike") << QByteArray("http://localhost.example.org") << false;
        QTest::newRow("a user") << QByteArray("https://me@clinic.example.org") << false;
        QTest::newRow("no address") << QByteArray("clinic") << false;
    }
    void addresses()
    {
        QFETCH(QByteArray, address);
        QFETCH(bool, holds);
        qputenv("TELECONSULT_SERVICE_URL", address);
        const Result<std::optional<RemoteService>> service = read();
        QCOMPARE(service.has_value(), holds);
        if (holds)
            return;
        QCOMPARE(service.error().code, QStringLiteral("service_url_malformed"));
        QCOMPARE(service.error().field, QStringLiteral("service/url"));
    }

    void aTokenIsASecret()
    {
        qputenv("TELECONSULT_SERVICE_URL", "https://clinic.example.org");
        const QString path = m_folder.filePath(QStringLiteral("open"));
        qputenv("TELECONSULT_SERVICE_TOKEN_FILE", path.toLocal8Bit());
        QCOMPARE(read().error().code, QStringLiteral("service_token_missing"));
        writeFile(path, "abc", test::ownerOnly | QFile::ReadOther);
        QCOMPARE(read().error().code, QStringLiteral("service_token_open_to_others"));
        writeFile(path, "two words");
        QCOMPARE(read().error().code, QStringLiteral("service_token_malformed"));
    }
};

QTEST_GUILESS_MAIN(TestRemoteSettings)
#include "test_remote_settings.moc"
