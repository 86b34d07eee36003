// What is wrong with the sources of settings, and stops nobody.
#pragma once

#include "core/config/setting_sources.h"

#include <QList>

namespace teleconsult::config {

/// Values of the environment and of the user's file that are out of range and therefore passed over, and keys and lines
/// of the file that are none. Kind Invalid, `field` the variable or key (empty for a line), `message` says what is
/// wrong; codes setting_out_of_range, setting_unknown, not_ini. Not what must be right: Settings' own functions tell of
/// that.
QList<Error> mistakesIn(const SettingSources &sources);

} // namespace teleconsult::config
