// What a call view tells of what goes wrong in it, with the real engine.
#include "tests/support/reserved_port.h"
#include "tests/ui/call/engine/call_view_test.h"

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

class TestWebCallFaults : public CallViewTest
{
    Q_OBJECT
private slots:
    void aDeviceThatIsGoneIsTold_data();
    void aDeviceThatIsGoneIsTold();
    void loadFailure_data();
    void loadFailure();
    void aPortWhereNobodyAnswersFails();
    void aKilledRendererIsTold();
    void aPageThatHangsIsTold();
    void theConnectionIsTold();
};

void TestWebCallFaults::aDeviceThatIsGoneIsTold_data()
{
    QTest::addColumn<QString>("camera");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("none was chosen") << QString() << false;
    QTest::newRow("it is there") << QStringLiteral("fake_device_0") << false;
    QTest::newRow("it is gone") << QStringLiteral("Document camera") << true;
}

void TestWebCallFaults::aDeviceThatIsGoneIsTold()
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

void TestWebCallFaults::loadFailure_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("retryable");
    QTest::newRow("gone") << QByteArray("404 Not Found") << false;
    QTest::newRow("disabled") << QByteArray("410 Gone") << false;
    QTest::newRow("forbidden") << QByteArray("403 Forbidden") << true;
    QTest::newRow("too many") << QByteArray("429 Too Many Requests") << true;
    QTest::newRow("down") << QByteArray("503 Service Unavailable") << true;
}

void TestWebCallFaults::loadFailure()
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

void TestWebCallFaults::aPortWhereNobodyAnswersFails()
{
    const ReservedPort nobody;
    QSignalSpy failed(m_view, &CallView::failed);
    m_view->open({QUrl(QStringLiteral("http://127.0.0.1:%1/call").arg(nobody.number())), {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().toBool(), true);
}

void TestWebCallFaults::aKilledRendererIsTold()
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

void TestWebCallFaults::aPageThatHangsIsTold()
{
    // Answers once, then not for as long as the server keeps it waiting, then again.
    m_own->addEndless(QStringLiteral("/late"), "Content-Type: text/plain\r\n");
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>onclick = () => { const ask = new XMLHttpRequest();"
                                                           "ask.open('GET', '/late', false); ask.send();"
                                                           "report('awake'); }</script>") +
                                                everywhere({}));
    QSignalSpy unresponsive(m_view, &CallView::unresponsive);
    open(QStringLiteral("/call"));
    click();
    QTRY_COMPARE_WITH_TIMEOUT(unresponsive.count(), 1, patience);
    QCOMPARE(unresponsive.last().first().toBool(), true);
    QVERIFY(!m_own->reports().contains(QStringLiteral("awake")));
    m_own->finish(QStringLiteral("/late"));
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

void TestWebCallFaults::theConnectionIsTold()
{
    auto server = std::make_unique<QWebSocketServer>(QStringLiteral("signalling"), QWebSocketServer::NonSecureMode);
    const ReservedPort port;
    QVERIFY(server->listen(QHostAddress::LocalHost, port.number()));
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>const connect = () => {"
                                                           "const socket = new WebSocket('ws://127.0.0.1:%1');"
                                                           "socket.onopen = () => socket.send('here');"
                                                           "socket.onclose = () => setTimeout(connect, 100); };"
                                                           "connect();</script>")
                                                .arg(port.number()));
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
    QVERIFY(server->listen(QHostAddress::LocalHost, port.number()));
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 3, patience);
    QCOMPARE(told.last().first().value<Connection>(), Connection::Good);
}

int main(int argc, char **argv)
{
    return runCallViewTest(argc, argv, [] { return std::make_unique<TestWebCallFaults>(); });
}

#include "test_web_call_faults.moc"
