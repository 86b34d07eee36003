// The connections of a server, which cpp-httplib does not show.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace teleconsult::serving {

/// Calls `act` with each accepted connection of this port of ours: its descriptor, a duplicate that lives as long as
/// the call, and the client's port.
void forEachConnection(quint16 port, const std::function<void(int descriptor, quint16 clientPort)> &act);

/// Cuts connections whose request does not come: a client that sends a byte now and then would hold a thread for ever,
/// because the library limits silence only. Looks from time to time, on a thread of its own.
class ArrivalWatch
{
public:
    /// A head has `limit` to arrive, and up to a quarter more.
    ArrivalWatch(quint16 port, std::chrono::milliseconds limit);
    ~ArrivalWatch();
    ArrivalWatch(const ArrivalWatch &) = delete;
    ArrivalWatch &operator=(const ArrivalWatch &) = delete;

    /// The head of the request of the client at this port is here: its connection is left alone from now on. From any
    /// thread, while the connection is open.
    void arrived(quint16 clientPort);

private:
    void look();

    quint16 m_port;
    std::chrono::milliseconds m_limit;
    std::mutex m_mutex;
    std::condition_variable m_end;
    bool m_isOver = false;
    std::set<quint16> m_arrived;
    std::map<quint16, std::chrono::steady_clock::time_point> m_waiting; ///< Since when.
    std::thread m_thread;                                               ///< Last: it uses everything else.
};

} // namespace teleconsult::serving
