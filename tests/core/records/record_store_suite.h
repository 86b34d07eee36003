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
    /// As it was given: without what the store adds.
    static Teleconsultation withoutRevision(Teleconsultation read)
    {
        read.revision.clear();
        return read;
    }
    QStringList idsOf(const records::Query &query);

private slots:
    void init() { m_store = &makeStore(); }

    void anInsertedConsultationIsFoundAsItWas();
    void aConsultationWithoutRoomAndWithUnknownParticipants();
    void participantsKeepTheirOrder();
    void idsAreThoseOfTheCrudService();
    void aMissingOneIsNotFound_data();
    void aMissingOneIsNotFound();
    void aRoomLeadsToItsConsultation();
    void progressIsKept();
    void anUpdateReplacesWhatMayChange();
    void anUpdateMayTakeThingsAway();
    void anUpdateAnswersTheNextRevision();
    void anUpdateOfAnOlderStateIsAConflict_data();
    void anUpdateOfAnOlderStateIsAConflict();
    void whatIsThereAlreadyCountsAsWritten();
    void ofTwoUpdatesAtOnceOneWins();
    void anUpdateWithoutRevisionIsRefused();
    void anUpdatedOneIsListedWhereItIsNow();
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
    void aSearchIsInTheOrderOfStarts();
    void aSearchFollowsWhatIsMoved();
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
    QCOMPARE(withoutRevision(*found), original);
    QCOMPARE(found->schedule.start().timeSpec(), Qt::UTC);

    const Result<QList<Teleconsultation>> listed = await(m_store->list({}));
    QVERIFY(listed);
    QCOMPARE(*listed, QList<Teleconsultation>{*found});
    QVERIFY(!found->revision.isEmpty());
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
    QCOMPARE(withoutRevision(*found), original);

    Teleconsultation nobody = original;
    nobody.participants.clear();
    nobody.id = insert(nobody);
    const Result<Teleconsultation> empty = await(m_store->find(nobody.id));
    QVERIFY(empty);
    QCOMPARE(withoutRevision(*empty), nobody);
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
    Teleconsultation changed = consultation(at(2, 10));
    changed.id = id;
    changed.revision = await(m_store->list({})).value().first().revision;
    const Result<Teleconsultation> updated = await(m_store->update(changed));
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, Error::Kind::NotFound);
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
    QCOMPARE(withoutRevision(*found), wanted);
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

    const Ids back{{QStringLiteral("k1"), QStringLiteral("auth0|1")},
                   {QStringLiteral("k2"), QStringLiteral("o'hara \"x\" ü@example.org")}};
    QCOMPARE(await(m_store->findExternalIds(
                       {QStringLiteral("k2"), QStringLiteral("auth0|1"), QStringLiteral("k1"), QStringLiteral("k")}))
                 .value(),
             back);
    QCOMPARE(await(m_store->findExternalIds({})).value(), Ids());
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

#include "tests/core/records/record_store_suite_changes.h" // IWYU pragma: export
#include "tests/core/records/record_store_suite_lists.h"   // IWYU pragma: export
