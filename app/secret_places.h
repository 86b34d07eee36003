// Where the secrets of an installation are, as its settings say.
#pragma once

#include "core/config/settings.h"
#include "core/secrets/secrets.h"

#include <memory>

namespace teleconsult::app {

/// The store that secrets/store names; when it names none, one that answers just that. `dataDir`: of this program.
std::unique_ptr<secrets::SecretStore> makeSecretStore(const config::Settings &settings, const QString &dataDir);

/// What the settings give, and is not in a store. They must outlive whoever asks.
secrets::Secrets::Given givenSecrets(const config::Settings &settings);

} // namespace teleconsult::app
