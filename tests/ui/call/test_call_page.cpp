// The window that a call is looked at in.
#include "tests/ui/call/call_page_test.h"
#include "tests/ui/call/screen_saver_double.h"
#include "tests/ui/support/keyboard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestCallPage : public CallPageTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void theBarTellsTheTime();
    void theWholeScreenAndBack();
    void aSmallWindowInFrontAndBack();
    void aPageThatWantsToLeaveIsAskedAbout();
    void whoStaysIsTakenBackWhenTheConnectionIsLost();
    void aPressedButtonIsNotTakenAway();
    void theScreenStaysAwakeInACall();
    void aCallThatDoesNotComeBackLetsTheScreenSleep();
    void keysForTheSmallWindowAndOutOfTheCall();
};

void TestCallPage::theBarTellsTheTime()
{
    QVERIFY(enter()); // at 10:00; it ends at 10:40
    QCOMPARE(child<QLabel>("callRemaining")->text(), QStringLiteral("40 min left"));
    m_practice->clock().advance(std::chrono::minutes(36));
    QTRY_COMPARE(child<QLabel>("callElapsed")->text(), QStringLiteral("36:00"));
    QCOMPARE(child<QLabel>("callRemaining")->text(), QStringLiteral("4 min left"));
    QCOMPARE(child<QLabel>("callRemaining")->property("tone").toString(), QStringLiteral("warning"));
    QVERIFY(child<QLabel>("callElapsed")->isVisible());
    emit m_engine.m_view->ended();
    QVERIFY(!child<QLabel>("callElapsed")->isVisible());
}

void TestCallPage::theWholeScreenAndBack()
{
    QVERIFY(!button("fullScreenButton")->isVisible());
    QVERIFY(enter());
    m_engine.m_view->setFocusPolicy(Qt::StrongFocus);
    m_engine.m_view->setFocus();
    press(*m_window, Qt::Key_F11);
    QTRY_VERIFY(m_window->isFullScreen());
    QVERIFY(m_engine.m_view->hasFocus());
    press(*m_window, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->isFullScreen());
    QVERIFY(m_page->flow().isInCall());
    QTest::mouseClick(button("fullScreenButton"), Qt::LeftButton);
    QTRY_VERIFY(m_window->isFullScreen());
    emit m_engine.m_view->ended(); // The agenda does not fill the screen.
    QTRY_VERIFY(!m_window->isFullScreen());
}

void TestCallPage::aSmallWindowInFrontAndBack()
{
    QVERIFY(enter());
    const QSize before = m_window->size();
    QTest::mouseClick(button("miniWindowButton"), Qt::LeftButton);
    QTRY_VERIFY(m_window->width() < before.width());
    QVERIFY(m_window->windowHandle()->flags() & Qt::WindowStaysOnTopHint);
    QVERIFY(m_engine.m_view && m_engine.m_view->isVisible());
    QVERIFY(!button("fullScreenButton")->isVisible());
    QVERIFY(button("leaveCallButton")->isVisible());
    QTest::mouseClick(button("miniWindowButton"), Qt::LeftButton);
    QTRY_COMPARE(m_window->size(), before);
    QCOMPARE(m_window->minimumSize(), QSize(700, 500));
    QVERIFY(!(m_window->windowHandle()->flags() & Qt::WindowStaysOnTopHint));
}

void TestCallPage::aPageThatWantsToLeaveIsAskedAbout()
{
    QVERIFY(enter());
    const QPointer<PretendedView> view = m_engine.m_view;
    emit view->connectionChanged(Connection::Good);
    QVERIFY(m_practice->settle());
    const int asked = m_practice->roomQuestions(m_id);
    emit view->leadsAway();
    QCOMPARE(m_practice->roomQuestionsAfter(m_id, asked), asked + 1);
    QVERIFY(child<Banner>("callTrouble")->isVisible());
    QVERIFY(child<Banner>("callTrouble")->text().contains(QStringLiteral("hung up")));
    // Whoever has hung up is not taken back in.
    emit view->connectionChanged(Connection::Lost);
    QVERIFY(!waitUntil([&] { return view.isNull(); }, std::chrono::milliseconds(600)));
    // It has stayed after all.
    emit view->connectionChanged(Connection::Good);
    QVERIFY(!child<Banner>("callTrouble")->isVisible());
    emit view->leadsAway();
    QTest::mouseClick(button("stayInCallButton"), Qt::LeftButton);
    QVERIFY(!child<Banner>("callTrouble")->isVisible());
    QVERIFY(m_page->flow().isInCall());
    emit view->leadsAway();
    QTest::mouseClick(button("leaveRefusedCallButton"), Qt::LeftButton);
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Ended);
}

/// A link to somewhere else was clicked, and the call went on all the while.
void TestCallPage::whoStaysIsTakenBackWhenTheConnectionIsLost()
{
    QVERIFY(enter());
    emit m_engine.m_view->connectionChanged(Connection::Good);
    emit m_engine.m_view->leadsAway();
    QTest::mouseClick(button("stayInCallButton"), Qt::LeftButton);
    emit m_engine.m_view->connectionChanged(Connection::Lost);
    QTRY_COMPARE(m_page->flow().stage(), CallFlow::Stage::Mending);
}

void TestCallPage::aPressedButtonIsNotTakenAway()
{
    m_practice->records().failFinds(Practice::unreachable());
    m_page->flow().start(m_practice->find(m_id));
    QTRY_VERIFY(showsWords(QStringLiteral("The call cannot be shown")));
    QSignalSpy triggered(child<EmptyState>("callNotice"), &EmptyState::actionTriggered);
    QTest::mousePress(button("emptyStateAction"), Qt::LeftButton);
    emit m_page->flow().waitChanged(); // as once a second
    QTest::mouseRelease(button("emptyStateAction"), Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
}

namespace {

/// A desktop that can be asked to stay awake.
struct Desktop
{
    Desktop()
    {
        isUp = bus.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &saver,
                                  QDBusConnection::ExportScriptableSlots) &&
               bus.registerService(QStringLiteral("org.freedesktop.ScreenSaver"));
    }
    ~Desktop()
    {
        bus.unregisterService(QStringLiteral("org.freedesktop.ScreenSaver"));
        QDBusConnection::disconnectFromBus(bus.name());
    }
    Desktop(const Desktop &) = delete;
    Desktop &operator=(const Desktop &) = delete;

    ScreenSaverDouble saver;
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    bool isUp = false;
};

} // namespace

void TestCallPage::theScreenStaysAwakeInACall()
{
    Desktop desktop;
    QVERIFY2(desktop.isUp, "run it with dbus-run-session");
    QVERIFY(enter());
    QTRY_COMPARE(desktop.saver.held().size(), 1);
    emit m_engine.m_view->crashed();
    QTRY_VERIFY(!m_engine.m_view);
    QVERIFY(isBack()); // It stays so on the way back into the call.
    QCOMPARE(desktop.saver.held().size(), 1);
    QCOMPARE(desktop.saver.reasons().size(), 1);
    emit m_engine.m_view->ended();
    QTRY_VERIFY(desktop.saver.held().isEmpty());
}

/// A network that is gone for the night must not leave the practice's screen unlocked for as long.
void TestCallPage::aCallThatDoesNotComeBackLetsTheScreenSleep()
{
    Desktop desktop;
    QVERIFY2(desktop.isUp, "run it with dbus-run-session");
    QVERIFY(enter());
    QTRY_COMPARE(desktop.saver.held().size(), 1);
    m_practice->records().failFinds(Practice::unreachable());
    emit m_engine.m_view->failed(true);
    QTRY_VERIFY(!m_engine.m_view);
    m_practice->clock().advance(std::chrono::minutes(9));
    QVERIFY(!waitUntil([&] { return desktop.saver.held().isEmpty(); }, std::chrono::milliseconds(1500)));
    m_practice->clock().advance(std::chrono::minutes(1));
    QTRY_VERIFY(desktop.saver.held().isEmpty());
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Mending);
    m_page->flow().askNow(); // Another try that fails wakes nobody.
    QVERIFY(m_practice->settle());
    QVERIFY(desktop.saver.held().isEmpty());
    m_practice->records().failFinds(std::nullopt);
    m_page->flow().askNow();
    QVERIFY(isBack());
    QTRY_COMPARE(desktop.saver.held().size(), 1);
}

void TestCallPage::keysForTheSmallWindowAndOutOfTheCall()
{
    constexpr Qt::KeyboardModifiers held = Qt::ControlModifier | Qt::ShiftModifier;
    const QSize before = m_window->size();
    press(*m_window, Qt::Key_M, held); // Without a call there is no small window.
    QVERIFY(!(m_window->windowHandle()->flags() & Qt::WindowStaysOnTopHint));
    QVERIFY(enter());
    m_engine.m_view->setFocusPolicy(Qt::StrongFocus);
    m_engine.m_view->setFocus();
    press(*m_window, Qt::Key_M, held);
    QTRY_VERIFY(m_window->windowHandle()->flags() & Qt::WindowStaysOnTopHint);
    QTRY_VERIFY(m_window->width() < before.width());
    press(*m_window, Qt::Key_M, held);
    QTRY_COMPARE(m_window->size(), before);
    QVERIFY(m_page->flow().isInCall());
    press(*m_window, Qt::Key_L, held);
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Ended);
}

QTEST_MAIN(TestCallPage)
#include "test_call_page.moc"
