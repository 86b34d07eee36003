// The verbs about settings. They need neither the backend nor a network.
#pragma once

#include "app/ctl/exit_code.h"
#include "app/ctl/options.h"
#include "core/config/settings.h"

namespace teleconsult::ctl {

bool isConfigVerb(Verb verb);

/// Carries one out and prints the outcome. Secrets are shown as set or not set only.
ExitCode carryOutConfig(const Options &options, config::Settings &settings);

} // namespace teleconsult::ctl
