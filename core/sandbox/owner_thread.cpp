#include "core/sandbox/owner_thread.h"

#include <QCoreApplication>
#include <QEvent>

namespace teleconsult::sandbox {

/// Waiting work. The queue is our own rather than that of Qt's events, so that a thread sanitizer sees the hand-over.
class OwnerThread::Inbox final : public QObject
{
public:
    void put(std::function<void()> work)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting.push_back(std::move(work));
        }
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

    void carryOut()
    {
        for (;;) {
            std::function<void()> work;
            {
                const std::scoped_lock lock(m_mutex);
                if (m_waiting.empty())
                    return;
                work = std::move(m_waiting.front());
                m_waiting.pop_front();
            }
            work();
        }
    }

    void customEvent(QEvent *) override { carryOut(); }

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_waiting;
};

OwnerThread::OwnerThread() : m_inbox(std::make_unique<Inbox>())
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
    m_inbox->moveToThread(&m_thread);
    m_thread.start();
}

OwnerThread::~OwnerThread()
{
    m_thread.quit();
    m_thread.wait();
    m_inbox->carryOut();
}

void OwnerThread::post(std::function<void()> work)
{
    m_inbox->put(std::move(work));
}

} // namespace teleconsult::sandbox
