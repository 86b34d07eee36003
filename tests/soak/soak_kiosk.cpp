#include "tests/soak/soak_kiosk.h"

#include "app/graphics_driver.h"
#include "core/service/appointments.h"
#include "tests/ui/support/keyboard.h"
#include "ui/kiosk/visit_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QTextEdit>
#include <QWebEnginePage>
#include <QWebEngineView>

namespace teleconsult::soak {

namespace {

/// Nobody stands still for so long that they would be taken for gone, on however slow a machine.
constexpr std::chrono::seconds idle{120};
constexpr std::chrono::seconds countdown{1};
constexpr std::chrono::milliseconds tick{50};

} // namespace

SoakKiosk::SoakKiosk() : m_engine(std::make_unique<ui::CallEnginePlugin>())
{
    if (!app::loadGraphicsDriver()) // As the program does it.
        m_engine->drawPlainly();
    test::writeAppointmentKey(m_clinic.settings(), m_folder.path());
    m_window = std::make_unique<ui::KioskWindow>(
        ui::KioskWindow::Parts{.service = m_clinic.service(),
                               .settings = m_clinic.settings(),
                               .clock = m_clinic.clock(),
                               .callEngine = [this]() -> Result<ui::CallEngine *> { return m_engine.get(); },
                               .callStorageDir = storageDir(),
                               .callAllowedHosts = {},
                               .idle = idle,
                               .countdown = countdown});
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    if (!test::waitUntilActive(*m_window))
        qFatal("No window");
    m_tick.setInterval(tick);
    QObject::connect(&m_tick, &QTimer::timeout, &m_tick,
                     [this] { m_clinic.clock().advance(std::chrono::milliseconds(m_sinceTick.restart())); });
    m_sinceTick.start();
    m_tick.start();
}

SoakKiosk::~SoakKiosk()
{
    m_window->closeNow();
    if (!test::waitUntil([this] { return m_window->isIdle(); }))
        qFatal("The kiosk is still at work");
    m_window.reset();
}

ui::CallFlow &SoakKiosk::flow() const
{
    return find<ui::VisitPage>("kioskVisit")->flow();
}

QString SoakKiosk::codeOf(const Teleconsultation &consultation)
{
    for (const Participant &participant : consultation.participants) {
        if (!participant.groups.contains(QStringLiteral("doctor")))
            return service::appointmentCodeFor(m_clinic.settings(), consultation, participant.kaleyraUserId)
                .value_or(QString());
    }
    return {};
}

pid_t SoakKiosk::pageProcess() const
{
    const QWidget *shown = flow().view();
    if (!shown)
        shown = m_window->findChild<ui::DevicePreview *>();
    const auto *view = shown ? shown->findChild<QWebEngineView *>() : nullptr;
    return view ? pid_t(view->page()->renderProcessPid()) : 0;
}

QString SoakKiosk::allTexts() const
{
    QStringList all{m_window->windowTitle()};
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            all << label->text();
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            all << line->text();
        else if (const auto *text = qobject_cast<const QTextEdit *>(widget))
            all << text->toPlainText();
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace teleconsult::soak
