#include "core/signin/claims.h"

#include "core/signin/sign_in_errors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace teleconsult::signin {

namespace {

constexpr qint64 clocksMayDifferBySeconds = 60;

tl::unexpected<Error> forged(const char *claim)
{
    return failure(makeError(Error::Kind::BadAnswer, codes::forged, QString::fromLatin1(claim)));
}

bool names(const QJsonValue &audience, const QString &clientId)
{
    return audience.isArray() ? audience.toArray().contains(clientId) : audience.toString() == clientId;
}

/// "realm_access.roles" leads through an object, unless a claim is called so as a whole ("https://clinic.it/groups").
QJsonValue claimAt(const QJsonObject &claims, const QString &path)
{
    if (claims.contains(path))
        return claims.value(path);
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    return dot < 0 ? QJsonValue() : claimAt(claims.value(path.left(dot)).toObject(), path.mid(dot + 1));
}

QStringList groupsFrom(const QJsonValue &value)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QStringList groups;
    if (value.isString())
        groups = value.toString().split(between, Qt::SkipEmptyParts);
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries)
        groups << entry.toString();
    groups.removeAll(QString());
    groups.removeDuplicates();
    return groups;
}

} // namespace

Result<QJsonObject> readClaims(const QByteArray &idToken)
{
    const QByteArrayList parts = idToken.split('.');
    if (parts.size() != 3)
        return forged("shape");
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;
    const auto decoded = QByteArray::fromBase64Encoding(parts.at(1), options);
    const QJsonDocument claims = QJsonDocument::fromJson(decoded ? *decoded : QByteArray());
    if (!claims.isObject())
        return forged("shape");
    return claims.object();
}

Result<void> checkClaims(const QJsonObject &claims, const Expectation &expected, const QDateTime &now)
{
    const auto text = [&claims](const char *name) { return claims.value(QLatin1String(name)).toString(); };
    const QJsonValue audience = claims.value(QLatin1String("aud"));
    if (text("iss") != expected.issuer)
        return forged("iss");
    if (!names(audience, expected.clientId))
        return forged("aud");
    const bool isForSeveral = audience.isArray() && audience.toArray().size() > 1;
    if ((isForSeveral || claims.contains(QLatin1String("azp"))) && text("azp") != expected.clientId)
        return forged("azp");
    if (!expected.nonce.isEmpty() && text("nonce").toLatin1() != expected.nonce)
        return forged("nonce");
    if (text("sub").isEmpty() || (!expected.subject.isEmpty() && text("sub") != expected.subject))
        return forged("sub");
    const QJsonValue expiry = claims.value(QLatin1String("exp"));
    if (!expiry.isDouble())
        return forged("exp");
    // It comes straight from the provider, which does not give what is over: one of the two clocks is wrong.
    if (qint64(expiry.toDouble()) + clocksMayDifferBySeconds < now.toSecsSinceEpoch())
        return failure(makeError(Error::Kind::BadAnswer, codes::clock, QStringLiteral("exp")));
    return {};
}

Result<StationIdentity> personOf(const QJsonObject &claims, const config::SignIn &how)
{
    StationIdentity person;
    const QJsonValue id = claimAt(claims, how.idClaim);
    person.externalId = (id.isDouble() ? QString::number(id.toInteger()) : id.toString()).trimmed();
    if (person.externalId.isEmpty())
        return failure(makeError(Error::Kind::BadAnswer, codes::noIdentity, how.idClaim));
    person.fullName = claimAt(claims, how.nameClaim).toString().simplified();
    if (person.fullName.isEmpty())
        person.fullName = person.externalId;
    person.groups = groupsFrom(claimAt(claims, how.groupsClaim));
    return person;
}

} // namespace teleconsult::signin
