#include "tests/bench/contestant.h"

#include "app/process_tree.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <csignal>

#include <unistd.h>

namespace teleconsult::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto readyTimeout = 60s;
constexpr auto settleTime = 1s;
constexpr auto endTimeout = 10s;

double toMiB(qint64 bytes)
{
    return static_cast<double>(bytes) / (1024.0 * 1024.0);
}

void pass(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Held still, so that what is counted is this moment, and that counting it takes nothing from the program's time.
std::optional<qint64> memoryNow(pid_t root)
{
    const QList<pid_t> processes = app::processTree(root);
    app::signalAll(processes, SIGSTOP);
    const std::optional<qint64> memory = app::proportionalSetSize(processes);
    app::signalAll(processes, SIGCONT);
    return memory;
}

/// Asks the program to end, and after a while ends it and what it left behind.
void endAll(pid_t root, QProcess &process)
{
    process.terminate();
    QElapsedTimer waited;
    waited.start();
    bool killed = false;
    while (!app::processTree(root).isEmpty()) {
        if (!killed && std::chrono::milliseconds(waited.elapsed()) > endTimeout) {
            app::signalAll(app::processTree(root), SIGKILL);
            killed = true;
        }
        pass(20ms);
    }
    process.waitForFinished();
}

} // namespace

Stadium::Stadium() : m_notify(m_dir.filePath(QStringLiteral("notify"))) {}

QString Stadium::problem() const
{
    if (!m_dir.isValid())
        return m_dir.errorString();
    if (!m_notify.isOpen())
        return QStringLiteral("no notify socket at ") + m_notify.path();
    if (!m_page.isOpen())
        return QStringLiteral("no port for the page");
    return {};
}

QProcessEnvironment Stadium::environmentOf(const Contestant &contestant)
{
    const QString home = m_dir.filePath(contestant.key);
    const QString runtime = home + QStringLiteral("/runtime");
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data"));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), home + QStringLiteral("/cache"));
    if (contestant.sign == ReadySign::Notify)
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), m_notify.path());
    return environment;
}

QString Stadium::logFileOf(const Contestant &contestant) const
{
    return m_dir.filePath(contestant.key + QStringLiteral(".log"));
}

std::variant<Measurement, QString> Stadium::run(const Contestant &contestant)
{
    QProcess process;
    process.setProgram(contestant.program);
    process.setArguments(contestant.arguments);
    process.setProcessEnvironment(environmentOf(contestant));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(logFileOf(contestant));
    process.setChildProcessModifier([] { setsid(); });

    QEventLoop loop;
    QElapsedTimer clock;
    std::optional<qint64> readyNs;
    const auto onReady = [&] {
        if (!readyNs)
            readyNs = clock.nsecsElapsed();
        loop.quit();
    };
    if (contestant.sign == ReadySign::Notify)
        QObject::connect(&m_notify, &test::NotifySocket::ready, &loop, onReady);
    else
        QObject::connect(&m_page, &PageServer::painted, &loop, onReady);
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(readyTimeout, &loop, &QEventLoop::quit);

    clock.start();
    process.start();
    loop.exec();

    const auto pid = static_cast<pid_t>(process.processId());
    if (!readyNs || pid == 0) {
        QFile log(logFileOf(contestant));
        const QString said = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(2000)) : QString();
        const QString how =
            pid != 0 ? QStringLiteral("did not say that it is usable") : QStringLiteral("ended by itself");
        if (pid != 0)
            endAll(pid, process);
        return QStringLiteral("%1: %2\n%3").arg(contestant.program, how, said);
    }
    const std::optional<qint64> memory = memoryNow(pid);
    pass(settleTime);
    const std::optional<qint64> settled = memoryNow(pid);
    endAll(pid, process);
    if (!memory || !settled)
        return contestant.program + QStringLiteral(": its processes do not let their memory be read");
    return Measurement{static_cast<double>(*readyNs) / 1e6, toMiB(*memory), toMiB(*settled)};
}

} // namespace teleconsult::bench
