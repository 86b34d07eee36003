#include "tests/bench/join_contestant.h"

#include "app/process_tree.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <unistd.h>

namespace teleconsult::bench {

namespace {

constexpr int patience = 60000; // milliseconds
constexpr std::chrono::milliseconds costTime{5000};
constexpr double mebibyte = 1024.0 * 1024.0;

/// What the graphics driver has compiled is the machine's, not the program's: a station that is started each morning
/// finds it there. So all programs find the same, from the round that is not counted.
QString shaderCache()
{
    static const QTemporaryDir folder;
    return folder.path();
}

/// Seconds that these processes have worked so far.
double workOf(const QList<pid_t> &processes)
{
    constexpr int userTime = 11; // Of the fields after the name, proc_pid_stat(5).
    qint64 ticks = 0;
    for (const pid_t process : processes) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        ticks += fields.value(userTime).toLongLong() + fields.value(userTime + 1).toLongLong();
    }
    return double(ticks) / double(sysconf(_SC_CLK_TCK));
}

} // namespace

JoinContestant::JoinContestant() = default;

JoinContestant::~JoinContestant()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    app::signalAll(tree(), SIGKILL);
    m_process.waitForFinished();
}

bool JoinContestant::start(const QString &program, const QStringList &arguments)
{
    QTcpServer probe;
    if (!m_home.isValid() || !probe.listen(QHostAddress::LocalHost))
        return false;
    m_port = probe.serverPort();
    probe.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        environment.insert(QString::fromLatin1(folder), m_home.path());
    environment.insert(QStringLiteral("MESA_SHADER_CACHE_DIR"), shaderCache());
    environment.insert(QStringLiteral("QTWEBENGINE_REMOTE_DEBUGGING"), QStringLiteral("127.0.0.1:%1").arg(m_port));
    environment.insert(QStringLiteral("QTWEBENGINE_CHROMIUM_FLAGS"),
                       QStringLiteral("--use-fake-device-for-media-stream --use-fake-ui-for-media-stream "
                                      "--autoplay-policy=no-user-gesture-required --remote-allow-origins=*"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_home.filePath(QStringLiteral("log.txt")));
    m_process.setChildProcessModifier([] { setsid(); }); // What processTree() goes by.
    QStringList all = arguments;
    all.replaceInStrings(QStringLiteral("%port%"), QString::number(m_port));
    m_process.start(program, all);
    return m_process.waitForStarted(patience);
}

std::optional<QString> JoinContestant::ask(const QByteArray &command)
{
    m_process.write(command + '\n');
    if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, patience))
        return std::nullopt;
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

std::optional<double> JoinContestant::firstPicture(const QString &origin)
{
    test::CdpClient page;
    page.setLimit(std::chrono::milliseconds(patience));
    page.setIsPerson(false);
    const QString firstPictureAt = QStringLiteral("window.teleconsultCall?.firstPictureAt()");
    if (!page.attachToPage(m_port, origin) || !page.waitFor(firstPictureAt))
        return std::nullopt;
    return page.evaluate(firstPictureAt).toDouble();
}

std::optional<CallCost> JoinContestant::cost() const
{
    const QList<pid_t> processes = tree();
    const double before = workOf(processes);
    QTest::qWait(int(costTime.count()));
    const double worked = workOf(processes) - before;
    const std::optional<double> memory = memoryMiB();
    if (!memory)
        return std::nullopt;
    return CallCost{*memory, worked / std::chrono::duration<double>(costTime).count() * 100};
}

std::optional<double> JoinContestant::memoryMiB() const
{
    // A process that just begins or ends cannot be read for a moment.
    std::optional<qint64> bytes;
    if (!QTest::qWaitFor([&] { return (bytes = app::proportionalSetSize(tree())).has_value(); }, patience))
        return std::nullopt;
    return double(*bytes) / mebibyte;
}

QList<pid_t> JoinContestant::tree() const
{
    return app::processTree(pid_t(m_process.processId()));
}

} // namespace teleconsult::bench
