// The last participant becomes known: real service, records and rooms.
#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "ui/schedule/add_participant_dialog.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using std::chrono::minutes;

class TestAddParticipantDialog : public QObject
{
    Q_OBJECT

    /// Of the station's doctor and a patient, with so many more to come.
    void open(int unknown)
    {
        TeleconsultationRequest wish = m_clinic->request(minutes(120));
        wish.participantsNumber += unknown;
        m_consultation = m_clinic->schedule(wish);
        m_dialog = std::make_unique<AddParticipantDialog>(m_clinic->service(), m_consultation, nullptr);
        QVERIFY(showActive(*m_dialog));
    }
    QLineEdit *field(const char *name) const { return visible<QLineEdit>(*m_dialog, QString::fromLatin1(name)); }
    QString hint() const { return m_dialog->findChild<QLabel *>(QStringLiteral("addParticipantHint"))->text(); }

private slots:
    void init() { m_clinic = std::make_unique<Clinic>(); }
    void cleanup()
    {
        m_dialog.reset();
        m_clinic.reset();
    }

    void theLastOneMakesTheRoom()
    {
        open(1);
        QVERIFY(m_consultation.roomId.isEmpty());
        QVERIFY2(hint().contains(QStringLiteral("last")), qPrintable(hint()));
        QSignalSpy added(m_dialog.get(), &AddParticipantDialog::added);
        QTRY_COMPARE(QApplication::focusWidget(), field("participantName"));
        typeText(*m_dialog, QStringLiteral("Luisa Verdi"));
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(waitUntil([&] { return !added.isEmpty(); }));
        QTRY_VERIFY(!m_dialog->isVisible());
        const Teleconsultation now = m_clinic->find(m_consultation.id);
        QCOMPARE(now.participants.size(), 3);
        QCOMPARE(now.participants.last().fullName, QStringLiteral("Luisa Verdi"));
        QCOMPARE(now.participants.last().groups, QStringList{QStringLiteral("patient")});
        QVERIFY(!now.roomId.isEmpty());
    }

    void othersAreStillToCome()
    {
        open(2);
        QVERIFY2(hint().contains(QStringLiteral("2")), qPrintable(hint()));
        QSignalSpy added(m_dialog.get(), &AddParticipantDialog::added);
        typeText(*m_dialog, QStringLiteral("Luisa Verdi"));
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(waitUntil([&] { return !added.isEmpty(); }));
        const Teleconsultation now = m_clinic->find(m_consultation.id);
        QCOMPARE(now.unknownParticipants(), 1);
        QVERIFY(now.roomId.isEmpty());
    }

    void nobodyIsAMistake()
    {
        open(1);
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(field("participantName")->property("invalid").toBool());
        QCOMPARE(QApplication::focusWidget(), field("participantName"));
    }

    void whoIsThereAlreadyIsSaidBesideTheId()
    {
        open(1);
        typeText(*m_dialog, QStringLiteral("Mario Rossi"));
        visible<QPushButton>(*m_dialog, QStringLiteral("participantIdToggle"))->click();
        field("participantId")->setText(Clinic::station().externalId);
        press(*m_dialog, Qt::Key_Return);
        QTRY_VERIFY(field("participantId")->isEnabled() && field("participantId")->property("invalid").toBool());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_clinic->find(m_consultation.id).unknownParticipants(), 1);
    }

    void aFailureKeepsWhatWasEntered()
    {
        open(1);
        m_clinic->setNetwork(Clinic::Network::Down);
        typeText(*m_dialog, QStringLiteral("Luisa Verdi"));
        press(*m_dialog, Qt::Key_Return);
        auto *banner = m_dialog->findChild<Banner *>(QStringLiteral("addParticipantBanner"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().startsWith(QStringLiteral("Not added.")), qPrintable(banner->text()));
        QCOMPARE(field("participantName")->text(), QStringLiteral("Luisa Verdi"));
        m_clinic->setNetwork(Clinic::Network::Up);
        QSignalSpy added(m_dialog.get(), &AddParticipantDialog::added);
        QCOMPARE(focusedName(), QStringLiteral("addParticipantRetryButton"));
        press(*m_dialog, Qt::Key_Space);
        QVERIFY(waitUntil([&] { return !added.isEmpty(); }));
        QVERIFY(!m_clinic->find(m_consultation.id).roomId.isEmpty());
    }

private:
    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<AddParticipantDialog> m_dialog;
    Teleconsultation m_consultation;
};

QTEST_MAIN(TestAddParticipantDialog)
#include "test_add_participant_dialog.moc"
