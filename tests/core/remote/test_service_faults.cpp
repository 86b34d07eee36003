// Whatever a service elsewhere or the way to it does wrong becomes an error that says what it is.
#include "tests/core/remote/remote_station.h"
#include "tests/support/reserved_port.h"
#include "tests/support/scripted_server.h"

using namespace teleconsult;
using test::await;
using test::ScriptedServer;
using Answer = ScriptedServer::Answer;
using Kind = Error::Kind;

class TestServiceFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<test::RemoteStation> m_station;

    static TeleconsultationChange change()
    {
        TeleconsultationChange wanted;
        wanted.duration = std::chrono::minutes(10);
        return wanted;
    }
    static TeleconsultationRequest wish()
    {
        TeleconsultationRequest request;
        request.participants = {{QStringLiteral("a"), QStringLiteral("A"), {QStringLiteral("doctor")}, {}},
                                {QStringLiteral("b"), QStringLiteral("B"), {QStringLiteral("patient")}, {}}};
        request.start = QDateTime(QDate(2026, 2, 22), QTime(15, 30), Qt::UTC);
        request.duration = std::chrono::hours(1);
        return request;
    }

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_server->on("GET", "/settings/policy",
                     {{.status = 200, .body = R"({"groups":{"basic":["patient"],"plus":["doctor"]}})"}});
        m_station = std::make_unique<test::RemoteStation>(m_server->url(), "a-token-of-ours-0815");
    }
    void cleanup()
    {
        m_station.reset();
        m_server.reset();
    }

    void answers_data();
    void answers();
    void listsThatAreNone_data();
    void listsThatAreNone();
    void anOlderServiceDoesNotTellOfRecordings();
    void policiesThatAreNone_data();
    void policiesThatAreNone();
    void whatChangesSomethingIsNotSentTwice();
    void whatReadsIsSentAgain();
    void anAnswerThatIsCutShort();
    void nobodyThere();
    void thePolicyIsAskedForAgainUntilItCame();
};

void TestServiceFaults::answers_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, int status, const QByteArray &body, Kind kind, const char *code,
                        const char *field = "") {
        QTest::newRow(name) << Answer{.status = status, .body = body} << int(kind) << QString::fromLatin1(code)
                            << QString::fromLatin1(field);
    };
    row("a field", 400,
        R"({"statusCode":400,"error":"Bad Request","message":"participants.data[1].groups is required"})",
        Kind::Invalid, "required", "participants.data[1].groups");
    row("too short", 400,
        R"({"statusCode":400,"error":"Bad Request","message":"end_date must leave at least 5 minutes"})", Kind::Invalid,
        "too_short", "end_date");
    row("in words of its own", 422, R"({"message":"body should have required property 'start_date'"})", Kind::Invalid,
        "", "body");
    row("no plus user", 400, R"({"error":"Failed PATCH /teleconsultation: no plus user in room"})", Kind::Invalid,
        "no_plus_user", "participants.data");
    row("the person", 401, R"({"error":"Unauthorized user"})", Kind::Unauthorized, "not_allowed");
    row("the token", 401, R"({"statusCode":401,"error":"Unauthorized","message":"A bearer token is required"})",
        Kind::Unauthorized, "token_refused");
    row("a gateway", 403, "<html>no</html>", Kind::Unauthorized, "token_refused");
    row("no consultation", 404, R"({"error":"Room with id x not found on CRUD"})", Kind::NotFound, "");
    row("no consultation, as a CRUD service says it", 404,
        R"({"statusCode":404,"error":"Not Found","message":"Document not found"})", Kind::NotFound, "");
    row("no such path", 404, R"({"statusCode":404,"error":"Not Found","message":"There is nothing at this path"})",
        Kind::Server, "no_such_path");
    row("no such page", 404, "<html>nothing</html>", Kind::Server, "no_such_path");
    row("too late", 409,
        R"({"statusCode":409,"error":"Conflict","message":"The teleconsultation can no longer be changed"})",
        Kind::Immutable, "immutable");
    row("a conflict", 409, R"({"statusCode":409,"error":"Conflict","message":"changed by somebody else"})",
        Kind::Conflict, "conflict");
    row("too often", 429, R"({"message":"slow down"})", Kind::RateLimited, "");
    row("its own failure", 500, R"({"statusCode":500,"message":"oops"})", Kind::Server, "");
    row("a peer's failure", 502, R"({"statusCode":502,"message":"A service has failed"})", Kind::Server, "");
    row("ending", 503, "", Kind::Server, "");
    row("no JSON", 200, "<html>hello</html>", Kind::BadAnswer, "not_json");
    row("elsewhere", 302, "", Kind::BadAnswer, "redirect");
}

void TestServiceFaults::answers()
{
    QFETCH(Answer, answer);
    QFETCH(int, kind);
    QFETCH(QString, code);
    QFETCH(QString, field);
    m_server->on("PATCH", "/teleconsultation/x", {answer});
    const Result<void> changed = await(m_station->consultations.update(QStringLiteral("x"), change()));
    QVERIFY(!changed);
    QCOMPARE(nameOf(changed.error().kind), nameOf(Kind(kind)));
    QCOMPARE(changed.error().code, code);
    QCOMPARE(changed.error().field, field);
    // What is told on as our own has no request of a peer's; what the peer failed at has.
    const bool isOwn = changed.error().kind == Kind::Invalid || changed.error().kind == Kind::NotFound ||
                       changed.error().kind == Kind::Conflict || changed.error().kind == Kind::Immutable ||
                       code == QLatin1String("not_allowed");
    QCOMPARE(changed.error().requestId.isEmpty(), isOwn);
}

void TestServiceFaults::listsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("another object") << QByteArray(R"({"items":[]})");
    QTest::newRow("no id") << QByteArray(R"({"teleconsultations":[{"start_date":"2026-02-22T15:30:00.000Z"}]})");
    QTest::newRow("no object") << QByteArray(R"({"teleconsultations":[7]})");
}

void TestServiceFaults::listsThatAreNone()
{
    QFETCH(QByteArray, body);
    m_server->on("GET", "/teleconsultation", {{.status = 200, .body = body}});
    const Result<QList<Teleconsultation>> listed = await(m_station->consultations.list({}));
    QVERIFY(!listed);
    QCOMPARE(nameOf(listed.error().kind), nameOf(Kind::BadAnswer));
    QCOMPARE(listed.error().code, QStringLiteral("wrong_shape"));
}

void TestServiceFaults::anOlderServiceDoesNotTellOfRecordings()
{
    m_server->on("GET", "/teleconsultation/x/invitations",
                 {{.status = 200, .body = R"({"invitations":[{"bandyerUserId":"a","accessLinkURL":"https://a.b/c"},
        {"bandyerUserId":"b","accessLinkURL":"https://a.b/d","recording":null}]})"}});
    const Result<QList<service::Invitation>> all = await(m_station->consultations.invitations(QStringLiteral("x")));
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QVERIFY(all->at(0).recording.isEmpty() && all->at(1).recording.isEmpty());
}

void TestServiceFaults::policiesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("nobody who may open a room") << QByteArray(R"({"groups":{"basic":["patient"],"plus":[]}})");
}

void TestServiceFaults::policiesThatAreNone()
{
    QFETCH(QByteArray, body);
    m_server->on("GET", "/settings/policy", {{.status = 200, .body = body}});
    QCOMPARE(await(m_station->consultations.list({})).error().code, QStringLiteral("wrong_shape"));
}

void TestServiceFaults::whatChangesSomethingIsNotSentTwice()
{
    m_server->on("POST", "/teleconsultation", {{.status = 503, .body = "{}"}});
    m_server->on("DELETE", "/teleconsultation/x", {{.status = 503, .body = "{}"}});
    const Result<QString> id = await(m_station->consultations.create(wish()));
    QVERIFY(!id);
    QVERIFY(mayHaveHappened(id.error()));
    QCOMPARE(m_server->count("POST", "/teleconsultation"), 1);
    QVERIFY(!await(m_station->consultations.remove(QStringLiteral("x"))));
    QCOMPARE(m_server->count("DELETE", "/teleconsultation/x"), 1);
}

void TestServiceFaults::whatReadsIsSentAgain()
{
    m_server->on("GET", "/teleconsultation",
                 {{.status = 503, .body = "{}"}, {.status = 200, .body = R"({"teleconsultations":[]})"}});
    QVERIFY(await(m_station->consultations.list({})));
}

void TestServiceFaults::anAnswerThatIsCutShort()
{
    m_server->on("POST", "/teleconsultation", {{.status = 201, .body = R"({"roomId":"abc"})", .cutAfter = 5}});
    const Result<QString> id = await(m_station->consultations.create(wish()));
    QVERIFY(!id);
    QVERIFY(mayHaveHappened(id.error()));
    QCOMPARE(m_server->count("POST", "/teleconsultation"), 1);
}

void TestServiceFaults::nobodyThere()
{
    const test::ReservedPort port;
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(port.number()));
    test::RemoteStation station(url, {});
    const Result<QList<Teleconsultation>> listed = await(station.consultations.list({}));
    QVERIFY(!listed);
    QCOMPARE(nameOf(listed.error().kind), nameOf(Kind::Unreachable));
    QVERIFY(listed.error().retryable);
}

void TestServiceFaults::thePolicyIsAskedForAgainUntilItCame()
{
    m_server->on("GET", "/settings/policy",
                 {{.status = 500, .body = "{}"},
                  {.status = 500, .body = "{}"},
                  {.status = 200,
                   .body = R"({"groups":{"basic":[],"plus":["nurse"]},"immutable_period_ms":60000,)"
                           R"("people_looked_up":true})"}});
    m_server->on("GET", "/teleconsultation", {{.status = 200, .body = R"({"teleconsultations":[]})"}});
    QVERIFY(!await(m_station->consultations.list({})));
    QVERIFY(await(m_station->consultations.list({})));
    QVERIFY(await(m_station->consultations.list({})));
    QCOMPARE(m_server->count("GET", "/settings/policy"), 3);
    QVERIFY(m_station->consultations.looksPeopleUp());
    QCOMPARE(m_station->consultations.policy().immutablePeriod, std::chrono::minutes(1));
    QCOMPARE(m_station->consultations.policy().privileges.groups(), QStringList(QStringLiteral("nurse")));
}

QTEST_GUILESS_MAIN(TestServiceFaults)
#include "test_service_faults.moc"
