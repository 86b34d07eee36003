// How the engine's own pages say what has become of a device.
#pragma once

#include "ui/devices/device_preview.h"

#include <QHash>
#include <QVariant>

namespace teleconsult::ui {

/// The words of open_device.js and of the pages that use it; what is none of them is still starting.
inline DevicePreview::State deviceStateOf(const QVariant &word)
{
    using State = DevicePreview::State;
    static const QHash<QString, State> states{
        {QStringLiteral("working"), State::Working}, {QStringLiteral("off"), State::Off},
        {QStringLiteral("missing"), State::Missing}, {QStringLiteral("inUse"), State::InUse},
        {QStringLiteral("failed"), State::Failed},   {QStringLiteral("refused"), State::Refused}};
    return states.value(word.toString(), State::Starting);
}

} // namespace teleconsult::ui
