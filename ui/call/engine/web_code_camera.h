// Codes read by the camera that the calls use, through the engine: no second way to a camera.
#pragma once

#include "core/async/serial_executor.h"
#include "ui/call/engine/device_page.h"
#include "ui/devices/code_camera.h"

#include <QTimer>

namespace teleconsult::ui {

/// Shows engine/page/scan.html and asks it for one picture after another, of which the next is asked for when the codes
/// in the one before have been looked for, on a thread of its own. Reads what is seen on the screen, not more.
class WebCodeCamera final : public CodeCamera
{
    Q_OBJECT
public:
    WebCodeCamera(QWebEngineProfile *profile, QWidget *parent);

    void use(const config::DeviceChoice &choice) override;
    DevicePage *page() { return &m_page; }

private:
    void begin();
    void ask();
    void onPicture(const QVariantMap &picture);
    void tell(State camera);

    config::DeviceChoice m_choice;
    bool m_isWanted = false;
    State m_camera = State::Starting;
    QTimer m_next;
    SerialExecutor m_reader; ///< Waited for before the page goes.
    DevicePage m_page;
};

} // namespace teleconsult::ui
