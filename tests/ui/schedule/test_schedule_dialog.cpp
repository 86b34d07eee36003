#include "core/config/setting_keys.h"
#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "ui/schedule/date_edit.h"
#include "ui/schedule/schedule_dialog.h"
#include "ui/schedule/time_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm_dialog.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

const QString nameEdit = QStringLiteral("participantName");
const QString idEdit = QStringLiteral("participantId");
const QString groupBox = QStringLiteral("participantGroup");
const QString removeButton = QStringLiteral("participantRemove");
const QString submitName = QStringLiteral("scheduleSubmitButton");

QDateTime localStart()
{
    return QDateTime(QDate(2026, 3, 2), QTime(15, 0));
}

} // namespace

class TestScheduleDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_dialog =
            std::make_unique<ScheduleDialog>(m_clinic->service(), m_clinic->settings(), m_clinic->clock(), nullptr);
        m_dialog->setStart(localStart());
        QVERIFY(showActive(*m_dialog));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_clinic.reset();
    }

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
        QVERIFY(QTest::qWaitForWindowActive(question()));
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
    QLineEdit *field(const QString &name, int row) const { return visible<QLineEdit>(*m_dialog, name, row); }
    void toggleId(int row) const
    {
        visible<QPushButton>(*m_dialog, QStringLiteral("participantIdToggle"), row)->click();
    }
    QPushButton *submit() const { return m_dialog->findChild<QPushButton *>(submitName); }
    ConfirmDialog *question() const { return m_dialog->findChild<ConfirmDialog *>(); }

    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<ScheduleDialog> m_dialog;
};

QTEST_MAIN(TestScheduleDialog)
#include "test_schedule_dialog.moc"
