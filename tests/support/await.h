// Waiting in a test for what the product awaits.
#pragma once

#include "core/async/task.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <optional>

namespace teleconsult::test {

/// Runs the event loop until the task ends and answers its result. A task that does not end within `limit` fails the
/// test with an Error of kind Cancelled and code "test_timeout".
template <typename T>
Result<T> await(Task<T> task, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    std::optional<Result<T>> result;
    // Not QTest::qWaitFor(), which sleeps for 10 ms after every event: a request over a network in this thread takes
    // six.
    QEventLoop loop;
    whenDone(std::move(task), &loop, [&result, &loop](Result<T> value) {
        result.emplace(std::move(value));
        loop.quit();
    });
    if (!result) {
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        loop.exec();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (!result)
        return failure({.kind = Error::Kind::Cancelled,
                        .httpStatus = 0,
                        .code = QStringLiteral("test_timeout"),
                        .field = {},
                        .message = {},
                        .detail = {},
                        .requestId = {},
                        .retryable = false});
    return *std::move(result);
}

} // namespace teleconsult::test
