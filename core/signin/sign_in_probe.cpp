#include "core/signin/sign_in_probe.h"

#include "core/signin/oidc_client.h"
#include "core/signin/redirect_address.h"
#include "core/signin/sign_in_errors.h"

#include <QHostAddress>
#include <QTcpServer>

namespace teleconsult::signin {

namespace {

/// What a provider answers that does not know the client, or does not let it sign in like this. Others refuse the code.
bool isAboutTheClient(const Error &error)
{
    return error.code == QLatin1String("invalid_client") || error.code == QLatin1String("unauthorized_client");
}

bool isFree(quint16 port)
{
    return port == 0 || QTcpServer().listen(QHostAddress::LocalHost, port);
}

} // namespace

Task<void> probeSignIn(http::HttpClient &http, config::SignIn how)
{
    OidcClient client(http, how);
    Result<Provider> provider = co_await client.discover();
    if (!provider)
        co_return failure(provider.error());
    Code code;
    code.code = "none";
    code.verifier = QByteArray(43, 'a'); // As long as the shortest that there may be (RFC 7636, 4.1).
    code.redirect = redirectAddress(how.redirectPort);
    Task<Tokens> asking = client.exchange(*provider, code);
    Result<Tokens> tokens = co_await asking;
    if (!tokens && isAboutTheClient(tokens.error()))
        co_return failure(makeError(Error::Kind::Unauthorized, codes::unknownClient, tokens.error().code));
    if (!tokens && tokens.error().kind == Error::Kind::Unreachable)
        co_return failure(tokens.error());
    if (!isFree(how.redirectPort))
        co_return failure(makeError(Error::Kind::Storage, codes::noPort));
    co_return Result<void>();
}

} // namespace teleconsult::signin
