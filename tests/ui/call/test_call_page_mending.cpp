// A call that is hurt and mends, with an engine that does as it is told.
#include "tests/ui/call/call_page_test.h"
#include "tests/ui/support/keyboard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/status_pill.h"

#include <QSignalSpy>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestCallPageMending : public CallPageTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void whoseProcessEndsIsBackByItself();
    void whatEndsAgainAndAgainIsGivenUp_data();
    void whatEndsAgainAndAgainIsGivenUp();
    void whatCouldNotBeReachedIsTriedAtOnceWhenItMay();
    void whatCannotBeReachedIsTriedAgain();
    void aLostConnectionMendsItselfOrIsMended();
    void leavingWhileItMendsIsTheEnd();
    void aPageThatHangsCanBeReloaded();
    void whereNobodyDecidesAPageThatHangsIsLost();
    void aPageThatNeitherComesNorFailsIsGivenUp();
    void aPageThatDoesNotComeAtFirstIsTriedAgain();
    void onTheWayBackAPageThatDoesNotComeIsTriedAgain();
    void newsOvertakesAPageThatDoesNotCome();
    void aServiceThatSaysWhenIsNotAskedBefore();
};

void TestCallPageMending::whoseProcessEndsIsBackByItself()
{
    QVERIFY(enter());
    const QDateTime entered = m_page->flow().enteredAt();
    QSignalSpy left(&m_page->flow(), &CallFlow::left);
    m_practice->clock().advance(std::chrono::minutes(2));
    emit m_engine.m_view->crashed();
    QVERIFY(showsWords(QStringLiteral("Going back into the call…")));
    QCOMPARE(child<StatusPill>("callConnection")->pill().words, QStringLiteral("Coming back"));
    QTRY_VERIFY(!m_engine.m_view);
    QVERIFY(isBack());
    QVERIFY(!m_engine.m_view->m_target.link.isEmpty());
    QVERIFY(!m_engine.m_view->m_target.plainly);
    QCOMPARE(m_page->flow().enteredAt(), entered);
    QCOMPARE(left.count(), 0);
    QCOMPARE(progress(), Progress::InCall); // one call, not two
    emit m_engine.m_view->ended();
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Ended);
    QTRY_COMPARE(progress(), Progress::Held);
    m_page->flow().leave();
    QCOMPARE(left.count(), 1);
}

void TestCallPageMending::whatEndsAgainAndAgainIsGivenUp_data()
{
    QTest::addColumn<bool>("mayRestartPlainly");
    QTest::newRow("plain graphics may help") << true;
    QTest::newRow("they are plain already") << false;
}

void TestCallPageMending::whatEndsAgainAndAgainIsGivenUp()
{
    QFETCH(bool, mayRestartPlainly);
    open(mayRestartPlainly);
    QSignalSpy restart(m_page, &CallPage::plainRestartRequested);
    QVERIFY(enter());
    for (int crash = 1; crash <= 4; ++crash) {
        emit m_engine.m_view->crashed();
        QVERIFY(isBack());
        QCOMPARE(m_engine.m_view->m_target.plainly, crash == 4);
    }
    emit m_engine.m_view->crashed();
    QVERIFY(showsWords(QStringLiteral("The call cannot be shown")));
    QTRY_COMPARE(progress(), Progress::Held);
    if (mayRestartPlainly) {
        QCOMPARE(child<EmptyState>("callNotice")->actionButton()->text(),
                 QStringLiteral("Restart with plain graphics"));
        child<EmptyState>("callNotice")->actionButton()->click();
        QCOMPARE(restart.count(), 1);
        QCOMPARE(restart.first().first().toString(), m_id);
        QVERIFY(!m_engine.m_view);
        return;
    }
    QVERIFY(child<EmptyState>("callNotice")->sentence().contains(QStringLiteral("phone")));
    // Trying again begins anew.
    QTRY_VERIFY(!m_engine.m_view);
    child<EmptyState>("callNotice")->actionButton()->click();
    QVERIFY(isBack());
    QVERIFY(!m_engine.m_view->m_target.plainly);
}

void TestCallPageMending::whatCouldNotBeReachedIsTriedAtOnceWhenItMay()
{
    QVERIFY(enter());
    emit m_engine.m_view->crashed();
    m_page->flow().askNow(); // The network has nothing to do with it.
    QVERIFY(m_page->flow().stage() == CallFlow::Stage::Mending && m_page->flow().isTriedAgain());
    QVERIFY(isBack());
    for (int i = 0; i < 4; ++i) {
        emit m_engine.m_view->failed(true);
        QVERIFY(m_page->flow().isTriedAgain());
        m_page->flow().askNow();
        QVERIFY(!m_page->flow().isTriedAgain()); // It does not wait any more.
        QVERIFY(opens());
        emit m_engine.m_view->pageReady();
    }
}

void TestCallPageMending::whatCannotBeReachedIsTriedAgain()
{
    QVERIFY(enter());
    emit m_engine.m_view->failed(true);
    QVERIFY(showsWords(QStringLiteral("No connection to the call")));
    QVERIFY(opens()); // by itself, after a second
    emit m_engine.m_view->failed(true);
    child<EmptyState>("callNotice")->actionButton()->click(); // "Try now"
    QVERIFY(isBack());

    // Refused is not unreachable: the room has ended.
    emit m_engine.m_view->failed(false);
    QVERIFY(showsWords(QStringLiteral("The call cannot be shown")));
    QVERIFY(!m_page->flow().isTriedAgain() && button("emptyStateAction")->isVisible());
    QTRY_COMPARE(progress(), Progress::Held);
}

void TestCallPageMending::aLostConnectionMendsItselfOrIsMended()
{
    QVERIFY(enter());
    const QPointer<PretendedView> view = m_engine.m_view;
    emit view->connectionChanged(Connection::Good);
    QCOMPARE(child<StatusPill>("callConnection")->pill().words, QStringLiteral("Connected"));
    emit view->connectionChanged(Connection::Lost);
    QCOMPARE(child<StatusPill>("callConnection")->pill().words, QStringLiteral("Connection lost"));
    QVERIFY(child<Banner>("callTrouble")->isVisible());
    QVERIFY(view->isVisible());
    emit view->connectionChanged(Connection::Good);
    QVERIFY(!child<Banner>("callTrouble")->isVisible());
    QVERIFY(!waitUntil([&] { return view.isNull(); }, std::chrono::milliseconds(600))); // It is left alone.

    emit view->connectionChanged(Connection::Lost);
    QTRY_VERIFY(!view);
    QVERIFY(showsWords(QStringLiteral("No connection to the call")));
    QVERIFY(isBack());
    QVERIFY(!child<Banner>("callTrouble")->isVisible());
}

void TestCallPageMending::leavingWhileItMendsIsTheEnd()
{
    QVERIFY(enter());
    emit m_engine.m_view->crashed();
    QSignalSpy left(&m_page->flow(), &CallFlow::left);
    QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton);
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Ended);
    QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton); // back to the agenda
    QCOMPARE(left.count(), 1);
    QCOMPARE(left.first().at(1).toBool(), true);
    QTRY_COMPARE(progress(), Progress::Held);
    QTRY_VERIFY(!m_engine.m_view);
    QVERIFY(!waitUntil([this] { return !m_engine.m_view.isNull(); }, std::chrono::milliseconds(1500)));
}

void TestCallPageMending::aPageThatHangsCanBeReloaded()
{
    QVERIFY(enter());
    const QPointer<PretendedView> view = m_engine.m_view;
    emit view->unresponsive(true);
    QVERIFY(child<Banner>("callTrouble")->text().contains(QStringLiteral("does not answer")));
    QVERIFY(child<Banner>("callTrouble")->isVisible());
    emit view->unresponsive(false);
    QVERIFY(!child<Banner>("callTrouble")->isVisible());
    emit view->unresponsive(true);
    QTest::mouseClick(button("reloadCallButton"), Qt::LeftButton);
    QVERIFY(showsWords(QStringLiteral("Going back into the call…")));
    QTRY_VERIFY(!view);
    QVERIFY(isBack());
    QVERIFY(!child<Banner>("callTrouble")->isVisible());
    QCOMPARE(progress(), Progress::InCall);
}

/// As at a kiosk. One that answers again in time stays.
void TestCallPageMending::whereNobodyDecidesAPageThatHangsIsLost()
{
    m_hungPatience = std::chrono::milliseconds(300);
    open(false);
    QVERIFY(enter());
    const QPointer<PretendedView> view = m_engine.m_view;
    emit view->unresponsive(true);
    emit view->unresponsive(false);
    QVERIFY(!waitUntil([&] { return view.isNull(); }, std::chrono::milliseconds(600)));
    emit view->unresponsive(true);
    QTRY_VERIFY(!view);
    QVERIFY(isBack());
    QCOMPARE(progress(), Progress::InCall);
}

void TestCallPageMending::aPageThatNeitherComesNorFailsIsGivenUp()
{
    m_loadPatience = std::chrono::milliseconds(200);
    open(false);
    m_page->flow().start(m_practice->find(m_id));
    QVERIFY(opens());
    // It tries again soon: what is to be seen until then is looked at in this turn.
    QVERIFY(waitUntil([this] { return showsWords(QStringLiteral("The call cannot be shown")); }));
    QVERIFY(button("emptyStateAction")->isVisible());
    QTest::mouseClick(button("emptyStateAction"), Qt::LeftButton);
    QVERIFY(isBack());
    // What is there has all the time of the world.
    QVERIFY(!waitUntil([this] { return m_engine.m_view.isNull(); }, std::chrono::milliseconds(600)));
}

/// Somebody in the waiting room was told that they are taken into the call.
void TestCallPageMending::aPageThatDoesNotComeAtFirstIsTriedAgain()
{
    m_page->flow().start(m_practice->find(m_id));
    QVERIFY(opens());
    emit m_engine.m_view->failed(true);
    QVERIFY(showsWords(QStringLiteral("The call cannot be shown")));
    QVERIFY(isBack());
    QVERIFY(waitUntil([this] { return progress() == Progress::InCall; }));

    // News of the network overtakes the wait.
    m_page->flow().leave();
    m_page->flow().start(m_practice->find(m_id));
    QVERIFY(opens());
    emit m_engine.m_view->failed(true);
    m_page->flow().askNow();
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Connecting);
    QVERIFY(isBack());
}

void TestCallPageMending::onTheWayBackAPageThatDoesNotComeIsTriedAgain()
{
    m_loadPatience = std::chrono::milliseconds(200);
    open(false);
    QVERIFY(enter());
    emit m_engine.m_view->crashed();
    QVERIFY(opens());
    QVERIFY(waitUntil([this] { return showsWords(QStringLiteral("No connection to the call")); }));
    QVERIFY(isBack());
    QCOMPARE(progress(), Progress::InCall);
}

void TestCallPageMending::newsOvertakesAPageThatDoesNotCome()
{
    QVERIFY(enter());
    emit m_engine.m_view->failed(true);
    QVERIFY(opens()); // It set out on a network that is gone.
    const QPointer<PretendedView> stuck = m_engine.m_view;
    m_page->flow().askNow();
    QVERIFY(waitUntil([&] { return stuck.isNull(); }));
    QVERIFY(isBack());
}

void TestCallPageMending::aServiceThatSaysWhenIsNotAskedBefore()
{
    QVERIFY(enter());
    Error busy = Practice::unreachable();
    busy.retryAfter = std::chrono::seconds(60);
    m_practice->records().failFinds(busy);
    emit m_engine.m_view->crashed();
    QVERIFY(waitUntil([this] { return showsWords(QStringLiteral("No connection to the call")); }));
    m_practice->records().failFinds(std::nullopt);
    m_page->flow().askNow();
    QVERIFY(!waitUntil([this] { return !m_engine.m_view.isNull(); }, std::chrono::milliseconds(1600)));
    QTest::mouseClick(button("emptyStateAction"), Qt::LeftButton); // A person may.
    QVERIFY(isBack());
}

QTEST_MAIN(TestCallPageMending)
#include "test_call_page_mending.moc"
