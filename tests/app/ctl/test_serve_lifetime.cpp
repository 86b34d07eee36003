// How teleconsultctl serve begins, ends, and outlives its clients.
#include "tests/app/ctl/serve_test.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/notify_socket.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpSocket>

#include <csignal>

using namespace teleconsult;
using test::creation;
using test::CtlFixture;
using test::FaultProxy;
using test::ServeTest;
using test::token;
using Outcome = CtlFixture::Outcome;

class TestServeLifetime : public ServeTest
{
    Q_OBJECT

    static constexpr int patience = 60000; ///< Milliseconds.

private slots:
    void clientsThatHangUpDoNoHarm();
    void signalsEndIt_data();
    void signalsEndIt();
    void aSignalLetsRequestsUnderWayFinish();
    void aSignalEndsRequestsThatTakeLong_data();
    void aSignalEndsRequestsThatTakeLong();
    void tellsTheServiceManager();
    void settlesWhatWasLeftOpen();

private:
    bool letTimePass();
};

void TestServeLifetime::clientsThatHangUpDoNoHarm()
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
    QTRY_VERIFY_WITH_TIMEOUT(network.connections() > 0, patience);
    network.setFault(FaultProxy::Fault::None);
    QTRY_COMPARE_WITH_TIMEOUT(
        send("POST", QStringLiteral("/credentials"), {{"miauserid", "d"}, {"miausergroups", "doctor"}}, body).status,
        201, patience);
    m_server->terminate();
    QCOMPARE(CtlFixture::finish(*m_server).code, 0);
}

void TestServeLifetime::signalsEndIt_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestServeLifetime::signalsEndIt()
{
    QFETCH(int, signal);
    QVERIFY(serve());
    ::kill(pid_t(m_server->processId()), signal);
    const Outcome outcome = CtlFixture::finish(*m_server);
    QVERIFY2(outcome.code == 0, outcome.text());
    QCOMPARE(send("GET", QStringLiteral("/-/healthz")).status, 0);
}

void TestServeLifetime::aSignalLetsRequestsUnderWayFinish()
{
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    network.setFault(FaultProxy::Fault::Stall);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    QVERIFY(serve());
    const std::unique_ptr<QNetworkReply> reply = askForCredentials();
    QTRY_VERIFY_WITH_TIMEOUT(network.connections() > 0, patience);
    m_server->terminate();
    // Nobody else is let in; then Kaleyra hangs up, and answers when it is asked again.
    QTRY_COMPARE_WITH_TIMEOUT(send("GET", QStringLiteral("/-/healthz")).status, 0, patience);
    QVERIFY(!reply->isFinished());
    network.setFault(FaultProxy::Fault::None);
    QCOMPARE(CtlFixture::finish(*m_server).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 201);
}

void TestServeLifetime::aSignalEndsRequestsThatTakeLong_data()
{
    QTest::addColumn<int>("times");
    QTest::newRow("after some seconds") << 1;
    QTest::newRow("at once, when it comes again") << 2;
}

void TestServeLifetime::aSignalEndsRequestsThatTakeLong()
{
    QFETCH(int, times);
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    network.setFault(FaultProxy::Fault::Stall);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    QVERIFY(serve());
    const std::unique_ptr<QNetworkReply> reply = askForCredentials();
    QTRY_VERIFY_WITH_TIMEOUT(network.connections() > 0, patience);
    for (int i = 0; i < times; ++i) {
        m_server->terminate();
        QTRY_COMPARE_WITH_TIMEOUT(send("GET", QStringLiteral("/-/healthz")).status, 0, patience);
    }
    QCOMPARE(CtlFixture::finish(*m_server).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
}

void TestServeLifetime::tellsTheServiceManager()
{
    test::NotifySocket manager(m_ctl->home.filePath(QStringLiteral("notify")));
    QVERIFY(manager.isOpen());
    QSignalSpy ready(&manager, &test::NotifySocket::ready);
    m_ctl->environment.insert(QStringLiteral("NOTIFY_SOCKET"), manager.path());
    QVERIFY(serve());
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
}

/// What was left open is so old now that no request about it is still on its way.
bool TestServeLifetime::letTimePass()
{
    const QString name = QStringLiteral("journal");
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(m_ctl->dataDir() + QStringLiteral("/teleconsult.sqlite"));
        done = database.open() && QSqlQuery(database).exec(QStringLiteral("UPDATE intents SET since = since - 600000"));
    }
    QSqlDatabase::removeDatabase(name);
    return done;
}

void TestServeLifetime::settlesWhatWasLeftOpen()
{
    // Kaleyra makes the room, and the program is killed before it knows.
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    const auto rooms = [this] {
        QNetworkRequest question(m_sandbox->endpoint().baseUrl.resolved(QUrl(QStringLiteral("/v2/rooms"))));
        question.setRawHeader("apikey", m_sandbox->endpoint().apiKey);
        const std::unique_ptr<QNetworkReply> reply(m_client.get(question));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience))
            return -1;
        return int(QJsonDocument::fromJson(reply->readAll())[QStringLiteral("rooms")].toArray().size());
    };
    // The people first; from then on answers are held back.
    QCOMPARE(m_ctl->run(creation()).code, 0);
    QCOMPARE(rooms(), 1);
    network.setFault(FaultProxy::Fault::Stall);
    const std::unique_ptr<QProcess> cut = m_ctl->start(creation());
    QTRY_COMPARE_WITH_TIMEOUT(rooms(), 2, patience);

    // While it runs, another program that settles what was left open leaves its room alone.
    m_ctl->useKaleyra(m_sandbox->endpoint().baseUrl, m_sandbox->endpoint().apiKey);
    QCOMPARE(m_ctl->run(creation()).code, 0);
    QCOMPARE(rooms(), 3);
    QCOMPARE(cut->state(), QProcess::Running);

    cut->kill();
    CtlFixture::finish(*cut);
    QVERIFY(letTimePass());
    QVERIFY(serve());
    QTRY_COMPARE_WITH_TIMEOUT(rooms(), 2, patience);
}

QTEST_GUILESS_MAIN(TestServeLifetime)
#include "moc_sandbox_test.cpp"
#include "moc_serve_test.cpp"
#include "test_serve_lifetime.moc"
