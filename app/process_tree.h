// A program together with everything it started.
#pragma once

#include <QList>

#include <optional>

#include <sys/types.h>

namespace teleconsult::app {

/// The processes below `root`, itself included; where it leads a session, those of the session that have lost their
/// parent, too. Empty: all have ended.
QList<pid_t> processTree(pid_t root);

/// The proportional set size of these processes together, in bytes: what they would give back, with shared pages
/// divided among their users (proc_pid_smaps(5)). Of Qt's libraries some MiB are so counted with the benchmark itself.
/// Nothing if one of them does not let its memory be read.
std::optional<qint64> proportionalSetSize(const QList<pid_t> &processes);

/// What these processes keep in memory each for itself, in bytes (proc_pid_statm(5)). Can be read of a call page's
/// process as well, which lets nobody look closer.
qint64 privateMemory(const QList<pid_t> &processes);

/// Sends the signal to each of them.
void signalAll(const QList<pid_t> &processes, int signal);

} // namespace teleconsult::app
