// People seen before, offered in the form: real service and records, keys and clicks.
#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "ui/schedule/people_offer.h"
#include "ui/schedule/schedule_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using std::chrono::minutes;

class TestPeopleOffer : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<ScheduleDialog> m_dialog;
    Teleconsultation m_before;

    QLineEdit *name() const { return visible<QLineEdit>(*m_dialog, QStringLiteral("participantName"), 1); }
    /// That is shown; null: nobody is offered.
    PeopleOffer *offer() const
    {
        for (PeopleOffer *one : m_dialog->findChildren<PeopleOffer *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    bool offersAfter(const QString &typed)
    {
        typeText(*m_dialog, typed);
        return waitUntil([this] { return offer() != nullptr; });
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        TeleconsultationRequest wish = m_clinic->request(minutes(600));
        wish.participants.last().language = Language::English;
        m_before = m_clinic->schedule(wish);
        m_dialog =
            std::make_unique<ScheduleDialog>(m_clinic->service(), m_clinic->settings(), m_clinic->clock(), nullptr);
        m_dialog->setStart(QDateTime(QDate(2026, 3, 2), QTime(15, 0)));
        QVERIFY(showActive(*m_dialog));
        QTRY_COMPARE(QApplication::focusWidget(), name());
    }
    void cleanup()
    {
        m_dialog.reset();
        m_clinic.reset();
    }

    void whoIsTakenIsTheSamePersonAsBefore()
    {
        QVERIFY(offersAfter(QStringLiteral("mar")));
        QVERIFY2(offer()->item(0)->text().startsWith(QStringLiteral("Mario Rossi · ")),
                 qPrintable(offer()->item(0)->text()));
        QCOMPARE(QApplication::focusWidget(), name());
        press(*m_dialog, Qt::Key_Down);
        QCOMPARE(offer()->currentRow(), 0);
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(!offer());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(name()->text(), QStringLiteral("Mario Rossi"));
        QCOMPARE(visible<QComboBox>(*m_dialog, QStringLiteral("participantLanguage"), 1)->currentData().toString(),
                 toCode(Language::English));

        QSignalSpy scheduled(m_dialog.get(), &ScheduleDialog::scheduled);
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(waitUntil([&] { return !scheduled.isEmpty(); }));
        const Teleconsultation made = m_clinic->find(scheduled.first().first().toString());
        QCOMPARE(made.participants.last().kaleyraUserId, m_before.participants.last().kaleyraUserId);
    }

    void aFingerTakesToo()
    {
        QVERIFY(offersAfter(QStringLiteral("rossi")));
        const QRect place = offer()->visualItemRect(offer()->item(0));
        QVERIFY(place.height() >= 40);
        QTest::mouseClick(offer()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(name()->text(), QStringLiteral("Mario Rossi"));
        QVERIFY(!offer());
    }

    /// Whoever goes on typing and sends is not given somebody else.
    void nobodyIsTakenUnasked()
    {
        QVERIFY(offersAfter(QStringLiteral("Mar")));
        QSignalSpy scheduled(m_dialog.get(), &ScheduleDialog::scheduled);
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(waitUntil([&] { return !scheduled.isEmpty(); }));
        const Teleconsultation made = m_clinic->find(scheduled.first().first().toString());
        QCOMPARE(made.participants.last().fullName, QStringLiteral("Mar"));
        QVERIFY(made.participants.last().kaleyraUserId != m_before.participants.last().kaleyraUserId);
    }

    void escapeAndAnotherFieldLetItGo()
    {
        QVERIFY(offersAfter(QStringLiteral("mar")));
        press(*m_dialog, Qt::Key_Escape);
        QVERIFY(!offer());
        QVERIFY(m_dialog->isVisible());
        QVERIFY(offersAfter(QStringLiteral("i")));
        press(*m_dialog, Qt::Key_Tab);
        QVERIFY(!offer());
        QCOMPARE(name()->text(), QStringLiteral("mari"));
    }

    void whoIsNotKnownIsNotOffered()
    {
        QVERIFY(offersAfter(QStringLiteral("mar")));
        typeText(*m_dialog, QStringLiteral("tha"));
        QVERIFY(waitUntil([this] { return !offer(); }));
    }
};

QTEST_MAIN(TestPeopleOffer)
#include "test_people_offer.moc"
