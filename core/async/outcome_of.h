// The outcome of another thread's work, on this one.
#pragma once

#include <QFuture>

#include <QCoroFuture>
#include <QCoroTask>

namespace teleconsult {

/// Waits for work that a SerialExecutor was given; with work that answers a Result it is a Task. Holds nothing of the
/// executor: it may be gone when the caller's loop comes round to the outcome.
template <typename Outcome>
QCoro::Task<Outcome> outcomeOf(QFuture<Outcome> future)
{
    Outcome outcome = co_await future;
    co_return outcome;
}

} // namespace teleconsult
