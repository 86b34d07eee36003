// The built program as a kiosk that looks after itself.
#include "app/process_tree.h"
#include "app/program_status.h"
#include "app/single_instance.h"
#include "tests/support/notify_socket.h"
#include "tests/support/scripted_server.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestKioskUpkeep : public QObject
{
    Q_OBJECT

    static constexpr int patience = 60000; // milliseconds
    static constexpr int startTime = 40;   // seconds, and more than a start takes
    static constexpr std::chrono::seconds longestAnswer = 30s;
    static constexpr const char *key = "ak_of_the_clinic";

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_program;
    test::ScriptedServer m_kaleyra;

    /// Whether each request has come with the key.
    bool isAskedWithKey() const
    {
        const QList<test::ScriptedServer::Request> requests = m_kaleyra.requests();
        return !requests.isEmpty() && std::all_of(requests.cbegin(), requests.cend(), [](const auto &request) {
            return request.headers.value("apikey") == key;
        });
    }
    std::optional<app::ProgramStatus> status() const
    {
        const Result<QJsonObject> answer = app::SingleInstance::askStatus(m_folder->path(), longestAnswer);
        return answer ? app::ProgramStatus::fromJson(*answer) : std::nullopt;
    }
    /// Waits until the program tells a status of which the condition holds.
    template <typename Condition>
    bool tells(Condition holds) const
    {
        const auto isTold = [&] {
            const std::optional<app::ProgramStatus> now = status();
            return now && holds(*now);
        };
        return QTest::qWaitFor(isTold, patience);
    }
    bool tellsActivity(const QString &activity) const
    {
        return tells([&](const app::ProgramStatus &now) { return now.activity == activity; });
    }
    bool hasEngine() const
    {
        return tells([](const app::ProgramStatus &now) { return !now.engineVersion.isEmpty(); });
    }
    int startsWrittenDown() const
    {
        QFile file(m_folder->filePath(QStringLiteral("starts")));
        return file.open(QFile::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }
    qsizetype openFilesOfProgram() const
    {
        return QDir(QStringLiteral("/proc/%1/fd").arg(m_program.processId()))
            .entryList(QDir::AllEntries | QDir::System)
            .size();
    }
    /// What the program has started: the call engine.
    QList<pid_t> childrenOfProgram() const
    {
        QList<pid_t> tree = app::processTree(pid_t(m_program.processId()));
        tree.removeAll(pid_t(m_program.processId()));
        return tree;
    }
    void launch(const QStringList &more, const QString &folder)
    {
        m_program.setProcessChannelMode(QProcess::ForwardedChannels);
        m_program.start(QStringLiteral(TELECONSULT_PROGRAM),
                        QStringList{QStringLiteral("--kiosk"), QStringLiteral("--data-dir"), folder,
                                    QStringLiteral("--settings"), folder + QStringLiteral("/settings.ini")} +
                            more);
    }
    void launch(const QStringList &more) { launch(more, m_folder->path()); }
    /// The first status that the program tells; none: it does not come so far.
    std::optional<app::ProgramStatus> start(const QStringList &more = {})
    {
        launch(more);
        std::optional<app::ProgramStatus> first;
        tells([&first](const app::ProgramStatus &now) {
            first = now;
            return true;
        });
        return first;
    }
    void end(int signal)
    {
        ::kill(pid_t(m_program.processId()), signal);
        QVERIFY(m_program.waitForFinished(patience));
    }

private slots:
    void initTestCase()
    {
        m_kaleyra.handleRest([](const auto &) { return test::ScriptedServer::Answer{.body = "{}"}; });
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        if (m_program.state() != QProcess::NotRunning)
            end(SIGKILL);
        m_program.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
    }

    void saysWhomToCallAfterSuddenEnds()
    {
        for (int i = 0; i < 3; ++i) {
            const std::optional<app::ProgramStatus> first = start();
            QVERIFY(first);
            QCOMPARE(first->profile, QStringLiteral("kiosk"));
            QCOMPARE(first->activity, QStringLiteral("idle"));
            QCOMPARE(first->suddenEnds, i);
            end(SIGKILL);
        }
        const std::optional<app::ProgramStatus> troubled = start();
        QVERIFY(troubled);
        QCOMPARE(troubled->suddenEnds, 3);
        QVERIFY(tellsActivity(QStringLiteral("trouble")));
        // It tries again by itself.
        QVERIFY(tellsActivity(QStringLiteral("idle")));
        end(SIGTERM); // As it should: all is well again.
        QCOMPARE(m_program.exitCode(), 0);
        const std::optional<app::ProgramStatus> well = start();
        QVERIFY(well);
        QCOMPARE(well->suddenEnds, 0);
        QCOMPARE(well->activity, QStringLiteral("idle"));
        end(SIGTERM);
    }

    /// Wherever on its way the program ends: here while it makes its window, which reads the logo and gets nothing.
    void countsWhatEndsBeforeItHasBegun()
    {
        const QString logo = m_folder->filePath(QStringLiteral("logo"));
        QCOMPARE(::mkfifo(QFile::encodeName(logo).constData(), 0600), 0);
        const QStringList withLogo{QStringLiteral("--set"), QStringLiteral("interface/logo=") + logo};
        for (int i = 1; i <= 3; ++i) {
            launch(withLogo);
            QTRY_COMPARE_WITH_TIMEOUT(startsWrittenDown(), i, patience);
            end(SIGKILL);
        }
        const std::optional<app::ProgramStatus> troubled = start(withLogo); // It does not come so far.
        QVERIFY(troubled);
        QCOMPARE(troubled->suddenEnds, 3);
        QCOMPARE(troubled->activity, QStringLiteral("trouble"));
        end(SIGTERM);
        QCOMPARE(m_program.exitCode(), 0);
    }

    /// Nobody clicks a message away at a kiosk, and a service manager must not kill it for having none of its work to
    /// do.
    void saysWhyItDoesNotStart()
    {
        const QTemporaryDir elsewhere;
        test::NotifySocket manager(elsewhere.filePath(QStringLiteral("notify")));
        QList<QByteArray> said;
        connect(&manager, &test::NotifySocket::notified, this, [&said](const QByteArray &m) { said << m; });
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), manager.path());
        m_program.setProcessEnvironment(environment);
        const QString folder = m_folder->path();
        m_folder.reset();
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        launch({}, folder);
        QTRY_VERIFY_WITH_TIMEOUT(said.contains("READY=1"), patience);
        QCOMPARE(m_program.state(), QProcess::Running);
        QVERIFY(inTheWay.remove()); // Mended, and found so without a touch.
        QVERIFY(QTest::qWaitFor([&] { return app::SingleInstance::askStatus(folder, longestAnswer).has_value(); },
                                patience));
        QTRY_COMPARE_WITH_TIMEOUT(said.count("READY=1"), 2, patience);
        QVERIFY(!said.contains("STOPPING=1"));
        end(SIGTERM);
        QCOMPARE(m_program.exitCode(), 0);
        QVERIFY(QDir(folder).removeRecursively());
    }

    /// In its own place, with all that it was given: the service manager hears that it is being reloaded. Of an end it
    /// must hear nothing: it would wait for that, and then kill what has long been started anew.
    void startsItselfAnewByNight()
    {
        const QString address = QStringLiteral("kaleyra/base_url=http://127.0.0.1:%1").arg(m_kaleyra.port());
        test::NotifySocket manager(m_folder->filePath(QStringLiteral("notify")));
        QList<QByteArray> said;
        connect(&manager, &test::NotifySocket::notified, this, [&said](const QByteArray &message) {
            for (const QByteArray &line : message.split('\n'))
                said << line;
        });
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), manager.path());
        environment.insert(QStringLiteral("BANDYER_API_SECRET_KEY"), QString::fromLatin1(key));
        m_program.setProcessEnvironment(environment);

        // By this a compositor knows that its program is still there (cage).
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        const auto isHeld = [&ends] {
            pollfd watched{ends[0], POLLIN, 0};
            return ::poll(&watched, 1, 0) == 0;
        };

        // The next minute that does not begin while the program starts.
        const QTime night = QTime::currentTime().addSecs(startTime + 60);
        const std::optional<app::ProgramStatus> first =
            start({QStringLiteral("--set"), address, QStringLiteral("--set"),
                   QStringLiteral("kiosk/restart_at=") + night.toString(QStringLiteral("HH:mm"))});
        ::close(ends[1]);
        QVERIFY(first);
        const qint64 process = m_program.processId();
        QTRY_VERIFY_WITH_TIMEOUT(isAskedWithKey(), patience);
        QVERIFY(hasEngine());
        QTRY_VERIFY_WITH_TIMEOUT(!childrenOfProgram().isEmpty(), patience);
        const qsizetype files = openFilesOfProgram();
        QList<pid_t> engine;
        const auto isReloading = [&] {
            if (said.contains("RELOADING=1"))
                return true;
            engine = childrenOfProgram();
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isReloading(), 3 * patience);
        const qsizetype before = m_kaleyra.requests().size();
        QVERIFY(tells([&](const app::ProgramStatus &now) { return now.startedAt > first->startedAt; }));
        QTRY_COMPARE_WITH_TIMEOUT(said.count("READY=1"), 2, patience);
        QCOMPARE(m_program.processId(), process);
        QVERIFY(isHeld());
        // Nothing gathers from night to night. Whoever has come to own what it had started buries it in its own time.
        const auto isGone = [](pid_t left) { return ::kill(left, 0) != 0; };
        QVERIFY(QTest::qWaitFor([&] { return std::all_of(engine.cbegin(), engine.cend(), isGone); }, patience));
        QVERIFY(hasEngine());
        constexpr qsizetype asItHappens = 5;
        QVERIFY2(openFilesOfProgram() < files + asItHappens, qPrintable(QString::number(openFilesOfProgram() - files)));
        const std::optional<app::ProgramStatus> anew = status();
        QVERIFY(anew);
        QCOMPARE(anew->suddenEnds, 0);
        QVERIFY(!said.contains("STOPPING=1"));
        QTRY_VERIFY_WITH_TIMEOUT(m_kaleyra.requests().size() > before, patience);
        QVERIFY(isAskedWithKey());
        end(SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(said.contains("STOPPING=1"), patience);
        QVERIFY(!isHeld());
        ::close(ends[0]);
    }
};

QTEST_GUILESS_MAIN(TestKioskUpkeep)
#include "test_kiosk_upkeep.moc"
