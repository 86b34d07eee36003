#include "app/kiosk_station.h"

#include "app/plugins.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcKiosk, "teleconsult.app.kiosk")

} // namespace

KioskStation::KioskStation(const CommandLine &line, config::Settings &settings, const Clock &clock,
                           InterfaceLanguage &language)
    : m_settings(settings),
      m_language(language),
      m_backend(settings, clock, line.places.dataDir, Backend::Memory::None),
      m_storage(kioskStoragePlaces(line.places.dataDir)),
      m_callEngine(pluginFile(QStringLiteral("call")), m_storage.folder(), settings.graphicsCard()),
      m_demo({m_backend.teleconsultations(), m_backend.records(), m_backend.upkeep(), m_backend.kaleyra(), settings,
              clock}),
      m_window({.service = m_backend.teleconsultations(),
                .settings = settings,
                .clock = clock,
                .callEngine = [this] { return m_callEngine.engine(); },
                .callStorageDir = m_storage.folder(),
                .callAllowedHosts = m_backend.callHosts(),
                .company = &m_backend.company(),
                .useLanguage = [this](std::optional<Language> chosen) { useLanguage(chosen); },
                .isSandbox = m_backend.usesSandbox(),
                .lookForOutage = [this] { return m_backend.lookForOutage(); },
                .returns = &m_returns})
{}

KioskStation::~KioskStation()
{
    m_backend.end(); // What is called back with the outcome is still there.
    while (!m_window.isIdle())
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

/// Of the person who is there, and of nobody after: it is not kept.
void KioskStation::useLanguage(std::optional<Language> language)
{
    const Language wanted = language.value_or(InterfaceLanguage::wanted(m_settings));
    if (wanted != m_language.current())
        m_language.use(wanted);
}

void KioskStation::start()
{
    connect(&m_returns, &ui::ReturnWatch::connectionsStale, this, [this] { m_backend.dropConnections(); });
    m_returns.start();
    whenDone(m_backend.start(secrets::Asking::Nobody), this,
             [this](const Result<void> &started) { settleBackend(started); });
}

void KioskStation::settleBackend(const Result<void> &started)
{
    m_callEngine.warmUpWhenIdle();
    m_recovery.start();
    if (!started) {
        qCWarning(lcKiosk).noquote() << "The backend cannot be started:" << started.error().toLogLine();
        return;
    }
    if (!m_backend.mayHoldDemoClinic())
        return;
    whenDone(m_demo.ensure(), this, [](const Result<bool> &made) {
        if (!made)
            qCWarning(lcKiosk).noquote() << "No demo clinic:" << made.error().toLogLine();
    });
}

} // namespace teleconsult::app
