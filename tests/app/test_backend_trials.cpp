// Settings that are tried before they are kept, against real servers.
#include "app/backend.h"

#include "core/config/setting_keys.h"
#include "core/secrets/file_store.h"
#include "tests/core/config/clean_environment.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_server.h"

#include <QTemporaryDir>

using namespace teleconsult;
using app::Backend;
using test::await;
using test::clearEnvironment;
using test::ScriptedServer;
using test::writeFile;
namespace keys = config::keys;

namespace {

const QByteArray policy = R"({"groups":{"basic":["patient"],"plus":["doctor"]}})";
const QByteArray nothing = R"({"teleconsultations":[]})";

} // namespace

class TestBackendTrials : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        clearEnvironment();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<config::Settings>(file("settings.ini"));
        m_backend = std::make_unique<Backend>(*m_settings, m_clock, m_folder->path());
        m_server = std::make_unique<ScriptedServer>();
    }
    void cleanup()
    {
        m_backend.reset();
        m_settings.reset();
        m_server.reset();
        clearEnvironment();
    }

    void aServiceWithAListIsOne()
    {
        m_server->on("GET", "/settings/policy", {{.body = policy}});
        m_server->on("GET", "/teleconsultation", {{.body = nothing}});
        QCOMPARE(tryService().value_or(false), true);
        QCOMPARE(m_server->count("GET", "/teleconsultation"), 1);
        // It was tried, and nothing else: the program does its work as before.
        QVERIFY(!m_backend->usesService());
        QVERIFY(!QFile::exists(file("settings.ini")));
    }

    void theOriginalServiceHasNoList()
    {
        m_server->on("GET", "/settings/policy", {{.status = 404, .body = R"({"message":"Route GET:/ not found"})"}});
        const Result<bool> lists = tryService();
        QVERIFY2(lists, lists ? "" : qPrintable(lists.error().toLogLine()));
        QCOMPARE(*lists, false);
    }

    /// The key that is entered goes to Kaleyra, from where it is entered, and as it is there now.
    void theKeyThatIsEnteredIsSent()
    {
        m_server->handle("GET", "/v2/company", [](const ScriptedServer::Request &request) {
            return request.headers.value("apikey") == "ak_live_entered1"
                       ? ScriptedServer::Answer{.body = R"({"id":"c_1","name":"San Luca"})"}
                       : ScriptedServer::Answer{.status = 403};
        });
        QVERIFY(QDir().mkpath(file("secrets")));
        const auto from = [this](const config::SettingValues &entered) {
            config::SettingValues values = entered;
            values.insert(keys::baseUrl, m_server->url().toString());
            return await(m_backend->tryKaleyra(m_settings->with(values)));
        };
        const config::SettingValues named{{keys::apiKeyFile, file("key")}};
        writeFile(file("key"), "ak_live_another1");
        QVERIFY(!from(named));
        writeFile(file("key"), "ak_live_entered1");
        QCOMPARE(from(named).value_or(kaleyra::Company()).name, QStringLiteral("San Luca"));
        const config::SettingValues kept{{keys::secretStore, QStringLiteral("file")}};
        QVERIFY(!from(kept));
        secrets::FileStore store(file("secrets"));
        QVERIFY(await(
            store.write(secrets::nameOf(secrets::Secret::KaleyraApiKey), "ak_live_entered1", secrets::Asking::Nobody)));
        QCOMPARE(from(kept).value_or(kaleyra::Company()).name, QStringLiteral("San Luca"));
    }

    /// The token that is entered is the one that is sent, and not one that holds otherwise.
    void theTokenThatIsEnteredIsSent_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("code");
        QTest::newRow("right") << QByteArray("entered-token") << QString();
        QTest::newRow("wrong") << QByteArray("another-token") << QStringLiteral("token_refused");
    }
    void theTokenThatIsEnteredIsSent()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, code);
        const auto guarded = [](const QByteArray &body) {
            return [body](const ScriptedServer::Request &request) {
                return request.headers.value("authorization") == "Bearer entered-token"
                           ? ScriptedServer::Answer{.body = body}
                           : ScriptedServer::Answer{.status = 401};
            };
        };
        m_server->handle("GET", "/settings/policy", guarded(policy));
        m_server->handle("GET", "/teleconsultation", guarded(nothing));
        writeFile(file("token"), token);
        const Result<bool> lists = tryService({{keys::serviceTokenFile, file("token")}});
        QCOMPARE(lists ? QString() : lists.error().code, code);
    }

    void aServiceThatCannotBeAskedIsSaid_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("tokenFile");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("not safe") << "http://service.example" << QString() << int(Error::Kind::Storage)
                                  << "service_url_malformed";
        QTest::newRow("no token") << "https://service.example"
                                  << "/nonesuch" << int(Error::Kind::Storage) << "service_token_missing";
        QTest::newRow("nobody there") << "http://127.0.0.1:1" << QString() << int(Error::Kind::Unreachable) << "";
    }
    void aServiceThatCannotBeAskedIsSaid()
    {
        QFETCH(QString, address);
        QFETCH(QString, tokenFile);
        QFETCH(int, kind);
        QFETCH(QString, code);
        const Result<bool> lists = await(m_backend->tryService(
            m_settings->with({{keys::serviceUrl, address}, {keys::serviceTokenFile, tokenFile}})));
        QVERIFY(!lists);
        QCOMPARE(int(lists.error().kind), kind);
        QCOMPARE(lists.error().code, code);
    }

    void aServiceThatIsNoneIsSaid()
    {
        m_server->on("GET", "/settings/policy", {{.body = policy}});
        m_server->on("GET", "/teleconsultation", {{.body = "<html>Welcome</html>"}});
        QCOMPARE(tryService().error().kind, Error::Kind::BadAnswer);
    }

    void withoutAServiceThereIsNothingToBeAsked()
    {
        QCOMPARE(await(m_backend->tryService(m_settings->with({{keys::serviceUrl, QString()}}))).value_or(true), false);
    }

    void whoSignsInIsAskedAboutOnlyWherePeopleDo()
    {
        QVERIFY(await(m_backend->trySignIn(m_settings->with({}))));
        QVERIFY(m_server->requests().isEmpty());
        const QString issuer = m_server->url("/id").toString();
        QCOMPARE(await(m_backend->trySignIn(m_settings->with({{keys::signInIssuer, issuer}}))).error().code,
                 QStringLiteral("sign_in_client_not_set"));
        const auto both =
            m_settings->with({{keys::signInIssuer, issuer}, {keys::signInClient, QStringLiteral("teleconsult")}});
        QCOMPARE(await(m_backend->trySignIn(both)).error().kind, Error::Kind::NotFound);
        QCOMPARE(m_server->count("GET", "/id/.well-known/openid-configuration"), 1);
    }

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Result<bool> tryService(config::SettingValues entered = {})
    {
        entered.insert(keys::serviceUrl, m_server->url().toString());
        return await(m_backend->tryService(m_settings->with(entered)));
    }

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Backend> m_backend;
};

QTEST_GUILESS_MAIN(TestBackendTrials)
#include "test_backend_trials.moc"
