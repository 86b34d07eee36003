#include "core/http/http_client.h"

#include "tests/core/http/http_fixtures.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"
#include "tests/support/outdated_server.h"
#include "tests/support/scripted_server.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace teleconsult;
using namespace teleconsult::http;
using namespace teleconsult::http::test;
using namespace std::chrono_literals;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;
using Fault = FaultProxy::Fault;
using Repeat = Request::Repeat;

namespace {

/// Sends the same bytes to whoever connects, once something was asked, and closes.
class RawPeer : public QTcpServer
{
public:
    explicit RawPeer(const QByteArray &answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/x").arg(serverPort())); }
};

} // namespace

Q_DECLARE_METATYPE(teleconsult::Error::Kind)

class TestHttpClientFaults : public QObject
{
    Q_OBJECT
private slots:
    void refusedIsTriedAgainWhateverTheRequest_data();
    void refusedIsTriedAgainWhateverTheRequest();
    void refusedForGood();
    void aCertificateOutOfDate_data();
    void aCertificateOutOfDate();
    void resetBeforeItWasTaken();
    void resetAfterItWasTakenIsRepeatedOnlyWhenSafe();
    void neverRepeatedRequestsReachThePeerOnce_data();
    void neverRepeatedRequestsReachThePeerOnce();
    void neverRepeatedRequestsUseAFreshConnection();
    void slowAnswersAreWaitedFor();
    void timesOut_data();
    void timesOut();
    void truncatedAnswers_data();
    void truncatedAnswers();
    void chunksCutShort_data();
    void chunksCutShort();
    void aTruncatedAnswerIsAskedForAgain();
    void nonsenseIsNoAnswer_data();
    void nonsenseIsNoAnswer();
    void hugeAnswersAreGivenUp();
};

void TestHttpClientFaults::refusedIsTriedAgainWhateverTheRequest_data()
{
    QTest::addColumn<bool>("safely");
    QTest::newRow("safely") << true;
    QTest::newRow("never: it certainly was not taken") << false;
}

void TestHttpClientFaults::refusedIsTriedAgainWhateverTheRequest()
{
    QFETCH(bool, safely);
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201}});
    FaultProxy proxy(server.url());
    proxy.refuse();
    LogCapture log;
    log.onLine(QStringLiteral("trying again"), [&proxy] { proxy.accept(); });
    HttpClient client(quick());
    const Result<Response> response =
        await(client.send(post(proxy.url("/x"), safely ? Repeat::Safely : Repeat::Never)));
    QVERIFY(response);
    QCOMPARE(log.count(QStringLiteral("trying again")), 1);
    QCOMPARE(server.count("POST", "/x"), 1);
}

void TestHttpClientFaults::aCertificateOutOfDate_data()
{
    using Holds = teleconsult::test::OutdatedServer::Holds;
    QTest::addColumn<Holds>("holds");
    QTest::addColumn<QString>("code");
    QTest::newRow("no longer") << Holds::NoLonger << QStringLiteral("tls_date");
    QTest::newRow("not yet") << Holds::NotYet << QStringLiteral("tls_date");
    QTest::newRow("it holds, and nobody trusts it") << Holds::ButIsStrange << QStringLiteral("tls");
}

/// The one kind of unsafe connection that speaks of this computer's clock.
void TestHttpClientFaults::aCertificateOutOfDate()
{
    QFETCH(teleconsult::test::OutdatedServer::Holds, holds);
    QFETCH(QString, code);
    const teleconsult::test::OutdatedServer server(holds);
    HttpClient client(quick());
    const Result<Response> answer = await(client.send(get(server.url())));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
    QCOMPARE(answer.error().code, code);
}

void TestHttpClientFaults::refusedForGood()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    proxy.refuse();
    LogCapture log;
    HttpClient client(quick());
    for (const Repeat repeat : {Repeat::Safely, Repeat::Never}) {
        const Result<Response> response = await(client.send(post(proxy.url("/x"), repeat)));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Unreachable);
        QCOMPARE(response.error().httpStatus, 0);
        QVERIFY(response.error().retryable);
    }
    QCOMPARE(log.count(QStringLiteral("trying again")), 4);
}

void TestHttpClientFaults::resetBeforeItWasTaken()
{
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201}});
    FaultProxy proxy(server.url());
    HttpClient client(quick());

    proxy.setFaults({Fault::ResetBefore});
    QVERIFY(await(client.send(post(proxy.url("/x"), Repeat::Safely))));
    QCOMPARE(server.count("POST", "/x"), 1);

    proxy.setFault(Fault::ResetBefore);
    const Result<Response> never = await(client.send(post(proxy.url("/x"), Repeat::Never)));
    QVERIFY(!never);
    QCOMPARE(never.error().kind, Error::Kind::Unreachable);
    const Result<Response> safely = await(client.send(post(proxy.url("/x"), Repeat::Safely)));
    QVERIFY(!safely);
    QCOMPARE(safely.error().kind, Error::Kind::Unreachable);
    QCOMPARE(server.count("POST", "/x"), 1);
}

void TestHttpClientFaults::resetAfterItWasTakenIsRepeatedOnlyWhenSafe()
{
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201}});
    FaultProxy proxy(server.url());
    proxy.setFaults({Fault::ResetAfter});
    HttpClient client(quick());
    QVERIFY(await(client.send(post(proxy.url("/x"), Repeat::Safely))));
    QCOMPARE(server.count("POST", "/x"), 2);
}

void TestHttpClientFaults::neverRepeatedRequestsReachThePeerOnce_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    const QByteArray body = R"({"a":1})";
    QTest::newRow("reset") << Fault::ResetAfter << body << Error::Kind::Unreachable;
    QTest::newRow("reset, no body") << Fault::ResetAfter << QByteArray() << Error::Kind::Unreachable;
    QTest::newRow("stalled") << Fault::Stall << body << Error::Kind::Unreachable;
    QTest::newRow("truncated") << Fault::Truncate << body << Error::Kind::BadAnswer;
}

void TestHttpClientFaults::neverRepeatedRequestsReachThePeerOnce()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    ScriptedServer server;
    server.on("POST", "/x", {{.status = 201, .body = "created"}});
    FaultProxy proxy(server.url());
    proxy.setFaults({fault});
    HttpClient client(quick());
    Request request = post(proxy.url("/x"), Repeat::Never, body);
    if (fault == Fault::Stall)
        request.timeout = 2s; // Long enough that the server has taken it.
    const Result<Response> response = await(client.send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, kind);
    QVERIFY(response.error().retryable);
    QCOMPARE(server.count("POST", "/x"), 1);
}

void TestHttpClientFaults::neverRepeatedRequestsUseAFreshConnection()
{
    // One that was kept alive may be closing at the peer's end just now, and then nobody knows what was taken.
    ScriptedServer server(60s);
    server.on("GET", "/x", {{}});
    server.on("POST", "/x", {{}});
    FaultProxy proxy(server.url());
    HttpClient client(quick());
    QVERIFY(await(client.send(get(proxy.url("/x")))));
    QVERIFY(await(client.send(get(proxy.url("/x")))));
    QCOMPARE(proxy.connections(), 1);
    QVERIFY(await(client.send(post(proxy.url("/x"), Repeat::Never))));
    QCOMPARE(proxy.connections(), 2);
    QCOMPARE(server.requests("POST", "/x").value(0).headers.value("connection").toLower(), QByteArray("close"));
    QVERIFY(server.requests("GET", "/x").value(0).headers.value("connection").toLower() != "close");
    QVERIFY(await(client.send(get(proxy.url("/x")))));
    QCOMPARE(proxy.connections(), 2);
}

void TestHttpClientFaults::slowAnswersAreWaitedFor()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = "late"}});
    FaultProxy proxy(server.url());
    proxy.setFault(Fault::Delay);
    proxy.setDelay(100ms);
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(proxy.url("/x"))));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("late"));
    QCOMPARE(server.count("GET", "/x"), 1);
}

void TestHttpClientFaults::timesOut_data()
{
    QTest::addColumn<bool>("safely");
    QTest::addColumn<int>("tries");
    QTest::newRow("safely") << true << 3;
    QTest::newRow("never") << false << 1;
}

void TestHttpClientFaults::timesOut()
{
    QFETCH(bool, safely);
    QFETCH(int, tries);
    ScriptedServer server;
    FaultProxy proxy(server.url());
    proxy.setFault(Fault::Stall);
    LogCapture log;
    HttpClient client(quick());
    Request request = post(proxy.url("/x"), safely ? Repeat::Safely : Repeat::Never);
    request.timeout = 50ms;
    const Result<Response> response = await(client.send(request));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::Unreachable);
    QCOMPARE(response.error().code, QStringLiteral("timeout"));
    QVERIFY(response.error().retryable);
    QCOMPARE(log.count(QStringLiteral("trying again")), tries - 1);
}

void TestHttpClientFaults::truncatedAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    QTest::newRow("none of the body") << QByteArray(head + "Content-Length: 10\r\n\r\n");
    QTest::newRow("half of the body") << QByteArray(head + "Content-Length: 10\r\n\r\n{\"a\":");
}

void TestHttpClientFaults::truncatedAnswers()
{
    QFETCH(QByteArray, answer);
    RawPeer peer(answer);
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(peer.url())));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(response.error().code, QStringLiteral("truncated"));
    QCOMPARE(response.error().httpStatus, 200);
    QVERIFY(response.error().retryable);
}

void TestHttpClientFaults::chunksCutShort_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a chunk is missing") << QByteArray("5\r\n{\"a\":\r\n");
    QTest::newRow("half a chunk") << QByteArray("9\r\n{\"a\":");
}

/// Qt tells of the closed connection, or of nothing at all: which, is a race between its two threads.
void TestHttpClientFaults::chunksCutShort()
{
    QFETCH(QByteArray, body);
    RawPeer peer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
    HttpClient client(quick());
    const Result<QJsonDocument> answer = await(client.sendJson(get(peer.url())));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::BadAnswer);
    const QString code = answer.error().code;
    QVERIFY2(code == QLatin1String("truncated") || code == QLatin1String("not_json"), qPrintable(code));
    QCOMPARE(answer.error().httpStatus, 200);
}

void TestHttpClientFaults::aTruncatedAnswerIsAskedForAgain()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = "whole"}});
    FaultProxy proxy(server.url());
    proxy.setBodyBytes(3);
    proxy.setFaults({Fault::Truncate});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(proxy.url("/x"))));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("whole"));
    QCOMPARE(server.count("GET", "/x"), 2);
}

void TestHttpClientFaults::nonsenseIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another protocol") << QByteArray("220 mail.example.org ESMTP ready\r\n");
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 2");
    QTest::newRow("noise") << QByteArray(100, '\xff');
}

void TestHttpClientFaults::nonsenseIsNoAnswer()
{
    QFETCH(QByteArray, answer);
    RawPeer peer(answer);
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(peer.url())));
    QVERIFY(!response);
    QVERIFY(response.error().kind == Error::Kind::Unreachable || response.error().kind == Error::Kind::BadAnswer);
}

void TestHttpClientFaults::hugeAnswersAreGivenUp()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = QByteArray(17 * 1024 * 1024, 'x')}});
    HttpClient client(quick());
    const Result<Response> response = await(client.send(get(server.url("/x"))));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::BadAnswer);
    QCOMPARE(response.error().code, QStringLiteral("too_large"));
    QCOMPARE(server.count("GET", "/x"), 1);
}

QTEST_GUILESS_MAIN(TestHttpClientFaults)
#include "test_http_client_faults.moc"
