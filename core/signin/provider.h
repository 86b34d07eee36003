// An OpenID provider, as it describes itself (OpenID Connect Discovery 1.0).
#pragma once

#include "core/domain/error.h"

#include <QJsonDocument>
#include <QUrl>

namespace teleconsult::signin {

/// Where a provider is asked what.
struct Provider
{
    QString issuer; ///< As it writes it, and as its id tokens have to.
    QUrl authorization;
    QUrl token;
    QUrl userInfo;   ///< Empty: it has none, as the two below.
    QUrl revocation; ///< RFC 7009.
    QUrl endSession; ///< OpenID Connect RP-Initiated Logout 1.0.
};

/// Where the provider's description is.
QUrl discoveryUrl(const QUrl &issuer);

/// Error of kind BadAnswer, code sign_in_provider, `field` the property at fault: it is no description or one of
/// another issuer ("issuer"; `detail`: what it calls itself, empty: nothing), one without the two endpoints that are
/// needed, or one that would send tokens where others can read them on the way.
Result<Provider> readProvider(const QJsonDocument &description, const QUrl &issuer);

} // namespace teleconsult::signin
