// The built program, whose call page ends again and again: given up, and back in the call without the graphics card.
// Needs at-spi2-core, dbus and xdotool.
#include "tests/app/person.h"
#include "tests/support/call_observer.h"

#include <QGuiApplication>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace teleconsult::test;

namespace {

Sought button(const char *name)
{
    return {QStringLiteral("push button"), QString::fromUtf8(name)};
}

const Sought leaveButton = button("Leave call");
const Sought restartButton = button("Restart with plain graphics");
const Sought goingBack{QStringLiteral("label"), QStringLiteral("Going back into the call…")};
/// Five pages are loaded on the way, on a machine that may do other things too.
constexpr std::chrono::minutes untilGivenUp{4};

} // namespace

class TestPlainRestart : public QObject
{
    Q_OBJECT
private slots:
    void whatIsGivenUpComesBackPlainly();

private:
    void joinDemoCall();
    void killPagesUntilGivenUp();
    void restart();
    void waitForCall();

    ProductUnderTest m_product{QStringLiteral(TELECONSULT_PROGRAM)};
    Person m_person{m_product};
};

void TestPlainRestart::joinDemoCall()
{
    m_person.click({QStringLiteral("check box"), QStringLiteral("English")});
    m_person.click({QStringLiteral("list item"), QStringLiteral("…Open now")});
    m_person.click(button("Join"));
    m_person.click(button("Agree and continue"));
    m_person.click(button("Join now"));
    m_person.see(leaveButton);
    waitForCall();
}

/// The page of the sandbox is there, alone in its room.
void TestPlainRestart::waitForCall()
{
    CdpClient page;
    if (!page.attachToPage(m_product.devToolsPort(), QStringLiteral("http://127.0.0.1")))
        throw TourFailure(QStringLiteral("the application shows no call page: ") + page.errorString());
    CallObserver(QStringLiteral("the application"), page).waitForPhase(QStringLiteral("waiting"));
}

void TestPlainRestart::killPagesUntilGivenUp()
{
    QSet<qint64> killed;
    const auto step = [&] {
        if (m_person.sees(restartButton))
            return true;
        // One that is still being loaded is no page of a call yet.
        if (m_person.sees(goingBack) || !m_person.sees(leaveButton))
            return false;
        for (const qint64 process : m_product.children(QStringLiteral("renderer"))) {
            if (!killed.contains(process) && ::kill(pid_t(process), SIGKILL) == 0)
                killed.insert(process);
        }
        return false;
    };
    m_person.waitUntil(QStringLiteral("the call is given up"), step, untilGivenUp);
}

void TestPlainRestart::restart()
{
    const qint64 process = m_product.processId();
    m_person.click(restartButton);
    m_person.waitUntil(QStringLiteral("the program runs with plain graphics"), [this] {
        return m_product.arguments().contains(QStringLiteral("interface/graphics_card=never"));
    });
    m_person.click(button("Join now")); // Put off once, the devices are asked about with the next start.
    m_person.see(leaveButton);
    waitForCall();
    if (m_product.processId() != process)
        throw TourFailure(QStringLiteral("the program went on as another process"));
}

void TestPlainRestart::whatIsGivenUpComesBackPlainly()
{
    try {
        QVERIFY(m_product.start());
        joinDemoCall();
        killPagesUntilGivenUp();
        restart();
    } catch (const std::runtime_error &failure) {
        QFAIL(qPrintable(QStringLiteral("%1\n--- on the screen\n%2\n--- the application wrote\n%3")
                             .arg(QString::fromUtf8(failure.what()), m_person.describeScreen(), m_product.output())));
    }
}

int main(int argc, char **argv)
{
    const QTemporaryDir runtimeDir; // Private, as the sockets in it must be.
    qputenv("XDG_RUNTIME_DIR", runtimeDir.path().toLocal8Bit());
    // Where there is no graphics card it is not used, and there would be nothing to do without.
    qputenv("TELECONSULT_GRAPHICS_CARD", "always");
    const QGuiApplication application(argc, argv);
    if (!AccessibleTree::connect(runtimeDir.path()))
        qFatal("no accessibility bus (at-spi2-core): %s", qPrintable(AccessibleTree::errorString()));
    TestPlainRestart test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_plain_restart.moc"
