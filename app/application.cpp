#include "app/application.h"

#include "app/plugins.h"
#include "app/taking_over.h"
#include "core/config/setting_keys.h"
#include "core/domain/teleconsultation_link.h"
#include "core/files/data_folder.h"
#include "core/support/log_file.h"
#include "core/support/support_report.h"
#include "ui/agenda/agenda_page.h"
#include "ui/links/link_reception.h"
#include "ui/settings/pin_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/settings_pages.h"
#include "ui/widgets/private_opening.h"
#include "ui/widgets/window_activation.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLoggingCategory>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcApp, "teleconsult.app")

ui::Theme::Scheme schemeFor(config::Appearance appearance)
{
    switch (appearance) {
    case config::Appearance::Light:
        return ui::Theme::Scheme::Light;
    case config::Appearance::Dark:
        return ui::Theme::Scheme::Dark;
    case config::Appearance::System:
        return ui::Theme::systemScheme();
    }
    Q_UNREACHABLE();
}

} // namespace

Application::Application(CommandLine line, config::SettingValues policy)
    : m_line(std::move(line)),
      m_settings(settingInputs(m_line, std::move(policy))),
      m_language(InterfaceLanguage::wanted(m_settings)),
      m_backend(m_settings, m_clock, m_line.places.dataDir, Backend::Memory::Agenda),
      m_callEngine(pluginFile(QStringLiteral("call")), files::siteDataFolder(m_line.places.dataDir),
                   m_settings.graphicsCard()),
      m_supervision({.clock = m_clock,
                     .profile = QStringLiteral("desktop"),
                     .metricsFile = m_settings.upkeep().metricsFile,
                     .engineVersion = [this] { return m_callEngine.engineVersion(); }}),
      m_demo({m_backend.teleconsultations(), m_backend.records(), m_backend.upkeep(), m_backend.kaleyra(), m_settings,
              m_clock}),
      m_window(windowParts()),
      m_reminding(m_backend.teleconsultations(), m_settings, m_clock, m_returns,
                  {.isInCall = [this] { return m_window.isInCall(); },
                   .isAwaited = [this](const QString &id) { return m_window.isAwaiting(id); }})
{
    // After the window is made: each widget that is put in its place would be styled again.
    m_theme.setScheme(schemeFor(m_settings.appearance()));
    using Reach = ui::MainWindow::Reach;
    m_window.setSandboxNotice(m_backend.usesSandbox(), m_backend.keepsRecordsHere() && !m_backend.directory()
                                                           ? Reach::ThisComputer
                                                           : Reach::OtherServices);
    m_window.setDemoClinicPresent(m_backend.mayHoldDemoClinic() && m_demo.isPresent());

    connect(&m_window, &ui::MainWindow::agendaUsable, this, &Application::onAgendaUsable);
    connect(&m_recovery, &Recovery::settled, &m_window, &ui::MainWindow::onRecordsChanged);
    connect(&m_window, &ui::MainWindow::removeDemoClinicRequested, this, &Application::removeDemoClinic);
    connect(&m_window, &ui::MainWindow::restoreDemoClinicRequested, this, [this] {
        m_demo.want();
        makeDemoClinic();
    });
    connect(&m_window, &ui::MainWindow::stationEditRequested, this, &Application::changePerson);
    connect(&m_window, &ui::MainWindow::settingsRequested, this, [this] { openSettings({}); });
    connect(&m_window, &ui::MainWindow::languageChosen, this, &Application::changeLanguage);
    connect(&m_window, &ui::MainWindow::appearanceChosen, this, &Application::changeAppearance);
    connect(&m_window, &ui::MainWindow::textScaleChosen, this, &Application::changeTextScale);
    // Said by the window, which may not have been seen when it ends, and may not be seen while the program goes on.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QCoreApplication::setQuitLockEnabled(false);
    QCoreApplication::instance()->installEventFilter(this);
    connect(&m_window, &ui::MainWindow::quitting, QCoreApplication::instance(), &QCoreApplication::quit,
            Qt::QueuedConnection);
    connect(&m_window, &ui::MainWindow::callStageChanged, &m_supervision, &Supervision::onCallStage);
    connect(&m_window, &ui::MainWindow::plainRestartRequested, this, &Application::restartPlainly);
    connect(&m_backend.secrets(), &secrets::Secrets::changed, this, &Application::onSecretsChanged);
    connect(&m_returns, &ui::ReturnWatch::connectionsStale, this, [this] { m_backend.dropConnections(); });
    connectReminders();
    setUpSigningIn();
}

void Application::connectReminders()
{
    connect(&m_window, &ui::MainWindow::remindersRequested, this, [this] { m_reminding.editSettings(&m_window); });
    connect(&m_window, &ui::MainWindow::callSettled, &m_reminding, &Reminding::refresh);
    connect(&m_window, &ui::MainWindow::callStageChanged, &m_reminding, &Reminding::look);
    connect(&m_reminding, &Reminding::joinRequested, this, [this](const QString &id) {
        bringToFront();
        m_window.links().takeId(id);
    });
    connect(&m_reminding, &Reminding::showRequested, this, [this](const QString &id) {
        bringToFront();
        m_window.showConsultation(id);
    });
    connect(&m_reminding, &Reminding::windowRequested, this, &Application::bringToFront);
    connect(&m_reminding, &Reminding::quitRequested, &m_window, &ui::MainWindow::quit);
    connect(&m_window, &ui::MainWindow::hiddenInPanel, &m_reminding, &Reminding::tellOfPanel);
    m_window.setStaysInPanel([this] { return m_reminding.isInPanel(); });
}

/// Where people sign in, the agenda stays covered until somebody has. Nothing of the start waits for that.
void Application::setUpSigningIn()
{
    const Result<std::optional<config::SignIn>> how = m_settings.signIn();
    if (how && !*how)
        return;
    QTimer::singleShot(0, this, &Application::onAgendaUsable); // A covered agenda is never painted.
    if (!how) {
        auto *page = new ui::SignInPage(&m_window);
        page->show(ui::SignInPage::State::SignedOut, how.error());
        m_window.setCover(page);
        return;
    }
    m_signingIn = std::make_unique<SigningIn>(**how, SigningIn::Parts{m_backend.secrets(), m_clock, &ui::openPrivately},
                                              &m_window);
    m_backend.setPersonToken([this](QByteArray refused) { return m_signingIn->accessToken(std::move(refused)); });
    connect(m_signingIn.get(), &SigningIn::personChanged, this, &Application::onPersonChanged);
    connect(&m_window, &ui::MainWindow::callSettled, this, &Application::onPersonChanged);
    m_window.setCover(&m_signingIn->page());
    m_signingIn->start();
}

void Application::onPersonChanged()
{
    if (!m_signingIn || m_window.isInCall())
        return; // Whoever is in a call stays who they are until it has settled.
    const std::optional<StationIdentity> person = m_signingIn->person();
    if (m_settings.station() == person.value_or(StationIdentity()))
        return;
    m_settings.setSignedIn(person);
    m_window.setCover(person ? nullptr : &m_signingIn->page());
    m_window.refresh();
    m_reminding.refresh();
}

Application::~Application()
{
    if (m_signingIn)
        m_signingIn->end();
    m_backend.end(); // What is called back with the outcome is still there.
}

ui::MainWindow::Parts Application::windowParts()
{
    return {.service = m_backend.teleconsultations(),
            .settings = m_settings,
            .clock = m_clock,
            .callEngine = [this] { return m_callEngine.engine(); },
            .callStorageDir = files::siteDataFolder(m_line.places.dataDir),
            .callAllowedHosts = m_backend.callHosts(),
            .company = &m_backend.company(),
            .returns = &m_returns,
            .mayRestartPlainly = [this] { return mayRestartPlainly(); }};
}

void Application::show()
{
    m_window.show();
}

void Application::activate(const QString &link, const QByteArray &token)
{
    ui::keepActivationToken(token);
    bringToFront();
    if (link.isEmpty())
        return;
    if (m_started)
        m_window.links().take(link);
    else
        m_line.link = link;
}

void Application::bringToFront()
{
    ui::bringToFront(m_window);
}

/// The session ends: the window is not to hide in a panel that goes, too.
bool Application::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit)
        m_window.aboutToQuit();
    return QObject::eventFilter(watched, event);
}

void Application::end()
{
    m_window.quitNow();
}

/// Where the policy says how to draw, nobody else does.
bool Application::mayRestartPlainly() const
{
    return !m_callEngine.drawsPlainly() &&
           m_settings.origin(config::keys::graphicsCard).source != config::ValueSource::Policy;
}

void Application::restartPlainly(const QString &consultationId)
{
    m_nextStart =
        CommandLine{.places = m_line.places, .link = linkOfConsultation(consultationId), .overrides = m_line.overrides};
    m_nextStart->overrides.insert(config::keys::graphicsCard, config::toCode(config::GraphicsCard::Never));
    end();
}

void Application::onAgendaUsable()
{
    if (std::exchange(m_isUsable, true))
        return;
    // Tells a service manager, a kiosk unit or a benchmark that a person can work now; nothing when nobody listens.
    m_supervision.ready();
    m_returns.start();
    if (remote::ChangeWatch *changes = m_backend.changes()) {
        connect(changes, &remote::ChangeWatch::changed, &m_window, &ui::MainWindow::onRecordsChanged);
        connect(changes, &remote::ChangeWatch::changed, &m_reminding, &Reminding::refresh);
        changes->start();
    }
    whenDone(m_backend.start(secrets::Asking::Person), this,
             [this](const Result<void> &started) { onBackendStarted(started); });
}

void Application::onBackendStarted(const Result<void> &started)
{
    m_started = true;
    m_reminding.start();
    m_callEngine.warmUpWhenIdle();
    // After everything else that is asked for here: a call page is told where a call's end leads to.
    if (!m_line.link.isEmpty())
        QTimer::singleShot(0, this, [this] { m_window.links().take(std::exchange(m_line.link, {})); });
    settleBackend(started);
}

void Application::settleBackend(const Result<void> &started)
{
    m_lacksSecret = !started && started.error().kind == Error::Kind::Storage;
    m_recovery.start();
    if (!started) {
        qCWarning(lcApp).noquote() << "The backend cannot be started:" << started.error().toLogLine();
        m_window.showProblem(started.error());
        return;
    }
    if (const QString damaged = m_backend.damagedSandboxState(); !damaged.isEmpty())
        m_window.tellOfFreshSandbox(damaged);
    if (m_backend.mayHoldDemoClinic())
        makeDemoClinic();
}

/// A keychain that is opened late, or a key that is set only now, is as good as one that was there at the start.
void Application::onSecretsChanged()
{
    if (!std::exchange(m_lacksSecret, false))
        return;
    whenDone(m_backend.start(), this, [this](const Result<void> &started) {
        const bool isStillMissing = !started && started.error().kind == Error::Kind::Storage;
        if (isStillMissing)
            m_lacksSecret = true; // Which has been said.
        else
            settleBackend(started);
        m_window.refresh();
    });
}

void Application::makeDemoClinic()
{
    whenDone(m_demo.ensure(), this, [this](const Result<bool> &changed) {
        m_window.setDemoClinicPresent(m_demo.isPresent());
        if (!changed)
            m_window.showProblem(changed.error());
        if (!changed || *changed)
            m_window.refresh();
    });
}

void Application::removeDemoClinic()
{
    whenDone(m_demo.remove(), this, [this](const Result<bool> &removed) {
        m_window.setDemoClinicPresent(m_demo.isPresent());
        if (!removed)
            m_window.showProblem(removed.error());
        m_window.refresh();
    });
}

/// Who uses this station is settled where the station's button says who it is.
void Application::changePerson()
{
    if (!m_signingIn)
        openSettings(ui::settingsPages::station);
    else if (m_signingIn->isNeeded())
        emit m_signingIn->page().signInRequested();
    else
        m_signingIn->askToSignOut(&m_window);
}

void Application::openSettings(const QString &page)
{
    if (!m_pin.isSet()) {
        showSettings(page);
        return;
    }
    auto *dialog = new ui::PinDialog(m_pin, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, page] { showSettings(page); });
    dialog->open();
}

void Application::showSettings(const QString &page)
{
    auto *dialog = new ui::SettingsDialog(
        ui::makeSettingsPages({.settings = m_settings,
                               .company = m_backend.company(),
                               .pin = m_pin,
                               .receptionPin = m_receptionPin,
                               .secrets = m_backend.secrets(),
                               .tryKaleyra = [this](auto entered) { return m_backend.tryKaleyra(std::move(entered)); },
                               .tryService = [this](auto entered) { return m_backend.tryService(std::move(entered)); },
                               .comingConsultations = [this] { return m_backend.comingConsultations(); },
                               .tryRecords = [this](auto entered) { return m_backend.tryRecords(std::move(entered)); },
                               .tryPeople = [this](auto entered) { return m_backend.tryPeople(std::move(entered)); },
                               .trySignIn = [this](auto entered) { return m_backend.trySignIn(std::move(entered)); },
                               .mover = m_backend.mover(),
                               .usesService = m_backend.usesService(),
                               .privacy = privacyParts(),
                               .takeOver =
                                   [this](auto import, bool withKey) {
                                       return takeOver(std::move(import), withKey,
                                                       {.settings = m_settings,
                                                        .dataDir = m_line.places.dataDir,
                                                        .secrets = &m_backend.secrets()});
                                   },
                               .dataDir = m_line.places.dataDir}),
        &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::SettingsDialog::saved, this, &Application::useSettings);
    dialog->showPage(page);
    dialog->open();
}

ui::PrivacyParts Application::privacyParts()
{
    const auto places = [this] {
        return support::storagePlaces(m_settings, m_line.places.settingsFile, m_line.places.dataDir);
    };
    const auto write = [this, places](const QList<checks::Check> &found) {
        const QString log = files::logFile(m_line.places.dataDir);
        return support::writeReport({.settings = m_settings,
                                     .places = places(),
                                     .checks = found,
                                     .log = support::LogFile::recentLines(log, support::reportedLines),
                                     .callEngine = m_callEngine.engineVersion(),
                                     .now = m_clock.now()});
    };
    const auto clear = [this]() -> Result<void> {
        if (m_window.isInCall())
            return failure(makeError(Error::Kind::Conflict, QStringLiteral("site_data_in_use")));
        return m_callEngine.clearSiteData();
    };
    return {.places = places,
            .clearSiteData = clear,
            .examine = [this] { return m_backend.examine(m_line.places.settingsFile, Backend::Started::Already); },
            .writeReport = write,
            .openFolder = [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }};
}

void Application::useSettings()
{
    const Language language = InterfaceLanguage::wanted(m_settings);
    if (language != m_language.current())
        m_language.use(language);
    m_theme.setScheme(schemeFor(m_settings.appearance()));
    m_theme.setTextScale(m_settings.textScale());
    m_reminding.refresh();
    m_window.refresh();
}

void Application::changeLanguage(Language language)
{
    m_settings.setLanguage(language);
    m_language.use(language);
}

void Application::changeAppearance(config::Appearance appearance)
{
    m_settings.setAppearance(appearance);
    m_theme.setScheme(schemeFor(appearance));
}

void Application::changeTextScale(std::optional<int> percent)
{
    m_settings.setTextScale(percent);
    m_theme.setTextScale(percent);
}

} // namespace teleconsult::app
