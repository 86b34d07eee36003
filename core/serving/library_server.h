// cpp-httplib's server, with the connections taken out of its hands.
#pragma once

#include "core/serving/connection_stream.h"

#include <functional>

namespace teleconsult::serving {

/// Listens, and gives every accepted connection away; reads bodies and writes answers on any stream. The library's own
/// way with connections is of no use to a server that strangers reach: it reads heads of any size, gives each
/// connection a thread before anything has come, and shows no connection to whoever has to cut it.
class LibraryServer final : public httplib::Server
{
public:
    /// `taker` is called with the descriptor of each connection, which it owns then, on the listening thread.
    explicit LibraryServer(std::function<void(int descriptor)> taker);

    /// More connections may wait to be accepted than the five that the library allows: each one more would be tried
    /// again by its client only after a second.
    void lengthenQueue() const;

    /// Takes the one request on this stream through the handlers, and writes their answer to it. From any thread.
    void answer(httplib::Stream &stream);

private:
    bool process_and_close_socket(socket_t descriptor) override;

    std::function<void(int descriptor)> m_taker;
};

} // namespace teleconsult::serving
