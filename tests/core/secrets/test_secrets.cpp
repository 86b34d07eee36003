// The secrets of an installation: where each comes from, and what a change of one does.
#include "core/secrets/secrets.h"

#include "core/secrets/credentials_store.h"
#include "core/secrets/file_store.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::secrets;
using test::await;

namespace {

const Secret key = Secret::KaleyraApiKey;

Result<std::optional<QByteArray>> nothing(Secret)
{
    return std::nullopt;
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<SecretStore> store() const { return std::make_unique<FileStore>(m_folder->path()); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSecretIsSetReplacedAndRemoved()
    {
        Secrets secrets(store(), nothing);
        const QSignalSpy changes(&secrets, &Secrets::changed);
        QCOMPARE(await(secrets.state(key)).value().from, Secrets::State::From::Nowhere);
        const Error missing = await(secrets.read(key)).error();
        QVERIFY(isSecretNotFound(missing));
        QCOMPARE(missing.field, QStringLiteral("kaleyra/api_key"));

        QVERIFY(await(secrets.write(key, "ak_live_1")));
        QCOMPARE(await(secrets.read(key)).value(), QByteArray("ak_live_1"));
        QVERIFY(await(secrets.write(key, " ak_live_2 ")));
        QCOMPARE(await(secrets.read(key)).value(), QByteArray("ak_live_2"));
        QCOMPARE(await(secrets.state(key)).value().from, Secrets::State::From::Store);
        QVERIFY(await(secrets.state(key)).value().mayChange);
        QVERIFY(isSecretNotFound(await(secrets.read(Secret::ServiceToken)).error())); // Each has its own place.

        QVERIFY(await(secrets.remove(key)));
        QVERIFY(isSecretNotFound(await(secrets.read(key)).error()));
        QCOMPARE(changes.count(), 3);
    }

    void whatIsGivenGoesFirstAndIsChangedThere()
    {
        QVERIFY(await(Secrets(store(), nothing).write(key, "ak_of_the_store")));
        QByteArray inTheFile = "ak_of_the_file";
        Secrets secrets(store(), [&inTheFile](Secret which) -> Result<std::optional<QByteArray>> {
            return which == key ? std::optional(inTheFile) : std::nullopt;
        });
        QCOMPARE(await(secrets.read(key)).value(), QByteArray("ak_of_the_file"));
        QCOMPARE(await(secrets.state(key)).value().from, Secrets::State::From::Given);
        QVERIFY(!await(secrets.state(key)).value().mayChange);
        QCOMPARE(await(secrets.write(key, "ak_new")).error().code, QStringLiteral("secret_given_elsewhere"));
        QCOMPARE(await(secrets.remove(key)).error().code, QStringLiteral("secret_given_elsewhere"));
        QVERIFY(await(secrets.write(Secret::ServiceToken, "token")));

        inTheFile = "ak_of_tomorrow";
        QCOMPARE(await(secrets.read(key)).value(), QByteArray("ak_of_the_file")); // Until somebody refuses it.
        QCOMPARE(await(secrets.readAnew(key, "ak_of_the_file")).value(), QByteArray("ak_of_tomorrow"));
        // Who was refused the old one at the same time gets the new one without another look.
        inTheFile = "ak_of_next_week";
        QCOMPARE(await(secrets.readAnew(key, "ak_of_the_file")).value(), QByteArray("ak_of_tomorrow"));
    }

    void whatAnotherProgramHasChangedIsReadAnew()
    {
        Secrets here(store(), nothing);
        QVERIFY(await(here.write(key, "ak_live_1")));
        QVERIFY(await(Secrets(store(), nothing).write(key, "ak_live_2")));
        QCOMPARE(await(here.read(key)).value(), QByteArray("ak_live_1"));
        QCOMPARE(await(here.readAnew(key, "ak_live_1")).value(), QByteArray("ak_live_2"));
        QCOMPARE(await(here.read(key)).value(), QByteArray("ak_live_2"));
        QVERIFY(await(Secrets(store(), nothing).remove(key)));
        QVERIFY(isSecretNotFound(await(here.readAnew(key, "ak_live_2")).error()));
    }

    void aMistakeInWhatIsGivenIsNoReasonToLookElsewhere()
    {
        QVERIFY(await(Secrets(store(), nothing).write(key, "ak_of_the_store")));
        Secrets secrets(store(), [](Secret) -> Result<std::optional<QByteArray>> {
            return failure(makeError(Error::Kind::Storage, QStringLiteral("api_key_file_missing")));
        });
        QCOMPARE(await(secrets.read(key)).error().code, QStringLiteral("api_key_file_missing"));
        QCOMPARE(await(secrets.state(key)).error().code, QStringLiteral("api_key_file_missing"));
        QCOMPARE(await(secrets.write(key, "ak_new")).error().code, QStringLiteral("secret_given_elsewhere"));
    }

    void aStoreThatOthersFillCannotBeChanged()
    {
        Secrets secrets(std::make_unique<CredentialsStore>(m_folder->path()), nothing);
        const Secrets::State state = await(secrets.state(key)).value();
        QCOMPARE(state.from, Secrets::State::From::Nowhere);
        QVERIFY(!state.mayChange);
        QCOMPARE(await(secrets.write(key, "ak_new")).error().code, codes::readOnly);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "test_secrets.moc"
