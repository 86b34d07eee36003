#include "tests/support/notify_socket.h"

#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace teleconsult::test {

NotifySocket::NotifySocket(const QString &path, QObject *parent) : QObject(parent), m_path(path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<size_t>(name.size()) >= sizeof address.sun_path)
        return;
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));

    const int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return;
    if (bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        close(fd);
        return;
    }
    m_fd = fd;
    auto *notifier = new QSocketNotifier(m_fd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &NotifySocket::receive);
}

NotifySocket::~NotifySocket()
{
    if (m_fd < 0)
        return;
    close(m_fd);
    QFile::remove(m_path);
}

void NotifySocket::receive()
{
    std::array<char, 4096> buffer{};
    const ssize_t length = recv(m_fd, buffer.data(), buffer.size(), 0);
    if (length <= 0)
        return;
    const auto message = QByteArray(buffer.data(), static_cast<qsizetype>(length));
    emit notified(message);
    if (message.split('\n').contains("READY=1"))
        emit ready();
}

} // namespace teleconsult::test
