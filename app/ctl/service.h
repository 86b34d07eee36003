// The API over HTTP, for as long as the program runs.
#pragma once

#include "app/ctl/exit_code.h"
#include "app/recovery.h"
#include "app/service_manager.h"
#include "core/api/api_server.h"

#include <functional>

namespace teleconsult::ctl {

/// Starts the backend, serves, and settles what an earlier run or an operation of this one left open. Does not own what
/// it is given, which must outlive it.
class Service
{
public:
    /// What is served, and how it is set up; both must outlive it.
    struct Parts
    {
        app::Backend &backend;
        const config::Settings &settings;
    };

    Service(Parts parts, api::ApiServer::Options options, bool asJson);
    /// Nobody is served any more; requests under way are answered 503.
    ~Service();

    /// Says on standard output where it serves, and to the service manager that it does; then begins to
    /// settle what was left open. Errors: those of Settings::callerPath, Backend::start and ApiServer::start; then
    /// nobody is served.
    Task<void> start();

    /// Takes no more requests; calls `done` when those under way are answered, or after a few seconds, and maybe again.
    void finish(const std::function<void()> &done);

private:
    Parts m_parts;
    api::ApiServer::Options m_options;
    Result<config::CallerPath> m_callerPath;
    bool m_asJson;
    api::Api m_api;
    api::ApiServer m_server;
    app::Recovery m_recovery;
    app::ServiceManager m_manager;
};

} // namespace teleconsult::ctl
