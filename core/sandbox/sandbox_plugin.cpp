#include "core/sandbox/sandbox_plugin.h"

namespace teleconsult::sandbox {

Result<std::unique_ptr<Sandbox>> SandboxPluginObject::start(Options options)
{
    return sandbox::start(std::move(options));
}

Result<Made> SandboxPluginObject::madeBy(const QString &stateFile)
{
    return sandbox::madeBy(stateFile);
}

} // namespace teleconsult::sandbox
