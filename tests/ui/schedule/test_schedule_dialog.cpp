#include "tests/ui/schedule/schedule_dialog_test.h"

#include "core/config/setting_keys.h"
#include "tests/support/await.h"
#include "tests/ui/support/keyboard.h"
#include "ui/schedule/time_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm_dialog.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

const QString removeButton = QStringLiteral("participantRemove");
const QString submitName = QStringLiteral("scheduleSubmitButton");

} // namespace

class TestScheduleDialog : public ScheduleDialogTest
{
    Q_OBJECT

private slots:
    void beginsWithTheUsualLength()
    {
        auto *length = m_dialog->findChild<QComboBox *>(QStringLiteral("length"));
        QCOMPARE(length->currentData().toInt(), 30);
        QVERIFY(m_clinic->settings().write({{config::keys::defaultMinutes, 45}}));
        m_dialog =
            std::make_unique<ScheduleDialog>(m_clinic->service(), m_clinic->settings(), m_clinic->clock(), nullptr);
        QVERIFY(showActive(*m_dialog));
        length = m_dialog->findChild<QComboBox *>(QStringLiteral("length"));
        QCOMPARE(length->currentData().toInt(), 45);
        m_dialog->close(); // Nothing was entered: nothing is asked.
        QVERIFY(!m_dialog->isVisible());
    }

    void isScheduledByKeyboardAlone()
    {
        QSignalSpy scheduled(m_dialog.get(), &ScheduleDialog::scheduled);
        // The start came from the agenda: what is missing is the patient.
        QTRY_COMPARE(QApplication::focusWidget(), field(nameEdit, 1));
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        QVERIFY(tabTo(*m_dialog, visible<QComboBox>(*m_dialog, QStringLiteral("participantLanguage"), 1)));
        press(*m_dialog, Qt::Key_Down);
        QVERIFY(tabTo(*m_dialog, visible<QPushButton>(*m_dialog, QStringLiteral("addParticipantButton"))));
        press(*m_dialog, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), field(nameEdit, 2));
        typeText(*m_dialog, QStringLiteral("Luisa Verdi"));
        QVERIFY(tabTo(*m_dialog, visible<TimeEdit>(*m_dialog, QStringLiteral("startTime"))));
        typeText(*m_dialog, QStringLiteral("16"));
        QVERIFY(tabTo(*m_dialog, visible<QComboBox>(*m_dialog, QStringLiteral("length"))));
        press(*m_dialog, Qt::Key_Down);
        press(*m_dialog, Qt::Key_Return);

        QVERIFY(waitUntil([&] { return !scheduled.isEmpty(); }));
        QTRY_VERIFY(!m_dialog->isVisible());
        const Teleconsultation made = m_clinic->find(scheduled.first().first().toString());
        QCOMPARE(made.participants.size(), 3);
        QCOMPARE(made.participants.at(0).fullName, Clinic::station().fullName);
        QCOMPARE(made.participants.at(1).fullName, QStringLiteral("Mario Rossi"));
        QCOMPARE(made.participants.at(1).groups, QStringList{QStringLiteral("patient")});
        QCOMPARE(made.participants.at(1).language, std::optional(Language::Italian));
        QCOMPARE(made.participants.at(2).language, std::optional<Language>());
        QCOMPARE(made.schedule.start(), QDateTime(QDate(2026, 3, 2), QTime(16, 0)).toUTC());
        QCOMPARE(made.schedule.duration(), std::chrono::seconds(std::chrono::minutes(45)));
        QVERIFY(!made.roomId.isEmpty());
    }

    void aFailureKeepsEverythingAndCanBeTriedAgain()
    {
        QSignalSpy scheduled(m_dialog.get(), &ScheduleDialog::scheduled);
        m_clinic->setNetwork(Clinic::Network::Down);
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(!submit()->isEnabled());
        QVERIFY(submit()->text().contains(QStringLiteral("…")));

        auto *banner = m_dialog->findChild<Banner *>(QStringLiteral("scheduleBanner"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("network")), qPrintable(banner->text()));
        QCOMPARE(field(nameEdit, 1)->text(), QStringLiteral("Mario Rossi"));
        QVERIFY(submit()->isEnabled());
        QCOMPARE(focusedName(), QStringLiteral("scheduleRetryButton"));

        m_clinic->setNetwork(Clinic::Network::Up);
        press(*m_dialog, Qt::Key_Space);
        QVERIFY(waitUntil([&] { return !scheduled.isEmpty(); }));
        QCOMPARE(m_clinic->all().size(), 1);
        QTRY_VERIFY(!m_dialog->isVisible());
    }

    void closedWhileItSchedulesItStillTellsOfTheConsultation()
    {
        QSignalSpy scheduled(m_dialog.get(), &ScheduleDialog::scheduled);
        closeWhileSubmitting();
        QVERIFY(waitUntil([&] { return !scheduled.isEmpty(); }));
        QCOMPARE(m_clinic->all().size(), 1);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void closedWhileItSchedulesItComesBackWithWhatWentWrong()
    {
        m_clinic->setNetwork(Clinic::Network::Down);
        closeWhileSubmitting();
        QTRY_VERIFY(m_dialog->isVisible());
        const auto *banner = m_dialog->findChild<Banner *>(QStringLiteral("scheduleBanner"));
        QVERIFY(banner->isVisible());
        QCOMPARE(field(nameEdit, 1)->text(), QStringLiteral("Mario Rossi"));
        QVERIFY(submit()->isEnabled());
    }

    void closingAsksOnlyWhenSomethingWasEntered()
    {
        press(*m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog->isVisible());

        QVERIFY(showActive(*m_dialog));
        QTest::keyClicks(field(nameEdit, 1), QStringLiteral("Mario"));
        press(*m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(question());
        QVERIFY(m_dialog->isVisible());
        QVERIFY(waitUntilActive(*question()));
        // A focus event of the form's own showing may still be under way.
        QTRY_COMPARE(QApplication::focusWidget(), question()->cancelButton());
        press(*question(), Qt::Key_Return);
        QTRY_VERIFY(!question());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(field(nameEdit, 1)->text(), QStringLiteral("Mario"));

        m_dialog->close();
        QTRY_VERIFY(question());
        QVERIFY(m_dialog->isVisible());
        question()->actionButton()->click();
        QTRY_VERIFY(!m_dialog->isVisible());
    }

    void rowsComeGoAndComeBack()
    {
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        auto *expected = m_dialog->findChild<QSpinBox *>(QStringLiteral("expectedParticipants"));
        visible<QPushButton>(*m_dialog, QStringLiteral("addParticipantButton"))->click();
        QCOMPARE(expected->value(), 3);
        QCOMPARE(expected->minimum(), 3);

        QVERIFY(tabTo(*m_dialog, visible<QPushButton>(*m_dialog, removeButton, 1)));
        press(*m_dialog, Qt::Key_Space);
        QCOMPARE(expected->value(), 2);
        QCOMPARE(field(nameEdit, 1)->text(), QString());
        QCOMPARE(QApplication::focusWidget(), field(nameEdit, 1));
        QCOMPARE(field(nameEdit, 1)->accessibleName(), QStringLiteral("Participant 2 full name"));

        auto *back = visible<QPushButton>(*m_dialog, QStringLiteral("bringBackParticipantButton"));
        QVERIFY(back);
        QVERIFY(back->text().contains(QStringLiteral("Mario Rossi")));
        back->click();
        QCOMPARE(field(nameEdit, 1)->text(), QStringLiteral("Mario Rossi"));
        QCOMPARE(expected->value(), 3);
    }

    void someoneMayStillBeUnknown()
    {
        QSignalSpy scheduled(m_dialog.get(), &ScheduleDialog::scheduled);
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        auto *expected = m_dialog->findChild<QSpinBox *>(QStringLiteral("expectedParticipants"));
        expected->setValue(4);
        QVERIFY(expected->accessibleDescription().contains(QStringLiteral("2")));
        submit()->click();
        QVERIFY(waitUntil([&] { return !scheduled.isEmpty(); }));
        const Teleconsultation made = m_clinic->find(scheduled.first().first().toString());
        QCOMPARE(made.participantsNumber, 4);
        QCOMPARE(made.unknownParticipants(), 2);
        QVERIFY(made.roomId.isEmpty());
    }

    void walkInPeopleGetAnIdThatSaysNothing()
    {
        toggleId(1);
        static const QRegularExpression opaque(QStringLiteral("^p-[a-z2-7]{8}$"));
        QVERIFY(opaque.match(field(idEdit, 0)->text()).hasMatch());
        QVERIFY(!field(idEdit, 1)); // the other one stays folded away
    }

    void theLanguageChangesUnderTheForm()
    {
        typeText(*m_dialog, QStringLiteral("M"));
        press(*m_dialog, Qt::Key_Backspace);
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        QTest::keyClicks(field(nameEdit, 1), QStringLiteral("Rossi"));
        const QString title = m_dialog->windowTitle();
        const QString name = field(nameEdit, 1)->accessibleName();
        const QString group = visible<QComboBox>(*m_dialog, groupBox, 1)->currentText();
        const QString length = visible<QComboBox>(*m_dialog, QStringLiteral("length"))->itemText(6);
        QCoreApplication::removeTranslator(&brackets);
        QCOMPARE(title, QStringLiteral("[Schedule a consultation]"));
        QVERIFY(name.startsWith(QLatin1Char('[')));
        QCOMPARE(group, QStringLiteral("[Patient]"));
        QCOMPARE(length, QStringLiteral("[Other duration]"));
        QCOMPARE(field(nameEdit, 1)->text(), QStringLiteral("Rossi"));
        QTRY_COMPARE(m_dialog->windowTitle(), QStringLiteral("Schedule a consultation"));
    }

    void everyControlIsNamedAndLargeEnough()
    {
        toggleId(1);
        int controls = 0;
        const QList<QWidget *> widgets = m_dialog->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isControl = qobject_cast<const QPushButton *>(widget) ||
                                   qobject_cast<const QComboBox *>(widget) ||
                                   qobject_cast<const QAbstractSpinBox *>(widget) ||
                                   (qobject_cast<const QLineEdit *>(widget) &&
                                    !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()));
            if (!isControl || !widget->isVisibleTo(m_dialog.get()) || widget->window() != m_dialog.get())
                continue;
            ++controls;
            const auto *button = qobject_cast<const QPushButton *>(widget);
            QVERIFY(!widget->objectName().isEmpty());
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
            QVERIFY2(
                widget->height() >= size::control && widget->width() >= size::control,
                qPrintable(
                    QStringLiteral("%1: %2×%3").arg(widget->objectName()).arg(widget->width()).arg(widget->height())));
        }
        QVERIFY(controls >= 16);
    }

private:
    /// All of it before an answer can come.
    void closeWhileSubmitting()
    {
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        submit()->click();
        QVERIFY(!submit()->isEnabled());
        m_dialog->close();
        QVERIFY(question());
        question()->actionButton()->click();
        QVERIFY(!m_dialog->isVisible());
    }
    QPushButton *submit() const { return m_dialog->findChild<QPushButton *>(submitName); }
    ConfirmDialog *question() const { return m_dialog->findChild<ConfirmDialog *>(); }
};

QTEST_MAIN(TestScheduleDialog)
#include "test_schedule_dialog.moc"
