// Carrying out what was asked for.
#pragma once

#include "app/backend.h"
#include "app/ctl/exit_code.h"
#include "app/ctl/options.h"
#include "core/api/api.h"

namespace teleconsult::ctl {

/// Carries out a verb against the backend and prints the outcome. Does not own what it is given; whoever destroys it
/// ends the backend first (Backend::end).
class Commands
{
public:
    /// What the verbs work with; all of it must outlive them.
    struct Parts
    {
        app::Backend &backend;
        config::Settings &settings; ///< Written by records move.
        const Clock &clock;
    };

    Commands(Parts parts, Options options);

    /// Every verb but serve and completion. Never an error: what fails is printed, and told by the code. When the
    /// answer is out, what an earlier run or this one left open is settled as far as it can be.
    Task<ExitCode> carryOut();

private:
    Task<ExitCode> callApi();
    Task<ExitCode> list();
    Task<ExitCode> showCompany();
    Task<QList<checks::Check>> look();
    Task<ExitCode> examine();
    Task<ExitCode> report();
    QString peerName(const QString &otherwise) const;
    ExitCode tell(const Error &error, const QString &peer) const;

    Parts m_parts;
    Options m_options;
    api::Api m_api;
};

/// An error of this computer or of a peer, in words or as the API's body.
ExitCode tellError(const Error &error, const QString &peer, bool asJson);

} // namespace teleconsult::ctl
