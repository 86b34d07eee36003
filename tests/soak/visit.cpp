#include "tests/soak/visit.h"

#include "tests/support/call_observer.h"
#include "tests/support/log_capture.h"

#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>
#include <csignal>
#include <memory>
#include <stdexcept>
#include <utility>

using namespace std::chrono_literals;

namespace teleconsult::soak {

namespace {

using test::waitUntil;
using Page = ui::KioskWindow::Page;
using Stage = ui::CallFlow::Stage;

constexpr std::chrono::seconds patience{90}; ///< Only ever used up by a visit that is lost.
/// The engine's processes may still write for a moment when they are ended.
constexpr std::chrono::seconds erasing{10};

/// Why a visit is lost.
class Lost : public std::runtime_error
{
public:
    explicit Lost(const QString &sentence) : std::runtime_error(sentence.toStdString()) {}
};

class Visit
{
public:
    Visit(SoakKiosk &kiosk, Doctor &doctor, const Plan &plan, int number, quint16 port)
        : m_kiosk(kiosk),
          m_doctor(doctor),
          m_plan(plan),
          m_marker(QStringLiteral("Quorbin%1x").arg(number, 4, 10, QLatin1Char('0'))),
          m_port(port)
    {}

    void begin();
    void enter();
    void beInCall();
    void end();
    void mendEverything();
    QStringList whatIsLeft() const;
    QString log() const { return m_log.text(); }

private:
    static void must(bool done, const char *what)
    {
        if (!done)
            throw Lost(QString::fromLatin1(what));
    }
    template <typename Condition>
    static void await(Condition holds, const char *what)
    {
        must(waitUntil(std::move(holds), patience), what);
    }
    bool hurts(Harm harm, Moment moment) const { return m_plan.harm == harm && m_plan.moment == moment; }
    bool isInCall() const { return m_kiosk.flow().isInCall() && m_kiosk.flow().view(); }
    void killPage() const;
    void tryDevices();
    void waitForOpening();
    void seeEachOther();
    void leaveTraces();
    void loseNetwork();
    void loseServer();
    QStringList filesWithMarker() const;

    test::LogCapture m_log;
    SoakKiosk &m_kiosk;
    Doctor &m_doctor;
    Plan m_plan;
    QString m_marker; ///< The patient's first name.
    quint16 m_port;
    std::unique_ptr<test::CdpClient> m_page; ///< The kiosk's, as it was attached to last.
    QString m_id;
    QUrl m_doctorsLink;
    QList<pid_t> m_pageProcesses;
};

void Visit::begin()
{
    test::Clinic &clinic = m_kiosk.clinic();
    const Teleconsultation consultation =
        clinic.schedule(clinic.request(30min, 30min, m_marker + QStringLiteral(" Soak")));
    m_id = consultation.id;
    m_doctorsLink = consultation.participants.first().accessLink;
    must(m_kiosk.enterCode(m_kiosk.codeOf(consultation)), "the code cannot be typed");
    must(m_kiosk.reaches(Page::Greeting), "the code leads nowhere");
    must(m_kiosk.words().contains(m_marker), "somebody else is greeted");
    must(m_kiosk.click("kioskGreetingYesButton"), "the greeting cannot be answered");
    must(m_kiosk.click("kioskNoticeAgreeButton"), "the notice cannot be agreed to");
}

void Visit::enter()
{
    tryDevices();
    waitForOpening();
    m_doctor.enter(m_doctorsLink);
    seeEachOther();
    leaveTraces();
}

void Visit::killPage() const
{
    const pid_t process = m_kiosk.pageProcess();
    must(process > 0 && ::kill(process, SIGKILL) == 0, "there is no page to be killed");
}

void Visit::tryDevices()
{
    const auto *level = m_kiosk.find<QProgressBar>("kioskLevel");
    const auto *problem = m_kiosk.find<QLabel>("kioskDeviceProblem");
    const auto work = [&] { return level->value() > 0 && problem->text().isEmpty(); }; // The pretended one beeps.
    await(work, "the devices do not work");
    m_pageProcesses << m_kiosk.pageProcess();
    if (hurts(Harm::Renderer, Moment::Early)) {
        killPage();
        await([&] { return !problem->text().isEmpty(); }, "a device check that is lost says nothing");
        await(work, "the devices do not come back");
        m_pageProcesses << m_kiosk.pageProcess();
    }
    must(m_kiosk.click("kioskDeviceContinueButton"), "the device check cannot be left");
}

void Visit::waitForOpening()
{
    await([&] { return m_kiosk.flow().stage() == Stage::Waiting; }, "nobody waits for the room");
    const bool losesNetwork = hurts(Harm::Network, Moment::Early);
    const bool losesServer = hurts(Harm::Server, Moment::Early);
    if (losesNetwork)
        m_kiosk.clinic().setNetwork(test::Clinic::Network::Down);
    if (losesServer)
        m_kiosk.clinic().stopSandbox();
    m_kiosk.skip(16min);
    if (losesNetwork || losesServer) {
        // The page may be gone to without Kaleyra: the record knows the link.
        await([&] { return m_kiosk.flow().error() || m_kiosk.flow().stage() != Stage::Waiting; },
              "nobody asks whether the room has opened");
        mendEverything();
    }
    await([&] { return isInCall(); }, "the call does not open");
}

void Visit::seeEachOther()
{
    m_pageProcesses << m_kiosk.pageProcess();
    m_page = std::make_unique<test::CdpClient>();
    m_page->setLimit(patience);
    if (!m_page->attachToPage(m_port, m_doctorsLink.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString()))
        throw Lost(QStringLiteral("no call page: ") + m_page->errorString());
    test::CallObserver(QStringLiteral("the kiosk"), *m_page).waitForPicturesAndSound();
    m_doctor.waitForPatient();
}

/// As a call page does that keeps whose it is.
void Visit::leaveTraces()
{
    m_page->evaluate(QStringLiteral("new Promise((done, failed) => { localStorage.setItem('who', '%1');"
                                    "document.cookie = 'who=%1; max-age=86400';"
                                    "const asked = indexedDB.open('who');"
                                    "asked.onupgradeneeded = () => asked.result.createObjectStore('s');"
                                    "asked.onerror = failed;"
                                    "asked.onsuccess = () => { const t = asked.result.transaction('s', 'readwrite');"
                                    " t.objectStore('s').put('%1', 'k'); t.oncomplete = () => done(true); }; })")
                         .arg(m_marker));
    must(m_page->errorString().isEmpty(), "the page keeps nothing");
    // Or it would be found erased however little was.
    await([&] { return !filesWithMarker().isEmpty(); }, "what the page has kept is nowhere");
    QGuiApplication::clipboard()->setText(m_marker);
}

void Visit::beInCall()
{
    if (m_plan.moment != Moment::InCall)
        return;
    if (m_plan.harm == Harm::Renderer) {
        killPage();
        await([&] { return m_kiosk.flow().stage() == Stage::Mending; }, "a killed page is not noticed");
    } else if (m_plan.harm == Harm::Network) {
        loseNetwork();
    } else if (m_plan.harm == Harm::Server) {
        loseServer();
    } else {
        return;
    }
    await([&] { return isInCall(); }, "the call is not entered again");
    seeEachOther();
}

/// A call that goes on does not need Kaleyra: so the page goes, too. Its record knows the way back.
void Visit::loseNetwork()
{
    m_kiosk.clinic().setNetwork(test::Clinic::Network::Down);
    killPage();
    await([&] { return m_kiosk.flow().stage() == Stage::Mending; }, "a killed page is not noticed");
    await([&] { return isInCall(); }, "nobody finds back into the call without Kaleyra");
    mendEverything();
}

void Visit::loseServer()
{
    const QString connected = QStringLiteral("window[Symbol.for('teleconsult.watch')]().sockets > 0");
    must(m_page->waitFor(connected), "the call page has no server");
    m_kiosk.clinic().stopSandbox();
    must(m_page->waitFor(QStringLiteral("!(%1)").arg(connected)), "the call page does not lose its server");
    if (m_plan.killsPageToo) {
        killPage();
        await([&] { return m_kiosk.flow().stage() == Stage::Mending; }, "a killed page is not noticed");
        mendEverything();
        return;
    }
    m_doctor.waitForPatient(); // Pictures go from one to the other.
    mendEverything();
    must(m_page->waitFor(connected), "the call page does not find its server again");
}

void Visit::end()
{
    test::Clinic &clinic = m_kiosk.clinic();
    if (m_plan.isClosed) {
        must(clinic.deleteRoom(clinic.find(m_id).roomId), "the room cannot be closed");
        m_kiosk.skip(4min); // It is looked at every few minutes.
    } else {
        must(m_kiosk.click("kioskLeaveButton"), "the call cannot be left");
    }
    await([&] { return m_kiosk.flow().stage() == Stage::Ended; }, "the call does not end");
    await([&] { return clinic.find(m_id).progress == Progress::Held; }, "that the call was held is not written down");
    must(m_plan.walksAway || m_kiosk.click("kioskVisitPrimaryButton"), "the last page cannot be left");
    await([&] { return m_kiosk.kiosk().page() == Page::Start; }, "the kiosk does not go back to its start");
}

void Visit::mendEverything()
{
    m_kiosk.clinic().setNetwork(test::Clinic::Network::Up);
    if (!m_kiosk.clinic().hasSandbox())
        m_kiosk.clinic().startSandbox();
}

QStringList Visit::filesWithMarker() const
{
    QStringList found;
    const QByteArray marker = m_marker.toLatin1();
    QDirIterator files(m_kiosk.storageDir(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
            found << QDir(m_kiosk.storageDir()).relativeFilePath(file.fileName());
    }
    return found;
}

QStringList Visit::whatIsLeft() const
{
    QStringList left;
    if (m_kiosk.kiosk().page() != Page::Start || m_kiosk.clinic().settings().hasGuest())
        left << QStringLiteral("the person, at the kiosk");
    if (m_kiosk.allTexts().contains(m_marker))
        left << QStringLiteral("the name, on a page");
    if (QGuiApplication::clipboard()->text().contains(m_marker))
        left << QStringLiteral("the name, in the clipboard");
    if (m_log.text().contains(m_marker))
        left << QStringLiteral("the name, in the log");
    const auto isThere = [](pid_t process) { return process > 0 && ::kill(process, 0) == 0; };
    if (!waitUntil([&] { return std::none_of(m_pageProcesses.cbegin(), m_pageProcesses.cend(), isThere); }, erasing))
        left << QStringLiteral("the process of the call's page");
    if (!waitUntil([&] { return filesWithMarker().isEmpty(); }, erasing))
        left << QStringLiteral("files: ") + filesWithMarker().join(QLatin1Char(' '));
    return left;
}

} // namespace

Plan Planner::next()
{
    if (m_bag.isEmpty()) {
        m_bag = {Harm::None, Harm::Renderer, Harm::Network, Harm::Server};
        std::shuffle(m_bag.begin(), m_bag.end(), m_random);
    }
    Plan plan;
    plan.harm = m_bag.takeLast();
    plan.moment = m_random.bounded(3) == 0 ? Moment::Early : Moment::InCall;
    plan.killsPageToo = m_random.bounded(2) == 0;
    plan.isClosed = m_random.bounded(3) == 0;
    plan.walksAway = m_random.bounded(20) == 0;
    return plan;
}

QString inWords(const Plan &plan)
{
    const bool isEarly = plan.moment == Moment::Early;
    switch (plan.harm) {
    case Harm::None:
        break;
    case Harm::Renderer:
        return isEarly ? QStringLiteral("renderer killed in the device check")
                       : QStringLiteral("renderer killed in the call");
    case Harm::Network:
        return isEarly ? QStringLiteral("no network in the waiting room")
                       : QStringLiteral("renderer killed and no network");
    case Harm::Server:
        if (isEarly)
            return QStringLiteral("no server in the waiting room");
        return plan.killsPageToo ? QStringLiteral("renderer killed and no server")
                                 : QStringLiteral("no server in the call");
    }
    return QStringLiteral("nothing");
}

Course visit(SoakKiosk &kiosk, Doctor &doctor, const Plan &plan, int number, quint16 devToolsPort)
{
    QElapsedTimer timer;
    timer.start();
    Course course;
    Visit visit(kiosk, doctor, plan, number, devToolsPort);
    try {
        visit.begin();
        visit.enter();
        visit.beInCall();
        visit.end();
    } catch (const std::runtime_error &trouble) {
        course.isLost = true;
        course.trouble = QString::fromUtf8(trouble.what()) + QLatin1Char('\n') + visit.log();
    }
    doctor.leave();
    visit.mendEverything();
    if (course.isLost)
        kiosk.kiosk().clearSession();
    course.left = visit.whatIsLeft();
    course.seconds = double(timer.elapsed()) / 1000;
    kiosk.skip(60min);
    return course;
}

} // namespace teleconsult::soak
