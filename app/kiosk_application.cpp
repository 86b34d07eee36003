#include "app/kiosk_application.h"

#include "core/config/at_kiosk.h"
#include "core/domain/crash_loop.h"
#include "ui/kiosk/kiosk_screen.h"
#include "ui/kiosk/resting_page.h"

#include <QGuiApplication>
#include <QLoggingCategory>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcKiosk, "teleconsult.app.kiosk")

} // namespace

bool isKiosk(const CommandLine &line, const config::SettingValues &policy)
{
    const config::SettingSources sources(settingInputs(line, policy));
    return config::isAtKiosk(sources);
}

KioskApplication::KioskApplication(CommandLine line, config::SettingValues policy)
    : m_line(std::move(line)),
      m_starts(m_line.places.dataDir + QStringLiteral("/starts"), m_clock),
      m_suddenEnds(m_starts.begin()),
      m_settings(settingInputs(m_line, std::move(policy))),
      m_language(InterfaceLanguage::wanted(m_settings)),
      m_supervision({.clock = m_clock,
                     .profile = QStringLiteral("kiosk"),
                     .metricsFile = m_settings.upkeep().metricsFile,
                     .engineVersion = [this] { return m_station ? m_station->engineVersion() : QString(); },
                     .activity = [this] { return activity(); },
                     .suddenEnds = int(m_suddenEnds.size())})
{
    // Between the page of trouble and the window there is none.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    connect(&m_supervision, &Supervision::restartDue, this, &KioskApplication::startAnew);
    const config::UpkeepWishes wishes = m_settings.upkeep();
    m_supervision.setPlan({.restartAt = wishes.restartAt, .maximumMemory = wishes.maximumMemory, .isIdle = [this] {
                               return m_station && m_station->window().page() == ui::KioskWindow::Page::Start;
                           }});
    m_settling.setSingleShot(true);
    m_settling.setInterval(crash_loop::enough);
    connect(&m_settling, &QTimer::timeout, this, [this] { m_starts.settle(); });
}

void KioskApplication::show()
{
    const std::chrono::milliseconds wait = crash_loop::wait(m_suddenEnds, m_clock.now());
    if (wait.count() > 0)
        showTrouble(wait);
    else
        work();
}

void KioskApplication::showTrouble(std::chrono::milliseconds wait)
{
    qCWarning(lcKiosk) << "The last starts ended without a word:" << m_suddenEnds.size();
    m_trouble =
        std::make_unique<ui::TroublePage>(ui::TroublePage::Parts{.clock = m_clock,
                                                                 .until = m_clock.now().addMSecs(wait.count()),
                                                                 .supportAddress = m_settings.upkeep().supportAddress,
                                                                 .textScale = m_settings.textScale()});
    // Not from within the page, which ends with that.
    connect(m_trouble.get(), &ui::TroublePage::tryAgain, this, &KioskApplication::work, Qt::QueuedConnection);
    ui::fillScreen(*m_trouble, m_settings.kiosk().screen);
    m_supervision.ready(); // As ready as it is: nobody is to start it anew for that.
}

void KioskApplication::work()
{
    if (m_station)
        return; // It was touched as its time came.
    m_trouble.reset();
    m_station = std::make_unique<KioskStation>(m_line, m_settings, m_clock, m_language);
    ui::KioskWindow &window = m_station->window();
    connect(&window, &ui::KioskWindow::usable, this, [this] {
        m_supervision.ready();
        m_settling.start();
        m_station->start();
    });
    connect(&window, &ui::KioskWindow::leavingAllowed, this, &KioskApplication::end);
    connect(&window, &ui::KioskWindow::callStageChanged, &m_supervision, &Supervision::onCallStage);
    window.fillScreen();
}

/// Of a kiosk that nobody uses; empty: it can be used, or is.
QString KioskApplication::activity() const
{
    if (!m_station)
        return QStringLiteral("trouble");
    if (m_station->window().page() != ui::KioskWindow::Page::Start)
        return {};
    switch (m_station->window().resting().kind()) {
    case ui::RestingPage::Kind::Closed:
        return QStringLiteral("closed");
    case ui::RestingPage::Kind::Outage:
        return QStringLiteral("outage");
    case ui::RestingPage::Kind::Start:
        break;
    }
    return {};
}

void KioskApplication::startAnew()
{
    m_nextStart = m_line;
    m_supervision.restarting();
    close();
}

void KioskApplication::activate(const QString &link)
{
    Q_UNUSED(link)
    if (m_station)
        m_station->window().raise();
}

void KioskApplication::end()
{
    m_supervision.stopping();
    close();
}

void KioskApplication::close()
{
    m_starts.settle();
    m_trouble.reset();
    if (m_station)
        m_station->window().closeNow();
    QCoreApplication::quit();
}

} // namespace teleconsult::app
