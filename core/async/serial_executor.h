// A thread for work that blocks.
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace teleconsult {

/// Runs functions one after another, in the order given, on one thread of its own that lives as long as the executor.
/// Destroying it waits for what was given to it: nothing that was accepted is dropped. A function must not throw.
class SerialExecutor
{
public:
    SerialExecutor()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1);
    }

    ~SerialExecutor() { m_pool.waitForDone(); }
    SerialExecutor(const SerialExecutor &) = delete;
    SerialExecutor &operator=(const SerialExecutor &) = delete;

    template <typename Function>
    QFuture<std::invoke_result_t<Function>> run(Function function)
    {
        using Value = std::invoke_result_t<Function>;
        auto promise = std::make_shared<QPromise<Value>>();
        QFuture<Value> future = promise->future();
        promise->start();
        m_pool.start([promise, work = std::move(function)]() mutable {
            if constexpr (std::is_void_v<Value>)
                work();
            else
                promise->addResult(work());
            promise->finish();
        });
        return future;
    }

private:
    QThreadPool m_pool;
};

} // namespace teleconsult
