#include "core/records/agenda_memory.h"

#include "core/records/sqlite_database.h"
#include "tests/core/records/sqlite_fixture.h"
#include "tests/support/await.h"

#include <QFile>
#include <QTest>

using namespace teleconsult;
using records::AgendaMemory;
using records::Query;
using records::RememberedDays;
using test::await;

class TestAgendaMemory : public QObject
{
    Q_OBJECT

    records::test::NewFiles m_files;
    std::unique_ptr<records::SqliteDatabase> m_database;
    std::unique_ptr<AgendaMemory> m_memory;
    const QString m_source = QStringLiteral("service\nhttps://clinic.example\ndr");

    static QDateTime at(int day, int hour) { return {QDate(2026, 3, day), QTime(hour, 0), Qt::UTC}; }
    static Query days(int first, int last)
    {
        Query query;
        query.from = at(first, 0);
        query.until = at(last + 1, 0);
        return query;
    }
    static Teleconsultation consultation(const QString &id, const QDateTime &start)
    {
        Teleconsultation made;
        made.id = id;
        made.roomId = QStringLiteral("room");
        made.participantsNumber = 2;
        made.schedule = Schedule::fromRecord(start, start.addSecs(1800));
        made.progress = Progress::Held;
        made.participants = {{QStringLiteral("u1"),
                              QUrl(QStringLiteral("https://a.bandyer.com/secret-link")),
                              QStringLiteral("Zoë Müller"),
                              {QStringLiteral("patient")},
                              Language::Italian}};
        return made;
    }
    void keep(const Query &time, const QList<Teleconsultation> &consultations, const QDateTime &now)
    {
        const Result<void> kept = await(m_memory->keep(m_source, time, consultations, now));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().toLogLine()));
    }
    std::optional<RememberedDays> recall(const Query &time)
    {
        const Result<std::optional<RememberedDays>> days = await(m_memory->recall(m_source, time));
        return days ? *days : std::nullopt;
    }
    QString idsOf(const Query &time)
    {
        const std::optional<RememberedDays> days = recall(time);
        if (!days)
            return QStringLiteral("unknown");
        QStringList ids;
        for (const Teleconsultation &consultation : days->consultations)
            ids << consultation.id;
        return ids.join(u' ');
    }

private slots:
    void init()
    {
        m_database = std::make_unique<records::SqliteDatabase>(m_files.next());
        m_memory = std::make_unique<AgendaMemory>(*m_database);
    }

    void whatWasKeptIsRecalledWithoutLinks()
    {
        keep(days(2, 2), {consultation(QStringLiteral("b"), at(2, 10)), consultation(QStringLiteral("a"), at(2, 9))},
             at(2, 8));
        const std::optional<RememberedDays> kept = recall(days(2, 2));
        QVERIFY(kept);
        QCOMPARE(kept->asOf, at(2, 8));
        QCOMPARE(kept->consultations.size(), 2);
        Teleconsultation expected = consultation(QStringLiteral("a"), at(2, 9));
        expected.participants[0].accessLink.clear();
        QVERIFY(saysTheSame(kept->consultations.constFirst(), expected));

        m_database.reset(); // The file is closed, and all of it written.
        QFile file(m_files.at(QStringLiteral("1.sqlite")));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("M\xc3\xbcller"));
        QVERIFY(!bytes.contains("secret-link"));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }

    void onlyAWholeTimeIsKnown_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("ids");
        QTest::newRow("the same days") << 3 << 4 << "three four";
        QTest::newRow("a day of them") << 4 << 4 << "four";
        QTest::newRow("two answers side by side") << 3 << 5 << "three four five";
        QTest::newRow("with a gap") << 5 << 7 << "unknown";
        QTest::newRow("before") << 2 << 3 << "unknown";
        QTest::newRow("after") << 8 << 8 << "unknown";
    }
    void onlyAWholeTimeIsKnown()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(QString, ids);
        keep(days(3, 4),
             {consultation(QStringLiteral("three"), at(3, 9)), consultation(QStringLiteral("four"), at(4, 9))},
             at(3, 8));
        keep(days(5, 5), {consultation(QStringLiteral("five"), at(5, 9))}, at(3, 9));
        keep(days(7, 7), {}, at(3, 9));
        QCOMPARE(idsOf(days(first, last)), ids);
    }

    void aNewAnswerTakesThePlaceOfTheOld()
    {
        keep(days(2, 8),
             {consultation(QStringLiteral("gone"), at(3, 9)), consultation(QStringLiteral("other"), at(4, 9))},
             at(2, 8));
        keep(days(3, 3), {consultation(QStringLiteral("new"), at(3, 10))}, at(2, 9));
        QCOMPARE(idsOf(days(2, 8)), QStringLiteral("new other"));
        // As old as the oldest part of it, and no older.
        QCOMPARE(recall(days(2, 8))->asOf, at(2, 8));
        QCOMPARE(recall(days(3, 3))->asOf, at(2, 9));
        QCOMPARE(recall(days(4, 4))->asOf, at(2, 8));
    }

    void anotherSourceHasAnotherMemory()
    {
        keep(days(2, 2), {consultation(QStringLiteral("a"), at(2, 9))}, at(2, 8));
        const Result<std::optional<RememberedDays>> others =
            await(m_memory->recall(QStringLiteral("service\nhttps://other.example\ndr"), days(2, 2)));
        QVERIFY(others);
        QVERIFY(!*others);
        QCOMPARE(idsOf(days(2, 2)), QStringLiteral("unknown")); // Gone for good.
    }

    void onlyTheDaysAroundNow()
    {
        keep(days(2, 2), {consultation(QStringLiteral("old"), at(2, 9))}, at(2, 8));
        keep(days(28, 28), {consultation(QStringLiteral("far"), at(28, 9))}, at(2, 8));
        QCOMPARE(idsOf(days(28, 28)), QStringLiteral("unknown"));
        keep(days(10, 10), {consultation(QStringLiteral("now"), at(10, 9))}, at(10, 8));
        QCOMPARE(idsOf(days(10, 10)), QStringLiteral("now"));
        QCOMPARE(idsOf(days(2, 2)), QStringLiteral("unknown"));
        const Result<QVariant> left = await([](records::SqliteDatabase &database) -> Task<QVariant> {
            Result<QVariant> count =
                co_await database.run([](const records::SqliteConnection &connection) -> Result<QVariant> {
                    return records::test::ask(connection,
                                              QStringLiteral("SELECT count(*) FROM remembered_consultations"));
                });
            co_return count;
        }(*m_database));
        QCOMPARE(left.value().toInt(), 1);
    }

    void whatIsDeletedAndWhatIsClearedIsGone()
    {
        keep(days(2, 2), {consultation(QStringLiteral("a"), at(2, 9)), consultation(QStringLiteral("b"), at(2, 9))},
             at(2, 8));
        QVERIFY(await(m_memory->forget(QStringLiteral("a"))));
        QCOMPARE(idsOf(days(2, 2)), QStringLiteral("b"));
        QVERIFY(await(m_memory->clear()));
        QCOMPARE(idsOf(days(2, 2)), QStringLiteral("unknown"));
    }

    void aTimeWithoutBoundsIsNotKept()
    {
        keep({}, {consultation(QStringLiteral("a"), at(2, 9))}, at(2, 8));
        QCOMPARE(idsOf({}), QStringLiteral("unknown"));
        QCOMPARE(idsOf(days(2, 2)), QStringLiteral("unknown"));
    }
};

QTEST_GUILESS_MAIN(TestAgendaMemory)
#include "test_agenda_memory.moc"
