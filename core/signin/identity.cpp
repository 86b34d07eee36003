#include "core/signin/identity.h"

#include "core/signin/sign_in_errors.h"

namespace teleconsult::signin {

namespace {

const QString subjectKey = QStringLiteral("sub");

Result<QJsonObject> checkedClaims(const Tokens &tokens, const Expectation &expected, const QDateTime &now)
{
    if (tokens.id.isEmpty() && !expected.subject.isEmpty())
        return QJsonObject{{subjectKey, expected.subject}};
    Result<QJsonObject> claims = readClaims(tokens.id);
    if (!claims)
        return claims;
    const Result<void> checked = checkClaims(*claims, expected, now);
    if (!checked)
        return failure(checked.error());
    return claims;
}

/// Many providers tell names and groups only to who asks for them.
Task<QJsonObject> allClaims(Witness witness, QJsonObject claims, QByteArray accessToken)
{
    if (witness.provider.userInfo.isEmpty())
        co_return claims;
    Result<QJsonObject> more = co_await witness.client.userInfo(witness.provider, accessToken);
    if (!more)
        co_return more;
    if (more->value(subjectKey) != claims.value(subjectKey))
        co_return failure(makeError(Error::Kind::BadAnswer, codes::forged, QStringLiteral("userinfo sub")));
    for (auto claim = more->constBegin(); claim != more->constEnd(); ++claim)
        claims.insert(claim.key(), claim.value());
    co_return claims;
}

} // namespace

Task<Who> identify(Witness witness, Tokens tokens, Expectation expected)
{
    const Result<QJsonObject> claims = checkedClaims(tokens, expected, witness.clock.now());
    if (!claims)
        co_return failure(claims.error());
    Result<QJsonObject> all = co_await allClaims(witness, *claims, tokens.access);
    if (!all)
        co_return failure(all.error());
    const Result<StationIdentity> person = personOf(*all, witness.how);
    if (!person)
        co_return failure(person.error());
    co_return Who{claims->value(subjectKey).toString(), *person};
}

} // namespace teleconsult::signin
