// Where the auth service is and what it is told, as the settings say.
#pragma once

#include "core/config/service_configuration.h"

#include <QByteArrayList>

namespace teleconsult::config {

/// The service that knows people's names and groups (AUTH_SERVICE). A value that is complete and well-formed.
struct AuthService
{
    QUrl baseUrl; ///< Without a trailing slash. http or https: it commonly has a name inside the clinic's network only.
    std::optional<QUrl>
        customIds; ///< CUSTOM_ID_USERS_API_ENDPOINT; nothing: people are given by the auth service's ids.
    ServiceConfiguration::CustomUserId customUserId;
    QByteArray clientTypeHeader;
    QByteArray defaultClientType;    ///< Sent when a request brings none; empty: then none is sent.
    QByteArrayList headersToForward; ///< Of a request to our API, in lower case.

    friend bool operator==(const AuthService &, const AuthService &) = default;
};

} // namespace teleconsult::config
