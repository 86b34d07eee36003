// How people sign in, and where secrets are, as the settings say.
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

using namespace teleconsult;
using config::SecretPlace;
using config::Settings;
using test::clearEnvironment;

class TestSignInSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const StationIdentity m_ada{QStringLiteral("ada"), QStringLiteral("Ada Neri"), {QStringLiteral("doctor")}};

    Settings settings() const { return Settings(m_folder.filePath(QStringLiteral("settings.ini"))); }

private slots:
    void init() { clearEnvironment(); }
    void cleanup() { clearEnvironment(); }

    void withoutAProviderTheConfiguredPersonHolds()
    {
        qputenv("TELECONSULT_STATION_ID", "nurse.bianchi");
        qputenv("TELECONSULT_SIGN_IN_CLIENT_ID", "teleconsult");
        Settings here = settings();
        QVERIFY(!here.signIn().value());
        here.setSignedIn(m_ada);
        QCOMPARE(here.station().externalId, QStringLiteral("nurse.bianchi"));
    }

    void whoHasSignedInTakesThePlaceOfTheConfiguredPerson()
    {
        qputenv("TELECONSULT_STATION_ID", "nurse.bianchi");
        qputenv("TELECONSULT_SIGN_IN_ISSUER", "https://id.clinic.it/realms/clinic/");
        qputenv("TELECONSULT_SIGN_IN_CLIENT_ID", "teleconsult");
        qputenv("TELECONSULT_SIGN_IN_SCOPES", "profile  offline_access");
        qputenv("TELECONSULT_SIGN_IN_GROUPS_CLAIM", "realm_access.roles");
        qputenv("TELECONSULT_SIGN_IN_REDIRECT_PORT", "8765");
        Settings here = settings();
        const config::SignIn expected{
            .issuer = QUrl(QStringLiteral("https://id.clinic.it/realms/clinic/")),
            .clientId = QStringLiteral("teleconsult"),
            .scopes = {QStringLiteral("openid"), QStringLiteral("profile"), QStringLiteral("offline_access")},
            .idClaim = QStringLiteral("sub"),
            .nameClaim = QStringLiteral("name"),
            .groupsClaim = QStringLiteral("realm_access.roles"),
            .redirectPort = 8765};
        QCOMPARE(here.signIn().value(), std::optional(expected));
        QCOMPARE(here.station(), StationIdentity()); // Nobody, and never the configured person.
        here.setSignedIn(m_ada);
        QCOMPARE(here.station(), m_ada);
        here.setSignedIn(std::nullopt);
        QCOMPARE(here.station(), StationIdentity());
    }

    void aMistakeLetsNobodyIn_data()
    {
        QTest::addColumn<QByteArray>("issuer");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<QString>("code");
        QTest::newRow("not safe") << QByteArray("http://id.clinic.it") << QByteArray("c") << "sign_in_issuer_malformed";
        QTest::newRow("no address") << QByteArray("clinic") << QByteArray("c") << "sign_in_issuer_malformed";
        QTest::newRow("no client") << QByteArray("https://id.clinic.it") << QByteArray() << "sign_in_client_not_set";
    }

    void aMistakeLetsNobodyIn()
    {
        QFETCH(QByteArray, issuer);
        QFETCH(QByteArray, client);
        QFETCH(QString, code);
        qputenv("TELECONSULT_SIGN_IN_ISSUER", issuer);
        qputenv("TELECONSULT_SIGN_IN_CLIENT_ID", client);
        Settings here = settings();
        QCOMPARE(here.signIn().error().code, code);
        here.setSignedIn(std::nullopt);
        QCOMPARE(here.station(), StationIdentity());
    }

    void secretsAreWhereSomebodyChose_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("place"); // Negative: an error, and never another place than was meant.
        QTest::newRow("nothing said") << QByteArray() << int(SecretPlace::Keychain);
        QTest::newRow("keychain") << QByteArray("keychain") << int(SecretPlace::Keychain);
        QTest::newRow("credentials") << QByteArray("credentials") << int(SecretPlace::Credentials);
        QTest::newRow("file") << QByteArray("file") << int(SecretPlace::File);
        QTest::newRow("something else") << QByteArray("files") << -1;
    }

    void secretsAreWhereSomebodyChose()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, place);
        qputenv("TELECONSULT_SECRET_STORE", value);
        const Result<SecretPlace> found = settings().secretStore();
        QCOMPARE(found ? int(*found) : -1, place);
        if (!found)
            QCOMPARE(found.error().code, QStringLiteral("secret_store_unknown"));
    }
};

QTEST_GUILESS_MAIN(TestSignInSettings)
#include "test_sign_in_settings.moc"
