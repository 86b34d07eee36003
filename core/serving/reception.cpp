#include "core/serving/reception.h"

#include "core/serving/request_head.h"

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace teleconsult::serving {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds farewell(2);
constexpr std::size_t pieceSize = 4096;

/// What is there now; nothing: the client is gone. Empty: it sent nothing yet.
std::optional<QByteArray> receive(int descriptor)
{
    char piece[pieceSize];
    const ssize_t length = ::recv(descriptor, piece, sizeof piece, MSG_DONTWAIT);
    if (length > 0)
        return QByteArray(piece, qsizetype(length));
    if (length < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return QByteArray();
    return std::nullopt;
}

} // namespace

Reception::Reception(Limits limits, Taker taker)
    : m_limits(limits), m_taker(std::move(taker)), m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_thread = std::thread([this] { run(); });
}

Reception::~Reception()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isOver = true;
    }
    wake();
    m_thread.join();
    for (const auto &[descriptor, visitor] : m_visitors)
        ::close(descriptor);
    ::close(m_wakeUp);
}

void Reception::add(int descriptor)
{
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isClosed || !makeRoom()) {
            ::close(descriptor);
            return;
        }
        m_visitors[descriptor] = {.received = {}, .since = steady_clock::now(), .lastHeard = steady_clock::now()};
    }
    wake();
}

void Reception::letGo(int descriptor)
{
    ::shutdown(descriptor, SHUT_WR);
    {
        const std::scoped_lock lock(m_mutex);
        --m_workedOn;
        const Moment now = steady_clock::now();
        m_visitors[descriptor] = {.received = {}, .since = now, .lastHeard = now, .isLeaving = true};
    }
    wake();
}

void Reception::close()
{
    const std::scoped_lock lock(m_mutex);
    m_isClosed = true;
    for (auto visitor = m_visitors.begin(); visitor != m_visitors.end();) {
        const auto next = std::next(visitor);
        if (!visitor->second.isLeaving)
            remove(visitor->first);
        visitor = next;
    }
}

/// With the lock held, as everything below: false when all are being worked on.
bool Reception::makeRoom()
{
    if (m_visitors.size() + m_workedOn < m_limits.maximumConnections)
        return true;
    const auto oldest = std::min_element(m_visitors.begin(), m_visitors.end(), [](const auto &one, const auto &other) {
        return one.second.since < other.second.since;
    });
    if (oldest == m_visitors.end())
        return false;
    remove(oldest->first);
    return true;
}

void Reception::remove(int descriptor)
{
    m_visitors.erase(descriptor);
    ::close(descriptor);
}

void Reception::wake() const
{
    ::eventfd_write(m_wakeUp, 1);
}

Reception::Moment Reception::deadlineOf(const Visitor &visitor) const
{
    if (visitor.isLeaving)
        return visitor.since + farewell;
    return std::min(visitor.since + m_limits.arrival, visitor.lastHeard + m_limits.silence);
}

/// -1: for ever.
int Reception::millisecondsToWait() const
{
    if (m_visitors.empty())
        return -1;
    const auto next =
        std::min_element(m_visitors.begin(), m_visitors.end(), [this](const auto &one, const auto &other) {
            return deadlineOf(one.second) < deadlineOf(other.second);
        });
    const auto left = deadlineOf(next->second) - steady_clock::now();
    return int(std::max<std::chrono::milliseconds::rep>(0, std::chrono::ceil<std::chrono::milliseconds>(left).count()));
}

void Reception::hangUpOnTheLate()
{
    const Moment now = steady_clock::now();
    for (auto visitor = m_visitors.begin(); visitor != m_visitors.end();) {
        const auto next = std::next(visitor);
        if (deadlineOf(visitor->second) <= now)
            remove(visitor->first);
        visitor = next;
    }
}

void Reception::hear(int descriptor)
{
    const auto found = m_visitors.find(descriptor);
    if (found == m_visitors.end())
        return;
    const std::optional<QByteArray> piece = receive(descriptor);
    if (!piece) {
        remove(descriptor);
        return;
    }
    Visitor &visitor = found->second;
    if (visitor.isLeaving || piece->isEmpty())
        return;
    visitor.received += *piece;
    visitor.lastHeard = steady_clock::now();
    if (headSize(visitor.received) == 0 && visitor.received.size() <= maximumHead)
        return;
    const QByteArray received = visitor.received;
    m_visitors.erase(found);
    ++m_workedOn;
    m_taker(descriptor, received);
}

void Reception::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isOver) {
        hangUpOnTheLate();
        std::vector<pollfd> watched{{.fd = m_wakeUp, .events = POLLIN, .revents = 0}};
        for (const auto &[descriptor, visitor] : m_visitors)
            watched.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
        const int patience = millisecondsToWait();
        lock.unlock();
        ::poll(watched.data(), nfds_t(watched.size()), patience);
        eventfd_t count = 0;
        ::eventfd_read(m_wakeUp, &count);
        lock.lock();
        // A descriptor may have been closed and given away meanwhile; reading one that has nothing does no harm.
        for (std::size_t i = 1; i < watched.size(); ++i) {
            if (watched.at(i).revents != 0)
                hear(watched.at(i).fd);
        }
    }
}

} // namespace teleconsult::serving
