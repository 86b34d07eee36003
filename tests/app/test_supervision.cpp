// What the program does for those who look after its station.
#include "app/supervision.h"

#include "tests/support/manual_clock.h"
#include "tests/support/notify_socket.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;
using Stage = ui::CallFlow::Stage;

class TestSupervision : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    test::ManualClock m_clock{QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::LocalTime).toUTC()};
    QString m_metrics = m_dir.filePath(QStringLiteral("teleconsult.prom"));

    app::Supervision::Parts parts()
    {
        return {.clock = m_clock,
                .profile = QStringLiteral("kiosk"),
                .metricsFile = m_metrics,
                .engineVersion = [] { return QStringLiteral("102.0"); },
                .suddenEnds = 1,
                .pace = 10ms};
    }
    QByteArray metrics() const
    {
        QFile file(m_metrics);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_clock.set(QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::LocalTime).toUTC());
        QFile::remove(m_metrics);
    }

    void countsAndReports()
    {
        test::NotifySocket socket(m_dir.filePath(QStringLiteral("notify")));
        QVERIFY(socket.isOpen());
        qputenv("NOTIFY_SOCKET", socket.path().toLocal8Bit());
        QList<QByteArray> messages;
        connect(&socket, &test::NotifySocket::notified, this,
                [&messages](const QByteArray &message) { messages.append(message); });

        app::Supervision supervision(parts());
        supervision.ready();
        for (const Stage stage : {Stage::Connecting, Stage::InCall, Stage::Mending, Stage::InCall})
            supervision.onCallStage(stage);
        m_clock.advance(1h);

        QTRY_VERIFY(metrics().contains("teleconsult_call_pages_mended_total 1\n"));
        QVERIFY(metrics().contains("teleconsult_in_call 1\n"));
        QVERIFY(metrics().contains("teleconsult_sudden_ends 1\n"));
        QVERIFY(QFileInfo(m_metrics).permission(QFile::ReadOther));
        const app::ProgramStatus status = supervision.status();
        QCOMPARE(status.activity, QStringLiteral("call"));
        QCOMPARE(status.uptimeSeconds(), 3600);
        QCOMPARE(status.engineVersion, QStringLiteral("102.0"));
        QVERIFY(status.memory > 1024 * 1024); // this test
        QTRY_VERIFY(messages.contains("READY=1"));
        const auto isOfTheCall = [](const QByteArray &message) {
            return message.startsWith("STATUS=kiosk, call; 1 calls, 1 pages lost, 1 mended, 0 failed; ");
        };
        QTRY_VERIFY(std::any_of(messages.cbegin(), messages.cend(), isOfTheCall));
        qunsetenv("NOTIFY_SOCKET");
    }

    /// Whoever watches many stations looks at metrics and the service's line, not at each of them.
    void saysThatTheStationCannotDoItsWork()
    {
        app::Supervision::Parts parts = this->parts();
        QString own = QStringLiteral("outage");
        parts.activity = [&own] { return own; };
        app::Supervision supervision(parts);
        supervision.ready();
        QCOMPARE(supervision.status().activity, QStringLiteral("outage"));
        QVERIFY(supervision.status().sentence().startsWith(QStringLiteral("kiosk, outage;")));
        QTRY_VERIFY(metrics().contains("teleconsult_out_of_order 1\n"));
        own.clear();
        QCOMPARE(supervision.status().activity, QStringLiteral("idle"));
        QTRY_VERIFY(metrics().contains("teleconsult_out_of_order 0\n"));
    }

    void startsAnewAtNightWhenNobodyIsThere()
    {
        app::Supervision supervision(parts());
        bool isIdle = false;
        supervision.setPlan({.restartAt = QTime(3, 30), .maximumMemory = 0, .isIdle = [&isIdle] { return isIdle; }});
        QSignalSpy due(&supervision, &app::Supervision::restartDue);
        supervision.ready();
        QTRY_VERIFY(supervision.status().memory > 0); // It has measured once, by day.
        QCOMPARE(due.count(), 0);

        m_clock.set(QDateTime(QDate(2026, 3, 3), QTime(3, 40), Qt::LocalTime).toUTC());
        QFile::remove(m_metrics);
        QTRY_VERIFY(!metrics().isEmpty()); // It has measured again.
        QCOMPARE(due.count(), 0);
        isIdle = true;
        QTRY_VERIFY(due.count() > 0);
    }

    /// The clock was a year ahead, until the network told it better.
    void startsAnewAtNightAfterTheClockWasSetBack()
    {
        m_clock.advance(365 * 24h);
        app::Supervision supervision(parts());
        supervision.setPlan({.restartAt = QTime(3, 30), .maximumMemory = 0, .isIdle = [] { return true; }});
        QSignalSpy due(&supervision, &app::Supervision::restartDue);
        supervision.ready();
        QTRY_VERIFY(supervision.status().memory > 0);
        m_clock.set(QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::LocalTime).toUTC());
        QTRY_VERIFY(supervision.status().startedAt <= m_clock.now());
        QCOMPARE(due.count(), 0);
        m_clock.set(QDateTime(QDate(2026, 3, 3), QTime(3, 40), Qt::LocalTime).toUTC());
        QTRY_VERIFY(due.count() > 0);
    }

    void startsAnewWhenItHasGrown()
    {
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("Starting anew: the program keeps .* MiB")));
        app::Supervision supervision(parts());
        QSignalSpy due(&supervision, &app::Supervision::restartDue);
        supervision.setPlan({.restartAt = {}, .maximumMemory = 1, .isIdle = [&due] { return due.isEmpty(); }});
        supervision.ready();
        // A limit below what it needs at all: it would do nothing else.
        m_clock.advance(9min);
        QTRY_VERIFY(!metrics().isEmpty());
        QFile::remove(m_metrics);
        QTRY_VERIFY(!metrics().isEmpty());
        QCOMPARE(due.count(), 0);
        m_clock.advance(1min);
        QTRY_COMPARE(due.count(), 1);
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        app::Supervision::Parts nowhere = parts();
        nowhere.metricsFile = m_dir.filePath(QStringLiteral("gone/teleconsult.prom"));
        nowhere.pace = 50ms;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Metrics cannot be written: .+")));
        app::Supervision supervision(nowhere);
        supervision.ready();
        QTRY_VERIFY(supervision.status().memory > 0);
    }
};

QTEST_GUILESS_MAIN(TestSupervision)
#include "test_supervision.moc"
