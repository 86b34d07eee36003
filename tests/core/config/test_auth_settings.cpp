// Where it is known who people are, as the settings say.
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

using namespace teleconsult;
using config::AuthService;
using config::Settings;
using test::clearEnvironment;
using test::writeFile;

class TestAuthSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<std::optional<AuthService>> read() const
    {
        return Settings(m_folder.filePath(QStringLiteral("settings.ini"))).authService();
    }

private slots:
    void init() { clearEnvironment(); }
    void cleanup() { clearEnvironment(); }

    void withoutItPeopleAreGiven()
    {
        qputenv("CUSTOM_ID_USERS_API_ENDPOINT", "http://crud-service/people");
        QCOMPARE(read().value(), std::nullopt);
    }

    void everythingIsRead()
    {
        qputenv("AUTH_SERVICE", "auth0-client");
        qputenv("CUSTOM_ID_USERS_API_ENDPOINT", "http://crud-service/people/");
        qputenv("DEFAULT_CLIENT_TYPE", "telecons");
        qputenv("CLIENTTYPE_HEADER_KEY", "Client-Kind");
        qputenv("ADDITIONAL_HEADERS_TO_PROXY", "x-forwarded-for,x-request-id,X-Tenant,cookie,client-type");
        const QString file = m_folder.filePath(QStringLiteral("service.json"));
        writeFile(file, R"({"privileges":{"basic":{"groups":[]},"plus":{"groups":["doctor"]}},)"
                        R"("customUserId":{"source":"email"}})");
        qputenv("TELECONSULTATION_SERVICE_CONFIG_PATH", file.toLocal8Bit());
        const AuthService service = read().value().value();
        QCOMPARE(service.baseUrl, QUrl(QStringLiteral("http://auth0-client")));
        QCOMPARE(service.customIds, QUrl(QStringLiteral("http://crud-service/people/")));
        QCOMPARE(service.customUserId.source, QStringLiteral("email"));
        QCOMPARE(service.customUserId.target, QStringLiteral("authUserId"));
        QCOMPARE(service.defaultClientType, QByteArray("telecons"));
        QCOMPARE(service.clientTypeHeader, QByteArray("client-kind"));
        const QByteArrayList expected{"x-request-id", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
                                      "client-kind",  "miauserid",       "miausergroups",    "miauserproperties",
                                      "isbackoffice", "x-tenant",        "cookie",           "client-type",
                                      "authorization"};
        QCOMPARE(service.headersToForward, expected);
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QUrl>("expected"); // Empty: refused.
        const auto row = [](const char *name, const char *given, const char *expected) {
            QTest::newRow(name) << QByteArray(given) << QUrl(QString::fromLatin1(expected));
        };
        row("a name", "auth0-client", "http://auth0-client");
        row("a name with a port", "auth0-client:8080", "http://auth0-client:8080");
        row("a name with a prefix", "gate.example.org/auth/", "http://gate.example.org/auth");
        row("an address", "https://auth.example.org/", "https://auth.example.org");
        row("plain http", "http://auth0-client", "http://auth0-client");
        row("by number", "10.0.0.7:3000", "http://10.0.0.7:3000");
        row("other scheme", "ldap://auth0-client", "");
        row("a space", "auth service", "");
        row("credentials", "https://me:secret@auth.example.org", "");
        row("query", "auth0-client?x=1", "");
        row("nothing but a scheme", "http://", "");
    }

    void addresses()
    {
        QFETCH(QByteArray, given);
        QFETCH(QUrl, expected);
        qputenv("AUTH_SERVICE", given);
        const Result<std::optional<AuthService>> service = read();
        QCOMPARE(service.has_value(), !expected.isEmpty());
        if (service) {
            QCOMPARE(service->value().baseUrl, expected);
            QCOMPARE(service->value().customIds, std::nullopt);
            return;
        }
        QCOMPARE(service.error().kind, Error::Kind::Storage);
        QCOMPARE(service.error().code, QStringLiteral("auth_service_malformed"));
        QCOMPARE(service.error().field, QStringLiteral("people/auth_service"));
        QVERIFY(!service.error().toLogLine().contains(QLatin1String("secret")));
    }

    void customIdsNeedAnAddress()
    {
        qputenv("AUTH_SERVICE", "auth0-client");
        qputenv("CUSTOM_ID_USERS_API_ENDPOINT", "people");
        const Result<std::optional<AuthService>> service = read();
        QVERIFY(!service);
        QCOMPARE(service.error().code, QStringLiteral("custom_ids_endpoint_malformed"));
        QCOMPARE(service.error().field, QStringLiteral("people/custom_ids_endpoint"));
    }

    void whatIsNoHeaderIsNotForwarded_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("given");
        QTest::newRow("one of the message's own")
            << QByteArray("ADDITIONAL_HEADERS_TO_PROXY") << QByteArray("x-tenant,content-length");
        QTest::newRow("two lines") << QByteArray("ADDITIONAL_HEADERS_TO_PROXY") << QByteArray("x-a\r\nx-b");
        QTest::newRow("no name") << QByteArray("CLIENTTYPE_HEADER_KEY") << QByteArray("client type");
        QTest::newRow("no value") << QByteArray("DEFAULT_CLIENT_TYPE") << QByteArray("two\r\nlines: x");
    }

    void whatIsNoHeaderIsNotForwarded()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, given);
        qputenv("AUTH_SERVICE", "auth0-client");
        const AuthService usual = read().value().value();
        qputenv(variable.constData(), given);
        const QString warning = QStringLiteral("a value is out of range and ignored: ") + QString::fromLatin1(variable);
        QTest::ignoreMessage(QtWarningMsg, qPrintable(warning));
        QCOMPARE(read().value().value(), usual);
    }
};

QTEST_GUILESS_MAIN(TestAuthSettings)
#include "test_auth_settings.moc"
