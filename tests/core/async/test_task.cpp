#include "core/async/task.h"

#include "tests/support/await.h"

#include <QCoroFuture>
#include <QPromise>

#include <memory>

using namespace teleconsult;

namespace {

/// A task that ends when the test says so.
class Switch
{
public:
    Switch() { m_promise.start(); }

    Task<int> task()
    {
        ++started;
        return wait(m_promise.future());
    }

    void succeed(int value) { end(value); }
    void fail(const QString &code) { end(failure(errorOf(code))); }

    static Error errorOf(const QString &code)
    {
        Error error;
        error.code = code;
        return error;
    }

    int started = 0;

private:
    void end(Result<int> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    static Task<int> wait(QFuture<Result<int>> future)
    {
        Result<int> result = co_await future;
        co_return result;
    }

    QPromise<Result<int>> m_promise;
};

Task<int> ready(Result<int> result)
{
    co_return result;
}

std::vector<Task<int>> tasksOf(Switch &first, Switch &second)
{
    std::vector<Task<int>> tasks;
    tasks.push_back(first.task());
    tasks.push_back(second.task());
    return tasks;
}

/// Counts how many of it there are: a coroutine's frame that is never freed keeps its parameters.
struct Counted
{
    explicit Counted(int *alive) : m_alive(alive) { ++*m_alive; }
    Counted(const Counted &other) : m_alive(other.m_alive) { ++*m_alive; }
    Counted &operator=(const Counted &) = delete;
    ~Counted() { --*m_alive; }

private:
    int *m_alive;
};

Task<int> carrying(Counted cargo, Task<int> inner)
{
    Result<int> result = co_await inner;
    Q_UNUSED(cargo)
    co_return result;
}

} // namespace

class TestTask : public QObject
{
    Q_OBJECT
private slots:
    void aTaskStartsAtOnce();
    void allStartTogetherAndValuesKeepTheirOrder();
    void ofNothingIsAnEmptyList();
    void ofReadyTasksIsReady();
    void allAreWaitedForBeforeTheFirstErrorIsTold();
    void callsBackOnceWithTheResult();
    void callsBackAtOnceWhenReady();
    void doesNotCallBackIntoADestroyedContext();
    void workGoesOnWithoutItsContext();
    void aContextMayDieInItsCallback();
    void frameIsFreed_data();
    void frameIsFreed();
};

void TestTask::aTaskStartsAtOnce()
{
    Switch source;
    Task<int> task = source.task();
    QCOMPARE(source.started, 1);
    QVERIFY(!task.isReady());
    source.succeed(1);
    QCOMPARE(test::await(std::move(task)).value(), 1);
}

void TestTask::allStartTogetherAndValuesKeepTheirOrder()
{
    Switch first;
    Switch second;
    Task<QList<int>> all = whenAll(tasksOf(first, second));
    QCOMPARE(first.started + second.started, 2);
    second.succeed(2);
    QCoreApplication::processEvents();
    QVERIFY(!all.isReady());
    first.succeed(1);
    QCOMPARE(test::await(std::move(all)).value(), (QList<int>{1, 2}));
}

void TestTask::ofNothingIsAnEmptyList()
{
    Task<QList<int>> all = whenAll(std::vector<Task<int>>());
    QVERIFY(all.isReady());
    QCOMPARE(test::await(std::move(all)).value(), QList<int>());
}

void TestTask::ofReadyTasksIsReady()
{
    std::vector<Task<int>> tasks;
    tasks.push_back(ready(1));
    tasks.push_back(ready(2));
    Task<QList<int>> all = whenAll(std::move(tasks));
    QVERIFY(all.isReady());
    QCOMPARE(test::await(std::move(all)).value(), (QList<int>{1, 2}));
}

void TestTask::allAreWaitedForBeforeTheFirstErrorIsTold()
{
    Switch first;
    Switch second;
    Switch third;
    std::vector<Task<int>> tasks = tasksOf(first, second);
    tasks.push_back(third.task());
    Task<QList<int>> all = whenAll(std::move(tasks));
    third.fail(QStringLiteral("third"));
    second.fail(QStringLiteral("second"));
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QVERIFY(!all.isReady());
    first.succeed(1);
    const Result<QList<int>> result = test::await(std::move(all));
    QVERIFY(!result);
    QCOMPARE(result.error().code, QStringLiteral("second"));
}

void TestTask::callsBackOnceWithTheResult()
{
    Switch source;
    QObject context;
    QList<int> values;
    whenDone(source.task(), &context, [&values](const Result<int> &result) { values << result.value(); });
    QCOMPARE(values, QList<int>());
    source.succeed(7);
    QTRY_COMPARE(values, QList<int>{7});
}

void TestTask::callsBackAtOnceWhenReady()
{
    QObject context;
    QString code;
    whenDone(ready(failure(Switch::errorOf(QStringLiteral("no")))), &context,
             [&code](const Result<int> &result) { code = result.error().code; });
    QCOMPARE(code, QStringLiteral("no"));
}

void TestTask::doesNotCallBackIntoADestroyedContext()
{
    Switch source;
    Switch after;
    bool called = false;
    {
        QObject context;
        whenDone(source.task(), &context, [&called](const Result<int> &) { called = true; });
    }
    source.succeed(1);
    after.succeed(1);
    QVERIFY(test::await(after.task()));
    QVERIFY(!called);
}

void TestTask::workGoesOnWithoutItsContext()
{
    Switch source;
    auto context = std::make_unique<QObject>();
    bool carriedOut = false;
    // Named: the lambda must live until its coroutine has been started, and captures nothing.
    const auto work = [](Task<int> step, bool *done) -> Task<int> {
        Result<int> result = co_await step;
        *done = true;
        co_return result;
    };
    whenDone(work(source.task(), &carriedOut), context.get(), [](const Result<int> &) {});
    context.reset();
    source.succeed(1);
    QTRY_VERIFY(carriedOut);
}

void TestTask::aContextMayDieInItsCallback()
{
    Switch source;
    auto *context = new QObject;
    bool called = false;
    whenDone(source.task(), context, [&called, context](const Result<int> &) {
        called = true;
        delete context;
    });
    source.succeed(1);
    QTRY_VERIFY(called);
}

void TestTask::frameIsFreed_data()
{
    QTest::addColumn<bool>("keepTask");
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("awaited, succeeds") << true << true;
    QTest::newRow("awaited, fails") << true << false;
    QTest::newRow("let go, succeeds") << false << true;
    QTest::newRow("let go, fails") << false << false;
}

void TestTask::frameIsFreed()
{
    QFETCH(bool, keepTask);
    QFETCH(bool, succeeds);
    Switch source;
    int alive = 0;
    {
        Task<int> task = carrying(Counted(&alive), source.task());
        QCOMPARE(alive, 1);
        if (succeeds)
            source.succeed(1);
        else
            source.fail(QStringLiteral("no"));
        if (keepTask)
            QCOMPARE(test::await(std::move(task)).has_value(), succeeds);
    }
    QTRY_COMPARE(alive, 0);
}

QTEST_GUILESS_MAIN(TestTask)
#include "test_task.moc"
