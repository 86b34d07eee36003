// What this installation was told, for another one.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>

namespace teleconsult::config {

class Settings;

enum class ExportForm {
    Environment, ///< KEY=VALUE lines that systemd, Docker and readEnvironmentText() read.
    Ini,         ///< As the user's own file.
};

/// The values that hold and are not the defaults, wherever they come from; neither secrets nor the program's own notes.
/// In the environment form a list with a comma within an entry is left out and named in a comment: it cannot be said
/// there. Error of kind Storage, code file_unwritable: there is no room for temporary files.
Result<QByteArray> exportSettings(const Settings &settings, ExportForm form);

} // namespace teleconsult::config
