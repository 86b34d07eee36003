#include "app/ctl/exit_code.h"

#include "core/api/api_errors.h"

namespace teleconsult::ctl {

ExitCode exitCodeForStatus(int status)
{
    if (status < 400)
        return ExitCode::Done;
    switch (status) {
    case 401:
    case 403:
        return ExitCode::Unauthorized;
    case 404:
        return ExitCode::NotFound;
    case 409:
        return ExitCode::Conflict;
    case 500:
        return ExitCode::Installation;
    default:
        return status < 500 ? ExitCode::Refused : ExitCode::PeerFailed;
    }
}

ExitCode exitCodeFor(const Error &error)
{
    if (error.code == QLatin1String("sandbox_in_use"))
        return ExitCode::InUse;
    if (error.field.startsWith(QLatin1String("--")))
        return ExitCode::Usage;
    return exitCodeForStatus(api::errorAnswer(error).status);
}

} // namespace teleconsult::ctl
