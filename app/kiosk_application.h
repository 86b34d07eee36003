// The running program at the reception: its parts and what leads from one to the other.
#pragma once

#include "app/backend.h"
#include "app/call_engine_loader.h"
#include "app/command_line.h"
#include "app/demo_clinic.h"
#include "app/interface_language.h"
#include "app/kiosk_storage.h"
#include "app/recovery.h"
#include "app/start_journal.h"
#include "app/supervision.h"
#include "ui/kiosk/kiosk_window.h"
#include "ui/kiosk/trouble_page.h"
#include "ui/theme/theme.h"
#include "ui/waiting/return_watch.h"

#include <QObject>

namespace teleconsult::app {

/// Whether the settings make this start a kiosk's.
bool isKiosk(const CommandLine &line, const config::SettingValues &policy);

/// What Application is to a desktop: the same backend and engine behind another window (docs/decisions/0016-kiosk.md).
/// No reminders, no icon, no links, no settings dialog: nobody is there whose they would be. Where the sandbox is used
/// there is a demo clinic, so that a kiosk can be tried out.
class KioskApplication : public QObject
{
    Q_OBJECT
public:
    /// `policy`: checked (config::readPolicy).
    KioskApplication(CommandLine line, config::SettingValues policy);
    ~KioskApplication() override;

    void show();
    /// A link that is followed leads nowhere here: a patient enters with a code.
    void activate(const QString &link);
    /// Ends a call if there is one, closes the window, and with it the program. Asks nobody.
    void end();
    /// What it is to be started with again, now that it has ended (Supervision); nothing: it is not.
    const std::optional<CommandLine> &nextStart() const { return m_nextStart; }
    ProgramStatus status() const;

private:
    /// Instead of the window, when the last starts ended without a word (core/domain/crash_loop.h).
    void showTrouble(std::chrono::milliseconds wait);
    void startAnew();
    void onUsable();
    void settleBackend(const Result<void> &started);
    void useLanguage(std::optional<Language> language);

    CommandLine m_line;
    std::optional<CommandLine> m_nextStart;
    SystemClock m_clock;
    StartJournal m_starts;
    QList<QDateTime> m_suddenEnds; ///< Before this start.
    config::Settings m_settings;
    InterfaceLanguage m_language;
    ui::Theme m_theme;
    Backend m_backend;
    KioskStorage m_storage;
    CallEngineLoader m_callEngine;
    Supervision m_supervision;
    DemoClinic m_demo;
    ui::ReturnWatch m_returns;
    ui::KioskWindow m_window;
    std::unique_ptr<ui::TroublePage> m_trouble; ///< Null: all is well.
    Recovery m_recovery{m_backend};
};

} // namespace teleconsult::app
