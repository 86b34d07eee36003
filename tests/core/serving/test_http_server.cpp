// The server's limits in time, which are too long to wait for elsewhere.
#include "core/serving/http_server.h"

#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <future>

using namespace teleconsult::serving;
using namespace std::chrono_literals;

class TestHttpServer : public QObject
{
    Q_OBJECT

    static HttpServer::Options impatient()
    {
        HttpServer::Options options;
        options.arrivalLimit = 300ms;
        options.refusal = [](int status) { return jsonAnswer({}, status); };
        return options;
    }

private slots:
    void aHeadThatDripsIsCut();
    void aBodyThatDripsIsRefused();
    void anAnswerMayTakeItsTime();
};

/// Sends a byte every 20 ms, so that it is never silent for long, until the server has enough of it.
static QByteArray drip(quint16 port, const QByteArray &first)
{
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!client.waitForConnected())
        return "no connection";
    client.write(first);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &client, [&client] { client.write("x"); });
    timer.start(20ms);
    const bool ended = QTest::qWaitFor([&] { return client.state() == QAbstractSocket::UnconnectedState; }, 20000);
    return ended ? client.readAll() : QByteArray("still there");
}

void TestHttpServer::aHeadThatDripsIsCut()
{
    std::atomic<int> handled{0};
    HttpServer server(impatient(), [&handled](const HttpRequest &) {
        ++handled;
        return jsonAnswer({});
    });
    const quint16 port = server.bind(0, HttpServer::Fallback::None);
    server.serve();
    const QByteArray answer = drip(port, "GET / HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\nx: ");
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer.constData());
    QCOMPARE(handled.load(), 0);
}

void TestHttpServer::aBodyThatDripsIsRefused()
{
    std::atomic<int> handled{0};
    HttpServer server(impatient(), [&handled](const HttpRequest &) {
        ++handled;
        return jsonAnswer({});
    });
    const quint16 port = server.bind(0, HttpServer::Fallback::None);
    server.serve();
    const QByteArray answer = drip(port, "POST / HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) +
                                             "\r\nContent-Length: 100000\r\n\r\n");
    // The rest of the body may reset the connection before the answer is read.
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 408"), answer.constData());
    QCOMPARE(handled.load(), 0);
}

void TestHttpServer::anAnswerMayTakeItsTime()
{
    std::promise<void> mayAnswer;
    HttpServer server(impatient(), [&mayAnswer](const HttpRequest &) {
        mayAnswer.get_future().wait();
        return jsonAnswer({});
    });
    const quint16 port = server.bind(0, HttpServer::Fallback::None);
    server.serve();
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"), port);
    client.write("GET / HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\n\r\n");
    // One that arrives later and drips is cut, the one that waits for its answer is not.
    drip(port, "GET / HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\nx: ");
    drip(port, "GET / HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\nx: ");
    mayAnswer.set_value();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 200"));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_http_server.moc"
