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
