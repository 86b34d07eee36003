#include "core/signin/oidc_client.h"

#include "core/http/redaction.h"
#include "core/signin/sign_in_errors.h"

namespace teleconsult::signin {

namespace {

void readError(const QJsonDocument &body, Error &error)
{
    error.code = http::safeCode(body.object().value(QLatin1String("error")).toString());
}

QByteArray member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toLatin1();
}

Result<Tokens> readTokens(const QJsonDocument &answer)
{
    const QJsonObject object = answer.object();
    Tokens tokens{member(object, "access_token"), member(object, "refresh_token"), member(object, "id_token"),
                  std::chrono::seconds(object.value(QLatin1String("expires_in")).toInteger(0))};
    if (tokens.access.isEmpty())
        return failure(makeError(Error::Kind::BadAnswer, codes::badProvider, QStringLiteral("no access token")));
    return tokens;
}

} // namespace

http::Request OidcClient::formFor(const QUrl &endpoint, Fields fields) const
{
    fields.emplaceBack("client_id", m_how.clientId.toUtf8());
    http::Request request;
    request.method = "POST";
    request.url = endpoint;
    request.headers.insert("content-type", "application/x-www-form-urlencoded");
    request.headers.insert("accept", "application/json");
    for (const auto &[name, value] : std::as_const(fields)) {
        if (!request.body.isEmpty())
            request.body += '&';
        request.body += name + '=' + value.toPercentEncoding();
    }
    return request;
}

Task<Provider> OidcClient::discover()
{
    http::Request request;
    request.url = discoveryUrl(m_how.issuer);
    const QUrl issuer = m_how.issuer;
    Result<QJsonDocument> description = co_await m_http.sendJson(request, readError);
    if (!description)
        co_return failure(description.error());
    co_return readProvider(*description, issuer);
}

Task<Tokens> OidcClient::askForTokens(http::Request request)
{
    Result<QJsonDocument> answer = co_await m_http.sendJson(request, readError);
    if (!answer)
        co_return failure(answer.error());
    co_return readTokens(*answer);
}

Task<Tokens> OidcClient::exchange(Provider provider, Code code)
{
    Fields fields;
    fields.emplaceBack("grant_type", "authorization_code");
    fields.emplaceBack("code", code.code);
    fields.emplaceBack("redirect_uri", code.redirect.toEncoded());
    fields.emplaceBack("code_verifier", code.verifier);
    http::Request request = formFor(provider.token, fields);
    request.repeat = http::Request::Repeat::Never;
    return askForTokens(std::move(request));
}

Task<Tokens> OidcClient::renew(Provider provider, QByteArray refreshToken)
{
    Fields fields;
    fields.emplaceBack("grant_type", "refresh_token");
    fields.emplaceBack("refresh_token", refreshToken);
    http::Request request = formFor(provider.token, fields);
    // A refresh token that is exchanged for a new one holds once as well.
    request.repeat = http::Request::Repeat::Never;
    return askForTokens(std::move(request));
}

Task<void> OidcClient::revoke(Provider provider, QByteArray refreshToken)
{
    Fields fields;
    fields.emplaceBack("token", refreshToken);
    fields.emplaceBack("token_type_hint", "refresh_token");
    const http::Request request = formFor(provider.revocation, fields);
    Result<http::Response> answer = co_await m_http.send(request, readError);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

Task<QJsonObject> OidcClient::userInfo(Provider provider, QByteArray accessToken)
{
    http::Request request;
    request.url = provider.userInfo;
    request.headers.insert("authorization", "Bearer " + accessToken);
    Result<QJsonDocument> answer = co_await m_http.sendJson(request, readError);
    if (!answer)
        co_return failure(answer.error());
    co_return answer->object();
}

} // namespace teleconsult::signin
