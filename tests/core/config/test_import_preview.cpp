// What taking over a file would change, told before it does.
#include "core/config/import_preview.h"

#include "core/config/setting_keys.h"
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace teleconsult;
using config::ImportChange;
using config::ImportPreview;
using config::Settings;
using test::writeFile;
namespace keys = config::keys;

class TestImportPreview : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        test::clearEnvironment();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(file("settings.ini"));
    }
    void cleanup() { test::clearEnvironment(); }

    void valuesAreToldAsTheyAreAndAsTheyWouldBe()
    {
        QVERIFY(m_settings->write({{keys::crudUrl, QStringLiteral("http://old-service")}}));
        const ImportPreview preview = previewFor("CRUD_SERVICE_URL=http://crud-service\n"
                                                 "TELECONSULTATION_DELETE_UPLOADS=1\n"
                                                 "IMMUTABLE_PERIOD_MS=\n");
        QCOMPARE(change(preview, keys::crudUrl),
                 (ImportChange{
                     keys::crudUrl, QStringLiteral("http://old-service"), QStringLiteral("http://crud-service"), {}}));
        QCOMPARE(preview.changes.size(), 2);
        QVERIFY(preview.needsRestart && preview.isPossible());
        QVERIFY(takeOver()); // And it says the truth.
        for (const ImportChange &each : preview.changes)
            QCOMPARE(m_settings->text(each.name), each.then);
        const ImportPreview again =
            previewFor("CRUD_SERVICE_URL=http://crud-service\nTELECONSULTATION_DELETE_UPLOADS=1\n");
        QVERIFY(again.changes.isEmpty());
        QCOMPARE(again.unchanged, 2);
    }

    /// Also where it would be the same: the file as a whole is refused.
    void whatIsHeldByAPolicyKeepsTheFileOut()
    {
        const config::SettingInputs inputs{.userFile = file("settings.ini"),
                                           .policy = {{keys::crudUrl, QStringLiteral("http://crud-service")}}};
        m_settings = std::make_unique<Settings>(inputs);
        const ImportPreview preview = previewFor("CRUD_SERVICE_URL=http://crud-service\n");
        QVERIFY(!preview.isPossible());
        QCOMPARE(change(preview, keys::crudUrl).lock, m_settings->lockText(keys::crudUrl));
        QCOMPARE(takeOver().error().code, QStringLiteral("setting_locked"));
    }

    void ofAConfigurationItIsToldWhatWouldHold()
    {
        QVERIFY(m_settings->write({{keys::plusGroups, QStringList{QStringLiteral("surgeon")}}}));
        const ImportPreview preview = previewFor(
            "{\"privileges\": {\"basic\": {\"groups\": [\"guest\"], \"tools\": {\"chat\": true}},"
            "\"plus\": {\"groups\": [\"nurse\"]}}, \"customUserId\": {\"source\": \"_id\", \"target\": \"login\"},"
            "\"userIdPathInRequest\": [{\"from\": \"object\", \"extract\": \"headers\"},"
            "{\"from\": \"object\", \"extract\": \"x-user\"}]}");
        QCOMPARE(change(preview, keys::plusGroups),
                 (ImportChange{keys::plusGroups, QStringLiteral("surgeon"), QStringLiteral("nurse"), {}}));
        QCOMPARE(change(preview, keys::basicGroups).then, QStringLiteral("guest"));
        QCOMPARE(change(preview, keys::basicTools).then, QStringLiteral("chat"));
        QCOMPARE(change(preview, keys::configurationFile).then, file("configuration.json"));
        QCOMPARE(change(preview, QStringLiteral("customUserId")).then, QStringLiteral("_id → login"));
        QCOMPARE(change(preview, QStringLiteral("userIdPathInRequest")).then, QStringLiteral("headers → x-user"));
        QVERIFY(preview.needsRestart);
        QVERIFY(takeOver());
        const ImportPreview again = config::previewOf(m_import, *m_settings);
        QVERIFY2(again.changes.isEmpty(), qPrintable(again.changes.value(0).name));
        // What was read before is not what the program goes by.
        QCOMPARE(m_settings->serviceConfiguration()->privileges.grantOf(Role::Plus).groups,
                 QStringList{QStringLiteral("nurse")});
    }

    /// A policy's groups go before those of the file.
    void whatStaysIsNotToldAsAChange()
    {
        const config::SettingInputs inputs{.userFile = file("settings.ini"),
                                           .policy = {{keys::plusGroups, QStringLiteral("surgeon")}}};
        m_settings = std::make_unique<Settings>(inputs);
        const ImportPreview preview =
            previewFor(R"({"privileges":{"basic":{"groups":["guest"]},"plus":{"groups":["nurse"]}}})");
        QVERIFY(change(preview, keys::plusGroups).name.isEmpty());
        QCOMPARE(change(preview, keys::basicGroups).then, QStringLiteral("guest"));
        QVERIFY(takeOver());
        QCOMPARE(m_settings->serviceConfiguration()->privileges.grantOf(Role::Plus).groups,
                 QStringList{QStringLiteral("surgeon")});
    }

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    ImportPreview previewFor(const QByteArray &content)
    {
        writeFile(file("import"), content);
        const Result<config::SettingsImport> read = config::readImport(file("import"));
        if (!read)
            QTest::qFail(qPrintable(read.error().toLogLine()), __FILE__, __LINE__);
        m_import = read.value_or(config::SettingsImport());
        return config::previewOf(m_import, *m_settings);
    }
    Result<void> takeOver() { return config::takeOver(m_import, *m_settings); }
    static ImportChange change(const ImportPreview &preview, const QString &name)
    {
        const auto found = std::find_if(preview.changes.begin(), preview.changes.end(),
                                        [&name](const ImportChange &each) { return each.name == name; });
        return found == preview.changes.end() ? ImportChange() : *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    config::SettingsImport m_import;
};

QTEST_GUILESS_MAIN(TestImportPreview)
#include "test_import_preview.moc"
