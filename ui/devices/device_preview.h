// Camera, microphone and loudspeaker as the engine sees them.
#pragma once

#include "core/config/device_choice.h"

#include <QStringList>
#include <QWidget>

namespace teleconsult::ui {

/// Shows the camera's picture and measures the microphone. The devices are let go of with it.
class DevicePreview : public QWidget
{
    Q_OBJECT
public:
    enum class State {
        Starting,
        Working,
        Off,     ///< Not wanted.
        Missing, ///< There is none, or none that can be used.
        InUse,   ///< Another program holds it, or it does not answer.
        /// What tries it out has stopped working; it begins again by itself, a few times. Of a loudspeaker: the test
        /// sound could not be played through it.
        Failed,
        Refused, ///< The system does not let programs use it.
    };
    Q_ENUM(State)

    /// What is there, by name; once the devices may be used.
    struct Devices
    {
        QStringList cameras;
        QStringList microphones;
        QStringList speakers;

        friend bool operator==(const Devices &, const Devices &) = default;
    };

    using QWidget::QWidget;

    /// Uses these from now on, those that are plugged in later, too; may be called again, which tries each anew.
    virtual void use(const config::DeviceChoice &choice) = 0;
    virtual void playTestSound() = 0;

signals:
    void devicesFound(const teleconsult::ui::DevicePreview::Devices &devices);
    void stateChanged(teleconsult::ui::DevicePreview::State camera, teleconsult::ui::DevicePreview::State microphone);
    /// Starting, Working (there is one, and nothing has shown that it does not work), Missing or Failed.
    void speakerStateChanged(teleconsult::ui::DevicePreview::State speaker);
    /// How loud it is, from 0 to 1, ten times a second.
    void levelChanged(double level);
};

} // namespace teleconsult::ui
