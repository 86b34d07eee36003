// When a station is open, as an administrator writes it.
#include "core/domain/opening_hours.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestOpeningHours : public QObject
{
    Q_OBJECT

    static QDateTime at(const QString &text) { return QDateTime::fromString(text, Qt::ISODate); }

private slots:
    // 2 March 2026 is a Monday.
    void open_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<QString>("next"); // empty: never
        const QString clinic = QStringLiteral("Mo-Fr 08:00-12:30,14:00-19:00; Sa 08:00-13:00");
        const auto row = [](const char *name, const QString &hours, const QString &now, bool isOpen,
                            const QString &next) { QTest::newRow(name) << hours << now << isOpen << next; };
        row("nothing is written", QString(), "2026-03-02T03:00", true, QString());
        row("always", "24/7", "2026-03-02T03:00", true, QString());
        row("before it opens", clinic, "2026-03-02T07:59", false, "2026-03-02T08:00");
        row("as it opens", clinic, "2026-03-02T08:00", true, "2026-03-02T12:30");
        row("as it closes", clinic, "2026-03-02T12:30", false, "2026-03-02T14:00");
        row("in the afternoon", clinic, "2026-03-02T18:59", true, "2026-03-02T19:00");
        row("in the night", clinic, "2026-03-02T23:00", false, "2026-03-03T08:00");
        row("over the weekend", clinic, "2026-03-07T13:00", false, "2026-03-09T08:00");
        row("a later rule replaces an earlier one", "Mo-Su 08:00-20:00; We off", "2026-03-04T10:00", false,
            "2026-03-05T08:00");
        row("over the end of the week", "Sa-Mo 10:00-11:00", "2026-03-01T10:30", true, "2026-03-01T11:00");
        row("until midnight and on", "Mo 20:00-24:00; Tu 00:00-02:00", "2026-03-02T23:00", true, "2026-03-03T02:00");
        row("once a week, after it", "Mo 08:00-09:00", "2026-03-02T09:30", false, "2026-03-09T08:00");
        row("never", "Mo-Su off", "2026-03-02T09:30", false, QString());
        row("closed, in words", "Mo, Tu 08:00-20:00; Mo closed", "2026-03-02T10:00", false, "2026-03-03T08:00");
        row("small letters, spaces", " mo-fr  8:00 - 9:00 ;", "2026-03-02T08:30", true, "2026-03-02T09:00");
    }
    void open()
    {
        QFETCH(const QString, hours);
        QFETCH(const QString, now);
        QFETCH(const bool, isOpen);
        QFETCH(const QString, next);
        const Result<OpeningHours> parsed = OpeningHours::parse(hours);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().toLogLine()));
        QCOMPARE(parsed->isOpenAt(at(now)), isOpen);
        QCOMPARE(parsed->nextChange(at(now)), next.isEmpty() ? QDateTime() : at(next));
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("field");
        QTest::newRow("no days") << "08:00-19:00"
                                 << "08:00-19:00";
        QTest::newRow("no such day") << "Mo-Xy 08:00-19:00"
                                     << "Mo-Xy";
        QTest::newRow("three ends") << "Mo-We-Fr 08:00-19:00"
                                    << "Mo-We-Fr";
        QTest::newRow("no such hour") << "Mo 08:00-25:00"
                                      << "08:00-25:00";
        QTest::newRow("no end") << "Mo 08:00"
                                << "08:00";
        QTest::newRow("backwards") << "Mo 19:00-08:00"
                                   << "19:00-08:00";
        QTest::newRow("overlapping") << "Mo 08:00-12:00,11:00-13:00"
                                     << "08:00-12:00,11:00-13:00";
        QTest::newRow("words") << "Mo sometimes"
                               << "Mo sometimes";
    }
    void mistakes()
    {
        QFETCH(const QString, hours);
        QFETCH(const QString, field);
        const Result<OpeningHours> parsed = OpeningHours::parse(hours);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, QStringLiteral("opening_hours"));
        QCOMPARE(parsed.error().field.trimmed(), field);
        QVERIFY(parsed.error().message.contains(field));
    }

    void alwaysOpen()
    {
        QVERIFY(OpeningHours().isAlwaysOpen());
        QVERIFY(OpeningHours::parse(QStringLiteral("Mo-Su 00:00-24:00"))->isAlwaysOpen());
        QVERIFY(!OpeningHours::parse(QStringLiteral("Mo-Su 00:00-23:59"))->isAlwaysOpen());
    }
};

QTEST_GUILESS_MAIN(TestOpeningHours)
#include "test_opening_hours.moc"
