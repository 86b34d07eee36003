// teleconsultctl status: asking the program that runs on a data folder.
#pragma once

#include "app/ctl/exit_code.h"
#include "app/ctl/options.h"

namespace teleconsult::ctl {

/// Asks the window or kiosk that runs on the data folder of `options`, and prints what it says. PeerFailed when none
/// runs or it does not answer. Waits for the answer, five seconds at most.
ExitCode showStatus(const Options &options);

} // namespace teleconsult::ctl
