#include "core/serving/connection_stream.h"

#include <algorithm>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>

namespace teleconsult::serving {

namespace {

constexpr qsizetype pieceSize = 16 * 1024;

} // namespace

ConnectionStream::ConnectionStream(int descriptor, QByteArray received, Limits limits)
    : m_descriptor(descriptor),
      m_received(std::move(received)),
      m_limits(limits),
      m_readUntil(std::chrono::steady_clock::now() + limits.arrival),
      m_taken(m_received.size())
{}

bool ConnectionStream::waitFor(short event, std::chrono::milliseconds limit) const
{
    pollfd watched{.fd = m_descriptor, .events = event, .revents = 0};
    return ::poll(&watched, 1, int(limit.count())) == 1;
}

bool ConnectionStream::flush()
{
    const auto end = std::chrono::steady_clock::now() + m_limits.writing;
    qsizetype sent = 0;
    while (sent < m_written.size()) {
        const ssize_t length = ::send(m_descriptor, m_written.constData() + sent, std::size_t(m_written.size() - sent),
                                      MSG_NOSIGNAL | MSG_DONTWAIT);
        if (length > 0) {
            sent += length;
            continue;
        }
        const bool isFull = length < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
        if (!isFull || std::chrono::steady_clock::now() > end || !waitFor(POLLOUT, m_limits.silence))
            break;
    }
    const bool isDone = sent == m_written.size();
    m_written.clear();
    return isDone;
}

bool ConnectionStream::is_readable() const
{
    return m_read < m_received.size() || waitFor(POLLIN, m_limits.silence);
}

bool ConnectionStream::is_writable() const
{
    return true;
}

ssize_t ConnectionStream::read(char *into, size_t size)
{
    if (m_read == m_received.size()) {
        const ssize_t length = receive();
        if (length <= 0)
            return length;
    }
    const qsizetype length = std::min(qsizetype(size), m_received.size() - m_read);
    std::memcpy(into, m_received.constData() + m_read, std::size_t(length));
    m_read += length;
    return length;
}

/// The library asks for single bytes at times.
ssize_t ConnectionStream::receive()
{
    // The client may wait to be told to go on.
    if (!m_written.isEmpty() && !flush())
        return -1;
    if (m_taken > m_limits.largest) {
        m_excess = Excess::Size;
        return -1;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_readUntil - std::chrono::steady_clock::now());
    if (left.count() <= 0 || !waitFor(POLLIN, std::min(m_limits.silence, left))) {
        if (left <= m_limits.silence)
            m_excess = Excess::Time;
        return -1;
    }
    m_received.resize(pieceSize);
    const ssize_t length = ::recv(m_descriptor, m_received.data(), pieceSize, MSG_DONTWAIT);
    m_received.resize(std::max<ssize_t>(length, 0));
    m_read = 0;
    m_taken += m_received.size();
    return length;
}

ssize_t ConnectionStream::write(const char *text, size_t size)
{
    m_written.append(text, qsizetype(size));
    return ssize_t(size);
}

// Who is at the other end is of no interest: nothing is decided by it.
void ConnectionStream::get_remote_ip_and_port(std::string &address, int &port) const
{
    address.clear();
    port = 0;
}

void ConnectionStream::get_local_ip_and_port(std::string &address, int &port) const
{
    address.clear();
    port = 0;
}

/// For a library that would wait with select() for it, and cannot do so with large ones; it has no need to.
socket_t ConnectionStream::socket() const
{
    return 0;
}

} // namespace teleconsult::serving
