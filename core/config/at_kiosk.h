// Whether this station is a kiosk.
#pragma once

#include "core/config/settings.h"

namespace teleconsult::config {

/// Anybody may stand there: what would save, print, copy or hand on something of a consultation is not offered
/// (docs/kiosk-escapes.md). Everything that asks asks this.
inline bool isAtKiosk(const SettingSources &sources)
{
    return stationProfileOf(sources) == StationProfile::Kiosk;
}

} // namespace teleconsult::config
