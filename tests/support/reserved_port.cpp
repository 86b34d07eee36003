#include "tests/support/reserved_port.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace teleconsult::test {

ReservedPort::ReservedPort() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const int yes = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 || ::bind(m_socket, any, length) != 0 ||
        ::getsockname(m_socket, any, &length) != 0)
        qFatal("no port can be reserved");
    m_number = ntohs(address.sin_port);
}

ReservedPort::~ReservedPort()
{
    ::close(m_socket);
}

} // namespace teleconsult::test
