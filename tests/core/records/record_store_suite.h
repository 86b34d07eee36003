// The behaviour every record store must show: SQLite's and, over HTTP, the CRUD service's.
#pragma once

#include "core/records/record_store.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"

#include <QObject>
#include <QRegularExpression>
#include <QTest>

#include <memory>

namespace teleconsult::test {

/// A test program derives from it and says how an empty store is made; every test function gets a new one.
class RecordStoreSuite : public QObject
{
    Q_OBJECT

protected:
    /// An empty store, whatever it needs kept alive by the test program until the next call.
    virtual records::RecordStore &makeStore() = 0;

    ManualClock m_clock;
    records::RecordStore *m_store = nullptr;

    static Teleconsultation consultation(const QDateTime &start, int minutes = 30,
                                         const QStringList &names = {QStringLiteral("Dr. Giulia Ferri"),
                                                                     QStringLiteral("Mario Rossi")});
    static QDateTime at(int day, int hour, int minute = 0)
    {
        return QDateTime(QDate(2026, 3, day), QTime(hour, minute), Qt::UTC);
    }
    QString insert(const Teleconsultation &what);
    QStringList idsOf(const records::Query &query);

private Q_SLOTS:
    void init() { m_store = &makeStore(); }

    void anInsertedConsultationIsFoundAsItWas();
    void aConsultationWithoutRoomAndWithUnknownParticipants();
    void participantsKeepTheirOrder();
    void idsAreThoseOfTheCrudService();
    void aMissingOneIsNotFound_data();
    void aMissingOneIsNotFound();
    void aRoomLeadsToItsConsultation();
    void progressIsKept();
    void trashIsNeitherFoundNorListedNorChanged();
    void listsByStartThenId();
    void listsADay_data();
    void listsADay();
    void longConsultationsAreListedOnTheDayTheyEnd();
    void aRecordWithoutEndIsListedWhereItStarts();
    void pagesCoverAllOnce();
    void theLargestPageIs200();
    void searchesNames_data();
    void searchesNames();
    void searchAndDatesAreBothAsked();
    void unknownUsersAreAbsent();
    void aUserIsRememberedOnce();
    void textsOfEveryKindSurvive_data();
    void textsOfEveryKindSurvive();
};

inline Teleconsultation RecordStoreSuite::consultation(const QDateTime &start, int minutes, const QStringList &names)
{
    Teleconsultation made;
    made.participantsNumber = int(names.size());
    made.roomId = QStringLiteral("room_1");
    made.schedule = Schedule::fromRecord(start, start.addSecs(minutes * 60));
    for (qsizetype i = 0; i < names.size(); ++i) {
        Participant participant;
        participant.kaleyraUserId = QStringLiteral("user_%1").arg(i);
        participant.accessLink =
            QUrl(QStringLiteral("https://sandbox.bandyer.com/eu/direct-rest-call-handler/%1").arg(i));
        participant.fullName = names.at(i);
        participant.groups = {i == 0 ? QStringLiteral("doctor") : QStringLiteral("patient")};
        made.participants.append(participant);
    }
    return made;
}

inline QString RecordStoreSuite::insert(const Teleconsultation &what)
{
    const Result<QString> id = await(m_store->insert(what));
    return id ? *id : QStringLiteral("failed: ") + id.error().toLogLine();
}

inline QStringList RecordStoreSuite::idsOf(const records::Query &query)
{
    const Result<QList<Teleconsultation>> listed = await(m_store->list(query));
    if (!listed)
        return {QStringLiteral("failed: ") + listed.error().toLogLine()};
    QStringList ids;
    for (const Teleconsultation &one : *listed)
        ids << one.id;
    return ids;
}

inline void RecordStoreSuite::anInsertedConsultationIsFoundAsItWas()
{
    Teleconsultation original = consultation(at(2, 9), 45);
    original.id = QStringLiteral("ignored");
    original.participants[0].language = Language::Italian;
    original.participants[1].groups = {QStringLiteral("patient"), QStringLiteral("relative, of age")};
    original.participants[1].accessLink = QUrl(QStringLiteral("https://a.bandyer.com/eu/x?new_ui=1&n=%2B%20"));

    original.id = insert(original);
    const Result<Teleconsultation> found = await(m_store->find(original.id));
    QVERIFY(found);
    QCOMPARE(*found, original);
    QCOMPARE(found->schedule.start().timeSpec(), Qt::UTC);

    const Result<QList<Teleconsultation>> listed = await(m_store->list({}));
    QVERIFY(listed);
    QCOMPARE(*listed, QList<Teleconsultation>{original});
}

inline void RecordStoreSuite::aConsultationWithoutRoomAndWithUnknownParticipants()
{
    Teleconsultation original = consultation(at(2, 9));
    original.roomId.clear();
    original.participantsNumber = 3;
    original.participants.resize(1);
    original.participants[0].accessLink.clear();
    original.id = insert(original);
    const Result<Teleconsultation> found = await(m_store->find(original.id));
    QVERIFY(found);
    QCOMPARE(*found, original);

    Teleconsultation nobody = original;
    nobody.participants.clear();
    nobody.id = insert(nobody);
    const Result<Teleconsultation> empty = await(m_store->find(nobody.id));
    QVERIFY(empty);
    QCOMPARE(*empty, nobody);
}

inline void RecordStoreSuite::participantsKeepTheirOrder()
{
    QStringList names;
    for (int i = 0; i < maximumParticipants; ++i)
        names << QStringLiteral("Person %1").arg(maximumParticipants - i);
    const QString id = insert(consultation(at(2, 9), 30, names));
    insert(consultation(at(2, 9), 30));
    const Result<Teleconsultation> found = await(m_store->find(id));
    QVERIFY(found);
    QStringList foundNames;
    for (const Participant &participant : found->participants)
        foundNames << participant.fullName;
    QCOMPARE(foundNames, names);
}

inline void RecordStoreSuite::idsAreThoseOfTheCrudService()
{
    static const QRegularExpression hex(QStringLiteral("^[0-9a-f]{24}$"));
    QSet<QString> ids;
    for (int i = 0; i < 20; ++i) {
        const QString id = insert(consultation(at(2, 9)));
        QVERIFY2(hex.match(id).hasMatch(), qPrintable(id));
        ids.insert(id);
    }
    QCOMPARE(ids.size(), 20);
}

inline void RecordStoreSuite::aMissingOneIsNotFound_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("well-formed") << QStringLiteral("0123456789abcdef01234567");
    QTest::newRow("malformed") << QStringLiteral("room_xyz");
    QTest::newRow("empty") << QString();
    QTest::newRow("quote") << QStringLiteral("' OR '1'='1");
    QTest::newRow("path") << QStringLiteral("../x?_st=TRASH");
}

inline void RecordStoreSuite::aMissingOneIsNotFound()
{
    QFETCH(QString, id);
    insert(consultation(at(2, 9)));
    const Result<Teleconsultation> found = await(m_store->find(id));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::NotFound);
    const Result<Teleconsultation> byRoom = await(m_store->findByRoomId(id));
    QVERIFY(!byRoom);
    QCOMPARE(byRoom.error().kind, Error::Kind::NotFound);
    const Result<void> progressed = await(m_store->setProgress(id, Progress::Held));
    QVERIFY(!progressed);
    QCOMPARE(progressed.error().kind, Error::Kind::NotFound);
    const Result<void> trashed = await(m_store->moveToTrash(id));
    QVERIFY(!trashed);
    QCOMPARE(trashed.error().kind, Error::Kind::NotFound);
}

inline void RecordStoreSuite::aRoomLeadsToItsConsultation()
{
    Teleconsultation other = consultation(at(2, 9));
    other.roomId = QStringLiteral("room_2");
    insert(other);
    Teleconsultation wanted = consultation(at(2, 9));
    wanted.roomId = QStringLiteral("room_3");
    wanted.id = insert(wanted);
    const Result<Teleconsultation> found = await(m_store->findByRoomId(QStringLiteral("room_3")));
    QVERIFY(found);
    QCOMPARE(*found, wanted);
}

inline void RecordStoreSuite::progressIsKept()
{
    const QString id = insert(consultation(at(2, 9)));
    for (const Progress progress : {Progress::InCall, Progress::Held, Progress::Held, Progress::Scheduled}) {
        QVERIFY(await(m_store->setProgress(id, progress)));
        const Result<Teleconsultation> found = await(m_store->find(id));
        QVERIFY(found);
        QCOMPARE(found->progress, progress);
    }
}

inline void RecordStoreSuite::trashIsNeitherFoundNorListedNorChanged()
{
    const QString kept = insert(consultation(at(2, 9)));
    Teleconsultation other = consultation(at(2, 10));
    other.roomId = QStringLiteral("room_2");
    const QString gone = insert(other);
    QVERIFY(await(m_store->moveToTrash(gone)));

    QCOMPARE(idsOf({}), QStringList{kept});
    records::Query byName;
    byName.text = QStringLiteral("rossi");
    QCOMPARE(idsOf(byName), QStringList{kept});
    QCOMPARE(await(m_store->find(gone)).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_store->findByRoomId(other.roomId)).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_store->setProgress(gone, Progress::Held)).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_store->moveToTrash(gone)).error().kind, Error::Kind::NotFound);
}

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
    std::vector<Task<QString>> inserting;
    for (int i = 0; i < 201; ++i)
        inserting.push_back(m_store->insert(consultation(at(2, 9))));
    QVERIFY(await(whenAll(std::move(inserting))));
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

inline void RecordStoreSuite::unknownUsersAreAbsent()
{
    using Ids = QHash<QString, QString>;
    QCOMPARE(await(m_store->findUserIds({})).value(), Ids());
    QCOMPARE(await(m_store->findUserIds({QStringLiteral("nobody")})).value(), Ids());

    QVERIFY(await(m_store->rememberUserId(QStringLiteral("auth0|1"), QStringLiteral("k1"))));
    QVERIFY(await(m_store->rememberUserId(QStringLiteral("o'hara \"x\" ü@example.org"), QStringLiteral("k2"))));
    const Ids known =
        await(m_store->findUserIds({QStringLiteral("auth0|1"), QStringLiteral("nobody"), QStringLiteral("AUTH0|1"),
                                    QStringLiteral("o'hara \"x\" ü@example.org")}))
            .value();
    const Ids expected{{QStringLiteral("auth0|1"), QStringLiteral("k1")},
                       {QStringLiteral("o'hara \"x\" ü@example.org"), QStringLiteral("k2")}};
    QCOMPARE(known, expected);
}

inline void RecordStoreSuite::aUserIsRememberedOnce()
{
    const QString person = QStringLiteral("person");
    QCOMPARE(await(m_store->rememberUserId(person, QStringLiteral("first"))).value(), QStringLiteral("first"));
    QCOMPARE(await(m_store->rememberUserId(person, QStringLiteral("second"))).value(), QStringLiteral("first"));
    QCOMPARE(await(m_store->findUserIds({person})).value().value(person), QStringLiteral("first"));
}

inline void RecordStoreSuite::textsOfEveryKindSurvive_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << QStringLiteral("O'Hara \"Bobby\"; DROP TABLE participants;--");
    QTest::newRow("other scripts") << QStringLiteral("Ольга Петровна 山田太郎 محمد");
    QTest::newRow("beyond the first plane") << QStringLiteral("𝒜lice 👩‍⚕️");
    QTest::newRow("lines and tabs") << QStringLiteral("Anna\tMaria\nRossi");
    QTest::newRow("only marks") << QStringLiteral("—");
    QTest::newRow("long") << QString(5000, QLatin1Char('x'));
}

inline void RecordStoreSuite::textsOfEveryKindSurvive()
{
    QFETCH(QString, name);
    const QString id = insert(consultation(at(2, 9), 30, {QStringLiteral("Doctor"), name}));
    const Result<Teleconsultation> found = await(m_store->find(id));
    QVERIFY(found);
    QCOMPARE(found->participants.at(1).fullName, name);
    records::Query query;
    query.text = name;
    QCOMPARE(idsOf(query), QStringList{id});
}

} // namespace teleconsult::test
