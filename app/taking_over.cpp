#include "app/taking_over.h"

#include "app/secret_places.h"

namespace teleconsult::app {

namespace {

Task<void> storeElsewhere(QByteArray key, std::shared_ptr<config::Settings> there, QString dataDir)
{
    secrets::Secrets secrets(makeSecretStore(*there, dataDir), givenSecrets(*there));
    Task<void> writing = secrets.write(secrets::Secret::KaleyraApiKey, std::move(key));
    Result<void> written = co_await writing;
    co_return written;
}

Task<void> storeKey(QByteArray key, std::shared_ptr<config::Settings> then, const Takeover &to)
{
    // Where the place stays the same, the key holds at once.
    if (to.secrets && then->secretStore() == to.settings.secretStore())
        return to.secrets->write(secrets::Secret::KaleyraApiKey, std::move(key));
    return storeElsewhere(std::move(key), std::move(then), to.dataDir);
}

} // namespace

Task<void> takeOver(config::SettingsImport import, bool withKey, Takeover to)
{
    // Before the key, so that a file which is refused changes nothing.
    const Result<config::SettingValues> writable = to.settings.sources().checked(valuesOf(import, to.settings));
    if (!writable)
        co_return failure(writable.error());
    if (withKey && !import.apiKey.isEmpty()) {
        Task<void> storing = storeKey(import.apiKey, to.settings.with(import.values), to);
        Result<void> stored = co_await storing;
        if (!stored)
            co_return stored;
    }
    co_return config::takeOver(import, to.settings);
}

} // namespace teleconsult::app
