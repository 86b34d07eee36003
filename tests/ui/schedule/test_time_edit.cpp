#include "tests/ui/support/keyboard.h"
#include "ui/schedule/time_edit.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>

using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);
const QLocale american(QLocale::English, QLocale::UnitedStates);
const QLocale italian(QLocale::Italian, QLocale::Italy);

} // namespace

class TestTimeEdit : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_edit = new TimeEdit(m_window.get());
        m_edit->setLocale(british);
        m_edit->setTime(QTime(11, 0));
        m_other = new QLineEdit(m_window.get());
        m_other->move(0, 100);
        QVERIFY(showActive(*m_window));
        m_edit->setFocus(Qt::TabFocusReason);
    }

    void whatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QTime>("time");
        const auto row = [](const char *text, const QLocale &locale, QTime time) {
            QTest::addRow("%s in %s", text, qPrintable(locale.name())) << QString::fromUtf8(text) << locale << time;
        };
        row("10:34", british, QTime(10, 34));
        row("1034", british, QTime(10, 34));
        row("934", british, QTime(9, 34));
        row("9:5", british, QTime(9, 5));
        row("9", british, QTime(9, 0));
        row("09", british, QTime(9, 0));
        row("10:", british, QTime(10, 0));
        row(" 10 : 34 ", british, QTime(10, 34));
        row("10:34:56", british, QTime(10, 34));
        row("10.34", italian, QTime(10, 34));
        row("10h34", british, QTime(10, 34));
        row("0000", british, QTime(0, 0));
        row("23:59", british, QTime(23, 59));
        row("2:30 PM", american, QTime(14, 30));
        row("2:30\xe2\x80\xafPM", american, QTime(14, 30)); // a narrow no-break space
        row("230pm", american, QTime(14, 30));
        row("2p", american, QTime(14, 0));
        row("2 p.m.", italian, QTime(14, 0));
        row("12:15 am", american, QTime(0, 15));
        row("12:15 pm", american, QTime(12, 15));
        row("14:30", american, QTime(14, 30));
        row("14:30 pm", american, QTime(14, 30));
        row("\xd9\xa1\xd9\xa0:\xd9\xa3\xd9\xa4", british, QTime(10, 34)); // Arabic digits
        for (const char *wrong : {"", " ", ":", ":30", "24:00", "10:60", "2460", "12345", "ten", "10:3x", "10:34:0",
                                  "14:30 am", "pm", "-1"})
            row(wrong, american, QTime());
    }
    void whatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        QFETCH(QTime, time);
        QCOMPARE(TimeEdit::fromText(text, locale), time);
    }

    void everyTimeThatIsShownIsUnderstood_data()
    {
        QTest::addColumn<QLocale>("locale");
        for (const QLocale &locale : {british, american, italian, QLocale(QLocale::Korean), QLocale(QLocale::Finnish),
                                      QLocale(QLocale::Arabic, QLocale::Egypt), QLocale::c()})
            QTest::addRow("%s", qPrintable(locale.name())) << locale;
    }
    void everyTimeThatIsShownIsUnderstood()
    {
        QFETCH(QLocale, locale);
        for (QTime time(0, 0);; time = time.addSecs(7 * 60)) {
            QCOMPARE(TimeEdit::fromText(locale.toString(time, QLocale::ShortFormat), locale), time);
            if (time > QTime(23, 50))
                break;
        }
    }

    void typingReplacesWhatIsSelected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("colon") << "10:34"
                               << "10:34";
        QTest::newRow("digits") << "1034"
                                << "10:34";
        QTest::newRow("short") << "9:5"
                               << "09:05";
        QTest::newRow("hour") << "9"
                              << "09:00";
    }
    void typingReplacesWhatIsSelected()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        press(*m_window, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_window, text);
        QCOMPARE(m_edit->text(), text); // not rewritten under the fingers
        m_other->setFocus();
        QCOMPARE(m_edit->text(), shown);
    }

    void everyCharacterIsReported()
    {
        QSignalSpy changed(m_edit, &TimeEdit::timeChanged);
        press(*m_window, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_window, QStringLiteral("10:34"));
        QList<QTime> times;
        for (const QList<QVariant> &arguments : changed)
            times << arguments.first().toTime();
        QCOMPARE(times, (QList<QTime>{QTime(1, 0), QTime(10, 0), QTime(10, 3), QTime(10, 34)}));
    }

    void whatIsNoTimeStaysAndIsInvalid()
    {
        QSignalSpy changed(m_edit, &TimeEdit::timeChanged);
        press(*m_window, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_window, QStringLiteral("noon"));
        QVERIFY(!m_edit->time().isValid());
        QCOMPARE(changed.size(), 1);
        press(*m_window, Qt::Key_Up);
        m_other->setFocus();
        QCOMPARE(m_edit->text(), QStringLiteral("noon"));
        m_edit->setTime(QTime(8, 30));
        QCOMPARE(m_edit->text(), QStringLiteral("08:30"));
    }

    void keysStepWhatTheCursorIsIn_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QTime>("from");
        QTest::addColumn<int>("cursor"); // -1: everything is selected
        QTest::addColumn<int>("key");
        QTest::addColumn<QTime>("to");
        const auto row = [](const char *name, const QLocale &locale, QTime from, int cursor, Qt::Key key, QTime to) {
            QTest::newRow(name) << locale << from << cursor << int(key) << to;
        };
        row("all, up", british, QTime(11, 0), -1, Qt::Key_Up, QTime(12, 0));
        row("hours, up", british, QTime(11, 0), 1, Qt::Key_Up, QTime(12, 0));
        row("behind the hours, down", british, QTime(11, 0), 2, Qt::Key_Down, QTime(10, 0));
        row("minutes, up", british, QTime(11, 0), 4, Qt::Key_Up, QTime(11, 1));
        row("before the minutes, up", british, QTime(11, 0), 3, Qt::Key_Up, QTime(11, 1));
        row("end, down into the hour before", british, QTime(11, 0), 5, Qt::Key_Down, QTime(10, 59));
        row("hours, page up", british, QTime(11, 0), 1, Qt::Key_PageUp, QTime(21, 0));
        row("minutes, page down", british, QTime(11, 30), 5, Qt::Key_PageDown, QTime(11, 20));
        row("not over the last hour", british, QTime(23, 15), 1, Qt::Key_Up, QTime(23, 15));
        row("not over midnight", british, QTime(0, 5), 5, Qt::Key_PageDown, QTime(0, 0));
        row("half of the day", american, QTime(9, 30), 6, Qt::Key_Up, QTime(21, 30));
        row("over noon", american, QTime(11, 30), 0, Qt::Key_Up, QTime(12, 30));
    }
    void keysStepWhatTheCursorIsIn()
    {
        QFETCH(QLocale, locale);
        QFETCH(QTime, from);
        QFETCH(int, cursor);
        QFETCH(int, key);
        QFETCH(QTime, to);
        m_edit->setLocale(locale);
        m_edit->setTime(from);
        auto *line = m_edit->findChild<QLineEdit *>();
        if (cursor < 0)
            line->selectAll();
        else
            line->setCursorPosition(cursor);
        press(*m_window, Qt::Key(key));
        QCOMPARE(m_edit->time(), to);
        QCOMPARE(m_edit->text(), locale.toString(to, QLocale::ShortFormat));
        QCOMPARE(line->hasSelectedText(), cursor < 0);
        // Back again: the cursor has stayed in its section.
        if (from != to && to != QTime(0, 0)) {
            const QList<std::pair<int, int>> opposite{{Qt::Key_Up, Qt::Key_Down},
                                                      {Qt::Key_Down, Qt::Key_Up},
                                                      {Qt::Key_PageUp, Qt::Key_PageDown},
                                                      {Qt::Key_PageDown, Qt::Key_PageUp}};
            for (const auto &[there, back] : opposite) {
                if (there == key)
                    press(*m_window, Qt::Key(back));
            }
            QCOMPARE(m_edit->time(), from);
        }
    }

    void aDoubleClickSelectsAll()
    {
        auto *line = m_edit->findChild<QLineEdit *>();
        line->setCursorPosition(0);
        QTest::mouseDClick(line, Qt::LeftButton, {}, QPoint(8, line->height() / 2));
        QCOMPARE(line->selectedText(), QStringLiteral("11:00"));
    }

    void secondsAreNotShown()
    {
        m_edit->setLocale(QLocale::c());
        QCOMPARE(m_edit->text(), QStringLiteral("11:00"));
    }

    void anotherLanguageShowsItInItsManner()
    {
        m_edit->setTime(QTime(14, 30));
        m_edit->setLocale(american);
        QVERIFY2(m_edit->text().startsWith(QStringLiteral("2:30")), qPrintable(m_edit->text()));
        QCOMPARE(m_edit->time(), QTime(14, 30));
        m_edit->setLocale(italian);
        QCOMPARE(m_edit->text(), QStringLiteral("14:30"));
    }

    void aScreenReaderKnowsItAsASpinBox()
    {
        m_edit->setAccessibleName(QStringLiteral("Start time"));
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(m_edit);
        QCOMPARE(seen->role(), QAccessible::SpinBox);
        QCOMPARE(seen->text(QAccessible::Name), QStringLiteral("Start time"));
        QVERIFY(seen->textInterface());
        QCOMPARE(seen->textInterface()->text(0, 5), QStringLiteral("11:00"));
    }

private:
    std::unique_ptr<QWidget> m_window;
    TimeEdit *m_edit = nullptr;
    QLineEdit *m_other = nullptr;
};

QTEST_MAIN(TestTimeEdit)
#include "test_time_edit.moc"
