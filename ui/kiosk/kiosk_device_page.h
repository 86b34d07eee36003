// Camera and microphone at the kiosk, before the waiting room.
#pragma once

#include "core/config/settings.h"
#include "ui/call/call_engine.h"
#include "ui/kiosk/choice_page.h"

#include <QPointer>

class QProgressBar;

namespace teleconsult::ui {

/// Shows a person to themselves, says how loud the microphone hears them, and plays a sound. There is nothing to
/// choose: which devices are used is the clinic's affair (DeviceDialog is for who may choose). The devices are held
/// only while it is shown.
class KioskDevicePage : public ChoicePage
{
    Q_OBJECT
public:
    explicit KioskDevicePage(QWidget *parent = nullptr);

    /// Takes the preview over.
    void begin(DevicePreview *preview, const config::DeviceChoice &devices);
    /// There is no preview to be had: it is said so, and the call can be gone into.
    void beginWithout();
    /// Lets go of the devices.
    void end();

    QPushButton *continueButton() const { return m_continue; }

signals:
    void continued();
    /// Back to the start: whose devices do not work need not go on.
    void declined();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState(DevicePreview::State camera, DevicePreview::State microphone);
    QString problem() const;
    void retranslate();

    QPointer<DevicePreview> m_preview;
    DevicePreview::State m_camera = DevicePreview::State::Starting;
    DevicePreview::State m_microphone = DevicePreview::State::Starting;
    DevicePreview::State m_speaker = DevicePreview::State::Starting;
    QWidget *m_picture;
    QProgressBar *m_level;
    QPushButton *m_back;
    QPushButton *m_sound;
    QPushButton *m_continue;
};

} // namespace teleconsult::ui
