// The API's server: what it makes of paths, headers, methods and bodies that are out of the ordinary.
#include "tests/core/api/served_clinic.h"

#include <QTest>

using namespace teleconsult;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

class TestApiRequests : public QObject
{
    Q_OBJECT
private slots:
    void idsAreOnlyIds_data();
    void idsAreOnlyIds();
    void whoCallsIsToldOnce_data();
    void whoCallsIsToldOnce();
    void whatIsEncodedStaysSo();
    void otherMethods_data();
    void otherMethods();
    void strangersBodiesAreNotRead();
    void tooLargeABodyIsRefused();
};

void TestApiRequests::idsAreOnlyIds_data()
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

void TestApiRequests::idsAreOnlyIds()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, message);
    ServedClinic clinic;
    const QByteArray answer =
        talk(clinic, "GET " + path + " HTTP/1.1\r\nHost: {host}\r\n{token}\r\nmiauserid: d\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 404") && answer.contains(message), answer.constData());
}

void TestApiRequests::whoCallsIsToldOnce_data()
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

void TestApiRequests::whoCallsIsToldOnce()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, status);
    ServedClinic clinic;
    const QByteArray answer = talk(clinic, "POST /credentials HTTP/1.1\r\nHost: {host}\r\n{token}\r\n" + headers +
                                               "Content-Length: 0\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
}

void TestApiRequests::whatIsEncodedStaysSo()
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

void TestApiRequests::otherMethods_data()
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

void TestApiRequests::otherMethods()
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

void TestApiRequests::strangersBodiesAreNotRead()
{
    ServedClinic clinic;
    // Announced, and never sent.
    const QByteArray answer =
        talk(clinic, "POST /credentials HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 401"), answer.constData());
}

void TestApiRequests::tooLargeABodyIsRefused()
{
    ServedClinic clinic;
    const Reply reply = clinic.send("POST", QStringLiteral("/teleconsultation"), QByteArray(13 * 1024 * 1024, ' '));
    QCOMPARE(reply.status, 413);
    QCOMPARE(clinic.recordCount(), 0);
}

QTEST_GUILESS_MAIN(TestApiRequests)
#include "test_api_requests.moc"
