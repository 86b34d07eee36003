// The sandbox as a plugin.
#pragma once

#include "core/sandbox/sandbox.h"

namespace teleconsult::sandbox {

class SandboxPluginObject final : public QObject, public SandboxPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TELECONSULT_SANDBOX_IID)
    Q_INTERFACES(teleconsult::sandbox::SandboxPlugin)

public:
    Result<std::unique_ptr<Sandbox>> start(Options options) override;
    Result<Made> madeBy(const QString &stateFile) override;
};

} // namespace teleconsult::sandbox
