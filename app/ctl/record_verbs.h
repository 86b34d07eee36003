// The verbs about where records are kept.
#pragma once

#include "app/backend.h"
#include "app/ctl/exit_code.h"
#include "app/ctl/options.h"

namespace teleconsult::ctl {

/// What these verbs work with; it must outlive their tasks.
struct RecordParts
{
    app::Backend &backend;
    config::Settings &settings;
};

/// Moves this computer's records to the CRUD service of the options, or else of the settings, and prints what came of
/// it; the settings then name that service. A setting that is locked to another value is refused before anything is
/// sent. How far it is goes to standard error. Never an error.
Task<ExitCode> moveRecords(RecordParts parts, Options options);

/// Makes records of the backup that a move has left. Never an error.
Task<ExitCode> reopenRecords(RecordParts parts, Options options);

} // namespace teleconsult::ctl
