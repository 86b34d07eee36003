// The report, and what is stored where.
#include "core/support/support_report.h"

#include "core/config/setting_keys.h"
#include "core/files/data_folder.h"
#include "tests/core/config/clean_environment.h"

#include <QDir>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::support;
namespace keys = config::keys;

class TestSupportReport : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    config::Settings settings(const config::SettingValues &policy = {}) const
    {
        return config::Settings(config::SettingInputs{file("settings.ini"), policy});
    }
    StoragePlace place(const config::Settings &settings, StorageKind kind) const
    {
        const QList<StoragePlace> places = storagePlaces(settings, file("settings.ini"), m_folder->path());
        const auto found =
            std::find_if(places.begin(), places.end(), [&](const StoragePlace &each) { return each.kind == kind; });
        return found == places.end() ? StoragePlace() : *found;
    }
    QByteArray report(const config::Settings &settings, const QStringList &log = {}) const
    {
        return writeReport({.settings = settings,
                            .places = storagePlaces(settings, file("settings.ini"), m_folder->path()),
                            .checks = {{QStringLiteral("kaleyra"), checks::Check::State::Problem,
                                        QStringLiteral("Kaleyra cannot be reached.")}},
                            .log = log,
                            .callEngine = QStringLiteral("Chromium 102"),
                            .now = QDateTime({2026, 11, 22}, {19, 30}, Qt::UTC)});
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::clearEnvironment();
    }
    void cleanup() { test::clearEnvironment(); }

    void saysWhatHelps()
    {
        const QByteArray text =
            report(settings({{keys::recordingType, QStringLiteral("manual")}}),
                   {QStringLiteral("2026-11-22T19:29:59.000Z warning teleconsult.app: it could not be read")});
        for (const char *line :
             {"Call engine: Chromium 102\n", "Made: 2026-11-22T19:30:00Z\n",
              "problem  kaleyra: Kaleyra cannot be reached.\n", "consultations/recording = manual  (policy)\n",
              "interface/tray = true  (default)\n", "secrets: keychain\n",
              "2026-11-22T19:29:59.000Z warning teleconsult.app: it could not be read\n"})
            QVERIFY2(text.contains(line), text.constData());
        for (const config::SettingSpec &spec : config::Settings::catalogue())
            QVERIFY2(text.contains('\n' + spec.key.toUtf8() + " = "), qPrintable(spec.key));
    }

    /// Wherever somebody has put them.
    void holdsNothingThatIsNobodysBusiness_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("canary");
        const QString person = QStringLiteral("Canarina Rossi");
        const QString token = QStringLiteral("ak_live_CANARYKEY7f3a9");
        QTest::newRow("the person") << keys::stationFullName << person << QByteArray("anarina");
        QTest::newRow("the person's id") << keys::stationExternalId << "canary.person" << QByteArray("canary");
        QTest::newRow("the PIN") << keys::settingsPin << "$argon2id$canary" << QByteArray("canary");
        QTest::newRow("a key for an address") << keys::baseUrl << token << QByteArray("CANARY");
        QTest::newRow("a key in an address")
            << keys::crudUrl << "https://crud.example/" + token << QByteArray("CANARY");
        QTest::newRow("a password in an address")
            << keys::crudUrl << "https://canary:word@crud.example" << QByteArray("canary");
        QTest::newRow("a key for a collection") << keys::usersCollection << token << QByteArray("CANARY");
        QTest::newRow("a key among headers") << keys::headersToForward << token << QByteArray("CANARY");
    }
    void holdsNothingThatIsNobodysBusiness()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QByteArray, canary);
        const config::Settings told = settings({{key, value}});
        QCOMPARE(told.text(key), value);
        const QByteArray text = report(told);
        QVERIFY2(!text.contains(canary), text.constData());
    }

    /// A log that was written by somebody else, or by hand.
    void theLogIsLookedAtAgain()
    {
        const QByteArray text =
            report(settings(), {QStringLiteral("2026-11-22T19:29:59.000Z warning x: ak_live_CANARYKEY7f3a9 is bad"),
                                QStringLiteral("2026-11-22T19:29:59.000Z warning x: https://call.example/Canarina")});
        QVERIFY2(text.contains("is bad") && !text.toLower().contains("canar"), text.constData());
    }

    void theKeyIsSetOrNot()
    {
        QVERIFY(report(settings()).contains("kaleyra/api_key = (not set)"));
        qputenv("BANDYER_API_SECRET_KEY", "ak_live_CANARYKEY7f3a9");
        const QByteArray text = report(settings());
        QVERIFY(text.contains("kaleyra/api_key = (set)  (environment)") && !text.contains("CANARY"));
    }

    void theHomeFolderIsNamedByNobody()
    {
        const QByteArray text = report(settings({{keys::downloadFolder, QDir::homePath() + QStringLiteral("/calls")}}));
        QVERIFY2(text.contains("call/download_folder = ~/calls"), text.constData());
    }

    void placesFollowTheSettings()
    {
        QCOMPARE(place(settings(), StorageKind::Records).path, file("teleconsult.sqlite"));
        QCOMPARE(place(settings(), StorageKind::Secrets).path, QString());
        QCOMPARE(place(settings(), StorageKind::SiteData).path, file("call"));
        QCOMPARE(place(settings(), StorageKind::Log).path, QFileInfo(files::logFile(m_folder->path())).path());
        const config::Settings elsewhere = settings({{keys::crudUrl, QStringLiteral("https://crud.example/x")},
                                                     {keys::consultationsCollection, QStringLiteral("rooms")},
                                                     {keys::usersCollection, QStringLiteral("users")},
                                                     {keys::secretStore, QStringLiteral("file")}});
        QCOMPARE(place(elsewhere, StorageKind::Records).path, QString());
        QCOMPARE(place(elsewhere, StorageKind::Records).elsewhere, QStringLiteral("https://crud.example/x"));
        QCOMPARE(place(elsewhere, StorageKind::Secrets).path, file("secrets"));
    }

    void sizesAreMeasured()
    {
        test::writeFile(file("teleconsult.sqlite"), QByteArray(100, 'x'));
        test::writeFile(file("teleconsult.sqlite-wal"), QByteArray(20, 'x'));
        QVERIFY(QDir().mkpath(file("call/deep/down")));
        test::writeFile(file("call/a"), QByteArray(7, 'x'));
        test::writeFile(file("call/deep/down/.b"), QByteArray(5, 'x'));
        const StorageSize records = sizeOf(place(settings(), StorageKind::Records));
        QVERIFY(records.exists && records.bytes == 120 && records.files == 2);
        const StorageSize site = sizeOf(place(settings(), StorageKind::SiteData));
        QVERIFY(site.exists && site.bytes == 12 && site.files == 2);
        QVERIFY(!sizeOf(place(settings(), StorageKind::Sandbox)).exists);
        // The person's own folder is not ours to measure.
        const StorageSize downloads = sizeOf({StorageKind::Downloads, m_folder->path(), {}, false});
        QVERIFY(downloads.exists && downloads.bytes == 0);
    }
};

QTEST_GUILESS_MAIN(TestSupportReport)
#include "test_support_report.moc"
