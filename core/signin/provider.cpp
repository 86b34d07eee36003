#include "core/signin/provider.h"

#include "core/http/query.h"
#include "core/http/secure_url.h"
#include "core/signin/sign_in_errors.h"

#include <QJsonObject>

namespace teleconsult::signin {

namespace {

constexpr int maximumShownLength = 200;

tl::unexpected<Error> notWhatWasSaid(const QString &property, const QString &detail)
{
    Error error = makeError(Error::Kind::BadAnswer, codes::badProvider, detail);
    error.field = property;
    return failure(std::move(error));
}

/// An issuer is no secret; what else stands there may be anything.
QString shown(const QString &issuer)
{
    const QUrl url(issuer, QUrl::StrictMode);
    return url.host().isEmpty()
               ? QString()
               : url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).left(maximumShownLength);
}

} // namespace

QUrl discoveryUrl(const QUrl &issuer)
{
    return QUrl(http::withoutSlashesAtEnd(issuer.toString(QUrl::FullyEncoded)) +
                QStringLiteral("/.well-known/openid-configuration"));
}

Result<Provider> readProvider(const QJsonDocument &description, const QUrl &issuer)
{
    const QJsonObject object = description.object();
    Provider provider;
    provider.issuer = object.value(QLatin1String("issuer")).toString();
    // Whether it ends in a slash is written differently in different places; nothing else may differ.
    if (http::withoutSlashesAtEnd(provider.issuer) != http::withoutSlashesAtEnd(issuer.toString(QUrl::FullyEncoded)))
        return notWhatWasSaid(QStringLiteral("issuer"), shown(provider.issuer));
    const std::pair<QLatin1String, QUrl *> endpoints[]{
        {QLatin1String("authorization_endpoint"), &provider.authorization},
        {QLatin1String("token_endpoint"), &provider.token},
        {QLatin1String("userinfo_endpoint"), &provider.userInfo},
        {QLatin1String("revocation_endpoint"), &provider.revocation},
        {QLatin1String("end_session_endpoint"), &provider.endSession},
    };
    for (const auto &[name, url] : endpoints) {
        *url = QUrl(object.value(name).toString(), QUrl::StrictMode);
        if (!url->isEmpty() && !http::travelsSafely(*url))
            return notWhatWasSaid(name, QStringLiteral("not safe"));
    }
    for (const auto &[name, url] : {endpoints[0], endpoints[1]}) {
        if (url->isEmpty())
            return notWhatWasSaid(name, QStringLiteral("missing"));
    }
    return provider;
}

} // namespace teleconsult::signin
