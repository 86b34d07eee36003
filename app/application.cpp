#include "app/application.h"

#include "ui/settings/station_dialog.h"

#include <QLoggingCategory>
#include <QTimer>

#include <systemd/sd-daemon.h>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcApp, "teleconsult.app")

constexpr std::chrono::minutes companyRetryInterval{1};

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

Application::Application(const Places &places)
    : m_settings(places.settingsFile),
      m_language(m_settings.language().value_or(InterfaceLanguage::systemLanguage())),
      m_backend(m_settings, m_clock, places.dataDir, Backend::Memory::Agenda),
      m_callEngine(places.dataDir + QStringLiteral("/call")),
      m_demo({m_backend.teleconsultations(), m_backend.records(), m_backend.upkeep(), m_backend.kaleyra(), m_settings,
              m_clock}),
      m_window(windowParts(places))
{
    // After the window is made: each widget that is put in its place would be styled again.
    m_theme.setScheme(schemeFor(m_settings.appearance()));
    using Reach = ui::MainWindow::Reach;
    m_window.setSandboxNotice(m_backend.usesSandbox(), m_backend.keepsRecordsHere() && !m_backend.directory()
                                                           ? Reach::ThisComputer
                                                           : Reach::OtherServices);
    m_window.setDemoClinicPresent(m_backend.mayHoldDemoClinic() && m_demo.isPresent());

    connect(&m_window, &ui::MainWindow::agendaUsable, this, &Application::onAgendaUsable);
    connect(&m_window, &ui::MainWindow::removeDemoClinicRequested, this, &Application::removeDemoClinic);
    connect(&m_window, &ui::MainWindow::restoreDemoClinicRequested, this, [this] {
        m_demo.want();
        makeDemoClinic();
    });
    connect(&m_window, &ui::MainWindow::stationEditRequested, this, &Application::editStation);
    connect(&m_window, &ui::MainWindow::languageChosen, this, &Application::changeLanguage);
    connect(&m_window, &ui::MainWindow::appearanceChosen, this, &Application::changeAppearance);
    connect(&m_window, &ui::MainWindow::textScaleChosen, this, &Application::changeTextScale);
}

Application::~Application()
{
    m_backend.end(); // What is called back with the outcome is still there.
}

ui::MainWindow::Parts Application::windowParts(const Places &places)
{
    return {.service = m_backend.teleconsultations(),
            .settings = m_settings,
            .clock = m_clock,
            .callEngine = [this] { return m_callEngine.engine(); },
            .callStorageDir = places.dataDir + QStringLiteral("/call"),
            .callAllowedHosts = m_backend.callHosts()};
}

void Application::show()
{
    m_window.show();
}

void Application::bringToFront()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

void Application::end()
{
    m_window.closeNow();
}

void Application::onAgendaUsable()
{
    // Tells a service manager, a kiosk unit or a benchmark that a person can work now; nothing when nobody listens.
    sd_notify(0, "READY=1");
    if (remote::ChangeWatch *changes = m_backend.changes()) {
        connect(changes, &remote::ChangeWatch::changed, &m_window, &ui::MainWindow::refresh);
        changes->start();
    }
    whenDone(m_backend.start(), this, [this](const Result<void> &started) { onBackendStarted(started); });
}

void Application::onBackendStarted(const Result<void> &started)
{
    m_callEngine.warmUpWhenIdle();
    if (!started) {
        qCWarning(lcApp).noquote() << "The backend cannot be started:" << started.error().toLogLine();
        m_window.showProblem(started.error());
        return;
    }
    whenDone(m_backend.recover(), this, [this](const Result<int> &settled) {
        if (!settled)
            qCWarning(lcApp).noquote() << "Recovery failed:" << settled.error().toLogLine();
        else if (*settled > 0)
            m_window.refresh();
    });
    if (const QString damaged = m_backend.damagedSandboxState(); !damaged.isEmpty())
        m_window.tellOfFreshSandbox(damaged);
    readCompany();
    if (m_backend.mayHoldDemoClinic())
        makeDemoClinic();
}

/// The end of a call is told by where the page goes then, so this is asked for until it is known.
void Application::readCompany()
{
    whenDone(m_backend.company().company(), this, [this](const Result<kaleyra::Company> &company) {
        if (company) {
            m_window.setEndCallRedirectUrl(company->endCallRedirectUrl);
            return;
        }
        qCWarning(lcApp).noquote() << "The company cannot be read:" << company.error().toLogLine();
        if (company.error().retryable)
            QTimer::singleShot(companyRetryInterval, this, &Application::readCompany);
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

void Application::editStation()
{
    auto *dialog = new ui::StationDialog(m_settings, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::StationDialog::stationChanged, &m_window, &ui::MainWindow::refresh);
    dialog->open();
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
