// Runs in Europe/Rome (tests/ui/CMakeLists.txt).
#include "ui/agenda/week_layout.h"

#include <QTest>
#include <QTimeZone>

using namespace teleconsult::ui;

namespace {

const QDate monday(2026, 3, 2);
constexpr int hourHeight = WeekSizes().hourHeight;
constexpr int wholeDay = WeekLayout::hours * hourHeight;
constexpr int gap = 2;
/// Wide enough for two side by side in a day of 100.
constexpr int width = 700;

QDateTime at(int day, int hour, int minute = 0)
{
    return {monday.addDays(day), QTime(hour, minute)};
}

WeekSpan span(int row, const QDateTime &start, int minutes)
{
    return {row, start, start.addSecs(minutes * 60)};
}

int top(int hour, int minute = 0)
{
    return hour * hourHeight + minute * hourHeight / 60;
}

} // namespace

class TestWeekLayout : public QObject
{
    Q_OBJECT

private slots:
    void oneTakesTheWidthOfItsDay()
    {
        const QList<WeekBlock> blocks = WeekLayout(monday, width).place({span(0, at(2, 10), 60)});
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first(), (WeekBlock{0, 0, 2, QRect(202, top(10), 94, hourHeight - gap)}));
    }

    void otherWeeksAreLeftOut()
    {
        const QList<WeekBlock> blocks =
            WeekLayout(monday, width).place({span(0, at(-1, 10), 60), span(1, at(6, 10), 60), span(2, at(7, 10), 60)});
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first().row, 1);
        QCOMPARE(blocks.first().day, 6);
    }

    void blocksAreInTheOrderOfDaysAndTimes()
    {
        const QList<WeekBlock> blocks =
            WeekLayout(monday, width)
                .place({span(0, at(1, 9), 60), span(1, at(0, 15), 60), span(2, at(0, 8), 60), span(3, at(1, 8), 30)});
        QList<int> rows;
        for (const WeekBlock &block : blocks)
            rows << block.row;
        QCOMPARE(rows, (QList<int>{2, 1, 3, 0}));
    }

    void twoAtATimeStandSideBySide()
    {
        const QList<WeekBlock> blocks =
            WeekLayout(monday, width).place({span(0, at(0, 10), 60), span(1, at(0, 10, 30), 60)});
        QCOMPARE(blocks.size(), 2);
        QVERIFY(!blocks.at(0).rect.intersects(blocks.at(1).rect));
        QCOMPARE(blocks.at(0).rect.left(), 2);
        QVERIFY(blocks.at(1).rect.left() > blocks.at(0).rect.right());
        QCOMPARE(blocks.at(1).rect.right(), 95);
        QCOMPARE(blocks.at(1).rect.top(), top(10, 30));
    }

    void oneAfterTheOtherTakeTheWholeWidthEach()
    {
        const QList<WeekBlock> blocks =
            WeekLayout(monday, width).place({span(0, at(0, 10), 60), span(1, at(0, 11), 60)});
        QCOMPARE(blocks.size(), 2);
        for (const WeekBlock &block : blocks)
            QCOMPARE(block.rect.width(), 94);
        QVERIFY(!blocks.at(0).rect.intersects(blocks.at(1).rect));
    }

    void aColumnThatIsFreeAgainIsUsedAgain()
    {
        const QList<WeekBlock> blocks =
            WeekLayout(monday, width).place({span(0, at(0, 10), 120), span(1, at(0, 10), 60), span(2, at(0, 11), 60)});
        QCOMPARE(blocks.size(), 3);
        QCOMPARE(blocks.at(2).rect.left(), blocks.at(1).rect.left());
        QCOMPARE(blocks.at(2).rect.width(), blocks.at(1).rect.width());
    }

    void whatDoesNotFitIsOneBlockInTheLastPlace()
    {
        const QList<WeekBlock> blocks = WeekLayout(monday, width)
                                            .place({span(0, at(0, 10), 60), span(1, at(0, 10), 60),
                                                    span(2, at(0, 10, 30), 60), span(3, at(0, 12), 60)});
        QCOMPARE(blocks.size(), 3);
        QCOMPARE(blocks.at(0).row, 0);
        QCOMPARE(blocks.at(0).more, 0);
        QCOMPARE(blocks.at(1).row, 1);
        QCOMPARE(blocks.at(1).more, 2);
        QCOMPARE(blocks.at(1).rect.top(), top(10));
        QCOMPARE(blocks.at(1).rect.bottom(), top(11, 30) - gap - 1);
        QVERIFY(!blocks.at(0).rect.intersects(blocks.at(1).rect));
        // Whatever comes later has its place again.
        QCOMPARE(blocks.at(2).row, 3);
        QCOMPARE(blocks.at(2).rect.width(), 94);
    }

    void aWiderWeekHoldsMore()
    {
        const QList<WeekSpan> spans{span(0, at(0, 10), 60), span(1, at(0, 10), 60), span(2, at(0, 10), 60)};
        const QList<WeekBlock> blocks = WeekLayout(monday, 2 * width).place(spans);
        QCOMPARE(blocks.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(blocks.at(i).more, 0);
            QVERIFY(i == 0 || blocks.at(i).rect.left() > blocks.at(i - 1).rect.right());
        }
    }

    void inANarrowDayTheSecondLiesOverTheFirst()
    {
        // 60 a day: no room for two fingers side by side.
        const QList<WeekBlock> blocks = WeekLayout(monday, 420).place({span(0, at(0, 10), 60), span(1, at(0, 10), 60)});
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks.at(1).more, 0);
        QVERIFY(blocks.at(0).rect.contains(blocks.at(1).rect));
        QVERIFY(blocks.at(1).rect.left() > blocks.at(0).rect.left());
        QVERIFY(blocks.at(1).rect.width() >= size::control);
    }

    void overMidnightStandsInBothDays()
    {
        const QList<WeekBlock> blocks = WeekLayout(monday, width).place({span(0, at(1, 23), 120)});
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks.at(0).day, 1);
        QCOMPARE(blocks.at(0).rect.top(), top(23));
        QCOMPARE(blocks.at(0).rect.bottom(), wholeDay - gap - 1);
        QCOMPARE(blocks.at(1).day, 2);
        QCOMPARE(blocks.at(1).rect.top(), 0);
        QCOMPARE(blocks.at(1).rect.height(), hourHeight - gap);
    }

    void whatBeganBeforeTheWeekShowsItsRest()
    {
        const QList<WeekBlock> blocks = WeekLayout(monday, width).place({span(0, at(-1, 23), 180)});
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first().day, 0);
        QCOMPARE(blocks.first().rect.height(), 2 * hourHeight - gap);
    }

    void whatEndsAtMidnightHasNothingOnTheNextDay()
    {
        const QList<WeekBlock> blocks = WeekLayout(monday, width).place({span(0, at(1, 22), 120)});
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first().rect.bottom(), wholeDay - gap - 1);
    }

    void aShortOneIsAsHighAsAFinger_data()
    {
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<QDateTime>("end");
        QTest::addColumn<int>("y");
        QTest::newRow("five minutes") << at(0, 10) << at(0, 10, 5) << top(10);
        QTest::newRow("no end") << at(0, 10) << QDateTime() << top(10);
        QTest::newRow("an end before the start") << at(0, 10) << at(-1, 9) << top(10);
        QTest::newRow("right before midnight") << at(0, 23, 55) << at(0, 23, 59) << wholeDay - size::control;
    }
    void aShortOneIsAsHighAsAFinger()
    {
        QFETCH(QDateTime, start);
        QFETCH(QDateTime, end);
        QFETCH(int, y);
        const QList<WeekBlock> blocks = WeekLayout(monday, width).place({{0, start, end}});
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first().rect, QRect(2, y, 94, size::control - gap));
    }

    void shortOnesDoNotCoverEachOther()
    {
        // Five minutes apart: as blocks they are at the same time.
        const QList<WeekBlock> blocks =
            WeekLayout(monday, width).place({span(0, at(0, 10), 5), span(1, at(0, 10, 5), 5)});
        QCOMPARE(blocks.size(), 2);
        QVERIFY(!blocks.at(0).rect.intersects(blocks.at(1).rect));
    }

    void whenTheClocksChangeTheWallCounts_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<int>("y");
        QTest::addColumn<int>("tall");
        // An hour that looks like two.
        QTest::newRow("forward") << "2026-03-29T00:30:00Z"
                                 << "2026-03-29T01:30:00Z" << top(1, 30) << 2 * hourHeight;
        QTest::newRow("after that") << "2026-03-29T08:00:00Z"
                                    << "2026-03-29T09:00:00Z" << top(10) << hourHeight;
        // Two hours that look like one.
        QTest::newRow("back") << "2026-10-24T23:30:00Z"
                              << "2026-10-25T01:30:00Z" << top(1, 30) << hourHeight;
        // From 2:45 to 2:15, half an hour later.
        QTest::newRow("into the hour again") << "2026-10-25T00:45:00Z"
                                             << "2026-10-25T01:15:00Z" << top(2, 45) << size::control;
    }
    void whenTheClocksChangeTheWallCounts()
    {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(int, y);
        QFETCH(int, tall);
        QCOMPARE(QTimeZone::systemTimeZoneId(), QByteArray("Europe/Rome"));
        const QDateTime from = QDateTime::fromString(start, Qt::ISODate).toLocalTime();
        const QDateTime to = QDateTime::fromString(end, Qt::ISODate).toLocalTime();
        const QList<WeekBlock> blocks = WeekLayout(from.date().addDays(-6), width).place({{0, from, to}});
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first().day, 6);
        QCOMPARE(blocks.first().rect, QRect(602, y, 94, tall - gap));
    }

    void aPointIsAHalfHour_data()
    {
        QTest::addColumn<QPoint>("point");
        QTest::addColumn<QDateTime>("start");
        QTest::newRow("first") << QPoint(0, 0) << at(0, 0);
        QTest::newRow("half past") << QPoint(350, top(10, 45)) << at(3, 10, 30);
        QTest::newRow("last") << QPoint(width - 1, wholeDay - 1) << at(6, 23, 30);
        QTest::newRow("beside") << QPoint(-5, -5) << at(0, 0);
        QTest::newRow("beyond") << QPoint(width + 5, wholeDay + 5) << at(6, 23, 30);
    }
    void aPointIsAHalfHour()
    {
        QFETCH(QPoint, point);
        QFETCH(QDateTime, start);
        QCOMPARE(WeekLayout(monday, width).slotAt(point), start);
    }
};

QTEST_GUILESS_MAIN(TestWeekLayout)
#include "test_week_layout.moc"
