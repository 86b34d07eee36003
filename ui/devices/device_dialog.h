// Trying out camera, microphone and loudspeaker before anybody waits.
#pragma once

#include "core/config/settings.h"
#include "ui/devices/device_preview.h"
#include "ui/widgets/framed_dialog.h"

class QCheckBox;
class QComboBox;
class QProgressBar;
class QPushButton;

namespace teleconsult::ui {

class Field;

/// Shows what the camera sees and how loud the microphone hears, plays a sound, and says what to do when a device is
/// missing, in use or refused; what another program or the system withholds can be tried again. Saves the choice to the
/// settings, for this station's calls. Modal to its parent's window, shown with open(). The settings must outlive it.
class DeviceDialog final : public FramedDialog
{
    Q_OBJECT
public:
    /// Takes the preview over.
    DeviceDialog(config::Settings &settings, DevicePreview *preview, QWidget *parent);

    /// Keeps what is chosen, and closes.
    void save();

private:
    void build();
    void offer(const DevicePreview::Devices &devices);
    void showState(DevicePreview::State camera, DevicePreview::State microphone);
    void showSpeaker(DevicePreview::State speaker);
    void choose();
    void retranslate() override;
    void fill(QComboBox *box, const QStringList &names, const QString &chosen);
    /// What to do; empty when it works.
    QString advice(DevicePreview::State state, bool isCamera) const;

    config::Settings &m_settings;
    config::DeviceChoice m_choice;
    DevicePreview::Devices m_devices;
    DevicePreview::State m_cameraState = DevicePreview::State::Starting;
    DevicePreview::State m_microphoneState = DevicePreview::State::Starting;
    DevicePreview::State m_speakerState = DevicePreview::State::Starting;

    DevicePreview *m_preview;
    QComboBox *m_camera;
    QComboBox *m_microphone;
    QComboBox *m_speaker;
    Field *m_cameraField;
    Field *m_microphoneField;
    Field *m_speakerField;
    QProgressBar *m_level;
    QPushButton *m_sound;
    QCheckBox *m_withoutCamera;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace teleconsult::ui
