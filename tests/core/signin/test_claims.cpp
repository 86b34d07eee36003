// Id tokens, and a provider's description of itself: what is believed and what is not.
#include "core/signin/claims.h"

#include "core/domain/json.h"
#include "core/signin/provider.h"
#include "core/signin/sign_in_errors.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::signin;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1770000000, Qt::UTC);
const Expectation expected{QStringLiteral("https://id.clinic.it"), QStringLiteral("teleconsult"), "nonce-1",
                           QStringLiteral("u1")};

QJsonObject good()
{
    return {{QStringLiteral("iss"), QStringLiteral("https://id.clinic.it")},
            {QStringLiteral("aud"), QStringLiteral("teleconsult")},
            {QStringLiteral("exp"), now.toSecsSinceEpoch() + 300},
            {QStringLiteral("nonce"), QStringLiteral("nonce-1")},
            {QStringLiteral("sub"), QStringLiteral("u1")}};
}

QByteArray tokenOf(const QByteArray &payload)
{
    return "e30." + payload.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".sig";
}

} // namespace

class TestClaims : public QObject
{
    Q_OBJECT
private slots:
    void aTokenIsRead()
    {
        QCOMPARE(readClaims(tokenOf(compactJson(good()))).value(), good());
        for (const QByteArray &none : {QByteArray(), QByteArray("a.b"), QByteArray("e30.!!!.sig"), tokenOf("[]"),
                                       tokenOf("{"), tokenOf("{}") + ".more"})
            QCOMPARE(readClaims(none).error().code, codes::forged);
    }

    void onlyTheAnswerToOurQuestionIsBelieved_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value"); // Undefined: it is taken out.
        QTest::addColumn<QString>("wrong");    // Empty: it is believed.
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *claim, const QJsonValue &value, const char *wrong) {
            QTest::newRow(name) << QString::fromLatin1(claim) << value << QString::fromLatin1(wrong) << codes::forged;
        };
        row("as it is", "more", 1, "");
        row("another issuer", "iss", QStringLiteral("https://id.clinic.it/"), "iss");
        row("no issuer", "iss", QJsonValue(QJsonValue::Undefined), "iss");
        row("for another client", "aud", QStringLiteral("other"), "aud");
        row("for us among others", "aud", QJsonArray{QStringLiteral("other"), QStringLiteral("teleconsult")}, "azp");
        row("for us alone", "aud", QJsonArray{QStringLiteral("teleconsult")}, "");
        row("for nobody", "aud", QJsonArray(), "aud");
        row("given to another client", "azp", QStringLiteral("other"), "azp");
        QTest::newRow("expired") << QStringLiteral("exp") << QJsonValue(now.toSecsSinceEpoch() - 61)
                                 << QStringLiteral("exp") << codes::clock;
        row("by a clock that is slow", "exp", now.toSecsSinceEpoch() - 59, "");
        row("without an end", "exp", QJsonValue(QJsonValue::Undefined), "exp");
        row("of another question", "nonce", QStringLiteral("nonce-2"), "nonce");
        row("of no question", "nonce", QJsonValue(QJsonValue::Undefined), "nonce");
        row("another person", "sub", QStringLiteral("u2"), "sub");
        row("nobody", "sub", QString(), "sub");
    }

    void onlyTheAnswerToOurQuestionIsBelieved()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        QFETCH(QString, wrong);
        QFETCH(QString, code);
        QJsonObject claims = good();
        if (value.isUndefined())
            claims.remove(claim);
        else
            claims.insert(claim, value);
        const Result<void> checked = checkClaims(claims, expected, now);
        QCOMPARE(checked.has_value(), wrong.isEmpty());
        if (!checked) {
            QCOMPARE(checked.error().code, code);
            QCOMPARE(checked.error().detail, wrong);
        }
    }

    void thePersonIsWhereTheSettingsSay()
    {
        config::SignIn how{.issuer = {},
                           .clientId = {},
                           .scopes = {},
                           .idClaim = QStringLiteral("sub"),
                           .nameClaim = QStringLiteral("name"),
                           .groupsClaim = QStringLiteral("groups")};
        QJsonObject claims = good();
        QCOMPARE(personOf(claims, how).value(), (StationIdentity{QStringLiteral("u1"), QStringLiteral("u1"), {}}));
        claims.insert(QStringLiteral("name"), QStringLiteral(" Ada  Neri "));
        claims.insert(QStringLiteral("groups"), QStringLiteral("doctor, nurse doctor"));
        const StationIdentity ada{
            QStringLiteral("u1"), QStringLiteral("Ada Neri"), {QStringLiteral("doctor"), QStringLiteral("nurse")}};
        QCOMPARE(personOf(claims, how).value(), ada);
        const QJsonArray roles{QStringLiteral("doctor"), QStringLiteral("nurse"), 7};
        claims.insert(QStringLiteral("realm_access"), QJsonObject{{QStringLiteral("roles"), roles}});
        claims.insert(QStringLiteral("https://clinic.it/groups"), roles);
        for (const char *path : {"realm_access.roles", "https://clinic.it/groups"}) {
            how.groupsClaim = QString::fromLatin1(path);
            QCOMPARE(personOf(claims, how).value(), ada);
        }
        how.idClaim = QStringLiteral("employee");
        QCOMPARE(personOf(claims, how).error().code, codes::noIdentity);
        claims.insert(QStringLiteral("employee"), 4711);
        QCOMPARE(personOf(claims, how).value().externalId, QStringLiteral("4711"));
    }

    void aProviderDescribesItself_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *name, const char *member, const char *value, bool holds) {
            QTest::newRow(name) << QString::fromLatin1(member) << QString::fromLatin1(value) << holds;
        };
        row("as it is", "more", "1", true);
        row("a slash more", "issuer", "https://id.clinic.it/", true);
        row("another issuer", "issuer", "https://id.example.org", false);
        row("no issuer", "issuer", "", false);
        row("no token endpoint", "token_endpoint", "", false);
        row("a token endpoint that all can read", "token_endpoint", "http://id.clinic.it/t", false);
        row("revocation that all can read", "revocation_endpoint", "http://id.clinic.it/t", false);
        row("a file", "authorization_endpoint", "file:///etc/passwd", false);
        row("no sign-out", "end_session_endpoint", "", true);
    }

    void aProviderDescribesItself()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(bool, holds);
        QJsonObject description;
        for (const char *endpoint : {"authorization", "token", "userinfo", "revocation", "end_session"})
            description.insert(QLatin1String(endpoint) + QStringLiteral("_endpoint"),
                               QStringLiteral("https://id.clinic.it/") + QLatin1String(endpoint));
        description.insert(QStringLiteral("issuer"), QStringLiteral("https://id.clinic.it"));
        description.insert(member, value);
        const Result<Provider> read =
            readProvider(QJsonDocument(description), QUrl(QStringLiteral("https://id.clinic.it")));
        QCOMPARE(read.has_value(), holds);
        if (read)
            QCOMPARE(read->issuer, description.value(QStringLiteral("issuer")).toString());
        else
            QCOMPARE(read.error().code, codes::badProvider);
    }

    void theDescriptionIsBelowTheIssuer()
    {
        for (const char *issuer : {"https://a.it/realms/clinic", "https://a.it/realms/clinic/"})
            QCOMPARE(discoveryUrl(QUrl(QString::fromLatin1(issuer))),
                     QUrl(QStringLiteral("https://a.it/realms/clinic/.well-known/openid-configuration")));
    }
};

QTEST_GUILESS_MAIN(TestClaims)
#include "test_claims.moc"
