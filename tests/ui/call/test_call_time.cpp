// What the bar of a call says about time.
#include "ui/call/call_time.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace teleconsult::ui;

class TestCallTime : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void elapsed_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("at once") << 0 << "0:00";
        QTest::newRow("before the start") << -5 << "0:00";
        QTest::newRow("seconds") << 59 << "0:59";
        QTest::newRow("minutes") << 724 << "12:04";
        QTest::newRow("an hour") << 3600 << "1:00:00";
        QTest::newRow("hours") << 37230 << "10:20:30";
    }
    void elapsed()
    {
        QFETCH(int, seconds);
        QTEST(CallTime::elapsed(m_now, m_now.addSecs(seconds)), "text");
    }

    void remaining_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isShort");
        QTest::newRow("an hour and a half") << 5400 << "1 h 30 min left" << false;
        QTest::newRow("five minutes") << 300 << "5 min left" << false;
        QTest::newRow("nearly five") << 299 << "4 min left" << true;
        QTest::newRow("one minute") << 60 << "1 min left" << true;
        QTest::newRow("seconds") << 59 << "Less than a minute left" << true;
        QTest::newRow("now") << 0 << "Time is up" << true;
        QTest::newRow("just over") << -59 << "Time is up" << true;
        QTest::newRow("over") << -180 << "3 min over time" << true;
    }
    void remaining()
    {
        QFETCH(int, seconds);
        const QDateTime end = m_now.addSecs(seconds);
        QTEST(CallTime::remaining(end, m_now), "text");
        QTEST(CallTime::isShort(end, m_now), "isShort");
    }

    void withoutAnEnd()
    {
        QCOMPARE(CallTime::remaining({}, m_now), QString());
        QVERIFY(!CallTime::isShort({}, m_now));
    }

private:
    const QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc()};
};

QTEST_MAIN(TestCallTime)
#include "test_call_time.moc"
