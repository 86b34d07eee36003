#include "core/config/setting_keys.h"
#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/consultation_deletion.h"
#include "ui/agenda/consultation_details.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/status_pill.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using std::chrono::minutes;

class TestConsultationDetails : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_deletion = std::make_unique<ConsultationDeletion>(m_clinic->service(), m_clinic->clock());
        m_details = std::make_unique<ConsultationDetails>(m_clinic->service(), m_clinic->settings(), m_clinic->clock(),
                                                          *m_deletion, nullptr);
        m_details->resize(380, 660);
        QVERIFY(showActive(*m_details));
    }
    void cleanup()
    {
        m_details.reset();
        m_deletion.reset();
        m_clinic.reset();
    }

    void nothingSelectedSaysWhatToDo()
    {
        const auto *empty = m_details->findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QVERIFY(!empty->headline().isEmpty() && !empty->sentence().isEmpty());
        m_details->setConsultation(m_clinic->schedule(m_clinic->request(minutes(60))));
        QVERIFY(!empty->isVisible());
        m_details->setConsultation(std::nullopt);
        QVERIFY(empty->isVisible());
    }

    void anOpenRoomIsJoined()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        QSignalSpy joins(m_details.get(), &ConsultationDetails::joinRequested);
        m_details->setConsultation(open);
        QVERIFY(!join()->isEnabled()); // not before it is known that the person takes part
        QTRY_VERIFY(join()->isEnabled());
        QCOMPARE(join()->text(), QStringLiteral("Join"));
        QCOMPARE(reason(), QString());
        QTRY_VERIFY(label("detailsParticipant1")); // New rows come up with the next turn of the loop.
        QVERIFY(label("detailsParticipant1")->accessibleName().contains(QStringLiteral("Dr. Anna Bianchi (you)")));
        QVERIFY(label("detailsParticipant2")->accessibleName().contains(QStringLiteral("Mario Rossi, Patient")));
        join()->setFocus();
        press(*m_details, Qt::Key_Space);
        QCOMPARE(joins.size(), 1);
        QCOMPARE(joins.first().first().toString(), open.id);
    }

    void beforeItOpensTheTimeIsSaid()
    {
        m_details->setConsultation(m_clinic->schedule(m_clinic->request(minutes(60))));
        QVERIFY2(reason().contains(QStringLiteral("Opens at")), qPrintable(reason()));
        QCOMPARE(join()->accessibleDescription(), reason());
        QVERIFY(!join()->isEnabled()); // not before it is known that the person takes part
        QTRY_VERIFY(join()->isEnabled());
        QCOMPARE(join()->text(), QStringLiteral("Wait"));
        QSignalSpy joins(m_details.get(), &ConsultationDetails::joinRequested);
        QTest::mouseClick(join(), Qt::LeftButton);
        QCOMPARE(joins.size(), 1);
    }

    void dateAndTimeStayOnceItIsOpen()
    {
        auto *change = m_details->findChild<QPushButton *>(QStringLiteral("rescheduleButton"));
        QSignalSpy wishes(m_details.get(), &ConsultationDetails::rescheduleRequested);
        const Teleconsultation later = m_clinic->schedule(m_clinic->request(minutes(16)));
        m_details->setConsultation(later);
        QVERIFY(change->isEnabled());
        change->click();
        QCOMPARE(wishes.size(), 1);
        QCOMPARE(wishes.first().first().value<Teleconsultation>().id, later.id);
        m_clinic->clock().advance(minutes(1));
        m_details->hide();
        m_details->show(); // looks at the clock when shown
        QVERIFY(!change->isEnabled());
        QVERIFY(!change->accessibleDescription().isEmpty());
    }

    void whoIsStillUnknownCanBeAdded()
    {
        auto *add = m_details->findChild<QPushButton *>(QStringLiteral("addParticipantButton"));
        m_details->setConsultation(m_clinic->schedule(m_clinic->request(minutes(60))));
        QVERIFY(!add->isVisible());
        TeleconsultationRequest wish = m_clinic->request(minutes(60));
        wish.participantsNumber = 3;
        const Teleconsultation waiting = m_clinic->schedule(wish);
        m_details->setConsultation(waiting);
        QVERIFY(add->isVisible());
        QVERIFY(label("detailsUnknownParticipants"));
        QSignalSpy wishes(m_details.get(), &ConsultationDetails::addParticipantRequested);
        add->click();
        QCOMPARE(wishes.size(), 1);
        QCOMPARE(wishes.first().first().value<Teleconsultation>().id, waiting.id);
    }

    void itOpensByItself()
    {
        m_details->setConsultation(m_clinic->schedule(m_clinic->request(minutes(15) + minutes(1))));
        QTRY_VERIFY(reason().contains(QStringLiteral("Opens at")));
        m_clinic->clock().advance(minutes(1));
        m_details->hide();
        m_details->show(); // looks at the clock when shown
        QTRY_COMPARE(join()->text(), QStringLiteral("Join"));
        QTRY_VERIFY(join()->isEnabled());
    }

    void theRoomIsShownAsKaleyraKeepsIt()
    {
        m_details->setConsultation(m_clinic->schedule(m_clinic->request(minutes(10))));
        QVERIFY(!label("detailsRoom")); // Nobody waits for it.
        QTRY_VERIFY(label("detailsRoom"));
        const QString text = static_cast<QLabel *>(label("detailsRoom"))->text();
        QVERIFY2(text.startsWith(QStringLiteral("Nobody is in the room.\n")), qPrintable(text));
        QVERIFY2(text.endsWith(QStringLiteral("Not recorded.")), qPrintable(text));
        QVERIFY(!label("detailsRecording"));
        m_details->setConsultation(std::nullopt);
        QVERIFY(!label("detailsRoom"));
    }

    void theRoomIsLookedAtAgain()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        m_details->setConsultation(open);
        QTRY_VERIFY(join()->isEnabled());
        QVERIFY(m_clinic->deleteRoom(open.roomId));
        m_details->lookAgain();
        QVERIFY(join()->isEnabled()); // What is shown holds until the answer.
        QTRY_VERIFY(!label("detailsRoom") || !join()->isEnabled());
    }

    void whatCouldNotBeCheckedIsCheckedAgain()
    {
        m_details.reset();
        m_deletion.reset();
        m_clinic.reset(); // There is one theme.
        Practice practice;
        const QString id = practice.add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        const Teleconsultation open = practice.find(id);
        ConsultationDeletion deletion(practice.service(), practice.clock());
        m_details = std::make_unique<ConsultationDetails>(practice.service(), practice.settings(), practice.clock(),
                                                          deletion, nullptr);
        QVERIFY(showActive(*m_details));
        practice.records().failFinds(Practice::unreachable());
        m_details->setConsultation(open);
        QTRY_VERIFY(reason().contains(QStringLiteral("could not be checked")));
        QVERIFY(!join()->isEnabled());
        practice.records().failFinds(std::nullopt);
        m_details->lookAgain();
        QTRY_VERIFY(join()->isEnabled());
        m_details.reset();
    }

    void atAKioskNobodyIsInvited()
    {
        auto *invite = m_details->findChild<QPushButton *>(QStringLiteral("inviteButton"));
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        m_details->setConsultation(open);
        QVERIFY(invite->isVisible());
        QVERIFY(m_clinic->settings().write({{config::keys::stationProfile, QStringLiteral("kiosk")}}));
        m_details->setConsultation(open);
        QVERIFY(!invite->isVisible() && !label("inviteHint"));
        invite->click();
        QVERIFY(!m_details->findChild<QDialog *>());
    }

    void heldIsReEntered()
    {
        Teleconsultation held = m_clinic->schedule(m_clinic->request(minutes(10)));
        held.progress = Progress::Held;
        m_details->setConsultation(held);
        QTRY_VERIFY(join()->isEnabled());
        QCOMPARE(join()->text(), QStringLiteral("Re-enter"));
    }

    void somebodyIsUnknown()
    {
        TeleconsultationRequest request = m_clinic->request(minutes(10));
        request.participantsNumber = 3;
        m_details->setConsultation(m_clinic->schedule(request));
        QTRY_VERIFY(reason().contains(QStringLiteral("everyone is known")));
        QTRY_VERIFY(join()->isEnabled());
        QCOMPARE(join()->text(), QStringLiteral("Wait"));
        QTRY_VERIFY(label("detailsUnknownParticipants"));
        QCOMPARE(pill(), QStringLiteral("Waiting for participants"));
    }

    void somebodyElsesConsultation()
    {
        TeleconsultationRequest request = m_clinic->request(minutes(10));
        request.participants[0].externalId = QStringLiteral("dr-verdi");
        request.participants[0].fullName = QStringLiteral("Dr. Verdi");
        m_details->setConsultation(m_clinic->schedule(request));
        QTRY_VERIFY2(reason().contains(QStringLiteral("does not take part")), qPrintable(reason()));
        QVERIFY(!join()->isEnabled());
    }

    void theStationIsGivenToSomebodyElse()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        m_clinic->settings().setStation(
            {QStringLiteral("dr-verdi"), QStringLiteral("Dr. Verdi"), {QStringLiteral("doctor")}});
        m_details->setConsultation(open);
        QTRY_VERIFY2(reason().contains(QStringLiteral("Dr. Verdi does not take part")), qPrintable(reason()));
        QVERIFY(!join()->isEnabled());
        // And back: the same consultation is looked at anew.
        m_clinic->settings().setStation(Clinic::station());
        m_details->setConsultation(open);
        QTRY_VERIFY(join()->isEnabled());
    }

    void deletionIsAskedForAndSeenToBeUnderWay()
    {
        const Teleconsultation doomed = m_clinic->schedule(m_clinic->request(minutes(10)));
        QSignalSpy deleted(m_deletion.get(), &ConsultationDeletion::deleted);
        m_details->setConsultation(doomed);
        QTRY_VERIFY(join()->isEnabled());
        QCOMPARE(remove()->accessibleName(), QStringLiteral("Delete consultation"));
        remove()->setFocus();
        press(*m_details, Qt::Key_Space);
        QTRY_VERIFY(question());
        QVERIFY(remove()->isEnabled());
        question()->actionButton()->click();
        QVERIFY(!remove()->isEnabled());
        QCOMPARE(remove()->text(), QStringLiteral("Deleting…"));
        QVERIFY(!join()->isEnabled());
        // Another one is not concerned.
        m_details->setConsultation(std::nullopt);
        QVERIFY(remove()->isEnabled());
        QTRY_COMPARE(deleted.size(), 1);
        QVERIFY(m_clinic->all().isEmpty());
    }

    void theLanguageChanges()
    {
        m_details->setConsultation(m_clinic->schedule(m_clinic->request(minutes(10))));
        QTRY_VERIFY(join()->isEnabled());
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        const QString words = join()->text();
        QCoreApplication::removeTranslator(&brackets);
        QCoreApplication::processEvents();
        QCOMPARE(words, QStringLiteral("[Join]"));
        QCOMPARE(join()->text(), QStringLiteral("Join"));
    }

    void neverShowsALink()
    {
        m_details->setConsultation(m_clinic->schedule(m_clinic->request(minutes(10))));
        QTRY_VERIFY(join()->isEnabled());
        for (const QLabel *text : m_details->findChildren<QLabel *>())
            QVERIFY(!text->text().contains(QStringLiteral("http")));
    }

private:
    QPushButton *join() const { return m_details->findChild<QPushButton *>(QStringLiteral("joinButton")); }
    QPushButton *remove() const { return m_details->findChild<QPushButton *>(QStringLiteral("deleteButton")); }
    QString reason() const { return m_details->findChild<QLabel *>(QStringLiteral("joinReason"))->text(); }
    QString pill() const { return m_details->findChild<StatusPill *>()->pill().words; }
    ConfirmDialog *question() const { return m_details->findChild<ConfirmDialog *>(); }
    QWidget *label(const char *name) const { return visible<QWidget>(*m_details, QString::fromLatin1(name)); }

    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<ConsultationDeletion> m_deletion;
    std::unique_ptr<ConsultationDetails> m_details;
};

QTEST_MAIN(TestConsultationDetails)
#include "test_consultation_details.moc"
