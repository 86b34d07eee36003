#include "app/process_tree.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <unistd.h>

namespace teleconsult::app {

namespace {

struct Process
{
    pid_t pid = 0;
    pid_t parent = 0;
    pid_t session = 0;
};

/// Nothing: it has ended meanwhile, or only waits for its parent to take note of its end.
std::optional<Process> readProcess(const QString &pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray stat = file.readAll();
    // "pid (name) state parent group session …"; the name may hold blanks and parentheses itself.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 4 || fields.at(0) == "Z" || fields.at(0) == "X")
        return std::nullopt;
    return Process{pid.toInt(), fields.at(1).toInt(), fields.at(3).toInt()};
}

QList<Process> allProcesses()
{
    QList<Process> processes;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        if (!entry.at(0).isDigit())
            continue;
        if (const std::optional<Process> process = readProcess(entry))
            processes.append(*process);
    }
    return processes;
}

} // namespace

QList<pid_t> processTree(pid_t root)
{
    const QList<Process> all = allProcesses();
    QList<pid_t> tree;
    for (const Process &process : all) {
        if (process.pid == root || process.session == root)
            tree.append(process.pid);
    }
    // Descendants that have opened a session of their own.
    for (qsizetype i = 0; i < tree.size(); ++i) {
        for (const Process &process : all) {
            if (process.parent == tree.at(i) && !tree.contains(process.pid))
                tree.append(process.pid);
        }
    }
    return tree;
}

std::optional<qint64> proportionalSetSize(const QList<pid_t> &processes)
{
    qint64 sum = 0;
    for (const pid_t pid : processes) {
        QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
        if (!file.open(QIODevice::ReadOnly)) {
            if (readProcess(QString::number(pid)))
                return std::nullopt;
            continue; // It has ended meanwhile.
        }
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("Pss:"))
                sum += line.simplified().split(' ').value(1).toLongLong() * 1024;
        }
    }
    return sum;
}

qint64 privateMemory(const QList<pid_t> &processes)
{
    qint64 pages = 0;
    for (const pid_t pid : processes) {
        QFile file(QStringLiteral("/proc/%1/statm").arg(pid));
        if (!file.open(QIODevice::ReadOnly))
            continue;                                               // It has ended meanwhile.
        const QList<QByteArray> fields = file.readAll().split(' '); // size resident shared …
        pages += fields.value(1).toLongLong() - fields.value(2).toLongLong();
    }
    return pages * sysconf(_SC_PAGESIZE);
}

void signalAll(const QList<pid_t> &processes, int signal)
{
    for (const pid_t pid : processes)
        kill(pid, signal);
}

} // namespace teleconsult::app
