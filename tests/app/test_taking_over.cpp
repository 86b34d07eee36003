// Taking over a file of settings, with its key.
#include "app/taking_over.h"

#include "core/config/setting_keys.h"
#include "core/secrets/file_store.h"
#include "tests/core/config/clean_environment.h"
#include "tests/support/await.h"

#include <QDir>
#include <QTemporaryDir>

using namespace teleconsult;
using test::await;
using test::writeFile;
namespace keys = config::keys;

class TestTakingOver : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        test::clearEnvironment();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<config::Settings>(file("settings.ini"));
        QVERIFY(m_settings->write({{keys::secretStore, QStringLiteral("file")}}));
        m_running = std::make_unique<secrets::Secrets>(
            std::make_unique<secrets::FileStore>(file("running")),
            [](secrets::Secret) -> Result<std::optional<QByteArray>> { return std::optional<QByteArray>(); });
    }
    void cleanup() { test::clearEnvironment(); }

    /// Of a program that goes on, the key holds at once.
    void theKeyGoesWhereTheProgramLooks()
    {
        QVERIFY(takeOver("BANDYER_API_SECRET_KEY=ak_live_0123456789\nTELECONSULTATION_DELETE_UPLOADS=true\n", true));
        QCOMPARE(await(m_running->read(secrets::Secret::KaleyraApiKey)).value_or(QByteArray()),
                 QByteArray("ak_live_0123456789"));
        QCOMPARE(m_settings->text(keys::deleteUploads), QStringLiteral("true"));
        QVERIFY(!QDir(file("secrets")).exists());
    }

    void theKeyGoesWhereTheSettingsWillLook()
    {
        QVERIFY(m_settings->write({{keys::secretStore, QStringLiteral("keychain")}}));
        QVERIFY(takeOver("BANDYER_API_SECRET_KEY=ak_live_0123456789\nTELECONSULT_SECRET_STORE=file\n", true));
        secrets::FileStore store(file("secrets"));
        QCOMPARE(await(store.read(secrets::nameOf(secrets::Secret::KaleyraApiKey), secrets::Asking::Nobody))
                     .value_or(QByteArray()),
                 QByteArray("ak_live_0123456789"));
        QVERIFY(!await(m_running->read(secrets::Secret::KaleyraApiKey)));
    }

    void withoutAWordTheKeyIsLeftOut()
    {
        QVERIFY(takeOver("BANDYER_API_SECRET_KEY=ak_live_0123456789\nTELECONSULTATION_DELETE_UPLOADS=true\n", false));
        QVERIFY(!await(m_running->read(secrets::Secret::KaleyraApiKey)));
        QCOMPARE(m_settings->text(keys::deleteUploads), QStringLiteral("true"));
    }

    void aFileThatIsRefusedLeavesTheKeyOutToo()
    {
        qputenv("CRUD_SERVICE_URL", "http://crud-service");
        const Result<void> taken =
            takeOver("BANDYER_API_SECRET_KEY=ak_live_0123456789\nCRUD_SERVICE_URL=http://other\n", true);
        QCOMPARE(taken.error().code, QStringLiteral("setting_locked"));
        QVERIFY(!await(m_running->read(secrets::Secret::KaleyraApiKey)));
    }

    /// A store that takes nothing keeps the settings as they were.
    void aKeyThatCannotBeKeptLeavesTheSettingsAlone()
    {
        const Result<void> taken =
            takeOver("BANDYER_API_SECRET_KEY=ak_live_0123456789\nTELECONSULTATION_DELETE_UPLOADS=true\n"
                     "TELECONSULT_SECRET_STORE=credentials\n",
                     true);
        QVERIFY(!taken);
        QCOMPARE(m_settings->text(keys::secretStore), QStringLiteral("file"));
        QCOMPARE(m_settings->text(keys::deleteUploads), QStringLiteral("false"));
    }

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Result<void> takeOver(const QByteArray &content, bool withKey)
    {
        writeFile(file("import"), content);
        const Result<config::SettingsImport> read = config::readImport(file("import"));
        if (!read)
            return failure(read.error());
        return await(app::takeOver(*read, withKey,
                                   {.settings = *m_settings, .dataDir = m_folder->path(), .secrets = m_running.get()}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<secrets::Secrets> m_running;
};

QTEST_GUILESS_MAIN(TestTakingOver)
#include "test_taking_over.moc"
