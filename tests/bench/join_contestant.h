// One of the programs that enter the same call, and how that is measured.
#pragma once

#include "tests/support/cdp_client.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <optional>

#include <sys/types.h>

namespace teleconsult::bench {

/// What a call costs in a program and all that it has started.
struct CallCost
{
    double memoryMiB = 0;  ///< Proportional set size.
    double cpuPercent = 0; ///< Of one core.
};

/// A program with a home of its own, fake camera and microphone, and an open DevTools port. Killed with the object,
/// together with what it has started.
class JoinContestant
{
public:
    JoinContestant();
    ~JoinContestant();
    JoinContestant(const JoinContestant &) = delete;
    JoinContestant &operator=(const JoinContestant &) = delete;

    bool start(const QString &program, const QStringList &arguments);
    /// For bench_call_window: a line to it, and its answer; nothing when none comes.
    std::optional<QString> ask(const QByteArray &command);

    /// Waits for somebody else's picture in the page at `origin`, and answers when it was there first: ms since 1970.
    std::optional<double> firstPicture(const QString &origin);
    /// Over some seconds in which nothing else is done.
    std::optional<CallCost> cost() const;
    std::optional<double> memoryMiB() const;
    quint16 devToolsPort() const { return m_port; }

private:
    QList<pid_t> tree() const;

    QTemporaryDir m_home;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace teleconsult::bench
