#include "core/records/sqlite_connection.h"

#include "core/records/sqlite_record_store.h"
#include "tests/core/records/sqlite_fixture.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace teleconsult;
using records::SqliteConnection;
using records::test::ask;
using records::test::codeOfOpening;

class TestSqliteConnection : public QObject
{
    Q_OBJECT

    records::test::NewFiles m_files;

private slots:
    void isOpenedTheSafeWay()
    {
        SqliteConnection connection(m_files.next());
        QVERIFY(connection.open());
        QVERIFY(connection.open()); // Again: nothing happens.
        QCOMPARE(ask(connection, QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
        QCOMPARE(ask(connection, QStringLiteral("PRAGMA synchronous")).toInt(), 2); // FULL
        QCOMPARE(ask(connection, QStringLiteral("PRAGMA foreign_keys")).toInt(), 1);
        QVERIFY(ask(connection, QStringLiteral("PRAGMA busy_timeout")).toInt() >= 5000);
    }

    void onlyItsOwnerMayReadTheFile()
    {
        const QString path = m_files.at(QStringLiteral("a/b/private.sqlite"));
        SqliteConnection connection(path);
        QVERIFY(connection.open());
        QVERIFY(connection.run(QStringLiteral("CREATE TABLE something (x)")));
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                              QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        for (const QString &name :
             {path, path + QStringLiteral("-wal"), path + QStringLiteral("-shm"), QFileInfo(path).absolutePath()})
        {
            QVERIFY2(QFile::exists(name), qPrintable(name));
            QVERIFY2(!(QFile::permissions(name) & others), qPrintable(name));
        }
    }

    void aFileOthersMayReadIsTakenFromThem()
    {
        const QString path = m_files.next();
        {
            QFile file(path);
            QVERIFY(file.open(QFile::WriteOnly));
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
        }
        SqliteConnection connection(path);
        QVERIFY(connection.open());
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aPlaceWhereNoFileCanBeIsReported()
    {
        const QString path = m_files.next();
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        QCOMPARE(codeOfOpening(path + QStringLiteral("/below/records.sqlite")), QStringLiteral("cannot_open"));
        QCOMPARE(codeOfOpening(m_files.folder()), QStringLiteral("cannot_open"));
    }

    void aReadOnlyFolderIsReported()
    {
        if (geteuid() == 0)
            QSKIP("root writes everywhere");
        const QString folder = m_files.at(QStringLiteral("read-only"));
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(codeOfOpening(folder + QStringLiteral("/records.sqlite")), QStringLiteral("cannot_open"));
    }

    void openingIsTriedAgain()
    {
        const QString blocked = m_files.next();
        QFile file(blocked);
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        const test::ManualClock clock;
        records::SqliteDatabase database(blocked + QStringLiteral("/records.sqlite"));
        records::SqliteRecordStore store(database, clock);
        QVERIFY(!test::await(store.list({})));
        QVERIFY(file.remove());
        QVERIFY(test::await(store.list({})));
    }

    void aWriterDoesNotStopAReader()
    {
        const QString path = m_files.next();
        SqliteConnection writer(path), reader(path);
        QVERIFY(writer.open());
        QVERIFY(reader.open());
        const Result<bool> done = writer.inTransaction([&]() -> Result<bool> {
            const Result<QSqlQuery> written =
                writer.run(QStringLiteral("INSERT INTO intents (kind, subject, since) VALUES ('CALL', 'x', 0)"));
            return written && ask(reader, QStringLiteral("SELECT count(*) FROM intents")) == 0;
        });
        QVERIFY(done && *done);
        QCOMPARE(ask(reader, QStringLiteral("SELECT count(*) FROM intents")).toInt(), 1);
    }

    void aRefusedTransactionIsRolledBack()
    {
        SqliteConnection connection(m_files.next());
        QVERIFY(connection.open());
        const Result<void> refused = connection.inTransaction([&]() -> Result<void> {
            const Result<QSqlQuery> written =
                connection.run(QStringLiteral("INSERT INTO intents (kind, subject, since) VALUES ('CALL', 'x', 0)"));
            return written ? invalid(QStringLiteral("test"), {}, {}) : Result<void>();
        });
        QVERIFY(!refused);
        QCOMPARE(ask(connection, QStringLiteral("SELECT count(*) FROM intents")).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSqliteConnection)
#include "test_sqlite_connection.moc"
