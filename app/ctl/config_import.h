// teleconsultctl config import: taking over what another installation was told.
#pragma once

#include "app/ctl/exit_code.h"
#include "app/ctl/options.h"
#include "core/config/settings.h"
#include "core/config/settings_import.h"

namespace teleconsult::ctl {

/// What became of the API key that a file gives.
enum class KeyFate {
    LeftOut,
    Stored, ///< In the store for secrets.
};

/// Takes the options' file over, all of it or nothing, and prints what came of it. The API key goes into the store for
/// secrets, and only on somebody's word: --with-key, or the answer to a question where a terminal is.
ExitCode importFile(const Options &options, config::Settings &settings);

/// What was found in a file, for whoever has it taken over or looked at.
void tellImport(const Options &options, const config::SettingsImport &import, KeyFate key);

} // namespace teleconsult::ctl
