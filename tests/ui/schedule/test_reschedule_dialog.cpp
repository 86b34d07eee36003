// Changing when a consultation takes place: real service, records and rooms.
#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "ui/schedule/date_edit.h"
#include "ui/schedule/reschedule_dialog.h"
#include "ui/schedule/time_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using std::chrono::minutes;

class TestRescheduleDialog : public QObject
{
    Q_OBJECT

    void open(const Teleconsultation &consultation)
    {
        m_consultation = consultation;
        m_dialog = std::make_unique<RescheduleDialog>(m_clinic->service(), consultation, m_clinic->clock(), nullptr);
        QVERIFY(showActive(*m_dialog));
    }
    QPushButton *submit() const { return m_dialog->findChild<QPushButton *>(QStringLiteral("rescheduleSubmitButton")); }
    TimeEdit *time() const { return visible<TimeEdit>(*m_dialog, QStringLiteral("startTime")); }
    void typeTime(const char *text)
    {
        QVERIFY(tabTo(*m_dialog, time()));
        typeText(*m_dialog, QString::fromLatin1(text));
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        open(m_clinic->schedule(m_clinic->request(minutes(120), minutes(45))));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_clinic.reset();
    }

    void beginsWithWhatIsOnRecord()
    {
        QCOMPARE(visible<DateEdit>(*m_dialog, QStringLiteral("startDate"))->date(), QDate(2026, 3, 2));
        QCOMPARE(time()->time(), m_consultation.schedule.start().toLocalTime().time());
        QCOMPARE(m_dialog->findChild<QComboBox *>(QStringLiteral("length"))->currentData().toInt(), 45);
        QVERIFY(m_dialog->findChild<QLabel *>(QStringLiteral("rescheduleHint"))
                    ->text()
                    .contains(QStringLiteral("Tell the participants")));
    }

    void timeAndLengthAreChangedByKeyboard()
    {
        QSignalSpy done(m_dialog.get(), &RescheduleDialog::rescheduled);
        typeTime("16:20");
        QVERIFY(tabTo(*m_dialog, visible<QComboBox>(*m_dialog, QStringLiteral("length"))));
        press(*m_dialog, Qt::Key_Down);
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(waitUntil([&] { return !done.isEmpty(); }));
        QCOMPARE(done.first().first().toString(), m_consultation.id);
        QTRY_VERIFY(!m_dialog->isVisible());
        const Teleconsultation now = m_clinic->find(m_consultation.id);
        QCOMPARE(now.schedule.start(), QDateTime(QDate(2026, 3, 2), QTime(16, 20)).toUTC());
        QVERIFY(now.schedule.duration() > minutes(45));
        QCOMPARE(now.participants.size(), 2);
        QVERIFY(!now.roomId.isEmpty());
        QCOMPARE(m_clinic->all().size(), 1);
    }

    void whatStaysIsNotSent()
    {
        m_clinic->setNetwork(Clinic::Network::Down);
        QSignalSpy done(m_dialog.get(), &RescheduleDialog::rescheduled);
        submit()->click();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(saysTheSame(m_clinic->find(m_consultation.id), m_consultation));
    }

    void aMistakeIsSaidBesideItsField()
    {
        typeTime("25");
        QVERIFY(time()->property("invalid").toBool());
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(QApplication::focusWidget(), time());
    }

    void whoeverClosesIsAskedFirst()
    {
        typeTime("16:20");
        m_dialog->close();
        auto *question = m_dialog->findChild<ConfirmDialog *>();
        QVERIFY(question && m_dialog->isVisible());
        question->actionButton()->click();
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(saysTheSame(m_clinic->find(m_consultation.id), m_consultation));
    }

    void onceTheRoomIsOpenItIsTooLate()
    {
        typeTime("16:20");
        m_clinic->clock().advance(minutes(110)); // Ten minutes before the start.
        press(*m_dialog, Qt::Key_Return);
        auto *banner = m_dialog->findChild<Banner *>(QStringLiteral("rescheduleBanner"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().startsWith(QStringLiteral("Not changed.")), qPrintable(banner->text()));
        QCOMPARE(time()->text(), QStringLiteral("16:20"));
        QVERIFY(saysTheSame(m_clinic->find(m_consultation.id), m_consultation));
    }

    void closedWhileItChangesItStillTellsOfIt()
    {
        QSignalSpy done(m_dialog.get(), &RescheduleDialog::rescheduled);
        typeTime("16:20");
        submit()->click();
        m_dialog->close();
        auto *question = m_dialog->findChild<ConfirmDialog *>();
        QVERIFY(question);
        question->actionButton()->click();
        QVERIFY(!m_dialog->isVisible());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(m_clinic->find(m_consultation.id).schedule.start(),
                 QDateTime(QDate(2026, 3, 2), QTime(16, 20)).toUTC());
    }

private:
    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<RescheduleDialog> m_dialog;
    Teleconsultation m_consultation;
};

QTEST_MAIN(TestRescheduleDialog)
#include "test_reschedule_dialog.moc"
