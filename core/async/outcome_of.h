// The outcome of another thread's work, on this one.
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <QCoroTask>

#include <coroutine>

namespace teleconsult {

/// Waits for a QFuture, as QCoro does, but always until the event loop comes round: QCoro goes on at once where the
/// other thread was faster, so that an answer would sometimes be there before the question has returned.
template <typename Outcome>
class LaterOutcome
{
public:
    explicit LaterOutcome(QFuture<Outcome> future) : m_future(std::move(future)) {}

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        auto *watcher = new QFutureWatcher<Outcome>; // The coroutine that would hold it may end in its signal.
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, waiting] {
            watcher->deleteLater();
            waiting.resume();
        });
        watcher->setFuture(m_future);
    }
    Outcome await_resume() const { return m_future.result(); }

private:
    QFuture<Outcome> m_future;
};

/// Waits for work that a SerialExecutor was given; with work that answers a Result it is a Task. Never answers before
/// it returns. Holds nothing of the executor: it may be gone when the caller's loop comes round to the outcome.
template <typename Outcome>
QCoro::Task<Outcome> outcomeOf(QFuture<Outcome> future)
{
    LaterOutcome<Outcome> later(std::move(future));
    Outcome outcome = co_await later;
    co_return outcome;
}

} // namespace teleconsult
