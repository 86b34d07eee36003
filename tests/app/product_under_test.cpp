#include "tests/app/product_under_test.h"

#include "app/process_tree.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cstdlib>
#include <unistd.h>

namespace teleconsult::test {

namespace {

constexpr std::chrono::seconds startLimit(30);

/// A zone where it is the middle of the morning: consultations around now are then all on one day.
QTimeZone zoneInTheMorning()
{
    constexpr int morning = 10;
    constexpr int furthestWest = 12;
    int ahead = morning - QDateTime::currentDateTimeUtc().time().hour();
    if (ahead < -furthestWest)
        ahead += 24;
    // POSIX counts westwards: "Etc/GMT-3" is three hours ahead of Greenwich.
    const char sign = ahead > 0 ? '-' : '+';
    return QTimeZone("Etc/GMT" + (sign + QByteArray::number(std::abs(ahead))));
}

/// The engine's processes join theirs with blanks.
QStringList argumentsOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLocal8Bit(file.readAll().replace('\0', ' ')).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

ProductUnderTest::ProductUnderTest(QString program) : m_program(std::move(program)), m_zone(zoneInTheMorning()) {}

ProductUnderTest::~ProductUnderTest()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QProcessEnvironment ProductUnderTest::environment() const
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    const QDir home(m_home.path());
    const QStringList folders{QStringLiteral("HOME"),           QStringLiteral("XDG_CONFIG_HOME"),
                              QStringLiteral("XDG_DATA_HOME"),  QStringLiteral("XDG_CACHE_HOME"),
                              QStringLiteral("XDG_STATE_HOME"), QStringLiteral("XDG_RUNTIME_DIR")};
    for (const QString &folder : folders) {
        home.mkdir(folder);
        QFile::setPermissions(home.filePath(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        all.insert(folder, home.filePath(folder));
    }
    all.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    all.remove(QStringLiteral("LANGUAGE"));
    all.insert(QStringLiteral("TZ"), QString::fromLatin1(m_zone.id()));
    all.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    all.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    all.insert(QStringLiteral("QTWEBENGINE_REMOTE_DEBUGGING"),
               QStringLiteral("127.0.0.1:%1").arg(m_devToolsPort.number()));
    // DevTools answer us without the second flag up to Chromium 110 only.
    all.insert(QStringLiteral("QTWEBENGINE_CHROMIUM_FLAGS"),
               QStringLiteral("--use-fake-device-for-media-stream --remote-allow-origins=*"));
    if (::geteuid() == 0)
        all.insert(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"), QStringLiteral("1"));
    return all;
}

bool ProductUnderTest::start()
{
    if (!m_home.isValid())
        return false;
    m_process.setProcessEnvironment(environment());
    m_process.setWorkingDirectory(m_home.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_home.filePath(QStringLiteral("output.txt")), QIODevice::Append);
    m_process.start(m_program, {});
    return m_process.waitForStarted(int(std::chrono::milliseconds(startLimit).count()));
}

bool ProductUnderTest::startAgain(const QString &argument) const
{
    QProcess second;
    second.setProcessEnvironment(environment());
    second.setProcessChannelMode(QProcess::ForwardedChannels);
    second.start(m_program, {argument});
    return second.waitForFinished(int(std::chrono::milliseconds(startLimit).count())) &&
           second.exitStatus() == QProcess::NormalExit && second.exitCode() == 0;
}

QList<qint64> ProductUnderTest::children(const QString &kind) const
{
    QList<qint64> found;
    for (const qint64 process : app::processTree(pid_t(processId()))) {
        if (argumentsOf(process).contains(QStringLiteral("--type=") + kind))
            found.append(process);
    }
    return found;
}

QStringList ProductUnderTest::arguments() const
{
    return argumentsOf(processId());
}

bool ProductUnderTest::waitForEnd(std::chrono::milliseconds limit)
{
    return !isRunning() || m_process.waitForFinished(int(limit.count()));
}

QString ProductUnderTest::howItEnded() const
{
    if (isRunning())
        return QStringLiteral("it is running");
    return m_process.exitStatus() == QProcess::CrashExit ? QStringLiteral("it crashed")
                                                         : QStringLiteral("it ended with %1").arg(m_process.exitCode());
}

bool ProductUnderTest::hasEndedWell() const
{
    return !isRunning() && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

QString ProductUnderTest::databaseFile() const
{
    QDirIterator it(m_home.path(), {QStringLiteral("teleconsult.sqlite")}, QDir::Files, QDirIterator::Subdirectories);
    return it.hasNext() ? it.next() : QString();
}

QString ProductUnderTest::output() const
{
    QFile file(m_home.filePath(QStringLiteral("output.txt")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool ProductUnderTest::hasLoaded(const QByteArray &library) const
{
    QFile maps(QStringLiteral("/proc/%1/maps").arg(processId()));
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains(library);
}

} // namespace teleconsult::test
