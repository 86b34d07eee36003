// A program together with everything it started.
#pragma once

#include <QList>

#include <optional>

#include <sys/types.h>

namespace teleconsult::bench {

/// The processes below `root`, itself included, and those of its session that have lost their parent. Needs `root` to
/// be the leader of its session. Empty: all have ended.
QList<pid_t> processTree(pid_t root);

/// The proportional set size of these processes together, in bytes: what they would give back, with shared pages
/// divided among their users (proc_pid_smaps(5)). Of Qt's libraries some MiB are so counted with the benchmark itself.
/// Nothing if one of them does not let its memory be read.
std::optional<qint64> proportionalSetSize(const QList<pid_t> &processes);

/// Sends the signal to each of them.
void signalAll(const QList<pid_t> &processes, int signal);

} // namespace teleconsult::bench
