#include "app/secret_places.h"

#include "core/files/data_folder.h"
#include "core/secrets/credentials_store.h"
#include "core/secrets/file_store.h"
#include "core/secrets/keychain_store.h"
#include "core/secrets/unavailable_store.h"

#include <QtGlobal>

namespace teleconsult::app {

namespace {

Result<std::optional<QByteArray>> givenSecret(const config::Settings &settings, secrets::Secret which)
{
    switch (which) {
    case secrets::Secret::KaleyraApiKey:
        return settings.kaleyraApiKey();
    case secrets::Secret::ServiceToken:
        return settings.serviceToken();
    case secrets::Secret::SignIn:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

std::unique_ptr<secrets::SecretStore> makeSecretStore(const config::Settings &settings, const QString &dataDir)
{
    const Result<config::SecretPlace> place = settings.secretStore();
    if (!place)
        return std::make_unique<secrets::UnavailableStore>(place.error());
    switch (*place) {
    case config::SecretPlace::Keychain:
        return std::make_unique<secrets::KeychainStore>();
    case config::SecretPlace::Credentials:
        return std::make_unique<secrets::CredentialsStore>(qEnvironmentVariable("CREDENTIALS_DIRECTORY"));
    case config::SecretPlace::File:
        return std::make_unique<secrets::FileStore>(files::secretsFolder(dataDir));
    }
    Q_UNREACHABLE();
}

secrets::Secrets::Given givenSecrets(const config::Settings &settings)
{
    return [&settings](secrets::Secret which) { return givenSecret(settings, which); };
}

} // namespace teleconsult::app
