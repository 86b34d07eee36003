// teleconsultctl config pin: a station's PIN, without a screen.
#pragma once

#include "app/ctl/exit_code.h"
#include "app/ctl/options.h"
#include "core/config/settings.h"

namespace teleconsult::ctl {

/// Asks for the PIN twice at a terminal, which does not show it, or reads a line of standard input; never an argument,
/// which others can see. Writes its hash into the settings file, or prints it for a policy.
ExitCode setPin(const Options &options, config::Settings &settings);

} // namespace teleconsult::ctl
