// A port of this computer that stays free for whom it is meant.
#pragma once

#include <QtGlobal>

namespace teleconsult::test {

/// A port of 127.0.0.1 that nobody else is given as long as this lives: it is bound, but not listened at, so that
/// connections are refused. Whoever is told of it can listen there, stop, and listen again, with SO_REUSEADDR as
/// servers have it (QTcpServer, the product's own, Chromium's, Python's).
class ReservedPort
{
public:
    ReservedPort();
    ~ReservedPort();
    ReservedPort(const ReservedPort &) = delete;
    ReservedPort &operator=(const ReservedPort &) = delete;

    quint16 number() const { return m_number; }

private:
    int m_socket = -1;
    quint16 m_number = 0;
};

} // namespace teleconsult::test
