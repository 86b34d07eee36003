// A station at which somebody signs in.
#pragma once

#include "core/secrets/file_store.h"
#include "core/signin/sign_in.h"
#include "tests/core/signin/open_id_provider.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"

namespace teleconsult::test {

inline const QString goBack = QStringLiteral("Go back to Teleconsult.");

/// Its secrets are files in `folder`, so that the next one made with it has what this one kept.
class Station
{
public:
    Station(const config::SignIn &how, const QString &folder)
        : secrets(std::make_unique<secrets::FileStore>(folder), [](secrets::Secret) { return nothing(); }),
          signIn(how, {.secrets = secrets,
                       .clock = clock,
                       .openBrowser = [this](const QUrl &url) { return hasBrowser && browser.open(url); },
                       .words = goBack})
    {}

    ~Station()
    {
        signIn.shutDown();
        if (!waitUntil([this] { return signIn.isIdle(); }))
            qFatal("an operation never ends");
    }

    Station(const Station &) = delete;
    Station &operator=(const Station &) = delete;

    QByteArray kept() { return await(secrets.read(secrets::Secret::SignIn)).value_or(QByteArray()); }

private:
    static Result<std::optional<QByteArray>> nothing() { return std::nullopt; }

public:
    ManualClock clock{QDateTime::currentDateTimeUtc()}; ///< The provider's is the machine's.
    bool hasBrowser = true;
    Browser browser;
    secrets::Secrets secrets;
    signin::SignIn signIn;
};

} // namespace teleconsult::test
