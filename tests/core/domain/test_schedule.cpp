#include "core/domain/schedule.h"

#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT
private slots:
    void lengthFromEnd_data();
    void lengthFromEnd();
    void lengthFromDuration_data();
    void lengthFromDuration();
    void whatIsMissingOrWrong_data();
    void whatIsMissingOrWrong();
    void yearsHaveFourDigits_data();
    void yearsHaveFourDigits();
    void endIsKeptToTheMillisecond();
    void timesAreUtcInside();
    void summerTimeDoesNotChangeTheLength();
    void recordsAreTakenAsTheyAre();
    void aRecordMayLackItsEnd();
};

void TestSchedule::lengthFromEnd_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("code");
    const qint64 minute = 60 * 1000;
    const qint64 day = 24 * 60 * minute;
    QTest::newRow("before the start") << -minute << "too_short";
    QTest::newRow("nothing") << qint64(0) << "too_short";
    QTest::newRow("a millisecond below 5 minutes") << 5 * minute - 1 << "too_short";
    QTest::newRow("5 minutes") << 5 * minute << "";
    QTest::newRow("half an hour") << 30 * minute << "";
    QTest::newRow("24 hours") << day << "";
    QTest::newRow("a millisecond above 24 hours") << day + 1 << "too_long";
    QTest::newRow("half a second above 24 hours") << day + 500 << "too_long";
    QTest::newRow("a year") << 365 * day << "too_long";
}

void TestSchedule::lengthFromEnd()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, code);
    const Result<Schedule> schedule = Schedule::make(noon, noon.addMSecs(milliseconds), std::nullopt);
    QCOMPARE(schedule ? QString() : schedule.error().code, code);
    if (schedule)
        QCOMPARE(schedule->end(), noon.addMSecs(milliseconds));
    else
        QCOMPARE(schedule.error().field, QStringLiteral("end_date"));
}

void TestSchedule::lengthFromDuration_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("code");
    QTest::newRow("least of all") << std::numeric_limits<qint64>::min() << "too_short";
    QTest::newRow("negative") << qint64(-600) << "too_short";
    QTest::newRow("nothing") << qint64(0) << "too_short";
    QTest::newRow("299 s") << qint64(299) << "too_short";
    QTest::newRow("5 minutes") << qint64(300) << "";
    QTest::newRow("an hour") << qint64(3600) << "";
    QTest::newRow("24 hours") << qint64(86400) << "";
    QTest::newRow("24 hours and a second") << qint64(86401) << "too_long";
    QTest::newRow("most of all") << std::numeric_limits<qint64>::max() << "too_long";
}

void TestSchedule::lengthFromDuration()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, code);
    const Result<Schedule> schedule = Schedule::make(noon, std::nullopt, std::chrono::seconds(seconds));
    QCOMPARE(schedule ? QString() : schedule.error().code, code);
    if (schedule) {
        QCOMPARE(schedule->duration(), std::chrono::seconds(seconds));
        QCOMPARE(schedule->end(), noon.addSecs(seconds));
    } else {
        QCOMPARE(schedule.error().field, QStringLiteral("duration_in_seconds"));
    }
}

void TestSchedule::whatIsMissingOrWrong_data()
{
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<bool>("withEnd");
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<bool>("withDuration");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("code");
    const QDateTime one = noon.addSecs(3600);
    QTest::newRow("no start") << QDateTime() << true << one << false << "start_date"
                              << "invalid_date";
    QTest::newRow("neither") << noon << false << QDateTime() << false << "end_date"
                             << "required";
    QTest::newRow("both") << noon << true << one << true << "duration_in_seconds"
                          << "both_given";
    QTest::newRow("a bad end") << noon << true << QDateTime() << false << "end_date"
                               << "invalid_date";
}

void TestSchedule::whatIsMissingOrWrong()
{
    QFETCH(QDateTime, start);
    QFETCH(bool, withEnd);
    QFETCH(QDateTime, end);
    QFETCH(bool, withDuration);
    QFETCH(QString, field);
    QFETCH(QString, code);
    const Result<Schedule> schedule =
        Schedule::make(start, withEnd ? std::optional<QDateTime>(end) : std::nullopt,
                       withDuration ? std::optional<std::chrono::seconds>(1h) : std::nullopt);
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().kind, Error::Kind::Invalid);
    QCOMPARE(schedule.error().field, field);
    QCOMPARE(schedule.error().code, code);
}

void TestSchedule::yearsHaveFourDigits_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("the last moment") << QStringLiteral("9999-12-31T22:59:59.999Z") << true;
    QTest::newRow("ends in the year 10000") << QStringLiteral("9999-12-31T23:50:00.000Z") << false;
    QTest::newRow("the first moment") << QStringLiteral("0001-01-01T00:00:00.000Z") << true;
    QTest::newRow("begins before the year 1") << QStringLiteral("0001-01-01T00:00:00.000+14:00") << false;
}

void TestSchedule::yearsHaveFourDigits()
{
    QFETCH(QString, start);
    QFETCH(bool, accepted);
    const Result<Schedule> schedule =
        Schedule::make(QDateTime::fromString(start, Qt::ISODateWithMs), std::nullopt, std::chrono::seconds(1h));
    QCOMPARE(schedule.has_value(), accepted);
    if (!accepted) {
        QCOMPARE(schedule.error().code, QStringLiteral("invalid_date"));
        QCOMPARE(schedule.error().field, QStringLiteral("start_date"));
    }
}

void TestSchedule::endIsKeptToTheMillisecond()
{
    const QDateTime start = noon.addMSecs(750);
    const QDateTime end = noon.addSecs(1800).addMSecs(250);
    const Result<Schedule> schedule = Schedule::make(start, end, std::nullopt);
    QVERIFY(schedule);
    QCOMPARE(schedule->start(), start);
    QCOMPARE(schedule->end(), end);
    QCOMPARE(schedule->duration(), 1799s);
}

void TestSchedule::timesAreUtcInside()
{
    const QTimeZone rome("Europe/Rome");
    const QDateTime start(QDate(2026, 7, 1), QTime(10, 0), rome);
    const Result<Schedule> schedule = Schedule::make(start, start.addSecs(1800), std::nullopt);
    QVERIFY(schedule);
    QCOMPARE(schedule->start().timeSpec(), Qt::UTC);
    QCOMPARE(schedule->end().timeSpec(), Qt::UTC);
    QCOMPARE(schedule->start().time(), QTime(8, 0));
}

void TestSchedule::summerTimeDoesNotChangeTheLength()
{
    // The clocks of Rome went from 02:00 to 03:00 on 29 March 2026: by the wall clock this is 2 hours.
    const QTimeZone rome("Europe/Rome");
    const QDateTime start(QDate(2026, 3, 29), QTime(1, 30), rome);
    const QDateTime end(QDate(2026, 3, 29), QTime(3, 30), rome);
    const Result<Schedule> schedule = Schedule::make(start, end, std::nullopt);
    QVERIFY(schedule);
    QCOMPARE(schedule->duration(), 1h);
}

void TestSchedule::recordsAreTakenAsTheyAre()
{
    const Schedule schedule = Schedule::fromRecord(noon, noon.addDays(30));
    QCOMPARE(schedule.duration(), 30 * 24h);
    QCOMPARE(schedule, Schedule::fromRecord(noon, noon.addDays(30)));
}

void TestSchedule::aRecordMayLackItsEnd()
{
    const Schedule schedule = Schedule::fromRecord(noon, {});
    QVERIFY(!schedule.end().isValid());
    QCOMPARE(schedule.duration(), 0s);
    QVERIFY(!(schedule == Schedule::fromRecord(noon, noon.addSecs(600))));
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "test_schedule.moc"
