// The built program as a kiosk: with what it starts, what it erases, and what it does not follow.
#include "app/kiosk_storage.h"
#include "app/program_status.h"
#include "app/single_instance.h"
#include "core/domain/teleconsultation_link.h"
#include "tests/support/notify_socket.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>
#include <unistd.h>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestKioskStart : public QObject
{
    Q_OBJECT

    static constexpr int patience = 60000; // milliseconds
    static constexpr std::chrono::seconds longestAnswer = 30s;

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_program;

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
    /// While it loads its engine it answers nobody.
    bool hasEngine() const
    {
        return tells([](const app::ProgramStatus &now) { return !now.engineVersion.isEmpty(); });
    }
    QStringList arguments() const
    {
        return {QStringLiteral("--kiosk"), QStringLiteral("--data-dir"), m_folder->path(), QStringLiteral("--settings"),
                m_folder->filePath(QStringLiteral("settings.ini"))};
    }
    bool start(const QStringList &more = {})
    {
        m_program.setProcessChannelMode(QProcess::ForwardedChannels);
        m_program.start(QStringLiteral(TELECONSULT_PROGRAM), arguments() + more);
        return tells([](const app::ProgramStatus &) { return true; });
    }
    void end(int signal)
    {
        ::kill(pid_t(m_program.processId()), signal);
        QVERIFY(m_program.waitForFinished(patience));
    }

    /// All that there is where calls keep what they keep.
    QStringList kept() const
    {
        QStringList found;
        for (const QString &place : app::kioskStoragePlaces(m_folder->path())) {
            QDirIterator all(place, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
            while (all.hasNext())
                found << all.next();
        }
        return found;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_program.setProcessEnvironment(QProcessEnvironment(QProcessEnvironment::InheritFromParent));
    }
    void cleanup()
    {
        if (m_program.state() != QProcess::NotRunning)
            end(SIGKILL);
    }

    /// Whoever is next finds nothing of a person whose call a crash or a power cut has ended.
    void whatACrashLeftIsErasedBeforeAnybodyComes()
    {
        QVERIFY(start());
        QTRY_VERIFY_WITH_TIMEOUT(!kept().isEmpty(), patience);
        const QString profile = kept().constFirst() + QStringLiteral("/call-profile");
        QFile cookies(profile + QStringLiteral("/Cookies"));
        QVERIFY(QDir().mkpath(profile) && cookies.open(QFile::WriteOnly) && cookies.write("somebody") > 0);
        cookies.close();
        end(SIGKILL);
        QVERIFY(cookies.exists());
        QVERIFY(start());
        QVERIFY(!cookies.exists());
        QVERIFY(!kept().isEmpty()); // It has a folder of its own.
        QVERIFY(kept().filter(QFileInfo(profile).path()).isEmpty());
        end(SIGTERM);
    }

    /// A consultation that is there and could be entered: at a desktop the link leads to it.
    void aLinkFromAnotherProgramLeadsNowhere()
    {
        QVERIFY(start());
        QProcess list;
        QString id;
        const auto findOne = [&] {
            list.start(QStringLiteral(TELECONSULTCTL),
                       {QStringLiteral("--data-dir"), m_folder->path(), QStringLiteral("--settings"),
                        m_folder->filePath(QStringLiteral("settings.ini")), QStringLiteral("list"),
                        QStringLiteral("--json")});
            const bool isListed = list.waitForFinished(patience);
            const QJsonObject answer = QJsonDocument::fromJson(list.readAllStandardOutput()).object();
            const QJsonArray all = answer.value(QLatin1String("teleconsultations")).toArray();
            id = isListed && !all.isEmpty() ? all.last().toObject().value(QLatin1String("roomId")).toString()
                                            : QString();
            return !id.isEmpty();
        };
        QVERIFY(QTest::qWaitFor(findOne, patience)); // The demo clinic is being made.
        QVERIFY(hasEngine());
        const std::optional<app::ProgramStatus> before = status();
        QProcess another;
        another.setProcessChannelMode(QProcess::MergedChannels);
        another.start(QStringLiteral(TELECONSULT_PROGRAM),
                      {QStringLiteral("--data-dir"), m_folder->path(), QStringLiteral("--settings"),
                       m_folder->filePath(QStringLiteral("settings.ini")), linkOfConsultation(id)});
        QVERIFY(another.waitForFinished(patience));
        QCOMPARE(another.exitCode(), 0);
        QVERIFY(!another.readAll().contains(id.toUtf8()));
        // It was taken before the other program ended: what it could begin would be seen.
        const std::optional<app::ProgramStatus> after = status();
        QVERIFY(before && after);
        QCOMPARE(after->activity, QStringLiteral("idle"));
        QCOMPARE(after->callsEntered, 0);
        QCOMPARE(after->startedAt, before->startedAt);
        QCOMPARE(after->profile, QStringLiteral("kiosk"));
        end(SIGTERM);
    }

    /// Two services with one folder: one that ended at once would be started anew for ever, before a dark screen.
    void aSecondOneWithTheSameFolderSaysSo()
    {
        QVERIFY(start());
        QVERIFY(hasEngine());
        test::NotifySocket service(m_folder->filePath(QStringLiteral("notify")));
        QSignalSpy ready(&service, &test::NotifySocket::ready);
        QProcess another;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), service.path());
        another.setProcessEnvironment(environment);
        another.setProcessChannelMode(QProcess::MergedChannels);
        another.start(QStringLiteral(TELECONSULT_PROGRAM),
                      arguments() << QStringLiteral("--set") << QStringLiteral("interface/language=it"));
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience); // With the page that says it.
        const QString said = QString::fromUtf8(another.readAll());
        QVERIFY2(said.contains(QStringLiteral("Ogni chiosco ha bisogno di una cartella propria")), qPrintable(said));
        QVERIFY(said.contains(m_folder->path()));
        QCOMPARE(another.state(), QProcess::Running);
        another.terminate();
        QVERIFY(another.waitForFinished(patience));
        QCOMPARE(another.exitCode(), 0);
        end(SIGTERM);
    }

    /// All at once: with services elsewhere that cannot be reached, and no store for secrets.
    void startsWithoutNetworkBusAndKeyring()
    {
        const QStringList apart =
            geteuid() == 0
                ? QStringList{QStringLiteral("--net")}
                : QStringList{QStringLiteral("--user"), QStringLiteral("--map-current-user"), QStringLiteral("--net")};
        if (QProcess::execute(QStringLiteral("unshare"), apart + QStringList{QStringLiteral("true")}) != 0)
            QSKIP("No network of one's own can be made here");
        test::NotifySocket service(m_folder->filePath(QStringLiteral("notify")));
        QSignalSpy ready(&service, &test::NotifySocket::ready);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *bus : {"DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"})
            environment.insert(QLatin1String(bus),
                               QStringLiteral("unix:path=") + m_folder->filePath(QStringLiteral("no-bus")));
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), service.path());
        m_program.setProcessEnvironment(environment);
        m_program.setProcessChannelMode(QProcess::ForwardedChannels);
        QStringList words = apart;
        words << QStringLiteral(TELECONSULT_PROGRAM) << arguments();
        for (const char *set :
             {"kaleyra/base_url=https://kaleyra.example.org", "records/crud_url=https://crud.example.org",
              "records/consultations_collection=c", "records/users_collection=u"})
            words << QStringLiteral("--set") << QLatin1String(set);
        m_program.start(QStringLiteral("unshare"), words);
        // Told when the start was painted and can be touched.
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
        QStringList told;
        QVERIFY(tells([&told](const app::ProgramStatus &now) {
            told << now.activity;
            return now.activity == QLatin1String("outage"); // It does look.
        }));
        told.removeAll(QStringLiteral("outage"));
        told.removeAll(QStringLiteral("idle"));
        QCOMPARE(told, QStringList());
        QCOMPARE(m_program.state(), QProcess::Running);
        end(SIGTERM);
        QCOMPARE(m_program.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKioskStart)
#include "test_kiosk_start.moc"
