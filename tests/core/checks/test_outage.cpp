// Why a station cannot do its work: asked of servers that stop, refuse, and tell another time.
#include "core/checks/outage.h"
#include "core/domain/error.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/outdated_server.h"
#include "tests/support/scripted_server.h"

#include <QLocale>
#include <QTest>

#include <utility>

using namespace teleconsult;
using checks::Outage;
using test::await;

class TestOutage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ScriptedServer> m_server;
    std::unique_ptr<test::FaultProxy> m_calls; ///< The way to whoever carries the calls.
    std::unique_ptr<test::FaultProxy> m_records;
    std::unique_ptr<http::HttpClient> m_http;
    test::ManualClock m_clock;

    /// Both answer with a status, at this second by their own clock.
    void answer(int calls, int records, const QDateTime &time = {})
    {
        test::ScriptedServer::Answer one;
        one.headers = {{"Date", QLocale::c()
                                    .toString((time.isValid() ? time : m_clock.now()).toUTC(),
                                              QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                                    .toLatin1()}};
        one.status = calls;
        m_server->on("GET", "/calls", {one});
        one.status = records;
        m_server->on("GET", "/records", {one});
    }
    static Task<void> ask(http::HttpClient &http, QUrl url)
    {
        http::Request request;
        request.url = url;
        Result<http::Response> answered = co_await http.send(request);
        co_return answered ? Result<void>() : Result<void>(failure(answered.error()));
    }
    std::optional<Outage> look(bool isElsewhere = false)
    {
        checks::OutagePeers peers{.clock = m_clock, .http = *m_http, .askRecords = {}, .askCalls = {}, .clocks = {}};
        peers.askRecords = [this] { return ask(*m_http, m_records->url("/records")); };
        if (!isElsewhere)
            peers.askCalls = [this] { return ask(*m_http, m_calls->url("/calls")); };
        peers.clocks = {m_calls->url(), m_records->url()};
        return await(checks::findOutage(peers)).value();
    }

private slots:
    void init()
    {
        m_server = std::make_unique<test::ScriptedServer>();
        m_calls = std::make_unique<test::FaultProxy>(m_server->url());
        m_records = std::make_unique<test::FaultProxy>(m_server->url());
        http::RetryPolicy once;
        once.tries = 1;
        m_http = std::make_unique<http::HttpClient>(once);
        answer(200, 200);
    }
    void cleanup()
    {
        m_http.reset();
        m_calls.reset();
        m_records.reset();
        m_server.reset();
    }

    void whoStopsAndStarts()
    {
        QVERIFY(!look());
        m_calls->refuse();
        QCOMPARE(look()->what, Outage::What::Network);
        m_records->refuse();
        QCOMPARE(look()->what, Outage::What::Network);
        m_calls->accept();
        // The internet is there, and what the clinic has itself is not.
        QCOMPARE(look()->what, Outage::What::Records);
        QCOMPARE(look(true)->what, Outage::What::Network);
        m_records->accept();
        QVERIFY(!look());
        QVERIFY(!look(true));
    }

    void whoRefuses_data()
    {
        QTest::addColumn<int>("calls");
        QTest::addColumn<int>("records");
        QTest::addColumn<Outage::What>("what");
        QTest::newRow("the key is not accepted") << 401 << 200 << Outage::What::Calls;
        QTest::newRow("calls are broken") << 500 << 200 << Outage::What::Calls;
        QTest::newRow("records are broken") << 200 << 500 << Outage::What::Records;
        QTest::newRow("both: no list, no calls") << 401 << 500 << Outage::What::Records;
    }
    void whoRefuses()
    {
        QFETCH(int, calls);
        QFETCH(int, records);
        answer(calls, records);
        const std::optional<Outage> found = look();
        QVERIFY(found);
        QTEST(found->what, "what");
    }

    void aClockThatIsOff_data()
    {
        QTest::addColumn<int>("slow"); // seconds
        QTest::addColumn<bool>("isWrong");
        QTest::newRow("right") << 0 << false;
        QTest::newRow("a little slow") << 100 << false;
        QTest::newRow("a little fast") << -100 << false;
        QTest::newRow("slow") << 300 << true;
        QTest::newRow("fast") << -300 << true;
        QTest::newRow("another year") << 400 * 24 * 3600 << true;
    }
    void aClockThatIsOff()
    {
        QFETCH(int, slow);
        answer(200, 200, m_clock.now().addSecs(slow));
        const std::optional<Outage> found = look();
        QTEST(found.has_value(), "isWrong");
        if (!found)
            return;
        QCOMPARE(found->what, Outage::What::Clock);
        QVERIFY2(std::chrono::abs(*found->clockOffset - std::chrono::seconds(slow)) <= std::chrono::seconds(10),
                 qPrintable(QString::number(found->clockOffset->count())));
        m_clock.set(m_clock.now().addSecs(slow));
        QVERIFY(!look());
    }

    /// No connection is safe with a clock that is years off, and nobody can tell by how much.
    void aClockThatKeepsEverybodyAway()
    {
        const test::OutdatedServer outdated;
        checks::OutagePeers peers{.clock = m_clock, .http = *m_http, .askRecords = {}, .askCalls = {}, .clocks = {}};
        peers.askRecords = [this] { return ask(*m_http, m_records->url("/records")); };
        peers.askCalls = [this, &outdated] { return ask(*m_http, outdated.url()); };
        peers.clocks = {outdated.url()};
        std::optional<Outage> found = await(checks::findOutage(peers)).value();
        QVERIFY(found);
        QCOMPARE(found->what, Outage::What::Clock);
        QVERIFY(!found->clockOffset);
        QVERIFY(found->clockSays <= m_clock.now() && found->clockSays.secsTo(m_clock.now()) < 60);

        // Another peer, without a certificate, has told the time.
        answer(200, 200, m_clock.now().addDays(400));
        peers.clocks << m_records->url();
        found = await(checks::findOutage(peers)).value();
        QVERIFY(found && found->clockOffset);
        QVERIFY(*found->clockOffset > std::chrono::hours(399 * 24));

        // All is elsewhere.
        peers.askRecords = std::exchange(peers.askCalls, {});
        peers.clocks.clear();
        found = await(checks::findOutage(peers)).value();
        QVERIFY(found);
        QCOMPARE(found->what, Outage::What::Clock);
    }
};

QTEST_GUILESS_MAIN(TestOutage)
#include "test_outage.moc"
