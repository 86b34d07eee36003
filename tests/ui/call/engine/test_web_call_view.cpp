// How calls begin and end in the view, with the real engine.
#include "tests/ui/call/engine/call_view_test.h"
#include "tests/ui/support/keyboard.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineView>

#include <memory>

using namespace teleconsult::test;
using namespace teleconsult::ui;

class TestWebCallView : public CallViewTest
{
    Q_OBJECT
private slots:
    void aCallIsShown();
    void aCallWhosePictureNeverComesIsShown();
    void aPageWithoutACallIsNotShown();
    void theRedirectEndsTheCall_data();
    void theRedirectEndsTheCall();
    void closingTheWindowEndsTheCall_data();
    void closingTheWindowEndsTheCall();
    void leavingEndsTheCallOnce();
    void afterTheEndItCanBeOpenedAgain();
    void aRedirectThatIsLearnedLateEndsTheCall();
    void theLinkIsNotKeptOnDisk();
    void theEngineMayGoFirst();
    void thePageHasTheKeyboardAtOnce();
};

void TestWebCallView::aCallIsShown()
{
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>report('here')</script>"));
    QSignalSpy ready(m_view, &CallView::pageReady);
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("here")}, patience);
    QCOMPARE(failed.count(), 0);
    QVERIFY(!m_window->windowTitle().contains(QLatin1String("call")));
}

/// A firewall lets nobody have it, perhaps; the call has begun long ago.
void TestWebCallView::aCallWhosePictureNeverComesIsShown()
{
    m_own->addEndless(QStringLiteral("/picture"), "Content-Type: image/png\r\n");
    m_own->addPage(QStringLiteral("/call"),
                   QStringLiteral("<img src='/picture'><script>const peer = new RTCPeerConnection();</script>"));
    QSignalSpy ready(m_view, &CallView::pageReady);
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
    m_own->finish(QStringLiteral("/picture"));
    QVERIFY(!QTest::qWaitFor([&] { return ready.count() > 1; }, 200)); // Nothing may follow.
    QCOMPARE(failed.count(), 0);
}

/// A page whose program does not come, or a gateway's: nobody is in a call there.
void TestWebCallView::aPageWithoutACallIsNotShown()
{
    m_own->addEndless(QStringLiteral("/program"), "Content-Type: text/javascript\r\n");
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script defer src='/program'></script>"
                                                           "<script>report('here')</script>"));
    QSignalSpy ready(m_view, &CallView::pageReady);
    open(QStringLiteral("/call"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_own->reports().isEmpty(), patience);
    QVERIFY(!QTest::qWaitFor([&] { return !ready.isEmpty(); }, 7000)); // It is asked after five seconds, and again.
}

void TestWebCallView::theRedirectEndsTheCall_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("location") << QStringLiteral("location.href = '/goodbye'");
    QTest::newRow("with parameters") << QStringLiteral("location.replace('/goodbye?reason=hang_up')");
    QTest::newRow("by way of the server") << QStringLiteral("location.href = '/bounce'");
    QTest::newRow("by history") << QStringLiteral("history.pushState({}, '', '/goodbye')");
    QTest::newRow("with a question on leaving")
        << QStringLiteral("onbeforeunload = () => 'sure?'; location.href = '/goodbye'");
}

void TestWebCallView::theRedirectEndsTheCall()
{
    QFETCH(QString, script);
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>onload = () => { %1; }</script>").arg(script));
    m_own->addRedirect(QStringLiteral("/bounce"), m_own->url(QStringLiteral("/goodbye")));
    QSignalSpy ended(m_view, &CallView::ended);
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QVERIFY(!QTest::qWaitFor([&] { return ended.count() > 1; }, 200)); // Nothing may follow.
    QCOMPARE(failed.count(), 0);
    QCOMPARE(m_own->requests().count(QStringLiteral("/goodbye")), 0);
    QVERIFY(!m_view->findChild<QWebEngineView *>());
}

void TestWebCallView::closingTheWindowEndsTheCall_data()
{
    QTest::addColumn<bool>("warm");
    QTest::newRow("cold") << false;
    QTest::newRow("warm") << true;
}

void TestWebCallView::closingTheWindowEndsTheCall()
{
    QFETCH(bool, warm);
    if (warm) {
        delete m_view;
        m_engine = std::make_unique<CallEnginePlugin>();
        int steps = 1;
        while (!m_engine->warmUpStep(m_storage))
            ++steps;
        QVERIFY(steps > 1);
        QVERIFY(m_engine->warmUpStep(m_storage));
        m_view = m_engine->createView(m_storage, m_window.get());
        m_view->resize(m_window->size());
        m_view->show();
    }
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>onload = () => window.close()</script>"));
    QSignalSpy ended(m_view, &CallView::ended);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
}

void TestWebCallView::leavingEndsTheCallOnce()
{
    m_own->addPage(QStringLiteral("/call"), askForDevices() + QStringLiteral("<script>fetch('/hold')</script>"));
    QSignalSpy ended(m_view, &CallView::ended);
    m_view->leave();
    QCOMPARE(ended.count(), 0);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("granted")}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_own->heldConnections(), 1, patience);
    m_view->leave();
    QCOMPARE(ended.count(), 1);
    m_view->leave();
    QCOMPARE(ended.count(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_own->heldConnections(), 0, patience);
}

void TestWebCallView::afterTheEndItCanBeOpenedAgain()
{
    m_own->addPage(QStringLiteral("/call"), askForDevices());
    QSignalSpy ready(m_view, &CallView::pageReady);
    for (int call = 1; call <= 3; ++call) {
        open(QStringLiteral("/call"));
        QTRY_COMPARE_WITH_TIMEOUT(m_own->reports().count(QStringLiteral("granted")), call, patience);
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), call, patience);
        m_view->leave();
    }
}

void TestWebCallView::aRedirectThatIsLearnedLateEndsTheCall()
{
    const QUrl redirect = m_other->url(QStringLiteral("/bye"));
    m_own->addPage(QStringLiteral("/call"),
                   QStringLiteral("<script>onload = () => setTimeout(() => location.href = '%1', 200)</script>")
                       .arg(redirect.toString()));
    QSignalSpy ledAway(m_view, &CallView::leadsAway);
    QSignalSpy ended(m_view, &CallView::ended);
    m_view->open({.link = m_own->url(QStringLiteral("/call")), .endCallRedirectUrl = {}, .allowedHosts = {}});
    QTRY_COMPARE_WITH_TIMEOUT(ledAway.count(), 1, patience);
    QCOMPARE(ended.count(), 0);
    m_view->setEndCallRedirectUrl(m_other->url(QStringLiteral("/elsewhere")));
    m_view->setEndCallRedirectUrl(redirect);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!m_other->requests().contains(QStringLiteral("/bye")));
}

void TestWebCallView::theLinkIsNotKeptOnDisk()
{
    const QString token = QStringLiteral("eyJhbGciOiJub25lIn0");
    m_own->addPage(QStringLiteral("/call/") + token,
                   QStringLiteral("<link rel=icon href=/icon.png>"
                                  "<script>localStorage.device = 'x'; document.cookie = 'a=b; max-age=999'</script>"));
    m_own->addAnswer(QStringLiteral("/icon.png"), "200 OK", "Content-Type: image/png\r\nCache-Control: max-age=999\r\n",
                     "png");
    QSignalSpy ready(m_view, &CallView::pageReady);
    open(QStringLiteral("/call/") + token);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
    m_window.reset();
    m_engine.reset(); // Writes what the profile keeps.
    int files = 0;
    QDirIterator it(m_storage, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue; // The engine renames its files when they are complete.
        QVERIFY2(!file.readAll().contains(token.toUtf8()), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
}

void TestWebCallView::theEngineMayGoFirst()
{
    m_own->addPage(QStringLiteral("/call"), {});
    QSignalSpy ready(m_view, &CallView::pageReady);
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
    m_engine.reset();
    QVERIFY(!m_view->findChild<QWebEngineView *>());
    open(QStringLiteral("/call"));
    QTRY_COMPARE(failed.count(), 1);
}

/// In a window that a person is already working in, as the application's is; no window manager runs here.
void TestWebCallView::thePageHasTheKeyboardAtOnce()
{
    m_own->addPage(QStringLiteral("/call"),
                   QStringLiteral("<button>first</button><script>let last = ''; setInterval(() => {"
                                  "const now = document.querySelector(':focus-visible') ? 'ring' : "
                                  "document.hasFocus() ? 'focused' : 'none';"
                                  "if (now !== last) report(now); last = now; }, 50)</script>"));
    QWidget window;
    auto *button = new QPushButton(&window);
    window.resize(640, 480);
    window.show();
    window.activateWindow();
    QVERIFY(waitUntilActive(window));
    button->setFocus();
    CallView *view = m_engine->createView(m_storage, &window);
    view->hide();
    QSignalSpy ready(view, &CallView::pageReady);
    view->open({m_own->url(QStringLiteral("/call")), m_own->url(QStringLiteral("/goodbye")), {}});
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
    view->resize(window.size());
    view->show();
    view->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("focused")), patience);
    QVERIFY(!m_own->reports().contains(QStringLiteral("ring"))); // Nobody has used a key yet.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("ring")), patience);
}

int main(int argc, char **argv)
{
    return runCallViewTest(argc, argv, [] { return std::make_unique<TestWebCallView>(); });
}

#include "test_web_call_view.moc"
