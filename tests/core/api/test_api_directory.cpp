// The contract over HTTP in the operating mode with an auth service (seed 004; reference/teleconsultation-service.md).
#include "core/directory/auth_service_directory.h"
#include "tests/core/api/served_clinic.h"
#include "tests/support/auth_service_double.h"

using namespace teleconsult;
using test::AuthServiceDouble;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

class TestApiDirectory : public QObject
{
    Q_OBJECT

    std::unique_ptr<AuthServiceDouble> m_auth;
    std::unique_ptr<ServedClinic> m_clinic;
    std::unique_ptr<directory::AuthServiceDirectory> m_directory;

    QByteArray with(const QByteArray &participants) const
    {
        const QByteArray start = m_clinic->clock.now().addSecs(3600).toString(Qt::ISODateWithMs).toLatin1();
        return "{\"participants\":" + participants + ",\"start_date\":\"" + start + "\",\"duration_in_seconds\":1800}";
    }
    Reply post(const QByteArray &participants, const QHash<QByteArray, QByteArray> &headers = {})
    {
        return m_clinic->send("POST", QStringLiteral("/teleconsultation"), with(participants), headers);
    }
    QString created(const QByteArray &participants)
    {
        return post(participants).json()[QStringLiteral("roomId")].toString();
    }
    static QString pathOf(const QString &id, const QString &more = {})
    {
        return QStringLiteral("/teleconsultation/") + id + more;
    }
    static QString messageOf(const Reply &reply) { return reply.json()[QStringLiteral("message")].toString(); }

private slots:
    void init();
    void cleanup();
    void participantsByTheirIds_data();
    void participantsByTheirIds();
    void whatIsNotAccepted_data();
    void whatIsNotAccepted();
    void changesAndAdds();
    void theServicesFailureIsNotTheClients_data();
    void theServicesFailureIsNotTheClients();
    void credentials();
    void theCallersHeadersArePassedOnButNotOurToken();
    void aGatewaysAuthorizationIsPassedOn();
};

void TestApiDirectory::init()
{
    m_auth = std::make_unique<AuthServiceDouble>();
    m_auth->add(QStringLiteral("auth0|doctor"), QStringLiteral("Dr. Ada Neri"), {QStringLiteral("doctor")});
    m_auth->add(QStringLiteral("auth0|patient"), QStringLiteral("Mario Rossi"), {QStringLiteral("patient")});
    m_clinic = std::make_unique<ServedClinic>();
    directory::AuthEndpoint endpoint;
    endpoint.baseUrl = m_auth->server().url();
    endpoint.headersToForward = {"cookie", "authorization", "miauserid"};
    m_directory = std::make_unique<directory::AuthServiceDirectory>(m_clinic->http, endpoint);
    m_clinic->directory = m_directory.get();
    m_clinic->serve();
}

void TestApiDirectory::cleanup()
{
    m_clinic.reset();
    m_directory.reset();
    m_auth.reset();
}

void TestApiDirectory::participantsByTheirIds_data()
{
    QTest::addColumn<QByteArray>("participants");
    QTest::newRow("an array of ids") << QByteArray(R"(["auth0|doctor","auth0|patient"])");
    QTest::newRow("number and data") << QByteArray(
        R"({"number":2,"data":[{"userExternalId":"auth0|doctor"},{"userExternalId":"auth0|patient"}]})");
    QTest::newRow("with a language") << QByteArray(
        R"({"number":2,"data":[{"userExternalId":"auth0|doctor","language":"it"},)"
        R"({"userExternalId":"auth0|patient","language":"it"}]})");
}

void TestApiDirectory::participantsByTheirIds()
{
    QFETCH(QByteArray, participants);
    const QString id = created(participants);
    QVERIFY(!id.isEmpty());
    m_clinic->clock.advance(std::chrono::hours(1));
    const Reply reply = m_clinic->sendAs("auth0|patient", "GET", pathOf(id));
    QCOMPARE(reply.status, 200);
    const QJsonArray people = reply.json()[QStringLiteral("participantsBandyerCall")].toArray();
    QCOMPARE(people.size(), 2);
    QCOMPARE(people.at(0)[QStringLiteral("fullName")].toString(), QStringLiteral("Dr. Ada Neri"));
    QVERIFY(reply.json()[QStringLiteral("accessLinkURL")].toString().contains(QLatin1String("Mario")));
}

void TestApiDirectory::whatIsNotAccepted_data()
{
    QTest::addColumn<QByteArray>("participants");
    QTest::addColumn<QString>("field");
    QTest::newRow("groups") << QByteArray(R"({"number":2,"data":[{"userExternalId":"a","groups":["doctor"]}]})")
                            << "participants.data[0].groups is not supported";
    QTest::newRow("a name") << QByteArray(R"({"number":2,"data":[{"userExternalId":"a","fullName":"N"}]})")
                            << "participants.data[0].fullName is not supported";
    QTest::newRow("mixed") << QByteArray(R"(["auth0|doctor",7])") << "participants must be an array of strings";
    QTest::newRow("one") << QByteArray(R"(["auth0|doctor"])") << "participants.number";
    QTest::newRow("a stranger") << QByteArray(R"(["auth0|doctor","auth0|stranger"])")
                                << "participants.data[1].userExternalId is not known";
    QTest::newRow("twice the same") << QByteArray(R"(["auth0|doctor","auth0|doctor"])")
                                    << "participants.data[1].userExternalId";
    QTest::newRow("a text") << QByteArray(R"("auth0|doctor")") << "participants must be an object";
}

void TestApiDirectory::whatIsNotAccepted()
{
    QFETCH(QByteArray, participants);
    QFETCH(QString, field);
    const Reply reply = post(participants);
    QCOMPARE(reply.status, 400);
    QVERIFY2(messageOf(reply).contains(field), qPrintable(messageOf(reply)));
    QCOMPARE(m_clinic->recordCount(), 0);
    QCOMPARE(m_clinic->users().size(), 0);
}

void TestApiDirectory::changesAndAdds()
{
    const QString id = created(R"({"number":2,"data":[{"userExternalId":"auth0|doctor"}]})");
    const QString data = pathOf(id, QStringLiteral("/participants/data"));
    const Reply named = m_clinic->send("POST", data, R"({"userExternalId":"auth0|patient","fullName":"X"})");
    QCOMPARE(named.status, 400);
    QVERIFY(messageOf(named).startsWith(QLatin1String("fullName is not supported")));
    const Reply stranger = m_clinic->send("POST", data, R"({"userExternalId":"auth0|stranger"})");
    QCOMPARE(stranger.status, 400);
    QVERIFY(messageOf(stranger).startsWith(QLatin1String("userExternalId is not known")));
    QCOMPARE(m_clinic->send("POST", data, R"({"userExternalId":"auth0|patient","language":"it"})").status, 201);
    QCOMPARE(m_clinic->record(id).participants.size(), 2);

    m_auth->add(QStringLiteral("auth0|other"), QStringLiteral("Luigi Bianchi"), {QStringLiteral("patient")});
    QCOMPARE(m_clinic->send("PATCH", pathOf(id), R"({"participants":["auth0|doctor","auth0|other"]})").status, 204);
    QCOMPARE(m_clinic->record(id).participants.at(1).fullName, QStringLiteral("Luigi Bianchi"));
    QCOMPARE(m_clinic->send("PATCH", pathOf(id), R"({"participants":["auth0|doctor","auth0|stranger"]})").status, 400);
}

void TestApiDirectory::theServicesFailureIsNotTheClients_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("expected");
    QTest::newRow("not logged in there") << 401 << 502;
    QTest::newRow("no such list") << 404 << 502;
    QTest::newRow("busy") << 429 << 503;
    QTest::newRow("broken") << 500 << 502;
}

void TestApiDirectory::theServicesFailureIsNotTheClients()
{
    QFETCH(int, status);
    QFETCH(int, expected);
    m_auth->fail({{.status = status}, {.status = status}});
    QCOMPARE(post(R"(["auth0|doctor","auth0|patient"])").status, expected);
    QCOMPARE(m_clinic->recordCount(), 0);
}

void TestApiDirectory::credentials()
{
    const QString path = QStringLiteral("/credentials");
    // The gateway's word on groups is not needed.
    QCOMPARE(m_clinic->send("POST", path, {}, {{"miauserid", "auth0|doctor"}}).status, 201);
    const Reply stranger = m_clinic->send("POST", path, {}, {{"miauserid", "auth0|stranger"}});
    QCOMPARE(stranger.status, 401);
    QCOMPARE(stranger.body, QByteArray(R"({"error":"Unauthorized user"})"));
}

void TestApiDirectory::theCallersHeadersArePassedOnButNotOurToken()
{
    QCOMPARE(post(R"(["auth0|doctor","auth0|patient"])", {{"cookie", "sid=7"}, {"miauserid", "auth0|doctor"}}).status,
             201);
    const QHash<QByteArray, QByteArray> sent = m_auth->server().requests().last().headers;
    QCOMPARE(sent.value("cookie"), QByteArray("sid=7"));
    QCOMPARE(sent.value("miauserid"), QByteArray("auth0|doctor"));
    QVERIFY(!sent.contains("authorization"));
}

void TestApiDirectory::aGatewaysAuthorizationIsPassedOn()
{
    m_clinic->trustsGateway = true;
    m_clinic->serve();
    QCOMPARE(post(R"(["auth0|doctor","auth0|patient"])", {{"authorization", "Bearer session"}}).status, 201);
    QCOMPARE(m_auth->server().requests().last().headers.value("authorization"), QByteArray("Bearer session"));
}

QTEST_GUILESS_MAIN(TestApiDirectory)
#include "test_api_directory.moc"
