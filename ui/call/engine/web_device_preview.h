// The device check, in the engine that the calls use: what works here works there.
#pragma once

#include "ui/call/engine/device_page.h"
#include "ui/devices/device_preview.h"

#include <QTimer>
#include <QVariantMap>

namespace teleconsult::ui {

/// Shows engine/page/preview.html.
class WebDevicePreview final : public DevicePreview
{
    Q_OBJECT
public:
    WebDevicePreview(QWebEngineProfile *profile, QWidget *parent);

    void use(const config::DeviceChoice &choice) override;
    void playTestSound() override;
    DevicePage *page() { return &m_page; }

private:
    void begin();
    void tell(State camera, State microphone);
    void tellSpeaker(State speaker);
    void ask();
    void onFacts(const QVariantMap &facts);

    config::DeviceChoice m_choice;
    Devices m_devices;
    State m_camera = State::Starting;
    State m_microphone = State::Starting;
    State m_speaker = State::Starting;
    QTimer m_timer;
    DevicePage m_page;
};

} // namespace teleconsult::ui
