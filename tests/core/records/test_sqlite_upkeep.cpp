#include "core/records/sqlite_upkeep.h"

#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "tests/core/records/sqlite_fixture.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"

using namespace teleconsult;
using namespace teleconsult::records;
using teleconsult::test::await;

namespace {

const QString ada = QStringLiteral("ada");
const QString bruno = QStringLiteral("bruno");
const QString carla = QStringLiteral("carla");

QString idOf(const QString &externalId)
{
    return QStringLiteral("kaleyra-") + externalId;
}

} // namespace

class TestSqliteUpkeep : public QObject
{
    Q_OBJECT

    struct Made
    {
        explicit Made(const Clock &clock)
            : database(files.next()), store(database, clock), journal(database, clock), upkeep(database, clock)
        {}

        records::test::NewFiles files;
        SqliteDatabase database;
        SqliteRecordStore store;
        SqliteIntentJournal journal;
        SqliteUpkeep upkeep;
    };

    teleconsult::test::ManualClock m_clock;
    std::unique_ptr<Made> m_made;

    QString insert(const QStringList &people)
    {
        Teleconsultation consultation;
        consultation.schedule = Schedule::fromRecord(m_clock.now(), m_clock.now().addSecs(1800));
        consultation.participantsNumber = int(people.size());
        for (const QString &person : people)
            consultation.participants.append({idOf(person), {}, person, {}, {}});
        return await(m_made->store.insert(consultation)).value_or(QString());
    }

    QString trash(const QStringList &people)
    {
        const QString id = insert(people);
        return await(m_made->store.moveToTrash(id)) ? id : QString();
    }

    void remember(const QStringList &people)
    {
        for (const QString &person : people)
            QCOMPARE(await(m_made->store.rememberUserId(person, idOf(person))).value_or(QString()), idOf(person));
    }

    QStringList known()
    {
        QStringList people = await(m_made->store.findUserIds({ada, bruno, carla})).value().keys();
        people.sort();
        return people;
    }

    int rows(const QString &table)
    {
        const Result<int> count =
            await(m_made->database.run([table](const SqliteConnection &connection) -> Result<int> {
                return records::test::ask(connection, QStringLiteral("SELECT count(*) FROM ") + table).toInt();
            }));
        return count.value_or(-1);
    }

private slots:
    void init() { m_made = std::make_unique<Made>(m_clock); }
    void cleanup() { m_made.reset(); }

    void theTrashIsEmptiedAfterNinetyDays()
    {
        const QString kept = insert({ada, bruno});
        QVERIFY(!trash({ada, bruno}).isEmpty());
        m_clock.advance(std::chrono::days(90));
        QCOMPARE(await(m_made->upkeep.purgeTrash()).value_or(-1), 0); // Not a moment earlier.
        QVERIFY(!trash({ada, carla}).isEmpty());
        m_clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(await(m_made->upkeep.purgeTrash()).value_or(-1), 1);
        QCOMPARE(rows(QStringLiteral("teleconsultations")), 2);
        QCOMPARE(rows(QStringLiteral("participants")), 4);
        QCOMPARE(rows(QStringLiteral("teleconsultation_names")), 2);
        QVERIFY(await(m_made->store.find(kept)));
        QCOMPARE(await(m_made->store.list({{}, {}, QStringLiteral("bruno")})).value().size(), 1);
    }

    void anAgeInTheTrashBeginsWithTheDeletion()
    {
        const QString old = insert({ada, bruno});
        m_clock.advance(std::chrono::days(365));
        QVERIFY(await(m_made->store.moveToTrash(old)));
        QCOMPARE(await(m_made->upkeep.purgeTrash()).value_or(-1), 0);
        m_clock.advance(std::chrono::days(91));
        QCOMPARE(await(m_made->upkeep.purgeTrash()).value_or(-1), 1);
        QCOMPARE(rows(QStringLiteral("participants")), 0);
    }

    /// Nothing else leads to its room.
    void whatIsInTheTrashStaysWhileItsRoomMayBeThere()
    {
        const QString id = trash({ada, bruno});
        const qint64 call = await(m_made->journal.write(Intent::Kind::Call, id)).value();
        const qint64 open = await(m_made->journal.write(Intent::Kind::Trash, id)).value();
        m_clock.advance(std::chrono::days(91));
        QCOMPARE(await(m_made->upkeep.purgeTrash()).value_or(-1), 0);
        QVERIFY(await(m_made->store.findInTrash(id)));
        QVERIFY(await(m_made->journal.strikeOut(open)));
        QCOMPARE(await(m_made->upkeep.purgeTrash()).value_or(-1), 1);
        QCOMPARE(rows(QStringLiteral("teleconsultation_names")), 0);
        QVERIFY(await(m_made->journal.strikeOut(call)));
    }

    void whoTakesPartInNothingIsForgotten()
    {
        remember({ada, bruno, carla});
        insert({ada});
        QVERIFY(!trash({ada, bruno}).isEmpty());
        const QHash<QString, QString> forgotten = await(m_made->upkeep.forgetUnneeded({ada, bruno})).value();
        QCOMPARE(forgotten, (QHash<QString, QString>{{bruno, idOf(bruno)}}));
        QCOMPARE(known(), (QStringList{ada, carla})); // She was not asked for.
        QVERIFY(await(m_made->upkeep.forgetUnneeded({bruno})).value().isEmpty());
        QCOMPARE(await(m_made->store.rememberUserId(bruno, QStringLiteral("new"))).value(), QStringLiteral("new"));
    }

    void nobodyIsForgottenWhileARoomIsMade()
    {
        remember({ada});
        const qint64 call = await(m_made->journal.write(Intent::Kind::Call, QStringLiteral("c"))).value();
        const qint64 room = await(m_made->journal.write(Intent::Kind::CreateRoom, QStringLiteral("r"))).value();
        QVERIFY(await(m_made->upkeep.forgetUnneeded({ada})).value().isEmpty());
        QCOMPARE(known(), QStringList{ada});
        QVERIFY(await(m_made->journal.strikeOut(room)));
        QCOMPARE(await(m_made->upkeep.forgetUnneeded({ada})).value().size(), 1);
        QVERIFY(await(m_made->journal.strikeOut(call)));
    }
};

QTEST_GUILESS_MAIN(TestSqliteUpkeep)
#include "test_sqlite_upkeep.moc"
