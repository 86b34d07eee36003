#include "core/serving/connections.h"

#include <QDir>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace teleconsult::serving {

namespace {

/// 0: no address of IP.
quint16 portOf(const sockaddr_storage &address)
{
    if (address.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in &>(address).sin_port);
    return address.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6 &>(address).sin6_port) : 0;
}

/// 0: no socket of IP, or not connected.
quint16 portOf(int descriptor, int (*end)(int, sockaddr *, socklen_t *))
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    return end(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0 ? portOf(address) : 0;
}

} // namespace

void forEachConnection(quint16 port, const std::function<void(int descriptor, quint16 clientPort)> &act)
{
    const QStringList descriptors =
        QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    for (const QString &name : descriptors) {
        // A descriptor may be closed and given away meanwhile.
        const int copy = ::fcntl(name.toInt(), F_DUPFD_CLOEXEC, 0);
        if (copy < 0)
            continue;
        const quint16 clientPort = portOf(copy, ::getsockname) == port ? portOf(copy, ::getpeername) : quint16(0);
        if (clientPort != 0)
            act(copy, clientPort);
        ::close(copy);
    }
}

ArrivalWatch::ArrivalWatch(quint16 port, std::chrono::milliseconds limit) : m_port(port), m_limit(limit)
{
    m_thread = std::thread([this] {
        std::unique_lock lock(m_mutex);
        while (!m_end.wait_for(lock, m_limit / 4, [this] { return m_isOver; }))
            look();
    });
}

ArrivalWatch::~ArrivalWatch()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isOver = true;
    }
    m_end.notify_all();
    m_thread.join();
}

void ArrivalWatch::arrived(quint16 clientPort)
{
    const std::scoped_lock lock(m_mutex);
    m_arrived.insert(clientPort);
}

/// With the lock held: whoever arrived before is among the connections, so that nobody is forgotten too early.
void ArrivalWatch::look()
{
    const auto now = std::chrono::steady_clock::now();
    std::set<quint16> stillArrived;
    std::map<quint16, std::chrono::steady_clock::time_point> stillWaiting;
    forEachConnection(m_port, [&](int descriptor, quint16 clientPort) {
        if (m_arrived.count(clientPort) > 0) {
            stillArrived.insert(clientPort);
            return;
        }
        const auto known = m_waiting.find(clientPort);
        const auto since = known == m_waiting.end() ? now : known->second;
        stillWaiting.emplace(clientPort, since);
        if (now - since > m_limit)
            ::shutdown(descriptor, SHUT_RDWR);
    });
    m_arrived = std::move(stillArrived);
    m_waiting = std::move(stillWaiting);
}

} // namespace teleconsult::serving
