// A long request, as the one who asked for it sees it.
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace teleconsult::http {

/// Follows a request while it is sent, and gives it up. Copies are the same transfer: one is put into the request, the
/// other is kept. Lives on the client's thread; may outlive the request, and the other way round.
class Transfer
{
public:
    using Progress = std::function<void(qint64 sent, qint64 total)>;

    /// Called with the bytes that have left so far, of all there are; not after the request has ended.
    void onProgress(Progress progress) { m_state->progress = std::move(progress); }

    /// Gives the request up, whether it is under way or not yet: it ends with an Error of kind Cancelled before this
    /// returns. What has left is with the peer all the same. Does nothing once the request has ended.
    void cancel()
    {
        m_state->isCancelled = true;
        if (const std::function<void()> giveUp = m_state->giveUp)
            giveUp();
    }
    bool isCancelled() const { return m_state->isCancelled; }

private:
    friend class HttpClient;

    struct State
    {
        Progress progress;
        qint64 total = 0;             ///< Of the body, in bytes.
        std::function<void()> giveUp; ///< Set while a try is under way.
        bool isCancelled = false;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace teleconsult::http
