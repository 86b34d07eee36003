// The camera as a reader of codes.
#pragma once

#include "ui/devices/device_preview.h"

#include <QByteArray>
#include <QList>

namespace teleconsult::ui {

/// Shows what the camera sees, with a frame where a code is to be held, and reads the QR codes in it. No picture is
/// kept. The camera is let go of with it.
class CodeCamera : public QWidget
{
    Q_OBJECT
public:
    using State = DevicePreview::State;

    using QWidget::QWidget;

    /// Uses the camera of this choice from now on; once.
    virtual void use(const config::DeviceChoice &choice) = 0;

signals:
    void stateChanged(teleconsult::ui::DevicePreview::State camera);
    /// What the codes in one picture hold, several times a second; empty: there was none. Anybody can have made them.
    void seen(const QList<QByteArray> &contents);
};

} // namespace teleconsult::ui
