#include "core/records/sqlite_record_store.h"

#include "core/records/sqlite_connection.h"
#include "tests/core/records/record_store_suite.h"

#include <QSemaphore>
#include <QTemporaryDir>

using namespace teleconsult;

class TestSqliteRecordStore : public test::RecordStoreSuite
{
    Q_OBJECT

    struct Made
    {
        explicit Made(const Clock &clock)
            : database(folder.filePath(QStringLiteral("records.sqlite"))), store(database, clock)
        {}

        QTemporaryDir folder;
        records::SqliteDatabase database;
        records::SqliteRecordStore store;
    };
    std::unique_ptr<Made> m_made;

    records::RecordStore &makeStore() override
    {
        m_made = std::make_unique<Made>(m_clock);
        return m_made->store;
    }

private slots:
    void recordsAreThereAfterARestart()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("records.sqlite"));
        QString id;
        {
            records::SqliteDatabase database(path);
            records::SqliteRecordStore store(database, m_clock);
            id = test::await(store.insert(consultation(at(2, 9)))).value();
        }
        records::SqliteDatabase database(path);
        records::SqliteRecordStore store(database, m_clock);
        const Result<Teleconsultation> found = test::await(store.find(id));
        QVERIFY(found);
        QCOMPARE(found->participants.size(), 2);
    }

    void recordsSayWhoActed()
    {
        const auto acting = [](const char *who) { return RequestContext{.callerId = QString::fromLatin1(who)}; };
        const auto actors = [this] {
            return test::await(m_made->database.run([](const records::SqliteConnection &connection) -> Result<QString> {
                Result<QSqlQuery> query =
                    connection.run(QStringLiteral("SELECT creatorId || ' ' || updaterId FROM teleconsultations"));
                if (!query || !query->next())
                    return failure(makeError(Error::Kind::Storage));
                return query->value(0).toString();
            }));
        };
        const QString id = test::await(m_store->insert(consultation(at(2, 9)), acting("ann"))).value();
        QCOMPARE(actors().value(), QStringLiteral("ann ann"));
        QVERIFY(test::await(m_store->setProgress(id, Progress::InCall, acting("bob"))));
        QCOMPARE(actors().value(), QStringLiteral("ann bob"));
        Teleconsultation changed = test::await(m_store->find(id)).value();
        changed.roomId = QStringLiteral("room_2");
        QVERIFY(test::await(m_store->update(changed, acting("cyd"))));
        QCOMPARE(actors().value(), QStringLiteral("ann cyd"));
        QVERIFY(test::await(m_store->moveToTrash(id))); // Nobody is known.
        QCOMPARE(actors().value(), QStringLiteral("ann public"));
    }

    void touchesNoDiskBeforeTheFirstOperation()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("below/records.sqlite"));
        records::SqliteDatabase database(path);
        records::SqliteRecordStore store(database, m_clock);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("below"))));
        QVERIFY(test::await(store.list({})));
        QVERIFY(QFile::exists(path));
    }

    void theCallerGoesOnWhileTheDiskIsBusy()
    {
        QSemaphore disk;
        Task<bool> busy = m_made->database.run([&disk](const records::SqliteConnection &) -> Result<bool> {
            disk.acquire();
            return true;
        });
        bool answered = false;
        QObject context;
        whenDone(m_made->store.insert(consultation(at(2, 9))), &context,
                 [&](const Result<QString> &id) { answered = id.has_value(); });
        bool loopRuns = false;
        QMetaObject::invokeMethod(
            &context, [&loopRuns] { loopRuns = true; }, Qt::QueuedConnection);
        QTRY_VERIFY(loopRuns);
        QVERIFY(!answered);
        disk.release();
        QTRY_VERIFY(answered);
        QVERIFY(test::await(std::move(busy)));
    }

    void workGivenBeforeTheEndIsDone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("records.sqlite"));
        {
            records::SqliteDatabase database(path);
            records::SqliteRecordStore store(database, m_clock);
            for (int i = 0; i < 10; ++i)
                static_cast<void>(store.insert(consultation(at(2, 9))));
        }
        // Their answers come after the end; nobody may be hurt by that.
        QCoreApplication::processEvents();
        records::SqliteDatabase database(path);
        records::SqliteRecordStore store(database, m_clock);
        QCOMPARE(test::await(store.list({})).value().size(), 10);
    }

    void twoStoresWriteTheSameFileAtOnce()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("records.sqlite"));
        records::SqliteDatabase oneDatabase(path), otherDatabase(path);
        records::SqliteRecordStore one(oneDatabase, m_clock), other(otherDatabase, m_clock);
        std::vector<Task<QString>> working;
        for (int i = 0; i < 25; ++i) {
            for (records::SqliteRecordStore *store : {&one, &other}) {
                working.push_back(store->insert(consultation(at(2, 9))));
                working.push_back(
                    store->rememberUserId(QStringLiteral("person %1").arg(i),
                                          store == &one ? QStringLiteral("one") : QStringLiteral("other")));
            }
        }
        const Result<QList<QString>> done = test::await(whenAll(std::move(working)));
        QVERIFY2(done, done ? "" : qPrintable(done.error().toLogLine()));
        for (int i = 0; i < 25; ++i)
            QCOMPARE(done->at(i * 4 + 1), done->at(i * 4 + 3)); // Both were told the same id.
        QCOMPARE(test::await(one.list({})).value().size(), 50);
    }

    void aRecordIsWrittenWholeOrNotAtAll()
    {
        Teleconsultation broken = consultation(at(2, 9));
        broken.schedule = Schedule::fromRecord({}, {}); // No start: refused by the schema.
        const Result<QString> id = test::await(m_made->store.insert(broken));
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Storage);
        QVERIFY(!id.error().retryable);
        QVERIFY(test::await(m_made->store.list({})).value().isEmpty());
        // The connection is not left in a transaction.
        QVERIFY(test::await(m_made->store.insert(consultation(at(2, 9)))));
    }
};

QTEST_GUILESS_MAIN(TestSqliteRecordStore)
#include "moc_record_store_suite.cpp"
#include "test_sqlite_record_store.moc"
