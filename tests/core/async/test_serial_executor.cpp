#include "core/async/outcome_of.h"
#include "core/async/serial_executor.h"
#include "tests/support/await.h"

#include <QSemaphore>
#include <QSet>
#include <QThread>

#include <atomic>

using namespace teleconsult;

class TestSerialExecutor : public QObject
{
    Q_OBJECT
private slots:
    void answersWhatTheFunctionReturns();
    void takesFunctionsThatReturnNothing();
    void keepsTheOrderAndOneThread();
    void doesNotBlockTheCaller();
    void destroyingItDropsNothing();
    void canBeAwaited();
    void noAnswerComesBeforeTheQuestionReturns();
};

void TestSerialExecutor::answersWhatTheFunctionReturns()
{
    SerialExecutor executor;
    QCOMPARE(executor.run([] { return QStringLiteral("done"); }).result(), QStringLiteral("done"));
}

void TestSerialExecutor::takesFunctionsThatReturnNothing()
{
    SerialExecutor executor;
    std::atomic_bool done = false;
    QFuture<void> future = executor.run([&done] { done = true; });
    future.waitForFinished();
    QVERIFY(done);
}

void TestSerialExecutor::keepsTheOrderAndOneThread()
{
    SerialExecutor executor;
    QList<int> order;
    QSet<QThread *> threads;
    for (int i = 0; i < 200; ++i)
        executor.run([&order, &threads, i] {
            order << i;
            threads << QThread::currentThread();
        });
    executor.run([] {}).waitForFinished();
    QCOMPARE(order.size(), 200);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(threads.size(), 1);
    QVERIFY(!threads.contains(QThread::currentThread()));
}

void TestSerialExecutor::doesNotBlockTheCaller()
{
    SerialExecutor executor;
    QSemaphore gate;
    QFuture<int> future = executor.run([&gate] {
        gate.acquire();
        return 1;
    });
    QVERIFY(!future.isFinished());
    gate.release();
    QCOMPARE(future.result(), 1);
}

void TestSerialExecutor::destroyingItDropsNothing()
{
    std::atomic_int done = 0;
    {
        SerialExecutor executor;
        for (int i = 0; i < 50; ++i)
            executor.run([&done] { ++done; });
    }
    QCOMPARE(done.load(), 50);
}

void TestSerialExecutor::canBeAwaited()
{
    SerialExecutor executor;
    QThread *const here = QThread::currentThread();
    QCOMPARE(test::await(outcomeOf(executor.run([] { return Result<int>(5); }))).value(), 5);
    QCOMPARE(QThread::currentThread(), here);
}

/// However fast the other thread is: whoever asks need not be ready for an answer while asking.
void TestSerialExecutor::noAnswerComesBeforeTheQuestionReturns()
{
    SerialExecutor executor;
    QFuture<Result<int>> done = executor.run([] { return Result<int>(5); });
    done.waitForFinished();
    int answer = 0;
    whenDone(outcomeOf(done), this, [&answer](const Result<int> &value) { answer = *value; });
    QCOMPARE(answer, 0);
    QVERIFY(test::waitUntil([&answer] { return answer == 5; }));
}

QTEST_GUILESS_MAIN(TestSerialExecutor)
#include "test_serial_executor.moc"
