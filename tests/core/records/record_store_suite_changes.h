// What a record store must show when records change.
// A part of record_store_suite.h; nobody else includes it.
#pragma once

#include "tests/core/records/record_store_suite.h"

namespace teleconsult::test {

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

inline void RecordStoreSuite::anUpdateReplacesWhatMayChange()
{
    const QString untouched = insert(consultation(at(2, 9)));
    const QString id = insert(consultation(at(2, 9)));
    const Teleconsultation before = await(m_store->find(untouched)).value();

    Teleconsultation changed = await(m_store->find(id)).value();
    changed.roomId = QStringLiteral("room_2");
    changed.participantsNumber = 3;
    changed.schedule = Schedule::fromRecord(at(4, 11), at(4, 12));
    changed.progress = Progress::Held;
    changed.participants.swapItemsAt(0, 1);
    changed.participants[0].language = Language::Italian;
    changed.participants[1].accessLink = QUrl(QStringLiteral("https://a.bandyer.com/eu/new"));
    Participant third;
    third.kaleyraUserId = QStringLiteral("user_2");
    third.accessLink = QUrl(QStringLiteral("https://a.bandyer.com/eu/third"));
    third.fullName = QStringLiteral("Ugo Neri");
    third.groups = {QStringLiteral("patient"), QStringLiteral("relative")};
    changed.participants << third;

    const Result<Teleconsultation> updated = await(m_store->update(changed));
    QVERIFY2(updated, updated ? "" : qPrintable(updated.error().toLogLine()));
    QCOMPARE(withoutRevision(*updated), withoutRevision(changed));
    QCOMPARE(await(m_store->find(id)).value(), *updated);
    QCOMPARE(await(m_store->find(untouched)).value(), before);
}

inline void RecordStoreSuite::anUpdateMayTakeThingsAway()
{
    Teleconsultation original = consultation(at(2, 9));
    original.participants[0].language = Language::English;
    Teleconsultation changed = await(m_store->find(insert(original))).value();
    changed.roomId.clear();
    changed.schedule = Schedule::fromRecord(at(2, 9), {});
    changed.participants.resize(1);
    changed.participants[0].language.reset();
    changed.participants[0].accessLink.clear();
    const Result<Teleconsultation> updated = await(m_store->update(changed));
    QVERIFY2(updated, updated ? "" : qPrintable(updated.error().toLogLine()));
    QCOMPARE(withoutRevision(await(m_store->find(changed.id)).value()), withoutRevision(changed));
    QCOMPARE(await(m_store->findByRoomId(original.roomId)).error().kind, Error::Kind::NotFound);
}

inline void RecordStoreSuite::anUpdateAnswersTheNextRevision()
{
    Teleconsultation current = await(m_store->find(insert(consultation(at(2, 9))))).value();
    QSet<QString> revisions{current.revision};
    for (int i = 0; i < 5; ++i) {
        // The same again: whoever read before cannot tell, and is told all the same.
        const Result<Teleconsultation> updated = await(m_store->update(current));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().toLogLine()));
        current = *updated;
        revisions.insert(current.revision);
    }
    QCOMPARE(revisions.size(), 6);
}

inline void RecordStoreSuite::anUpdateOfAnOlderStateIsAConflict_data()
{
    QTest::addColumn<QString>("meanwhile");
    for (const char *what : {"participants", "schedule", "room", "progress"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

inline void RecordStoreSuite::anUpdateOfAnOlderStateIsAConflict()
{
    QFETCH(QString, meanwhile);
    const Teleconsultation read = await(m_store->find(insert(consultation(at(2, 9))))).value();
    Teleconsultation theirs = read;
    if (meanwhile == QLatin1String("participants"))
        theirs.participants.resize(1);
    else if (meanwhile == QLatin1String("schedule"))
        theirs.schedule = Schedule::fromRecord(at(3, 9), at(3, 10));
    else if (meanwhile == QLatin1String("room"))
        theirs.roomId = QStringLiteral("room_theirs");
    if (meanwhile == QLatin1String("progress"))
        QVERIFY(await(m_store->setProgress(read.id, Progress::InCall)));
    else
        QVERIFY(await(m_store->update(theirs)));
    const Teleconsultation kept = await(m_store->find(read.id)).value();

    Teleconsultation ours = read;
    ours.roomId = QStringLiteral("room_ours");
    const Result<Teleconsultation> updated = await(m_store->update(ours));
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, Error::Kind::Conflict);
    QCOMPARE(updated.error().code, QStringLiteral("changed_meanwhile"));
    QVERIFY(!updated.error().retryable);
    QCOMPARE(await(m_store->find(read.id)).value(), kept); // Nothing of ours is in it.

    // Read again, decided again.
    ours = kept;
    ours.roomId = QStringLiteral("room_ours");
    QVERIFY(await(m_store->update(ours)));
}

inline void RecordStoreSuite::whatIsThereAlreadyCountsAsWritten()
{
    Teleconsultation wanted = await(m_store->find(insert(consultation(at(2, 9))))).value();
    wanted.roomId = QStringLiteral("room_2");
    const Teleconsultation written = await(m_store->update(wanted)).value();
    const Result<Teleconsultation> again = await(m_store->update(wanted)); // As when the first answer was lost.
    QVERIFY2(again, again ? "" : qPrintable(again.error().toLogLine()));
    QCOMPARE(*again, written);
}

inline void RecordStoreSuite::ofTwoUpdatesAtOnceOneWins()
{
    for (int round = 0; round < 5; ++round) {
        const Teleconsultation read = await(m_store->find(insert(consultation(at(2, 9))))).value();
        std::vector<Task<Teleconsultation>> updating;
        for (int writer = 0; writer < 4; ++writer) {
            Teleconsultation wanted = read;
            wanted.roomId = QStringLiteral("room_of_%1").arg(writer);
            updating.push_back(m_store->update(wanted));
        }
        QStringList winners;
        for (Task<Teleconsultation> &task : updating) {
            const Result<Teleconsultation> updated = await(std::move(task));
            if (updated)
                winners << updated->roomId;
            else
                QCOMPARE(updated.error().kind, Error::Kind::Conflict);
        }
        QCOMPARE(winners.size(), 1);
        QCOMPARE(await(m_store->find(read.id)).value().roomId, winners.first());
    }
}

inline void RecordStoreSuite::anUpdateWithoutRevisionIsRefused()
{
    const QString id = insert(consultation(at(2, 9)));
    Teleconsultation blind = consultation(at(5, 9));
    blind.id = id;
    const Result<Teleconsultation> updated = await(m_store->update(blind));
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, Error::Kind::Invalid);
    QCOMPARE(await(m_store->find(id)).value().schedule.start(), at(2, 9));
}

inline void RecordStoreSuite::anUpdatedOneIsListedWhereItIsNow()
{
    Teleconsultation changed = await(m_store->find(insert(consultation(at(2, 9))))).value();
    changed.schedule = Schedule::fromRecord(at(5, 9), at(5, 10));
    changed.participants[1].fullName = QStringLiteral("Anna Verdi");
    QVERIFY(await(m_store->update(changed)));
    records::Query query;
    query.from = at(2, 0);
    query.until = at(3, 0);
    QCOMPARE(idsOf(query), QStringList());
    query.from = at(5, 0);
    query.until = at(6, 0);
    QCOMPARE(idsOf(query), QStringList{changed.id});
    query.text = QStringLiteral("rossi");
    QCOMPARE(idsOf(query), QStringList());
    query.text = QStringLiteral("verdi");
    QCOMPARE(idsOf(query), QStringList{changed.id});
}

inline void RecordStoreSuite::trashIsNeitherFoundNorListedNorChanged()
{
    const QString kept = insert(consultation(at(2, 9)));
    Teleconsultation other = consultation(at(2, 10));
    other.roomId = QStringLiteral("room_2");
    const QString gone = insert(other);
    const Teleconsultation read = await(m_store->find(gone)).value();
    QVERIFY(await(m_store->moveToTrash(gone)));

    QCOMPARE(idsOf({}), QStringList{kept});
    records::Query byName;
    byName.text = QStringLiteral("rossi");
    QCOMPARE(idsOf(byName), QStringList{kept});
    QCOMPARE(await(m_store->find(gone)).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_store->findByRoomId(other.roomId)).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_store->setProgress(gone, Progress::Held)).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_store->update(read)).error().kind, Error::Kind::NotFound);
    QCOMPARE(await(m_store->moveToTrash(gone)).error().kind, Error::Kind::NotFound);

    // It is kept as it was, and told apart from what never was in the trash.
    const Result<Teleconsultation> trashed = await(m_store->findInTrash(gone));
    QVERIFY2(trashed, trashed ? "" : qPrintable(trashed.error().toLogLine()));
    QCOMPARE(withoutRevision(*trashed), withoutRevision(read));
    QCOMPARE(await(m_store->findInTrash(kept)).error().kind, Error::Kind::NotFound);
}

} // namespace teleconsult::test
