// The device check, in the engine that the calls use: what works here works there.
#pragma once

#include "ui/devices/device_preview.h"

#include <QTimer>
#include <QVariantMap>

#include <memory>

class QWebEngineProfile;
class QWebEngineView;

namespace teleconsult::ui {

/// Shows engine/page/preview.html, which nothing but this talks to. The profile must outlive it, or shutDown() be
/// called before it goes.
class WebDevicePreview final : public DevicePreview
{
    Q_OBJECT
public:
    WebDevicePreview(QWebEngineProfile *profile, QWidget *parent);
    ~WebDevicePreview() override;

    void use(const config::DeviceChoice &choice) override;
    void playTestSound() override;
    void shutDown();

private:
    void load();
    void begin();
    void onLost();
    void tell(State camera, State microphone);
    void ask();
    void onFacts(const QVariantMap &facts);

    std::unique_ptr<QWebEngineView> m_view;
    config::DeviceChoice m_choice;
    Devices m_devices;
    State m_camera = State::Starting;
    State m_microphone = State::Starting;
    bool m_isLoaded = false;
    int m_losses = 0;
    QTimer m_timer;
    QTimer m_reload;
};

} // namespace teleconsult::ui
