// Which camera, microphone and loudspeaker a station uses.
#pragma once

#include <QString>

namespace teleconsult::config {

/// By the names that the devices give themselves: the engine's ids differ from page to page. Empty: whichever the
/// system prefers. A device that is not there any more is passed over. A value.
struct DeviceChoice
{
    QString camera;
    QString microphone;
    QString speaker;
    bool withoutCamera = false; ///< Calls are entered with the camera off.

    friend bool operator==(const DeviceChoice &, const DeviceChoice &) = default;
};

/// Whether a station is to try its devices out before its next call.
enum class DeviceCheck {
    Due,   ///< It never has, or a device that was chosen is gone.
    Done,  ///< One click leads into the call.
    Never, ///< The person does not want to be asked.
};
QString toCode(DeviceCheck check); ///< "due", "done" or "never".

} // namespace teleconsult::config
