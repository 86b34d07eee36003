// What would keep a kiosk from doing its work, as far as its settings tell.
#pragma once

#include "core/config/settings.h"

namespace teleconsult::checks {

/// One thing that a kiosk lacks.
struct KioskLack
{
    enum class What {
        NoKey,              ///< No code opens a call.
        BadKey,             ///< The same; `error` says why.
        NoReceptionPin,     ///< Nobody can open the agenda there.
        NoSettingsPin,      ///< Nobody can leave it at its screen.
        NoSupport,          ///< It cannot say whom to call.
        UnreachableSupport, ///< No telephone can do anything with what it says.
    };

    What what = What::NoKey;
    Error error = {}; ///< What::BadKey.

    /// Patients cannot use it at all; otherwise something is missing that staff would want.
    bool isGrave() const { return what == What::NoKey || what == What::BadKey; }
};

/// What is graver comes first. Reads the file of the appointment key.
QList<KioskLack> lacksOfKiosk(const config::Settings &settings);

} // namespace teleconsult::checks
