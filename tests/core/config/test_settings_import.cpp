// Taking over what another installation was told.
#include "tests/core/config/settings_test.h"

#include "core/config/service_configuration.h"

#include <QDir>

using namespace teleconsult;
using config::readEnvironmentText;
using config::readImport;
using config::readServiceConfiguration;
using config::SettingLine;
using config::Settings;
using config::SettingsImport;
using config::SettingValues;
using test::writeFile;

namespace {

/// An environment as the variables of reference/teleconsultation-service.md make it.
const QByteArray referenceEnvironment = "# The teleconsultation service\n"
                                        "BANDYER_API_SECRET_KEY=s3cret-of-the-clinic\n"
                                        "BANDYER_BASE_URL=https://api.sandbox.eu.bandyer.com/v2\n"
                                        "CRUD_SERVICE_URL=http://crud-service\n"
                                        "TELECONSULTATIONS_CRUD_NAME=teleconsultations\n"
                                        "USER_ID_MAP_CRUD_NAME=teleconsultations_users\n"
                                        "AUTH_SERVICE=auth0-client\n"
                                        "CUSTOM_ID_USERS_API_ENDPOINT=http://crud-service/users\n"
                                        "DEFAULT_CLIENT_TYPE=web\n"
                                        "ADDITIONAL_HEADERS_TO_PROXY=x-forwarded-for,x-request-id,x-forwarded-host,"
                                        "cookie,client-type\n"
                                        "UNLIMITED_TELECONSULTATION=true\n"
                                        "LIVE_TELECONSULTATION=false\n"
                                        "IMMUTABLE_PERIOD_MS=600000\n"
                                        "TELECONSULTATION_DELETE_UPLOADS=false\n"
                                        "DEFAULT_RECORDING_TYPE=manual\n"
                                        "TRANSCRIPTION_MAX_FILE_SIZE=50MB\n"
                                        "LOG_LEVEL=info\n"
                                        "HTTP_PORT=3000\n";

/// A configuration of every property that the page has a row for.
const QByteArray referenceConfiguration =
    "{\n"
    "  \"privileges\": {\n"
    "    \"basic\": {\"groups\": [\"patient\"], \"tools\": {\"chat\": true, \"screen_sharing\": false}},\n"
    "    \"plus\": {\"groups\": [\"doctor\"], \"tools\": {\"chat\": true, \"file_upload\": true, \"whiteboard\": "
    "true,\n"
    "      \"snapshot\": true, \"live_edit\": true, \"live_pointer\": true, \"present_to_everyone\": true}}\n"
    "  },\n"
    "  \"environment\": \"sandbox\",\n"
    "  \"mode\": \"window\",\n"
    "  \"theme\": {\n"
    "    \"light\": {\"primaryColor\": \"#fff\", \"accentColor\": \"#480ca8\"},\n"
    "    \"dark\": {\"primaryColor\": \"#003049\", \"accentColor\": \"#d62828\"}\n"
    "  },\n"
    "  \"companyLogo\": {\"url\": \"/logo.png\"},\n"
    "  \"groupsWithBackgroundList\": [\"doctor\"],\n"
    "  \"customUserId\": {\"source\": \"_id\", \"target\": \"authUserId\"},\n"
    "  \"userIdPathInRequest\": [\n"
    "    {\"from\": \"object\", \"extract\": \"headers\"},\n"
    "    {\"from\": \"object\", \"extract\": \"miauserproperties\"},\n"
    "    {\"from\": \"json\", \"extract\": \"customUserId\"}\n"
    "  ]\n"
    "}\n";

QStringList namesOf(const QList<SettingLine> &lines)
{
    QStringList names;
    for (const SettingLine &line : lines)
        names << line.name;
    return names;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSettingsImport : public test::SettingsTest
{
    Q_OBJECT

private slots:
    void theReferencesEnvironmentIsTakenAsItIs();
    void theReferencesConfigurationIsTakenAsItIs();
    void environmentFilesAreReadAsOthersReadThem_data();
    void environmentFilesAreReadAsOthersReadThem();
    void filesOfWindowsEditorsAreRead();
    void mistakesChangeNothing_data();
    void mistakesChangeNothing();
    void aConfigurationThatIsNamedMustBeUsable();
    void aStrayLineTakesNoImportBack();
    void whatIsLockedIsNotImported_data();
    void whatIsLockedIsNotImported();
    void aConfigurationThatCannotBeKeptLeavesTheOldOne();
    void whatIsNoFileIsAnError();
};

void TestSettingsImport::theReferencesEnvironmentIsTakenAsItIs()
{
    const Result<SettingsImport> import = read(referenceEnvironment);
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    QCOMPARE(namesOf(import->secrets), QStringList(QStringLiteral("BANDYER_API_SECRET_KEY")));
    QCOMPARE(import->apiKey, QByteArray("s3cret-of-the-clinic")); // For whoever may put it into a store.
    const QStringList foreign{QStringLiteral("LOG_LEVEL"), QStringLiteral("HTTP_PORT")};
    QCOMPARE(namesOf(import->foreign), foreign);
    QCOMPARE(import->foreign.first().line, 17);
    Settings settings(settingsFile());
    QVERIFY(takeOver(*import, settings));

    const Settings again(settingsFile());
    QCOMPARE(again.kaleyraBaseUrl().value(), QUrl(QStringLiteral("https://api.sandbox.eu.bandyer.com")));
    QCOMPARE(again.crudService().value()->users, QStringLiteral("teleconsultations_users"));
    QCOMPARE(again.authService().value()->baseUrl, QUrl(QStringLiteral("http://auth0-client")));
    QVERIFY(again.authService().value()->headersToForward.contains("client-type"));
    QCOMPARE(again.consultationPolicy()->immutablePeriod, std::chrono::minutes(10));
    QCOMPARE(again.consultationPolicy()->recording, QStringLiteral("manual"));
    QVERIFY(!again.consultationPolicy()->live);
    QVERIFY(!contentOf(settingsFile()).contains("s3cret"));
}

void TestSettingsImport::theReferencesConfigurationIsTakenAsItIs()
{
    const Result<SettingsImport> import = read(referenceConfiguration);
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    const QString settingsFile = path(QStringLiteral("home/settings.ini")); // There is no such folder yet.
    Settings settings(settingsFile);
    QVERIFY(takeOver(*import, settings));
    QVERIFY(QFile::remove(path(QStringLiteral("import")))); // A copy is kept.

    const Settings again(settingsFile);
    QCOMPARE(again.consultationPolicy()->groupsWithBackground, QStringList(QStringLiteral("doctor")));
    QVERIFY(!again.consultationPolicy()->privileges.toolsOf(Role::Basic).screenSharing);
    QCOMPARE(again.callerPath()->steps.size(), 3);
    QCOMPARE(contentOf(again.text(QStringLiteral("service/configuration_file"))), referenceConfiguration);
}

void TestSettingsImport::environmentFilesAreReadAsOthersReadThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("line");
    const QString a = QStringLiteral("A");
    QTest::newRow("plain") << QByteArray("A=b") << a << "b" << 1;
    QTest::newRow("nothing") << QByteArray("A=\n") << a << "" << 1;
    QTest::newRow("blanks within") << QByteArray("A= Dr. Giulia Ferri \t\n") << a << "Dr. Giulia Ferri" << 1;
    QTest::newRow("equals signs") << QByteArray("A=b=c==\n") << a << "b=c==" << 1;
    QTest::newRow("no comment behind a value") << QByteArray("A=b # c\n") << a << "b # c" << 1;
    QTest::newRow("comments and empty lines") << QByteArray("# x=y\n; z\n\n  A=b\n") << a << "b" << 4;
    QTest::newRow("double quotes") << QByteArray("A=\" b \\\" \\\\ 'c' \"\n") << a << " b \" \\ 'c' " << 1;
    QTest::newRow("single quotes") << QByteArray("A=' b \\\\ \"c\" '\n") << a << " b \\\\ \"c\" " << 1;
    QTest::newRow("a backslash") << QByteArray("A=b\\ \\\\c\n") << a << "b \\c" << 1;
    QTest::newRow("a line that goes on") << QByteArray("A=b\\\nc\n") << a << "bc" << 1;
    QTest::newRow("lines within quotes") << QByteArray("\nA=\"b\nc\"\n") << a << "b\nc" << 2;
    QTest::newRow("of another system") << QByteArray("A=b\r\n") << a << "b" << 1;
    QTest::newRow("letters of all kinds") << QByteArray("A=caff\xC3\xA8\n") << a << QString::fromUtf8("caffè") << 1;
}

void TestSettingsImport::environmentFilesAreReadAsOthersReadThem()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(int, line);
    const Result<QList<SettingLine>> lines = readEnvironmentText(text);
    QVERIFY2(lines, qPrintable(lines ? QString() : lines.error().message));
    QCOMPARE(lines->size(), 1);
    QCOMPARE(lines->first(), (SettingLine{name, value, line}));
}

void TestSettingsImport::filesOfWindowsEditorsAreRead()
{
    const QByteArray mark = "\xEF\xBB\xBF";
    const Result<SettingsImport> configuration = read(mark + referenceConfiguration);
    QVERIFY2(configuration, configuration ? "" : qPrintable(configuration.error().message));
    QVERIFY(readServiceConfiguration(configuration->configuration));
    const Result<SettingsImport> ini = read(mark + "[interface]\r\ntray=false\r\n");
    QVERIFY2(ini, ini ? "" : qPrintable(ini.error().message));
    QCOMPARE(ini->values.value(QStringLiteral("interface/tray")).toString(), QStringLiteral("false"));
    const Result<SettingsImport> environment = read(mark + "IMMUTABLE_PERIOD_MS=60000\r\n");
    QVERIFY2(environment, environment ? "" : qPrintable(environment.error().message));
    QCOMPARE(environment->values.size(), 1);
}

/// What is wrong with a line by hand is not what became of saving.
void TestSettingsImport::aStrayLineTakesNoImportBack()
{
    writeFile(settingsFile(), "[interface]\n# a note\ntray=false\n");
    Settings settings(settingsFile());
    QVERIFY(takeOver(*read(referenceConfiguration), settings));
    QVERIFY(QFile::exists(settings.text(QStringLiteral("service/configuration_file"))));
    QVERIFY(Settings(settingsFile()).serviceConfiguration());
}

void TestSettingsImport::mistakesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("field");
    QTest::newRow("no assignment") << QByteArray("A=b\n\nwhat is this\n") << "line 3:"
                                   << "";
    QTest::newRow("passed through by Docker") << QByteArray("AUTH_SERVICE\n") << "line 1:"
                                              << "";
    QTest::newRow("no name") << QByteArray("LIVE-TELECONSULTATION=true\n") << "line 1:"
                             << "";
    QTest::newRow("an open quote") << QByteArray("A=b\nAUTH_SERVICE=\"x\n") << "line 2:"
                                   << "AUTH_SERVICE";
    QTest::newRow("out of range") << QByteArray("LIVE_TELECONSULTATION=true\nIMMUTABLE_PERIOD_MS=-1\n") << "line 2:"
                                  << "IMMUTABLE_PERIOD_MS";
    QTest::newRow("not filled in") << QByteArray("BANDYER_BASE_URL={{BASE_URL}}\n") << "line 1:"
                                   << "BANDYER_BASE_URL";
    QTest::newRow("a key of two words") << QByteArray("LIVE_TELECONSULTATION=true\nBANDYER_API_SECRET_KEY=s3cret key\n")
                                        << "line 2:"
                                        << "BANDYER_API_SECRET_KEY";
    QTest::newRow("a key of other letters") << QByteArray("BANDYER_API_SECRET_KEY=s3cr\xC3\xA8t\n") << "line 1:"
                                            << "BANDYER_API_SECRET_KEY";
    QTest::newRow("a key twice") << QByteArray("BANDYER_API_SECRET_KEY=s3cret\nBANDYER_API_SECRET_KEY_FILE=/key\n")
                                 << "line 2:"
                                 << "BANDYER_API_SECRET_KEY";
    QTest::newRow("JSON that is none") << QByteArray("{\n \"privileges\": {\n  oops\n}") << "line 3:"
                                       << "";
    QTest::newRow("a property of the wrong type")
        << QByteArray("{\n\"privileges\":{\"basic\":{\"groups\":[]},\n\"plus\":{\n\"groups\":7}}}") << "line 4:"
        << "privileges.plus.groups";
    QTest::newRow("a property that is missing")
        << QByteArray("{\n\"privileges\":\n{\"basic\":{\"groups\":[]}\n}}") << "line 2:"
        << "privileges.plus";
    QTest::newRow("an unknown property")
        << QByteArray("{\"privileges\":{\"basic\":{\"groups\":[]},\"plus\":{\"groups\":[]}},\n\"zoo\":1}") << "line 2:"
        << "zoo";
    QTest::newRow("INI, out of range") << QByteArray("[consultations]\nlive=false\nrecording=always\n") << "line 3:"
                                       << "consultations/recording";
    QTest::newRow("INI, no setting") << QByteArray("[zoo]\nanimals=12\n") << "line 2:"
                                     << "zoo/animals";
    QTest::newRow("INI, with the key") << QByteArray("[kaleyra]\napi_key=abc\n") << "line 2:"
                                       << "kaleyra/api_key";
}

void TestSettingsImport::mistakesChangeNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    QFETCH(QString, field);
    const Result<SettingsImport> import = read(text);
    QVERIFY(!import);
    QCOMPARE(import.error().kind, Error::Kind::Invalid);
    QCOMPARE(import.error().field, field);
    QVERIFY2(import.error().message.startsWith(line), qPrintable(import.error().message));
    QVERIFY(!import.error().message.contains(QLatin1String("s3cr")));
}

void TestSettingsImport::aConfigurationThatIsNamedMustBeUsable()
{
    const QString configuration = path(QStringLiteral("service.json"));
    const QByteArray line = "A=b\nTELECONSULTATION_SERVICE_CONFIG_PATH=" + configuration.toUtf8() + '\n';
    const Result<SettingsImport> missing = read(line);
    QVERIFY(!missing);
    QCOMPARE(missing.error().field, QStringLiteral("TELECONSULTATION_SERVICE_CONFIG_PATH"));
    QVERIFY2(missing.error().message.startsWith(QLatin1String("line 2:")), qPrintable(missing.error().message));
    writeFile(configuration, "{}");
    QVERIFY(!read(line));
    QVERIFY(!read("[service]\nconfiguration_file=" + configuration.toUtf8() + '\n'));
    writeFile(configuration, referenceConfiguration);
    QVERIFY(read(line));
}

void TestSettingsImport::whatIsLockedIsNotImported_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("locked");
    QTest::newRow("a variable") << referenceEnvironment << "people/auth_service";
    QTest::newRow("a settings file") << QByteArray("[interface]\ntray=false\n[reminders]\nwanted=false\n")
                                     << "reminders/wanted";
    QTest::newRow("a configuration") << referenceConfiguration << "service/configuration_file";
}

void TestSettingsImport::whatIsLockedIsNotImported()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, locked);
    const Result<SettingsImport> import = read(text);
    QVERIFY(import);
    Settings settings({settingsFile(), {{locked, Settings::spec(locked)->defaultValue}}, {}});
    const Result<void> taken = takeOver(*import, settings);
    QCOMPARE(taken.error().code, QStringLiteral("setting_locked"));
    QCOMPARE(taken.error().field, locked);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(QStringLiteral("import")));
}

void TestSettingsImport::aConfigurationThatCannotBeKeptLeavesTheOldOne()
{
    const QByteArray old = R"({"privileges":{"basic":{"groups":[]},"plus":{"groups":[]}}})";
    const QString folder = path(QStringLiteral("home"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/settings.ini"))); // A folder: nothing can be written there.
    writeFile(folder + QStringLiteral("/configuration.json"), old);
    Settings settings(folder + QStringLiteral("/settings.ini"));
    QCOMPARE(takeOver(*read(referenceConfiguration), settings).error().code, QStringLiteral("settings_unwritable"));
    QCOMPARE(contentOf(folder + QStringLiteral("/configuration.json")), old);
    QVERIFY(QFile::remove(folder + QStringLiteral("/configuration.json")));
    QVERIFY(!takeOver(*read(referenceConfiguration), settings));
    QVERIFY(!QFile::exists(folder + QStringLiteral("/configuration.json")));
}

void TestSettingsImport::whatIsNoFileIsAnError()
{
    QCOMPARE(readImport(path(QStringLiteral("nonesuch"))).error().code, QStringLiteral("file_missing"));
    QCOMPARE(readImport(m_folder->path()).error().code, QStringLiteral("file_missing"));
    QCOMPARE(read(QByteArray(2 << 20, '\n')).error().code, QStringLiteral("file_too_large"));
}

QTEST_GUILESS_MAIN(TestSettingsImport)
#include "test_settings_import.moc"
