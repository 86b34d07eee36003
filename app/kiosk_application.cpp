#include "app/kiosk_application.h"

#include "app/plugins.h"
#include "core/config/at_kiosk.h"
#include "core/domain/crash_loop.h"
#include "ui/kiosk/resting_page.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcKiosk, "teleconsult.app.kiosk")

config::SettingInputs inputsOf(const CommandLine &line, config::SettingValues policy)
{
    return {.userFile = line.places.settingsFile, .policy = std::move(policy), .commandLine = line.overrides};
}

} // namespace

bool isKiosk(const CommandLine &line, const config::SettingValues &policy)
{
    const config::SettingSources sources(inputsOf(line, policy));
    return config::isAtKiosk(sources);
}

KioskApplication::KioskApplication(CommandLine line, config::SettingValues policy)
    : m_line(std::move(line)),
      m_starts(m_line.places.dataDir + QStringLiteral("/starts"), m_clock),
      m_suddenEnds(m_starts.suddenEnds()),
      m_settings(inputsOf(m_line, std::move(policy))),
      m_language(m_settings.language().value_or(InterfaceLanguage::systemLanguage())),
      m_backend(m_settings, m_clock, m_line.places.dataDir, Backend::Memory::None),
      m_storage(kioskStoragePlaces(m_line.places.dataDir)),
      m_callEngine(pluginFile(QStringLiteral("call")), m_storage.folder(), m_line.plainGraphics),
      m_supervision({.clock = m_clock,
                     .profile = QStringLiteral("kiosk"),
                     .metricsFile = m_settings.upkeep().metricsFile,
                     .engineVersion = [this] { return m_callEngine.engineVersion(); },
                     .suddenEnds = int(m_suddenEnds.size())}),
      m_demo({m_backend.teleconsultations(), m_backend.records(), m_backend.upkeep(), m_backend.kaleyra(), m_settings,
              m_clock}),
      m_window({.service = m_backend.teleconsultations(),
                .settings = m_settings,
                .clock = m_clock,
                .callEngine = [this] { return m_callEngine.engine(); },
                .callStorageDir = m_storage.folder(),
                .callAllowedHosts = m_backend.callHosts(),
                .company = &m_backend.company(),
                .useLanguage = [this](std::optional<Language> language) { useLanguage(language); },
                .isSandbox = m_backend.usesSandbox(),
                .lookForOutage = [this] { return m_backend.lookForOutage(); },
                .returns = &m_returns})
{
    connect(&m_window, &ui::KioskWindow::usable, this, &KioskApplication::onUsable);
    connect(&m_window, &ui::KioskWindow::leavingAllowed, this, &KioskApplication::end);
    connect(&m_window, &ui::KioskWindow::callStageChanged, &m_supervision, &Supervision::onCallStage);
    connect(&m_supervision, &Supervision::restartDue, this, &KioskApplication::startAnew);
    const config::UpkeepWishes wishes = m_settings.upkeep();
    m_supervision.setPlan({.restartAt = wishes.restartAt, .mostMemory = wishes.mostMemory, .isIdle = [this] {
                               return !m_trouble && m_window.page() == ui::KioskWindow::Page::Start;
                           }});
    m_starts.begin();
    QTimer::singleShot(crash_loop::memory, this, [this] { m_starts.settle(); });
}

KioskApplication::~KioskApplication()
{
    m_backend.end(); // What is called back with the outcome is still there.
    while (!m_window.isIdle())
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

void KioskApplication::show()
{
    const std::chrono::milliseconds wait = crash_loop::wait(m_suddenEnds, m_clock.now());
    if (wait.count() > 0)
        showTrouble(wait);
    else
        m_window.fillScreen();
}

void KioskApplication::showTrouble(std::chrono::milliseconds wait)
{
    qCWarning(lcKiosk) << "The last starts ended without a word:" << m_suddenEnds.size();
    m_trouble =
        std::make_unique<ui::TroublePage>(ui::TroublePage::Parts{.clock = m_clock,
                                                                 .until = m_clock.now().addMSecs(wait.count()),
                                                                 .supportAddress = m_settings.upkeep().supportAddress});
    connect(m_trouble.get(), &ui::TroublePage::tryAgain, this, [this] {
        m_window.fillScreen(); // Before the page goes: it is the last window that ends the program.
        m_trouble.release()->deleteLater();
    });
    m_trouble->showFullScreen();
    m_supervision.ready(); // As ready as it is: nobody is to start it anew for that.
}

ProgramStatus KioskApplication::status() const
{
    ProgramStatus status = m_supervision.status();
    if (m_trouble) {
        status.activity = QStringLiteral("trouble");
    } else if (m_window.page() == ui::KioskWindow::Page::Start) {
        const ui::RestingPage::Kind kind = m_window.resting().kind();
        if (kind == ui::RestingPage::Kind::Closed)
            status.activity = QStringLiteral("closed");
        else if (kind == ui::RestingPage::Kind::Outage)
            status.activity = QStringLiteral("outage");
    }
    return status;
}

void KioskApplication::startAnew()
{
    m_nextStart = m_line;
    end();
}

void KioskApplication::activate(const QString &link)
{
    Q_UNUSED(link)
    m_window.raise();
}

void KioskApplication::end()
{
    m_starts.settle();
    m_supervision.stopping();
    m_trouble.reset();
    m_window.closeNow();
    // Where the window was never shown, closing it ends nothing.
    QCoreApplication::quit();
}

/// Of the person who is there, and of nobody after: it is not kept.
void KioskApplication::useLanguage(std::optional<Language> language)
{
    const Language wanted = language.value_or(m_settings.language().value_or(InterfaceLanguage::systemLanguage()));
    if (wanted != m_language.current())
        m_language.use(wanted);
}

void KioskApplication::onUsable()
{
    m_supervision.ready();
    m_returns.start();
    whenDone(m_backend.start(secrets::Asking::Nobody), this,
             [this](const Result<void> &started) { settleBackend(started); });
}

void KioskApplication::settleBackend(const Result<void> &started)
{
    m_callEngine.warmUpWhenIdle();
    if (!started) {
        qCWarning(lcKiosk).noquote() << "The backend cannot be started:" << started.error().toLogLine();
        return;
    }
    m_recovery.start();
    if (!m_backend.mayHoldDemoClinic())
        return;
    whenDone(m_demo.ensure(), this, [](const Result<bool> &made) {
        if (!made)
            qCWarning(lcKiosk).noquote() << "No demo clinic:" << made.error().toLogLine();
    });
}

} // namespace teleconsult::app
