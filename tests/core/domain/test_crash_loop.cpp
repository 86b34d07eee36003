// What a program that nobody looks after does when it keeps ending without a word.
#include "core/domain/crash_loop.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestCrashLoop : public QObject
{
    Q_OBJECT
private slots:
    void waits_data()
    {
        QTest::addColumn<QList<int>>("ago"); // seconds
        QTest::addColumn<int>("expected");   // seconds
        QTest::newRow("never") << QList<int>{} << 0;
        QTest::newRow("once") << QList<int>{5} << 0;
        QTest::newRow("twice") << QList<int>{9, 5} << 0;
        QTest::newRow("three times") << QList<int>{12, 9, 5} << 30;
        QTest::newRow("in any order") << QList<int>{5, 12, 9} << 30;
        QTest::newRow("four times") << QList<int>{50, 12, 9, 5} << 60;
        QTest::newRow("many times") << QList<int>(30, 1) << 600;
        QTest::newRow("long ago") << QList<int>{86400, 7200, 3600} << 0;
        QTest::newRow("still remembered after the longest wait") << QList<int>{1190, 1180, 1170} << 30;
        // Each of those waits was ten minutes: the row goes on, however far back it began.
        QTest::newRow("a whole night of it") << QList<int>{3670, 3060, 2450, 1840, 1230, 620} << 240;
        QTest::newRow("good for long between") << QList<int>{3700, 3690, 3680, 1700, 620} << 0;
        QTest::newRow("the clock was set back") << QList<int>{-3600, -3600, -3600} << 30;
    }
    void waits()
    {
        QFETCH(const QList<int>, ago);
        QFETCH(const int, expected);
        const QDateTime now = QDateTime::fromString(QStringLiteral("2026-03-02T08:00:00Z"), Qt::ISODate);
        QList<QDateTime> starts;
        for (const int seconds : ago)
            starts.append(now.addSecs(-seconds));
        QCOMPARE(crash_loop::wait(starts, now).count(),
                 std::chrono::milliseconds(std::chrono::seconds(expected)).count());
    }
};

QTEST_GUILESS_MAIN(TestCrashLoop)
#include "test_crash_loop.moc"
