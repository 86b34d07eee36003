// teleconsultctl serve, as the clinic's own programs meet it.
#include "core/sandbox/sandbox.h"
#include "tests/app/ctl/ctl_fixture.h"
#include "tests/bench/notify_socket.h"
#include "tests/support/auth_service_double.h"
#include "tests/support/fault_proxy.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

using namespace teleconsult;
using test::creation;
using test::CtlFixture;
using test::FaultProxy;
using Outcome = CtlFixture::Outcome;

namespace {

const QByteArray token = "token-of-the-clinic-0123456789";

} // namespace

class TestServe : public QObject
{
    Q_OBJECT

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<CtlFixture> m_ctl;
    std::unique_ptr<QProcess> m_server;
    QNetworkAccessManager m_client;
    QUrl m_url;

    /// Waits for the line that says where it serves.
    bool serve(const QStringList &more = {}, const QString &listen = QStringLiteral("127.0.0.1:0"))
    {
        m_server = m_ctl->start(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen} + more);
        if (!QTest::qWaitFor([this] { return m_server->canReadLine(); }, 30000))
            return false;
        const QString line = QString::fromUtf8(m_server->readLine()).trimmed();
        m_url = QUrl(line.section(QLatin1Char(' '), -1));
        return line.startsWith(QLatin1String("Listening on http://")) && m_url.port() > 0;
    }

    struct Reply
    {
        int status = 0; ///< 0: no answer.
        QByteArray body;
        QByteArray allow;
    };

    Reply send(const QByteArray &method, const QString &path, QHash<QByteArray, QByteArray> headers = {},
               const QByteArray &body = {})
    {
        QNetworkRequest request(m_url.resolved(QUrl(path)));
        if (!headers.contains("authorization"))
            headers.insert("authorization", "Bearer " + token);
        if (!body.isEmpty())
            headers.insert("content-type", "application/json");
        for (auto header = headers.begin(); header != headers.end(); ++header)
            request.setRawHeader(header.key(), header.value());
        const std::unique_ptr<QNetworkReply> reply(m_client.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 30000))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                reply->rawHeader("allow")};
    }

    /// Under way: the answer is waited for by whoever calls.
    std::unique_ptr<QNetworkReply> askForCredentials()
    {
        QNetworkRequest request(m_url.resolved(QUrl(QStringLiteral("/credentials"))));
        request.setRawHeader("authorization", "Bearer " + token);
        request.setRawHeader("miauserid", "d");
        request.setRawHeader("miausergroups", "doctor");
        request.setRawHeader("content-type", "application/json");
        return std::unique_ptr<QNetworkReply>(m_client.post(request, "{}"));
    }

    /// What an examiner of the process sees.
    QByteArray proc(const char *file) const
    {
        QFile seen(QStringLiteral("/proc/%1/%2").arg(m_server->processId()).arg(QLatin1String(file)));
        return seen.open(QFile::ReadOnly) ? seen.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        Result<std::unique_ptr<sandbox::Sandbox>> started = sandbox::start({});
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_ctl = std::make_unique<CtlFixture>();
        m_ctl->useKaleyra(m_sandbox->endpoint().baseUrl, m_sandbox->endpoint().apiKey);
        m_ctl->environment.insert(QStringLiteral("TELECONSULT_API_TOKEN"), QString::fromLatin1(token));
    }
    void cleanup()
    {
        if (m_server && m_server->state() != QProcess::NotRunning) {
            m_server->kill();
            m_server->waitForFinished();
        }
        m_server.reset();
        m_ctl.reset();
        m_sandbox.reset();
    }

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
    void hidesTheToken();
    void clientsThatHangUpDoNoHarm();
    void signalsEndIt_data();
    void signalsEndIt();
    void aSignalLetsRequestsUnderWayFinish();
    void aSignalEndsRequestsThatTakeLong_data();
    void aSignalEndsRequestsThatTakeLong();
    void tellsTheServiceManager();
    void settlesWhatWasLeftOpen();
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
    QTest::addColumn<QString>("token");
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
    QFETCH(QString, token);
    QFETCH(int, code);
    QFETCH(QString, named);
    m_ctl->file(QStringLiteral("good"), "token");
    m_ctl->file(QStringLiteral("open"), "token", QFile::ReadOwner | QFile::ReadGroup);
    m_ctl->file(QStringLiteral("empty"), "\n");
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    if (listen == QLatin1String("taken"))
        listen = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_API_TOKEN"), token);
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

void TestServe::clientsThatHangUpDoNoHarm()
{
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    QVERIFY(serve());
    network.setFault(FaultProxy::Fault::Stall); // Kaleyra never answers: requests are under way.
    const QByteArray body = "{}";
    for (int i = 0; i < 30; ++i) {
        QTcpSocket client;
        client.connectToHost(m_url.host(), quint16(m_url.port()));
        QVERIFY(client.waitForConnected());
        QByteArray request =
            "POST /credentials HTTP/1.1\r\nHost: localhost:" + QByteArray::number(m_url.port()) +
            "\r\nAuthorization: Bearer " + token + "\r\nmiauserid: u" + QByteArray::number(i) +
            "\r\nmiausergroups: doctor\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n" + body;
        // Some in the middle of the head, some of the body, the others while they wait for the answer.
        request.chop(i % 3 == 0 ? 60 : i % 3 == 1 ? 1 : 0);
        client.write(request);
        QVERIFY(client.waitForBytesWritten());
        client.abort();
    }
    QTRY_VERIFY_WITH_TIMEOUT(network.connections() > 0, 20000);
    network.setFault(FaultProxy::Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(
        send("POST", QStringLiteral("/credentials"), {{"miauserid", "d"}, {"miausergroups", "doctor"}}, body).status,
        201, 60000);
    m_server->terminate();
    QCOMPARE(CtlFixture::finish(*m_server).code, 0);
}

void TestServe::signalsEndIt_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestServe::signalsEndIt()
{
    QFETCH(int, signal);
    QVERIFY(serve());
    ::kill(pid_t(m_server->processId()), signal);
    const Outcome outcome = CtlFixture::finish(*m_server);
    QVERIFY2(outcome.code == 0, outcome.text());
    QCOMPARE(send("GET", QStringLiteral("/-/healthz")).status, 0);
}

void TestServe::aSignalLetsRequestsUnderWayFinish()
{
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    network.setFault(FaultProxy::Fault::Stall);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    QVERIFY(serve());
    const std::unique_ptr<QNetworkReply> reply = askForCredentials();
    QTRY_VERIFY_WITH_TIMEOUT(network.connections() > 0, 20000);
    m_server->terminate();
    // Nobody else is let in; then Kaleyra hangs up, and answers when it is asked again.
    QTRY_COMPARE_WITH_TIMEOUT(send("GET", QStringLiteral("/-/healthz")).status, 0, 20000);
    QVERIFY(!reply->isFinished());
    network.setFault(FaultProxy::Fault::None);
    QCOMPARE(CtlFixture::finish(*m_server).code, 0);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 201);
}

void TestServe::aSignalEndsRequestsThatTakeLong_data()
{
    QTest::addColumn<int>("times");
    QTest::newRow("after some seconds") << 1;
    QTest::newRow("at once, when it comes again") << 2;
}

void TestServe::aSignalEndsRequestsThatTakeLong()
{
    QFETCH(int, times);
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    network.setFault(FaultProxy::Fault::Stall);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    QVERIFY(serve());
    const std::unique_ptr<QNetworkReply> reply = askForCredentials();
    QTRY_VERIFY_WITH_TIMEOUT(network.connections() > 0, 20000);
    for (int i = 0; i < times; ++i) {
        m_server->terminate();
        QTRY_COMPARE_WITH_TIMEOUT(send("GET", QStringLiteral("/-/healthz")).status, 0, 20000);
    }
    QCOMPARE(CtlFixture::finish(*m_server).code, 0);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
}

void TestServe::tellsTheServiceManager()
{
    bench::NotifySocket manager(m_ctl->home.filePath(QStringLiteral("notify")));
    QVERIFY(manager.isOpen());
    QSignalSpy ready(&manager, &bench::NotifySocket::ready);
    m_ctl->environment.insert(QStringLiteral("NOTIFY_SOCKET"), manager.path());
    QVERIFY(serve());
    QTRY_COMPARE(ready.count(), 1);
}

void TestServe::settlesWhatWasLeftOpen()
{
    // Kaleyra makes the room, and the program is killed before it knows.
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    const auto rooms = [this] {
        QNetworkRequest question(m_sandbox->endpoint().baseUrl.resolved(QUrl(QStringLiteral("/v2/rooms"))));
        question.setRawHeader("apikey", m_sandbox->endpoint().apiKey);
        const std::unique_ptr<QNetworkReply> reply(m_client.get(question));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20000))
            return -1;
        return int(QJsonDocument::fromJson(reply->readAll())[QStringLiteral("rooms")].toArray().size());
    };
    // The people first; from then on answers are held back.
    QCOMPARE(m_ctl->run(creation()).code, 0);
    QCOMPARE(rooms(), 1);
    network.setFault(FaultProxy::Fault::Stall);
    const std::unique_ptr<QProcess> cut = m_ctl->start(creation());
    QTRY_COMPARE_WITH_TIMEOUT(rooms(), 2, 20000);

    // While it runs, another program that settles what was left open leaves its room alone.
    m_ctl->useKaleyra(m_sandbox->endpoint().baseUrl, m_sandbox->endpoint().apiKey);
    QCOMPARE(m_ctl->run(creation()).code, 0);
    QCOMPARE(rooms(), 3);
    QCOMPARE(cut->state(), QProcess::Running);

    cut->kill();
    CtlFixture::finish(*cut);
    QVERIFY(serve());
    QTRY_COMPARE_WITH_TIMEOUT(rooms(), 2, 20000);
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
#include "test_serve.moc"
