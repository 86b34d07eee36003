// What a kiosk works with: everything behind its window, and the window.
#pragma once

#include "app/backend.h"
#include "app/call_engine_loader.h"
#include "app/command_line.h"
#include "app/demo_clinic.h"
#include "app/interface_language.h"
#include "app/kiosk_storage.h"
#include "app/recovery.h"
#include "ui/kiosk/kiosk_window.h"
#include "ui/waiting/return_watch.h"

#include <QObject>

namespace teleconsult::app {

/// The heavy part of a KioskApplication, which is made only when nothing speaks against it. Made after the Theme; does
/// not own what it is given, which outlives it.
class KioskStation : public QObject
{
    Q_OBJECT
public:
    KioskStation(const CommandLine &line, config::Settings &settings, const Clock &clock, InterfaceLanguage &language);
    ~KioskStation() override;

    ui::KioskWindow &window() { return m_window; }
    const ui::KioskWindow &window() const { return m_window; }
    /// Empty while the call engine is not loaded.
    QString engineVersion() const { return m_callEngine.engineVersion(); }
    /// What a patient does not see: the backend, what was left undone, the call engine. Once the window can be used.
    void start();

private:
    void settleBackend(const Result<void> &started);
    void useLanguage(std::optional<Language> language);

    config::Settings &m_settings;
    InterfaceLanguage &m_language;
    Backend m_backend;
    KioskStorage m_storage;
    CallEngineLoader m_callEngine;
    DemoClinic m_demo;
    ui::ReturnWatch m_returns;
    ui::KioskWindow m_window;
    Recovery m_recovery{m_backend};
};

} // namespace teleconsult::app
