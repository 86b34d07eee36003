// How teleconsultctl ends. Scripts branch on it, so a number keeps its meaning (packaging/teleconsultctl.1).
#pragma once

#include "core/domain/error.h"

namespace teleconsult::ctl {

enum class ExitCode {
    Done = 0,
    PeerFailed = 1,   ///< Kaleyra or the CRUD service failed or cannot be reached; doctor: something is to be mended.
    Usage = 2,        ///< The command line is wrong.
    Refused = 3,      ///< The input breaks a rule.
    NotFound = 4,     ///< There is no such consultation.
    Unauthorized = 5, ///< The caller has no part in it.
    Conflict = 6,     ///< It can no longer be changed, or somebody else changed it; not all can be moved.
    Installation = 7, ///< Settings, key, records or folder of this computer.
    InUse = 8,        ///< Another program runs the sandbox on this data folder.
    Interrupted = 9,  ///< A signal came first. What was begun is settled by the next program that starts.
};

/// An error whose field is an option is one of usage.
ExitCode exitCodeFor(const Error &error);
/// For an answer of the API (core/api).
ExitCode exitCodeForStatus(int status);

} // namespace teleconsult::ctl
