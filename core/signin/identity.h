// Whom tokens are about.
#pragma once

#include "core/domain/clock.h"
#include "core/signin/claims.h"
#include "core/signin/oidc_client.h"

namespace teleconsult::signin {

/// Who has signed in.
struct Who
{
    QString subject; ///< As the provider calls the person.
    StationIdentity person;
};

/// Who can be asked, and how. `client` and `clock` outlive the task.
struct Witness
{
    OidcClient &client;
    Provider provider;
    config::SignIn how;
    const Clock &clock;
};

/// From the id token and, where there is one, the provider's endpoint for claims. Without an id token, as when a
/// sign-in is renewed (12.2), the person is the expected subject. Errors: those of claims.h and OidcClient::userInfo;
/// kind BadAnswer, code sign_in_forged: the endpoint tells of somebody else.
Task<Who> identify(Witness witness, Tokens tokens, Expectation expected);

} // namespace teleconsult::signin
