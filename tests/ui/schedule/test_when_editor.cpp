// Runs in Europe/Rome (tests/ui/CMakeLists.txt).
#include "core/domain/schedule.h"
#include "tests/support/manual_clock.h"
#include "ui/schedule/time_edit.h"
#include "ui/schedule/when_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace teleconsult;
using namespace teleconsult::ui;

namespace {

constexpr int otherMinutes = -1;
constexpr int untilTime = -2;

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

void choose(WhenEditor &editor, int length)
{
    auto *box = editor.findChild<QComboBox *>(QStringLiteral("length"));
    box->setCurrentIndex(box->findData(length));
}

QList<Error> mistakes(const WhenEditor &editor)
{
    const Result<Schedule> schedule = Schedule::make(editor.start(), editor.end(), editor.duration());
    return schedule ? QList<Error>() : QList<Error>{schedule.error()};
}

QString shownError(WhenEditor &editor)
{
    editor.touchAll();
    editor.showErrors(mistakes(editor));
    for (const Field *field : editor.fields()) {
        if (field->hasError())
            return field->error();
    }
    return {};
}

} // namespace

class TestWhenEditor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCOMPARE(QTimeZone::systemTimeZoneId(), QByteArray("Europe/Rome"));
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void beginsWithTheUsualLength_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("chosen");
        QTest::newRow("of the list") << 45 << 45;
        QTest::newRow("another") << 25 << otherMinutes;
        QTest::newRow("the longest") << 1440 << otherMinutes;
    }
    void beginsWithTheUsualLength()
    {
        QFETCH(int, minutes);
        test::ManualClock clock(utc("2026-03-02T09:10:20Z"));
        WhenEditor editor(clock, nullptr);
        editor.setLength(std::chrono::minutes(minutes));
        QCOMPARE(editor.duration(), std::chrono::seconds(std::chrono::minutes(minutes)));
        QTEST(editor.findChild<QComboBox *>(QStringLiteral("length"))->currentData().toInt(), "chosen");
        editor.showErrors(mistakes(editor)); // Nobody has touched anything.
        for (const Field *field : editor.fields())
            QVERIFY(!field->hasError());
        if (minutes > 12 * 60)
            return; // Beyond that an end is one of the same day.
        choose(editor, untilTime);
        QCOMPARE(*editor.end(), editor.start().addSecs(minutes * 60LL));
    }

    void beginsWithTheNextHalfHour()
    {
        test::ManualClock clock(utc("2026-03-02T09:10:20Z"));
        const WhenEditor editor(clock, nullptr);
        QCOMPARE(editor.start(), utc("2026-03-02T09:30:00Z"));
        QCOMPARE(editor.duration(), std::chrono::seconds(std::chrono::minutes(30)));
        QVERIFY(!editor.end());
    }

    /// An end that is wrong because the start was moved.
    void anEndThatIsLeftBehindIsSaidWhileTyping()
    {
        test::ManualClock clock(utc("2026-03-02T07:10:20Z"));
        WhenEditor editor(clock, nullptr);
        choose(editor, untilTime);
        editor.findChild<TimeEdit *>(QStringLiteral("endTime"))->setTime(QTime(9, 0));
        auto *start = editor.findChild<TimeEdit *>(QStringLiteral("startTime"));
        connect(&editor, &WhenEditor::changed, &editor, [&editor] { editor.showErrors(mistakes(editor)); });
        const auto isWrong = [&editor] {
            const QList<Field *> fields = editor.fields();
            return std::any_of(fields.begin(), fields.end(), [](const Field *field) { return field->hasError(); });
        };
        start->setTime(QTime(8, 30));
        QVERIFY(!isWrong());
        start->setTime(QTime(9, 0));
        QVERIFY(isWrong());
    }

    void until_data()
    {
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<QTime>("until");
        QTest::addColumn<QDateTime>("end");
        QTest::newRow("same day") << utc("2026-03-02T09:00:00Z") << QTime(10, 45) << utc("2026-03-02T09:45:00Z");
        QTest::newRow("past midnight") << utc("2026-03-02T22:45:00Z") << QTime(0, 15) << utc("2026-03-02T23:15:00Z");
        QTest::newRow("before the start: a mistake")
            << utc("2026-03-02T09:00:00Z") << QTime(9, 0) << utc("2026-03-02T08:00:00Z");
        QTest::newRow("clocks go forward meanwhile")
            << utc("2026-03-29T00:30:00Z") << QTime(3, 30) << utc("2026-03-29T01:30:00Z");
        QTest::newRow("clocks go back meanwhile")
            << utc("2026-10-24T23:30:00Z") << QTime(3, 0) << utc("2026-10-25T02:00:00Z");
        QTest::newRow("ends in the repeated hour")
            << utc("2026-10-24T23:30:00Z") << QTime(2, 30) << utc("2026-10-25T00:30:00Z");
        QTest::newRow("ends when the hour comes again")
            << utc("2026-10-25T00:45:00Z") << QTime(2, 15) << utc("2026-10-25T01:15:00Z");
        QTest::newRow("ends in the skipped hour") << utc("2026-03-29T00:30:00Z") << QTime(2, 30) << QDateTime();
    }
    void until()
    {
        QFETCH(QDateTime, start);
        QFETCH(QTime, until);
        QFETCH(QDateTime, end);
        test::ManualClock clock(utc("2026-01-01T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        editor.setStart(start.toLocalTime());
        QCOMPARE(editor.start(), start);
        choose(editor, untilTime);
        editor.findChild<TimeEdit *>(QStringLiteral("endTime"))->setTime(until);
        QVERIFY(editor.end().has_value());
        QCOMPARE(*editor.end(), end);
        QVERIFY(!editor.duration());
    }

    void aSkippedStartIsAMistake()
    {
        test::ManualClock clock(utc("2026-01-01T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        editor.setStart(utc("2026-03-29T00:30:00Z").toLocalTime());
        editor.findChild<TimeEdit *>(QStringLiteral("startTime"))->setTime(QTime(2, 30));
        QVERIFY(!editor.start().isValid());
        QVERIFY(shownError(editor).contains(QStringLiteral("skip")));
    }

    void aRepeatedStartIsTheFirstAndSaysSo()
    {
        test::ManualClock clock(utc("2026-01-01T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        editor.setStart(utc("2026-10-24T23:30:00Z").toLocalTime());
        auto *time = editor.findChild<TimeEdit *>(QStringLiteral("startTime"));
        time->setTime(QTime(2, 30));
        QCOMPARE(editor.start(), utc("2026-10-25T00:30:00Z"));
        QVERIFY(time->accessibleDescription().contains(QStringLiteral("twice")));
        QCOMPARE(shownError(editor), QString());
    }

    void aFinerChoiceBeginsWithTheLengthChosenBefore()
    {
        test::ManualClock clock(utc("2026-03-02T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        choose(editor, 60);
        choose(editor, otherMinutes);
        QCOMPARE(editor.duration(), std::chrono::seconds(std::chrono::minutes(60)));
        choose(editor, 45);
        choose(editor, untilTime);
        QCOMPARE(editor.end(), editor.start().addSecs(45 * 60));
    }

    void anEndThatIsNoTimeIsAMistake()
    {
        test::ManualClock clock(utc("2026-03-02T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        choose(editor, untilTime);
        editor.findChild<TimeEdit *>(QStringLiteral("endTime"))->setTime({});
        QVERIFY(editor.end().has_value());
        QVERIFY(!editor.end()->isValid());
        QVERIFY2(shownError(editor).contains(QStringLiteral("time of day")), qPrintable(shownError(editor)));
    }

    void anInvalidStartIsTheNextHalfHour()
    {
        test::ManualClock clock(utc("2026-03-02T09:10:00Z"));
        WhenEditor editor(clock, nullptr);
        editor.setStart({});
        QCOMPARE(editor.start(), utc("2026-03-02T09:30:00Z"));
    }

    void aStartInThePastIsPointedOutOnly()
    {
        test::ManualClock clock(utc("2026-03-02T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        editor.setStart(utc("2026-03-02T08:00:00Z").toLocalTime());
        const auto *time = editor.findChild<TimeEdit *>(QStringLiteral("startTime"));
        QVERIFY(time->accessibleDescription().contains(QStringLiteral("past")));
        QCOMPARE(shownError(editor), QString());
    }

    void minutes_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("too short") << 4 << true;
        QTest::newRow("shortest") << 5 << false;
        QTest::newRow("longest") << 24 * 60 << false;
        QTest::newRow("too long") << 24 * 60 + 1 << true;
    }
    void minutes()
    {
        QFETCH(int, minutes);
        QFETCH(bool, wrong);
        test::ManualClock clock(utc("2026-03-02T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        choose(editor, otherMinutes);
        editor.findChild<QSpinBox *>(QStringLiteral("durationMinutes"))->setValue(minutes);
        QCOMPARE(editor.duration(), std::chrono::seconds(std::chrono::minutes(minutes)));
        QCOMPARE(!shownError(editor).isEmpty(), wrong);
    }

    void saysWhatComesOut_data()
    {
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<QString>("words");
        QTest::newRow("day") << utc("2026-03-02T09:00:00Z") << QStringLiteral("10:00 – 10:30 (30 min)");
        QTest::newRow("night") << utc("2026-03-02T22:45:00Z") << QStringLiteral("23:45 – 00:15 the next day (30 min)");
    }
    void saysWhatComesOut()
    {
        QFETCH(QDateTime, start);
        QFETCH(QString, words);
        test::ManualClock clock(utc("2026-03-02T09:00:00Z"));
        WhenEditor editor(clock, nullptr);
        editor.setStart(start.toLocalTime());
        QVERIFY2(editor.summary().endsWith(words), qPrintable(editor.summary()));
        QVERIFY(editor.summary().startsWith(QStringLiteral("Monday")));
        const QString zone = editor.findChild<QLabel *>(QStringLiteral("timeZone"))->text();
        QVERIFY2(zone.contains(QStringLiteral("Europe/Rome")) && zone.contains(QStringLiteral("+01:00")),
                 qPrintable(zone));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWhenEditor)
#include "test_when_editor.moc"
