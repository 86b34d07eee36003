#include "core/directory/auth_service_directory.h"

#include "tests/support/auth_service_double.h"
#include "tests/support/await.h"
#include "tests/support/crud_service_double.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"

#include <QUrlQuery>

using namespace teleconsult;
using directory::AuthEndpoint;
using directory::AuthServiceDirectory;
using directory::People;
using directory::Person;
using test::AuthServiceDouble;
using test::await;
using test::CrudServiceDouble;
using test::ScriptedServer;
using Filters = AuthServiceDouble::Filters;
using Skip = AuthServiceDouble::Skip;

class TestAuthServiceDirectory : public QObject
{
    Q_OBJECT

    std::unique_ptr<AuthServiceDouble> m_service;
    std::unique_ptr<test::FaultProxy> m_network;
    std::unique_ptr<http::HttpClient> m_http;
    std::unique_ptr<AuthServiceDirectory> m_directory;

    static QString id(int number) { return QStringLiteral("auth0|%1").arg(number); }
    static QStringList ids(int from, int to)
    {
        QStringList all;
        for (int i = from; i <= to; ++i)
            all << id(i);
        return all;
    }
    static Person personOf(int number)
    {
        return {QStringLiteral("Person %1").arg(number), {QStringLiteral("patient")}};
    }

    void addPeople(int number)
    {
        for (int i = 1; i <= number; ++i)
            m_service->add(id(i), personOf(i).fullName, personOf(i).groups);
    }
    void use(AuthEndpoint endpoint)
    {
        endpoint.baseUrl = m_network->url();
        m_directory = std::make_unique<AuthServiceDirectory>(*m_http, endpoint);
    }
    Result<People> find(const QStringList &externalIds, const RequestContext &context = {})
    {
        return await(m_directory->find(externalIds, context));
    }
    qsizetype requests() const { return m_service->server().requests().size(); }

private slots:
    void init()
    {
        m_service = std::make_unique<AuthServiceDouble>();
        m_network = std::make_unique<test::FaultProxy>(m_service->server().url());
        m_http = std::make_unique<http::HttpClient>(
            http::RetryPolicy{.tries = 2, .firstDelay = std::chrono::milliseconds(1)});
        use({});
    }

    void cleanup()
    {
        m_http->shutDown();
        m_http.reset();
        m_directory.reset();
        m_network.reset();
        m_service.reset();
    }

    void everybodyWithOneRequest()
    {
        addPeople(30);
        const Result<People> people = find(ids(3, 27));
        QVERIFY2(people, people ? "" : qPrintable(people.error().toLogLine()));
        QCOMPARE(people->size(), 25);
        QCOMPARE(people->value(id(27)), personOf(27));
        QCOMPARE(requests(), 1);
    }

    void anEmptyListAsksNobody()
    {
        QVERIFY(find({})->isEmpty());
        QCOMPARE(requests(), 0);
    }

    void strangersAreAbsent()
    {
        addPeople(2);
        const Result<People> people = find({id(2), QStringLiteral("auth0|stranger"), id(2)});
        QVERIFY(people);
        QCOMPARE(people->keys(), QStringList(id(2)));
        QVERIFY(find({QStringLiteral("auth0|stranger")})->isEmpty());
        QCOMPARE(requests(), 2);
    }

    void anyTextIsAnId()
    {
        const QStringList awkward{QStringLiteral("a+b@example.org"), QStringLiteral("50%"), QStringLiteral("x&_l=1"),
                                  QStringLiteral("\"}{$"), QStringLiteral("Zoë")};
        for (const QString &each : awkward)
            m_service->add(each, QStringLiteral("N"), {QStringLiteral("patient")});
        const Result<People> people = find(awkward);
        QVERIFY2(people, people ? "" : qPrintable(people.error().toLogLine()));
        QCOMPARE(people->size(), awkward.size());
        QCOMPARE(requests(), 1);
    }

    void wholeLists_data()
    {
        QTest::addColumn<Filters>("filters");
        QTest::addColumn<Skip>("skip");
        QTest::addColumn<int>("people");
        for (const auto &[filters, how] :
             {std::pair(Filters::Refused, "refused"), std::pair(Filters::Ignored, "ignored")}) {
            QTest::addRow("%s, a short list", how) << filters << Skip::Users << 7;
            QTest::addRow("%s, skips users", how) << filters << Skip::Users << 250;
            QTest::addRow("%s, skips pages", how) << filters << Skip::Pages << 250;
            QTest::addRow("%s, skips users in whole pages", how) << filters << Skip::UsersInWholePages << 250;
            QTest::addRow("%s, full pages only", how) << filters << Skip::Pages << 200;
        }
    }

    void wholeLists()
    {
        QFETCH(Filters, filters);
        QFETCH(Skip, skip);
        QFETCH(int, people);
        m_service->setFilters(filters);
        m_service->setSkip(skip);
        addPeople(people);
        const Result<People> found = find({id(people), id(2), QStringLiteral("auth0|stranger")});
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLogLine()));
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->value(id(people)), personOf(people));
        QCOMPARE(found->value(id(2)), personOf(2));

        // What was learnt is not asked again.
        const qsizetype before = requests();
        QCOMPARE(find({id(1)})->value(id(1)), personOf(1));
        QCOMPARE(requests(), before + 1);
        QVERIFY(m_service->filters().last().isEmpty());
    }

    void aListWithoutEndIsGivenUp()
    {
        m_service->setFilters(Filters::Refused);
        addPeople(1);
        int page = 0; // Only the server's threads, one call at a time.
        m_service->server().handle("GET", "/users", [&page](const ScriptedServer::Request &request) {
            if (request.query.contains("_q="))
                return ScriptedServer::Answer{.status = 400};
            ++page;
            return ScriptedServer::Answer{.body = "[{\"user_id\":\"new" + QByteArray::number(page) + "\"}]"};
        });
        const Result<People> found = find({QStringLiteral("auth0|stranger")});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Server);
        QCOMPARE(found.error().code, QStringLiteral("too_many_users"));
        m_service->server().handle("GET", "/users", nullptr);
    }

    void headersArePassedOn()
    {
        addPeople(1);
        m_service->setClientType("backoffice");
        AuthEndpoint endpoint;
        endpoint.headersToForward = {"cookie", "authorization", "client-type", "x-request-id", "x-tenant"};
        endpoint.defaultClientType = "telecons";
        use(endpoint);
        test::LogCapture log;
        RequestContext context;
        context.headers = {{"cookie", "sid=secret1"},
                           {"authorization", "Bearer secret2"},
                           {"client-type", "backoffice"},
                           {"x-request-id", "req-77"},
                           {"x-tenant", "t1"},
                           {"acl_rows", "[]"},
                           {"host", "elsewhere.example"},
                           {"content-length", "12"}};
        QVERIFY(find({id(1)}, context));
        const QHash<QByteArray, QByteArray> sent = m_service->server().requests().first().headers;
        QCOMPARE(sent.value("cookie"), QByteArray("sid=secret1"));
        QCOMPARE(sent.value("authorization"), QByteArray("Bearer secret2"));
        QCOMPARE(sent.value("x-request-id"), QByteArray("req-77"));
        QCOMPARE(sent.value("x-tenant"), QByteArray("t1"));
        QVERIFY(!sent.contains("acl_rows"));
        QVERIFY(!sent.value("host").contains("elsewhere"));
        QVERIFY(!log.text().contains(QLatin1String("secret")));
        QVERIFY(!log.text().contains(QLatin1String("auth0|1")));
    }

    void aClientTypeIsSentWithoutARequestToo()
    {
        addPeople(1);
        m_service->setClientType("telecons");
        AuthEndpoint endpoint;
        endpoint.defaultClientType = "telecons";
        endpoint.headersToForward = {"client-type"};
        use(endpoint);
        QVERIFY(find({id(1)}));
        RequestContext other;
        other.headers = {{"client-type", "unknown"}};
        const Result<People> refused = find({id(1)}, other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        QCOMPARE(refused.error().httpStatus, 401);
    }

    void faults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        using Kind = Error::Kind;
        QTest::newRow("not logged in") << 401 << QByteArray("{}") << Kind::Unauthorized << "";
        QTest::newRow("forbidden") << 403 << QByteArray("{}") << Kind::Unauthorized << "";
        QTest::newRow("no such list") << 404 << QByteArray("{}") << Kind::Server << "no_users";
        QTest::newRow("busy") << 429 << QByteArray("{}") << Kind::RateLimited << "";
        QTest::newRow("broken") << 500 << QByteArray("oops") << Kind::Server << "";
        QTest::newRow("away") << 503 << QByteArray() << Kind::Server << "";
        QTest::newRow("refused without a filter too") << 400 << QByteArray("{}") << Kind::Server << "refused";
        QTest::newRow("no JSON") << 200 << QByteArray("<html>") << Kind::BadAnswer << "not_json";
        QTest::newRow("cut JSON") << 200 << QByteArray(R"([{"user_id":"auth0|1")") << Kind::BadAnswer << "not_json";
        QTest::newRow("no list") << 200 << QByteArray(R"({"users":[]})") << Kind::BadAnswer << "not_a_list";
        QTest::newRow("a list of other things")
            << 200 << QByteArray(R"(["unexpected"])") << Kind::BadAnswer << "not_a_list";
        QTest::newRow("nothing") << 200 << QByteArray() << Kind::BadAnswer << "not_a_list";
    }

    void faults()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        addPeople(1);
        const ScriptedServer::Answer fault{.status = status, .body = body};
        m_service->fail({fault, fault});
        const Result<People> found = find({id(1)});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, kind);
        QCOMPARE(found.error().code, code);
        m_service->fail({});
    }

    void theNetworkFails_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("reset") << int(test::FaultProxy::Fault::ResetBefore) << Error::Kind::Unreachable;
        QTest::newRow("truncated") << int(test::FaultProxy::Fault::Truncate) << Error::Kind::BadAnswer;
    }

    void theNetworkFails()
    {
        QFETCH(int, fault);
        QFETCH(Error::Kind, kind);
        addPeople(1);
        m_network->setFault(test::FaultProxy::Fault(fault));
        const Result<People> found = find({id(1)});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, kind);
        QVERIFY(found.error().retryable);
        m_network->setFault(test::FaultProxy::Fault::None);
        QVERIFY(find({id(1)})); // Nothing was concluded from it.
        QVERIFY(!m_service->filters().last().isEmpty());
    }

    void oneTryMoreHelps()
    {
        addPeople(1);
        m_service->fail({{.status = 503}});
        QVERIFY(find({id(1)}));
    }

    void customIds();
    void aCustomIdThatCannotBeOneIsNobody();
    void anEndpointThatRefusesKnowsNobodyEither();
    void customIdsMustBeUnique();
};

namespace {

/// People of the clinic with ids of their own, as a collection of the CRUD service.
test::crud::Definition peopleCollection()
{
    using Type = test::crud::Field::Type;
    return {.path = QStringLiteral("people"),
            .fields = {{QStringLiteral("email"), Type::Text}, {QStringLiteral("authUserId"), Type::Text}},
            .unique = {}};
}

AuthEndpoint resolving(CrudServiceDouble &crud, const QString &source)
{
    AuthEndpoint endpoint;
    endpoint.customIds = crud.server().url("/people/");
    endpoint.customIdSource = source;
    return endpoint;
}

} // namespace

void TestAuthServiceDirectory::customIds()
{
    CrudServiceDouble crud({peopleCollection()});
    addPeople(3);
    QStringList emails;
    for (int i = 1; i <= 3; ++i) {
        emails << QStringLiteral("p%1@example.org").arg(i);
        crud.put(QStringLiteral("people"),
                 {{QStringLiteral("email"), emails.last()}, {QStringLiteral("authUserId"), id(i)}});
    }
    use(resolving(crud, QStringLiteral("email")));
    const Result<People> people = find(emails + QStringList(QStringLiteral("stranger@example.org")));
    QVERIFY2(people, people ? "" : qPrintable(people.error().toLogLine()));
    QCOMPARE(people->size(), 3);
    QCOMPARE(people->value(emails.at(2)), personOf(3));
    QCOMPARE(crud.server().requests().size(), 1);
    QCOMPARE(requests(), 1);
    m_http->clearConnections();
}

void TestAuthServiceDirectory::aCustomIdThatCannotBeOneIsNobody()
{
    CrudServiceDouble crud({peopleCollection()});
    addPeople(1);
    const QString record = crud.put(QStringLiteral("people"), {{QStringLiteral("authUserId"), id(1)}});
    use(resolving(crud, QStringLiteral("_id")));
    const Result<People> people = find({record, QStringLiteral("no ObjectId")});
    QVERIFY2(people, people ? "" : qPrintable(people.error().toLogLine()));
    QCOMPARE(people->keys(), QStringList(record));
    m_http->clearConnections();
}

/// That the list of custom ids is not in order is no reason to tell the caller that somebody does not exist.
void TestAuthServiceDirectory::anEndpointThatRefusesKnowsNobodyEither()
{
    CrudServiceDouble crud({peopleCollection()});
    addPeople(1);
    crud.put(QStringLiteral("people"),
             {{QStringLiteral("email"), QStringLiteral("a@example.org")}, {QStringLiteral("authUserId"), id(1)}});
    use(resolving(crud, QStringLiteral("email")));
    crud.fail("GET", {{.status = 422, .body = "{}"}});
    const Result<People> people = find({QStringLiteral("a@example.org")});
    QVERIFY(!people);
    QCOMPARE(people.error().kind, Error::Kind::Server);
    QCOMPARE(people.error().code, QStringLiteral("refused"));
    QCOMPARE(requests(), 0);
    m_http->clearConnections();
}

void TestAuthServiceDirectory::customIdsMustBeUnique()
{
    CrudServiceDouble crud({peopleCollection()});
    addPeople(2);
    for (int i = 1; i <= 2; ++i)
        crud.put(QStringLiteral("people"), {{QStringLiteral("email"), QStringLiteral("both@example.org")},
                                            {QStringLiteral("authUserId"), id(i)}});
    use(resolving(crud, QStringLiteral("email")));
    const Result<People> people = find({QStringLiteral("both@example.org")});
    QVERIFY(!people);
    QCOMPARE(people.error().code, QStringLiteral("ambiguous_id"));
    QCOMPARE(requests(), 0);
    m_http->clearConnections();
}

QTEST_GUILESS_MAIN(TestAuthServiceDirectory)
#include "test_auth_service_directory.moc"
