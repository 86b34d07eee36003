// The running program: its parts and what leads from one to the other.
#pragma once

#include "app/backend.h"
#include "app/call_engine_loader.h"
#include "app/command_line.h"
#include "app/demo_clinic.h"
#include "app/interface_language.h"
#include "app/recovery.h"
#include "app/reminding.h"
#include "app/signing_in.h"
#include "app/supervision.h"
#include "core/config/pin.h"
#include "ui/main_window.h"
#include "ui/settings/privacy_page.h"
#include "ui/theme/theme.h"
#include "ui/waiting/return_watch.h"

#include <QObject>

#include <optional>

namespace teleconsult::app {

/// Wires the program together, in the order that a person sees: the window with the local agenda first, then whatever
/// is behind it (sandbox or Kaleyra, recovery, demo clinic), at last the call engine, while nobody is waiting. Made
/// after QApplication, destroyed before it.
class Application : public QObject
{
    Q_OBJECT
public:
    /// `policy`: checked (config::readPolicy).
    Application(CommandLine line, config::SettingValues policy);
    ~Application() override;

    /// Shows the window. Everything else follows by itself; at last the consultation that the command line's link leads
    /// to is opened, if there is a link.
    void show();
    /// Comes to the front, and opens the consultation that the link leads to, if there is a link.
    void activate(const QString &link, const QByteArray &token);
    /// Ends a call if there is one, closes the window, and with it the program. Asks nobody.
    void end();
    /// What the program is to be started with again, now that it has ended; nothing: it is not.
    const std::optional<CommandLine> &nextStart() const { return m_nextStart; }

    ProgramStatus status() const { return m_supervision.status(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void bringToFront();
    ui::MainWindow::Parts windowParts();
    void onAgendaUsable();
    void onBackendStarted(const Result<void> &started);
    void settleBackend(const Result<void> &started);
    void onSecretsChanged();
    void setUpSigningIn();
    void onPersonChanged();
    void makeDemoClinic();
    void removeDemoClinic();
    /// Where people sign in, they sign in or out; elsewhere it is a setting.
    void changePerson();
    /// Behind the PIN, if there is one.
    void openSettings(const QString &page);
    void showSettings(const QString &page);
    ui::PrivacyParts privacyParts();
    /// What the settings say by now holds at once, where it can.
    void useSettings();
    void changeLanguage(Language language);
    void changeAppearance(config::Appearance appearance);
    void connectReminders();
    void changeTextScale(std::optional<int> percent);
    bool mayRestartPlainly() const;
    void restartPlainly(const QString &consultationId);

    CommandLine m_line; ///< Its link until the backend is there to follow it.
    std::optional<CommandLine> m_nextStart;
    SystemClock m_clock;
    config::Settings m_settings;
    config::PinGate m_pin{m_settings, m_clock};
    config::PinGate m_receptionPin{m_settings, m_clock, config::Pin::Reception};
    InterfaceLanguage m_language;
    ui::Theme m_theme{m_settings.textScale()};
    Backend m_backend;
    CallEngineLoader m_callEngine;
    Supervision m_supervision;
    DemoClinic m_demo;
    ui::ReturnWatch m_returns;
    ui::MainWindow m_window;
    Reminding m_reminding;
    Recovery m_recovery{m_backend};
    std::unique_ptr<SigningIn> m_signingIn; ///< Null: nobody signs in here.
    bool m_isUsable = false;
    bool m_started = false;
    bool m_lacksSecret = false; ///< The backend could not be started for want of one.
};

} // namespace teleconsult::app
