#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/reminders/reminders_dialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using namespace std::chrono_literals;

class TestRemindersDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_home = std::make_unique<QTemporaryDir>();
        m_dialog = std::make_unique<RemindersDialog>(m_practice->settings(), autostart(), nullptr);
        QVERIFY(showActive(*m_dialog));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_practice.reset();
    }

    void whatIsChosenHolds()
    {
        QSignalSpy changed(m_dialog.get(), &RemindersDialog::changed);
        QVERIFY(box("remindersWanted")->isChecked());
        QVERIFY(!box("startAtLogin")->isChecked());
        // By keyboard alone.
        QVERIFY(tabTo(*m_dialog, minutes()));
        minutes()->selectAll();
        typeText(*m_dialog, QStringLiteral("25"));
        for (const char *name : {"reminderNames", "trayWanted", "startAtLogin"}) {
            QVERIFY2(tabTo(*m_dialog, box(name)), name);
            press(*m_dialog, Qt::Key_Space);
        }
        press(*m_dialog, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_practice->settings().reminders(), (config::ReminderWishes{true, 25min, true}));
        QVERIFY(!m_practice->settings().wantsTray());
        QVERIFY(autostart().isOn());
    }

    void withoutRemindersTheirDetailsDoNotMatter()
    {
        QVERIFY(minutes()->isEnabled() && box("reminderNames")->isEnabled());
        box("remindersWanted")->click();
        QVERIFY(!minutes()->isEnabled());
        QVERIFY(box("trayWanted")->isEnabled() && box("reminderNames")->isEnabled());
        box("trayWanted")->click(); // Its list has names, too.
        QVERIFY(!box("reminderNames")->isEnabled());
    }

    void whatIsLockedCannotBeChosen()
    {
        qputenv("TELECONSULT_REMINDER_NAMES", "false");
        m_dialog = std::make_unique<RemindersDialog>(m_practice->settings(), autostart(), nullptr);
        QVERIFY(showActive(*m_dialog));
        QVERIFY(!box("reminderNames")->isEnabled());
        QVERIFY(box("reminderNames")->toolTip().contains(QLatin1String("TELECONSULT_REMINDER_NAMES")));
        box("remindersWanted")->click();
        box("remindersWanted")->click();
        QVERIFY(!box("reminderNames")->isEnabled() && minutes()->isEnabled());
        qunsetenv("TELECONSULT_REMINDER_NAMES");
    }

    void cancellingChangesNothing()
    {
        box("remindersWanted")->click();
        box("startAtLogin")->click();
        press(*m_dialog, Qt::Key_Escape);
        QCOMPARE(m_practice->settings().reminders(), config::ReminderWishes());
        QVERIFY(!autostart().isOn());
    }

    void whatCannotBeWrittenIsSaid()
    {
        QFile obstacle(m_home->filePath(QStringLiteral("autostart")));
        QVERIFY(obstacle.open(QFile::WriteOnly));
        box("startAtLogin")->click();
        QTest::mouseClick(m_dialog->findChild<QPushButton *>(QStringLiteral("remindersSaveButton")), Qt::LeftButton);
        QVERIFY(m_dialog->isVisible());
        const auto *problem = m_dialog->findChild<QLabel *>(QStringLiteral("remindersProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(m_home->path()), qPrintable(problem->text()));
    }

    void everyControlHasAName()
    {
        for (const QWidget *control : m_dialog->findChildren<QWidget *>()) {
            if (control->focusPolicy() == Qt::NoFocus || control->focusProxy() || !control->isVisible())
                continue;
            const QAccessibleInterface *accessible =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(control));
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), qPrintable(control->objectName()));
        }
    }

private:
    config::Autostart autostart() const { return {m_home->path(), QStringLiteral("teleconsult")}; }
    QCheckBox *box(const char *name) const { return m_dialog->findChild<QCheckBox *>(QLatin1String(name)); }
    QSpinBox *minutes() const { return m_dialog->findChild<QSpinBox *>(QStringLiteral("reminderMinutes")); }

    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<RemindersDialog> m_dialog;
};

QTEST_MAIN(TestRemindersDialog)
#include "test_reminders_dialog.moc"
