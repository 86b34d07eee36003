// What the server makes of clients that are slow, greedy or gone.
#include "tests/core/serving/served.h"

#include <QFile>
#include <QTimer>

#include <future>

using namespace teleconsult::serving;
using namespace std::chrono_literals;
using teleconsult::test::Served;

class TestHttpServer : public QObject
{
    Q_OBJECT

    static HttpServer::Options impatient()
    {
        HttpServer::Options options;
        options.arrivalLimit = 300ms;
        return options;
    }

private slots:
    void aHeadThatDripsIsCut();
    void aSilentClientIsHungUpOn();
    void aBodyThatDripsIsRefused();
    void noPlaceOfAFormHasNoLimit_data();
    void noPlaceOfAFormHasNoLimit();
    void anAnswerMayTakeItsTime();
    void aLargeHeadIsRefused_data();
    void aLargeHeadIsRefused();
    void slowClientsHoldNobodyUp();
    void whoTakesLongestMakesRoom();
    void manyAreServedAtOnce();
    void aConnectionCarriesOneRequest();
    void aRefusalArrivesThoughTheBodyIsNotRead();
    void clientsThatHangUpDoNoHarm_data();
    void clientsThatHangUpDoNoHarm();
    void aHeadIsAnsweredWithoutABody();
    void aBodyIsAskedFor();
    void aBodyArrivesInChunks();
    void largeFilesAreNotKeptInMemory();
    void formsHaveTheirNumber();
    void textsHaveALimitOfTheirOwn();
    void whatIsUnderWayIsFinished();
};

/// Sends a byte every 20 ms, so that it is never silent for long, until the server has enough of it.
static QByteArray drip(const Served &served, const QByteArray &first)
{
    const std::unique_ptr<QTcpSocket> client = served.client(first);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, client.get(), [&client] { client->write("x"); });
    timer.start(20ms);
    return Served::rest(*client);
}

void TestHttpServer::aHeadThatDripsIsCut()
{
    Served served(impatient());
    QCOMPARE(drip(served, served.head("GET /") + "x: "), QByteArray());
    QCOMPARE(served.handled.load(), 0);
}

void TestHttpServer::aSilentClientIsHungUpOn()
{
    Served served(impatient());
    QCOMPARE(served.talk({}), QByteArray());
}

void TestHttpServer::aBodyThatDripsIsRefused()
{
    Served served(impatient());
    const QByteArray answer = drip(served, served.head("POST /") + "Content-Length: 100000\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 408"), answer.constData());
    QCOMPARE(served.handled.load(), 0);
}

/// The library hands over the contents of a form's parts only: whatever else comes is limited all the same.
void TestHttpServer::noPlaceOfAFormHasNoLimit_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("isNoForm"); // Some versions of the library refuse it at once.
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n";
    QTest::newRow("before the first part") << QByteArray("a") << true;
    QTest::newRow("in the head of a part") << part + "a: " << true;
    QTest::newRow("in a part") << part + "\r\n" << false;
    QTest::newRow("in the last boundary") << part + "\r\nx\r\n--b-" << false;
    QTest::newRow("after the last part") << part + "\r\nx\r\n--b--\r\n" << true;
}

void TestHttpServer::noPlaceOfAFormHasNoLimit()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, isNoForm);
    const auto head = [](const Served &served) {
        return served.head("POST /") + "Content-Type: multipart/form-data; boundary=b\r\n";
    };
    Served hasty(impatient());
    const QByteArray late = drip(hasty, head(hasty) + "Content-Length: 90000\r\n\r\n" + before);
    QVERIFY2(late.startsWith("HTTP/1.1 408") || (isNoForm && late.startsWith("HTTP/1.1 400")), late.constData());

    const QByteArray first = QByteArray::number(before.size(), 16) + "\r\n" + before + "\r\n";
    const QByteArray more = "1000\r\n" + QByteArray(0x1000, 'x') + "\r\n";
    HttpServer::Options options;
    options.maximumBody = 100000;
    Served small(options);
    const QByteArray large =
        small.talk(head(small) + "Transfer-Encoding: chunked\r\n\r\n" + first + more.repeated(100));
    QVERIFY2(large.startsWith("HTTP/1.1 413") || (isNoForm && large.startsWith("HTTP/1.1 400")), large.constData());
    QCOMPARE(hasty.handled + small.handled, 0);
}

void TestHttpServer::anAnswerMayTakeItsTime()
{
    std::promise<void> mayAnswer;
    Served served(impatient(), [&mayAnswer](const HttpRequest &) {
        mayAnswer.get_future().wait();
        return jsonAnswer({});
    });
    const std::unique_ptr<QTcpSocket> client = served.client(served.head("GET /") + "\r\n");
    // Those that arrive later and drip are cut, the one that waits for its answer is not.
    drip(served, served.head("GET /") + "x: ");
    drip(served, served.head("GET /") + "x: ");
    mayAnswer.set_value();
    QVERIFY(Served::rest(*client).startsWith("HTTP/1.1 200"));
}

void TestHttpServer::aLargeHeadIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray much(1024 * 1024, 'x');
    QTest::newRow("no line ever ends") << much;
    QTest::newRow("one line") << "GET /" + much + " HTTP/1.1\r\n\r\n";
    QTest::newRow("one header") << "GET / HTTP/1.1\r\nHost: h\r\na: " + much + "\r\n\r\n";
    QTest::newRow("no end of headers") << "GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(100000);
}

void TestHttpServer::aLargeHeadIsRefused()
{
    QFETCH(QByteArray, text);
    Served served;
    const QByteArray answer = served.talk(text);
    QVERIFY2(answer.startsWith("HTTP/1.1 431"), answer.left(40).constData());
    QCOMPARE(served.handled.load(), 0);
}

void TestHttpServer::slowClientsHoldNobodyUp()
{
    Served served;
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    for (int i = 0; i < 300; ++i)
        slow.push_back(served.client(i % 2 == 0 ? served.head("GET /") : QByteArray()));
    QVERIFY(served.talk(served.head("GET /") + "\r\n").startsWith("HTTP/1.1 200"));
    for (const std::unique_ptr<QTcpSocket> &socket : slow)
        QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
}

void TestHttpServer::whoTakesLongestMakesRoom()
{
    HttpServer::Options options;
    options.maximumConnections = 10;
    Served served(options);
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    for (int i = 0; i < 10; ++i)
        slow.push_back(served.client(served.head("GET /")));
    QVERIFY(served.talk(served.head("GET /") + "\r\n").startsWith("HTTP/1.1 200"));
    QTRY_COMPARE(slow.front()->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(slow.back()->state(), QAbstractSocket::ConnectedState);
}

void TestHttpServer::manyAreServedAtOnce()
{
    constexpr int many = 200;
    std::atomic<int> here{0};
    std::promise<void> all;
    const std::shared_future<void> allAreHere = all.get_future().share();
    Served served({}, [&here, &all, allAreHere](const HttpRequest &) {
        if (++here == many)
            all.set_value();
        const bool inTime = allAreHere.wait_for(20s) == std::future_status::ready;
        return jsonAnswer({}, inTime ? 200 : 500);
    });
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < many; ++i)
        clients.push_back(served.client(served.head("GET /") + "\r\n"));
    for (const std::unique_ptr<QTcpSocket> &client : clients)
        QVERIFY(Served::rest(*client).startsWith("HTTP/1.1 200"));
}

void TestHttpServer::aConnectionCarriesOneRequest()
{
    Served served;
    const QByteArray get = served.head("GET /") + "Connection: keep-alive\r\n\r\n";
    const QByteArray answer = served.talk(get + get + get);
    QCOMPARE(answer.count("HTTP/1.1 200"), 1);
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    // A body that was not announced is none, whatever it looks like.
    QCOMPARE(served.talk(served.head("DELETE /") + "\r\n" + get).count("HTTP/1.1 200"), 1);
    QCOMPARE(served.handled.load(), 2);
}

void TestHttpServer::aRefusalArrivesThoughTheBodyIsNotRead()
{
    HttpServer::Options options;
    options.admission = [](const HttpRequest &) { return std::optional(jsonAnswer({}, 401)); };
    Served served(options);
    const QByteArray body(4 * 1024 * 1024, 'x');
    const QByteArray answer = served.talk(served.head("POST /") + "Content-Length: 4194304\r\n\r\n" + body);
    QVERIFY2(answer.startsWith("HTTP/1.1 401"), answer.left(40).constData());
    QCOMPARE(served.handled.load(), 0);
}

void TestHttpServer::clientsThatHangUpDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("handled");
    const QByteArray head = "POST / HTTP/1.1\r\nHost: localhost:%\r\n";
    QTest::newRow("at once") << QByteArray() << 0;
    QTest::newRow("in the head") << head.left(30) << 0;
    QTest::newRow("in the body") << head + "Content-Length: 100\r\n\r\n{" << 0;
    QTest::newRow("in a chunk") << head + "Transfer-Encoding: chunked\r\n\r\n10\r\n{" << 0;
    QTest::newRow("in the answer") << head + "Content-Length: 0\r\n\r\n" << 1;
}

void TestHttpServer::clientsThatHangUpDoNoHarm()
{
    QFETCH(QByteArray, text);
    QFETCH(int, handled);
    Served served({}, [](const HttpRequest &request) {
        HttpAnswer answer = jsonAnswer({});
        if (request.method == "POST")
            answer.body = QByteArray(16 * 1024 * 1024, ' '); // More than the system takes at once.
        return answer;
    });
    text.replace("%", QByteArray::number(served.port));
    for (int i = 0; i < 20; ++i) {
        const std::unique_ptr<QTcpSocket> client = served.client(text);
        if (handled > 0)
            QVERIFY(client->waitForReadyRead(20000));
        client->abort();
    }
    QVERIFY(served.talk(served.head("GET /") + "\r\n").startsWith("HTTP/1.1 200"));
    QCOMPARE(served.handled.load(), 20 * handled + 1);
}

void TestHttpServer::aHeadIsAnsweredWithoutABody()
{
    Served served({}, [](const HttpRequest &request) {
        return jsonAnswer({{QStringLiteral("method"), QString::fromLatin1(request.method)}});
    });
    const QByteArray answer = served.talk(served.head("HEAD /") + "\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    QVERIFY2(answer.contains("Content-Length: 16\r\n"), answer.constData());
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestHttpServer::aBodyIsAskedFor()
{
    Served served;
    const std::unique_ptr<QTcpSocket> client =
        served.client(served.head("POST /") + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client->peek(25), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client->write("{}");
    QVERIFY(Served::rest(*client).contains("HTTP/1.1 200"));
}

void TestHttpServer::aBodyArrivesInChunks()
{
    QByteArray got;
    Served served({}, [&got](const HttpRequest &request) {
        got = request.body;
        return jsonAnswer({});
    });
    const QByteArray chunks = "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    QVERIFY(
        served.talk(served.head("PATCH /") + "Transfer-Encoding: chunked\r\n\r\n" + chunks).startsWith("HTTP/1.1 200"));
    QCOMPARE(got, QByteArray("abcde"));
}

/// The parts of a form without its end; `size`: of the whole body as it is announced.
static QByteArray form(const Served &served, const QByteArray &file, qsizetype size)
{
    return served.head("POST /") +
           "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + QByteArray::number(size) +
           "\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + file;
}

static QByteArray wholeForm(const Served &served, const QByteArray &file)
{
    const QByteArray end = "\r\n--b--\r\n";
    const QByteArray empty = form(served, {}, 0);
    const qsizetype before = empty.size() - empty.indexOf("--b");
    return form(served, file, before + file.size() + end.size()) + end;
}

/// Bytes of this process that are in no file.
static qint64 memory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.simplified().split(' ').at(1).toLongLong() * 1024;
    }
    return -1;
}

void TestHttpServer::largeFilesAreNotKeptInMemory()
{
    constexpr qsizetype size = 8 * 1024 * 1024;
    const QByteArray file(size, 'f');
    HttpServer::Options options;
    options.maximumBody = 2 * size;
    QByteArray got;
    std::atomic<bool> onDisk{false};
    Served served(options, [&](const HttpRequest &request) {
        onDisk = request.parts.first().content.isOnDisk();
        got = request.parts.first().content.toByteArray();
        return jsonAnswer({});
    });
    const qint64 before = memory();
    QVERIFY(before > 0);
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 12; ++i)
        clients.push_back(served.client(form(served, file, size + 10000)));
    QVERIFY2(memory() - before < 4 * size, QByteArray::number(memory() - before)); // All of them would be twelve.

    const QByteArray answer = served.talk(wholeForm(served, file));
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.left(100).constData());
    QVERIFY(onDisk);
    QVERIFY(got == file);
}

void TestHttpServer::formsHaveTheirNumber()
{
    HttpServer::Options options;
    options.maximumForms = 2;
    std::promise<void> mayAnswer;
    Served served(options, [answer = mayAnswer.get_future().share()](const HttpRequest &) {
        answer.wait();
        return jsonAnswer({});
    });
    const std::unique_ptr<QTcpSocket> one = served.client(wholeForm(served, "a"));
    const std::unique_ptr<QTcpSocket> two = served.client(wholeForm(served, "b"));
    QTRY_COMPARE(served.handled.load(), 2);
    QVERIFY(served.talk(wholeForm(served, "c")).startsWith("HTTP/1.1 503"));
    mayAnswer.set_value();
    QVERIFY(Served::rest(*one).startsWith("HTTP/1.1 200"));
    QVERIFY(Served::rest(*two).startsWith("HTTP/1.1 200"));
    QVERIFY(served.talk(wholeForm(served, "c")).startsWith("HTTP/1.1 200"));
}

void TestHttpServer::textsHaveALimitOfTheirOwn()
{
    HttpServer::Options options;
    options.maximumBody = 4 * 1024 * 1024;
    Served served(options);
    const QByteArray text(2 * 1024 * 1024, ' ');
    const QByteArray answer =
        served.talk(served.head("POST /") + "Content-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text);
    QVERIFY2(answer.startsWith("HTTP/1.1 413"), answer.constData());
    QCOMPARE(served.handled.load(), 0);
}

void TestHttpServer::whatIsUnderWayIsFinished()
{
    std::promise<void> mayAnswer;
    Served served({}, [&mayAnswer](const HttpRequest &) {
        mayAnswer.get_future().wait();
        return jsonAnswer({});
    });
    const std::unique_ptr<QTcpSocket> client = served.client(served.head("GET /") + "\r\n");
    const std::unique_ptr<QTcpSocket> waiting = served.client(served.head("GET /"));
    QTRY_COMPARE(served.handled.load(), 1);
    std::atomic<int> idle{0};
    served.server.finish([&idle] { ++idle; });
    QTcpSocket late;
    late.connectToHost(QStringLiteral("127.0.0.1"), served.port);
    QVERIFY(!late.waitForConnected(20000));
    QCOMPARE(Served::rest(*waiting), QByteArray());
    QCOMPARE(idle.load(), 0);
    mayAnswer.set_value();
    QTRY_COMPARE(idle.load(), 1);
    QVERIFY(Served::rest(*client).startsWith("HTTP/1.1 200"));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_http_server.moc"
