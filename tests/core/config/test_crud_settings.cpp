// Where records are kept, as the settings say.
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

using namespace teleconsult;
using config::CrudService;
using config::Settings;
using test::clearEnvironment;

class TestCrudSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QByteArrayList forwarded(const QByteArray &userIdHeader)
    {
        return {"x-request-id", "x-forwarded-for", "x-forwarded-host",  "x-forwarded-proto", "client-type",
                userIdHeader,   "miausergroups",   "miauserproperties", "isbackoffice"};
    }

    Result<std::optional<CrudService>> read() const
    {
        return Settings(m_folder.filePath(QStringLiteral("settings.ini"))).crudService();
    }

private slots:
    void init()
    {
        clearEnvironment();
        qputenv("CRUD_SERVICE_URL", "http://crud-service");
        qputenv("TELECONSULTATIONS_CRUD_NAME", "teleconsultations");
        qputenv("USER_ID_MAP_CRUD_NAME", "teleconsultations_users");
    }
    void cleanup()
    {
        clearEnvironment();
        QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    }

    void whereNothingIsSetRecordsStayHere()
    {
        clearEnvironment();
        const Result<std::optional<CrudService>> service = read();
        QVERIFY(service);
        QVERIFY(!*service);
    }

    /// The configuration of an original service that relies on its default.
    void collectionsAloneMeanTheUsualAddress()
    {
        qunsetenv("CRUD_SERVICE_URL");
        QCOMPARE(read().value()->baseUrl, QUrl(QStringLiteral("http://crud-service")));
        for (const char *missing : {"TELECONSULTATIONS_CRUD_NAME", "USER_ID_MAP_CRUD_NAME"}) {
            init();
            qunsetenv("CRUD_SERVICE_URL");
            qunsetenv(missing);
            const Result<std::optional<CrudService>> half = read();
            QVERIFY(!half);
            QCOMPARE(half.error().code, QStringLiteral("crud_collection_not_set"));
        }
    }

    /// The session is the auth service's business, unless the installation says otherwise.
    void moreHeadersAreForwardedIfTheyAreNamed()
    {
        qputenv("ADDITIONAL_HEADERS_TO_PROXY", "acl_rows,Cookie");
        QCOMPARE(read().value()->headersToForward, forwarded("miauserid") + QByteArrayList({"acl_rows", "cookie"}));
    }

    void everythingIsRead()
    {
        qputenv("USERID_HEADER_KEY", "userid");
        const CrudService expected{QUrl(QStringLiteral("http://crud-service")), QStringLiteral("teleconsultations"),
                                   QStringLiteral("teleconsultations_users"), "userid", forwarded("userid")};
        QCOMPARE(read().value(), expected);
    }

    void theFileIsReadAsWell()
    {
        for (const char *variable : {"CRUD_SERVICE_URL", "TELECONSULTATIONS_CRUD_NAME", "USER_ID_MAP_CRUD_NAME"})
            qunsetenv(variable);
        QFile file(m_folder.filePath(QStringLiteral("settings.ini")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[records]\ncrud_url=https://crud.example.org/api/\nconsultations_collection=visits\n"
                   "users_collection=people\n");
        file.close();
        const CrudService expected{QUrl(QStringLiteral("https://crud.example.org/api")), QStringLiteral("visits"),
                                   QStringLiteral("people"), "miauserid", forwarded("miauserid")};
        QCOMPARE(read().value(), expected);
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QUrl>("expected"); // Empty: refused.
        const auto row = [](const char *name, const char *given, const char *expected) {
            QTest::newRow(name) << QByteArray(given) << QUrl(QString::fromLatin1(expected));
        };
        row("in the clinic's network", "http://crud-service", "http://crud-service");
        row("by address", "http://10.0.0.7:3000", "http://10.0.0.7:3000");
        row("elsewhere", "https://crud.example.org", "https://crud.example.org");
        row("slash", "http://crud-service/", "http://crud-service");
        row("path", "https://gate.example.org/crud/v2", "https://gate.example.org/crud/v2");
        row("path and slash", " https://gate.example.org/crud/v2/ ", "https://gate.example.org/crud/v2");
        row("other scheme", "mongodb://crud-service", "");
        row("no scheme", "crud-service", "");
        row("no host", "http://", "");
        row("credentials", "https://me:secret@crud.example.org", "");
        row("query", "https://crud.example.org?x=1", "");
        row("fragment", "https://crud.example.org#x", "");
        row("a space", "http://crud service", "");
    }

    void addresses()
    {
        QFETCH(QByteArray, given);
        QFETCH(QUrl, expected);
        qputenv("CRUD_SERVICE_URL", given);
        const Result<std::optional<CrudService>> service = read();
        QCOMPARE(service.has_value(), !expected.isEmpty());
        if (service) {
            QCOMPARE(service->value().baseUrl, expected);
            return;
        }
        QCOMPARE(service.error().kind, Error::Kind::Storage);
        QCOMPARE(service.error().code, QStringLiteral("crud_url_malformed"));
        QCOMPARE(service.error().field, QStringLiteral("records/crud_url"));
        QVERIFY(!service.error().toLogLine().contains(QLatin1String("secret")));
    }

    void collections_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *given, const char *expected, const char *code) {
            QTest::newRow(name) << QByteArray(given) << QString::fromLatin1(expected) << QString::fromLatin1(code);
        };
        row("plain", "visits", "visits", "");
        row("path", "/v2/tele-consultations/", "v2/tele-consultations", "");
        row("missing", "", "", "crud_collection_not_set");
        row("blank", "  ", "", "crud_collection_not_set");
        row("slash", "/", "", "crud_collection_not_set");
        row("out of the service", "../admin", "", "crud_collection_malformed");
        row("within", "a/../b", "", "crud_collection_malformed");
        row("query", "visits?_st=TRASH", "", "crud_collection_malformed");
        row("address", "http://crud-service/visits", "", "crud_collection_malformed");
        row("encoded", "a%2fb", "", "crud_collection_malformed");
    }

    void collections()
    {
        QFETCH(QByteArray, given);
        QFETCH(QString, expected);
        QFETCH(QString, code);
        qputenv("TELECONSULTATIONS_CRUD_NAME", given);
        Result<std::optional<CrudService>> service = read();
        QCOMPARE(service ? service->value().consultations : service.error().code, code.isEmpty() ? expected : code);
        if (!service)
            QCOMPARE(service.error().field, QStringLiteral("records/consultations_collection"));

        qputenv("TELECONSULTATIONS_CRUD_NAME", "visits");
        qputenv("USER_ID_MAP_CRUD_NAME", given);
        service = read();
        QCOMPARE(service ? service->value().users : service.error().code, code.isEmpty() ? expected : code);
        if (!service)
            QCOMPARE(service.error().field, QStringLiteral("records/users_collection"));
    }

    void whatIsNoHeaderIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::newRow("two lines") << QByteArray("userid\r\nacl_rows");
        QTest::newRow("a space") << QByteArray("user id");
        QTest::newRow("colon") << QByteArray("userid:");
        QTest::newRow("one of the request's own") << QByteArray("Content-Type");
    }

    void whatIsNoHeaderIsNotSent()
    {
        QFETCH(QByteArray, given);
        qputenv("USERID_HEADER_KEY", given);
        QTest::ignoreMessage(QtWarningMsg, "a value is out of range and ignored: USERID_HEADER_KEY");
        QCOMPARE(read().value()->userIdHeader, QByteArray("miauserid"));
    }
};

QTEST_GUILESS_MAIN(TestCrudSettings)
#include "test_crud_settings.moc"
