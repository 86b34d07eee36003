#include "core/records/sqlite_schema.h"

#include "core/records/sqlite_connection.h"
#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "tests/core/records/sqlite_fixture.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <thread>

using namespace teleconsult;
using records::SqliteConnection;
using records::test::ask;
using records::test::codeOfOpening;

namespace {

/// The statements by which version 1 of the program made its files: history, not to be brought up to date.
const QStringList version1{
    QStringLiteral(
        "CREATE TABLE teleconsultations (row INTEGER PRIMARY KEY, _id TEXT NOT NULL UNIQUE, bandyerRoomId TEXT,"
        " participantsNumber INTEGER NOT NULL, teleconsultationState TEXT NOT NULL, startDate INTEGER NOT NULL,"
        " endDate INTEGER, __STATE__ TEXT NOT NULL, creatorId TEXT NOT NULL, createdAt INTEGER NOT NULL,"
        " updaterId TEXT NOT NULL, updatedAt INTEGER NOT NULL) STRICT"),
    QStringLiteral(
        "CREATE TABLE participants (consultation INTEGER NOT NULL REFERENCES teleconsultations(row) ON DELETE"
        " CASCADE, position INTEGER NOT NULL, userBandyerId TEXT NOT NULL, accessLinkURL TEXT NOT NULL,"
        " fullName TEXT NOT NULL, \"groups\" TEXT NOT NULL, language TEXT,"
        " PRIMARY KEY (consultation, position)) STRICT, WITHOUT ROWID"),
    QStringLiteral("CREATE TABLE teleconsultations_users (receivedUserId TEXT PRIMARY KEY NOT NULL,"
                   " bandyerId TEXT NOT NULL, createdAt INTEGER NOT NULL) STRICT, WITHOUT ROWID"),
    QStringLiteral("INSERT INTO teleconsultations VALUES (7, 'aaaaaaaaaaaaaaaaaaaaaaaa', 'room_7', 2, 'HELD',"
                   " 1772442000000, 1772443800000, 'PUBLIC', 'public', 1, 'public', 1)"),
    QStringLiteral("INSERT INTO teleconsultations VALUES (8, 'bbbbbbbbbbbbbbbbbbbbbbbb', NULL, 2, 'SCHEDULED',"
                   " 1772442000000, NULL, 'TRASH', 'public', 1, 'public', 1)"),
    QStringLiteral("INSERT INTO participants VALUES (7, 0, 'k1', 'https://a.bandyer.com/1', 'Dr. Giulia Ferri',"
                   " '[\"doctor\"]', NULL)"),
    QStringLiteral("INSERT INTO participants VALUES (7, 1, 'k2', 'https://a.bandyer.com/2', 'Zoë Müller',"
                   " '[\"patient\"]', 'it')"),
    QStringLiteral("INSERT INTO teleconsultations_users VALUES ('zoe', 'k2', 1)"),
    QStringLiteral("PRAGMA user_version = 1"),
};

/// Runs statements on a file without this project's code, as another program would.
void runPlainly(const QString &path, const QStringList &statements)
{
    const QString name = QStringLiteral("plain");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const QString &statement : statements)
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

QString stepsOf(QSqlQuery &plan)
{
    QStringList steps;
    while (plan.next())
        steps << plan.value(3).toString();
    return steps.join(QStringLiteral("; "));
}

QStringList objectsOf(const SqliteConnection &connection)
{
    Result<QSqlQuery> query = connection.run(
        QStringLiteral("SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"));
    QStringList names;
    while (query && query->next())
        names << query->value(0).toString();
    return names;
}

} // namespace

class TestSqliteSchema : public QObject
{
    Q_OBJECT

    records::test::NewFiles m_files;

private slots:
    void aNewFileGetsTheNewestVersion()
    {
        SqliteConnection connection(m_files.next());
        QVERIFY(connection.open());
        QCOMPARE(ask(connection, QStringLiteral("PRAGMA user_version")).toInt(), records::schemaVersion);
    }

    void anOldFileBecomesTheSameAsANewOne()
    {
        SqliteConnection fresh(m_files.next());
        QVERIFY(fresh.open());
        const QString path = m_files.next();
        runPlainly(path, version1);
        SqliteConnection migrated(path);
        QVERIFY(migrated.open());
        QCOMPARE(objectsOf(migrated), objectsOf(fresh));
        QCOMPARE(ask(migrated, QStringLiteral("PRAGMA user_version")).toInt(), records::schemaVersion);
        QCOMPARE(ask(migrated, QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
    }

    void whatAnOldFileHeldIsStillThere()
    {
        const QString path = m_files.next();
        runPlainly(path, version1);
        const test::ManualClock clock;
        records::SqliteDatabase database(path);
        records::SqliteRecordStore store(database, clock);

        const Result<Teleconsultation> found = test::await(store.find(QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaa")));
        QVERIFY(found);
        QCOMPARE(found->progress, Progress::Held);
        QCOMPARE(found->participants.at(1).fullName, QStringLiteral("Zoë Müller"));
        QCOMPARE(found->schedule.start(), QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC));
        // The names of before the search came are searched as well.
        records::Query query;
        query.text = QStringLiteral("muller fer");
        QCOMPARE(test::await(store.list(query)).value().size(), 1);
        QCOMPARE(test::await(store.findUserIds({QStringLiteral("zoe")})).value().value(QStringLiteral("zoe")),
                 QStringLiteral("k2"));
        // Nobody counted revisions then: its first change is seen all the same.
        Teleconsultation moved = *found;
        moved.roomId = QStringLiteral("room_8");
        QVERIFY(test::await(store.update(moved)));
        moved.roomId = QStringLiteral("room_9");
        QCOMPARE(test::await(store.update(moved)).error().kind, Error::Kind::Conflict);
        records::SqliteIntentJournal journal(database, clock);
        QVERIFY(test::await(journal.write(records::Intent::Kind::Call, QStringLiteral("x"))));
    }

    void aStepThatFailsLeavesTheOldFile()
    {
        const QString path = m_files.next();
        runPlainly(path, version1);
        // In the way of the last statement of the step to version 2.
        runPlainly(path, {QStringLiteral("CREATE TABLE teleconsultation_names (x)")});
        {
            SqliteConnection connection(path);
            QVERIFY(!connection.open());
        }
        runPlainly(path, {QStringLiteral("DROP TABLE teleconsultation_names")});
        SqliteConnection connection(path);
        const Result<void> opened = connection.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toLogLine()));
        QCOMPARE(ask(connection, QStringLiteral("SELECT count(*) FROM teleconsultations")).toInt(), 2);
    }

    void aNewerFileIsRefusedAndLeftAlone()
    {
        const QString path = m_files.next();
        {
            SqliteConnection connection(path);
            QVERIFY(connection.open());
            QVERIFY(connection.run(QStringLiteral("PRAGMA user_version = %1").arg(records::schemaVersion + 1)));
        }
        QCOMPARE(codeOfOpening(path), QStringLiteral("schema_too_new"));
        QCOMPARE(codeOfOpening(path), QStringLiteral("schema_too_new"));

        const test::ManualClock clock;
        records::SqliteDatabase database(path);
        records::SqliteRecordStore store(database, clock);
        const Result<QList<Teleconsultation>> listed = test::await(store.list({}));
        QVERIFY(!listed);
        QCOMPARE(listed.error().code, QStringLiteral("schema_too_new"));
        QVERIFY(!listed.error().retryable);
    }

    void aDamagedFileIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("These are no records. ").repeated(200);
        QTest::newRow("short text") << QByteArray("no");
        QTest::newRow("header, then nonsense") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\x5a');
    }

    void aDamagedFileIsRefusedAndLeftAlone()
    {
        QFETCH(QByteArray, content);
        const QString path = m_files.next();
        QFile file(path);
        QVERIFY(file.open(QFile::ReadWrite));
        file.write(content);
        file.flush();
        QCOMPARE(codeOfOpening(path), QStringLiteral("not_a_database"));
        file.seek(0);
        QCOMPARE(file.readAll(), content);
    }

    void aFileDamagedInTheMiddleIsReported()
    {
        const QString path = m_files.next();
        {
            SqliteConnection connection(path);
            QVERIFY(connection.open());
        }
        QFile file(path);
        QVERIFY(file.open(QFile::ReadWrite));
        const qint64 size = file.size();
        file.seek(4096); // The second page and all that follow; the first holds the schema.
        file.write(QByteArray(int(size) - 4096, '\x5a'));
        file.close();

        const test::ManualClock clock;
        records::SqliteDatabase database(path);
        records::SqliteRecordStore store(database, clock);
        const Result<QList<Teleconsultation>> listed = test::await(store.list({}));
        QVERIFY(!listed);
        QCOMPARE(listed.error().code, QStringLiteral("not_a_database"));
    }

    void aFileOfAnotherProgramIsRefused()
    {
        const QString path = m_files.next();
        runPlainly(path, {QStringLiteral("CREATE TABLE bookmarks (url TEXT)")});
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray before = file.readAll();
        QCOMPARE(codeOfOpening(path), QStringLiteral("not_a_database"));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void anEmptyFileIsANewOne()
    {
        const QString path = m_files.next();
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        QCOMPARE(codeOfOpening(path), QStringLiteral("opened"));
    }

    void manyOpenANewFileAtOnce_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::newRow("new") << QStringList();
        QTest::newRow("from version 1") << version1;
    }

    void manyOpenANewFileAtOnce()
    {
        QFETCH(QStringList, before);
        for (int round = 0; round < 20; ++round) {
            const QString path = m_files.next();
            if (!before.isEmpty())
                runPlainly(path, before);
            std::array<QString, 4> codes;
            {
                std::vector<std::jthread> threads;
                threads.reserve(codes.size());
                for (QString &code : codes)
                    threads.emplace_back([&code, path] { code = codeOfOpening(path); });
            }
            for (const QString &code : codes)
                QCOMPARE(code, QStringLiteral("opened"));
        }
    }

    void aDayIsReadByTheIndex()
    {
        SqliteConnection connection(m_files.next());
        QVERIFY(connection.open());
        // What list() asks (sqlite_record_store.cpp).
        Result<QSqlQuery> plan = connection.run(
            QStringLiteral("EXPLAIN QUERY PLAN SELECT row FROM teleconsultations WHERE __STATE__ = 'PUBLIC'"
                           " AND startDate >= ? - (SELECT coalesce(max(endDate - startDate), 0) FROM teleconsultations"
                           " WHERE __STATE__ = 'PUBLIC') AND (startDate >= ? OR endDate > ?) AND startDate < ?"
                           " ORDER BY startDate, _id LIMIT ? OFFSET ?"),
            {0, 0, 0, 0, 0, 0});
        QVERIFY(plan);
        const QString all = stepsOf(*plan);
        QVERIFY2(all.contains(QLatin1String("USING INDEX teleconsultations_by_start (startDate>? AND startDate<?)")),
                 qPrintable(all));
        QVERIFY2(all.contains(QLatin1String("teleconsultations_by_length")), qPrintable(all));
        QVERIFY2(!all.contains(QLatin1String("TEMP B-TREE")), qPrintable(all));
    }

    void aSearchReadsWhatItAnswersAndNoMore()
    {
        SqliteConnection connection(m_files.next());
        QVERIFY(connection.open());
        // What list() asks (sqlite_reading.cpp).
        Result<QSqlQuery> plan = connection.run(
            QStringLiteral("EXPLAIN QUERY PLAN SELECT row, startDate FROM teleconsultation_names CROSS JOIN"
                           " teleconsultations ON place = teleconsultation_names.rowid WHERE __STATE__ = 'PUBLIC'"
                           " AND (startDate >= ? OR endDate > ?) AND names MATCH ? AND teleconsultation_names.rowid >="
                           " ? - ? * (SELECT coalesce(max(endDate - startDate), 0) FROM teleconsultations WHERE"
                           " __STATE__ = 'PUBLIC') ORDER BY teleconsultation_names.rowid LIMIT ? OFFSET ?"),
            {0, 0, QStringLiteral("\"r\"*"), 0, 0, 0, 0});
        QVERIFY(plan);
        const QString all = stepsOf(*plan);
        // FTS5 takes the bound upon itself (">") and the order, and each row found is looked up by its place.
        QVERIFY2(all.contains(QLatin1String("teleconsultation_names VIRTUAL TABLE INDEX 64:M0>")), qPrintable(all));
        QVERIFY2(all.contains(QLatin1String("USING INDEX teleconsultations_by_place (place=?)")), qPrintable(all));
        QVERIFY2(!all.contains(QLatin1String("TEMP B-TREE")), qPrintable(all));
    }

    void consultationsOfOneStartKeepTheirOrderWhenTheyGetPlaces()
    {
        const QString path = m_files.next();
        runPlainly(path, version1);
        runPlainly(path, {QStringLiteral("INSERT INTO teleconsultations VALUES (9, '9aaaaaaaaaaaaaaaaaaaaaaa', NULL, 2,"
                                         " 'SCHEDULED', 1772442000000, NULL, 'PUBLIC', 'public', 1, 'public', 1)"),
                          QStringLiteral("INSERT INTO participants VALUES (9, 0, 'k3', '', 'Giulia Zuccoli',"
                                         " '[\"patient\"]', NULL)")});
        SqliteConnection connection(path);
        QVERIFY(connection.open());
        Result<QSqlQuery> places = connection.run(QStringLiteral("SELECT row FROM teleconsultations ORDER BY place"));
        QList<int> rows;
        while (places && places->next())
            rows << places->value(0).toInt();
        QCOMPARE(rows, (QList<int>{9, 7, 8}));
        QCOMPARE(ask(connection, QStringLiteral("SELECT min(place) FROM teleconsultations")).toLongLong(),
                 1772442000000 * records::placesOfAStart);
    }
};

QTEST_GUILESS_MAIN(TestSqliteSchema)
#include "test_sqlite_schema.moc"
