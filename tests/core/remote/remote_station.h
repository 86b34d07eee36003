// A station that has no key and asks a Teleconsultation Service.
#pragma once

#include "core/remote/remote_credentials.h"
#include "core/remote/remote_teleconsultations.h"
#include "tests/support/await.h"

namespace teleconsult::test {

class RemoteStation
{
public:
    explicit RemoteStation(const QUrl &service, const QByteArray &token)
        : connection(http, {.baseUrl = service,
                            .token = [token](const QByteArray &) { return known(token); },
                            .station = [this] { return identity; }})
    {}

    ~RemoteStation()
    {
        http.shutDown();
        if (!waitUntil([this] { return consultations.isIdle() && credentials.isIdle() && company.isIdle(); }))
            qFatal("an operation never ends");
    }

    RemoteStation(const RemoteStation &) = delete;
    RemoteStation &operator=(const RemoteStation &) = delete;

    static Task<QByteArray> known(QByteArray token) { co_return token; }

    StationIdentity identity{QStringLiteral("doctor"), QStringLiteral("Name of doctor"), {QStringLiteral("doctor")}};
    http::HttpClient http{{.tries = 2, .firstDelay = std::chrono::milliseconds(1)}};
    remote::ServiceConnection connection;
    remote::RemoteTeleconsultations consultations{connection};
    remote::RemoteCredentials credentials{connection};
    remote::RemoteCompany company{connection};
};

} // namespace teleconsult::test
