// The API's server: where it answers, and to which names.
#include "tests/core/api/served_clinic.h"

#include <QHostInfo>
#include <QTcpServer>
#include <QTest>

using namespace teleconsult;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

class TestApiAddresses : public QObject
{
    Q_OBJECT
private slots:
    void otherHostsNamesAreRefused();
    void servesTheAddressesItIsTold_data();
    void servesTheAddressesItIsTold();
    void answersToTheNamesItIsTold_data();
    void answersToTheNamesItIsTold();
    void targetsNameHostsToo_data();
    void targetsNameHostsToo();
};

void TestApiAddresses::otherHostsNamesAreRefused()
{
    ServedClinic clinic;
    const Reply reply = clinic.send("GET", QStringLiteral("/-/healthz"), {}, {{"host", "evil.example.org"}});
    QCOMPARE(reply.status, 403);
}

void TestApiAddresses::servesTheAddressesItIsTold_data()
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

void TestApiAddresses::servesTheAddressesItIsTold()
{
    QFETCH(QString, listensOn);
    QFETCH(QString, askedAt);
    QFETCH(bool, answers);
    if (listensOn.contains(QLatin1Char(':')) && !QTcpServer().listen(QHostAddress(listensOn)))
        QSKIP("this computer has no IPv6");
    if (QHostInfo::fromName(askedAt).addresses().isEmpty())
        QSKIP("this computer does not know its own name localhost, as a bare change of root without /etc/hosts");
    ServedClinic clinic;
    api::ApiServer server(*clinic.api);
    const Result<quint16> port = server.start({.address = listensOn, .port = 0, .token = test::apiToken});
    QVERIFY(port);
    clinic.url.setHost(askedAt);
    clinic.url.setPort(*port);
    QCOMPARE(clinic.send("GET", QStringLiteral("/-/healthz")).status, answers ? 200 : 0);
}

void TestApiAddresses::answersToTheNamesItIsTold_data()
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

void TestApiAddresses::answersToTheNamesItIsTold()
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

void TestApiAddresses::targetsNameHostsToo_data()
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

void TestApiAddresses::targetsNameHostsToo()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, status);
    ServedClinic clinic;
    const QByteArray answer = talk(clinic, "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
}

QTEST_GUILESS_MAIN(TestApiAddresses)
#include "test_api_addresses.moc"
