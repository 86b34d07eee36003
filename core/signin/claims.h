// What an id token says of a person, and whether it may be believed (OpenID Connect Core 1.0, 3.1.3.7).
#pragma once

#include "core/config/sign_in.h"
#include "core/domain/error.h"
#include "core/domain/participant.h"

#include <QDateTime>
#include <QJsonObject>

namespace teleconsult::signin {

/// What an id token has to say to be the answer to our question.
struct Expectation
{
    QString issuer;
    QString clientId;
    QByteArray nonce = {}; ///< Empty: there was none, as when a sign-in is renewed.
    QString subject = {};  ///< Empty: anybody.
};

/// Reads the claims of an id token (a JSON Web Token). Its signature is not looked at: it comes straight from the
/// provider's token endpoint, over TLS or within this computer, which 3.1.3.7 (6) accepts in its place. Error of kind
/// BadAnswer, code sign_in_forged.
Result<QJsonObject> readClaims(const QByteArray &idToken);

/// Whether issuer, audience, expiry, nonce and subject are as expected; a minute of difference between the clocks is
/// overlooked. Error of kind BadAnswer, code sign_in_forged, and sign_in_clock when all else is right and it has
/// expired; in `detail` the claim that is wrong.
Result<void> checkClaims(const QJsonObject &claims, const Expectation &expected, const QDateTime &now);

/// The person of these claims. Error of kind BadAnswer, code sign_in_no_identity: the claim of the id is missing.
Result<StationIdentity> personOf(const QJsonObject &claims, const config::SignIn &how);

} // namespace teleconsult::signin
