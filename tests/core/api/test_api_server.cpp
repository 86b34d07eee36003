// The API's server: who is let in, what needs no token, and how it ends.
#include "tests/core/api/served_clinic.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace teleconsult;
using test::ServedClinic;
using Reply = ServedClinic::Reply;
using Fault = test::FaultProxy::Fault;

class TestApiServer : public QObject
{
    Q_OBJECT
private slots:
    void whoIsLetIn_data();
    void whoIsLetIn();
    void behindAGatewayNoTokenIsNeeded();
    void withoutAnyTokenItDoesNotStart();
    void aPortThatIsTakenIsAnError();
    void otherHostsNamesAreRefused();
    void servesTheAddressesItIsTold_data();
    void servesTheAddressesItIsTold();
    void answersToTheNamesItIsTold_data();
    void answersToTheNamesItIsTold();
    void targetsNameHostsToo_data();
    void targetsNameHostsToo();
    void idsAreOnlyIds_data();
    void idsAreOnlyIds();
    void whoCallsIsToldOnce_data();
    void whoCallsIsToldOnce();
    void whatIsEncodedStaysSo();
    void otherMethods_data();
    void otherMethods();
    void strangersBodiesAreNotRead();
    void tooLargeABodyIsRefused();
    void healthNeedsNoToken();
    void theDocumentTellsEveryOperation();
    void clientsThatHangUpDoNoHarm();
    void endingAnswersWhoeverWaits();
};

void TestApiServer::whoIsLetIn_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<bool>("letIn");
    QTest::newRow("token") << "Bearer " + test::apiToken << true;
    QTest::newRow("scheme in small letters") << "bearer " + test::apiToken << true;
    QTest::newRow("token and more") << "Bearer " + test::apiToken + "x" << false;
    QTest::newRow("beginning of the token") << "Bearer " + test::apiToken.chopped(1) << false;
    QTest::newRow("encoded token") << "Bearer %74" + test::apiToken.mid(1) << false;
    QTest::newRow("two tokens") << "Bearer " + test::apiToken + ", Bearer " + test::apiToken << false;
    QTest::newRow("another token") << QByteArray("Bearer x") << false;
    QTest::newRow("empty token") << QByteArray("Bearer ") << false;
    QTest::newRow("another scheme") << "Basic " + test::apiToken << false;
    QTest::newRow("nothing") << QByteArray("") << false;
}

void TestApiServer::whoIsLetIn()
{
    QFETCH(QByteArray, authorization);
    QFETCH(bool, letIn);
    ServedClinic clinic;
    const Reply reply =
        clinic.send("GET", QStringLiteral("/teleconsultation/x"), {}, {{"authorization", authorization}});
    QCOMPARE(reply.status, letIn ? 404 : 401);
    if (!letIn)
        QCOMPARE(reply.headers.value("www-authenticate"), QByteArray("Bearer"));
    if (letIn)
        return;
    QCOMPARE(reply.json()[QStringLiteral("statusCode")].toInt(), 401);
}

void TestApiServer::behindAGatewayNoTokenIsNeeded()
{
    ServedClinic clinic;
    api::ApiServer open(*clinic.api);
    const Result<quint16> port = open.start({.port = 0, .trustsGateway = true});
    QVERIFY(port);
    clinic.url.setPort(*port);
    QCOMPARE(clinic.send("GET", QStringLiteral("/teleconsultation/x"), {}, {{"authorization", ""}}).status, 404);
}

void TestApiServer::withoutAnyTokenItDoesNotStart()
{
    ServedClinic clinic;
    api::ApiServer open(*clinic.api);
    const Result<quint16> port = open.start({});
    QVERIFY(!port);
    QCOMPARE(port.error().field, QStringLiteral("token"));
}

void TestApiServer::aPortThatIsTakenIsAnError()
{
    ServedClinic clinic;
    api::ApiServer second(*clinic.api);
    const Result<quint16> port = second.start({.port = quint16(clinic.url.port()), .token = "t"});
    QVERIFY(!port);
    QCOMPARE(port.error().code, QStringLiteral("no_port"));
}

void TestApiServer::otherHostsNamesAreRefused()
{
    ServedClinic clinic;
    const Reply reply = clinic.send("GET", QStringLiteral("/-/healthz"), {}, {{"host", "evil.example.org"}});
    QCOMPARE(reply.status, 403);
}

void TestApiServer::servesTheAddressesItIsTold_data()
{
    QTest::addColumn<QString>("listensOn");
    QTest::addColumn<QString>("askedAt");
    QTest::addColumn<bool>("answers");
    QTest::newRow("loopback") << "127.0.0.1"
                              << "127.0.0.1" << true;
    QTest::newRow("loopback by name") << "127.0.0.1"
                                      << "localhost" << true;
    QTest::newRow("no other address") << "127.0.0.1"
                                      << "127.0.0.2" << false;
    QTest::newRow("another address") << "127.0.0.2"
                                     << "127.0.0.2" << true;
    QTest::newRow("every address") << "0.0.0.0"
                                   << "127.0.0.3" << true;
    QTest::newRow("loopback of IPv6") << "::1"
                                      << "::1" << true;
}

void TestApiServer::servesTheAddressesItIsTold()
{
    QFETCH(QString, listensOn);
    QFETCH(QString, askedAt);
    QFETCH(bool, answers);
    if (listensOn.contains(QLatin1Char(':')) && !QTcpServer().listen(QHostAddress(listensOn)))
        QSKIP("this computer has no IPv6");
    ServedClinic clinic;
    api::ApiServer server(*clinic.api);
    const Result<quint16> port = server.start({.address = listensOn, .port = 0, .token = test::apiToken});
    QVERIFY(port);
    clinic.url.setHost(askedAt);
    clinic.url.setPort(*port);
    QCOMPARE(clinic.send("GET", QStringLiteral("/-/healthz")).status, answers ? 200 : 0);
}

void TestApiServer::answersToTheNamesItIsTold_data()
{
    QTest::addColumn<QString>("listensOn");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("its name") << "127.0.0.1" << QByteArray("video.clinic.example") << 200;
    QTest::newRow("in capitals") << "127.0.0.1" << QByteArray("Video.Clinic.Example") << 200;
    QTest::newRow("with a gateway's port") << "127.0.0.1" << QByteArray("video.clinic.example:443") << 200;
    QTest::newRow("a name that ends alike") << "127.0.0.1" << QByteArray("evil.video.clinic.example") << 403;
    QTest::newRow("with the dot that may end it") << "127.0.0.1" << QByteArray("video.clinic.example.") << 200;
    QTest::newRow("with a dot and a port") << "127.0.0.1" << QByteArray("video.clinic.example.:443") << 200;
    QTest::newRow("with two dots") << "127.0.0.1" << QByteArray("video.clinic.example..") << 403;
    QTest::newRow("encoded") << "127.0.0.1" << QByteArray("%76ideo.clinic.example") << 403;
    QTest::newRow("two names") << "127.0.0.1" << QByteArray("video.clinic.example, evil.example") << 403;
    QTest::newRow("localhost in capitals") << "127.0.0.1" << QByteArray("LocalHost:%") << 200;
    QTest::newRow("localhost and a dot") << "127.0.0.1" << QByteArray("localhost.:%") << 200;
    QTest::newRow("localhost of another port") << "127.0.0.1" << QByteArray("localhost:1") << 403;
    QTest::newRow("another address") << "127.0.0.1" << QByteArray("192.0.2.1:%") << 403;
    QTest::newRow("any address where all are served") << "0.0.0.0" << QByteArray("192.0.2.1:%") << 200;
    QTest::newRow("of IPv6, too") << "0.0.0.0" << QByteArray("[2001:db8::1]:%") << 200;
    QTest::newRow("but no other name") << "0.0.0.0" << QByteArray("evil.example:%") << 403;
    QTest::newRow("half an address") << "0.0.0.0" << QByteArray("[2001:db8::1") << 403;
}

void TestApiServer::answersToTheNamesItIsTold()
{
    QFETCH(QString, listensOn);
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    ServedClinic clinic;
    api::ApiServer server(*clinic.api);
    const Result<quint16> port = server.start({.address = listensOn,
                                               .hostNames = {QStringLiteral("video.clinic.example")},
                                               .port = 0,
                                               .token = test::apiToken});
    QVERIFY(port);
    clinic.url.setPort(*port);
    if (host.endsWith('%'))
        host.replace("%", QByteArray::number(*port));
    QCOMPARE(clinic.send("GET", QStringLiteral("/-/healthz"), {}, {{"host", host}}).status, status);
}

/// Writes as is, with the token, and reads until the server hangs up.
static QByteArray talk(const ServedClinic &clinic, QByteArray text)
{
    text.replace("{host}", "127.0.0.1:" + QByteArray::number(clinic.url.port()));
    text.replace("{token}", "Authorization: Bearer " + test::apiToken);
    QTcpSocket socket;
    socket.connectToHost(clinic.url.host(), quint16(clinic.url.port()));
    socket.write(text);
    const bool isOver =
        QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 20000);
    return isOver ? socket.readAll() : "still there";
}

void TestApiServer::targetsNameHostsToo_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("our own") << QByteArray("http://{host}/-/healthz") << QByteArray("{host}") << QByteArray("200");
    QTest::newRow("comes before the header")
        << QByteArray("http://{host}/-/healthz") << QByteArray("evil.example") << QByteArray("200");
    QTest::newRow("foreign") << QByteArray("http://evil.example/-/healthz") << QByteArray("{host}")
                             << QByteArray("403");
}

void TestApiServer::targetsNameHostsToo()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, status);
    ServedClinic clinic;
    const QByteArray answer = talk(clinic, "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
}

void TestApiServer::idsAreOnlyIds_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("message");
    const QByteArray nothing = "There is nothing at this path";
    QTest::newRow("up") << QByteArray("/teleconsultation/..") << QByteArray("Room with id .. not found on CRUD");
    QTest::newRow("up, encoded") << QByteArray("/teleconsultation/%2e%2e%2fx")
                                 << QByteArray("Room with id ../x not found on CRUD");
    QTest::newRow("encoded twice") << QByteArray("/teleconsultation/%252e")
                                   << QByteArray("Room with id %2e not found on CRUD");
    QTest::newRow("query, encoded") << QByteArray("/teleconsultation/x%3f_st=TRASH")
                                    << QByteArray("Room with id x?_st=TRASH not found on CRUD");
    QTest::newRow("null") << QByteArray("/teleconsultation/x%00y")
                          << QByteArray("Room with id x\\u0000y not found on CRUD");
    QTest::newRow("new line") << QByteArray("/teleconsultation/x%0d%0ay")
                              << QByteArray("Room with id x\\r\\ny not found on CRUD");
    QTest::newRow("no UTF-8") << QByteArray("/teleconsultation/%ff%fe") << QByteArray("not found on CRUD");
    QTest::newRow("SQL") << QByteArray("/teleconsultation/'%20OR%201=1--")
                         << QByteArray("Room with id ' OR 1=1-- not found on CRUD");
    QTest::newRow("out of the mount point") << QByteArray("/api/v1/telecons-be/../../-/healthz") << nothing;
    QTest::newRow("mounted twice") << QByteArray("/api/v1/telecons-be/api/v1/telecons-be/credentials") << nothing;
    QTest::newRow("two slashes") << QByteArray("//teleconsultation/x") << nothing;
    QTest::newRow("no id") << QByteArray("/teleconsultation//uploads") << nothing;
    QTest::newRow("encoded name") << QByteArray("/tele%63onsultation/x") << nothing;
}

void TestApiServer::idsAreOnlyIds()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, message);
    ServedClinic clinic;
    const QByteArray answer =
        talk(clinic, "GET " + path + " HTTP/1.1\r\nHost: {host}\r\n{token}\r\nmiauserid: d\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 404") && answer.contains(message), answer.constData());
}

void TestApiServer::whoCallsIsToldOnce_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("once") << QByteArray("miauserid: d\r\nmiausergroups: doctor\r\n") << QByteArray("201");
    QTest::newRow("two people") << QByteArray("miauserid: d\r\nMiaUserId: e\r\nmiausergroups: doctor\r\n")
                                << QByteArray("400");
    QTest::newRow("groups twice") << QByteArray("miauserid: d\r\nmiausergroups: doctor\r\nmiausergroups: x\r\n")
                                  << QByteArray("400");
    QTest::newRow("something else twice")
        << QByteArray("miauserid: d\r\nmiausergroups: doctor\r\nvia: a\r\nvia: b\r\n") << QByteArray("201");
}

void TestApiServer::whoCallsIsToldOnce()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, status);
    ServedClinic clinic;
    const QByteArray answer = talk(clinic, "POST /credentials HTTP/1.1\r\nHost: {host}\r\n{token}\r\n" + headers +
                                               "Content-Length: 0\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
}

void TestApiServer::whatIsEncodedStaysSo()
{
    // "a%62" is somebody else than "ab".
    ServedClinic clinic;
    Reply created = clinic.send("POST", QStringLiteral("/teleconsultation"),
                                R"({"participants": {"number": 2, "data": [
        {"userExternalId": "ab", "fullName": "Ada Fontana", "groups": ["doctor"]}]},
        "start_date": "2026-02-22T15:30:00.000Z", "duration_in_seconds": 600})");
    QCOMPARE(created.status, 201);
    const QString path = QStringLiteral("/teleconsultation/") + created.json()[QStringLiteral("roomId")].toString();
    QCOMPARE(clinic.sendAs("ab", "GET", path).status, 200);
    QCOMPARE(clinic.sendAs("a%62", "GET", path).status, 401);
}

void TestApiServer::otherMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const QString one = QStringLiteral("/teleconsultation/x");
    QTest::newRow("HEAD") << QByteArray("HEAD") << one << 404 << QByteArray();
    QTest::newRow("HEAD of the health") << QByteArray("HEAD") << "/-/healthz" << 200 << QByteArray();
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << one << 405 << QByteArray("GET, PATCH, DELETE");
    QTest::newRow("PUT") << QByteArray("PUT") << one << 405 << QByteArray("GET, PATCH, DELETE");
    QTest::newRow("TRACE") << QByteArray("TRACE") << one << 501 << QByteArray();
}

void TestApiServer::otherMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    ServedClinic clinic;
    const QByteArray body = method == "PUT" ? "{}" : "";
    const Reply reply = clinic.send(method, path, body, {{"miauserid", "d"}});
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("allow"), allow);
}

void TestApiServer::strangersBodiesAreNotRead()
{
    ServedClinic clinic;
    // Announced, and never sent.
    const QByteArray answer =
        talk(clinic, "POST /credentials HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 401"), answer.constData());
}

void TestApiServer::tooLargeABodyIsRefused()
{
    ServedClinic clinic;
    const Reply reply = clinic.send("POST", QStringLiteral("/teleconsultation"), QByteArray(13 * 1024 * 1024, ' '));
    QCOMPARE(reply.status, 413);
    QCOMPARE(clinic.recordCount(), 0);
}

void TestApiServer::healthNeedsNoToken()
{
    ServedClinic clinic;
    for (const QString &path : {QStringLiteral("/-/healthz"), QStringLiteral("/-/ready")}) {
        const Reply reply = clinic.send("GET", path, {}, {{"authorization", ""}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[QStringLiteral("status")].toString(), QStringLiteral("OK"));
        QCOMPARE(reply.json()[QStringLiteral("version")].toString(), QStringLiteral("1.2.3"));
    }
}

void TestApiServer::theDocumentTellsEveryOperation()
{
    ServedClinic clinic;
    const QJsonObject paths = clinic.send("GET", QStringLiteral("/documentation/json"), {}, {{"authorization", ""}})
                                  .json()[QStringLiteral("paths")]
                                  .toObject();
    int told = 0;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList methods = path->toObject().keys();
        for (const QString &method : methods) {
            // What the document tells is there: anything but 404 for the path or 405 for the method.
            const QString real = QString(path.key()).replace(QStringLiteral("{id}"), QStringLiteral("x"));
            const Reply reply = clinic.send(method.toUpper().toLatin1(), real, "{}");
            QVERIFY2(reply.status != 405, qPrintable(method + path.key()));
            QVERIFY2(!reply.body.contains("nothing at this path"), qPrintable(method + path.key()));
            ++told;
        }
    }
    QCOMPARE(told, api::Api::operations().size());
}

void TestApiServer::clientsThatHangUpDoNoHarm()
{
    ServedClinic clinic;
    clinic.network->setFault(Fault::Stall); // Kaleyra never answers: requests are under way.
    const QByteArray body = R"({"expiresIn":3600})";
    for (int i = 0; i < 10; ++i) {
        QTcpSocket client;
        client.connectToHost(clinic.url.host(), quint16(clinic.url.port()));
        QVERIFY(client.waitForConnected(5000));
        client.write("POST /credentials HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(clinic.url.port()) +
                     "\r\nAuthorization: Bearer " + test::apiToken + "\r\nmiauserid: user" + QByteArray::number(i) +
                     "\r\nmiausergroups: doctor\r\nContent-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(client.waitForBytesWritten(5000));
        client.abort();
    }
    QTRY_VERIFY(!clinic.credentials->isIdle());
    clinic.mendNetwork();
    QCOMPARE(clinic.send("GET", QStringLiteral("/-/healthz")).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(clinic.credentials->isIdle(), 20000);
}

void TestApiServer::endingAnswersWhoeverWaits()
{
    auto clinic = std::make_unique<ServedClinic>();
    clinic->network->setFault(Fault::Stall);
    QNetworkAccessManager client;
    QNetworkRequest request(clinic->url.resolved(QUrl(QStringLiteral("/credentials"))));
    request.setRawHeader("authorization", "Bearer " + test::apiToken);
    request.setRawHeader("miauserid", "user1");
    request.setRawHeader("miausergroups", "doctor");
    request.setRawHeader("content-type", "application/json");
    std::unique_ptr<QNetworkReply> reply(client.post(request, "{}"));
    QTRY_VERIFY(!clinic->credentials->isIdle());
    clinic->server.reset(); // Returns: nobody is waited for for ever.
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
}

QTEST_GUILESS_MAIN(TestApiServer)
#include "test_api_server.moc"
