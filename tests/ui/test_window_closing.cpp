// What happens before the main window closes, with an engine that does as it is told.
#include "tests/ui/call/call_scene.h"
#include "ui/widgets/confirm_dialog.h"

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestWindowClosing : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_at = std::make_unique<CallScene>(); }
    void cleanup() { m_at.reset(); }
    void closingInACallAsksFirst();
    void whoEntersAgainDoesNotWantToCloseAnyMore();
    void aFileThatIsStillArrivingIsNotLost();
    void aFileIsGivenUpByThePersonOnly();
    void whoLeavesAndClosesWaitsForTheFile_data();
    void whoLeavesAndClosesWaitsForTheFile();
    void whoMustEndDoesNotWaitForAFile();
    void theWindowIsHiddenWhereThereIsAPanel();
    void whoQuitsEndsTheProgramPanelOrNot();
    void whoQuitsAtTheIconEndsTheProgram();
    void theEndOfTheSessionIsNoClosing();
    void aFileGoesOnInThePanel();
    void theEndOfACallSaysNothingOfItsFiles();
    void whatIsAskedHoldsWhileTheCallMends();
    void whoWritesSomethingMeanwhileIsNotDone();
    void theAgendaIsReadAgainWhenTheWindowIsBack();
    void nobodyIsTakenIntoACallBehindAClosedWindow();

private:
    MainWindow &window() const { return *m_at->window; }
    ConfirmDialog *question() const { return window().findChild<ConfirmDialog *>(QStringLiteral("closeDialog")); }
    /// With a file on its way.
    bool enterWith(PretendedDownload &file)
    {
        if (!m_at->enter() || !m_at->seesProgress(Progress::InCall))
            return false;
        emit m_at->engine.m_view->downloadBegan(&file);
        return true;
    }

    std::unique_ptr<CallScene> m_at;
};

void TestWindowClosing::closingInACallAsksFirst()
{
    QVERIFY(m_at->enter());
    QVERIFY(m_at->seesProgress(Progress::InCall));
    QVERIFY(!window().close());
    QVERIFY(question() && question()->isVisible());
    question()->reject();
    QVERIFY(window().isInCall());
    QTRY_VERIFY(!question());
    window().close();
    QTest::mouseClick(question()->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(!window().isVisible());
    QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Held);
}

void TestWindowClosing::whoEntersAgainDoesNotWantToCloseAnyMore()
{
    QVERIFY(m_at->enter());
    QVERIFY(m_at->seesProgress(Progress::InCall));
    m_at->practice.records().holdProgress(); // The end takes its time.
    window().close();
    question()->accept();
    QTRY_VERIFY(!m_at->engine.m_view);
    QTest::mouseClick(m_at->button("reenterButton"), Qt::LeftButton);
    QTRY_VERIFY(m_at->engine.m_view);
    emit m_at->engine.m_view->pageReady();
    QVERIFY(window().isInCall());
    QTRY_VERIFY(!question());
    QSignalSpy settled(&window(), &MainWindow::callSettled);
    m_at->practice.records().releaseProgress();
    QTRY_COMPARE(settled.size(), 1);
    QVERIFY(!question());
    emit m_at->engine.m_view->ended();
    QTRY_COMPARE(settled.size(), 2);
    QVERIFY(window().isVisible());
}

/// The call is over, and the other side may never offer it again.
void TestWindowClosing::aFileThatIsStillArrivingIsNotLost()
{
    PretendedDownload file;
    QVERIFY(enterWith(file));
    emit m_at->engine.m_view->ended();
    m_at->flow().leave();
    QVERIFY(!window().close());
    QVERIFY(question() && question()->isVisible());
    QTest::mouseClick(question()->cancelButton(), Qt::LeftButton);
    QTRY_VERIFY(!question());
    QCOMPARE(file.state(), CallDownload::State::Running);
    file.become(CallDownload::State::Saved);
    QVERIFY(window().isVisible()); // Whoever waits goes on.
    QVERIFY(window().close());
    QVERIFY(!window().isVisible());
}

void TestWindowClosing::aFileIsGivenUpByThePersonOnly()
{
    PretendedDownload file;
    QVERIFY(enterWith(file));
    // Also when what is said of it was put away.
    m_at->window->findChild<QPushButton *>(QStringLiteral("bannerDismiss"))->click();
    emit m_at->engine.m_view->ended();
    QVERIFY(!window().close());
    QTest::mouseClick(question()->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(!window().isVisible());
}

void TestWindowClosing::whoLeavesAndClosesWaitsForTheFile_data()
{
    QTest::addColumn<CallDownload::State>("end");
    QTest::addColumn<bool>("closes");
    QTest::newRow("saved") << CallDownload::State::Saved << true;
    QTest::newRow("cancelled") << CallDownload::State::Cancelled << true;
    QTest::newRow("lost: is to be read") << CallDownload::State::Failed << false;
}

void TestWindowClosing::whoLeavesAndClosesWaitsForTheFile()
{
    QFETCH(CallDownload::State, end);
    QFETCH(bool, closes);
    PretendedDownload first;
    PretendedDownload file;
    QVERIFY(enterWith(file));
    emit m_at->engine.m_view->downloadBegan(&first);
    QSignalSpy settled(&window(), &MainWindow::callSettled);
    window().close();
    question()->accept();
    QTRY_COMPARE(settled.size(), 1);
    first.become(CallDownload::State::Saved);
    QVERIFY(window().isVisible());
    file.become(end);
    QCOMPARE(window().isVisible(), !closes);
}

void TestWindowClosing::whoMustEndDoesNotWaitForAFile()
{
    PretendedDownload file;
    QVERIFY(enterWith(file));
    window().setStaysInPanel([] { return true; });
    window().quitNow();
    QTRY_VERIFY(!window().isVisible());
    QVERIFY(!question());
    QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Held);
}

void TestWindowClosing::theWindowIsHiddenWhereThereIsAPanel()
{
    bool hasIcon = true;
    window().setStaysInPanel([&] { return hasIcon; });
    QSignalSpy hidden(&window(), &MainWindow::hiddenInPanel);
    QVERIFY(m_at->enter());
    QVERIFY(m_at->seesProgress(Progress::InCall));
    window().close(); // A call is asked for all the same.
    QVERIFY(question());
    QVERIFY(hidden.isEmpty());
    question()->accept();
    QTRY_COMPARE(hidden.size(), 1);
    QVERIFY(!window().isVisible());
    window().show();
    QVERIFY(window().agenda().isVisible());
    hasIcon = false; // The panel is gone: nothing would bring the window back.
    QVERIFY(window().close());
    QCOMPARE(hidden.size(), 1);
}

void TestWindowClosing::whoQuitsEndsTheProgramPanelOrNot()
{
    window().setStaysInPanel([] { return true; });
    QSignalSpy hidden(&window(), &MainWindow::hiddenInPanel);
    QVERIFY(m_at->enter());
    QVERIFY(m_at->seesProgress(Progress::InCall));
    QTest::keyClick(&window(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(question());
    question()->reject(); // And not any more.
    QTRY_VERIFY(!question());
    emit m_at->engine.m_view->ended();
    QVERIFY(m_at->seesProgress(Progress::Held));
    QVERIFY(!window().close());
    QCOMPARE(hidden.size(), 1);
    window().show();
    QVERIFY(waitUntilActive(window()));
    QTest::keyClick(&window(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!window().isVisible());
    QCOMPARE(hidden.size(), 1);
}

/// The window has been closed long ago by then.
void TestWindowClosing::whoQuitsAtTheIconEndsTheProgram()
{
    window().setStaysInPanel([] { return true; });
    QSignalSpy ended(&window(), &MainWindow::quitting);
    window().close();
    QVERIFY(!window().isVisible());
    QVERIFY(ended.isEmpty());
    window().quit();
    QCOMPARE(ended.size(), 1);
}

void TestWindowClosing::theEndOfTheSessionIsNoClosing()
{
    window().setStaysInPanel([] { return true; });
    QSignalSpy hidden(&window(), &MainWindow::hiddenInPanel);
    QSignalSpy ended(&window(), &MainWindow::quitting);
    window().aboutToQuit();
    QVERIFY(window().close());
    QVERIFY(hidden.isEmpty());
    QCOMPARE(ended.size(), 1);
}

void TestWindowClosing::aFileGoesOnInThePanel()
{
    PretendedDownload file;
    QVERIFY(enterWith(file));
    window().setStaysInPanel([] { return true; });
    emit m_at->engine.m_view->ended();
    window().close();
    QVERIFY(!question()); // Nothing is lost.
    QVERIFY(!window().isVisible());
    window().quit(); // At the icon.
    QVERIFY(question() && question()->isVisible());
    QVERIFY(window().isVisible());
    QTest::mouseClick(question()->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(!window().isVisible());
}

/// The other side hangs up just before the answer: whoever left the call did not give up what it sent.
void TestWindowClosing::theEndOfACallSaysNothingOfItsFiles()
{
    PretendedDownload file;
    QVERIFY(enterWith(file));
    window().close();
    emit m_at->engine.m_view->ended();
    QTest::mouseClick(question()->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(!question());
    QVERIFY(window().isVisible());
    file.become(CallDownload::State::Saved);
    QVERIFY(!window().isVisible());
}

void TestWindowClosing::whatIsAskedHoldsWhileTheCallMends()
{
    window().setStaysInPanel([] { return true; });
    QSignalSpy hidden(&window(), &MainWindow::hiddenInPanel);
    QVERIFY(m_at->enter());
    QVERIFY(m_at->seesProgress(Progress::InCall));
    window().quit();
    emit m_at->engine.m_view->crashed();
    QVERIFY(question() && question()->isVisible());
    QTest::mouseClick(question()->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(!window().isVisible());
    QVERIFY(hidden.isEmpty());
}

void TestWindowClosing::whoWritesSomethingMeanwhileIsNotDone()
{
    PretendedDownload file;
    QVERIFY(enterWith(file));
    QSignalSpy settled(&window(), &MainWindow::callSettled);
    window().close();
    question()->accept();
    QTRY_COMPARE(settled.size(), 1);
    m_at->flow().leave();
    window().agenda().schedule();
    QTRY_VERIFY(QApplication::activeModalWidget());
    file.become(CallDownload::State::Saved);
    QVERIFY(window().isVisible());
    QVERIFY(QApplication::activeModalWidget());
    QApplication::activeModalWidget()->close();
}

void TestWindowClosing::theAgendaIsReadAgainWhenTheWindowIsBack()
{
    window().setStaysInPanel([] { return true; });
    QVERIFY(m_at->practice.settle());
    window().close();
    const int lists = m_at->practice.records().lists();
    window().show();
    QTRY_COMPARE(m_at->practice.records().lists(), lists + 1);
    QVERIFY(m_at->practice.settle());
}

void TestWindowClosing::nobodyIsTakenIntoACallBehindAClosedWindow()
{
    window().setStaysInPanel([] { return true; });
    m_at->practice.records().failFinds(Practice::unreachable());
    window().join(m_at->id);
    QTRY_VERIFY(m_at->message() && m_at->message()->isVisible());
    window().close();
    QVERIFY(!window().isVisible());
    QVERIFY(!window().isAwaiting(m_at->id));
}

QTEST_MAIN(TestWindowClosing)
#include "test_window_closing.moc"
