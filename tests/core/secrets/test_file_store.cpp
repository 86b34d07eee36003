// Secrets in files: our own, and those that systemd hands over.
#include "core/secrets/credentials_store.h"
#include "core/secrets/file_store.h"
#include "tests/core/config/clean_environment.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::secrets;
using test::await;
using test::ownerOnly;
using test::writeFile;

class TestFileStore : public QObject
{
    Q_OBJECT

    const QString m_name = QStringLiteral("kaleyra-api-key");

private slots:
    void whatIsWrittenIsReadByTheNext()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("secrets"));
        FileStore store(place);
        QCOMPARE(await(store.read(m_name, Asking::Nobody)).error().code, codes::notFound);
        QVERIFY(await(store.write(m_name, " ak_live_1\n", Asking::Person)));
        QVERIFY(await(store.write(m_name, "ak_live_2", Asking::Person)));
        FileStore next(place);
        QCOMPARE(await(next.read(m_name, Asking::Nobody)).value(), QByteArray("ak_live_2"));
        // For nobody else.
        QVERIFY(
            !(QFile::permissions(place) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther)));
        QVERIFY(!(QFile::permissions(place + u'/' + m_name) & (QFile::ReadGroup | QFile::ReadOther)));

        QVERIFY(await(next.remove(m_name, Asking::Person)));
        QVERIFY(await(next.remove(m_name, Asking::Person))); // Gone is gone.
        QVERIFY(isSecretNotFound(await(store.read(m_name, Asking::Nobody)).error()));
    }

    void whatIsNoSecretIsNotWritten()
    {
        const QTemporaryDir folder;
        FileStore store(folder.path());
        QVERIFY(await(store.write(m_name, "ak_live_1", Asking::Person)));
        for (const char *none : {"", " ", "two words", "t\xc3\xa8"})
            QCOMPARE(await(store.write(m_name, none, Asking::Person)).error().code, codes::malformed);
        QCOMPARE(await(store.read(m_name, Asking::Nobody)).value(), QByteArray("ak_live_1"));
    }

    void aFileThatOthersCanReadIsRefused()
    {
        const QTemporaryDir folder;
        FileStore store(folder.path());
        writeFile(folder.filePath(m_name), "ak_live_1", ownerOnly | QFile::ReadGroup);
        QCOMPARE(await(store.read(m_name, Asking::Nobody)).error().code, QStringLiteral("secret_open_to_others"));
    }

    void credentialsAreRead_data()
    {
        QTest::addColumn<int>("permissions");
        QTest::addColumn<QString>("code"); // Empty: it is read.
        QTest::newRow("owned by the service") << int(QFile::ReadOwner) << QString();
        // systemd.exec(5): root's file, and an access list for the service's account, shows so.
        QTest::newRow("granted to the service") << int(QFile::ReadOwner | QFile::ReadGroup) << QString();
        QTest::newRow("anybody reads") << int(QFile::ReadOwner | QFile::ReadOther) << "secret_open_to_others";
        QTest::newRow("a group writes") << int(QFile::ReadOwner | QFile::WriteGroup) << "secret_open_to_others";
    }

    void credentialsAreRead()
    {
        QFETCH(int, permissions);
        QFETCH(QString, code);
        const QTemporaryDir folder;
        writeFile(folder.filePath(m_name), "ak_live_1\n", QFile::Permissions(permissions));
        CredentialsStore store(folder.path());
        const Result<QByteArray> secret = await(store.read(m_name, Asking::Nobody));
        if (code.isEmpty())
            QCOMPARE(secret.value(), QByteArray("ak_live_1"));
        else
            QCOMPARE(secret.error().code, code);
    }

    void credentialsAreSystemdsToWrite()
    {
        const QTemporaryDir folder;
        CredentialsStore store(folder.path());
        QVERIFY(store.isReadOnly());
        QVERIFY(isSecretNotFound(await(store.read(m_name, Asking::Person)).error()));
        QCOMPARE(await(store.write(m_name, "ak_live_1", Asking::Person)).error().code, codes::readOnly);
        QCOMPARE(await(store.remove(m_name, Asking::Person)).error().code, codes::readOnly);
        CredentialsStore none{QString()};
        QCOMPARE(await(none.read(m_name, Asking::Nobody)).error().code, codes::noCredentials);
    }
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "test_file_store.moc"
