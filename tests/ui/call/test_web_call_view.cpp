// The call view with the real engine, against pages of two origins.
#include "tests/ui/call/page_server.h"
#include "ui/call/engine/call_engine_plugin.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVersionNumber>
#include <QWebEngineView>

#include <signal.h>

using namespace teleconsult::ui;
using teleconsult::test::PageServer;

namespace {

constexpr int patience = 20000; // Only ever used up by a test that fails.

/// Asks for camera and microphone and reports "granted" or "denied".
const QString askForDevices = QStringLiteral("<script>"
                                             "navigator.mediaDevices.getUserMedia({audio: true, video: true})"
                                             ".then(() => report('granted'), () => report('denied'));"
                                             "</script>");

/// An element that fills the page, so that a click anywhere meets it.
QString everywhere(const QString &attributes)
{
    return QStringLiteral("<a id='all' style='position:fixed;inset:0;display:block' %1>here</a>"
                          "<script>requestAnimationFrame(() => report('drawn'))</script>")
        .arg(attributes);
}

} // namespace

class TestWebCallView : public QObject
{
    Q_OBJECT
public slots:
    void takeOutsideUrl(const QUrl &url) { m_outside.append(url); }

private slots:
    void init();
    void cleanup();

    void aCallIsShown();
    void devicesAreForTheLinksOrigin();
    void devicesAreNotForAFrameOfAnotherOrigin();
    void devicesAreNotForAnotherOriginTheCallWentTo();
    void otherPermissionsAreDenied();
    void theWholeScreenIsSharedOnlyAfterAWord_data();
    void theWholeScreenIsSharedOnlyAfterAWord();

    void leadingElsewhereIsRefused_data();
    void leadingElsewhereIsRefused();
    void aLinkThatLeadsElsewhereFails();
    void aLinkThatIsNotSafeFails();
    void aWindowOpenedByTheScriptAloneIsRefused();
    void aClickedHttpsLinkOpensOutside();
    void aClickedLinkOfTheCallStaysInside();
    void aFileIsRefused();

    void theRedirectEndsTheCall_data();
    void theRedirectEndsTheCall();
    void closingTheWindowEndsTheCall_data();
    void closingTheWindowEndsTheCall();
    void leavingEndsTheCallOnce();
    void afterTheEndItCanBeOpenedAgain();

    void loadFailure_data();
    void loadFailure();
    void aPortWhereNobodyAnswersFails();
    void aKilledRendererFails();

    void theLinkIsNotKeptOnDisk();
    void theEngineMayGoFirst();

private:
    void open(const QString &path, const QStringList &allowedHosts = {});
    void click();

    QTemporaryDir m_root; ///< The engine writes on for a moment after a test, so all of it goes at the end.
    int m_count = 0;
    QString m_storage;
    std::unique_ptr<CallEnginePlugin> m_engine;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<PageServer> m_own;
    std::unique_ptr<PageServer> m_other;
    CallView *m_view = nullptr;
    QList<QUrl> m_outside;
};

void TestWebCallView::init()
{
    // The engine says this when a page outlives its profile.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("Release of profile requested")));
    m_storage = m_root.filePath(QString::number(++m_count));
    m_engine = std::make_unique<CallEnginePlugin>();
    m_own = std::make_unique<PageServer>();
    m_other = std::make_unique<PageServer>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(640, 480);
    m_view = m_engine->createView(m_storage, m_window.get());
    m_view->resize(m_window->size());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_outside.clear();
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "takeOutsideUrl");
}

void TestWebCallView::cleanup()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    m_window.reset();
    m_engine.reset();
}

void TestWebCallView::open(const QString &path, const QStringList &allowedHosts)
{
    m_view->open({m_own->url(path), m_own->url(QStringLiteral("/goodbye")), allowedHosts});
}

void TestWebCallView::click()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("drawn")), patience);
    auto *web = m_view->findChild<QWebEngineView *>();
    QVERIFY(web);
    QTest::mouseClick(web->focusProxy(), Qt::LeftButton, {}, QPoint(100, 100));
}

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

void TestWebCallView::devicesAreForTheLinksOrigin()
{
    m_own->addPage(QStringLiteral("/call"), askForDevices);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("granted")}, patience);
}

void TestWebCallView::devicesAreNotForAFrameOfAnotherOrigin()
{
    m_other->addPage(QStringLiteral("/frame"), askForDevices);
    m_own->addPage(
        QStringLiteral("/call"),
        QStringLiteral("<iframe allow='camera; microphone' src='%1/frame'></iframe>").arg(m_other->origin()));
    open(QStringLiteral("/call"), {QStringLiteral("127.0.0.1")});
    QTRY_COMPARE_WITH_TIMEOUT(m_other->reports(), QStringList{QStringLiteral("denied")}, patience);
}

void TestWebCallView::devicesAreNotForAnotherOriginTheCallWentTo()
{
    m_other->addPage(QStringLiteral("/page"), askForDevices);
    m_own->addRedirect(QStringLiteral("/call"), m_other->url(QStringLiteral("/page")));
    open(QStringLiteral("/call"), {QStringLiteral("127.0.0.1")});
    QTRY_COMPARE_WITH_TIMEOUT(m_other->reports(), QStringList{QStringLiteral("denied")}, patience);
}

void TestWebCallView::otherPermissionsAreDenied()
{
    m_own->addPage(QStringLiteral("/call"),
                   QStringLiteral("<script>Notification.requestPermission().then(report);"
                                  "navigator.geolocation.getCurrentPosition(() => report('found'),"
                                  "                                         () => report('not found'));</script>"));
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports().size(), 2, patience);
    QVERIFY2(m_own->reports().contains(QStringLiteral("denied")), qPrintable(m_own->reports().join(u' ')));
    QVERIFY2(m_own->reports().contains(QStringLiteral("not found")), qPrintable(m_own->reports().join(u' ')));
}

void TestWebCallView::theWholeScreenIsSharedOnlyAfterAWord_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("refused") << QStringLiteral("refuseScreen") << QStringLiteral("not shared");
    QTest::newRow("agreed") << QStringLiteral("shareScreen") << QStringLiteral("shared");
}

void TestWebCallView::theWholeScreenIsSharedOnlyAfterAWord()
{
    QFETCH(QString, button);
    QFETCH(QString, outcome);
    m_own->addPage(QStringLiteral("/call"),
                   everywhere(QStringLiteral("onclick=\"navigator.mediaDevices.getDisplayMedia({video: true})"
                                             ".then(() => report('shared'), () => report('not shared'))\"")));
    open(QStringLiteral("/call"));
    click();
    const auto prompt = [&]() -> QWidget * {
        return m_window->findChild<QWidget *>(QStringLiteral("screenSharePrompt"));
    };
    if (QLibraryInfo::version() >= QVersionNumber(6, 7))
        QSKIP("this engine lets the person choose in a dialog of its own");
    QTRY_VERIFY_WITH_TIMEOUT(prompt(), patience);
    QVERIFY(!m_own->reports().contains(QStringLiteral("shared")));
    auto *choice = prompt()->findChild<QAbstractButton *>(button);
    QVERIFY(choice);
    QTest::mouseClick(choice, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(outcome), patience);
    QCOMPARE(m_own->reports().size(), 2);
}

void TestWebCallView::leadingElsewhereIsRefused_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("another origin") << QStringLiteral("location.href = other + '/page'");
    QTest::newRow("by way of the server") << QStringLiteral("location.href = '/bounce'");
    QTest::newRow("frame") << QStringLiteral("document.body.innerHTML = `<iframe src='${other}/page'></iframe>`");
    QTest::newRow("data") << QStringLiteral("location.href = 'data:text/html,x'");
    QTest::newRow("file") << QStringLiteral("location.href = 'file:///etc/passwd'");
    QTest::newRow("view-source") << QStringLiteral("location.href = 'view-source:' + location.href");
    QTest::newRow("javascript") << QStringLiteral("location.href = 'javascript:void(0)'");
    QTest::newRow("another program") << QStringLiteral("location.href = 'tel:112'");
    QTest::newRow("form") << QStringLiteral("document.body.innerHTML = `<form method=post action='${other}/page'>`;"
                                            "document.forms[0].submit()");
}

void TestWebCallView::leadingElsewhereIsRefused()
{
    QFETCH(QString, script);
    m_other->addPage(QStringLiteral("/page"), {});
    m_own->addRedirect(QStringLiteral("/bounce"), m_other->url(QStringLiteral("/page")));
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>const other = '%1'; onload = () => { %2;"
                                                           "setTimeout(() => report('still here'), 200); }</script>")
                                                .arg(m_other->origin(), script));
    QSignalSpy failed(m_view, &CallView::failed);
    QSignalSpy ready(m_view, &CallView::pageReady);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("still here")}, patience);
    QCOMPARE(m_other->requests(), QStringList());
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
}

void TestWebCallView::aLinkThatLeadsElsewhereFails()
{
    m_own->addRedirect(QStringLiteral("/call"), m_other->url(QStringLiteral("/page")));
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().toBool(), false);
    QCOMPARE(m_other->requests(), QStringList());
}

void TestWebCallView::aLinkThatIsNotSafeFails()
{
    QSignalSpy failed(m_view, &CallView::failed);
    m_view->open({QUrl(QStringLiteral("http://sandbox.bandyer.com/connect/x")), {}, {QStringLiteral("*.bandyer.com")}});
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().toBool(), false);
}

void TestWebCallView::aWindowOpenedByTheScriptAloneIsRefused()
{
    m_own->addPage(
        QStringLiteral("/call"),
        QStringLiteral("<script>report(window.open('https://example.com/') ? 'opened' : 'refused')</script>"));
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("refused")}, patience);
    QCOMPARE(m_outside, QList<QUrl>());
}

void TestWebCallView::aClickedHttpsLinkOpensOutside()
{
    m_own->addPage(QStringLiteral("/call"),
                   everywhere(QStringLiteral("href='https://example.com/help' target='_blank'")));
    open(QStringLiteral("/call"));
    click();
    QTRY_COMPARE_WITH_TIMEOUT(m_outside, QList<QUrl>{QUrl(QStringLiteral("https://example.com/help"))}, patience);
}

void TestWebCallView::aClickedLinkOfTheCallStaysInside()
{
    m_own->addPage(QStringLiteral("/call"),
                   everywhere(QStringLiteral("href='/more' target='_blank' onclick=\"report('clicked')\"")));
    open(QStringLiteral("/call"));
    click();
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("clicked")), patience);
    QCOMPARE(m_outside, QList<QUrl>());
    QCOMPARE(m_own->requests().count(QStringLiteral("/more")), 0);
}

void TestWebCallView::aFileIsRefused()
{
    m_own->addAnswer(QStringLiteral("/file"), "200 OK",
                     "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=report.pdf\r\n",
                     "pdf");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file' download")));
    QSignalSpy refused(m_view, &CallView::downloadRefused);
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    click();
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, patience);
    QCOMPARE(failed.count(), 0);
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
    m_own->addPage(QStringLiteral("/call"), askForDevices + QStringLiteral("<script>fetch('/hold')</script>"));
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
    m_own->addPage(QStringLiteral("/call"), askForDevices);
    QSignalSpy ready(m_view, &CallView::pageReady);
    for (int call = 1; call <= 3; ++call) {
        open(QStringLiteral("/call"));
        QTRY_COMPARE_WITH_TIMEOUT(m_own->reports().count(QStringLiteral("granted")), call, patience);
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), call, patience);
        m_view->leave();
    }
}

void TestWebCallView::loadFailure_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("retryable");
    QTest::newRow("gone") << QByteArray("404 Not Found") << false;
    QTest::newRow("disabled") << QByteArray("410 Gone") << false;
    QTest::newRow("down") << QByteArray("503 Service Unavailable") << true;
}

void TestWebCallView::loadFailure()
{
    QFETCH(QByteArray, status);
    QFETCH(bool, retryable);
    m_own->addAnswer(QStringLiteral("/call"), status, "Content-Type: text/html\r\n", "<p>no");
    QSignalSpy failed(m_view, &CallView::failed);
    QSignalSpy ready(m_view, &CallView::pageReady);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().toBool(), retryable);
    QCOMPARE(ready.count(), 0);
}

void TestWebCallView::aPortWhereNobodyAnswersFails()
{
    const QUrl nobody = m_own->url(QStringLiteral("/call"));
    m_own.reset();
    QSignalSpy failed(m_view, &CallView::failed);
    m_view->open({nobody, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().toBool(), true);
}

void TestWebCallView::aKilledRendererFails()
{
    m_own->addPage(QStringLiteral("/call"), {});
    QSignalSpy ready(m_view, &CallView::pageReady);
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
    const qint64 pid = m_view->findChild<QWebEngineView *>()->page()->renderProcessPid();
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().toBool(), true);

    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 2, patience);
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
        QVERIFY(file.open(QIODevice::ReadOnly));
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

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    return QTest::qExec(std::make_unique<TestWebCallView>().get(), argc, argv);
}

#include "test_web_call_view.moc"
