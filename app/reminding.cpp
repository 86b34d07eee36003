#include "app/reminding.h"

#include "ui/reminders/coming_consultations.h"
#include "ui/reminders/desktop_notifier.h"
#include "ui/reminders/reminders.h"
#include "ui/reminders/reminders_dialog.h"
#include "ui/reminders/tray.h"

#include <utility>

namespace teleconsult::app {

struct Reminding::Parts
{
    explicit Parts(Reminding &owner)
        : coming(owner.m_service, owner.m_settings, owner.m_clock),
          notifier(QDBusConnection::sessionBus()),
          reminders({.service = owner.m_service,
                     .settings = owner.m_settings,
                     .clock = owner.m_clock,
                     .coming = coming,
                     .notifier = notifier,
                     .attention = owner.m_attention}),
          tray(owner.m_service, owner.m_settings, owner.m_clock, coming)
    {}

    ui::ComingConsultations coming;
    ui::DesktopNotifier notifier;
    ui::Reminders reminders;
    ui::Tray tray;
};

Reminding::Reminding(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                     const ui::ReturnWatch &returns, ui::Attention attention)
    : m_service(service), m_settings(settings), m_clock(clock), m_attention(std::move(attention))
{
    // The timers of a machine that slept go on where they stopped.
    connect(&returns, &ui::ReturnWatch::returned, this, &Reminding::refresh);
}

Reminding::~Reminding() = default;

void Reminding::start()
{
    m_parts = std::make_unique<Parts>(*this);
    ui::TrayMenu &menu = m_parts->tray.menu();
    m_parts->notifier.setFallback([tray = &m_parts->tray](const ui::Notice &notice) {
        tray->tell(notice.consultationId, notice.title, notice.body);
    });
    connect(&m_parts->notifier, &ui::Notifier::joinRequested, this, &Reminding::joinRequested);
    connect(&m_parts->notifier, &ui::Notifier::showRequested, this, &Reminding::showRequested);
    connect(&menu, &ui::TrayMenu::joinRequested, this, &Reminding::joinRequested);
    connect(&menu, &ui::TrayMenu::showRequested, this, &Reminding::showRequested);
    connect(&menu, &ui::TrayMenu::windowRequested, this, &Reminding::windowRequested);
    connect(&menu, &ui::TrayMenu::quitRequested, this, &Reminding::quitRequested);
    // A panel may start after the program does, as at log-in.
    connect(&m_parts->coming, &ui::ComingConsultations::listed, this, &Reminding::followWishes);
    followWishes();
    m_parts->coming.start();
}

void Reminding::followWishes()
{
    m_parts->tray.setWanted(m_settings.wantsTray());
    // Reminders, too: known before the service cannot be reached, it is known then.
    m_parts->coming.setOwnWanted(m_parts->tray.isShown() || m_settings.reminders().wanted);
}

void Reminding::refresh()
{
    if (!m_parts)
        return;
    followWishes(); // Whether or not anything can be read now.
    m_parts->coming.read();
}

void Reminding::look()
{
    if (m_parts)
        m_parts->reminders.look();
}

bool Reminding::isInPanel() const
{
    return m_parts && m_parts->tray.isShown();
}

void Reminding::tellOfPanel()
{
    if (!std::exchange(m_hasToldOfPanel, true))
        m_parts->tray.tellOfPanel();
}

void Reminding::editSettings(QWidget *window)
{
    auto *dialog = new ui::RemindersDialog(m_settings, config::Autostart::ofThisProgram(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::RemindersDialog::changed, this, &Reminding::refresh);
    dialog->open();
}

} // namespace teleconsult::app
