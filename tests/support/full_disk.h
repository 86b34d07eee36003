// A disk without room.
#pragma once

#include <QtGlobal>

#include <csignal>
#include <sys/resource.h>

namespace teleconsult::test {

/// While it lives, nothing that this process writes into a file is taken: for root as well, and for every folder.
class FullDisk
{
public:
    FullDisk()
    {
        m_before = std::signal(SIGXFSZ, SIG_IGN); // The write fails, and the process goes on.
        Q_ASSERT(m_before != SIG_ERR);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit none{0, m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_limit{};
    void (*m_before)(int) = SIG_DFL;
};

} // namespace teleconsult::test
