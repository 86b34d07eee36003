#include "ui/widgets/date_text.h"

#include <QLocale>
#include <QTest>

using teleconsult::ui::DateText;

class TestDateText : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void daysInTheMannerOfTheLanguage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("longDay");
        QTest::addColumn<QString>("shortDay");
        QTest::addColumn<QString>("week");
        QTest::newRow("British") << QLocale(QLocale::English, QLocale::UnitedKingdom) << "Tuesday, 12 May"
                                 << "Tue, 12 May"
                                 << "12 May – 18 May 2026";
        QTest::newRow("American") << QLocale(QLocale::English, QLocale::UnitedStates) << "Tuesday, May 12"
                                  << "Tue, May 12"
                                  << "May 12 – May 18 2026";
        QTest::newRow("Italian") << QLocale(QLocale::Italian, QLocale::Italy) << "martedì 12 maggio"
                                 << "mar 12 mag"
                                 << "12 mag – 18 mag 2026";
    }
    void daysInTheMannerOfTheLanguage()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, longDay);
        QFETCH(QString, shortDay);
        QFETCH(QString, week);
        QLocale::setDefault(locale);
        const QDate day(2026, 5, 12);
        QCOMPARE(DateText::longDay(day, day), longDay);
        QCOMPARE(DateText::shortDay(day, day), shortDay);
        QCOMPARE(DateText::dayRange(day, day.addDays(6)), week);
    }

    void anotherYearIsNamed()
    {
        QLocale::setDefault(QLocale(QLocale::Italian, QLocale::Italy));
        QCOMPARE(DateText::longDay({2027, 1, 4}, {2026, 12, 30}), QStringLiteral("lunedì 4 gennaio 2027"));
    }

    void nearDaysHaveNames()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const QDate today(2026, 5, 12);
        QCOMPARE(DateText::relativeDay(today, today), QStringLiteral("Today"));
        QCOMPARE(DateText::relativeDay(today.addDays(1), today), QStringLiteral("Tomorrow"));
        QCOMPARE(DateText::relativeDay(today.addDays(-1), today), QStringLiteral("Yesterday"));
        QCOMPARE(DateText::relativeDay(today.addDays(2), today), QString());
    }

    void timesAreLocal()
    {
        QLocale::setDefault(QLocale(QLocale::Italian, QLocale::Italy));
        // Rome is two hours ahead of UTC in summer, one in winter.
        QCOMPARE(DateText::time(QDateTime(QDate(2026, 7, 1), QTime(8, 0), Qt::UTC)), QStringLiteral("10:00"));
        QCOMPARE(DateText::time(QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC)), QStringLiteral("09:00"));
        QCOMPARE(DateText::timeRange(QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC), {}), QStringLiteral("09:00"));
    }

    void theWeekBeginsWhereThePersonLives()
    {
        const QDate monday(2026, 5, 11);
        const QDate sunday = monday.addDays(-1);
        QLocale::setDefault(QLocale(QLocale::Italian, QLocale::Italy));
        QCOMPARE(DateText::weekBegin(monday), monday);
        QCOMPARE(DateText::weekBegin(monday.addDays(6)), monday);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(DateText::weekBegin(monday), sunday);
        QCOMPARE(DateText::weekBegin(sunday), sunday);
    }

    void durations()
    {
        using std::chrono::minutes;
        QCOMPARE(DateText::duration(minutes(45)), QStringLiteral("45 min"));
        QCOMPARE(DateText::duration(minutes(60)), QStringLiteral("1 h"));
        QCOMPARE(DateText::duration(minutes(95)), QStringLiteral("1 h 35 min"));
    }
};

QTEST_APPLESS_MAIN(TestDateText)
#include "test_date_text.moc"
