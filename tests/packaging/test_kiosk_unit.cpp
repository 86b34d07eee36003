// The kiosk's systemd service: systemd takes it, and it says of the program what is so.
#include "app/command_line.h"
#include "app/kiosk_application.h"
#include "app/service_manager.h"
#include "app/single_instance.h"
#include "core/domain/crash_loop.h"
#include "tests/support/notify_socket.h"

#include <QFile>
#include <QFileInfo>
#include <QMultiHash>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60000; // milliseconds

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestKioskUnit : public QObject
{
    Q_OBJECT

    QString m_unit = contentOf(QStringLiteral(KIOSK_UNIT));
    QMultiHash<QString, QString> m_settings; ///< "Section/Name" to its values; a later line of a value is joined to it.

    QString value(const char *name) const { return m_settings.value(QLatin1String(name)); }
    QString environment() const
    {
        return m_settings.values(QStringLiteral("Service/Environment")).join(QLatin1Char(' '));
    }
    /// What a variable of the service says, with the folders of a system's services.
    QString variable(const char *name) const
    {
        const QRegularExpression assignment(QLatin1String(name) + QStringLiteral("=(\\S+)"));
        return assignment.match(environment())
            .captured(1)
            .replace(QStringLiteral("%S"), QStringLiteral("/var/lib"))
            .replace(QStringLiteral("%t"), QStringLiteral("/run"));
    }
    std::chrono::seconds seconds(const char *name) const { return std::chrono::seconds(value(name).toInt()); }
    /// Whether the service may write there, going by the settings that keep it from that: what systemd.exec(5) says of
    /// those that the unit has.
    bool isWritable(const QString &path) const
    {
        const auto holds = [&path](const QString &folder) {
            return path == folder || path.startsWith(folder + QLatin1Char('/'));
        };
        const QStringList hidden = value("Service/InaccessiblePaths").split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &folder : hidden) {
            if (holds(folder.startsWith(QLatin1Char('-')) ? folder.mid(1) : folder))
                return false;
        }
        QStringList folders{QStringLiteral("/dev"), QStringLiteral("/proc"),
                            QStringLiteral("/var/lib/") + value("Service/StateDirectory"),
                            QStringLiteral("/run/") + value("Service/RuntimeDirectory")};
        if (value("Service/PrivateTmp") == QLatin1String("yes"))
            folders << QStringLiteral("/tmp") << QStringLiteral("/var/tmp");
        const QString home = value("Service/ProtectHome");
        if (home.isEmpty() || home == QLatin1String("no"))
            folders << QStringLiteral("/home") << QStringLiteral("/root") << QStringLiteral("/run/user");
        return std::any_of(folders.cbegin(), folders.cend(), holds);
    }
    /// Those that ExecStart gives to a program in it.
    QStringList wordsAfter(const QString &program) const
    {
        const QStringList words = value("Service/ExecStart").split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (words.at(i).section(QLatin1Char('/'), -1) == program)
                return words.mid(i + 1);
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        QString section;
        QString lines = m_unit;
        lines.replace(QStringLiteral("\\\n"), QStringLiteral(" "));
        for (const QString &line : lines.split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1Char('[')))
                section = line.mid(1, line.size() - 2);
            else if (!line.isEmpty() && !line.startsWith(QLatin1Char('#')))
                m_settings.insert(section + QLatin1Char('/') + line.section(QLatin1Char('='), 0, 0),
                                  line.section(QLatin1Char('='), 1));
        }
        QVERIFY(!m_settings.isEmpty());
    }

    void systemdTakesIt()
    {
        const QString analyze = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze"));
        QVERIFY2(!analyze.isEmpty(), "systemd-analyze is missing: install systemd (packaging/debian-packages.txt)");
        // Whether the compositor is installed here is of no matter: what is there takes its place.
        QString here = m_unit;
        here.replace(QStringLiteral("ExecStart=/usr/bin/cage "),
                     QStringLiteral("ExecStart=%1 ").arg(QStandardPaths::findExecutable(QStringLiteral("env"))));
        QVERIFY(here != m_unit);
        const QTemporaryDir folder;
        const auto complaints = [&](const QString &unit) {
            QFile file(folder.filePath(QStringLiteral("teleconsult-kiosk.service")));
            if (!file.open(QFile::WriteOnly) || file.write(unit.toUtf8()) < 0)
                return QStringLiteral("not written");
            file.close();
            QProcess verify;
            verify.setProcessChannelMode(QProcess::MergedChannels);
            verify.start(analyze, {QStringLiteral("verify"), file.fileName()});
            if (!verify.waitForFinished(patience))
                return verify.errorString();
            // Of other units, which some machine has, nothing is asked.
            QStringList ours = QString::fromUtf8(verify.readAll()).split(QLatin1Char('\n'));
            ours.removeIf([](const QString &line) { return !line.contains(QLatin1String("teleconsult-kiosk")); });
            return ours.join(QLatin1Char('\n'));
        };
        QCOMPARE(complaints(here), QString());
        // It does look.
        QVERIFY(complaints(QString(here).replace(QStringLiteral("WatchdogSec=60"), QStringLiteral("WatchdogSec=often")))
                    .contains(QStringLiteral("often")));
        QVERIFY(complaints(QString(here).replace(QStringLiteral("Restart=always"), QStringLiteral("Restat=always")))
                    .contains(QStringLiteral("Restat")));
    }

    void whatItStartsIsAKiosk()
    {
        QCOMPARE(value("Service/ExecStart").section(QLatin1Char(' '), 0, 0), QStringLiteral("/usr/bin/cage"));
        QVERIFY(wordsAfter(QStringLiteral("env")).contains(QStringLiteral("--unset=WATCHDOG_PID")));
        QStringList words = wordsAfter(QStringLiteral("teleconsult"));
        QVERIFY(!words.isEmpty());
        words.replaceInStrings(QStringLiteral("%S"), QStringLiteral("/var/lib"));
        const app::CommandLine line = app::parseCommandLine(QStringList(QStringLiteral("teleconsult")) + words);
        QVERIFY(app::isKiosk(line, {}));
        QVERIFY(line.link.isEmpty());
        const QString folder = QStringLiteral("/var/lib/") + value("Service/StateDirectory");
        QCOMPARE(line.places.dataDir, folder);
        QCOMPARE(QFileInfo(line.places.settingsFile).path(), folder);
        QCOMPARE(value("Service/StateDirectoryMode"), QStringLiteral("0700"));
    }

    /// All that it writes is where it may write; the rest of the system is not its business.
    void itCanWriteWhatItWrites()
    {
        QCOMPARE(value("Service/ProtectSystem"), QStringLiteral("strict"));
        QStringList words = wordsAfter(QStringLiteral("teleconsult"));
        words.replaceInStrings(QStringLiteral("%S"), QStringLiteral("/var/lib"));
        const app::CommandLine line = app::parseCommandLine(QStringList(QStringLiteral("teleconsult")) + words);
        const QTemporaryDir folder;
        const app::SingleInstance instance(folder.path());
        const QString socket = QFileInfo(QFileInfo(instance.socketName()).path())
                                   .symLinkTarget()
                                   .replace(folder.path(), line.places.dataDir);
        const QString guide = contentOf(QStringLiteral(KIOSK_FILES "/../../docs/kiosk.md"));
        const QString metrics =
            QRegularExpression(QStringLiteral("`station/metrics_file = ([^`]+)`")).match(guide).captured(1);
        // The compositor's socket and the data of calls are in the runtime folder, and go with it.
        const QString runtime = variable("XDG_RUNTIME_DIR");
        QVERIFY(runtime.startsWith(QStringLiteral("/run/") + value("Service/RuntimeDirectory") + QLatin1Char('/')));
        QVERIFY(!m_settings.contains(QStringLiteral("Service/RuntimeDirectoryPreserve")));
        QVERIFY(m_settings.values(QStringLiteral("Service/ExecStartPre"))
                    .join(QLatin1Char('\n'))
                    .contains(QStringLiteral("install -d -m 0700 ") +
                              QString(runtime).replace(QStringLiteral("/run/"), QStringLiteral("%t/"))));
        for (const QString &written :
             {line.places.dataDir, line.places.settingsFile, socket, metrics, variable("HOME"), runtime,
              QStringLiteral("/tmp/file"), QStringLiteral("/run/user/990/pulse/native")})
            QVERIFY2(isWritable(written), qPrintable(written));
        // Whoever collects the metrics is another.
        QCOMPARE(value("Service/RuntimeDirectoryMode"), QStringLiteral("0755"));
        for (const char *foreign : {"/etc", "/usr", "/var/lib", "/home/doctor", "/root", "/boot"})
            QVERIFY2(!isWritable(QLatin1String(foreign)), foreign);
    }

    /// systemd hears and ends what is in the service's own cgroup: a session of logind's would take it out of there.
    void systemdHearsAndEndsAllOfIt()
    {
        QVERIFY(!m_settings.contains(QStringLiteral("Service/PAMName")));
        QVERIFY(!m_settings.contains(QStringLiteral("Service/KillMode")));
        QVERIFY(environment().contains(QStringLiteral("LIBSEAT_BACKEND=seatd")));
        QVERIFY(value("Unit/Wants").contains(QStringLiteral("seatd.service")));
        QVERIFY(value("Unit/After").contains(QStringLiteral("seatd.service")));
    }

    /// As test_kiosk_traces has it.
    void whatIsGivenFreeIsOverwritten()
    {
        QVERIFY(environment()
                    .split(QLatin1Char(' '))
                    .contains(QStringLiteral("GLIBC_TUNABLES=glibc.malloc.perturb=85:glibc.malloc.tcache_count=0")));
    }

    void itRunsUnderAnAccountThatIsMade()
    {
        const QString account = value("Service/User");
        QCOMPARE(account, QStringLiteral("teleconsult-kiosk"));
        QCOMPARE(value("Service/Group"), account);
        const QString made = contentOf(QStringLiteral(KIOSK_FILES "/teleconsult-kiosk.sysusers"));
        QVERIFY(made.contains(QStringLiteral("\nu %1 ").arg(account)));
        QVERIFY(made.contains(QStringLiteral("/var/lib/") + value("Service/StateDirectory")));
        for (const char *group : {"video", "audio", "render"}) // Nobody else hands it its devices.
            QVERIFY2(made.contains(QStringLiteral("\nm %1 %2\n").arg(account, QLatin1String(group))), group);
    }

    /// It is the program, not systemd, that makes the pauses longer: systemd must never give up, and be quick.
    void itComesBackForEver()
    {
        QCOMPARE(value("Service/Restart"), QStringLiteral("always"));
        QCOMPARE(value("Unit/StartLimitIntervalSec"), QStringLiteral("0"));
        QVERIFY(seconds("Service/RestartSec") > 0s);
        QVERIFY(seconds("Service/RestartSec") < crash_loop::firstWait);
        QCOMPARE(value("Service/LimitCORE"), QStringLiteral("0"));
        QCOMPARE(value("Service/WatchdogSignal"), QStringLiteral("SIGKILL"));
    }

    /// The built program, told what systemd tells it by these settings but with a shorter patience.
    void theProgramReportsAsItSays()
    {
        QCOMPARE(value("Service/Type"), QStringLiteral("notify"));
        QCOMPARE(value("Service/NotifyAccess"), QStringLiteral("all"));
        QVERIFY(seconds("Service/WatchdogSec") >= 30s); // A slow disk is no reason to end it.

        const QTemporaryDir folder;
        test::NotifySocket socket(folder.filePath(QStringLiteral("notify")));
        QVERIFY(socket.isOpen());
        QList<QByteArray> said;
        connect(&socket, &test::NotifySocket::notified, this, [&](const QByteArray &message) { said << message; });
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), socket.path());
        environment.insert(QStringLiteral("WATCHDOG_USEC"), QStringLiteral("500000"));
        environment.insert(QStringLiteral("WATCHDOG_PID"), QStringLiteral("1")); // Of the compositor.
        QProcess program;
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        QStringList words = wordsAfter(QStringLiteral("teleconsult"));
        words.replaceInStrings(QStringLiteral("%S/teleconsult-kiosk"), folder.path());
        program.start(QStringLiteral("/usr/bin/env"),
                      QStringList{QStringLiteral("--unset=WATCHDOG_PID"), QStringLiteral(TELECONSULT_PROGRAM)} + words);
        QTRY_VERIFY_WITH_TIMEOUT(said.contains("READY=1"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(said.count("WATCHDOG=1") >= 3, patience);
        // As the service is stopped: the program is asked to end, and waited for.
        QString stop = value("Service/ExecStop").section(QLatin1Char('\''), 1, 1);
        stop.replace(QStringLiteral("%S/teleconsult-kiosk"), folder.path())
            .replace(QStringLiteral("$$"), QStringLiteral("$"));
        QProcess stopping;
        stopping.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), stop});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, patience);
        QTRY_COMPARE_WITH_TIMEOUT(stopping.state(), QProcess::NotRunning, patience);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(said.contains("STOPPING=1"), patience);
    }

    /// The compositor and its Qt plugin are named to whoever installs it.
    void whatItNeedsIsListed()
    {
        QVERIFY(contentOf(QStringLiteral(PACKAGE_LIST)).contains(QStringLiteral(" qt6-wayland ")));
        QVERIFY(environment().contains(QStringLiteral("QT_QPA_PLATFORM=wayland")));
        const QString guide = contentOf(QStringLiteral(KIOSK_FILES "/../../docs/kiosk.md"));
        // Without xwayland Debian 12's cage ends before it has begun.
        for (const char *package : {"`cage`", "`seatd`", "`xwayland`", "`qt6-wayland`"})
            QVERIFY2(guide.contains(QLatin1String(package)), package);
    }
};

QTEST_GUILESS_MAIN(TestKioskUnit)
#include "test_kiosk_unit.moc"
