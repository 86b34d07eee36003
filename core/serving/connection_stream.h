// A connection as the library reads and writes it.
#pragma once

#include <QByteArray>

#include <chrono>

// The library's own header is not clean under our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <httplib.h>
#pragma GCC diagnostic pop

namespace teleconsult::serving {

/// Reads what was received already and then the connection; collects what is written until flush(). Does not own the
/// descriptor.
class ConnectionStream final : public httplib::Stream
{
public:
    /// `silence`: how long a client may neither send nor take a byte. `arrival`: how long what it sends may take in
    /// all, from the first on that is read here; `largest`: how many bytes it may be. Whatever the library makes of
    /// them: it keeps some to itself, and drops others. `writing`: how long the answer may take in all.
    struct Limits
    {
        std::chrono::milliseconds silence;
        std::chrono::milliseconds arrival;
        qint64 largest;
        std::chrono::milliseconds writing;
    };

    /// Which limit ended the reading.
    enum class Excess { None, Time, Size };

    ConnectionStream(int descriptor, QByteArray received, Limits limits);

    /// Sends what was written; false when the client does not take it.
    bool flush();

    Excess excess() const { return m_excess; }

    using httplib::Stream::write;
    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *into, size_t size) override;
    ssize_t write(const char *text, size_t size) override;
    void get_remote_ip_and_port(std::string &address, int &port) const override;
    void get_local_ip_and_port(std::string &address, int &port) const override;
    socket_t socket() const override;

private:
    bool waitFor(short event, std::chrono::milliseconds limit) const;
    ssize_t receive();

    int m_descriptor;
    QByteArray m_received;
    qsizetype m_read = 0; ///< Of m_received.
    QByteArray m_written;
    Limits m_limits;
    std::chrono::steady_clock::time_point m_readUntil;
    qint64 m_taken; ///< Bytes that the client has sent.
    Excess m_excess = Excess::None;
};

} // namespace teleconsult::serving
