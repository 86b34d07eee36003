// The backend as the settings say: which peers it asks, and that it does nothing when they are not right.
#include "app/backend.h"

#include "core/api/api_server.h"
#include "core/sandbox/sandbox.h"
#include "tests/core/config/clean_environment.h"
#include "tests/support/auth_service_double.h"
#include "tests/support/await.h"
#include "tests/support/log_capture.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_server.h"

#include <QDir>
#include <QTemporaryDir>

using namespace teleconsult;
using app::Backend;
using test::await;
using test::clearEnvironment;
using test::writeFile;

class TestBackend : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_kaleyra;
    test::ManualClock m_clock;

    QString file(const QString &name) const { return m_folder->filePath(name); }
    config::Settings settings() const { return config::Settings(file(QStringLiteral("settings.ini"))); }
    static ParticipantData person(const QString &id, const QString &name = {}, const QStringList &groups = {})
    {
        return {id, name, groups, {}};
    }
    TeleconsultationRequest request(const QList<ParticipantData> &people) const
    {
        TeleconsultationRequest wish;
        wish.participantsNumber = int(people.size());
        wish.participants = people;
        wish.start = m_clock.now().addSecs(3600);
        wish.duration = std::chrono::minutes(30);
        return wish;
    }

private slots:
    void init();
    void cleanup();
    void peopleComeFromTheAuthService();
    void groupsComeFromTheConfigurationFile();
    void whatIsNotRightLetsNothingHappen_data();
    void whatIsNotRightLetsNothingHappen();
    void aServiceElsewhereNeedsNoKeyHere();
    void theAgendaOfAServiceElsewhereIsRememberedUntilRecordsAreHere();
    void aNewKeyHoldsWithoutARestart();
    void aKeyThatIsSetLaterIsUsed();
    void secretsAreNotLookedForElsewhereThanWasMeant();
    void aNewTokenForAServiceElsewhereHoldsWithoutARestart();
    void aServiceThatIsSetUpByHalvesIsNone_data();
    void aServiceThatIsSetUpByHalvesIsNone();
};

void TestBackend::init()
{
    clearEnvironment();
    m_folder = std::make_unique<QTemporaryDir>();
    Result<std::unique_ptr<sandbox::Sandbox>> started = sandbox::start({});
    QVERIFY(started);
    m_kaleyra = std::move(*started);
    qputenv("BANDYER_BASE_URL", m_kaleyra->endpoint().baseUrl.toEncoded());
    qputenv("BANDYER_API_SECRET_KEY", m_kaleyra->endpoint().apiKey);
}

void TestBackend::cleanup()
{
    clearEnvironment();
    m_kaleyra.reset();
}

void TestBackend::peopleComeFromTheAuthService()
{
    test::AuthServiceDouble auth;
    auth.setClientType("telecons");
    auth.add(QStringLiteral("auth0|doctor"), QStringLiteral("Dr. Ada Neri"), {QStringLiteral("doctor")});
    auth.add(QStringLiteral("auth0|patient"), QStringLiteral("Mario Rossi"), {QStringLiteral("patient")});
    qputenv("AUTH_SERVICE", "127.0.0.1:" + QByteArray::number(auth.server().port()));
    qputenv("DEFAULT_CLIENT_TYPE", "telecons");
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QVERIFY(await(backend.start()));
    QVERIFY(!backend.mayHoldDemoClinic());
    const Result<QString> id = await(backend.teleconsultations().create(
        request({person(QStringLiteral("auth0|doctor")), person(QStringLiteral("auth0|patient"))})));
    QVERIFY2(id, id ? "" : qPrintable(id.error().toLogLine()));
    const Teleconsultation record = await(backend.records().find(*id)).value();
    QCOMPARE(record.participants.at(1).fullName, QStringLiteral("Mario Rossi"));
    QVERIFY(!record.roomId.isEmpty());
}

void TestBackend::groupsComeFromTheConfigurationFile()
{
    writeFile(file(QStringLiteral("service.json")),
              R"({"privileges":{"basic":{"groups":["guest"]},"plus":{"groups":["nurse"]}}})");
    qputenv("TELECONSULTATION_SERVICE_CONFIG_PATH", file(QStringLiteral("service.json")).toLocal8Bit());
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QVERIFY(await(backend.start()));
    const auto create = [&](const QString &group) {
        return await(backend.teleconsultations().create(
            request({person(QStringLiteral("a"), QStringLiteral("A"), {QStringLiteral("nurse")}),
                     person(QStringLiteral("b"), QStringLiteral("B"), {group})})));
    };
    QVERIFY(create(QStringLiteral("guest")));
    QCOMPARE(create(QStringLiteral("patient")).error().code, QStringLiteral("unknown_group"));
}

void TestBackend::whatIsNotRightLetsNothingHappen_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("no configuration file") << QByteArray("TELECONSULTATION_SERVICE_CONFIG_PATH")
                                           << QByteArray("/nonesuch.json") << "configuration_file_missing";
    QTest::newRow("auth service") << QByteArray("AUTH_SERVICE") << QByteArray("auth service")
                                  << "auth_service_malformed";
    QTest::newRow("CRUD service") << QByteArray("CRUD_SERVICE_URL") << QByteArray("crud") << "crud_url_malformed";
}

void TestBackend::whatIsNotRightLetsNothingHappen()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QString, code);
    qputenv(variable.constData(), value);
    test::LogCapture log;
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QVERIFY(await(backend.start()));
    QVERIFY(!backend.mayHoldDemoClinic());
    const Result<QString> id = await(backend.teleconsultations().create(
        request({person(QStringLiteral("a"), QStringLiteral("A"), {QStringLiteral("doctor")}),
                 person(QStringLiteral("b"), QStringLiteral("B"), {QStringLiteral("patient")})})));
    QVERIFY(!id);
    QCOMPARE(id.error().code, code);
    QCOMPARE(await(backend.teleconsultations().list({})).error().code, code);
    QCOMPARE(log.count(code), 1); // Said once, when it starts.
}

/// Another Teleconsult serves; this one has no key and no records.
void TestBackend::aServiceElsewhereNeedsNoKeyHere()
{
    config::Settings theirs = settings();
    Backend elsewhere(theirs, m_clock, m_folder->path());
    QVERIFY(await(elsewhere.start()));
    api::Api api({elsewhere.teleconsultations(), elsewhere.credentials(), elsewhere.company()});
    api::ApiServer server(api);
    const Result<quint16> port = server.start({.port = 0, .token = "a-token-of-the-clinic"});
    QVERIFY(port);

    clearEnvironment();
    // Whatever else is set up is neither read nor used.
    qputenv("BANDYER_BASE_URL", m_kaleyra->endpoint().baseUrl.toEncoded());
    qputenv("BANDYER_API_SECRET_KEY_FILE", "/nonesuch");
    qputenv("CRUD_SERVICE_URL", "crud");
    writeFile(file(QStringLiteral("token")), "a-token-of-the-clinic\n");
    qputenv("TELECONSULT_SERVICE_URL", "http://127.0.0.1:" + QByteArray::number(*port));
    qputenv("TELECONSULT_SERVICE_TOKEN_FILE", file(QStringLiteral("token")).toLocal8Bit());
    const QTemporaryDir station;
    config::Settings from(station.filePath(QStringLiteral("settings.ini")));
    Backend backend(from, m_clock, station.path());
    QVERIFY(backend.usesService());
    QVERIFY(!backend.usesSandbox());
    QVERIFY(!backend.mayHoldDemoClinic());
    QVERIFY(!backend.keepsRecordsHere());
    const Result<void> started = await(backend.start());
    QVERIFY2(started, started ? "" : qPrintable(started.error().toLogLine()));
    const Result<QString> id = await(backend.teleconsultations().create(
        request({person(QStringLiteral("a"), QStringLiteral("A"), {QStringLiteral("doctor")}),
                 person(QStringLiteral("b"), QStringLiteral("B"), {QStringLiteral("patient")})})));
    QVERIFY2(id, id ? "" : qPrintable(id.error().toLogLine()));
    QCOMPARE(await(backend.teleconsultations().list({})).value().size(), 1);
    QCOMPARE(await(elsewhere.records().find(*id)).value().participants.size(), 2);
    QVERIFY(await(backend.company().company()));
    QVERIFY(await(backend.teleconsultations().recover()));
    QVERIFY(QDir(station.path()).entryList({QStringLiteral("*.sqlite*"), QStringLiteral("sandbox")}).isEmpty());
    backend.end();
    elsewhere.end();
}

void TestBackend::theAgendaOfAServiceElsewhereIsRememberedUntilRecordsAreHere()
{
    records::Query today;
    today.from = m_clock.now().addSecs(-3600);
    today.until = m_clock.now().addSecs(3600);
    const auto remembered = [&today](Backend &backend) {
        const auto days = await(backend.teleconsultations().remembered(today));
        return days && days->has_value();
    };
    test::ScriptedServer elsewhere;
    elsewhere.on("GET", "/settings/policy", {{.body = R"({"groups":{"basic":["patient"],"plus":["doctor"]}})"}});
    elsewhere.on("GET", "/teleconsultation", {{.body = R"({"teleconsultations":[]})"}, {.status = 503}});
    clearEnvironment();
    qputenv("TELECONSULT_SERVICE_URL", elsewhere.url().toEncoded());
    {
        config::Settings from = settings();
        Backend forgetful(from, m_clock, m_folder->path());
        QVERIFY(!remembered(forgetful));
        Backend backend(from, m_clock, m_folder->path(), Backend::Memory::Agenda);
        QVERIFY(await(backend.teleconsultations().list(today)));
        QVERIFY(test::waitUntil([&] { return backend.isIdle(); }));
    }
    {
        config::Settings from = settings();
        Backend backend(from, m_clock, m_folder->path(), Backend::Memory::Agenda);
        QVERIFY(!await(backend.teleconsultations().list(today)));
        QVERIFY(remembered(backend));
        // Who sits here now has seen nothing yet.
        from.setStation({QStringLiteral("dr-other"), QStringLiteral("Dr. Other"), {QStringLiteral("doctor")}});
        QVERIFY(!remembered(backend));
        elsewhere.on("GET", "/teleconsultation", {{.body = R"({"teleconsultations":[]})"}});
        QVERIFY(await(backend.teleconsultations().list(today)));
        QVERIFY(test::waitUntil([&] { return backend.isIdle(); }));
        QVERIFY(remembered(backend));
    }
    clearEnvironment();
    qputenv("BANDYER_BASE_URL", m_kaleyra->endpoint().baseUrl.toEncoded());
    qputenv("BANDYER_API_SECRET_KEY", m_kaleyra->endpoint().apiKey);
    {
        config::Settings from = settings();
        Backend local(from, m_clock, m_folder->path(), Backend::Memory::Agenda);
        QVERIFY(await(local.start()));
        QVERIFY(!remembered(local));
    }
    qputenv("TELECONSULT_SERVICE_URL", elsewhere.url().toEncoded());
    config::Settings from = settings();
    Backend again(from, m_clock, m_folder->path(), Backend::Memory::Agenda);
    QVERIFY(!remembered(again));
}

/// The key's file is written anew while the program runs; the one that was set up first was wrong.
void TestBackend::aNewKeyHoldsWithoutARestart()
{
    const QByteArray right = m_kaleyra->endpoint().apiKey;
    clearEnvironment();
    qputenv("BANDYER_BASE_URL", m_kaleyra->endpoint().baseUrl.toEncoded());
    qputenv("BANDYER_API_SECRET_KEY_FILE", file(QStringLiteral("key")).toLocal8Bit());
    writeFile(file(QStringLiteral("key")), "ak_of_yesterday");
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QVERIFY(await(backend.start()));
    QCOMPARE(await(backend.company().company()).error().kind, Error::Kind::Unauthorized);
    writeFile(file(QStringLiteral("key")), right);
    QVERIFY(await(backend.company().company()));
}

void TestBackend::aKeyThatIsSetLaterIsUsed()
{
    const QByteArray right = m_kaleyra->endpoint().apiKey;
    clearEnvironment();
    qputenv("BANDYER_BASE_URL", m_kaleyra->endpoint().baseUrl.toEncoded());
    qputenv("TELECONSULT_SECRET_STORE", "file");
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QCOMPARE(await(backend.start()).error().code, QStringLiteral("secret_not_found"));
    QCOMPARE(await(backend.company().company()).error().code, QStringLiteral("secret_not_found"));
    QVERIFY(await(backend.secrets().write(secrets::Secret::KaleyraApiKey, right)));
    QVERIFY(await(backend.company().company()));
    QVERIFY(await(backend.start())); // As the application does when something has changed.
    QVERIFY(await(backend.secrets().remove(secrets::Secret::KaleyraApiKey)));
    QCOMPARE(await(backend.company().company()).error().code, QStringLiteral("secret_not_found"));
}

void TestBackend::secretsAreNotLookedForElsewhereThanWasMeant()
{
    qunsetenv("BANDYER_API_SECRET_KEY");
    qputenv("TELECONSULT_SECRET_STORE", "keyring");
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QCOMPARE(await(backend.start()).error().code, QStringLiteral("secret_store_unknown"));
    QCOMPARE(await(backend.company().company()).error().field, QStringLiteral("secrets/store"));
}

void TestBackend::aNewTokenForAServiceElsewhereHoldsWithoutARestart()
{
    test::ScriptedServer elsewhere;
    elsewhere.on("GET", "/settings/policy", {{.body = R"({"groups":{"basic":["patient"],"plus":["doctor"]}})"}});
    elsewhere.handle("GET", "/teleconsultation", [](const test::ScriptedServer::Request &request) {
        return request.headers.value("authorization") == "Bearer new-token"
                   ? test::ScriptedServer::Answer{.body = R"({"teleconsultations":[]})"}
                   : test::ScriptedServer::Answer{.status = 401};
    });
    clearEnvironment();
    qputenv("TELECONSULT_SERVICE_URL", elsewhere.url().toEncoded());
    qputenv("TELECONSULT_SERVICE_TOKEN_FILE", file(QStringLiteral("token")).toLocal8Bit());
    writeFile(file(QStringLiteral("token")), "old-token");
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QVERIFY(await(backend.start()));
    QCOMPARE(await(backend.teleconsultations().list({})).error().code, QStringLiteral("token_refused"));
    QCOMPARE(elsewhere.count("GET", "/teleconsultation"), 1);
    writeFile(file(QStringLiteral("token")), "new-token");
    QVERIFY(await(backend.teleconsultations().list({})));
    QCOMPARE(elsewhere.count("GET", "/teleconsultation"), 3);
}

void TestBackend::aServiceThatIsSetUpByHalvesIsNone_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("tokenFile");
    QTest::addColumn<QString>("code");
    QTest::newRow("no address") << QByteArray("service") << QByteArray() << "service_url_malformed";
    QTest::newRow("not safe") << QByteArray("http://service.example.org") << QByteArray() << "service_url_malformed";
    QTest::newRow("no token") << QByteArray("https://service.example.org") << QByteArray("/nonesuch")
                              << "service_token_missing";
}

void TestBackend::aServiceThatIsSetUpByHalvesIsNone()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, tokenFile);
    QFETCH(QString, code);
    qputenv("TELECONSULT_SERVICE_URL", url);
    qputenv("TELECONSULT_SERVICE_TOKEN_FILE", tokenFile);
    test::LogCapture log;
    config::Settings from = settings();
    Backend backend(from, m_clock, m_folder->path());
    QVERIFY(!backend.usesSandbox());
    QVERIFY(!backend.mayHoldDemoClinic());
    QCOMPARE(await(backend.start()).error().code, code);
    QCOMPARE(await(backend.teleconsultations().list({})).error().code, code);
    QVERIFY(log.count(code) > 0);
}

QTEST_GUILESS_MAIN(TestBackend)
#include "test_backend.moc"
