// The desktop's keychain: a real one (GNOME Keyring) on a bus of this test's own. Its four answers are not found,
// locked, none there and denied.
#include "core/secrets/keychain_store.h"

#include "tests/support/await.h"
#include "tests/support/log_capture.h"
#include "tests/support/private_bus.h"

#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::secrets;
using test::await;

class TestKeychainStore : public QObject
{
    Q_OBJECT

    const QString m_name = QStringLiteral("kaleyra-api-key");
    test::PrivateBus m_bus;

private slots:
    void initTestCase() { QVERIFY(m_bus.startKeyring()); }

    void init() { QVERIFY(m_bus.unlock()); }

    void whatIsWrittenIsReadByTheNext()
    {
        KeychainStore store;
        QVERIFY(await(store.remove(m_name, Asking::Person)));
        QVERIFY(isSecretNotFound(await(store.read(m_name, Asking::Nobody)).error()));
        QVERIFY(await(store.write(m_name, "ak_live_1", Asking::Person)));
        QVERIFY(await(store.write(m_name, "ak_live_2", Asking::Person)));
        QCOMPARE(await(KeychainStore().read(m_name, Asking::Nobody)).value(), QByteArray("ak_live_2"));
        QVERIFY(isSecretNotFound(await(store.read(QStringLiteral("service-token"), Asking::Nobody)).error()));
        QVERIFY(await(store.remove(m_name, Asking::Person)));
        QVERIFY(await(store.remove(m_name, Asking::Person))); // Gone is gone.
        QVERIFY(isSecretNotFound(await(store.read(m_name, Asking::Nobody)).error()));
    }

    void lockedIsNotNotFound()
    {
        KeychainStore store;
        QVERIFY(await(store.write(m_name, "ak_live_1", Asking::Person)));
        QVERIFY(m_bus.lock());
        const Error locked = await(store.read(m_name, Asking::Nobody)).error();
        QCOMPARE(locked.code, codes::locked);
        QVERIFY(locked.retryable);
        QCOMPARE(await(store.write(m_name, "ak_live_2", Asking::Nobody)).error().code, codes::locked);
        QCOMPARE(await(store.remove(m_name, Asking::Nobody)).error().code, codes::locked);
        // Nobody is asked to open it for what is not there.
        QVERIFY(isSecretNotFound(await(store.read(QStringLiteral("service-token"), Asking::Person)).error()));
        QVERIFY(m_bus.unlock());
        QCOMPARE(await(store.read(m_name, Asking::Nobody)).value(), QByteArray("ak_live_1"));
    }

    /// No window can open here that asks for the password, which the keychain takes for a no.
    void aNoIsDenied()
    {
        KeychainStore store;
        QVERIFY(await(store.write(m_name, "ak_live_1", Asking::Person)));
        QVERIFY(m_bus.lock());
        QCOMPARE(await(store.read(m_name, Asking::Person)).error().code, codes::denied);
        QCOMPARE(await(store.write(m_name, "ak_live_2", Asking::Person)).error().code, codes::denied);
        QVERIFY(m_bus.unlock());
        QCOMPARE(await(store.read(m_name, Asking::Nobody)).value(), QByteArray("ak_live_1"));
    }

    void itTellsWhenItIsOpened()
    {
        KeychainStore store;
        QVERIFY(await(store.write(m_name, "ak_live_1", Asking::Person)));
        QVERIFY(m_bus.lock());
        QCOMPARE(await(store.read(m_name, Asking::Nobody)).error().code, codes::locked);
        Result<QByteArray> seen = failure(Error());
        QObject context;
        connect(&store, &SecretStore::changed, &context, [&] {
            whenDone(store.read(m_name, Asking::Nobody), &context, [&seen](const Result<QByteArray> &now) {
                if (now)
                    seen = now;
            });
        });
        QVERIFY(m_bus.unlock());
        QVERIFY(test::waitUntil([&] { return seen.has_value(); }));
        QCOMPARE(seen.value(), QByteArray("ak_live_1"));
    }

    void noneThereIsNotNotFound()
    {
        KeychainStore store;
        QVERIFY(await(store.write(m_name, "ak_live_1", Asking::Person)));
        QVERIFY(m_bus.stopKeyring());
        const Error missing = await(store.read(m_name, Asking::Person)).error();
        QCOMPARE(missing.code, codes::noKeychain);
        QVERIFY(missing.retryable);
        QCOMPARE(await(store.write(m_name, "ak_live_2", Asking::Person)).error().code, codes::noKeychain);
        QCOMPARE(await(store.remove(m_name, Asking::Person)).error().code, codes::noKeychain);
        // Until one comes.
        const QSignalSpy changes(&store, &SecretStore::changed);
        QVERIFY(m_bus.startKeyring());
        QVERIFY(test::waitUntil([&] { return !changes.isEmpty(); }));
        const Result<QByteArray> secret = await(store.read(m_name, Asking::Nobody));
        QVERIFY2(secret, secret ? "" : qPrintable(secret.error().toLogLine()));
        QCOMPARE(*secret, QByteArray("ak_live_1"));
    }

    void noSecretIsToldInAnError()
    {
        const test::LogCapture log;
        KeychainStore store;
        QVERIFY(await(store.write(m_name, "ak_live_CANARY1", Asking::Person)));
        QVERIFY(m_bus.lock());
        const Error error = await(store.write(m_name, "ak_live_CANARY2", Asking::Person)).error();
        QVERIFY(!error.toLogLine().contains(QLatin1String("CANARY")));
        QVERIFY(!log.text().contains(QLatin1String("CANARY")));
    }

    void itsEndEndsWhatWaits()
    {
        KeychainStore store;
        store.shutDown();
        QCOMPARE(await(store.read(m_name, Asking::Person)).error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "test_keychain_store.moc"
