#include "tests/app/tour.h"

#include "tests/support/call_observer.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <cstdio>

namespace teleconsult::test {

namespace {

const QString patient = QStringLiteral("Anna Verdi");

constexpr std::chrono::seconds quitLimit(20);

Sought button(const QString &name)
{
    return {QStringLiteral("push button"), name};
}

const Sought scheduleButton = button(QStringLiteral("Schedule consultation"));
const Sought leaveButton = button(QStringLiteral("Leave call"));
const Sought backButton = button(QStringLiteral("Back to the agenda"));

/// The patient's row in the agenda, in this phase.
Sought rowOfPatient(const QString &phase)
{
    return {QStringLiteral("list item"), QStringLiteral("…%1…%2").arg(patient, phase)};
}

/// Judged by the ground of the agenda, in the lower left corner.
bool isDark(const QPixmap &window)
{
    constexpr int inset = 4;
    constexpr int middle = 128;
    return window.toImage().pixelColor(inset, window.height() - inset).lightness() < middle;
}

/// A field of the patient's consultation in the records, read beside the running application.
QString recorded(const QString &file, const QString &field)
{
    const QString connection = QStringLiteral("tour");
    QString state;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            query.prepare(QStringLiteral("SELECT t.%1 FROM teleconsultations t JOIN participants p "
                                         "ON p.consultation = t.row WHERE p.fullName = ?")
                              .arg(field));
            query.addBindValue(patient);
            state = query.exec() && query.next() ? query.value(0).toString() : query.lastError().text();
        } else {
            state = database.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return state;
}

QString recordedState(const QString &file)
{
    return recorded(file, QStringLiteral("teleconsultationState"));
}

} // namespace

Tour::Tour(const QString &program, std::optional<QDir> screenshots)
    : m_product(program), m_screenshots(std::move(screenshots))
{}

bool Tour::run()
{
    m_clock.start();
    const std::pair<const char *, void (Tour::*)()> steps[] = {
        {"start and see the agenda", &Tour::start},
        {"schedule a consultation", &Tour::schedule},
        {"take the patient's link", &Tour::invite},
        {"join", &Tour::join},
        {"meet the patient, seeing and hearing each other", &Tour::meet},
        {"leave the call", &Tour::leave},
        {"find it recorded as held", &Tour::checkTheRecord},
        {"enter again, and hang up in the page", &Tour::reenterAndHangUp},
        {"follow a link from another program", &Tour::followALink},
        {"look around: week, dark, Italian", &Tour::lookAround},
        {"look at the settings", &Tour::lookAtTheSettings},
        {"delete the consultation, and the demo clinic", &Tour::clearTheAgenda},
        {"quit", &Tour::quit},
    };
    for (const auto &[what, action] : steps) {
        try {
            step(what, action);
        } catch (const std::runtime_error &failure) {
            reportFailure(what, failure);
            return false;
        }
    }
    return true;
}

void Tour::step(const char *what, void (Tour::*action)())
{
    const qint64 begin = m_clock.elapsed();
    (this->*action)();
    std::printf("ok: %s (%lld ms)\n", what, static_cast<long long>(m_clock.elapsed() - begin));
    std::fflush(stdout);
}

void Tour::reportFailure(const char *what, const std::runtime_error &failure)
{
    takePicture(QStringLiteral("failure"));
    std::printf("FAILED: %s: %s\n\n--- on the screen\n%s\n--- the application wrote\n%s\n", what, failure.what(),
                qPrintable(m_person.describeScreen()), qPrintable(m_product.output()));
    std::fflush(stdout);
}

void Tour::keep(const QPixmap &picture, const QString &name)
{
    if (!m_screenshots)
        return;
    const QString file = QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    picture.save(m_screenshots->filePath(file));
}

void Tour::takePicture(const QString &name)
{
    keep(m_person.screen(), name);
}

void Tour::seeAgenda()
{
    m_person.see({QStringLiteral("list"), QStringLiteral("Consultations")});
    m_person.see(scheduleButton);
}

void Tour::seeTheEnd()
{
    m_person.see({QStringLiteral("label"), QStringLiteral("The call has ended.")});
    m_person.see({QStringLiteral("label"), QStringLiteral("On record as held.")});
}

void Tour::start()
{
    if (!m_product.start())
        throw TourFailure(QStringLiteral("the application cannot be started"));
    m_person.click({QStringLiteral("check box"), QStringLiteral("English")});
    seeAgenda();
    m_person.see({QStringLiteral("list item"), QStringLiteral("…Open now")}); // The demo clinic is there.
    takePicture(QStringLiteral("agenda"));
    // While nobody does anything: whoever joins need not wait for it.
    m_person.waitUntil(QStringLiteral("the call engine is loaded"),
                       [this] { return m_product.hasLoaded(QByteArrayLiteral("libQt6WebEngineCore")); });
}

void Tour::schedule()
{
    m_person.click(scheduleButton);
    m_person.see({QStringLiteral("dialog"), QStringLiteral("Schedule a consultation")});
    const Sought name{QStringLiteral("text"), QStringLiteral("Participant 2 full name")};
    m_person.fill(name, patient);
    const Sought comboBox{QStringLiteral("combo box"), {}};
    const Accessible group = m_person.seeRightOf(m_person.see(name), comboBox);
    m_person.choose(group, QStringLiteral("Patient"));
    m_person.choose(m_person.seeRightOf(group, comboBox), QStringLiteral("Italian"));
    const QTime now = QDateTime::currentDateTimeUtc().toTimeZone(m_product.timeZone()).time();
    m_person.fillTime({QStringLiteral("spin box"), QStringLiteral("Start time")}, now);
    m_person.see({{}, QStringLiteral("…30 min…")});
    takePicture(QStringLiteral("schedule"));

    m_person.click(button(QStringLiteral("Schedule")));
    m_person.seeGone({QStringLiteral("dialog"), {}});
    m_person.click(rowOfPatient(QStringLiteral("Open now")));
    m_person.see({QStringLiteral("label"), patient});
    takePicture(QStringLiteral("scheduled"));
}

void Tour::invite()
{
    m_person.click(button(QStringLiteral("Invite a participant")));
    m_person.click(button(QStringLiteral("Copy link of ") + patient));
    m_person.see({QStringLiteral("label"), QStringLiteral("Link of %1 copied.").arg(patient)});
    m_person.waitUntil(QStringLiteral("the link is in the clipboard"), [&] {
        m_patientLink = QUrl(QGuiApplication::clipboard()->text(), QUrl::StrictMode);
        return m_patientLink.isValid() && m_patientLink.scheme().startsWith(QLatin1String("http"));
    });
    m_person.click({{}, QStringLiteral("Show QR code of ") + patient});
    m_person.see({{}, QStringLiteral("QR code with the link of ") + patient});
    takePicture(QStringLiteral("invite"));
    m_person.click(button(QStringLiteral("Close")));
    m_person.seeGone({QStringLiteral("dialog"), {}});
}

void Tour::attachToCall()
{
    m_callPage = std::make_unique<CdpClient>();
    const QString origin = m_patientLink.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString();
    if (!m_callPage->attachToPage(m_product.devToolsPort(), origin))
        throw TourFailure(QStringLiteral("the application shows no call page: ") + m_callPage->errorString());
}

void Tour::join()
{
    m_person.click(button(QStringLiteral("Join")));
    m_person.see({QStringLiteral("label"), QStringLiteral("Before your first call")});
    takePicture(QStringLiteral("notice"));
    m_person.click(button(QStringLiteral("Agree and continue")));
    m_person.see({QStringLiteral("label"), QStringLiteral("Try camera and microphone first?")});
    takePicture(QStringLiteral("devices-offered"));
    m_person.click(button(QStringLiteral("Check camera and microphone")));
    m_person.see({QStringLiteral("dialog"), {}});
    m_person.see({QStringLiteral("label"), QStringLiteral("Camera and microphone")});
    takePicture(QStringLiteral("devices"));
    m_person.click(button(QStringLiteral("Save")));
    m_person.see(leaveButton);
    attachToCall();
    CallObserver(QStringLiteral("the application"), *m_callPage).waitForPhase(QStringLiteral("waiting"));
    takePicture(QStringLiteral("waiting"));
}

void Tour::meet()
{
    if (!m_patientBrowser.start())
        throw TourFailure(QStringLiteral("the patient's browser: ") + m_patientBrowser.errorString());
    m_patientPage = m_patientBrowser.open(m_patientLink);
    if (!m_patientPage)
        throw TourFailure(QStringLiteral("the patient's browser: ") + m_patientBrowser.errorString());
    const CallObserver here(QStringLiteral("the application"), *m_callPage);
    const CallObserver there(QStringLiteral("the patient"), *m_patientPage);
    here.waitForPhase(QStringLiteral("in-call"));
    there.waitForPhase(QStringLiteral("in-call"));
    here.waitForPicturesAndSound();
    there.waitForPicturesAndSound();
    takePicture(QStringLiteral("call"));
    QPixmap theirs;
    theirs.loadFromData(m_patientPage->screenshotPng());
    keep(theirs, QStringLiteral("call-of-the-patient"));
}

void Tour::leave()
{
    m_person.click(leaveButton);
    seeTheEnd();
    takePicture(QStringLiteral("after-the-call"));
    m_person.click(backButton);
    seeAgenda();
    m_person.see(rowOfPatient(QStringLiteral("Held")));
}

void Tour::checkTheRecord()
{
    const QString held = QStringLiteral("HELD");
    QString state;
    m_person.waitUntil(QStringLiteral("the record says HELD"), [&] {
        state = recordedState(m_product.databaseFile());
        return state == held;
    });
}

void Tour::reenterAndHangUp()
{
    m_person.click(button(QStringLiteral("Re-enter")));
    m_person.see(leaveButton);
    attachToCall();
    // The sandbox's calls end for whoever is left alone in them, so the patient has to come back as well.
    m_patientPage->navigate(m_patientLink);
    const CallObserver here(QStringLiteral("the application"), *m_callPage);
    here.waitForPhase(QStringLiteral("in-call"));
    here.waitForPicturesAndSound();
    here.click(QStringLiteral("[data-testid=hangup-button]"));
    seeTheEnd();
    m_person.click(backButton);
    seeAgenda();
    m_person.see(rowOfPatient(QStringLiteral("Held")));
    if (recordedState(m_product.databaseFile()) != QLatin1String("HELD"))
        throw TourFailure(QStringLiteral("the record does not say HELD after the second call"));
}

void Tour::followALink()
{
    const QString id = recorded(m_product.databaseFile(), QStringLiteral("_id"));
    if (!m_product.startAgain(QStringLiteral("teleconsult://teleconsultation/") + id))
        throw TourFailure(QStringLiteral("a second program does not hand its link over"));
    m_person.see(leaveButton);
    attachToCall();
    CallObserver(QStringLiteral("the application"), *m_callPage).waitForPhase(QStringLiteral("waiting"));
    m_person.click(leaveButton);
    seeTheEnd();
    m_person.click(backButton);
    seeAgenda();
}

void Tour::lookAround()
{
    m_person.click({QStringLiteral("check box"), QStringLiteral("Week")});
    m_person.see({{}, QStringLiteral("Consultations of the week")});
    takePicture(QStringLiteral("week"));
    m_person.click({{}, QStringLiteral("Appearance")});
    // Qt keeps menus out of the accessibility tree. The third entry is the dark one.
    for (int i = 0; i < 3; ++i)
        m_person.press(QStringLiteral("Down"));
    m_person.press(QStringLiteral("Return"));
    m_person.waitUntil(QStringLiteral("the window is dark"), [&] { return isDark(m_person.screen()); });
    takePicture(QStringLiteral("week-dark"));
    m_person.click({QStringLiteral("check box"), QStringLiteral("Italiano")});
    m_person.seeGone(scheduleButton);
    takePicture(QStringLiteral("week-dark-italian"));
    m_person.press(QStringLiteral("ctrl+1"));
    m_person.see({QStringLiteral("list item"), QStringLiteral("…%1…").arg(patient)});
    takePicture(QStringLiteral("agenda-dark-italian"));
    m_person.press(QStringLiteral("ctrl+n"));
    m_person.see({QStringLiteral("dialog"), {}});
    takePicture(QStringLiteral("schedule-dark-italian"));
    m_person.press(QStringLiteral("Escape"));
    m_person.seeGone({QStringLiteral("dialog"), {}});
    m_person.click({QStringLiteral("check box"), QStringLiteral("English")});
    m_person.see(scheduleButton);
    takePicture(QStringLiteral("agenda-dark"));
}

void Tour::lookAtTheSettings()
{
    m_person.press(QStringLiteral("ctrl+comma"));
    m_person.see({QStringLiteral("dialog"), QStringLiteral("Settings")});
    m_person.see({QStringLiteral("text"), QStringLiteral("Station full name")});
    takePicture(QStringLiteral("station-dark"));
    m_person.press(QStringLiteral("Escape"));
    m_person.seeGone({QStringLiteral("dialog"), {}});
}

void Tour::clearTheAgenda()
{
    m_person.click(rowOfPatient(QStringLiteral("Held")));
    m_person.see({QStringLiteral("label"), patient});
    m_person.press(QStringLiteral("Delete"));
    m_person.see({QStringLiteral("dialog"), QStringLiteral("Delete this consultation?")});
    takePicture(QStringLiteral("delete-dark"));
    // The button that brought the question is called the same.
    const Accessible keep = m_person.see(button(QStringLiteral("Keep it")));
    m_person.clickOn(m_person.seeRightOf(keep, button(QStringLiteral("Delete consultation"))));
    m_person.seeGone({QStringLiteral("dialog"), {}});
    m_person.seeGone(rowOfPatient(QString()));
    const QString trashed = QStringLiteral("TRASH");
    m_person.waitUntil(QStringLiteral("the record is in the trash"),
                       [&] { return recorded(m_product.databaseFile(), QStringLiteral("__STATE__")) == trashed; });
    m_person.click(button(QStringLiteral("Remove demo clinic")));
    m_person.see({QStringLiteral("label"), QStringLiteral("No consultations today")});
    takePicture(QStringLiteral("empty-dark"));
}

void Tour::quit()
{
    m_person.press(QStringLiteral("ctrl+q"));
    if (!m_product.waitForEnd(quitLimit))
        throw TourFailure(QStringLiteral("the application does not end"));
    if (!m_product.hasEndedWell())
        throw TourFailure(QStringLiteral("the application did not end well: ") + m_product.howItEnded());
    const QString token = m_patientLink.path().section(QLatin1Char('/'), -1);
    if (!token.isEmpty() && m_product.output().contains(token))
        throw TourFailure(QStringLiteral("the application wrote an access link to its log"));
}

} // namespace teleconsult::test
