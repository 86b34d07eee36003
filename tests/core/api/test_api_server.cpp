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
    host.replace("%", QByteArray::number(*port));
    QCOMPARE(clinic.send("GET", QStringLiteral("/-/healthz"), {}, {{"host", host}}).status, status);
}

void TestApiServer::tooLargeABodyIsRefused()
{
    ServedClinic clinic;
    const Reply reply = clinic.send("POST", QStringLiteral("/teleconsultation"), QByteArray(13 * 1024 * 1024, ' '));
    QVERIFY2(reply.status == 413 || reply.status == 0, qPrintable(QString::number(reply.status))); // Or cut off early.
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
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    QVERIFY2(status == 503 || status == 0, qPrintable(QString::number(status)));
}

QTEST_GUILESS_MAIN(TestApiServer)
#include "test_api_server.moc"
