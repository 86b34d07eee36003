// A kiosk with a clinic of its own: real service, records, sandbox and call engine. Only its clock is set.
#pragma once

#include "tests/ui/kiosk/kiosk_hands.h"
#include "tests/ui/support/clinic.h"
#include "ui/call/engine/call_engine_plugin.h"
#include "ui/kiosk/kiosk_window.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace teleconsult::soak {

/// Shown, at its start. Its clock goes on as the machine's does, and jumps where nothing would happen (skip()). Make it
/// after QApplication.
class SoakKiosk final : public test::KioskHands
{
public:
    SoakKiosk();
    ~SoakKiosk() override;

    ui::KioskWindow &kiosk() const override { return *m_window; }
    test::Clinic &clinic() { return m_clinic; }
    ui::CallFlow &flow() const;
    /// Where the call pages keep what they keep.
    QString storageDir() const { return m_storage.path(); }

    /// Of the patient: who is no doctor.
    QString codeOf(const Teleconsultation &consultation);
    void skip(std::chrono::minutes time) { m_clinic.clock().advance(time); }

    /// The process of the call's page, or of the page that tries the devices out; 0: there is none.
    pid_t pageProcess() const;
    /// Every text that the kiosk's widgets hold, to be seen or not.
    QString allTexts() const;

private:
    test::Clinic m_clinic;
    QTemporaryDir m_folder;
    QTemporaryDir m_storage;
    std::unique_ptr<ui::CallEnginePlugin> m_engine;
    std::unique_ptr<ui::KioskWindow> m_window; ///< Goes before the engine.
    QElapsedTimer m_sinceTick;
    QTimer m_tick;
};

} // namespace teleconsult::soak
