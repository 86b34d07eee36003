// What the server makes of clients that are not well-behaved.
#include "tests/core/sandbox/sandbox_fixture.h"

#include <QTcpSocket>
#include <QTest>

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

class TestHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<Fixture>(); }
    void cleanup() { m_fixture.reset(); }

    void listensOnLoopbackOnly();
    void answersToItsOwnNamesOnly_data();
    void answersToItsOwnNamesOnly();
    void readsNoBodyThatIsNotThere();
    void aBodyMayBeLeftOut();
    void readsNoEndlessBody();
    void limitsABodyInPieces();
    void stopsWhileClientsAreSilent();
    void answersManyAtOnce();

private:
    /// Writes as is and reads until the server hangs up.
    QByteArray talk(const QByteArray &text)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(m_fixture->endpoint().baseUrl.port()));
        socket.write(text);
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30000))
            return {};
        return socket.readAll();
    }

    QByteArray head(const QByteArray &line, const QByteArray &more = {}) const
    {
        const QByteArray host = "127.0.0.1:" + QByteArray::number(m_fixture->endpoint().baseUrl.port());
        return line + " HTTP/1.1\r\nHost: " + host + "\r\napikey: " + m_fixture->endpoint().apiKey + "\r\n" + more +
               "\r\n";
    }

    std::unique_ptr<Fixture> m_fixture;
};

void TestHttpServer::listensOnLoopbackOnly()
{
    QCOMPARE(m_fixture->endpoint().baseUrl.host(), QStringLiteral("127.0.0.1"));
    QTcpSocket socket;
    // Another address of this machine; on loopback, so that the test needs no network.
    socket.connectToHost(QStringLiteral("127.0.0.2"), quint16(m_fixture->endpoint().baseUrl.port()));
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestHttpServer::answersToItsOwnNamesOnly_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("address") << QByteArray("127.0.0.1:%") << QByteArray("200");
    QTest::newRow("name") << QByteArray("localhost:%") << QByteArray("200");
    QTest::newRow("foreign name") << QByteArray("rebound.example:%") << QByteArray("403");
    QTest::newRow("no port") << QByteArray("127.0.0.1") << QByteArray("403");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("403");
}

void TestHttpServer::answersToItsOwnNamesOnly()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, status);
    host.replace("%", QByteArray::number(m_fixture->endpoint().baseUrl.port()));
    const QByteArray answer = talk("GET /ended HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.left(40).constData());
}

void TestHttpServer::readsNoBodyThatIsNotThere()
{
    // The library would wait for the client to hang up.
    QVERIFY(talk(head("DELETE /v2/users/nobody")).contains("invalid_user_id"));
}

void TestHttpServer::aBodyMayBeLeftOut()
{
    // Without a length and without pieces there is none (RFC 9112, 6.3).
    const QByteArray path = "/v2/rooms/" + m_fixture->room().value(QLatin1String("id")).toString().toLatin1();
    QVERIFY(talk(head("PUT " + path + "/disable")).startsWith("HTTP/1.1 200"));
    QCOMPARE(m_fixture->get(QString::fromLatin1(path)).json.value(QLatin1String("disabled")), QJsonValue(true));
    QVERIFY(talk(head("POST /v2/users")).contains("role is required"));
}

void TestHttpServer::readsNoEndlessBody()
{
    const QByteArray answer = talk(head("POST /v2/users", "Content-Length: 99\r\n") + "{}");
    QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer.left(40).constData());
}

void TestHttpServer::limitsABodyInPieces()
{
    QByteArray body;
    const QByteArray piece(1024 * 1024, ' ');
    for (int i = 0; i < 27; ++i)
        body += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(m_fixture->endpoint().baseUrl.port()));
    socket.write(head("POST /v2/users", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n") + body +
                 "0\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY_WITH_TIMEOUT(
        (answer += socket.readAll()).contains("\r\n") || socket.state() == QAbstractSocket::UnconnectedState, 30000);
    // The rest of the body may reset the connection before the answer is read.
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 413"), answer.left(40).constData());
    QCOMPARE(m_fixture->get(QStringLiteral("/v2/users")).json.value(QLatin1String("count")).toInt(-1), 0);
}

void TestHttpServer::stopsWhileClientsAreSilent()
{
    const QString token = tokenOf(m_fixture->room(), 0);
    Visitor visitor(*m_fixture, token);
    visitor.join();
    const auto port = quint16(m_fixture->endpoint().baseUrl.port());
    QTcpSocket idle;
    idle.connectToHost(QStringLiteral("127.0.0.1"), port);
    QTcpSocket halfway;
    halfway.connectToHost(QStringLiteral("127.0.0.1"), port);
    QTRY_COMPARE(idle.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(halfway.state(), QAbstractSocket::ConnectedState);
    halfway.write(head("POST /v2/users", "Content-Length: 99\r\n") + "{");
    QTRY_COMPARE(halfway.bytesToWrite(), 0);
    m_fixture->stop();
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(halfway.state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY(!visitor.isConnected());
}

void TestHttpServer::answersManyAtOnce()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 40; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), quint16(m_fixture->endpoint().baseUrl.port()));
        sockets.back()->write(head("GET /v2/company"));
    }
    for (const std::unique_ptr<QTcpSocket> &socket : sockets) {
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 30000);
        QVERIFY(socket->readAll().startsWith("HTTP/1.1 200"));
    }
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_http_server.moc"
