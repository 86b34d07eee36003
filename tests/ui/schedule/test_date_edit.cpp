#include "tests/ui/support/keyboard.h"
#include "ui/schedule/date_edit.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QCalendarWidget>
#include <QLineEdit>
#include <QSignalSpy>

#include <memory>

using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);
const QLocale american(QLocale::English, QLocale::UnitedStates);
const QLocale italian(QLocale::Italian, QLocale::Italy);
const QLocale hungarian(QLocale::Hungarian, QLocale::Hungary);
const QDate today(2026, 11, 22);

} // namespace

class TestDateEdit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_before = new QLineEdit(m_window.get());
        m_edit = new DateEdit(m_window.get());
        m_edit->move(0, 100);
        m_after = new QLineEdit(m_window.get());
        m_after->move(0, 200);
        m_edit->setLocale(british);
        m_edit->setToday(today);
        m_edit->setDate(today);
        QVERIFY(showActive(*m_window));
        m_edit->setFocus(Qt::TabFocusReason);
    }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { m_theme.reset(); }

    void whatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QDate>("date");
        const auto row = [](const char *text, const QLocale &locale, QDate date) {
            QTest::addRow("%s in %s", text, qPrintable(locale.name())) << QString::fromUtf8(text) << locale << date;
        };
        row("5/12", italian, QDate(2026, 12, 5));
        row("5/12/", italian, QDate(2026, 12, 5));
        row("05/12/2026", italian, QDate(2026, 12, 5));
        row("5.12.26", british, QDate(2026, 12, 5));
        row("5-12-2026", british, QDate(2026, 12, 5));
        row(" 5 / 12 / 26 ", british, QDate(2026, 12, 5));
        row("2026-12-05", british, QDate(2026, 12, 5));
        row("2026-12-05", american, QDate(2026, 12, 5));
        row("12/5", american, QDate(2026, 12, 5));
        row("12/5/26", american, QDate(2026, 12, 5));
        row("2026. 12. 05.", hungarian, QDate(2026, 12, 5));
        row("26.12.05", hungarian, QDate(2026, 12, 5));
        row("12.5", hungarian, QDate(2026, 12, 5));
        row("0512", british, QDate(2026, 12, 5));
        row("051226", british, QDate(2026, 12, 5));
        row("05122026", british, QDate(2026, 12, 5));
        row("01/01/2020", british, QDate(2020, 1, 1));
        row("22/11", british, today);
        row("21/11", british, QDate(2027, 11, 21)); // the next one
        row("29/2", british, QDate(2028, 2, 29));
        row("\xd9\xa5/\xd9\xa1\xd9\xa2", british, QDate(2026, 12, 5)); // Arabic digits
        for (const char *wrong : {"", " ", "/", "5", "31/02/2026", "29/02/2027", "31/2", "5/13", "32/12/2026",
                                  "5/12/202", "5/12/0002", "0000-12-05", "12/05/20266", "tomorrow", "5//12", "-5/12"})
            row(wrong, british, QDate());
    }
    void whatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QLocale, locale);
        QFETCH(QDate, date);
        QCOMPARE(DateEdit::fromText(text, locale, today), date);
    }

    void everyDateThatIsShownIsUnderstood_data()
    {
        QTest::addColumn<QLocale>("locale");
        for (const QLocale &locale :
             {british, american, italian, hungarian, QLocale(QLocale::Korean), QLocale(QLocale::Finnish),
              QLocale(QLocale::Swedish), QLocale(QLocale::Bulgarian), QLocale::c()})
            QTest::addRow("%s", qPrintable(locale.name())) << locale;
    }
    void everyDateThatIsShownIsUnderstood()
    {
        QFETCH(QLocale, locale);
        for (QDate date = today; date < today.addYears(1); date = date.addDays(7))
            QCOMPARE(DateEdit::fromText(DateEdit::toText(date, locale), locale, today), date);
    }

    void typingReplacesWhatIsSelected_data()
    {
        QTest::addColumn<int>("way"); // by which the keyboard comes
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const QList<std::pair<const char *, Qt::Key>> ways{
            {"Ctrl+A", Qt::Key_A}, {"Tab", Qt::Key_Tab}, {"Shift+Tab", Qt::Key_Backtab}};
        for (const auto &[name, key] : ways) {
            QTest::addRow("all after %s", name) << int(key) << "01/01/2020"
                                                << "01/01/2020";
            QTest::addRow("short after %s", name) << int(key) << "5/12"
                                                  << "05/12/2026";
            QTest::addRow("no date after %s", name) << int(key) << "31/02/2026"
                                                    << "31/02/2026";
        }
    }
    void typingReplacesWhatIsSelected()
    {
        QFETCH(int, way);
        QFETCH(QString, text);
        QFETCH(QString, shown);
        if (way == Qt::Key_A) {
            press(*m_window, Qt::Key_A, Qt::ControlModifier);
        } else {
            (way == Qt::Key_Tab ? m_before : m_after)->setFocus();
            press(*m_window, Qt::Key(way), way == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            QVERIFY(m_edit->hasFocus());
        }
        typeText(*m_window, text);
        QCOMPARE(m_edit->text(), text); // not rewritten under the fingers
        press(*m_window, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), shown);
        QCOMPARE(m_edit->date(), QDate::fromString(shown, QStringLiteral("dd/MM/yyyy")));
    }

    void whatMayBecomeADateIsUnfinishedUntilTheKeyboardLeaves()
    {
        press(*m_window, Qt::Key_A, Qt::ControlModifier);
        for (const QChar character : QStringLiteral("05/12/2026")) {
            QTest::keyClick(m_window->windowHandle(), character.toLatin1());
            QVERIFY2(m_edit->date().isValid() || m_edit->isUnfinished(), qPrintable(m_edit->text()));
        }
        press(*m_window, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_window, QStringLiteral("5"));
        QVERIFY(m_edit->isUnfinished());
        QSignalSpy edited(m_edit, &DateEdit::edited);
        m_after->setFocus();
        QCOMPARE(edited.size(), 1);
        QVERIFY(!m_edit->isUnfinished());
        m_edit->setFocus(Qt::OtherFocusReason);
        typeText(*m_window, QStringLiteral("31/02/2026"));
        QVERIFY(!m_edit->isUnfinished());
    }

    void keysStep()
    {
        press(*m_window, Qt::Key_Up);
        QCOMPARE(m_edit->date(), today.addDays(1));
        press(*m_window, Qt::Key_Down);
        press(*m_window, Qt::Key_Down);
        QCOMPARE(m_edit->date(), today.addDays(-1));
        press(*m_window, Qt::Key_PageUp);
        QCOMPARE(m_edit->date(), today.addDays(-1).addMonths(1));
        press(*m_window, Qt::Key_PageDown);
        QCOMPARE(m_edit->date(), today.addDays(-1));
        QCOMPARE(m_edit->text(), QStringLiteral("21/11/2026"));
    }

    void theCalendarIsOpenedAndLeftByKeys()
    {
        press(*m_window, Qt::Key_Down, Qt::AltModifier);
        auto *calendar = m_edit->findChild<QCalendarWidget *>(QStringLiteral("calendar"));
        QTRY_VERIFY(calendar && calendar->isVisible());
        QCOMPARE(calendar->selectedDate(), today);
        emit calendar->activated(today.addDays(3));
        QVERIFY(!calendar->isVisible());
        QCOMPARE(m_edit->date(), today.addDays(3));
    }

    void anotherLanguageShowsTheSameDateInItsManner()
    {
        m_edit->setDate(QDate(2026, 12, 5));
        m_edit->setLocale(american);
        QCOMPARE(m_edit->text(), QStringLiteral("12/5/2026"));
        QCOMPARE(m_edit->date(), QDate(2026, 12, 5));
        m_edit->setLocale(italian);
        QCOMPARE(m_edit->date(), QDate(2026, 12, 5));
    }

    void aScreenReaderKnowsItAsASpinBox()
    {
        m_edit->setAccessibleName(QStringLiteral("Date"));
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(m_edit);
        QCOMPARE(seen->role(), QAccessible::SpinBox);
        QCOMPARE(seen->text(QAccessible::Name), QStringLiteral("Date"));
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    DateEdit *m_edit = nullptr;
    QLineEdit *m_after = nullptr;
};

QTEST_MAIN(TestDateEdit)
#include "test_date_edit.moc"
