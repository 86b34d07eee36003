// What a kiosk does that cannot start.
#pragma once

#include "app/command_line.h"

namespace teleconsult::app {

/// Shows `reason`, a sentence in the interface's language, on the kiosk's screen, with whom to call as far as the
/// settings say it (`policy`: checked, or empty when it is what is wrong), and reports to the service manager as ready:
/// nobody is to kill it for that. After crash_loop::firstWait, or when somebody does not want to wait, true: the
/// program is to be started again, so whoever mends the cause need not touch the kiosk. False: it was asked to end. In
/// the place of the program's event loop; made for the time before there is an application.
bool tellAtKiosk(const CommandLine &line, const config::SettingValues &policy, const QString &reason);

} // namespace teleconsult::app
