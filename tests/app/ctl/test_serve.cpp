// teleconsultctl serve, as the clinic's own programs meet it.
#include "tests/app/ctl/serve_test.h"
#include "tests/support/auth_service_double.h"
#include "tests/support/crud_service_double.h"
#include "tests/support/fault_proxy.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>

using namespace teleconsult;
using test::creation;
using test::CtlFixture;
using test::FaultProxy;
using test::ServeTest;
using test::token;
using Outcome = CtlFixture::Outcome;

class TestServe : public ServeTest
{
    Q_OBJECT

private slots:
    void servesBothMountPoints();
    void asksForTheToken();
    void readsTheTokenFromAFile();
    void behindAGatewayNoTokenIsAskedFor();
    void answersToItsNamesOnly();
    void unknownPathsAndMethods();
    void whatItIsToldIsChecked_data();
    void whatItIsToldIsChecked();
    void warnsOfOtherAddresses();
    void servesIPv6();
    void whoCallsIsReadFromTheHeaderTheSettingsName();
    void recordsSayWhoCalled();
    void aRequestWithoutCallerHasNoAuthor();
    void aTokenBesideAGatewayIsRefused();
    void isReadyWhileItsRecordsAreThere();
    void hidesTheToken();
    void theExamplesOfTheDocumentation_data();
    void theExamplesOfTheDocumentation();
    void aStationWithoutTheKey();
};

void TestServe::servesBothMountPoints()
{
    QVERIFY(serve());
    const QByteArray body = R"({"participants": {"number": 2, "data": [
        {"userExternalId": "d", "fullName": "Ada Fontana", "groups": ["doctor"]}]},
        "start_date": "2026-02-22T15:30:00.000Z", "duration_in_seconds": 600})";
    for (const QString &path :
         {QStringLiteral("/teleconsultation"), QStringLiteral("/api/v1/telecons-be/teleconsultation")})
    {
        const Reply created = send("POST", path, {}, body);
        QVERIFY2(created.status == 201, created.body);
        const QString id = QJsonDocument::fromJson(created.body)[QStringLiteral("roomId")].toString();
        QCOMPARE(send("GET", path + QLatin1Char('/') + id, {{"miauserid", "d"}}).status, 200);
        QCOMPARE(send("DELETE", path + QLatin1Char('/') + id).status, 204);
    }
}

void TestServe::asksForTheToken()
{
    QVERIFY(serve());
    QCOMPARE(send("GET", QStringLiteral("/teleconsultation/x"), {{"authorization", ""}}).status, 401);
    QCOMPARE(send("GET", QStringLiteral("/teleconsultation/x"), {{"authorization", "Bearer other"}}).status, 401);
    QCOMPARE(send("GET", QStringLiteral("/teleconsultation/x"), {{"miauserid", "d"}}).status, 404);
    QCOMPARE(send("GET", QStringLiteral("/-/ready"), {{"authorization", ""}}).status, 200);
    QCOMPARE(send("GET", QStringLiteral("/-/healthz"), {{"authorization", ""}}).status, 200);
    QCOMPARE(send("GET", QStringLiteral("/documentation/json"), {{"authorization", ""}}).status, 200);
}

void TestServe::readsTheTokenFromAFile()
{
    m_ctl->environment.remove(QStringLiteral("TELECONSULT_API_TOKEN"));
    QVERIFY(serve({QStringLiteral("--token-file"), m_ctl->file(QStringLiteral("token"), token + '\n')}));
    QCOMPARE(send("GET", QStringLiteral("/teleconsultation/x"), {{"miauserid", "d"}}).status, 404);
    QCOMPARE(send("GET", QStringLiteral("/teleconsultation/x"), {{"authorization", ""}}).status, 401);
}

void TestServe::behindAGatewayNoTokenIsAskedFor()
{
    m_ctl->environment.remove(QStringLiteral("TELECONSULT_API_TOKEN"));
    QVERIFY(serve({QStringLiteral("--trust-gateway")}));
    QCOMPARE(send("GET", QStringLiteral("/teleconsultation/x"), {{"authorization", ""}, {"miauserid", "d"}}).status,
             404);
}

/// Which of the two is to hold cannot be known.
void TestServe::aTokenBesideAGatewayIsRefused()
{
    const Outcome outcome = m_ctl->run({QStringLiteral("serve"), QStringLiteral("--listen"),
                                        QStringLiteral("127.0.0.1:0"), QStringLiteral("--trust-gateway")});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.error.contains("--trust-gateway"), outcome.text());
}

/// Whoever sits at the computer that serves did not do what a program asked for.
void TestServe::aRequestWithoutCallerHasNoAuthor()
{
    test::CrudServiceDouble crud;
    m_ctl->environment.insert(QStringLiteral("CRUD_SERVICE_URL"), crud.server().url().toString());
    m_ctl->environment.insert(QStringLiteral("TELECONSULTATIONS_CRUD_NAME"),
                              test::CrudServiceDouble::consultations().path);
    m_ctl->environment.insert(QStringLiteral("USER_ID_MAP_CRUD_NAME"), test::CrudServiceDouble::users().path);
    QVERIFY(serve());
    const Reply created = send("POST", QStringLiteral("/teleconsultation"), {},
                               R"({"start_date": "2126-02-22T15:30:00.000Z", "duration_in_seconds": 600,
                                   "participants": {"number": 2, "data": []}})");
    QVERIFY2(created.status == 201, created.body);
    const QList<QJsonObject> stored = crud.documents(test::CrudServiceDouble::consultations().path);
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.first()[QStringLiteral("creatorId")].toString(), QStringLiteral("public"));
}

void TestServe::answersToItsNamesOnly()
{
    QVERIFY(serve({QStringLiteral("--host"), QStringLiteral("video.clinic.example"), QStringLiteral("--host"),
                   QStringLiteral("other.clinic.example")}));
    const QString path = QStringLiteral("/-/healthz");
    QCOMPARE(send("GET", path, {{"host", "rebound.example"}}).status, 403);
    QCOMPARE(send("GET", path, {{"host", "video.clinic.example"}}).status, 200);
    QCOMPARE(send("GET", path, {{"host", "other.clinic.example:443"}}).status, 200);
    QCOMPARE(send("GET", path, {{"host", "localhost:" + QByteArray::number(m_url.port())}}).status, 200);
}

void TestServe::unknownPathsAndMethods()
{
    QVERIFY(serve());
    QCOMPARE(send("GET", QStringLiteral("/nowhere")).status, 404);
    QCOMPARE(send("GET", QStringLiteral("/api/v1/telecons-be/nowhere")).status, 404);
    const Reply reply = send("PUT", QStringLiteral("/credentials"), {}, "{}");
    QCOMPARE(reply.status, 405);
    QCOMPARE(reply.allow, QByteArray("POST"));
}

void TestServe::whatItIsToldIsChecked_data()
{
    QTest::addColumn<QString>("listen");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    const QString anyPort = QStringLiteral("127.0.0.1:0");
    const QString good = QString::fromLatin1(token);
    QTest::newRow("no token") << anyPort << QStringList() << "" << 2 << "TELECONSULT_API_TOKEN";
    QTest::newRow("two words") << anyPort << QStringList() << "two words" << 2 << "TELECONSULT_API_TOKEN";
    QTest::newRow("token twice") << anyPort << QStringList{QStringLiteral("--token-file"), QStringLiteral("good")}
                                 << good << 2 << "--token-file";
    QTest::newRow("open file") << anyPort << QStringList{QStringLiteral("--token-file"), QStringLiteral("open")} << ""
                               << 2 << "chmod 600";
    QTest::newRow("empty file") << anyPort << QStringList{QStringLiteral("--token-file"), QStringLiteral("empty")} << ""
                                << 2 << "empty";
    QTest::newRow("no file") << anyPort << QStringList{QStringLiteral("--token-file"), QStringLiteral("none")} << ""
                             << 2 << "--token-file";
    QTest::newRow("no address") << "clinic.example:80" << QStringList() << good << 2 << "--listen";
    QTest::newRow("taken port") << "taken" << QStringList() << good << 7 << "--listen";
    QTest::newRow("foreign address") << "192.0.2.1:0" << QStringList() << good << 7 << "--listen";
}

void TestServe::whatItIsToldIsChecked()
{
    QFETCH(QString, listen);
    QFETCH(QStringList, more);
    QFETCH(QString, variable);
    QFETCH(int, code);
    QFETCH(QString, named);
    m_ctl->file(QStringLiteral("good"), "token");
    m_ctl->file(QStringLiteral("open"), "token", QFile::ReadOwner | QFile::ReadGroup);
    m_ctl->file(QStringLiteral("empty"), "\n");
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    if (listen == QLatin1String("taken"))
        listen = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_API_TOKEN"), variable);
    const Outcome outcome = m_ctl->run(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen} + more);
    QVERIFY2(outcome.code == code && outcome.error.contains(named), outcome.text());
    QCOMPARE(outcome.output, QString());
}

void TestServe::warnsOfOtherAddresses()
{
    QVERIFY(serve({}, QStringLiteral("0.0.0.0:0")));
    QVERIFY(m_server->readAllStandardError().contains("other computers"));
    m_url.setHost(QStringLiteral("127.0.0.1"));
    QCOMPARE(send("GET", QStringLiteral("/-/healthz")).status, 200);
}

void TestServe::servesIPv6()
{
    if (!QTcpServer().listen(QHostAddress::LocalHostIPv6))
        QSKIP("this computer has no IPv6");
    QVERIFY(serve({}, QStringLiteral("[::1]:0")));
    QCOMPARE(m_url.host(), QStringLiteral("::1"));
    QCOMPARE(send("GET", QStringLiteral("/-/healthz")).status, 200);
}

void TestServe::whoCallsIsReadFromTheHeaderTheSettingsName()
{
    m_ctl->environment.insert(QStringLiteral("USERID_HEADER_KEY"), QStringLiteral("X-Clinic-User"));
    QVERIFY(serve());
    const QByteArray body = R"({"expiresIn": 600})";
    QCOMPARE(
        send("POST", QStringLiteral("/credentials"), {{"miauserid", "d"}, {"miausergroups", "doctor"}}, body).status,
        401);
    QCOMPARE(send("POST", QStringLiteral("/credentials"), {{"x-clinic-user", "d"}, {"miausergroups", "doctor"}}, body)
                 .status,
             201);
}

void TestServe::isReadyWhileItsRecordsAreThere()
{
    auto crud = std::make_unique<test::CrudServiceDouble>();
    m_ctl->environment.insert(QStringLiteral("CRUD_SERVICE_URL"), crud->server().url().toString());
    m_ctl->environment.insert(QStringLiteral("TELECONSULTATIONS_CRUD_NAME"),
                              test::CrudServiceDouble::consultations().path);
    m_ctl->environment.insert(QStringLiteral("USER_ID_MAP_CRUD_NAME"), test::CrudServiceDouble::users().path);
    QVERIFY(serve());
    const auto status = [this] { return send("GET", QStringLiteral("/-/ready"), {{"authorization", ""}}).status; };
    QCOMPARE(status(), 200);
    crud.reset();
    QTRY_COMPARE_WITH_TIMEOUT(status(), 503, 30000);
    QCOMPARE(send("GET", QStringLiteral("/-/healthz")).status, 200);
}

/// Whatever an operation asks of the CRUD service, it asks in the caller's name.
void TestServe::recordsSayWhoCalled()
{
    test::CrudServiceDouble crud;
    m_ctl->environment.insert(QStringLiteral("CRUD_SERVICE_URL"), crud.server().url().toString());
    m_ctl->environment.insert(QStringLiteral("TELECONSULTATIONS_CRUD_NAME"),
                              test::CrudServiceDouble::consultations().path);
    m_ctl->environment.insert(QStringLiteral("USER_ID_MAP_CRUD_NAME"), test::CrudServiceDouble::users().path);
    m_ctl->environment.insert(QStringLiteral("ADDITIONAL_HEADERS_TO_PROXY"), QStringLiteral("x-tenant"));
    QVERIFY(serve());
    const QHash<QByteArray, QByteArray> caller{{"miauserid", "d"},
                                               {"miausergroups", "doctor"},
                                               {"x-request-id", "visit-7"},
                                               {"x-tenant", "north"},
                                               {"cookie", "sid=secret"}};
    const auto people = [](const char *patient) {
        return QByteArrayLiteral(
                   R"({"number": 2, "data": [{"userExternalId": "d", "fullName": "A", "groups": ["doctor"]},)"
                   R"({"userExternalId": ")") +
               patient + R"(", "fullName": "B", "groups": ["patient"]}]})";
    };
    const QString consultations = QStringLiteral("/teleconsultation");
    const Reply created =
        send("POST", consultations, caller,
             R"({"start_date": "2126-02-22T15:30:00.000Z", "duration_in_seconds": 600, "participants": )" +
                 people("p") + '}');
    QVERIFY2(created.status == 201, created.body);
    const QString one =
        consultations + QLatin1Char('/') + QJsonDocument::fromJson(created.body)[QStringLiteral("roomId")].toString();
    QCOMPARE(send("GET", one, caller).status, 200);
    QCOMPARE(send("GET", consultations, caller).status, 200);
    QCOMPARE(send("PATCH", one, caller, R"({"participants": )" + people("q") + '}').status, 204);
    QCOMPARE(send("PUT", one + QStringLiteral("/call"), caller, "{}").status, 204);
    QCOMPARE(send("DELETE", one + QStringLiteral("/call"), caller).status, 204);
    QCOMPARE(send("POST", QStringLiteral("/credentials"), caller, "{}").status, 201);
    QCOMPARE(send("DELETE", one, caller).status, 204);

    const QList<test::ScriptedServer::Request> requests = crud.server().requests();
    QVERIFY(requests.size() > 10);
    for (const test::ScriptedServer::Request &request : requests) {
        QCOMPARE(request.headers.value("miauserid"), QByteArray("d"));
        QCOMPARE(request.headers.value("x-request-id"), QByteArray("visit-7"));
        QCOMPARE(request.headers.value("x-tenant"), QByteArray("north"));
        QVERIFY(!request.headers.contains("cookie"));
    }
}

void TestServe::hidesTheToken()
{
    m_ctl->environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("teleconsult.*=true"));
    QVERIFY(serve());
    QCOMPARE(
        send("POST", QStringLiteral("/credentials"), {{"miauserid", "d"}, {"miausergroups", "doctor"}}, "{}").status,
        201);
    QVERIFY(proc("cmdline").contains("serve"));
    QVERIFY(proc("environ").contains("HOME="));
    for (const char *file : {"cmdline", "environ"})
        QVERIFY2(!proc(file).contains(token), file);
    m_server->terminate();
    const Outcome outcome = CtlFixture::finish(*m_server);
    QVERIFY(!outcome.error.isEmpty());
    QVERIFY2(!outcome.text().contains(token), outcome.text());
}

void TestServe::theExamplesOfTheDocumentation_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("deletesUploads");
    QTest::newRow("people are given") << "without-auth" << true;
    QTest::newRow("an auth service knows people") << "with-auth" << false;
}

void TestServe::theExamplesOfTheDocumentation()
{
    QFETCH(QString, mode);
    QFETCH(bool, deletesUploads);
    test::AuthServiceDouble people;
    people.add(QStringLiteral("user1_auth0_id"), QStringLiteral("Joe Smith"), {QStringLiteral("doctor")});
    people.add(QStringLiteral("user2_auth0_id"), QStringLiteral("Jane Doe"), {QStringLiteral("patient")});
    people.add(QStringLiteral("user3_auth0_id"), QStringLiteral("Jim Doe"), {QStringLiteral("patient")});
    if (mode == QLatin1String("with-auth"))
        m_ctl->environment.insert(QStringLiteral("AUTH_SERVICE"), people.server().url().toString());
    m_ctl->environment.insert(QStringLiteral("TELECONSULTATION_DELETE_UPLOADS"),
                              deletesUploads ? QStringLiteral("true") : QStringLiteral("false"));
    QVERIFY(serve());
    const QString headers = m_ctl->file(QStringLiteral("headers"), "authorization: Bearer " + token + "\n");
    const QString picture = m_ctl->file(QStringLiteral("room.jpg"), test::jpeg(1280, 1280));
    QProcess script;
    script.start(QStringLiteral(TELECONSULT_SEED_EXAMPLES),
                 {mode, deletesUploads ? QStringLiteral("deletes-uploads") : QStringLiteral("keeps-uploads"),
                  m_url.toString(), headers, picture});
    const Outcome outcome = CtlFixture::finish(script);
    QVERIFY2(outcome.code == 0, outcome.text());
    QVERIFY2(outcome.output.contains(QLatin1String(" 0 failures")), outcome.text());
    QCOMPARE(people.server().requests().isEmpty(), mode == QLatin1String("without-auth"));
}

/// Another home, with neither key nor records: the server does the work.
void TestServe::aStationWithoutTheKey()
{
    QVERIFY(serve());
    CtlFixture station;
    station.environment.insert(QStringLiteral("TELECONSULT_SERVICE_URL"), m_url.toString(QUrl::StripTrailingSlash));
    station.environment.insert(QStringLiteral("TELECONSULT_SERVICE_TOKEN_FILE"),
                               station.file(QStringLiteral("token"), token));
    const Outcome creating = station.run(creation());
    QVERIFY2(creating.code == 0, creating.text());
    const Outcome listing = station.run({QStringLiteral("list"), QStringLiteral("--json")});
    QVERIFY2(listing.code == 0, listing.text());
    QCOMPARE(listing.json()[QStringLiteral("teleconsultations")].toArray().size(), 1);
    QCOMPARE(listing.json(), m_ctl->run({QStringLiteral("list"), QStringLiteral("--json")}).json());
    const Outcome getting = station.run({QStringLiteral("get"), creating.output.trimmed(), QStringLiteral("--as"),
                                         QStringLiteral("doctor.1"), QStringLiteral("--json")});
    QVERIFY2(getting.code == 0, getting.text());
    QCOMPARE(getting.json()[QStringLiteral("participantsBandyerCall")].toArray().size(), 2);
    QCOMPARE(station.run({QStringLiteral("get"), QStringLiteral("nonesuch")}).code, 4);
    const Outcome company = station.run({QStringLiteral("company"), QStringLiteral("--json")});
    QVERIFY2(company.code == 0, company.text());
    const Outcome doctor = station.run({QStringLiteral("doctor")});
    QVERIFY2(doctor.code == 0 && doctor.output.contains(QLatin1String("it takes the token")), doctor.text());
    QCOMPARE(station.run({QStringLiteral("delete"), creating.output.trimmed()}).code, 0);
    QVERIFY(!QFile::exists(station.dataDir() + QStringLiteral("/teleconsult.sqlite")));

    const Outcome serving =
        station.run({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                     QStringLiteral("--token-file"), station.file(QStringLiteral("own"), token)});
    QVERIFY2(serving.code == 7 && serving.error.contains(QLatin1String("service/url")), serving.text());
    station.file(QStringLiteral("token"), "another-token-0123456789");
    const Outcome refused = station.run({QStringLiteral("doctor")});
    QVERIFY2(refused.code == 1 && refused.output.contains(QLatin1String("token_file")), refused.text());
}

QTEST_GUILESS_MAIN(TestServe)
#include "moc_sandbox_test.cpp"
#include "moc_serve_test.cpp"
#include "test_serve.moc"
