#include "core/domain/moment.h"

#include <QTest>

using namespace teleconsult;

Q_DECLARE_METATYPE(WithoutZone)

class TestMoment : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void isReadBackAsItWasWritten();
    void namesItsZone_data();
    void namesItsZone();
    void namesNoZone_data();
    void namesNoZone();
};

void TestMoment::initTestCase()
{
    qputenv("TZ", "Europe/Rome");
}

void TestMoment::isReadBackAsItWasWritten()
{
    const QDateTime moment(QDate(2022, 2, 22), QTime(15, 30, 1, 7), Qt::UTC);
    QCOMPARE(dateText(moment), QStringLiteral("2022-02-22T15:30:01.007Z"));
    QCOMPARE(dateFrom(dateText(moment.toLocalTime())), moment);
    QCOMPARE(dateText({}), QString());
    QVERIFY(!dateFrom(QString()).isValid());
}

void TestMoment::namesItsZone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("moment");
    const QDateTime moment(QDate(2022, 2, 22), QTime(15, 30), Qt::UTC);
    QTest::newRow("documented") << "2022-02-22T15:30:00.000Z" << moment;
    QTest::newRow("no milliseconds") << "2022-02-22T15:30:00Z" << moment;
    QTest::newRow("an offset") << "2022-02-22T16:30:00.000+01:00" << moment;
    QTest::newRow("a blank for the letter") << "2022-02-22 15:30:00Z" << moment;
    QTest::newRow("an impossible day") << "2022-02-30T15:30:00.000Z" << QDateTime();
    QTest::newRow("an impossible hour") << "2022-02-22T25:30:00.000Z" << QDateTime();
    QTest::newRow("words") << "tomorrow" << QDateTime();
}

void TestMoment::namesItsZone()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, moment);
    for (const WithoutZone without : {WithoutZone::IsLocal, WithoutZone::IsUtc, WithoutZone::IsRefused}) {
        const QDateTime read = dateFrom(text, without);
        QCOMPARE(read, moment);
        QVERIFY(!read.isValid() || read.timeSpec() == Qt::UTC);
    }
}

void TestMoment::namesNoZone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<WithoutZone>("without");
    QTest::addColumn<QString>("read");
    const QString time = QStringLiteral("2022-02-22T15:30:00");
    const QString day = QStringLiteral("2022-02-22");
    QTest::newRow("a time here") << time << WithoutZone::IsLocal << "2022-02-22T14:30:00.000Z";
    QTest::newRow("a time in UTC") << time << WithoutZone::IsUtc << "2022-02-22T15:30:00.000Z";
    QTest::newRow("a time anywhere") << time << WithoutZone::IsRefused << "";
    QTest::newRow("a day here") << day << WithoutZone::IsLocal << "2022-02-21T23:00:00.000Z";
    QTest::newRow("a day in UTC") << day << WithoutZone::IsUtc << "2022-02-22T00:00:00.000Z";
    QTest::newRow("a day anywhere") << day << WithoutZone::IsRefused << "";
    QTest::newRow("an hour that summer time leaves out")
        << "2026-03-29T02:30:00" << WithoutZone::IsUtc << "2026-03-29T02:30:00.000Z";
}

void TestMoment::namesNoZone()
{
    QFETCH(QString, text);
    QFETCH(WithoutZone, without);
    QFETCH(QString, read);
    QCOMPARE(dateText(dateFrom(text, without)), read);
}

QTEST_GUILESS_MAIN(TestMoment)
#include "test_moment.moc"
