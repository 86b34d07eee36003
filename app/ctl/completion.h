// Completion of teleconsultctl's command line in shells.
#pragma once

#include <QString>

namespace teleconsult::ctl {

/// The script for "bash", "zsh" or "fish", made from the commands themselves (describeCommands), so that it knows them
/// all.
QString completionScript(const QString &shell);

} // namespace teleconsult::ctl
