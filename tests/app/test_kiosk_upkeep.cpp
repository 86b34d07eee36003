// The built program as a kiosk that looks after itself.
#include "app/kiosk_storage.h"
#include "app/program_status.h"
#include "app/single_instance.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestKioskUpkeep : public QObject
{
    Q_OBJECT

    static constexpr int patience = 60000; // milliseconds

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_program;

    std::optional<app::ProgramStatus> status() const
    {
        const Result<QJsonObject> answer = app::SingleInstance::askStatus(m_folder->path(), 1s);
        return answer ? app::ProgramStatus::fromJson(*answer) : std::nullopt;
    }
    void start(const QStringList &more = {})
    {
        m_program.setProcessChannelMode(QProcess::ForwardedChannels);
        m_program.start(QStringLiteral(TELECONSULT_PROGRAM),
                        QStringList{QStringLiteral("--kiosk"), QStringLiteral("--data-dir"), m_folder->path(),
                                    QStringLiteral("--settings"), m_folder->filePath(QStringLiteral("settings.ini"))} +
                            more);
        QTRY_VERIFY_WITH_TIMEOUT(status(), patience);
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
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        if (m_program.state() != QProcess::NotRunning)
            end(SIGKILL);
    }

    void saysWhomToCallAfterSuddenEnds()
    {
        for (int i = 0; i < 3; ++i) {
            start();
            QCOMPARE(status()->profile, QStringLiteral("kiosk"));
            QCOMPARE(status()->activity, QStringLiteral("idle"));
            QCOMPARE(status()->suddenEnds, i);
            end(SIGKILL);
        }
        start();
        QCOMPARE(status()->suddenEnds, 3);
        QTRY_COMPARE_WITH_TIMEOUT(status()->activity, QStringLiteral("trouble"), patience);
        end(SIGTERM); // As it should: all is well again.
        QCOMPARE(m_program.exitCode(), 0);
        start();
        QCOMPARE(status()->suddenEnds, 0);
        QCOMPARE(status()->activity, QStringLiteral("idle"));
        end(SIGTERM);
    }

    /// Whoever is next finds nothing of a person whose call a crash or a power cut has ended.
    void whatACrashLeftIsErasedBeforeAnybodyComes()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(!kept().isEmpty(), patience);
        const QString profile = kept().constFirst() + QStringLiteral("/call-profile");
        QFile cookies(profile + QStringLiteral("/Cookies"));
        QVERIFY(QDir().mkpath(profile) && cookies.open(QFile::WriteOnly) && cookies.write("somebody") > 0);
        cookies.close();
        end(SIGKILL);
        QVERIFY(cookies.exists());
        start();
        QVERIFY(!cookies.exists());
        QVERIFY(!kept().isEmpty()); // It has a folder of its own.
        QVERIFY(kept().filter(QFileInfo(profile).path()).isEmpty());
        end(SIGTERM);
        QCOMPARE(kept(), QStringList());
    }

    void startsItselfAnewWhenItHasGrown()
    {
        start({QStringLiteral("--set"), QStringLiteral("kiosk/memory_limit=1")});
        const qint64 process = m_program.processId();
        const QDateTime started = status()->startedAt;
        QTRY_VERIFY_WITH_TIMEOUT(status() && status()->startedAt > started, patience);
        QCOMPARE(m_program.processId(), process); // In its own place: a service manager does not notice.
        QCOMPARE(status()->suddenEnds, 0);
        end(SIGTERM);
    }
};

QTEST_GUILESS_MAIN(TestKioskUpkeep)
#include "test_kiosk_upkeep.moc"
