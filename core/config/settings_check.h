// What is wrong with settings.
#pragma once

#include "core/config/setting_sources.h"

#include <QList>

namespace teleconsult::config {

class Settings;

/// Values of the environment and of the user's file that are out of range and therefore passed over, and keys and lines
/// of the file that are none. Kind Invalid, `field` the variable or key (empty for a line), `message` says what is
/// wrong; codes setting_out_of_range, setting_unknown, not_ini. Not what must be right: failuresOf() tells of that.
QList<Error> mistakesIn(const SettingSources &sources);

/// What must be right and is not, so that something does not work at all, in the order in which the program needs it:
/// the errors of Settings' own functions, each once. Where another service does the work, not what counts there only.
QList<Error> failuresOf(const Settings &settings);

} // namespace teleconsult::config
