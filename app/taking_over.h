// Taking over a file of settings, with its key.
#pragma once

#include "core/async/task.h"
#include "core/config/settings.h"
#include "core/config/settings_import.h"
#include "core/secrets/secrets.h"

namespace teleconsult::app {

/// Where it is taken over to. All of it outlives the task.
struct Takeover
{
    config::Settings &settings;
    QString dataDir;
    /// Of a program that goes on; null: of none.
    secrets::Secrets *secrets = nullptr;
};

/// All of the file or nothing. `withKey`: its API key goes into the store for secrets, where the settings, as they will
/// be, look for it; without, it is left out. Errors: those of config::takeOver and of Secrets::write.
Task<void> takeOver(config::SettingsImport import, bool withKey, Takeover to);

} // namespace teleconsult::app
