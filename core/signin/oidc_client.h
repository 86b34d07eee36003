// Asking an OpenID provider.
#pragma once

#include "core/config/sign_in.h"
#include "core/http/http_client.h"
#include "core/signin/provider.h"

#include <QJsonObject>

namespace teleconsult::signin {

/// What a provider gives for a code. Each of them is a secret.
struct Tokens
{
    QByteArray access;
    QByteArray refresh;               ///< Empty: the sign-in cannot be renewed.
    QByteArray id;                    ///< Empty when a sign-in is renewed and the provider gives none then.
    std::chrono::seconds lifetime{0}; ///< Of the access token; 0: it did not say.
};

/// A code that came back from the browser, and what proves that we are who asked for it (PKCE, RFC 7636).
struct Code
{
    QByteArray code;
    QByteArray verifier;
    QUrl redirect;
};

/// Sends requests and reads answers. Errors are those of HttpClient with OAuth's own code (RFC 6749, 5.2) in `code`,
/// and those of readProvider(). Does not own the HttpClient.
class OidcClient
{
public:
    OidcClient(http::HttpClient &http, config::SignIn how) : m_http(http), m_how(std::move(how)) {}

    Task<Provider> discover();
    /// Never repeated by itself: a code holds once.
    Task<Tokens> exchange(Provider provider, Code code);
    Task<Tokens> renew(Provider provider, QByteArray refreshToken);
    Task<void> revoke(Provider provider, QByteArray refreshToken);
    Task<QJsonObject> userInfo(Provider provider, QByteArray accessToken);

private:
    using Fields = QList<std::pair<QByteArray, QByteArray>>;

    http::Request formFor(const QUrl &endpoint, Fields fields) const;
    Task<Tokens> askForTokens(http::Request request);

    http::HttpClient &m_http;
    config::SignIn m_how;
};

} // namespace teleconsult::signin
