// The running program at the reception: its parts and what leads from one to the other.
#pragma once

#include "app/command_line.h"
#include "app/interface_language.h"
#include "app/kiosk_station.h"
#include "app/start_journal.h"
#include "app/supervision.h"
#include "ui/kiosk/trouble_page.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace teleconsult::app {

/// Whether the settings make this start a kiosk's.
bool isKiosk(const CommandLine &line, const config::SettingValues &policy);

/// What Application is to a desktop: the same backend and engine behind another window (docs/decisions/0016-kiosk.md).
/// No reminders, no icon, no links, no settings dialog: nobody is there whose they would be. Where the sandbox is used
/// there is a demo clinic, so that a kiosk can be tried out.
/// In the order in which it can fail: the start is written down, then the settings are read, then what a start that has
/// failed again and again must not touch is made (KioskStation).
class KioskApplication : public QObject
{
    Q_OBJECT
public:
    /// `policy`: checked (config::readPolicy).
    KioskApplication(CommandLine line, config::SettingValues policy);

    void show();
    /// A link that is followed leads nowhere here: a patient enters with a code.
    void activate(const QString &link);
    /// Ends a call if there is one, closes the window, and with it the program. Asks nobody.
    void end();
    /// What it is to be started with again, now that it has ended (Supervision); nothing: it is not.
    const std::optional<CommandLine> &nextStart() const { return m_nextStart; }
    ProgramStatus status() const { return m_supervision.status(); }

private:
    /// Instead of the station, when the last starts ended without a word (core/domain/crash_loop.h).
    void showTrouble(std::chrono::milliseconds wait);
    void work();
    QString activity() const;
    void startAnew();
    void close();

    CommandLine m_line;
    std::optional<CommandLine> m_nextStart;
    SystemClock m_clock;
    StartJournal m_starts;
    QList<QDateTime> m_suddenEnds; ///< Before this start.
    config::Settings m_settings;
    InterfaceLanguage m_language;
    ui::Theme m_theme;
    Supervision m_supervision;
    std::unique_ptr<ui::TroublePage> m_trouble; ///< Null: all is well.
    std::unique_ptr<KioskStation> m_station;    ///< Null: not begun, for trouble.
    QTimer m_settling;                          ///< From when it can be used on.
};

} // namespace teleconsult::app
