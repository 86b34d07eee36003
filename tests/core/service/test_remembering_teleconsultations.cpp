// A service elsewhere that is slow, down, failing and back again, and what is remembered of it meanwhile.
#include "core/service/remembering_teleconsultations.h"

#include "core/records/sqlite_database.h"
#include "tests/core/remote/remote_station.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_server.h"

#include <QTemporaryDir>

using namespace teleconsult;
using records::Query;
using records::RememberedDays;
using test::await;
using test::ScriptedServer;
using Answer = ScriptedServer::Answer;

namespace {

constexpr char listPath[] = "/teleconsultation";

QByteArray listOf(const QByteArray &ids)
{
    QByteArrayList entries;
    for (const QByteArray &id : ids.split(' ')) {
        if (!id.isEmpty())
            entries << R"({"roomId":")" + id +
                           R"(","participants":{"number":2,"data":[{"fullName":"Zoe Rossi","groups":["patient"]}]},)"
                           R"("start_date":"2026-03-02T10:00:00.000Z","end_date":"2026-03-02T10:30:00.000Z"})";
    }
    return R"({"teleconsultations":[)" + entries.join(',') + "]}";
}

} // namespace

class TestRememberingTeleconsultations : public QObject
{
    Q_OBJECT

    struct Station
    {
        explicit Station(const QUrl &url)
            : remote(url, "a-token-of-ours-0815"),
              database(folder.filePath(QStringLiteral("teleconsult.sqlite"))),
              memory(database),
              service(remote.consultations, memory, clock, [this] { return source; })
        {}
        ~Station()
        {
            remote.http.shutDown();
            if (!test::waitUntil([this] { return service.isIdle(); }))
                qFatal("an operation never ends");
        }
        Station(const Station &) = delete;
        Station &operator=(const Station &) = delete;

        QTemporaryDir folder;
        test::ManualClock clock;
        QString source = QStringLiteral("here");
        test::RemoteStation remote;
        records::SqliteDatabase database;
        records::AgendaMemory memory;
        service::RememberingTeleconsultations service;
    };

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Station> m_station;

    static Query today()
    {
        Query query;
        query.from = QDateTime(QDate(2026, 3, 2), QTime(0, 0)).toUTC();
        query.until = QDateTime(QDate(2026, 3, 3), QTime(0, 0)).toUTC();
        return query;
    }
    QString idsOf(const QList<Teleconsultation> &consultations)
    {
        QStringList ids;
        for (const Teleconsultation &consultation : consultations)
            ids << consultation.id;
        return ids.join(u' ');
    }
    Result<QList<Teleconsultation>> list(const Query &query = today())
    {
        Result<QList<Teleconsultation>> answer = await(m_station->service.list(query));
        if (!test::waitUntil([this] { return m_station->service.isIdle(); }))
            qFatal("an operation never ends");
        return answer;
    }
    QString remembered(const Query &query = today())
    {
        const Result<std::optional<RememberedDays>> days = await(m_station->service.remembered(query));
        return days && *days ? idsOf((*days)->consultations) : QStringLiteral("unknown");
    }
    void answerWith(const QList<Answer> &answers) { m_server->on("GET", listPath, answers); }

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_server->on("GET", "/settings/policy",
                     {{.status = 200, .body = R"({"groups":{"basic":["patient"],"plus":["doctor"]}})"}});
        m_station = std::make_unique<Station>(m_server->url());
    }
    void cleanup()
    {
        m_station.reset();
        m_server.reset();
    }

    void theLastAnswerIsRememberedWhateverFails_data()
    {
        QTest::addColumn<Answer>("fault");
        QTest::newRow("its own failure") << Answer{.status = 500, .body = R"({"message":"oops"})"};
        QTest::newRow("a gateway's") << Answer{.status = 502, .body = "<html>bad gateway</html>"};
        QTest::newRow("ending") << Answer{.status = 503, .body = {}};
        QTest::newRow("too often") << Answer{.status = 429, .body = R"({"message":"slow down"})"};
        QTest::newRow("no JSON") << Answer{.status = 200, .body = "<html>hello</html>"};
    }
    void theLastAnswerIsRememberedWhateverFails()
    {
        QFETCH(Answer, fault);
        QCOMPARE(remembered(), QStringLiteral("unknown"));
        answerWith({{.status = 200, .body = listOf("a b")}});
        QCOMPARE(idsOf(list().value()), QStringLiteral("a b"));
        QCOMPARE(remembered(), QStringLiteral("a b"));
        m_station->clock.advance(std::chrono::minutes(10));

        answerWith({fault});
        QVERIFY(!list());
        const Result<std::optional<RememberedDays>> days = await(m_station->service.remembered(today()));
        QVERIFY(days && *days);
        QCOMPARE(idsOf((*days)->consultations), QStringLiteral("a b"));
        QCOMPARE((*days)->asOf, m_station->clock.now().addSecs(-600));

        answerWith({{.status = 200, .body = listOf("c")}}); // Back again.
        QCOMPARE(idsOf(list().value()), QStringLiteral("c"));
        QCOMPARE(remembered(), QStringLiteral("c"));
    }

    void nobodyThere()
    {
        answerWith({{.status = 200, .body = listOf("a")}});
        QVERIFY(list());
        m_server.reset(); // Connections are refused now.
        const Result<QList<Teleconsultation>> answer = list();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QCOMPARE(remembered(), QStringLiteral("a"));
    }

    void whoeverMayNotSeeTheListSeesNoOlderOne()
    {
        answerWith({{.status = 200, .body = listOf("a")}});
        QVERIFY(list());
        answerWith({{.status = 401, .body = R"({"error":"Unauthorized user"})"}});
        QVERIFY(!list());
        QCOMPARE(remembered(), QStringLiteral("unknown"));
    }

    void anotherPersonOrServiceSeesNothingOfIt()
    {
        answerWith({{.status = 200, .body = listOf("a")}});
        QVERIFY(list());
        m_station->source = QStringLiteral("elsewhere");
        QCOMPARE(remembered(), QStringLiteral("unknown"));
    }

    void theDaysToComeAreReadAheadOnceAnHour()
    {
        answerWith({{.status = 200, .body = listOf("a")}});
        QVERIFY(list());
        QCOMPARE(m_server->requests("GET", listPath).size(), 2); // Today, and the week.
        Query later = today();
        later.from = later.from.addDays(3);
        later.until = later.until.addDays(3);
        QCOMPARE(remembered(later), QString()); // Known, and empty.
        QVERIFY(list());
        QCOMPARE(m_server->requests("GET", listPath).size(), 3);
        m_station->clock.advance(std::chrono::minutes(61));
        QVERIFY(list());
        QCOMPARE(m_server->requests("GET", listPath).size(), 5);
    }

    void halfADayIsNotKept()
    {
        Query page = today();
        page.limit = 2;
        answerWith({{.status = 200, .body = listOf("p0 p1")}});
        QVERIFY(list(page));
        QCOMPARE(remembered(), QStringLiteral("unknown"));
        // The second page, and the days that are read ahead.
        answerWith({{.status = 200, .body = listOf("p2")}, {.status = 200, .body = listOf("p0 p1 p2")}});
        page.offset = 2;
        QVERIFY(list(page));
        QCOMPARE(remembered(), QStringLiteral("p0 p1 p2"));
    }

    void aSearchIsNotKept()
    {
        answerWith({{.status = 200, .body = listOf("a")}});
        Query search = today();
        search.text = QStringLiteral("zoe");
        QVERIFY(list(search));
        QCOMPARE(remembered(), QStringLiteral("unknown"));
    }

    void whatIsDeletedIsForgotten()
    {
        answerWith({{.status = 200, .body = listOf("a b")}});
        QVERIFY(list());
        m_server->on("DELETE", "/teleconsultation/a", {{.status = 204, .body = {}}});
        QVERIFY(await(m_station->service.remove(QStringLiteral("a"))));
        QCOMPARE(remembered(), QStringLiteral("b"));
    }
};

QTEST_GUILESS_MAIN(TestRememberingTeleconsultations)
#include "test_remembering_teleconsultations.moc"
