// A call that is hurt and mends, and the window it is looked at in, with an engine that does as it is told.
#include "tests/ui/call/screen_saver_double.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "tests/ui/support/pretended_engine.h"
#include "ui/call/call_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/status_pill.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestCallPage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup();
    void whoseProcessEndsIsBackByItself();
    void whatEndsAgainAndAgainIsGivenUp_data();
    void whatEndsAgainAndAgainIsGivenUp();
    void whatCouldNotBeReachedIsTriedAtOnceWhenItMay();
    void whatCannotBeReachedIsTriedAgain();
    void aLostConnectionMendsItselfOrIsMended();
    void leavingWhileItMendsIsTheEnd();
    void aPageThatHangsCanBeReloaded();
    void theBarTellsTheTime();
    void theWholeScreenAndBack();
    void aSmallWindowInFrontAndBack();
    void aPageThatNeitherComesNorFailsIsGivenUp();
    void aPageThatDoesNotComeAtFirstIsTriedAgain();
    void onTheWayBackAPageThatDoesNotComeIsTriedAgain();
    void newsOvertakesAPageThatDoesNotCome();
    void aServiceThatSaysWhenIsNotAskedBefore();
    void aPageThatWantsToLeaveIsAskedAbout();
    void aPressedButtonIsNotTakenAway();
    void theScreenStaysAwakeInACall();

private:
    void open(bool mayRestartPlainly);
    bool enter();
    bool isBack();
    /// The page is gone, and words stand in its place.
    bool showsWords(const QString &headline) const;
    template <typename T>
    T *child(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    Progress progress() { return m_practice->find(m_id).progress; }

    std::unique_ptr<Practice> m_practice;
    QString m_id;
    PretendedEngine m_engine;
    std::chrono::milliseconds m_loadPatience;
    std::unique_ptr<QWidget> m_window;
    CallPage *m_page = nullptr;
};

void TestCallPage::init()
{
    m_loadPatience = std::chrono::seconds(30);
    m_practice = std::make_unique<Practice>();
    m_id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
    open(false);
}

void TestCallPage::open(bool mayRestartPlainly)
{
    m_window = std::make_unique<QWidget>();
    m_window->setMinimumSize(700, 500);
    m_page = new CallPage({.service = m_practice->service(),
                           .settings = m_practice->settings(),
                           .clock = m_practice->clock(),
                           .engine = [this]() -> Result<CallEngine *> { return &m_engine; },
                           .storageDir = m_practice->folder(),
                           .allowedHosts = {},
                           .lostPatience = std::chrono::milliseconds(300),
                           .loadPatience = m_loadPatience,
                           .mayRestartPlainly = mayRestartPlainly});
    (new QVBoxLayout(m_window.get()))->addWidget(m_page);
    QVERIFY(showActive(*m_window));
}

void TestCallPage::cleanup()
{
    m_window.reset();
    m_practice.reset();
}

bool TestCallPage::enter()
{
    m_page->flow().start(m_practice->find(m_id));
    return isBack() && waitUntil([this] { return progress() == Progress::InCall; });
}

bool TestCallPage::isBack()
{
    if (!waitUntil([this] { return !m_engine.m_view.isNull(); }))
        return false;
    emit m_engine.m_view->pageReady();
    return waitUntil([this] { return m_page->flow().isInCall() && m_engine.m_view && m_engine.m_view->isVisible(); });
}

bool TestCallPage::showsWords(const QString &headline) const
{
    const auto *notice = child<EmptyState>("callNotice");
    return !m_page->flow().view() && notice->isVisible() && notice->headline() == headline &&
           !notice->sentence().isEmpty();
}

void TestCallPage::whoseProcessEndsIsBackByItself()
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

void TestCallPage::whatEndsAgainAndAgainIsGivenUp_data()
{
    QTest::addColumn<bool>("mayRestartPlainly");
    QTest::newRow("plain graphics may help") << true;
    QTest::newRow("they are plain already") << false;
}

void TestCallPage::whatEndsAgainAndAgainIsGivenUp()
{
    QFETCH(bool, mayRestartPlainly);
    open(mayRestartPlainly);
    QSignalSpy restart(m_page, &CallPage::plainRestartRequested);
    QVERIFY(enter());
    for (int crash = 1; crash <= 4; ++crash) {
        emit m_engine.m_view->crashed();
        QTRY_VERIFY(!m_engine.m_view);
        QTRY_VERIFY_WITH_TIMEOUT(isBack(), 10000);
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

void TestCallPage::whatCouldNotBeReachedIsTriedAtOnceWhenItMay()
{
    QVERIFY(enter());
    emit m_engine.m_view->crashed();
    QTRY_VERIFY(!m_engine.m_view);
    m_page->flow().askNow(); // The network has nothing to do with it.
    QVERIFY(m_page->flow().stage() == CallFlow::Stage::Mending && !m_engine.m_view);
    QVERIFY(isBack());
    for (int i = 0; i < 4; ++i) { // The fourth wait is eight seconds.
        emit m_engine.m_view->failed(true);
        QTRY_VERIFY(!m_engine.m_view);
        m_page->flow().askNow();
        QVERIFY(waitUntil([this] { return !m_engine.m_view.isNull(); }, std::chrono::milliseconds(900)));
        emit m_engine.m_view->pageReady();
    }
}

void TestCallPage::whatCannotBeReachedIsTriedAgain()
{
    QVERIFY(enter());
    emit m_engine.m_view->failed(true);
    QVERIFY(showsWords(QStringLiteral("No connection to the call")));
    QTRY_VERIFY(!m_engine.m_view);
    QTRY_VERIFY(m_engine.m_view); // by itself, after a second
    emit m_engine.m_view->failed(true);
    QTRY_VERIFY(!m_engine.m_view);
    child<EmptyState>("callNotice")->actionButton()->click(); // "Try now"
    QVERIFY(isBack());

    // Refused is not unreachable: the room has ended.
    emit m_engine.m_view->failed(false);
    QVERIFY(showsWords(QStringLiteral("The call cannot be shown")));
    QTRY_COMPARE(progress(), Progress::Held);
}

void TestCallPage::aLostConnectionMendsItselfOrIsMended()
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

void TestCallPage::leavingWhileItMendsIsTheEnd()
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

void TestCallPage::aPageThatHangsCanBeReloaded()
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

void TestCallPage::aPageThatNeitherComesNorFailsIsGivenUp()
{
    m_loadPatience = std::chrono::milliseconds(200);
    open(false);
    m_page->flow().start(m_practice->find(m_id));
    QTRY_VERIFY(m_engine.m_view);
    QTRY_VERIFY(showsWords(QStringLiteral("The call cannot be shown")));
    QTRY_VERIFY(!m_engine.m_view);
    QVERIFY(button("emptyStateAction")->isVisible());
    QTest::mouseClick(button("emptyStateAction"), Qt::LeftButton);
    QVERIFY(isBack());
    // What is there has all the time of the world.
    QVERIFY(!waitUntil([this] { return m_engine.m_view.isNull(); }, std::chrono::milliseconds(600)));
}

/// Somebody in the waiting room was told that they are taken into the call.
void TestCallPage::aPageThatDoesNotComeAtFirstIsTriedAgain()
{
    m_page->flow().start(m_practice->find(m_id));
    QTRY_VERIFY(m_engine.m_view);
    emit m_engine.m_view->failed(true);
    QVERIFY(showsWords(QStringLiteral("The call cannot be shown")));
    QTRY_VERIFY(!m_engine.m_view);
    QVERIFY(isBack());
    QVERIFY(waitUntil([this] { return progress() == Progress::InCall; }));

    // News of the network overtakes the wait.
    m_page->flow().leave();
    m_page->flow().start(m_practice->find(m_id));
    QTRY_VERIFY(m_engine.m_view);
    emit m_engine.m_view->failed(true);
    QTRY_VERIFY(!m_engine.m_view);
    m_page->flow().askNow();
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Connecting);
    QVERIFY(isBack());
}

void TestCallPage::onTheWayBackAPageThatDoesNotComeIsTriedAgain()
{
    m_loadPatience = std::chrono::milliseconds(200);
    open(false);
    QVERIFY(enter());
    emit m_engine.m_view->crashed();
    QTRY_VERIFY(!m_engine.m_view);
    QTRY_VERIFY(m_engine.m_view);
    QTRY_VERIFY(showsWords(QStringLiteral("No connection to the call")));
    QTRY_VERIFY(!m_engine.m_view);
    QVERIFY(isBack());
    QCOMPARE(progress(), Progress::InCall);
}

void TestCallPage::newsOvertakesAPageThatDoesNotCome()
{
    QVERIFY(enter());
    emit m_engine.m_view->failed(true);
    QTRY_VERIFY(!m_engine.m_view);
    QTRY_VERIFY(m_engine.m_view); // It set out on a network that is gone.
    const QPointer<PretendedView> stuck = m_engine.m_view;
    m_page->flow().askNow();
    QTRY_VERIFY(!stuck);
    QVERIFY(isBack());
}

void TestCallPage::aServiceThatSaysWhenIsNotAskedBefore()
{
    QVERIFY(enter());
    Error busy = Practice::unreachable();
    busy.retryAfter = std::chrono::seconds(60);
    m_practice->records().failFinds(busy);
    emit m_engine.m_view->crashed();
    QTRY_VERIFY(showsWords(QStringLiteral("No connection to the call")));
    m_practice->records().failFinds(std::nullopt);
    m_page->flow().askNow();
    QVERIFY(!waitUntil([this] { return !m_engine.m_view.isNull(); }, std::chrono::milliseconds(1600)));
    QTest::mouseClick(button("emptyStateAction"), Qt::LeftButton); // A person may.
    QVERIFY(isBack());
}

void TestCallPage::aPageThatWantsToLeaveIsAskedAbout()
{
    QVERIFY(enter());
    const QPointer<PretendedView> view = m_engine.m_view;
    emit view->connectionChanged(Connection::Good);
    const int asked = m_practice->roomQuestions(m_id);
    emit view->leadsAway();
    QTRY_COMPARE(m_practice->roomQuestions(m_id), asked + 1);
    QVERIFY(child<Banner>("callTrouble")->isVisible());
    QVERIFY(child<Banner>("callTrouble")->text().contains(QStringLiteral("hung up")));
    // Whoever has hung up is not taken back in.
    emit view->connectionChanged(Connection::Lost);
    QVERIFY(!waitUntil([&] { return view.isNull(); }, std::chrono::milliseconds(600)));
    // It has stayed after all.
    emit view->connectionChanged(Connection::Good);
    QVERIFY(!child<Banner>("callTrouble")->isVisible());
    emit view->leadsAway();
    QTest::mouseClick(button("leaveRefusedCallButton"), Qt::LeftButton);
    QCOMPARE(m_page->flow().stage(), CallFlow::Stage::Ended);
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

void TestCallPage::theScreenStaysAwakeInACall()
{
    const QString name = QStringLiteral("desktop");
    ScreenSaverDouble saver;
    QDBusConnection desktop = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
    QVERIFY2(desktop.isConnected(), "run it with dbus-run-session");
    QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &saver,
                                   QDBusConnection::ExportScriptableSlots));
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
    QVERIFY(enter());
    QTRY_COMPARE(saver.held().size(), 1);
    emit m_engine.m_view->crashed();
    QTRY_VERIFY(!m_engine.m_view);
    QVERIFY(isBack()); // It stays so on the way back into the call.
    QCOMPARE(saver.held().size(), 1);
    QCOMPARE(saver.reasons().size(), 1);
    emit m_engine.m_view->ended();
    QTRY_VERIFY(saver.held().isEmpty());
    desktop.unregisterService(QStringLiteral("org.freedesktop.ScreenSaver"));
    QDBusConnection::disconnectFromBus(name);
}

QTEST_MAIN(TestCallPage)
#include "test_call_page.moc"
