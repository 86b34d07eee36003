// What the form of a new consultation says of what cannot be.
#include "tests/ui/schedule/schedule_dialog_test.h"

#include "ui/schedule/date_edit.h"
#include "ui/schedule/time_edit.h"

#include <QComboBox>
#include <QLabel>
#include <QTranslator>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestScheduleDialogMistakes : public ScheduleDialogTest
{
    Q_OBJECT

private slots:
    void aTimeIsTypedOverTheOldOne()
    {
        auto *time = visible<TimeEdit>(*m_dialog, QStringLiteral("startTime"));
        auto *length = visible<QComboBox>(*m_dialog, QStringLiteral("length"));
        QCOMPARE(time->text(), QStringLiteral("15:00"));
        QVERIFY(tabTo(*m_dialog, time));
        press(*m_dialog, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_dialog, QStringLiteral("10:34"));
        QCOMPARE(time->time(), QTime(10, 34));
        QCOMPARE(time->text(), QStringLiteral("10:34"));

        // What is no time is said beside the field, at once; the field keeps its place and what was typed.
        press(*m_dialog, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_dialog, QStringLiteral("25"));
        QVERIFY(time->property("invalid").toBool());
        QVERIFY2(time->accessibleDescription().contains(QStringLiteral("09:30")),
                 qPrintable(time->accessibleDescription()));
        QVERIFY(tabTo(*m_dialog, length));
        QCOMPARE(time->text(), QStringLiteral("25"));
        press(*m_dialog, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), time);
        QVERIFY(m_clinic->all().isEmpty());

        // It comes with all of its text selected.
        typeText(*m_dialog, QStringLiteral("915"));
        QVERIFY(!time->property("invalid").toBool());
        QVERIFY(tabTo(*m_dialog, length));
        QCOMPARE(time->text(), QStringLiteral("09:15"));
    }

    void aDateIsTypedOverTheOldOne()
    {
        auto *date = visible<DateEdit>(*m_dialog, QStringLiteral("startDate"));
        auto *time = visible<TimeEdit>(*m_dialog, QStringLiteral("startTime"));
        QVERIFY(tabTo(*m_dialog, date));
        press(*m_dialog, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_dialog, QStringLiteral("31/02/202"));
        QVERIFY(!date->property("invalid").toBool()); // it is not complete
        typeText(*m_dialog, QStringLiteral("6"));
        QVERIFY(date->property("invalid").toBool());
        QVERIFY(!time->property("invalid").toBool());
        QVERIFY2(date->accessibleDescription().contains(QStringLiteral("2026")),
                 qPrintable(date->accessibleDescription()));
        press(*m_dialog, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), time);
        QCOMPARE(date->text(), QStringLiteral("31/02/2026"));
        press(*m_dialog, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), date);
        typeText(*m_dialog, QStringLiteral("2026-12-05"));
        QVERIFY(!date->property("invalid").toBool());
        QCOMPARE(date->date(), QDate(2026, 12, 5));
        press(*m_dialog, Qt::Key_Tab);
        QCOMPARE(date->text(), DateEdit::toText(QDate(2026, 12, 5), QLocale()));
    }

    void aMistakeMovesNothing_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Italian") << "it";
    }
    void aMistakeMovesNothing()
    {
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/teleconsult_%1.qm").arg(language)));
        QCoreApplication::installTranslator(&translator);
        QCoreApplication::processEvents();
        const auto *next = visible<QLineEdit>(*m_dialog, nameEdit, 0);
        const auto top = [&] { return next->mapTo(m_dialog.get(), QPoint()).y(); };
        const int before = top();
        for (const char *name : {"startTime", "startDate"}) {
            QVERIFY(tabTo(*m_dialog, visible<QWidget>(*m_dialog, QLatin1String(name))));
            press(*m_dialog, Qt::Key_A, Qt::ControlModifier);
            typeText(*m_dialog, QStringLiteral("noon"));
            QVERIFY(QApplication::focusWidget()->property("invalid").toBool());
            QCoreApplication::processEvents();
            QCOMPARE(top(), before);
        }
        QCoreApplication::removeTranslator(&translator);
    }

    void showsNoMistakeBeforeOneWasMade()
    {
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>())
            QVERIFY2(!widget->property("invalid").toBool(), qPrintable(widget->objectName()));
    }

    void anEmptyNameIsSaidWhileTyping()
    {
        typeText(*m_dialog, QStringLiteral("M"));
        QVERIFY(!field(nameEdit, 1)->property("invalid").toBool());
        const int height = field(nameEdit, 1)->parentWidget()->height();
        press(*m_dialog, Qt::Key_Backspace);
        QVERIFY(field(nameEdit, 1)->property("invalid").toBool());
        QVERIFY(field(nameEdit, 1)->accessibleDescription().contains(QStringLiteral("full name")));
        QTest::qWait(0);
        QCOMPARE(field(nameEdit, 1)->parentWidget()->height(), height);
    }

    void submittingShowsEveryMistakeAndGoesToTheFirst()
    {
        field(nameEdit, 0)->clear();
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(field(nameEdit, 0)->property("invalid").toBool());
        QVERIFY(field(nameEdit, 1)->property("invalid").toBool());
        QCOMPARE(QApplication::focusWidget(), field(nameEdit, 0));
        QVERIFY(m_clinic->all().isEmpty());
    }

    void twoPeopleWithOneId()
    {
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        toggleId(1);
        field(idEdit, 0)->clear();
        QTest::keyClicks(field(idEdit, 0), Clinic::station().externalId);
        QVERIFY(field(idEdit, 0)->property("invalid").toBool());
        QVERIFY(!field(idEdit, 0)->accessibleDescription().isEmpty());
    }

    /// The mistake is where somebody else was typed before.
    void theIdOfARowBelowIsTakenFromAbove()
    {
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        toggleId(0);
        toggleId(1);
        const QString theirs = field(idEdit, 1)->text();
        QVERIFY(!theirs.isEmpty());
        field(idEdit, 0)->clear();
        QTest::keyClicks(field(idEdit, 0), theirs);
        QVERIFY(field(idEdit, 0)->property("invalid").toBool() || field(idEdit, 1)->property("invalid").toBool());
    }

    void nobodyWhoMayOpenTheRoomIsSaidWhileTyping()
    {
        auto *group = visible<QComboBox>(*m_dialog, groupBox, 0);
        group->setCurrentIndex(group->findData(QStringLiteral("patient")));
        const auto *error = m_dialog->findChild<QLabel *>(QStringLiteral("participantsError"));
        QVERIFY(!error->isVisible()); // Who comes second is not known yet.
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        QVERIFY(error->isVisible());
        QVERIFY(error->text().contains(QStringLiteral("doctor")));
    }

    void nobodyWhoMayOpenTheRoom()
    {
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        auto *group = visible<QComboBox>(*m_dialog, groupBox, 0);
        group->setCurrentIndex(group->findData(QStringLiteral("patient")));
        press(*m_dialog, Qt::Key_Return);
        const auto *error = m_dialog->findChild<QLabel *>(QStringLiteral("participantsError"));
        QVERIFY(error->isVisible());
        QVERIFY(error->text().contains(QStringLiteral("doctor")));
        QCOMPARE(QApplication::focusWidget(), group);
        QVERIFY(m_clinic->all().isEmpty());
    }
};

QTEST_MAIN(TestScheduleDialogMistakes)
#include "test_schedule_dialog_mistakes.moc"
