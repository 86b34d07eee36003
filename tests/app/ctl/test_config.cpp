// teleconsultctl config, as an administrator uses it.
#include "tests/app/ctl/config_test.h"

#include "core/config/settings.h"

#include <QDir>
#include <QJsonArray>

using namespace teleconsult;
using Outcome = test::CtlFixture::Outcome;

class TestConfig : public test::ConfigTest
{
    Q_OBJECT

private slots:
    void listsWhatHoldsAndWhy();
    void listsTheGuidesTables();
    void setsGetsAndUnsets();
    void saysWhatHoldsALockedValue_data();
    void saysWhatHoldsALockedValue();
    void refuses_data();
    void refuses();
    void neverShowsTheKey();
    void exportsWhatItImports();
    void importsAllOrNothing();
    void importsTheKeyIntoTheStore_data();
    void importsTheKeyIntoTheStore();
    void aKeyThatCannotBeStoredChangesNothing_data();
    void aKeyThatCannotBeStoredChangesNothing();
    void importsTheConfiguration();
    void checks();
    void makesNothingButTheSettingsFile();
};

void TestConfig::listsWhatHoldsAndWhy()
{
    m_ctl->environment.insert(QStringLiteral("IMMUTABLE_PERIOD_MS"), QStringLiteral("60000"));
    QCOMPARE(run("config set interface/tray false").code, 0);
    const Outcome json = run("config list --json --set interface/language=it");
    QVERIFY2(json.code == 0, json.text());
    QMap<QString, QJsonObject> found;
    for (const QJsonValue entry : json.json()[QStringLiteral("settings")].toArray())
        found.insert(entry[QStringLiteral("key")].toString(), entry.toObject());
    for (const config::SettingSpec &spec : config::Settings::catalogue())
        QCOMPARE(found.contains(spec.key), spec.kind != config::SettingSpec::Kind::Note);
    const auto is = [&found](const char *key, const char *value, const char *source, bool locked) {
        const QJsonObject entry = found.value(QString::fromLatin1(key));
        return entry[QStringLiteral("value")].toString() == QLatin1String(value) &&
               entry[QStringLiteral("source")].toString() == QLatin1String(source) &&
               entry[QStringLiteral("locked")].toBool(!locked) == locked;
    };
    QVERIFY2(is("consultations/immutable_period_ms", "60000", "environment", true), json.text());
    QVERIFY2(is("interface/tray", "false", "user", false), json.text());
    QVERIFY2(is("interface/language", "it", "command line", true), json.text());
    QVERIFY2(is("consultations/live", "true", "default", false), json.text());
    QVERIFY(found[QStringLiteral("kaleyra/base_url")][QStringLiteral("needsRestart")].toBool());

    const Outcome text = run("config list");
    QVERIFY2(text.output.contains(QLatin1String("consultations/immutable_period_ms = 60000  (environment, locked)")) &&
                 text.output.contains(QLatin1String("interface/tray = false  (user)")),
             text.text());
}

void TestConfig::listsTheGuidesTables()
{
    const Outcome tables = run("config list --markdown");
    QVERIFY2(tables.output.contains(QLatin1String("| `IMMUTABLE_PERIOD_MS` | `0` |")), tables.text());
    QVERIFY2(tables.output.contains(QLatin1String("## Kaleyra\n\n| setting |")), tables.text());
}

void TestConfig::setsGetsAndUnsets()
{
    QCOMPARE(run("config get station/groups").output.trimmed(), QStringLiteral("doctor"));
    const Outcome set = run("config set station/groups doctor,nurse");
    QVERIFY2(set.code == 0, set.text());
    QCOMPARE(run("config get station/groups").output.trimmed(), QStringLiteral("doctor, nurse"));
    const Outcome json = run("config get station/groups --json");
    QCOMPARE(json.json()[QStringLiteral("source")].toString(), QStringLiteral("user"));
    QCOMPARE(run("config unset station/groups --json").output.trimmed(), QStringLiteral("{}"));
    QCOMPARE(run("config get station/groups").output.trimmed(), QStringLiteral("doctor"));
    // Another file than the user's own.
    QCOMPARE(run("--settings other.ini config set interface/tray false").code, 0);
    QCOMPARE(run("config get interface/tray").output.trimmed(), QStringLiteral("true"));
    QCOMPARE(run("config get interface/tray --settings other.ini").output.trimmed(), QStringLiteral("false"));
}

void TestConfig::saysWhatHoldsALockedValue_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("set") << QByteArray("config set interface/tray true");
    QTest::newRow("unset") << QByteArray("config unset interface/tray");
    QTest::newRow("import") << QByteArray("config import tray.env");
}

void TestConfig::saysWhatHoldsALockedValue()
{
    QFETCH(QByteArray, line);
    m_ctl->file(QStringLiteral("tray.env"), "TELECONSULT_TRAY=true\nTELECONSULT_DEMO=false\n");
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_TRAY"), QStringLiteral("false"));
    const Outcome text = run(line.constData());
    QVERIFY2(text.code == 6 && text.error.contains(QLatin1String("TELECONSULT_TRAY in the environment")), text.text());
    const Outcome json = run((line + " --json").constData());
    QVERIFY2(json.code == 6 && json.json()[QStringLiteral("message")].toString().contains(QLatin1String("TRAY")),
             json.text());
    m_ctl->environment.remove(QStringLiteral("TELECONSULT_TRAY"));
    const Outcome line2 = run((line + " --set interface/tray=false").constData());
    QVERIFY2(line2.code == 6 && line2.error.contains(QLatin1String("--set")), line2.text());
    QVERIFY(settingsText().isEmpty());
}

void TestConfig::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("no setting") << QByteArray("config get zoo/animals") << "zoo/animals";
    QTest::newRow("no setting to set") << QByteArray("config set zoo/animals 12") << "zoo/animals";
    QTest::newRow("out of range") << QByteArray("config set reminders/minutes_before 121") << "0 to 120";
    QTest::newRow("no choice") << QByteArray("config set consultations/recording always") << "manual";
    QTest::newRow("the key") << QByteArray("config set kaleyra/api_key s3cret") << "BANDYER_API_SECRET_KEY";
    QTest::newRow("the PIN") << QByteArray("config set settings/pin $argon2id$s3cret") << "secret";
    QTest::newRow("the program's own note") << QByteArray("config set notice/accepted me") << "note";
    QTest::newRow("a note to see") << QByteArray("config get notice/accepted") << "notice/accepted";
}

void TestConfig::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, named);
    const Outcome outcome = run(line.constData());
    QVERIFY2(outcome.code == 3 && outcome.error.contains(named), outcome.text());
    QVERIFY(!outcome.error.contains(QLatin1String("s3cret")));
    QVERIFY(settingsText().isEmpty());
}

void TestConfig::neverShowsTheKey()
{
    m_ctl->environment.insert(QStringLiteral("BANDYER_API_SECRET_KEY"), QStringLiteral("s3cret"));
    QCOMPARE(run("config get kaleyra/api_key").output.trimmed(), QStringLiteral("set"));
    for (const char *line : {"config list", "config list --json", "config get kaleyra/api_key --json", "config export",
                             "config export --ini", "config export --json", "config check"})
    {
        const Outcome outcome = run(line);
        QVERIFY2(outcome.code == 0 && !outcome.text().contains("s3cret"), outcome.text());
    }
    m_ctl->environment.remove(QStringLiteral("BANDYER_API_SECRET_KEY"));
    QCOMPARE(run("config get kaleyra/api_key").output.trimmed(), QStringLiteral("not set"));
}

void TestConfig::exportsWhatItImports()
{
    m_ctl->file(
        QStringLiteral("service.env"),
        "BANDYER_API_SECRET_KEY=s3cret\nIMMUTABLE_PERIOD_MS=60000\nAUTH_SERVICE=\"auth0-client\"\nLOG_LEVEL=info\n");
    const Outcome import = run("config import service.env");
    QVERIFY2(import.code == 0 && import.output.contains(QLatin1String("BANDYER_API_SECRET_KEY")) &&
                 import.output.contains(QLatin1String("LOG_LEVEL")),
             import.text());
    QVERIFY(!settingsText().contains("s3cret"));
    QCOMPARE(run("config export").output, QStringLiteral("IMMUTABLE_PERIOD_MS=60000\nAUTH_SERVICE=auth0-client\n"));
    const QJsonObject json = run("config export --json").json()[QStringLiteral("settings")].toObject();
    QCOMPARE(json.keys(),
             QStringList({QStringLiteral("consultations/immutable_period_ms"), QStringLiteral("people/auth_service")}));
    m_ctl->file(QStringLiteral("again.ini"), run("config export --ini").output.toUtf8());
    QCOMPARE(run("--settings other.ini config import again.ini").code, 0);
    QCOMPARE(run("--settings other.ini config get people/auth_service").output.trimmed(),
             QStringLiteral("auth0-client"));
}

void TestConfig::importsAllOrNothing()
{
    m_ctl->file(QStringLiteral("wrong.env"), "TELECONSULT_TRAY=false\nIMMUTABLE_PERIOD_MS=soon\n");
    for (const char *line : {"config import wrong.env", "config check wrong.env"}) {
        const Outcome outcome = run(line);
        QVERIFY2(outcome.code == 3 && outcome.error.contains(QLatin1String("line 2")) &&
                     outcome.error.contains(QLatin1String("IMMUTABLE_PERIOD_MS")),
                 outcome.text());
    }
    const Outcome json = run("config import wrong.env --json");
    QVERIFY2(json.code == 3 && json.json()[QStringLiteral("message")].toString().contains(QLatin1String("line 2")),
             json.text());
    QCOMPARE(run("config import nonesuch.env").code, 7);
    QVERIFY(settingsText().isEmpty());
}

void TestConfig::importsTheKeyIntoTheStore_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("answer"); // Of somebody at a terminal; null: there is none.
    QTest::addColumn<bool>("isStored");
    const QByteArray nobody;
    QTest::newRow("nobody is asked") << "" << nobody << false;
    QTest::newRow("asked for") << "--with-key" << nobody << true;
    QTest::newRow("asked for, for a program") << "--with-key --json" << nobody << true;
    QTest::newRow("at a terminal, yes") << "" << QByteArray("y\n") << true;
    QTest::newRow("at a terminal, no") << "" << QByteArray("n\n") << false;
    QTest::newRow("at a terminal, nothing") << "" << QByteArray("\n") << false;
    QTest::newRow("at a terminal, said already") << "--with-key" << QByteArray("n\n") << true;
}

void TestConfig::importsTheKeyIntoTheStore()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, answer);
    QFETCH(bool, isStored);
    m_ctl->file(QStringLiteral("service.env"),
                "BANDYER_API_SECRET_KEY=s3cret-of-the-clinic\nIMMUTABLE_PERIOD_MS=60000\n"
                "TELECONSULT_SECRET_STORE=file\n"); // A store that only the file itself names.
    const QString line = QStringLiteral("config import service.env ") + options;
    Outcome outcome;
    if (answer.isNull())
        outcome = run(line.trimmed().toUtf8().constData());
    else
        outcome = m_ctl->runAtTerminal(line.trimmed(), answer);
    QVERIFY2(outcome.code == 0 && !outcome.text().contains("s3cret"), outcome.text());
    QCOMPARE(outcome.output.contains(QLatin1String("[y/N]")), !answer.isNull() && options.isEmpty());

    QCOMPARE(run("config get consultations/immutable_period_ms").output.trimmed(), QStringLiteral("60000"));
    QVERIFY(!settingsText().contains("s3cret"));
    QFile stored(m_ctl->dataDir() + QStringLiteral("/secrets/kaleyra-api-key"));
    QCOMPARE(stored.open(QFile::ReadOnly), isStored);
    if (isStored) {
        QCOMPARE(stored.readAll().trimmed(), QByteArray("s3cret-of-the-clinic"));
        QVERIFY((stored.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }
    QCOMPARE(outcome.output.contains(QLatin1String("The API key is in the store")) ||
                 outcome.json()[QStringLiteral("keyStored")].toBool(),
             isStored);
    QCOMPARE(outcome.output.contains(QLatin1String("--with-key")), !isStored);
}

void TestConfig::aKeyThatCannotBeStoredChangesNothing_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("words");
    const QByteArray key = "IMMUTABLE_PERIOD_MS=60000\nBANDYER_API_SECRET_KEY=s3cret\n";
    QTest::newRow("given elsewhere") << key + "TELECONSULT_SECRET_STORE=file\n"
                                     << "gives this secret";
    QTest::newRow("handed over by systemd") << key + "TELECONSULT_SECRET_STORE=credentials\n"
                                            << "systemd";
    QTest::newRow("no keychain") << key << "keychain";
    QTest::newRow("no key") << QByteArray("IMMUTABLE_PERIOD_MS=60000\nBANDYER_API_SECRET_KEY=s3cret key\n") << "line 2";
    QTest::newRow("a mistake elsewhere") << key + "LIVE_TELECONSULTATION=perhaps\nTELECONSULT_SECRET_STORE=file\n"
                                         << "line 3";
}

void TestConfig::aKeyThatCannotBeStoredChangesNothing()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, words);
    m_ctl->file(QStringLiteral("service.env"), file);
    if (words == QLatin1String("gives this secret"))
        m_ctl->environment.insert(QStringLiteral("BANDYER_API_SECRET_KEY_FILE"),
                                  m_ctl->file(QStringLiteral("key"), "another"));
    const Outcome outcome = run("config import service.env --with-key");
    QVERIFY2(outcome.code != 0 && outcome.code != -1 && outcome.error.contains(words), outcome.text());
    QVERIFY(!outcome.text().contains("s3cret"));
    QVERIFY(settingsText().isEmpty());
    QVERIFY(!QFile::exists(m_ctl->dataDir() + QStringLiteral("/secrets/kaleyra-api-key")));
}

void TestConfig::importsTheConfiguration()
{
    m_ctl->file(QStringLiteral("service.json"),
                R"({"privileges":{"basic":{"groups":["guest"]},"plus":{"groups":["doctor","nurse"]}}})");
    const Outcome import = run("config import service.json --json");
    QVERIFY2(import.code == 0 && import.json()[QStringLiteral("configuration")].toBool(), import.text());
    const Outcome doctor = run("doctor --set station/groups=clown");
    QVERIFY2(doctor.output.contains(QLatin1String("guest")), doctor.text());
}

void TestConfig::checks()
{
    const Outcome good = run("config check");
    QVERIFY2(good.code == 0, good.text());
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_TRAY"), QStringLiteral("perhaps"));
    m_ctl->environment.insert(QStringLiteral("CRUD_SERVICE_URL"), QStringLiteral("nowhere"));
    QCOMPARE(run("config set zoo/animals 12").code, 3);
    m_ctl->file(QStringLiteral("own.ini"), "[zoo]\nanimals=12\n# a note\n");
    for (const auto &[variable, value] : {std::pair("TELECONSULT_SECRET_STORE", "drawer"),
                                          std::pair("TELECONSULT_SIGN_IN_ISSUER", "http://login.example"),
                                          std::pair("TELECONSULT_APPOINTMENT_KEY_FILE", "/nonesuch")})
        m_ctl->environment.insert(QLatin1String(variable), QLatin1String(value));
    const Outcome wrong = run("config check --settings own.ini --json");
    QVERIFY2(wrong.code == 7, wrong.text());
    const QJsonArray problems = wrong.json()[QStringLiteral("problems")].toArray();
    QCOMPARE(problems.size(), 7);
    for (const char *named : {"TELECONSULT_TRAY", "CRUD_SERVICE_URL", "zoo/animals", "line 3", "secrets/store",
                              "sign_in/issuer", "kiosk/appointment_key_file"})
        QVERIFY2(wrong.output.contains(QLatin1String(named)), wrong.text());
}

void TestConfig::makesNothingButTheSettingsFile()
{
    QCOMPARE(run("config list").code, 0);
    QCOMPARE(run("config check").code, 0);
    QVERIFY(!QFile::exists(m_ctl->dataDir()));
    QVERIFY(!QFile::exists(settingsFile()));
    QCOMPARE(run("config set interface/tray false").code, 0);
    QVERIFY(QFile::exists(settingsFile()));
    QVERIFY(!QFile::exists(m_ctl->dataDir()));
}

QTEST_GUILESS_MAIN(TestConfig)
#include "test_config.moc"
