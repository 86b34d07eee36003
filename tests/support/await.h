// Waiting in a test for what the product awaits.
#pragma once

#include "core/async/task.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace teleconsult::test {

/// Runs the event loop until the condition holds; it is looked at after every turn of the loop. False when it does not
/// within `limit`. Not QTest::qWaitFor(), which sleeps for 10 ms after every turn: a request through a network in this
/// thread takes six. That is for what is not the product's: another program, a page, a socket of the test's own.
template <typename Condition>
bool waitUntil(Condition holds, std::chrono::milliseconds limit = std::chrono::seconds(60))
{
    const QDeadlineTimer deadline(limit);
    QTimer look; // What changes on another thread makes no event here.
    look.start(std::chrono::milliseconds(5));
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// Runs the event loop until the task ends and answers its result. A task that does not end within `limit` fails the
/// test with an Error of kind Cancelled and code "test_timeout".
template <typename T>
Result<T> await(Task<T> task, std::chrono::milliseconds limit = std::chrono::seconds(60))
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    QObject context;
    whenDone(std::move(task), &context, [result](Result<T> value) { result->emplace(std::move(value)); });
    if (!waitUntil([&] { return result->has_value(); }, limit))
        return failure({.kind = Error::Kind::Cancelled,
                        .httpStatus = 0,
                        .code = QStringLiteral("test_timeout"),
                        .field = {},
                        .message = {},
                        .detail = {},
                        .requestId = {},
                        .retryable = false});
    return std::move(**result);
}

} // namespace teleconsult::test
