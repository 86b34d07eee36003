#include "core/records/sqlite_intent_journal.h"

#include "core/records/sqlite_connection.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QTemporaryDir>

using namespace teleconsult;
using records::Intent;

class TestSqliteIntentJournal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    QString m_path;
    std::unique_ptr<records::SqliteDatabase> m_database;
    std::unique_ptr<records::SqliteIntentJournal> m_journal;

    void reopen()
    {
        m_journal.reset();
        m_database = std::make_unique<records::SqliteDatabase>(m_path);
        m_journal = std::make_unique<records::SqliteIntentJournal>(*m_database, m_clock);
    }

    qint64 write(Intent::Kind kind, const QString &subject)
    {
        return test::await(m_journal->write(kind, subject)).value_or(-1);
    }

    static QList<qint64> idsOf(records::IntentJournal &journal)
    {
        QList<qint64> ids;
        const QList<Intent> open = test::await(journal.open()).value_or(QList<Intent>());
        for (const Intent &intent : open)
            ids << intent.id;
        return ids;
    }

private slots:
    void init()
    {
        m_path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())) + QStringLiteral(".sqlite");
        reopen();
    }

    void cleanup()
    {
        m_journal.reset();
        m_database.reset();
    }

    void isEmptyAtFirst() { QVERIFY(test::await(m_journal->open()).value().isEmpty()); }

    void keepsWhatIsOpenInOrder()
    {
        const QDateTime first = m_clock.now();
        const qint64 room = write(Intent::Kind::CreateRoom, QStringLiteral("correlation"));
        m_clock.advance(std::chrono::seconds(7));
        const qint64 deletion = write(Intent::Kind::DeleteRoom, QStringLiteral("room_1"));
        const qint64 call = write(Intent::Kind::Call, QStringLiteral("consultation"));
        const qint64 claims = write(Intent::Kind::Claims, QStringLiteral("{}"));

        const QList<Intent> open = test::await(m_journal->open()).value();
        QCOMPARE(open.size(), 4);
        QCOMPARE(open.at(0).id, room);
        QCOMPARE(open.at(0).kind, Intent::Kind::CreateRoom);
        QCOMPARE(open.at(0).subject, QStringLiteral("correlation"));
        QCOMPARE(open.at(0).since, first);
        QCOMPARE(open.at(1).id, deletion);
        QCOMPARE(open.at(1).kind, Intent::Kind::DeleteRoom);
        QCOMPARE(open.at(1).since, first.addSecs(7));
        QCOMPARE(open.at(2).id, call);
        QCOMPARE(open.at(2).kind, Intent::Kind::Call);
        QCOMPARE(open.at(3).id, claims);
        QCOMPARE(open.at(3).kind, Intent::Kind::Claims);
    }

    void isThereAfterARestart()
    {
        const qint64 id = write(Intent::Kind::CreateRoom, QStringLiteral("correlation"));
        reopen();
        const QList<Intent> open = test::await(m_journal->open()).value();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().id, id);
    }

    void struckOutIsGone()
    {
        const qint64 one = write(Intent::Kind::CreateRoom, QStringLiteral("one"));
        const qint64 two = write(Intent::Kind::CreateRoom, QStringLiteral("two"));
        QVERIFY(test::await(m_journal->strikeOut(one)));
        QVERIFY(test::await(m_journal->strikeOut(one))); // Twice is once.
        QVERIFY(test::await(m_journal->strikeOut(4711)));
        const QList<Intent> open = test::await(m_journal->open()).value();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().id, two);
    }

    void anIdIsNeverUsedAgain()
    {
        const qint64 one = write(Intent::Kind::CreateRoom, QStringLiteral("one"));
        QVERIFY(test::await(m_journal->strikeOut(one)));
        reopen();
        QVERIFY(write(Intent::Kind::CreateRoom, QStringLiteral("two")) > one);
    }

    void whatAnotherIsBusyWithIsNotTold()
    {
        const qint64 ours = write(Intent::Kind::CreateRoom, QStringLiteral("ours"));
        auto otherDatabase = std::make_unique<records::SqliteDatabase>(m_path);
        auto other = std::make_unique<records::SqliteIntentJournal>(*otherDatabase, m_clock);
        const qint64 theirs = test::await(other->write(Intent::Kind::Call, QStringLiteral("theirs"))).value();

        QCOMPARE(idsOf(*m_journal), QList<qint64>{ours});
        QCOMPARE(idsOf(*other), QList<qint64>{theirs});

        // Who dies leaves the rest to whoever asks first, and to that one alone.
        other.reset();
        otherDatabase.reset();
        QCOMPARE(idsOf(*m_journal), (QList<qint64>{ours, theirs}));
        records::SqliteDatabase thirdDatabase(m_path);
        records::SqliteIntentJournal third(thirdDatabase, m_clock);
        QCOMPARE(idsOf(third), QList<qint64>());
    }

    void whatIsStruckOutIsNobodys()
    {
        const qint64 one = write(Intent::Kind::CreateRoom, QStringLiteral("one"));
        QVERIFY(test::await(m_journal->strikeOut(one)));
        records::SqliteDatabase otherDatabase(m_path);
        records::SqliteIntentJournal other(otherDatabase, m_clock);
        QCOMPARE(idsOf(other), QList<qint64>());
        QVERIFY(test::await(other.write(Intent::Kind::CreateRoom, QStringLiteral("two"))));
    }

    void withoutALockNothingIsBegun()
    {
        // The file that the locks are in cannot be opened.
        QVERIFY(QDir().mkdir(m_path + QStringLiteral(".intents")));
        const Result<qint64> written =
            test::await(m_journal->write(Intent::Kind::CreateRoom, QStringLiteral("correlation")));
        QVERIFY(!written);
        QCOMPARE(written.error().code, QStringLiteral("cannot_lock"));
        QVERIFY(QDir().rmdir(m_path + QStringLiteral(".intents")));
        QCOMPARE(idsOf(*m_journal), QList<qint64>());
    }

    void aKindOfALaterVersionIsLeftAlone()
    {
        write(Intent::Kind::Call, QStringLiteral("known"));
        const auto addUnknown = [](const records::SqliteConnection &connection) -> Result<bool> {
            const QString statement =
                QStringLiteral("INSERT INTO intents (kind, subject, since) VALUES ('FAX', 'x', 0)");
            return connection.run(statement).has_value();
        };
        QVERIFY(test::await(m_database->run(addUnknown)).value());
        QCOMPARE(test::await(m_journal->open()).value().size(), 1);
        const auto count = [](const records::SqliteConnection &connection) -> Result<int> {
            Result<QSqlQuery> query = connection.run(QStringLiteral("SELECT count(*) FROM intents"));
            return query && query->next() ? query->value(0).toInt() : -1;
        };
        QCOMPARE(test::await(m_database->run(count)).value(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSqliteIntentJournal)
#include "test_sqlite_intent_journal.moc"
