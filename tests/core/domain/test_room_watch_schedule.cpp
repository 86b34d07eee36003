#include "core/domain/room_watch_schedule.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestRoomWatchSchedule : public QObject
{
    Q_OBJECT
private slots:
    void nextLook_data()
    {
        QTest::addColumn<int>("endsInSeconds"); ///< 0: nobody knows.
        QTest::addColumn<int>("duration");
        QTest::addColumn<int>("used");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("waitSeconds");
        QTest::addColumn<bool>("standsStill");
        QTest::newRow("nothing known") << 0 << 0 << 0 << 0.5 << 180 << false;
        QTest::newRow("at the earliest") << 0 << 0 << 0 << 0.0 << 135 << false;
        QTest::newRow("an end far away") << 3600 << 0 << 0 << 0.5 << 180 << false;
        QTest::newRow("the end is near") << 60 << 0 << 0 << 0.5 << 63 << false;
        QTest::newRow("the end is past") << -60 << 0 << 0 << 0.5 << 180 << false;
        QTest::newRow("time runs out") << 3600 << 1800 << 1700 << 0.5 << 103 << false;
        QTest::newRow("time to spare") << 3600 << 1800 << 10 << 0.5 << 180 << false;
        QTest::newRow("time used up") << 3600 << 1800 << 1800 << 0.5 << 180 << false;
        QTest::newRow("time stands still") << 3600 << 1800 << 1798 << 0.5 << 180 << true;
        QTest::newRow("unlimited") << 3600 << 0 << 4000 << 0.5 << 180 << false;
    }
    void nextLook()
    {
        QFETCH(int, endsInSeconds);
        QFETCH(int, duration);
        QFETCH(int, used);
        QFETCH(double, random);
        QFETCH(int, waitSeconds);
        QFETCH(bool, standsStill);
        const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
        RoomClock room;
        room.scheduledEnd = endsInSeconds == 0 ? QDateTime() : now.addSecs(endsInSeconds);
        room.duration = std::chrono::seconds(duration);
        room.durationUsed = std::chrono::seconds(used);
        room.standsStill = standsStill;
        QCOMPARE(nextRoomLook(room, now, random), now.addSecs(waitSeconds));
    }
};

QTEST_GUILESS_MAIN(TestRoomWatchSchedule)
#include "test_room_watch_schedule.moc"
