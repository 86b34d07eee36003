// When a station that runs for months starts itself anew.
#include "core/domain/maintenance.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestMaintenance : public QObject
{
    Q_OBJECT
private slots:
    void due_data()
    {
        QTest::addColumn<QString>("started");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("at");
        QTest::addColumn<bool>("expected");
        const QString monday = QStringLiteral("2026-03-02T%1");
        const QString tuesday = QStringLiteral("2026-03-03T%1");
        const QString night = QStringLiteral("03:30");
        const QString midnight = QStringLiteral("23:30");
        const auto row = [](const char *name, const QString &started, const QString &now, const QString &at,
                            bool expected) { QTest::newRow(name) << started << now << at << expected; };
        row("in the window", monday.arg("08:00"), tuesday.arg("03:30"), night, true);
        row("late in the window", monday.arg("08:00"), tuesday.arg("06:29"), night, true);
        row("before it", monday.arg("08:00"), tuesday.arg("03:29"), night, false);
        row("after it", monday.arg("08:00"), tuesday.arg("06:30"), night, false);
        row("started in it", tuesday.arg("03:31"), tuesday.arg("03:40"), night, false);
        row("started as it began", tuesday.arg("03:30"), tuesday.arg("03:40"), night, false);
        row("over midnight", monday.arg("08:00"), tuesday.arg("01:00"), midnight, true);
        row("over midnight, started in it", monday.arg("23:40"), tuesday.arg("01:00"), midnight, false);
        row("never", monday.arg("08:00"), tuesday.arg("03:30"), QString(), false);
        row("after months", QStringLiteral("2025-11-02T08:00"), tuesday.arg("04:00"), night, true);
    }
    void due()
    {
        QFETCH(const QString, started);
        QFETCH(const QString, now);
        QFETCH(const QString, at);
        QFETCH(const bool, expected);
        QCOMPARE(maintenance::isDue(QDateTime::fromString(started, Qt::ISODate),
                                    QDateTime::fromString(now, Qt::ISODate),
                                    QTime::fromString(at, QStringLiteral("HH:mm"))),
                 expected);
    }

    void grown_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<qint64>("memory");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<bool>("expected");
        QTest::newRow("too much") << 600 << qint64(2001) << qint64(2000) << true;
        QTest::newRow("as much as it may") << 600 << qint64(2000) << qint64(2000) << false;
        QTest::newRow("however much") << 600 << qint64(2001) << qint64(0) << false;
        QTest::newRow("just started") << 9 << qint64(2001) << qint64(2000) << false;
        QTest::newRow("no longer just started") << 10 << qint64(2001) << qint64(2000) << true;
    }
    void grown()
    {
        QFETCH(const int, minutes);
        QFETCH(const qint64, memory);
        QFETCH(const qint64, most);
        QFETCH(const bool, expected);
        const QDateTime started = QDateTime::fromString(QStringLiteral("2026-03-02T08:00:00Z"), Qt::ISODate);
        QCOMPARE(maintenance::hasGrown(started, started.addSecs(minutes * 60), memory, most), expected);
    }
};

QTEST_GUILESS_MAIN(TestMaintenance)
#include "test_maintenance.moc"
