// Runs with a time zone that nobody knows (tests/ui/CMakeLists.txt).
#include "tests/support/manual_clock.h"
#include "ui/schedule/date_edit.h"
#include "ui/schedule/local_time.h"
#include "ui/schedule/when_editor.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;

class TestUnknownZone : public QObject
{
    Q_OBJECT

private slots:
    void isTakenForUtc()
    {
        QVERIFY(localZone().isValid());
        const QDateTime summer(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(localZone().offsetFromUtc(summer), 0);
        // The agenda shows local times of Qt's own: both must agree.
        QCOMPARE(summer.toLocalTime().time(), QTime(12, 0));
    }

    void theFormShowsTheDayThatItIs()
    {
        const Theme theme;
        const QDateTime now(QDate(2026, 3, 2), QTime(9, 10), Qt::UTC);
        const test::ManualClock clock(now);
        WhenEditor editor(clock, nullptr);
        const QDateTime halfPast(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC);
        QCOMPARE(editor.start(), halfPast);
        QCOMPARE(editor.findChild<DateEdit *>(QStringLiteral("startDate"))->date(), QDate(2026, 3, 2));
        QVERIFY(editor.findChild<QLabel *>(QStringLiteral("timeZone"))->text().contains(QStringLiteral("UTC")));
        editor.setStart(now.addDays(1).toLocalTime());
        QCOMPARE(editor.start(), now.addDays(1));
    }
};

QTEST_MAIN(TestUnknownZone)
#include "test_unknown_zone.moc"
