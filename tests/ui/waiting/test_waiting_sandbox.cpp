// From waiting to the end of a call, with the real service and the real stand-in for Kaleyra.
#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/pretended_engine.h"
#include "ui/call/call_page.h"

#include <QLabel>
#include <QPushButton>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using std::chrono::minutes;

class TestWaitingSandbox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_page =
            std::make_unique<CallPage>(CallFlow::Parts{.service = m_clinic->service(),
                                                       .settings = m_clinic->settings(),
                                                       .clock = m_clinic->clock(),
                                                       .engine = [this]() -> Result<CallEngine *> { return &m_engine; },
                                                       .storageDir = {},
                                                       .allowedHosts = {}});
        QVERIFY(showActive(*m_page));
    }
    void cleanup()
    {
        m_page.reset();
        m_clinic.reset();
    }

    void theClockCrossesTheOpening()
    {
        const Teleconsultation later = m_clinic->schedule(m_clinic->request(minutes(60)));
        m_page->flow().start(later);
        QTRY_COMPARE(m_page->flow().stage(), CallFlow::Stage::Waiting);
        QVERIFY(visible<QLabel>(*m_page, QStringLiteral("waitingCountdown")));
        m_clinic->clock().advance(minutes(44) + std::chrono::seconds(58));
        QTRY_COMPARE(visible<QLabel>(*m_page, QStringLiteral("waitingCountdown"))->text(), QStringLiteral("0:02"));
        QVERIFY(!m_engine.m_view);
        m_clinic->clock().advance(std::chrono::seconds(3));
        QTRY_VERIFY(m_engine.m_view);
        QVERIFY(m_engine.m_view->m_target.link.isValid());
        QVERIFY(!m_engine.m_view->m_target.link.isEmpty());
    }

    void kaleyraIsAwayWhenItOpens()
    {
        const Teleconsultation later = m_clinic->schedule(m_clinic->request(minutes(60)));
        m_page->flow().start(later);
        QTRY_COMPARE(m_page->flow().stage(), CallFlow::Stage::Waiting);
        m_clinic->setNetwork(Clinic::Network::Down);
        m_clinic->clock().advance(minutes(46));
        QTRY_VERIFY(m_engine.m_view); // The link that is on record has every chance to be good.
    }

    void theRoomIsClosedAtKaleyraDuringTheCall()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        m_page->flow().start(open);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        QVERIFY(m_page->flow().isInCall());
        QTRY_COMPARE(m_clinic->find(open.id).progress, Progress::InCall);
        QVERIFY(m_clinic->deleteRoom(open.roomId));
        m_clinic->clock().advance(minutes(4));
        QTRY_COMPARE(m_page->flow().stage(), CallFlow::Stage::Ended);
        QCOMPARE(visible<QLabel>(*m_page, QStringLiteral("afterCallHeadline"))->text(),
                 QStringLiteral("The room was closed."));
        QVERIFY(!visible<QPushButton>(*m_page, QStringLiteral("reenterButton")));
        QTRY_COMPARE(m_clinic->find(open.id).progress, Progress::Held);
        QTRY_COMPARE(visible<QLabel>(*m_page, QStringLiteral("afterCallRecord"))->text(),
                     QStringLiteral("On record as held."));
    }

    void aRevokedLinkIsSaidToBeClosed()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        m_page->flow().start(open);
        QTRY_VERIFY(m_engine.m_view);
        QVERIFY(m_clinic->deleteRoom(open.roomId));
        emit m_engine.m_view->failed(false); // as the engine says of a page that answers 404
        QTRY_COMPARE(m_page->flow().stage(), CallFlow::Stage::Closed);
        QCOMPARE(m_clinic->find(open.id).progress, Progress::Scheduled);
    }

private:
    std::unique_ptr<Clinic> m_clinic;
    PretendedEngine m_engine;
    std::unique_ptr<CallPage> m_page;
};

QTEST_MAIN(TestWaitingSandbox)
#include "test_waiting_sandbox.moc"
