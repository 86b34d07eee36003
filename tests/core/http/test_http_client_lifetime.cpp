#include "core/http/http_client.h"

#include "tests/core/http/http_fixtures.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/log_capture.h"
#include "tests/support/scripted_server.h"

#include <QPointer>

#include <algorithm>

using namespace teleconsult;
using namespace teleconsult::http;
using namespace teleconsult::http::test;
using namespace std::chrono_literals;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::LogCapture;
using teleconsult::test::ScriptedServer;
using Repeat = Request::Repeat;

namespace {

template <typename T>
using Outcome = std::shared_ptr<std::optional<Result<T>>>;

/// Lets a task run and keeps its outcome.
template <typename T>
Outcome<T> watch(Task<T> task, QObject *context)
{
    auto outcome = std::make_shared<std::optional<Result<T>>>();
    whenDone(std::move(task), context, [outcome](Result<T> result) { outcome->emplace(std::move(result)); });
    return outcome;
}

bool isCancelled(const Outcome<Response> &outcome)
{
    return outcome->has_value() && !**outcome && (**outcome).error().kind == Error::Kind::Cancelled;
}

} // namespace

class TestHttpClientLifetime : public QObject
{
    Q_OBJECT
private slots:
    void shutDownEndsARequestAtOnce();
    void shutDownEndsAPauseAtOnce();
    void shutDownIsForGood();
    void destroyingTheClientEndsEverything();
    void givingUpEndsARequestAtOnce();
    void givingUpEndsAPauseAtOnce();
    void whatIsGivenUpBeforehandIsNotSent();
    void givingUpAfterwardsDoesNothing();
    void aTransferTellsHowMuchHasLeft();
    void aCallerMayDestroyTheClientWhileItShutsDown();
    void aCallerMayDestroyTheClientWhenAnAnswerComes();
    void clearingConnectionsLeavesRequestsAlone();
    void manyRequestsAtOnce();
    void noRequestWaitsForAnother();
};

void TestHttpClientLifetime::shutDownEndsARequestAtOnce()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.held = true}});
    server.on("POST", "/x", {{.held = true}});
    HttpClient client(quick());
    QObject context;
    const auto first = watch(client.send(get(server.url("/x"))), &context);
    const auto second = watch(client.send(post(server.url("/x"), Repeat::Never)), &context);
    QTRY_COMPARE(server.requests().size(), 2);
    QVERIFY(!first->has_value());
    client.shutDown();
    QVERIFY(isCancelled(first));
    QVERIFY(isCancelled(second));
    QVERIFY(!(**first).error().retryable);
}

void TestHttpClientLifetime::shutDownEndsAPauseAtOnce()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 503}});
    LogCapture log;
    HttpClient client(sleepy());
    QObject context;
    const auto outcome = watch(client.send(get(server.url("/x"))), &context);
    QTRY_COMPARE(log.count(QStringLiteral("trying again")), 1);
    QVERIFY(!outcome->has_value());
    client.shutDown();
    QVERIFY(isCancelled(outcome));
    QCOMPARE(server.count("GET", "/x"), 1);
}

void TestHttpClientLifetime::shutDownIsForGood()
{
    ScriptedServer server;
    server.on("GET", "/x", {{}});
    HttpClient client(quick());
    client.shutDown();
    client.shutDown();
    QObject context;
    const auto outcome = watch(client.send(get(server.url("/x"))), &context);
    QVERIFY(isCancelled(outcome));
    QCOMPARE(server.requests().size(), 0);
}

void TestHttpClientLifetime::destroyingTheClientEndsEverything()
{
    ScriptedServer server;
    server.on("GET", "/held", {{.held = true}});
    server.on("GET", "/down", {{.status = 503}});
    LogCapture log;
    QObject context;
    auto client = std::make_unique<HttpClient>(sleepy());
    const auto underWay = watch(client->send(get(server.url("/held"))), &context);
    const auto pausing = watch(client->send(get(server.url("/down"))), &context);
    QTRY_COMPARE(server.count("GET", "/held"), 1);
    QTRY_COMPARE(log.count(QStringLiteral("trying again")), 1);
    client.reset();
    QVERIFY(isCancelled(underWay));
    QVERIFY(isCancelled(pausing));
}

void TestHttpClientLifetime::givingUpEndsARequestAtOnce()
{
    ScriptedServer server;
    server.on("POST", "/x", {{.held = true}});
    HttpClient client(quick());
    QObject context;
    Transfer transfer;
    Request request = post(server.url("/x"), Repeat::Never);
    request.transfer = transfer;
    const auto outcome = watch(client.send(request), &context);
    QTRY_COMPARE(server.requests().size(), 1);
    QVERIFY(!outcome->has_value());
    transfer.cancel();
    QVERIFY(isCancelled(outcome));
    QVERIFY(transfer.isCancelled());
}

void TestHttpClientLifetime::givingUpEndsAPauseAtOnce()
{
    LogCapture log;
    HttpClient client(sleepy());
    QObject context;
    Transfer transfer;
    ScriptedServer server;
    server.on("GET", "/x", {{.status = 503}});
    Request request = get(server.url("/x"));
    request.transfer = transfer;
    const auto outcome = watch(client.send(request), &context);
    QTRY_COMPARE(log.count(QStringLiteral("trying again")), 1);
    transfer.cancel();
    QVERIFY(isCancelled(outcome));
    QCOMPARE(server.count("GET", "/x"), 1);
}

void TestHttpClientLifetime::whatIsGivenUpBeforehandIsNotSent()
{
    ScriptedServer server;
    HttpClient client(quick());
    Request request = get(server.url("/x"));
    request.transfer.emplace();
    request.transfer->cancel();
    const Result<Response> answer = await(client.send(request));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    QCOMPARE(server.requests().size(), 0);
}

void TestHttpClientLifetime::givingUpAfterwardsDoesNothing()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = "a"}});
    HttpClient client(quick());
    Transfer transfer;
    Request request = get(server.url("/x"));
    request.transfer = transfer;
    QVERIFY(await(client.send(request)));
    transfer.cancel();
    QVERIFY(await(client.send(get(server.url("/x")))));
}

void TestHttpClientLifetime::aTransferTellsHowMuchHasLeft()
{
    ScriptedServer server;
    server.on("POST", "/x", {{}});
    HttpClient client(quick());
    constexpr qint64 size = 3 * 1024 * 1024;
    Request request = post(server.url("/x"), Repeat::Never, QByteArray(size, 'x'));
    request.transfer.emplace();
    QList<qint64> sent;
    QSet<qint64> totals;
    request.transfer->onProgress([&](qint64 now, qint64 total) {
        sent << now;
        totals << total;
    });
    QVERIFY(await(client.send(request)));
    QVERIFY(!sent.isEmpty());
    QVERIFY(std::is_sorted(sent.begin(), sent.end()));
    QCOMPARE(sent.last(), size);
    QCOMPARE(totals, QSet<qint64>{size});
}

void TestHttpClientLifetime::aCallerMayDestroyTheClientWhileItShutsDown()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.held = true}});
    QObject context;
    auto *client = new HttpClient(quick());
    QPointer<HttpClient> guard(client);
    whenDone(client->send(get(server.url("/x"))), &context, [client](const Result<Response> &) { delete client; });
    const auto other = watch(client->send(get(server.url("/x"))), &context);
    QTRY_COMPARE(server.requests().size(), 2);
    client->shutDown();
    QVERIFY(!guard);
    QVERIFY(isCancelled(other));
}

void TestHttpClientLifetime::aCallerMayDestroyTheClientWhenAnAnswerComes()
{
    ScriptedServer server;
    server.on("GET", "/x", {{}});
    server.on("GET", "/held", {{.held = true}});
    QObject context;
    auto *client = new HttpClient(quick());
    QPointer<HttpClient> guard(client);
    const auto other = watch(client->send(get(server.url("/held"))), &context);
    QTRY_COMPARE(server.requests().size(), 1);
    whenDone(client->send(get(server.url("/x"))), &context, [client](const Result<Response> &) { delete client; });
    QTRY_VERIFY(!guard);
    QVERIFY(isCancelled(other));
}

void TestHttpClientLifetime::clearingConnectionsLeavesRequestsAlone()
{
    ScriptedServer server;
    server.on("GET", "/x", {{.body = "late", .held = true}});
    server.on("GET", "/y", {{}});
    FaultProxy proxy(server.url());
    HttpClient client(quick());
    Task<Response> underWay = client.send(get(proxy.url("/x")));
    QTRY_COMPARE(server.count("GET", "/x"), 1);
    const int before = proxy.connections();
    client.clearConnections();
    QVERIFY(await(client.send(get(proxy.url("/y")))));
    QCOMPARE(proxy.connections(), before + 1);
    server.release();
    const Result<Response> response = await(std::move(underWay));
    QVERIFY(response);
    QCOMPARE(response->body, QByteArray("late"));
    QCOMPARE(server.count("GET", "/x"), 1); // Not asked again after a time-out.
}

void TestHttpClientLifetime::manyRequestsAtOnce()
{
    ScriptedServer server;
    server.handle("GET", "/x",
                  [](const ScriptedServer::Request &request) { return ScriptedServer::Answer{.body = request.query}; });
    HttpClient client(quick());
    std::vector<Task<Response>> tasks;
    for (int i = 0; i < 50; ++i)
        tasks.push_back(client.send(get(server.url("/x?" + QByteArray::number(i)))));
    const Result<QList<Response>> responses = await(whenAll(std::move(tasks)));
    QVERIFY(responses);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(responses->at(i).body, QByteArray::number(i));
}

/// Qt alone lets the seventh wait until one of the first six has its answer.
void TestHttpClientLifetime::noRequestWaitsForAnother()
{
    ScriptedServer server;
    FaultProxy proxy(server.url());
    proxy.setFault(FaultProxy::Fault::Stall);
    HttpClient client(quick());
    QObject context;
    QList<Outcome<Response>> outcomes;
    for (int i = 0; i < 25; ++i)
        outcomes << watch(client.send(get(proxy.url("/x"))), &context);
    QVERIFY(teleconsult::test::waitUntil([&] { return proxy.connections() == 25; }));
    client.shutDown();
    for (const Outcome<Response> &outcome : std::as_const(outcomes))
        QVERIFY(isCancelled(outcome));
}

QTEST_GUILESS_MAIN(TestHttpClientLifetime)
#include "test_http_client_lifetime.moc"
