// teleconsultctl status: the state of the program that runs on a data folder.
#include "app/program_status.h"
#include "app/single_instance.h"
#include "core/domain/json.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;

class TestStatus : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcess m_ctl;

    static app::ProgramStatus status()
    {
        const QDateTime started = QDateTime::fromString(QStringLiteral("2026-03-02T08:00:00Z"), Qt::ISODate);
        return {.version = QStringLiteral("1.2.3"),
                .engineVersion = {},
                .profile = QStringLiteral("kiosk"),
                .activity = QStringLiteral("call"),
                .startedAt = started,
                .now = started.addSecs(2 * 86400 + 3 * 3600 + 4 * 60),
                .callsEntered = 40};
    }

    /// Answers the exit code; the event loop runs meanwhile, so that whoever is asked can answer.
    int ask(const QStringList &more)
    {
        m_ctl.start(QStringLiteral(TELECONSULTCTL),
                    QStringList{QStringLiteral("--data-dir"), m_dir.path(), QStringLiteral("status")} + more);
        if (!QTest::qWaitFor([this] { return m_ctl.state() == QProcess::NotRunning; }, 30000))
            return -1;
        return m_ctl.exitCode();
    }

private slots:
    void whenNoneRuns()
    {
        QCOMPARE(ask({}), 1);
        QVERIFY(m_ctl.readAllStandardError().contains("does not run on"));
        QCOMPARE(ask({QStringLiteral("--json")}), 1);
        QCOMPARE(QJsonDocument::fromJson(m_ctl.readAllStandardOutput()).object().value(QLatin1String("error")),
                 QJsonValue(QStringLiteral("not_running")));
    }

    void whenOneRuns()
    {
        app::SingleInstance running(m_dir.path());
        QCOMPARE(running.claim(), app::SingleInstance::Claim::First);
        running.setStatus([] { return status().toJson(); });

        QCOMPARE(ask({}), 0);
        const QByteArray text = m_ctl.readAllStandardOutput();
        for (const char *expected : {"1.2.3 (kiosk)", "State: call", "(2 d 3 h 4 min)", "Calls: 40 entered, 0 failed",
                                     "Call engine: not loaded yet"})
            QVERIFY2(text.contains(expected), expected);

        QCOMPARE(ask({QStringLiteral("--json")}), 0);
        QCOMPARE(QJsonDocument::fromJson(m_ctl.readAllStandardOutput()).object(), status().toJson());
        QCOMPARE(ask({QStringLiteral("--metrics")}), 0);
        QCOMPARE(m_ctl.readAllStandardOutput(), status().toMetrics());
    }

    void whenAnotherVersionRuns()
    {
        app::SingleInstance running(m_dir.path());
        QCOMPARE(running.claim(), app::SingleInstance::Claim::First); // One that knows no status answers with nothing.
        QCOMPARE(ask({}), 1);
        QVERIFY(m_ctl.readAllStandardError().contains("does not answer"));
    }
};

QTEST_GUILESS_MAIN(TestStatus)
#include "test_status.moc"
