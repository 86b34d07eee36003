// The running program: its parts and what leads from one to the other.
#pragma once

#include "app/backend.h"
#include "app/call_engine_loader.h"
#include "app/demo_clinic.h"
#include "app/interface_language.h"
#include "app/places.h"
#include "app/reminding.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QObject>

namespace teleconsult::app {

/// Wires the program together, in the order that a person sees: the window with the local agenda first, then whatever
/// is behind it (sandbox or Kaleyra, recovery, demo clinic), at last the call engine, while nobody is waiting. Made
/// after QApplication, destroyed before it.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(const Places &places);
    ~Application() override;

    /// Shows the window. Everything else follows by itself; at last the consultation that the link leads to is opened,
    /// if there is a link.
    void show(const QString &link = {});
    /// Comes to the front, and opens the consultation that the link leads to, if there is a link.
    void activate(const QString &link);
    /// Ends a call if there is one, closes the window, and with it the program. Asks nobody.
    void end();

private:
    void bringToFront();
    ui::MainWindow::Parts windowParts(const Places &places);
    void onAgendaUsable();
    void onBackendStarted(const Result<void> &started);
    void makeDemoClinic();
    void removeDemoClinic();
    void editStation();
    void changeLanguage(Language language);
    void changeAppearance(config::Appearance appearance);
    void connectReminders();
    void changeTextScale(std::optional<int> percent);

    SystemClock m_clock;
    config::Settings m_settings;
    InterfaceLanguage m_language;
    ui::Theme m_theme{m_settings.textScale()};
    Backend m_backend;
    CallEngineLoader m_callEngine;
    DemoClinic m_demo;
    ui::MainWindow m_window;
    Reminding m_reminding;
    QString m_firstLink; ///< From the command line, until the backend is there to follow it.
    bool m_started = false;
};

} // namespace teleconsult::app
