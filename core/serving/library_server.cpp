#include "core/serving/library_server.h"

#include <sys/socket.h>

namespace teleconsult::serving {

namespace {

constexpr int maximumInQueue = 256;

/// What the library would do on another thread, done at once: it is only to give the connection away.
class OnTheListeningThread final : public httplib::TaskQueue
{
    // void in Debian 12, bool in Debian 13.
    using Taken = decltype(std::declval<httplib::TaskQueue &>().enqueue({}));

public:
    Taken enqueue(std::function<void()> task) override
    {
        task();
        return Taken(true);
    }
    void shutdown() override {}
};

/// process_request() of Debian 12's library.
void process(auto member, auto &server, httplib::Stream &stream, bool &isClosed) requires requires
{
    (server.*member)(stream, true, isClosed, nullptr);
}
{
    (server.*member)(stream, true, isClosed, nullptr);
}

/// Of Debian 13's: it wants to be told who is at both ends.
void process(auto member, auto &server, httplib::Stream &stream, bool &isClosed) requires requires
{
    (server.*member)(stream, std::string(), 0, std::string(), 0, true, isClosed, nullptr);
}
{
    (server.*member)(stream, std::string(), 0, std::string(), 0, true, isClosed, nullptr);
}

} // namespace

LibraryServer::LibraryServer(std::function<void(int descriptor)> taker) : m_taker(std::move(taker))
{
    new_task_queue = [] { return new OnTheListeningThread; };
    set_tcp_nodelay(true);
    set_socket_options([](socket_t descriptor) {
        // Without SO_REUSEPORT, the library's own choice, which lets a second program share this one's port.
        const int yes = 1;
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
}

void LibraryServer::lengthenQueue() const
{
    ::listen(svr_sock_, maximumInQueue);
}

void LibraryServer::answer(httplib::Stream &stream)
{
    bool isClosed = false;
    process(&LibraryServer::process_request, *this, stream, isClosed);
}

bool LibraryServer::process_and_close_socket(socket_t descriptor)
{
    m_taker(descriptor);
    return true;
}

} // namespace teleconsult::serving
