// Trying settings of signing in, with a real OpenID provider and with what is none.
#include "core/signin/sign_in_errors.h"
#include "core/signin/sign_in_probe.h"
#include "tests/core/signin/open_id_provider.h"
#include "tests/support/await.h"
#include "tests/support/reserved_port.h"
#include "tests/support/scripted_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

using namespace teleconsult;
using namespace teleconsult::signin;
using test::await;
using test::ScriptedServer;

namespace {

const QString none = QStringLiteral("none"); ///< The code where nothing is wrong.
const QByteArray wellKnown = "/id/.well-known/openid-configuration";

} // namespace

class TestSignInProbe : public QObject
{
    Q_OBJECT

    test::OpenIdProvider m_provider;
    http::HttpClient m_http;

    Error errorOf(const config::SignIn &how)
    {
        const Result<void> probed = await(probeSignIn(m_http, how));
        return probed ? makeError(Error::Kind::Cancelled, none) : probed.error();
    }
    config::SignIn at(const ScriptedServer &server) const
    {
        config::SignIn how = m_provider.settings();
        how.issuer = server.url("/id");
        return how;
    }
    static QByteArray description(const QByteArray &issuer, const QByteArray &token)
    {
        const QJsonObject object{
            {QStringLiteral("issuer"), QString::fromLatin1(issuer)},
            {QStringLiteral("authorization_endpoint"), QStringLiteral("https://id.example/a")},
            {QStringLiteral("token_endpoint"), QString::fromLatin1(token)},
        };
        return QJsonDocument(object).toJson();
    }

private slots:
    void initTestCase() { QVERIFY(m_provider.start()); }

    void aProviderThatKnowsTheClientIsRight() { QCOMPARE(errorOf(m_provider.settings()).code, none); }

    void aClientThatTheProviderDoesNotKnowIsSaid()
    {
        config::SignIn how = m_provider.settings();
        how.clientId = QStringLiteral("somebody-else");
        const Error error = errorOf(how);
        QCOMPARE(error.kind, Error::Kind::Unauthorized);
        QCOMPARE(error.code, codes::unknownClient);
        QCOMPARE(error.detail, QStringLiteral("invalid_client"));
    }

    void aPortThatIsTakenIsSaid()
    {
        config::SignIn how = m_provider.settings();
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, how.redirectPort));
        QCOMPARE(errorOf(how).code, codes::noPort);
        how.redirectPort = 0;
        QCOMPARE(errorOf(how).code, none);
    }

    void anotherIssuerIsSaidWithItsName()
    {
        ScriptedServer server;
        server.on("GET", wellKnown,
                  {{.body = description("https://other.example/realms/Clinic", server.url("/token").toEncoded())}});
        const Error error = errorOf(at(server));
        QCOMPARE(error.code, codes::badProvider);
        QCOMPARE(error.field, QStringLiteral("issuer"));
        QCOMPARE(error.detail, QStringLiteral("https://other.example/realms/Clinic"));
        QCOMPARE(server.requests().size(), 1); // The client is told to nobody else.
    }

    void anEndpointThatIsNotSafeIsNamed()
    {
        ScriptedServer server;
        server.on("GET", wellKnown, {{.body = description(server.url("/id").toEncoded(), "http://id.example/token")}});
        const Error error = errorOf(at(server));
        QCOMPARE(error.code, codes::badProvider);
        QCOMPARE(error.field, QStringLiteral("token_endpoint"));
    }

    void whatIsNoProviderIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing there") << 404 << QByteArray("{}") << int(Error::Kind::NotFound);
        QTest::newRow("a page") << 200 << QByteArray("<html>Welcome</html>") << int(Error::Kind::BadAnswer);
        QTest::newRow("a redirect") << 302 << QByteArray() << int(Error::Kind::BadAnswer);
        QTest::newRow("broken") << 500 << QByteArray("{}") << int(Error::Kind::Server);
    }
    void whatIsNoProviderIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        ScriptedServer server;
        server.on("GET", wellKnown, {{.status = status, .body = body}});
        QCOMPARE(int(errorOf(at(server)).kind), kind);
    }

    void nobodyThereIsSaid()
    {
        const test::ReservedPort nobody;
        config::SignIn how = m_provider.settings();
        how.issuer = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(nobody.number()));
        QCOMPARE(errorOf(how).kind, Error::Kind::Unreachable);
    }

    /// One that answers about the code knows the client, whatever words it has for it.
    void aProviderThatRefusesTheCodeKnowsTheClient()
    {
        ScriptedServer server;
        server.on("GET", wellKnown,
                  {{.body = description(server.url("/id").toEncoded(), server.url("/token").toEncoded())}});
        server.on("POST", "/token", {{.status = 400, .body = R"({"error":"invalid_grant"})"}});
        QCOMPARE(errorOf(at(server)).code, none);
        const QByteArray sent = server.requests("POST", "/token").value(0).body;
        QVERIFY2(sent.contains("client_id=teleconsult"), sent.constData());
        QVERIFY2(sent.contains("code=none"), sent.constData());
    }
};

QTEST_GUILESS_MAIN(TestSignInProbe)
#include "test_sign_in_probe.moc"
