// What an earlier run left behind, over the backend as the programs have it.
#include "app/recovery.h"

#include "core/config/setting_keys.h"
#include "core/records/sqlite_intent_journal.h"
#include "core/sandbox/sandbox.h"
#include "tests/core/config/clean_environment.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace std::chrono_literals;
using app::Backend;
using app::Recovery;
using records::Intent;
using test::await;

class TestRecovery : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_kaleyra;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<Backend> m_backend;
    test::ManualClock m_clock;
    QString m_id; ///< A consultation with a room.
    QString m_roomId;

    /// As an earlier run did, which is over.
    void leaveIntent(Intent::Kind kind, const QString &subject)
    {
        records::SqliteDatabase database(m_folder->filePath(QStringLiteral("teleconsult.sqlite")));
        records::SqliteIntentJournal journal(database, m_clock);
        QVERIFY(await(journal.write(kind, subject)));
    }

    bool roomIsThere() { return await(m_backend->kaleyra().room(m_roomId)).has_value(); }

private slots:
    void init()
    {
        test::clearEnvironment();
        m_folder = std::make_unique<QTemporaryDir>();
        Result<std::unique_ptr<sandbox::Sandbox>> started = sandbox::start({});
        QVERIFY(started);
        m_kaleyra = std::move(*started);
        qputenv("BANDYER_BASE_URL", m_kaleyra->endpoint().baseUrl.toEncoded());
        qputenv("BANDYER_API_SECRET_KEY", m_kaleyra->endpoint().apiKey);
        m_settings = std::make_unique<config::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_backend = std::make_unique<Backend>(*m_settings, m_clock, m_folder->path());
        QVERIFY(await(m_backend->start()));
        TeleconsultationRequest wish;
        wish.participants = {{QStringLiteral("a"), QStringLiteral("A"), {QStringLiteral("doctor")}, {}},
                             {QStringLiteral("b"), QStringLiteral("B"), {QStringLiteral("patient")}, {}}};
        wish.participantsNumber = 2;
        wish.start = m_clock.now().addSecs(3600);
        wish.duration = 30min;
        m_id = await(m_backend->teleconsultations().create(wish)).value_or(QString());
        m_roomId = await(m_backend->records().find(m_id)).value_or(Teleconsultation()).roomId;
        QVERIFY(roomIsThere());
    }

    void cleanup()
    {
        m_backend.reset();
        m_settings.reset();
        m_kaleyra.reset();
        test::clearEnvironment();
    }

    void whatMayYetComeIsLookedForAgain()
    {
        leaveIntent(Intent::Kind::Trash, m_id);
        Recovery recovery(*m_backend, 10ms);
        QSignalSpy settled(&recovery, &Recovery::settled);
        recovery.start();
        QVERIFY(test::waitUntil([this] { return m_backend->isIdle(); }));
        QVERIFY(settled.isEmpty());
        QVERIFY(roomIsThere());
        QVERIFY(await(m_backend->records().moveToTrash(m_id))); // It was still on its way.
        QVERIFY(test::waitUntil([&] { return settled.size() == 1; }));
        QVERIFY(!roomIsThere());
    }

    /// As at a kiosk whose key arrives after it was switched on: nobody there starts it anew.
    void whatWaitedForAKeyIsSeenToWhenItIsThere()
    {
        leaveIntent(Intent::Kind::Trash, m_id);
        QVERIFY(await(m_backend->records().moveToTrash(m_id)));
        qunsetenv("BANDYER_API_SECRET_KEY");
        QFile key(m_folder->filePath(QStringLiteral("key")));
        config::Settings settings(config::SettingInputs{.userFile = m_folder->filePath(QStringLiteral("settings.ini")),
                                                        .policy = {},
                                                        .commandLine = {{config::keys::apiKeyFile, key.fileName()}}});
        Backend kiosk(settings, m_clock, m_folder->path());
        QVERIFY(!await(kiosk.start()));
        Recovery recovery(kiosk, 10ms);
        QSignalSpy settled(&recovery, &Recovery::settled);
        recovery.start();
        QVERIFY(test::waitUntil([&] { return kiosk.isIdle(); }));
        QVERIFY(roomIsThere());

        QVERIFY(key.open(QFile::WriteOnly) && key.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        key.write(m_kaleyra->endpoint().apiKey);
        key.close();
        QVERIFY(test::waitUntil([&] { return !settled.isEmpty(); }));
        QVERIFY(!roomIsThere());
    }

    /// The trash tells which room has to go: whoever empties it first leaves the room behind.
    void theTrashIsReadBeforeItIsEmptied()
    {
        leaveIntent(Intent::Kind::Trash, m_id);
        QVERIFY(await(m_backend->records().moveToTrash(m_id)));
        m_clock.advance(std::chrono::days(91));
        QCOMPARE(await(m_backend->recover()).value_or(-1), 1);
        QVERIFY(!roomIsThere());
        QVERIFY(!await(m_backend->records().findInTrash(m_id)));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "test_recovery.moc"
