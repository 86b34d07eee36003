// The one thread that owns the sandbox's state.
#pragma once

#include <QThread>

#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>

namespace teleconsult::sandbox {

/// A thread with an event loop that carries out what others hand it, in order. What lives on it needs no lock of its
/// own.
class OwnerThread
{
public:
    OwnerThread();
    /// Carries out what is still waiting, then ends.
    ~OwnerThread();

    OwnerThread(const OwnerThread &) = delete;
    OwnerThread &operator=(const OwnerThread &) = delete;

    /// Carries the work out over there and waits for its result. Never call it from the thread itself.
    template <typename Work>
    auto ask(Work work) -> decltype(work())
    {
        std::packaged_task<decltype(work())()> task(std::move(work));
        auto result = task.get_future();
        post([&task] { task(); });
        return result.get();
    }

private:
    class Inbox;

    void post(std::function<void()> work);

    QThread m_thread;
    std::unique_ptr<Inbox> m_inbox;
};

} // namespace teleconsult::sandbox
