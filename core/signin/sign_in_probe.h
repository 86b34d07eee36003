// Whether people could sign in like this: for settings that are tried before they are kept.
#pragma once

#include "core/async/task.h"
#include "core/config/sign_in.h"
#include "core/http/http_client.h"

namespace teleconsult::signin {

/// Asks the provider for its description, and then whether it knows the client: with a code that is none, which one
/// that knows it refuses for the code's sake (RFC 6749, 5.2). Nobody signs in for it. Looks whether the browser could
/// come back.
/// Errors: those of OidcClient::discover; kind Unauthorized, code sign_in_client_unknown; kind Storage, code
/// sign_in_no_port. `http` outlives the task.
Task<void> probeSignIn(http::HttpClient &http, config::SignIn how);

} // namespace teleconsult::signin
