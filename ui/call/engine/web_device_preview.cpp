#include "ui/call/engine/web_device_preview.h"

#include "ui/call/engine/device_state.h"
#include "ui/call/engine/page_script.h"

#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds interval{100};

} // namespace

WebDevicePreview::WebDevicePreview(QWebEngineProfile *profile, QWidget *parent)
    : DevicePreview(parent), m_page(profile, QStringLiteral("preview"), this)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_page.view());
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &WebDevicePreview::ask);
    connect(&m_page, &DevicePage::loaded, this, &WebDevicePreview::begin);
    connect(&m_page, &DevicePage::lost, this, [this] {
        m_timer.stop();
        tell(State::Failed, State::Failed);
        tellSpeaker(State::Starting);
    });
}

void WebDevicePreview::use(const config::DeviceChoice &choice)
{
    m_choice = choice;
    begin();
}

void WebDevicePreview::begin()
{
    if (!m_page.isLoaded())
        return;
    m_page.run(QStringLiteral("preview.use(%1)").arg(toJavaScript(m_choice)));
    m_timer.start();
}

void WebDevicePreview::playTestSound()
{
    m_page.run(QStringLiteral("preview.play()"));
}

void WebDevicePreview::ask()
{
    m_page.ask(QStringLiteral("preview.facts()"), [this](const QVariantMap &facts) { onFacts(facts); });
}

void WebDevicePreview::onFacts(const QVariantMap &facts)
{
    const Devices devices{.cameras = facts.value(QStringLiteral("cameras")).toStringList(),
                          .microphones = facts.value(QStringLiteral("microphones")).toStringList(),
                          .speakers = facts.value(QStringLiteral("speakers")).toStringList()};
    if (std::exchange(m_devices, devices) != devices)
        emit devicesFound(devices);
    tell(deviceStateOf(facts.value(QStringLiteral("camera"))),
         deviceStateOf(facts.value(QStringLiteral("microphone"))));
    tellSpeaker(deviceStateOf(facts.value(QStringLiteral("speaker"))));
    emit levelChanged(facts.value(QStringLiteral("level")).toDouble());
}

void WebDevicePreview::tell(State camera, State microphone)
{
    if (camera == m_camera && microphone == m_microphone)
        return;
    m_camera = camera;
    m_microphone = microphone;
    emit stateChanged(camera, microphone);
}

void WebDevicePreview::tellSpeaker(State speaker)
{
    if (std::exchange(m_speaker, speaker) != speaker)
        emit speakerStateChanged(speaker);
}

} // namespace teleconsult::ui
