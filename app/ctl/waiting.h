// Waiting for what takes time, where a verb has nothing else to do.
#pragma once

#include "core/async/task.h"

#include <QEventLoop>

#include <optional>

namespace teleconsult::ctl {

/// The outcome; the event loop runs meanwhile.
template <typename T>
Result<T> outcomeAfterWaiting(Task<T> task)
{
    std::optional<Result<T>> outcome;
    QEventLoop loop;
    whenDone(std::move(task), &loop, [&](const Result<T> &done) {
        outcome = done;
        loop.quit();
    });
    if (!outcome)
        loop.exec();
    return *outcome;
}

} // namespace teleconsult::ctl
