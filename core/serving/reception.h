// The connections of a server for as long as nobody works on their request.
#pragma once

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace teleconsult::serving {

/// Keeps connections until the head of their request is here, all of them on one thread: a client that is silent, or
/// sends a byte now and then, holds no thread of those that work. When there are too many, the one that has taken
/// longest is hung up on, so that others get in. Also lets those go that are done: what a client still sends is read
/// for a moment and thrown away, for otherwise the system would take back the answer on its way.
class Reception
{
public:
    /// What a visitor may take, in time and in number.
    struct Limits
    {
        std::chrono::milliseconds silence; ///< Without a byte.
        std::chrono::milliseconds arrival; ///< For the whole head.
        std::size_t maximumConnections;    ///< Those being worked on included.
    };

    /// A connection whose head is here, or is larger than it may be: its descriptor, which whoever takes it gives back
    /// to letGo(), and what was received. Called on a thread of the reception or of add().
    using Taker = std::function<void(int descriptor, const QByteArray &received)>;

    Reception(Limits limits, Taker taker);
    /// Hangs up on everybody who waits. Nobody may be worked on any more.
    ~Reception();
    Reception(const Reception &) = delete;
    Reception &operator=(const Reception &) = delete;

    /// A connection that was accepted; owned from now on. From any thread.
    void add(int descriptor);
    /// A connection that was answered. From any thread.
    void letGo(int descriptor);
    /// Hangs up on those whose head is not here, and on whoever comes from now on.
    void close();

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Visitor
    {
        QByteArray received;
        Moment since;
        Moment lastHeard;
        bool isLeaving = false;
    };

    void run();
    int millisecondsToWait() const;
    void hangUpOnTheLate();
    void hear(int descriptor);
    bool makeRoom();
    void remove(int descriptor);
    void wake() const;
    Moment deadlineOf(const Visitor &visitor) const;

    const Limits m_limits;
    const Taker m_taker;
    std::mutex m_mutex; ///< Guards everything below.
    std::map<int, Visitor> m_visitors;
    std::size_t m_workedOn = 0;
    bool m_isClosed = false;
    bool m_isOver = false;
    int m_wakeUp = -1;
    std::thread m_thread; ///< Last: it uses everything else.
};

} // namespace teleconsult::serving
