// The one kind of asynchrony: everything that waits returns a Task (docs/decisions/0001-asynchrony.md).
#pragma once

#include "core/domain/error.h"

#include <QList>
#include <QPointer>

#include <QCoroTask>

#include <optional>
#include <utility>
#include <vector>

namespace teleconsult {

/// A value or an Error, later. Starts at once, runs on the thread that called, ends even when nobody waits for it.
/// Coroutine parameters are taken by value: the caller's frame may be gone when the coroutine resumes.
template <typename T>
using Task = QCoro::Task<Result<T>>;

/// Waits for tasks that were all started together. Every one of them is waited for, so that nothing is still going on
/// when the caller learns of a failure; then the first error, or the values in order.
template <typename T>
Task<QList<T>> whenAll(std::vector<Task<T>> tasks)
{
    Result<QList<T>> values = QList<T>();
    std::optional<Error> firstError;
    for (Task<T> &task : tasks) {
        Result<T> result = co_await task;
        if (result)
            values->append(*std::move(result));
        else if (!firstError)
            firstError = std::move(result).error();
    }
    if (firstError)
        values = failure(*firstError);
    co_return values;
}

/// Calls back with the result, unless `context` has been destroyed by then. The work itself is carried to its end
/// either way: a room that is being made must not be left half made because a window was closed.
template <typename T, typename Callback>
void whenDone(Task<T> task, QObject *context, Callback callback)
{
    auto wait = [](Task<T> running, QPointer<QObject> guard, Callback handler) -> QCoro::Task<void> {
        Result<T> result = co_await running;
        if (guard)
            handler(std::move(result));
    };
    // Letting go of a task lets it run on.
    [[maybe_unused]] const QCoro::Task<void> waiting =
        wait(std::move(task), QPointer<QObject>(context), std::move(callback));
}

} // namespace teleconsult
