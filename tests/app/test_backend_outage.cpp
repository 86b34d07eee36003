// What a station is told of an outage, with the backend as the settings wire it: whom it asks, and nobody else.
#include "app/backend.h"

#include "core/checks/outage.h"
#include "tests/core/config/clean_environment.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_server.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace teleconsult;
using app::Backend;
using checks::Outage;
using test::await;
using What = Outage::What;

namespace {

constexpr int away = 0; ///< In the place of a status.
constexpr int well = 200;

/// A server and the way to it. Says the same to every question.
struct Peer
{
    test::ScriptedServer server;
    test::FaultProxy way{server.url()};

    void answer(int status, const QByteArray &body, const QDateTime &time)
    {
        const QString date = QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        test::ScriptedServer::Answer answer;
        answer.status = status;
        answer.body = body;
        answer.headers = {{"Date", date.toLatin1()}};
        server.handleRest([answer](const test::ScriptedServer::Request &) { return answer; });
        if (status == away)
            way.refuse();
    }
};

} // namespace

class TestBackendOutage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Peer> m_calls;
    std::unique_ptr<Peer> m_records;
    std::unique_ptr<Peer> m_service;
    test::ManualClock m_clock;

    /// Everybody answers with these, at a time that is so many seconds ahead.
    void answer(int calls, int records, int service, int ahead)
    {
        const QDateTime time = m_clock.now().addSecs(ahead);
        m_calls->answer(calls, "{}", time);
        m_records->answer(records, "[]", time);
        m_service->answer(service, R"({"groups":{"basic":["patient"],"plus":["doctor"]},"teleconsultations":[]})",
                          time);
    }
    std::optional<Outage> look()
    {
        config::Settings settings(m_folder->filePath(QStringLiteral("settings.ini")));
        Backend backend(settings, m_clock, m_folder->path());
        await(backend.start());
        return await(backend.lookForOutage()).value();
    }

private slots:
    void init();
    void cleanup();
    void kaleyraAndTheRecordsAreAsked_data();
    void kaleyraAndTheRecordsAreAsked();
    void recordsHereAreAskedOfNobodyElse();
    void nothingWorksWithoutAKey();
    void settingsThatAreWrongAreNoNetwork();
    void aServiceElsewhereIsAskedAlone_data();
    void aServiceElsewhereIsAskedAlone();
};

void TestBackendOutage::init()
{
    test::clearEnvironment();
    m_folder = std::make_unique<QTemporaryDir>();
    m_calls = std::make_unique<Peer>();
    m_records = std::make_unique<Peer>();
    m_service = std::make_unique<Peer>();
    qputenv("TELECONSULT_SECRET_STORE", "file");
    qputenv("BANDYER_BASE_URL", m_calls->way.url().toEncoded());
    qputenv("BANDYER_API_SECRET_KEY", "ak_of_the_clinic");
    qputenv("CRUD_SERVICE_URL", m_records->way.url().toEncoded());
    qputenv("TELECONSULTATIONS_CRUD_NAME", "consultations");
    qputenv("USER_ID_MAP_CRUD_NAME", "users");
}

void TestBackendOutage::cleanup()
{
    test::clearEnvironment();
    m_calls.reset();
    m_records.reset();
    m_service.reset();
}

void TestBackendOutage::kaleyraAndTheRecordsAreAsked_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("ahead");
    QTest::addColumn<std::optional<What>>("what");
    const auto row = [](const char *name, int calls, int records, int ahead, std::optional<What> what) {
        QTest::newRow(name) << calls << records << ahead << what;
    };
    row("all is well", well, well, 0, std::nullopt);
    row("Kaleyra is away", away, well, 0, What::Network);
    row("Kaleyra refuses the key", 401, well, 0, What::Calls);
    row("the records are away", well, away, 0, What::Records);
    row("the records are broken", well, 500, 0, What::Records);
    row("the clock is slow", well, well, 300, What::Clock);
    row("the clock is fast", well, well, -300, What::Clock);
}

void TestBackendOutage::kaleyraAndTheRecordsAreAsked()
{
    QFETCH(int, calls);
    QFETCH(int, records);
    QFETCH(int, ahead);
    QFETCH(std::optional<What>, what);
    answer(calls, records, well, ahead);
    const std::optional<Outage> found = look();
    QCOMPARE(found.has_value(), what.has_value());
    if (!found)
        return;
    QCOMPARE(found->what, *what);
    const std::chrono::seconds real(ahead);
    QVERIFY(*what != What::Clock ||
            (found->clockOffset && std::chrono::abs(*found->clockOffset - real) <= std::chrono::seconds(10)));
}

/// The records' server may be off for as long as it likes.
void TestBackendOutage::recordsHereAreAskedOfNobodyElse()
{
    for (const char *variable : {"CRUD_SERVICE_URL", "TELECONSULTATIONS_CRUD_NAME", "USER_ID_MAP_CRUD_NAME"})
        qunsetenv(variable);
    answer(well, away, away, 0);
    QVERIFY(!look());
    QCOMPARE(m_records->way.connections(), 0);
    QVERIFY(m_calls->way.connections() > 0);
}

void TestBackendOutage::nothingWorksWithoutAKey()
{
    qunsetenv("BANDYER_API_SECRET_KEY");
    answer(well, well, well, 0);
    const std::optional<Outage> found = look();
    QVERIFY(found);
    QCOMPARE(found->what, What::Calls);
    QCOMPARE(m_calls->way.connections(), 0);
}

void TestBackendOutage::settingsThatAreWrongAreNoNetwork()
{
    qputenv("CRUD_SERVICE_URL", "crud");
    answer(well, well, well, 0);
    const std::optional<Outage> found = look();
    QVERIFY(found);
    QCOMPARE(found->what, What::Records);
}

void TestBackendOutage::aServiceElsewhereIsAskedAlone_data()
{
    QTest::addColumn<int>("service");
    QTest::addColumn<int>("ahead");
    QTest::addColumn<std::optional<What>>("what");
    const auto row = [](const char *name, int service, int ahead, std::optional<What> what) {
        QTest::newRow(name) << service << ahead << what;
    };
    row("all is well", well, 0, std::nullopt);
    row("it has no list", 404, 0, std::nullopt);
    row("it is away", away, 0, What::Network);
    row("it refuses", 401, 0, What::Records);
    row("the clock is slow", well, 300, What::Clock);
}

void TestBackendOutage::aServiceElsewhereIsAskedAlone()
{
    QFETCH(int, service);
    QFETCH(int, ahead);
    QFETCH(std::optional<What>, what);
    qputenv("TELECONSULT_SERVICE_URL", m_service->way.url().toEncoded());
    answer(well, well, service, ahead);
    const std::optional<Outage> found = look();
    QCOMPARE(found.has_value(), what.has_value());
    if (found)
        QCOMPARE(found->what, *what);
    QCOMPARE(m_calls->way.connections(), 0);
    QCOMPARE(m_records->way.connections(), 0);
}

QTEST_GUILESS_MAIN(TestBackendOutage)
#include "test_backend_outage.moc"
