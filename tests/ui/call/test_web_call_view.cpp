// How calls begin and end in the view, with the real engine.
#include "tests/ui/call/call_view_test.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineSettings>
#include <QWebEngineView>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>
#include <optional>
#include <signal.h>

using namespace teleconsult::test;
using namespace teleconsult::ui;

class TestWebCallView : public CallViewTest
{
    Q_OBJECT
private slots:
    void aCallIsShown();
    void theRedirectEndsTheCall_data();
    void theRedirectEndsTheCall();
    void closingTheWindowEndsTheCall_data();
    void closingTheWindowEndsTheCall();
    void leavingEndsTheCallOnce();
    void afterTheEndItCanBeOpenedAgain();
    void aDeviceThatIsGoneIsTold_data();
    void aDeviceThatIsGoneIsTold();
    void loadFailure_data();
    void loadFailure();
    void aPortWhereNobodyAnswersFails();
    void aKilledRendererIsTold();
    void aPageThatHangsIsTold();
    void theConnectionIsTold();
    void filesAreSaved_data();
    void filesAreSaved();
    void filesGoToTheFolderThatWasChosenMeanwhile();
    void aFileThatDoesNotArriveLeavesNothing();
    void aFileThatIsArrivingOutlivesItsCall();
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

void TestWebCallView::aDeviceThatIsGoneIsTold_data()
{
    QTest::addColumn<QString>("camera");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("none was chosen") << QString() << false;
    QTest::newRow("it is there") << QStringLiteral("fake_device_0") << false;
    QTest::newRow("it is gone") << QStringLiteral("Document camera") << true;
}

void TestWebCallView::aDeviceThatIsGoneIsTold()
{
    QFETCH(QString, camera);
    QFETCH(bool, isTold);
    m_own->addPage(QStringLiteral("/call"), askForDevices());
    QSignalSpy missing(m_view, &CallView::devicesMissing);
    m_view->open({.link = m_own->url(QStringLiteral("/call")),
                  .endCallRedirectUrl = {},
                  .allowedHosts = {},
                  .devices = {.camera = camera, .microphone = {}, .speaker = {}}});
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("granted")}, patience);
    auto noted = std::make_shared<std::optional<bool>>();
    m_view->findChild<QWebEngineView *>()->page()->runJavaScript(
        QStringLiteral("window[Symbol.for('teleconsult.missing')]()"),
        [noted](const QVariant &answer) { *noted = answer.toBool(); });
    QTRY_COMPARE_WITH_TIMEOUT(*noted, std::optional<bool>(isTold), patience);
    if (isTold)
        QTRY_COMPARE_WITH_TIMEOUT(missing.count(), 1, patience);
    QCOMPARE(missing.count(), isTold ? 1 : 0);
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

void TestWebCallView::aKilledRendererIsTold()
{
    m_own->addPage(QStringLiteral("/call"), {});
    QSignalSpy ready(m_view, &CallView::pageReady);
    QSignalSpy crashed(m_view, &CallView::crashed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
    const qint64 pid = m_view->findChild<QWebEngineView *>()->page()->renderProcessPid();
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(crashed.count(), 1, patience);

    m_view->open(
        {.link = m_own->url(QStringLiteral("/call")), .endCallRedirectUrl = {}, .allowedHosts = {}, .plainly = true});
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 2, patience);
    const QWebEngineSettings *settings = m_view->findChild<QWebEngineView *>()->page()->settings();
    QVERIFY(!settings->testAttribute(QWebEngineSettings::WebGLEnabled));
}

void TestWebCallView::aPageThatHangsIsTold()
{
    // Answers once, then not for a while, then again.
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>onclick = () => { const end = Date.now() + 12000;"
                                                           "while (Date.now() < end); report('awake'); }</script>") +
                                                everywhere({}));
    QSignalSpy unresponsive(m_view, &CallView::unresponsive);
    open(QStringLiteral("/call"));
    click();
    QTRY_COMPARE_WITH_TIMEOUT(unresponsive.count(), 1, patience);
    QCOMPARE(unresponsive.last().first().toBool(), true);
    QVERIFY(!m_own->reports().contains(QStringLiteral("awake")));
    QTRY_COMPARE_WITH_TIMEOUT(unresponsive.count(), 2, patience);
    QCOMPARE(unresponsive.last().first().toBool(), false);

    // One that never comes back can be left, and opened anew.
    m_own->addPage(QStringLiteral("/hangs"), QStringLiteral("<script>onload = () => { for (;;); }</script>"));
    open(QStringLiteral("/hangs"));
    QTRY_VERIFY_WITH_TIMEOUT(m_own->requests().contains(QStringLiteral("/hangs")), patience);
    QSignalSpy ready(m_view, &CallView::pageReady);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
}

void TestWebCallView::theConnectionIsTold()
{
    auto server = std::make_unique<QWebSocketServer>(QStringLiteral("signalling"), QWebSocketServer::NonSecureMode);
    QVERIFY(server->listen(QHostAddress::LocalHost));
    const quint16 port = server->serverPort();
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>const connect = () => {"
                                                           "const socket = new WebSocket('ws://127.0.0.1:%1');"
                                                           "socket.onopen = () => socket.send('here');"
                                                           "socket.onclose = () => setTimeout(connect, 100); };"
                                                           "connect();</script>")
                                                .arg(port));
    QSignalSpy told(m_view, &CallView::connectionChanged);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, patience);
    QCOMPARE(told.last().first().value<Connection>(), Connection::Good);

    // The server is gone without a goodbye, and comes back.
    QWebSocket *socket = server->nextPendingConnection();
    QVERIFY(socket);
    server->close();
    socket->abort();
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 2, patience);
    QCOMPARE(told.last().first().value<Connection>(), Connection::Lost);
    QVERIFY(server->listen(QHostAddress::LocalHost, port));
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 3, patience);
    QCOMPARE(told.last().first().value<Connection>(), Connection::Good);
}

void TestWebCallView::filesAreSaved_data()
{
    QTest::addColumn<QString>("attributes");
    QTest::newRow("of the own host") << QStringLiteral("href='/file' download");
    // In a handler that stands in the markup, URL alone is the document's address.
    QTest::newRow("made by the page") << QStringLiteral("download='scan.pdf' href='#' onclick=\"this.href = "
                                                        "window.URL.createObjectURL(new Blob(['content']))\"");
    QTest::newRow("written in the address") << QStringLiteral("href='data:text/plain,content' download='scan.pdf'");
    QTest::newRow("of an allowed host") << QStringLiteral("href='%1/file'");
}

void TestWebCallView::filesAreSaved()
{
    QFETCH(QString, attributes);
    const QByteArray headers = "Content-Type: application/pdf\r\nContent-Disposition: attachment; "
                               "filename=\"scan.pdf\"\r\n";
    for (PageServer *server : {m_own.get(), m_other.get()})
        server->addAnswer(QStringLiteral("/file"), "200 OK", headers, "content");
    m_own->addPage(QStringLiteral("/call"), everywhere(attributes.replace(QStringLiteral("%1"), m_other->origin())));
    const QDir folder(m_storage + QStringLiteral("/files"));
    folder.mkpath(QStringLiteral("."));
    QFile there(folder.filePath(QStringLiteral("scan.pdf")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    QPointer<CallDownload> download;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) { download = began; });
    QSignalSpy refused(m_view, &CallView::downloadRefused);
    m_view->open({.link = m_own->url(QStringLiteral("/call")),
                  .endCallRedirectUrl = {},
                  .allowedHosts = {QStringLiteral("127.0.0.1")},
                  .downloadFolder = folder.path()});
    click();
    QTRY_VERIFY_WITH_TIMEOUT(download || refused.count() > 0, patience);
    QCOMPARE(refused.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(download->state(), CallDownload::State::Saved, patience);
    QCOMPARE(download->fileName(), QStringLiteral("scan (2).pdf"));
    QCOMPARE(download->folder(), folder.path());
    QFile saved(folder.filePath(download->fileName()));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("content"));
    QVERIFY(!(saved.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(there.size(), 0);
}

void TestWebCallView::filesGoToTheFolderThatWasChosenMeanwhile()
{
    const QString path = QStringLiteral("/file");
    m_own->addEndless(path, "Content-Type: application/pdf\r\n"
                            "Content-Disposition: attachment; filename=scan.pdf\r\n");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file'")));
    QList<QPointer<CallDownload>> downloads;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) { downloads << began; });
    const QString first = m_storage + QStringLiteral("/files");
    const QString second = m_storage + QStringLiteral("/others");
    m_view->open({.link = m_own->url(QStringLiteral("/call")),
                  .endCallRedirectUrl = {},
                  .allowedHosts = {},
                  .downloadFolder = first});
    click();
    QTRY_VERIFY_WITH_TIMEOUT(downloads.size() == 1 && downloads.first()->received() > 0, patience);
    m_view->setDownloadFolder(second);
    click();
    QTRY_VERIFY_WITH_TIMEOUT(downloads.size() == 2 && downloads.last()->received() > 0, patience);
    // What had begun goes where it went.
    QCOMPARE(downloads.first()->folder(), first);
    QCOMPARE(downloads.last()->folder(), second);
    QVERIFY(QFile::exists(first + QStringLiteral("/scan.pdf")));
    QVERIFY(QFile::exists(second + QStringLiteral("/scan.pdf")));
    for (const QPointer<CallDownload> &download : downloads)
        download->cancel();
}

void TestWebCallView::aFileThatDoesNotArriveLeavesNothing()
{
    m_own->addEndless(QStringLiteral("/file"), "Content-Type: application/pdf\r\n"
                                               "Content-Disposition: attachment; filename=scan.pdf\r\n");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file'")));
    const QDir folder(m_storage + QStringLiteral("/files"));
    QPointer<CallDownload> download;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) { download = began; });
    for (const bool byHand : {true, false}) {
        m_view->open({.link = m_own->url(QStringLiteral("/call")),
                      .endCallRedirectUrl = {},
                      .allowedHosts = {},
                      .downloadFolder = folder.path()});
        const qsizetype drawn = m_own->reports().size();
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().size() > drawn, patience);
        click();
        QTRY_VERIFY_WITH_TIMEOUT(download && download->received() > 0, patience);
        QCOMPARE(folder.entryList({QStringLiteral("scan.pdf")}, QDir::Files).size(), 1);
        if (byHand) {
            download->cancel();
            QCOMPARE(download->state(), CallDownload::State::Cancelled);
        } else {
            m_engine.reset(); // The program ends.
            QVERIFY(!download);
        }
        QTRY_VERIFY_WITH_TIMEOUT(folder.entryList(QDir::Files).isEmpty(), patience);
    }
}

void TestWebCallView::aFileThatIsArrivingOutlivesItsCall()
{
    const QString path = QStringLiteral("/file");
    m_own->addEndless(path, "Content-Type: application/pdf\r\n"
                            "Content-Disposition: attachment; filename=scan.pdf\r\n");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file'")));
    const QDir folder(m_storage + QStringLiteral("/files"));
    QPointer<CallDownload> download;
    CallDownload::State state = CallDownload::State::Running;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) {
        download = began;
        connect(began, &CallDownload::changed, this, [&state, began] { state = began->state(); });
    });
    m_view->open({.link = m_own->url(QStringLiteral("/call")),
                  .endCallRedirectUrl = {},
                  .allowedHosts = {},
                  .downloadFolder = folder.path()});
    click();
    QTRY_VERIFY_WITH_TIMEOUT(download && download->received() > 0, patience);
    m_view->leave();
    delete m_view; // as after each call
    QVERIFY(download);
    QCOMPARE(state, CallDownload::State::Running);
    m_own->finish(path);
    QTRY_COMPARE_WITH_TIMEOUT(state, CallDownload::State::Saved, patience);
    QCOMPARE(QFileInfo(folder.filePath(QStringLiteral("scan.pdf"))).size(), 1000000);
    QTRY_VERIFY(!download);
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
    QVERIFY(QTest::qWaitForWindowActive(&window));
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
