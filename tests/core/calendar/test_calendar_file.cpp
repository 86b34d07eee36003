// The library that reads calendars for half the desktops reads what we wrote.
#include "core/calendar/calendar_file.h"

#include <QTest>
#include <QTimeZone>

#include <libical/ical.h>

#include <memory>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component parse(const QByteArray &file)
{
    return {icalparser_parse_string(file.constData()), &icalcomponent_free};
}

calendar::Event sampleEvent()
{
    return {.uid = QStringLiteral("69a5512c0f8e3b7d2c4a9e10@teleconsult"),
            .writtenAt = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC),
            .start = QDateTime(QDate(2026, 3, 2), QTime(9, 10), Qt::UTC),
            .end = QDateTime(QDate(2026, 3, 2), QTime(9, 40), Qt::UTC),
            .zone = QByteArrayLiteral("Europe/Rome"),
            .title = QStringLiteral("Teleconsultation"),
            .description = QStringLiteral("Line one; with, signs\nUna perizia più lunga: città, 日本 – 🩺"),
            .link = QUrl(QStringLiteral("teleconsult://teleconsultation/69a5512c0f8e3b7d2c4a9e10")),
            .alarm = 10min};
}

/// When it begins or ends, by the rules that the file itself brings.
QDateTime momentOf(icalcomponent *calendar, icalproperty_kind kind)
{
    icalcomponent *found = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    icalproperty *property = icalcomponent_get_first_property(found, kind);
    if (!property)
        return {};
    const icaltimetype wall =
        kind == ICAL_DTSTART_PROPERTY ? icalproperty_get_dtstart(property) : icalproperty_get_dtend(property);
    icalparameter *zoneName = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    icaltimezone *zone = zoneName ? icalcomponent_get_timezone(calendar, icalparameter_get_tzid(zoneName))
                                  : icaltimezone_get_utc_timezone();
    if (!zone)
        return {};
    return QDateTime::fromSecsSinceEpoch(icaltime_as_timet_with_zone(wall, zone), Qt::UTC);
}

} // namespace

class TestCalendarFile : public QObject
{
    Q_OBJECT
private slots:
    void whatWasWrittenIsRead();
    void timesHoldInTheirZone_data();
    void timesHoldInTheirZone();
    void theRepeatedHourIsClear_data();
    void theRepeatedHourIsClear();
    void anUnknownZoneIsUtc();
    void anEndMayBeMissing();
    void theAlarmComesBefore();
    void theTextIsAsCalendarsWantIt();
};

void TestCalendarFile::whatWasWrittenIsRead()
{
    const Component calendar = parse(calendar::toCalendarFile(sampleEvent()));
    QVERIFY(calendar);
    QCOMPARE(icalcomponent_count_errors(calendar.get()), 0);
    QVERIFY(icalrestriction_check(calendar.get()));
    QCOMPARE(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT), 1);
    icalcomponent *read = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    QCOMPARE(QString::fromUtf8(icalcomponent_get_uid(read)), sampleEvent().uid);
    QCOMPARE(QString::fromUtf8(icalcomponent_get_summary(read)), sampleEvent().title);
    QCOMPARE(QString::fromUtf8(icalcomponent_get_description(read)), sampleEvent().description);
    QCOMPARE(QString::fromUtf8(icalproperty_get_url(icalcomponent_get_first_property(read, ICAL_URL_PROPERTY))),
             sampleEvent().link.toString());
    QCOMPARE(icalproperty_get_class(icalcomponent_get_first_property(read, ICAL_CLASS_PROPERTY)), ICAL_CLASS_PRIVATE);
    QCOMPARE(momentOf(calendar.get(), ICAL_DTSTART_PROPERTY), sampleEvent().start);
    QCOMPARE(momentOf(calendar.get(), ICAL_DTEND_PROPERTY), sampleEvent().end);
    QCOMPARE(qint64(icaltime_as_timet(icalcomponent_get_dtstamp(read))), sampleEvent().writtenAt.toSecsSinceEpoch());
}

void TestCalendarFile::timesHoldInTheirZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("start");
    const auto utc = [](int month, int day, int hour, int minute) {
        return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
    };
    QTest::newRow("winter") << QByteArray("Europe/Rome") << utc(1, 15, 9, 0);
    QTest::newRow("summer") << QByteArray("Europe/Rome") << utc(7, 15, 9, 0);
    QTest::newRow("before the clock goes forward") << QByteArray("Europe/Rome") << utc(3, 29, 0, 55);
    QTest::newRow("after it") << QByteArray("Europe/Rome") << utc(3, 29, 1, 5);
    QTest::newRow("after it has gone back") << QByteArray("Europe/Rome") << utc(10, 25, 2, 5);
    QTest::newRow("next year's summer") << QByteArray("Europe/Rome") << utc(7, 15, 9, 0).addYears(1);
    QTest::newRow("no summer time") << QByteArray("Asia/Kolkata") << utc(7, 15, 9, 0);
    QTest::newRow("west") << QByteArray("America/New_York") << utc(11, 20, 23, 30);
    QTest::newRow("UTC") << QByteArray("UTC") << utc(7, 15, 9, 0);
}

void TestCalendarFile::timesHoldInTheirZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, start);
    calendar::Event moved = sampleEvent();
    moved.zone = zone;
    moved.start = start;
    moved.end = start.addSecs(30 * 60);
    const QByteArray file = calendar::toCalendarFile(moved);
    const Component calendar = parse(file);
    QVERIFY(calendar);
    QCOMPARE(momentOf(calendar.get(), ICAL_DTSTART_PROPERTY), moved.start);
    QCOMPARE(momentOf(calendar.get(), ICAL_DTEND_PROPERTY), moved.end);
    if (zone == "UTC")
        return;
    // As the clock on the wall shows it there, under the name that everybody knows, and with its rules.
    const QString wall = start.toTimeZone(QTimeZone(zone)).toString(QStringLiteral("yyyyMMdd'T'HHmmss"));
    const QByteArray line = "DTSTART;TZID=" + zone + ':' + wall.toLatin1();
    QVERIFY2(file.contains(line), file.constData());
    QVERIFY2(file.contains("BEGIN:VTIMEZONE\r\nTZID:" + zone + "\r\n"), file.constData());
}

void TestCalendarFile::theRepeatedHourIsClear_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<int>("minutes"); // 0: the end is not known.
    QTest::addColumn<QByteArray>("startLine");
    QTest::addColumn<QByteArray>("endLine");
    const auto utc = [](QDate day, int hour, int minute) { return QDateTime(day, QTime(hour, minute), Qt::UTC); };
    const QByteArray rome("Europe/Rome"); // At 01:00Z from 03:00 to 02:00.
    const QDate autumn(2026, 10, 25);
    QTest::newRow("all of it before") << rome << utc(autumn, 0, 5) << 30
                                      << QByteArray("DTSTART;TZID=Europe/Rome:20261025T020500")
                                      << QByteArray("DTEND;TZID=Europe/Rome:20261025T023500");
    QTest::newRow("the end after it") << rome << utc(autumn, 0, 45) << 30 << QByteArray("DTSTART:20261025T004500Z")
                                      << QByteArray("DTEND:20261025T011500Z");
    QTest::newRow("the moment itself") << rome << utc(autumn, 1, 0) << 30 << QByteArray("DTSTART:20261025T010000Z")
                                       << QByteArray("DTEND:20261025T013000Z");
    QTest::newRow("all of it after") << rome << utc(autumn, 1, 30) << 15 << QByteArray("DTSTART:20261025T013000Z")
                                     << QByteArray("DTEND:20261025T014500Z");
    QTest::newRow("the end unknown") << rome << utc(autumn, 1, 30) << 0 << QByteArray("DTSTART:20261025T013000Z")
                                     << QByteArray();
    QTest::newRow("the end past the hour") << rome << utc(autumn, 1, 45) << 30 << QByteArray("DTSTART:20261025T014500Z")
                                           << QByteArray("DTEND:20261025T021500Z");
    QTest::newRow("the hour is over") << rome << utc(autumn, 2, 0) << 30
                                      << QByteArray("DTSTART;TZID=Europe/Rome:20261025T030000")
                                      << QByteArray("DTEND;TZID=Europe/Rome:20261025T033000");
    QTest::newRow("set back by half an hour")
        << QByteArray("Australia/Lord_Howe") << utc(QDate(2026, 4, 4), 15, 10) << 15
        << QByteArray("DTSTART:20260404T151000Z") << QByteArray("DTEND:20260404T152500Z");
    QTest::newRow("half an hour later") << QByteArray("Australia/Lord_Howe") << utc(QDate(2026, 4, 4), 15, 30) << 15
                                        << QByteArray("DTSTART;TZID=Australia/Lord_Howe:20260405T020000")
                                        << QByteArray("DTEND;TZID=Australia/Lord_Howe:20260405T021500");
}

/// Who reads "02:30" of a night that has it twice takes the first (RFC 5545 §3.3.5).
void TestCalendarFile::theRepeatedHourIsClear()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, start);
    QFETCH(int, minutes);
    QFETCH(QByteArray, startLine);
    QFETCH(QByteArray, endLine);
    calendar::Event moved = sampleEvent();
    moved.zone = zone;
    moved.start = start;
    moved.end = minutes > 0 ? start.addSecs(minutes * 60) : QDateTime();
    const QByteArray file = calendar::toCalendarFile(moved);
    QVERIFY2(file.contains(startLine + "\r\n"), file.constData());
    QVERIFY2(file.contains(endLine.isEmpty() ? endLine : endLine + "\r\n"), file.constData());
    QCOMPARE(file.contains("BEGIN:VTIMEZONE"), startLine.contains("TZID"));
    const Component calendar = parse(file);
    QVERIFY(icalrestriction_check(calendar.get()));
}

void TestCalendarFile::anUnknownZoneIsUtc()
{
    calendar::Event lost = sampleEvent();
    lost.zone = "Nowhere/Bad";
    const QByteArray file = calendar::toCalendarFile(lost);
    QVERIFY2(file.contains("DTSTART:20260302T091000Z"), file.constData());
    QVERIFY(!file.contains("VTIMEZONE"));
}

void TestCalendarFile::anEndMayBeMissing()
{
    calendar::Event endless = sampleEvent();
    endless.end = {};
    const Component calendar = parse(calendar::toCalendarFile(endless));
    QVERIFY(icalrestriction_check(calendar.get()));
    QCOMPARE(momentOf(calendar.get(), ICAL_DTEND_PROPERTY), QDateTime());
}

void TestCalendarFile::theAlarmComesBefore()
{
    const Component calendar = parse(calendar::toCalendarFile(sampleEvent()));
    icalcomponent *read = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    icalcomponent *alarm = icalcomponent_get_first_component(read, ICAL_VALARM_COMPONENT);
    QVERIFY(alarm);
    QCOMPARE(icalproperty_get_action(icalcomponent_get_first_property(alarm, ICAL_ACTION_PROPERTY)),
             ICAL_ACTION_DISPLAY);
    const icaltriggertype trigger =
        icalproperty_get_trigger(icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY));
    QCOMPARE(icaldurationtype_as_int(trigger.duration), -600);
}

void TestCalendarFile::theTextIsAsCalendarsWantIt()
{
    const QByteArray file = calendar::toCalendarFile(sampleEvent());
    QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\n"));
    QVERIFY(file.endsWith("END:VCALENDAR\r\n"));
    for (const QByteArray &line : file.split('\n'))
        QVERIFY2(line.size() <= 76, line.constData()); // 75 octets and the carriage return
}

QTEST_GUILESS_MAIN(TestCalendarFile)
#include "test_calendar_file.moc"
