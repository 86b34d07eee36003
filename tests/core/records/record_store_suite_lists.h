// What a record store must show when it lists and searches.
// A part of record_store_suite.h; nobody else includes it.
#pragma once

#include "tests/core/records/record_store_suite.h"

namespace teleconsult::test {

inline void RecordStoreSuite::listsByStartThenId()
{
    QStringList sameStart;
    const QString last = insert(consultation(at(3, 9)));
    for (int i = 0; i < 5; ++i)
        sameStart << insert(consultation(at(2, 9)));
    const QString first = insert(consultation(at(1, 9)));
    sameStart.sort();
    QCOMPARE(idsOf({}), QStringList() << first << sameStart << last);
}

inline void RecordStoreSuite::listsADay_data()
{
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("listed");

    QTest::newRow("in the middle") << at(2, 12) << 30 << true;
    QTest::newRow("starts with the day") << at(2, 0) << 30 << true;
    QTest::newRow("ends with the day") << at(2, 23, 30) << 30 << true;
    QTest::newRow("over midnight, into it") << at(1, 23, 50) << 30 << true;
    QTest::newRow("over midnight, out of it") << at(2, 23, 50) << 30 << true;
    QTest::newRow("the whole of it") << at(1, 12) << 3 * 24 * 60 << true;
    QTest::newRow("ends as the day starts") << at(1, 23, 30) << 30 << false;
    QTest::newRow("starts as the day ends") << at(3, 0) << 30 << false;
    QTest::newRow("day before") << at(1, 12) << 30 << false;
    QTest::newRow("day after") << at(3, 12) << 30 << false;
}

inline void RecordStoreSuite::listsADay()
{
    QFETCH(QDateTime, start);
    QFETCH(int, minutes);
    QFETCH(bool, listed);

    const QString id = insert(consultation(start, minutes));
    insert(consultation(at(10, 9)));
    records::Query day;
    day.from = at(2, 0);
    day.until = at(3, 0);
    QCOMPARE(idsOf(day), listed ? QStringList{id} : QStringList());

    // A bound in another zone is the same moment.
    day.from = day.from.toOffsetFromUtc(2 * 3600);
    day.until = day.until.toOffsetFromUtc(-5 * 3600);
    QCOMPARE(idsOf(day), listed ? QStringList{id} : QStringList());
}

inline void RecordStoreSuite::longConsultationsAreListedOnTheDayTheyEnd()
{
    const QString lasting = insert(consultation(at(1, 0), 20 * 24 * 60));
    for (int day = 2; day < 20; ++day)
        insert(consultation(at(day, 9)));
    records::Query query;
    query.from = at(20, 12);
    QCOMPARE(idsOf(query), QStringList{lasting});
}

inline void RecordStoreSuite::aRecordWithoutEndIsListedWhereItStarts()
{
    Teleconsultation endless = consultation(at(2, 9));
    endless.schedule = Schedule::fromRecord(at(2, 9), {});
    endless.id = insert(endless);
    const Result<Teleconsultation> found = await(m_store->find(endless.id));
    QVERIFY(found);
    QVERIFY(found->schedule.end().isNull());

    records::Query query;
    query.from = at(2, 9);
    QCOMPARE(idsOf(query), QStringList{endless.id});
    query.from = at(2, 9, 1);
    QCOMPARE(idsOf(query), QStringList());
    query.from = {};
    query.until = at(2, 9);
    QCOMPARE(idsOf(query), QStringList());
}

inline void RecordStoreSuite::pagesCoverAllOnce()
{
    QStringList all;
    for (int i = 0; i < 7; ++i)
        all << insert(consultation(at(2, 9 + i)));
    QStringList paged;
    for (int offset = 0; offset < 9; offset += 3) {
        records::Query page;
        page.limit = 3;
        page.offset = offset;
        const QStringList ids = idsOf(page);
        QVERIFY(ids.size() <= 3);
        paged << ids;
    }
    QCOMPARE(paged, all);
    records::Query beyond;
    beyond.offset = 100;
    QCOMPARE(idsOf(beyond), QStringList());
}

inline void RecordStoreSuite::theLargestPageIs200()
{
    // Some at once: a server takes as many connections as it likes.
    for (int made = 0; made < 201;) {
        std::vector<Task<QString>> inserting;
        for (; inserting.size() < 10 && made < 201; ++made)
            inserting.push_back(m_store->insert(consultation(at(2, 9))));
        QVERIFY(await(whenAll(std::move(inserting))));
    }
    records::Query query;
    QCOMPARE(idsOf(query).size(), 200);
    query.limit = 1000;
    QCOMPARE(idsOf(query).size(), 200);
    query.offset = 200;
    QCOMPARE(idsOf(query).size(), 1);
    query = {};
    query.limit = 0;
    QCOMPARE(idsOf(query).size(), 1);
    query.offset = -5;
    QCOMPARE(idsOf(query).size(), 1);
}

inline void RecordStoreSuite::searchesNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found"); // Of the four consultations below, by the patient's first name.

    const QString zoe = QStringLiteral("Zoë"), andre = QStringLiteral("André"), lukasz = QStringLiteral("Łukasz"),
                  maria = QStringLiteral("Maria");
    const QStringList all{andre, maria, zoe, lukasz};
    QTest::newRow("nothing asked") << QString() << all;
    QTest::newRow("only blanks and marks") << QStringLiteral("  , '") << all;
    QTest::newRow("name") << QStringLiteral("Müller") << QStringList{zoe};
    QTest::newRow("without accent") << QStringLiteral("muller") << QStringList{zoe};
    QTest::newRow("other case") << QStringLiteral("MÜLLER") << QStringList{zoe};
    QTest::newRow("decomposed") << QStringLiteral("Zoe\u0308") << QStringList{zoe};
    QTest::newRow("stroke") << QStringLiteral("lukasz") << QStringList{lukasz};
    QTest::newRow("first letters") << QStringLiteral("zo") << QStringList{zoe};
    QTest::newRow("one letter") << QStringLiteral("z") << QStringList{zoe};
    QTest::newRow("the doctor of all") << QStringLiteral("ferri") << all;
    QTest::newRow("two words") << QStringLiteral("muller zoe") << QStringList{zoe};
    QTest::newRow("two beginnings") << QStringLiteral("d an") << QStringList{andre, maria};
    QTest::newRow("words of two people") << QStringLiteral("ferri zoe") << QStringList{zoe};
    QTest::newRow("one word of two missing") << QStringLiteral("zoe rossi") << QStringList();
    QTest::newRow("after an apostrophe") << QStringLiteral("angelo") << QStringList{andre, maria};
    QTest::newRow("with its apostrophe") << QStringLiteral("d'ang") << QStringList{andre, maria};
    QTest::newRow("with another apostrophe") << QStringLiteral("D’Ang") << QStringList{andre, maria};
    QTest::newRow("second half of a double name") << QStringLiteral("neri") << QStringList{lukasz};
    QTest::newRow("sharp s") << QStringLiteral("strasse") << QStringList{zoe};
    QTest::newRow("query syntax is text") << QStringLiteral("zoe OR rossi") << QStringList();
    QTest::newRow("quotes are text") << QStringLiteral("\"zoe\" *") << QStringList{zoe};
    QTest::newRow("column syntax is text") << QStringLiteral("names:zoe") << QStringList();
    QTest::newRow("percent is text") << QStringLiteral("z%") << QStringList{zoe};
    QTest::newRow("not in any name") << QStringLiteral("patient") << QStringList();
}

inline void RecordStoreSuite::searchesNames()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);

    int hour = 8;
    for (const QString &patient : {QStringLiteral("André D'Angelò"), QStringLiteral("Maria D’Angelo"),
                                   QStringLiteral("Zoë Müller Straße"), QStringLiteral("Łukasz Bianchi-Neri")})
        insert(consultation(at(2, ++hour), 30, {QStringLiteral("Dr. Giulia Ferri"), patient}));

    records::Query query;
    query.text = text;
    const Result<QList<Teleconsultation>> listed = await(m_store->list(query));
    QVERIFY(listed);
    QStringList firstNames;
    for (const Teleconsultation &one : *listed)
        firstNames << one.participants.at(1).fullName.section(QLatin1Char(' '), 0, 0);
    QCOMPARE(firstNames, found);
}

inline void RecordStoreSuite::searchAndDatesAreBothAsked()
{
    insert(consultation(at(1, 9)));
    const QString wanted = insert(consultation(at(2, 9)));
    insert(consultation(at(2, 10), 30, {QStringLiteral("Anna Verdi"), QStringLiteral("Ugo Neri")}));
    insert(consultation(at(3, 9)));
    records::Query query;
    query.from = at(2, 0);
    query.until = at(3, 0);
    query.text = QStringLiteral("mar ros");
    QCOMPARE(idsOf(query), QStringList{wanted});
}

inline void RecordStoreSuite::aSearchIsInTheOrderOfStarts()
{
    QStringList sameStart;
    const QString last = insert(consultation(at(3, 9)));
    for (int i = 0; i < 5; ++i)
        sameStart << insert(consultation(at(2, 9)));
    const QString first = insert(consultation(at(1, 9)));
    sameStart.sort();
    records::Query query;
    query.text = QStringLiteral("ros");
    QCOMPARE(idsOf(query), QStringList() << first << sameStart << last);

    QStringList paged;
    query.limit = 2;
    for (query.offset = 0; query.offset < 8; query.offset += 2)
        paged << idsOf(query);
    QCOMPARE(paged.size(), 7);
    QCOMPARE(QSet<QString>(paged.begin(), paged.end()).size(), 7);
    QCOMPARE(paged.constFirst(), first);
    QCOMPARE(paged.constLast(), last);
}

inline void RecordStoreSuite::aSearchFollowsWhatIsMoved()
{
    const QString moved = insert(consultation(at(1, 9)));
    const QString other = insert(consultation(at(2, 9)));
    Result<Teleconsultation> found = await(m_store->find(moved));
    QVERIFY(found);
    found->schedule = Schedule::fromRecord(at(3, 9), at(3, 10));
    found->participants[1].fullName = QStringLiteral("Rosalba Neri");
    QVERIFY(await(m_store->update(*found)));
    records::Query query;
    query.text = QStringLiteral("ros");
    QCOMPARE(idsOf(query), (QStringList{other, moved}));
    query.until = at(3, 0);
    QCOMPARE(idsOf(query), QStringList{other});
    query.from = at(3, 9, 30); // Still going on then.
    query.until = {};
    QCOMPARE(idsOf(query), QStringList{moved});
}

} // namespace teleconsult::test
