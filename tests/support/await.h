// Waiting in a test for what the product awaits.
#pragma once

#include "core/async/task.h"

#include <QTest>

#include <memory>
#include <optional>

namespace teleconsult::test {

/// Runs the event loop until the task ends and answers its result. A task that does not end within `limit` fails the
/// test with an Error of kind Cancelled and code "test_timeout".
template <typename T>
Result<T> await(Task<T> task, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    QObject context;
    whenDone(std::move(task), &context, [result](Result<T> value) { result->emplace(std::move(value)); });
    if (!QTest::qWaitFor([&] { return result->has_value(); }, int(limit.count())))
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
