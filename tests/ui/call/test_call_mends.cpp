// A call in the real engine, from the real service, in the sandbox's real call page: hurt, and back.
#include "tests/support/await.h"
#include "tests/support/call_observer.h"
#include "tests/support/reserved_port.h"
#include "tests/ui/call/engine/call_view_test.h"
#include "tests/ui/support/clinic.h"
#include "ui/call/call_page.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWebEngineView>

#include <signal.h>

using namespace teleconsult;
using namespace teleconsult::test;
using namespace teleconsult::ui;

namespace {

/// Where the engine of this test answers.
quint16 devToolsPort = 0;

} // namespace

class TestCallMends : public CallViewTest
{
    Q_OBJECT
private slots:
    void cleanup();
    void aKilledPageIsBackByItself();
    void aPageThatHangsIsReloaded();
    void aServerThatComesBackIsNoEnd_data();
    void aServerThatComesBackIsNoEnd();
    void twoSeeEachOtherWithoutTheServer();
    void theClockCrossesTheOpening();
    void aSleepIsNoEnd();
    void aRoomThatIsClosedEndsTheCall();
    void aLinkThatIsRevokedEndsTheCall();

private:
    /// The call page, on its way into a consultation that begins then.
    void start(std::chrono::minutes fromNow, std::chrono::milliseconds lostPatience = std::chrono::seconds(20));
    void enter(std::chrono::milliseconds lostPatience = std::chrono::seconds(20));
    /// What is said of the call's end; empty: it goes on.
    QString endInWords() const
    {
        const auto *headline = m_callWindow->findChild<QLabel *>(QStringLiteral("afterCallHeadline"));
        return headline && headline->isVisible() ? headline->text() : QString();
    }
    /// Null: there is none, as on the way back into the call.
    QWebEnginePage *page() const
    {
        return m_flow->view() ? m_flow->view()->findChild<QWebEngineView *>()->page() : nullptr;
    }
    bool isInCall() const { return m_flow->isInCall() && m_flow->view(); }
    /// Whether a condition holds in the call's page.
    bool holds(const QString &condition);
    /// Whether the call's page is there and has its devices and the server: it waits for the patient.
    bool showsCall() { return holds(QStringLiteral("document.body.dataset.phase === 'waiting'")); }
    /// Whether the call's page is connected to the server.
    bool hasServer() { return holds(QStringLiteral("window[Symbol.for('teleconsult.watch')]().sockets > 0")); }
    /// The patient comes, in a browser; whether both then see and hear each other.
    bool meetPatient();
    /// Pictures and sound advance on both sides.
    bool seeEachOther();

    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<QWidget> m_callWindow;
    CallFlow *m_flow = nullptr;
    QString m_id;
    std::unique_ptr<HeadlessChromium> m_patientBrowser;
    std::unique_ptr<CdpClient> m_patientPage;
};

void TestCallMends::start(std::chrono::minutes fromNow, std::chrono::milliseconds lostPatience)
{
    m_callWindow.reset();
    m_clinic.reset(); // There is one theme at a time.
    m_clinic = std::make_unique<Clinic>();
    m_id = m_clinic->schedule(m_clinic->request(fromNow)).id;
    m_callWindow = std::make_unique<QWidget>();
    m_callWindow->resize(900, 600);
    auto *callPage = new CallPage({.service = m_clinic->service(),
                                   .settings = m_clinic->settings(),
                                   .clock = m_clinic->clock(),
                                   .engine = [this]() -> Result<CallEngine *> { return m_engine.get(); },
                                   .storageDir = m_storage,
                                   .allowedHosts = {},
                                   .lostPatience = lostPatience});
    (new QVBoxLayout(m_callWindow.get()))->addWidget(callPage);
    m_callWindow->show();
    m_flow = &callPage->flow();
    m_flow->start(m_clinic->find(m_id));
}

void TestCallMends::enter(std::chrono::milliseconds lostPatience)
{
    start(std::chrono::minutes(5), lostPatience);
    QTRY_VERIFY_WITH_TIMEOUT(isInCall(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(showsCall(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_clinic->find(m_id).progress, Progress::InCall, patience);
}

bool TestCallMends::holds(const QString &condition)
{
    if (!page())
        return false;
    auto answered = std::make_shared<std::optional<bool>>();
    page()->runJavaScript(condition, [answered](const QVariant &answer) { *answered = answer.toBool(); });
    return waitUntil([&] { return answered->has_value(); }) && **answered;
}

bool TestCallMends::meetPatient()
{
    const Result<QList<service::Invitation>> invitations = await(m_clinic->service().invitations(m_id));
    if (!invitations || invitations->size() != 2)
        return false;
    const service::Invitation &patient = invitations->last();
    m_patientBrowser = std::make_unique<HeadlessChromium>();
    if (patient.groups.contains(QStringLiteral("doctor")) || !m_patientBrowser->start()) {
        qWarning("No patient: %s", qPrintable(m_patientBrowser->errorString()));
        return false;
    }
    m_patientPage = m_patientBrowser->open(patient.accessLink);
    return m_patientPage && seeEachOther();
}

bool TestCallMends::seeEachOther()
{
    if (!page())
        return false;
    CdpClient own;
    const QUrl origin = page()->url().adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    if (!own.attachToPage(devToolsPort, origin.toString())) {
        qWarning("No call page: %s", qPrintable(own.errorString()));
        return false;
    }
    try {
        CallObserver(QStringLiteral("the doctor"), own).waitForPicturesAndSound();
        CallObserver(QStringLiteral("the patient"), *m_patientPage).waitForPicturesAndSound();
    } catch (const CallFailure &failure) {
        qWarning("%s", failure.what());
        return false;
    }
    return true;
}

void TestCallMends::cleanup()
{
    m_patientPage.reset();
    m_patientBrowser.reset();
    m_callWindow.reset();
    CallViewTest::cleanup();
}

void TestCallMends::aKilledPageIsBackByItself()
{
    enter();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(meetPatient());
    QVERIFY(page());
    const qint64 pid = page()->renderProcessPid();
    QVERIFY(pid > 0);
    bool wereWords = false;
    const auto *notice = m_callWindow->findChild<EmptyState *>(QStringLiteral("callNotice"));
    connect(m_flow, &CallFlow::stageChanged, this,
            [&] { wereWords = wereWords || (m_flow->stage() == CallFlow::Stage::Mending && notice->isVisible()); });
    QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(wereWords, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isInCall(), patience);
    QVERIFY(seeEachOther());
    QVERIFY(page() && page()->renderProcessPid() != pid);
    QCOMPARE(m_clinic->find(m_id).progress, Progress::InCall);
    m_flow->leave();
    QTRY_COMPARE_WITH_TIMEOUT(m_clinic->find(m_id).progress, Progress::Held, patience);
    m_callWindow.reset();
}

void TestCallMends::aPageThatHangsIsReloaded()
{
    enter();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(page());
    page()->runJavaScript(QStringLiteral("for (;;);"));
    auto *reload = m_callWindow->findChild<QPushButton *>(QStringLiteral("reloadCallButton"));
    QTRY_VERIFY_WITH_TIMEOUT(reload->isVisible(), patience);
    QTest::mouseClick(reload, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isInCall(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(showsCall(), patience);
    QVERIFY(!reload->isVisible());
    m_callWindow.reset();
}

void TestCallMends::aServerThatComesBackIsNoEnd_data()
{
    QTest::addColumn<bool>("pageMendsItself");
    QTest::newRow("while the page tries") << true;
    QTest::newRow("after the page was given up") << false;
}

void TestCallMends::aServerThatComesBackIsNoEnd()
{
    QFETCH(bool, pageMendsItself);
    enter(pageMendsItself ? std::chrono::milliseconds(patience) : std::chrono::milliseconds(1));
    if (QTest::currentTestFailed())
        return;
    const QDateTime entered = m_flow->enteredAt();
    m_clinic->stopSandbox();
    const auto *trouble = m_callWindow->findChild<QWidget *>(QStringLiteral("callTrouble"));
    if (pageMendsItself) {
        QTRY_VERIFY_WITH_TIMEOUT(trouble->isVisible(), patience);
        QVERIFY(m_flow->isInCall());
    } else {
        QTRY_COMPARE_WITH_TIMEOUT(m_flow->stage(), CallFlow::Stage::Mending, patience);
    }
    m_clinic->startSandbox();
    QTRY_VERIFY_WITH_TIMEOUT(isInCall() && !trouble->isVisible(), 2 * patience);
    QTRY_VERIFY_WITH_TIMEOUT(isInCall() && showsCall(), patience);
    QCOMPARE(m_flow->enteredAt(), entered);
    QCOMPARE(m_clinic->find(m_id).progress, Progress::InCall);
    m_callWindow.reset();
}

/// Pictures and sound go from one to the other: neither is told of a server that is gone for a while.
void TestCallMends::twoSeeEachOtherWithoutTheServer()
{
    enter();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(meetPatient());
    const auto *trouble = m_callWindow->findChild<QWidget *>(QStringLiteral("callTrouble"));
    bool wasMended = false;
    connect(m_flow, &CallFlow::stageChanged, this, [&] { wasMended = true; });
    QVERIFY(hasServer());
    m_clinic->stopSandbox();
    QTRY_VERIFY_WITH_TIMEOUT(!hasServer(), patience);
    QVERIFY(seeEachOther());
    QVERIFY(!trouble->isVisible());
    m_clinic->startSandbox();
    QTRY_VERIFY_WITH_TIMEOUT(hasServer(), patience);
    QVERIFY(seeEachOther());
    QVERIFY(!wasMended && isInCall());
    QCOMPARE(m_clinic->find(m_id).progress, Progress::InCall);
    m_callWindow.reset();
}

void TestCallMends::theClockCrossesTheOpening()
{
    start(std::chrono::minutes(60));
    QTRY_COMPARE_WITH_TIMEOUT(m_flow->stage(), CallFlow::Stage::Waiting, patience);
    m_clinic->clock().advance(std::chrono::minutes(44));
    QVERIFY(!m_flow->view());
    m_clinic->clock().advance(std::chrono::minutes(2));
    QTRY_VERIFY_WITH_TIMEOUT(isInCall(), patience); // without a word of anybody
    QTRY_VERIFY_WITH_TIMEOUT(showsCall(), patience);
    QVERIFY(meetPatient());
    QCOMPARE(m_clinic->find(m_id).progress, Progress::InCall);
    m_callWindow.reset();
}

/// The lid is closed and opened again: the page stands still, and the clock has moved when it goes on.
void TestCallMends::aSleepIsNoEnd()
{
    enter();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(meetPatient());
    const QDateTime entered = m_flow->enteredAt();
    QVERIFY(page());
    const auto renderer = pid_t(page()->renderProcessPid());
    QCOMPARE(::kill(renderer, SIGSTOP), 0);
    m_clinic->clock().advance(std::chrono::minutes(12));
    const auto *elapsed = m_callWindow->findChild<QLabel *>(QStringLiteral("callElapsed"));
    const auto *remaining = m_callWindow->findChild<QLabel *>(QStringLiteral("callRemaining"));
    QTRY_VERIFY_WITH_TIMEOUT(elapsed->text().startsWith(QStringLiteral("12:")), patience);
    QVERIFY2(remaining->text().startsWith(QStringLiteral("2")), qPrintable(remaining->text())); // 23 of 35 minutes
    QCOMPARE(::kill(renderer, SIGCONT), 0);
    QVERIFY(seeEachOther());
    const auto *reload = m_callWindow->findChild<QPushButton *>(QStringLiteral("reloadCallButton"));
    QTRY_VERIFY_WITH_TIMEOUT(!reload || !reload->isVisible(), patience);
    QVERIFY(isInCall());
    QCOMPARE(m_flow->enteredAt(), entered);
    QCOMPARE(m_clinic->find(m_id).progress, Progress::InCall);
    m_callWindow.reset();
}

void TestCallMends::aRoomThatIsClosedEndsTheCall()
{
    enter();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_clinic->deleteRoom(m_clinic->find(m_id).roomId));
    m_clinic->clock().advance(std::chrono::minutes(4)); // The room is looked at every few minutes.
    QTRY_COMPARE_WITH_TIMEOUT(endInWords(), QStringLiteral("The room was closed."), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_clinic->find(m_id).progress, Progress::Held, patience);
    m_callWindow.reset();
}

void TestCallMends::aLinkThatIsRevokedEndsTheCall()
{
    enter();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_clinic->deleteRoom(m_clinic->find(m_id).roomId)); // Links end with their room.
    QVERIFY(page());
    QCOMPARE(::kill(pid_t(page()->renderProcessPid()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(endInWords(), QStringLiteral("The room was closed."), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_clinic->find(m_id).progress, Progress::Held, patience);
    m_callWindow.reset();
}

int main(int argc, char **argv)
{
    const ReservedPort reserved;
    devToolsPort = reserved.number();
    qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "127.0.0.1:" + QByteArray::number(devToolsPort));
    // DevTools answer us without this up to Chromium 110 only.
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", qgetenv("QTWEBENGINE_CHROMIUM_FLAGS") + " --remote-allow-origins=*");
    return runCallViewTest(argc, argv, [] { return std::make_unique<TestCallMends>(); });
}

#include "test_call_mends.moc"
