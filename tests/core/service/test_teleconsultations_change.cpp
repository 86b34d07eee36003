// update() and addParticipant().
#include "core/service/teleconsultations.h"

#include "tests/core/service/clinic.h"

using namespace teleconsult;
using namespace std::chrono_literals;
using test::Clinic;
using test::errorOf;
using test::person;
using Fault = test::FaultProxy::Fault;

Q_DECLARE_METATYPE(Fault)

class TestTeleconsultationsChange : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clinic> m_clinic;
    QString m_id;
    Teleconsultation m_before;

    void create(int participants = 2)
    {
        TeleconsultationRequest wish = m_clinic->request();
        wish.participantsNumber = participants;
        m_id = m_clinic->created(wish);
        m_before = m_clinic->record(m_id);
    }
    Result<void> update(const TeleconsultationChange &change)
    {
        return test::await(m_clinic->service->update(m_id, change));
    }
    Result<void> add(const ParticipantData &who) { return test::await(m_clinic->service->addParticipant(m_id, who)); }
    Teleconsultation record() { return m_clinic->record(m_id); }

    static TeleconsultationChange moved()
    {
        TeleconsultationChange change;
        change.duration = 45min;
        return change;
    }
    /// Seats somebody else, which takes another room.
    static TeleconsultationChange reseated()
    {
        TeleconsultationChange change;
        change.participants = QList<ParticipantData>{person(QStringLiteral("doctor"), QStringLiteral("doctor")),
                                                     person(QStringLiteral("another"))};
        return change;
    }

    /// No room but that of the record, and that one is there; nothing left to do.
    bool isConsistent()
    {
        const Teleconsultation now = record();
        const QJsonArray rooms = m_clinic->rooms();
        const bool noRoom = now.roomId.isEmpty() && rooms.isEmpty();
        const bool itsRoom = rooms.size() == 1 && rooms.first()[QStringLiteral("id")].toString() == now.roomId;
        return (noRoom || itsRoom) && m_clinic->openIntents().isEmpty();
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        create();
        QVERIFY(!m_before.roomId.isEmpty());
    }

    void cleanup() { m_clinic.reset(); }

    void whatTheRoomDoesNotKnowLeavesItAlone_data()
    {
        QTest::addColumn<TeleconsultationChange>("change");
        QTest::newRow("time of an unlimited room") << moved();
        TeleconsultationChange names;
        names.participants = QList<ParticipantData>{person(QStringLiteral("doctor"), QStringLiteral("doctor")),
                                                    person(QStringLiteral("patient.1"))};
        names.participants->last().fullName = QStringLiteral("Another name");
        names.participants->last().language = Language::Italian;
        QTest::newRow("name and language") << names;
        TeleconsultationChange order;
        order.participants = QList<ParticipantData>{names.participants->last(), names.participants->first()};
        QTest::newRow("order of the participants") << order;
    }

    void whatTheRoomDoesNotKnowLeavesItAlone()
    {
        QFETCH(TeleconsultationChange, change);
        QVERIFY(update(change));
        QVERIFY(!saysTheSame(record(), m_before));
        QCOMPARE(record().id, m_id);
        QCOMPARE(record().roomId, m_before.roomId);
        for (const Participant &participant : m_before.participants)
            QCOMPARE(record().participant(participant.kaleyraUserId)->accessLink, participant.accessLink);
        QVERIFY(isConsistent());
    }

    void whoIsMissingInTheUserMapIsEnteredAgain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("nothing else changes") << QStringLiteral("Name of patient.1");
        QTest::newRow("the room stays") << QStringLiteral("Another name");
    }

    /// The entry was lost: the person could not open the consultation any more.
    void whoIsMissingInTheUserMapIsEnteredAgain()
    {
        QFETCH(QString, name);
        m_clinic->store.hideUserIds = true;
        const auto entered = std::make_shared<int>(0);
        m_clinic->store.note = [entered, &store = m_clinic->store](const QString &what) {
            if (what != QLatin1String("remember -"))
                return;
            ++*entered;
            store.hideUserIds = false;
        };
        TeleconsultationChange change;
        change.participants = QList<ParticipantData>{person(QStringLiteral("doctor"), QStringLiteral("doctor")),
                                                     person(QStringLiteral("patient.1"))};
        change.participants->last().fullName = name;
        QVERIFY(update(change));
        QCOMPARE(*entered, 2);
        QCOMPARE(record().roomId, m_before.roomId);
        QCOMPARE(record().participants.last().kaleyraUserId, m_before.participants.last().kaleyraUserId);
        QCOMPARE(record().participants.last().fullName, name);
        QVERIFY(isConsistent());
    }

    void timeIsTheRoomsWhenRoomsAreLimited()
    {
        m_clinic->policy.unlimited = false;
        m_clinic->restart();
        create();
        QVERIFY(update(moved()));
        QVERIFY(record().roomId != m_before.roomId);
        QCOMPARE(
            m_clinic->ask("GET", QStringLiteral("/v2/rooms/") + record().roomId)[QStringLiteral("duration")].toInt(),
            45 * 60);
        QCOMPARE(m_clinic->rooms().size(), 2); // That of init() and this one.
    }

    void anotherParticipantIsAnotherRoom()
    {
        QVERIFY(update(reseated()));
        const Teleconsultation after = record();
        QCOMPARE(after.id, m_id);
        QVERIFY(after.roomId != m_before.roomId);
        QCOMPARE(after.participants.first().kaleyraUserId, m_before.participants.first().kaleyraUserId);
        QVERIFY(after.participants.first().accessLink != m_before.participants.first().accessLink);
        QVERIFY(!after.participants.last().accessLink.isEmpty());
        QVERIFY(isConsistent());
        QCOMPARE(m_clinic->users().size(), 3);
    }

    void somebodyUnknownAgainIsNoRoom()
    {
        TeleconsultationChange change;
        change.participantsNumber = 3;
        QVERIFY(update(change));
        QCOMPARE(record().roomId, QString());
        for (const Participant &participant : record().participants)
            QVERIFY(participant.accessLink.isEmpty());
        QVERIFY(isConsistent());
    }

    void theLastOneMakesTheRoom()
    {
        create(3);
        QVERIFY(m_before.roomId.isEmpty());
        QVERIFY(add(person(QStringLiteral("last"))));
        const Teleconsultation after = record();
        QCOMPARE(after.participants.size(), 3);
        QVERIFY(!after.roomId.isEmpty());
        for (const Participant &participant : after.participants)
            QVERIFY(!participant.accessLink.isEmpty());
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void oneOfSeveralMakesNone()
    {
        create(4);
        QVERIFY(add(person(QStringLiteral("one"))));
        QCOMPARE(record().participants.size(), 3);
        QCOMPARE(record().roomId, QString());
    }

    void whatSaysTheSameIsNotWritten()
    {
        int writes = 0;
        m_clinic->store.note = [&](const QString &what) { writes += what.startsWith(QLatin1String("update")) ? 1 : 0; };
        TeleconsultationChange change;
        change.start = m_before.schedule.start();
        QVERIFY(update(change));
        QCOMPARE(writes, 0);
        QCOMPARE(record(), m_before);
    }

    void refused_data()
    {
        QTest::addColumn<TeleconsultationChange>("change");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        TeleconsultationChange noDoctor;
        noDoctor.participants =
            QList<ParticipantData>{person(QStringLiteral("patient.1")), person(QStringLiteral("patient.2"))};
        QTest::newRow("no plus user") << noDoctor << "no_plus_user"
                                      << "Failed PATCH /teleconsultation: no plus user in room";
        TeleconsultationChange added;
        added.added = person(QStringLiteral("late"));
        QTest::newRow("more than expected") << added << "too_many"
                                            << "participants.data already holds all participants";
        TeleconsultationChange brief;
        brief.duration = 299s;
        QTest::newRow("too short") << brief << "too_short" << QString();
    }

    void refused()
    {
        QFETCH(TeleconsultationChange, change);
        QFETCH(QString, code);
        QFETCH(QString, message);
        const auto users = m_clinic->users().size();
        const Result<void> done = update(change);
        QVERIFY(!done);
        QCOMPARE(done.error().httpStatus, 400);
        QCOMPARE(done.error().code, code);
        if (!message.isEmpty())
            QCOMPARE(done.error().message, message);
        QCOMPARE(record(), m_before);
        QCOMPARE(m_clinic->users().size(), users);
        QVERIFY(isConsistent());
    }

    void theLastOneMustNotLeaveTheRoomWithoutAPlusUser()
    {
        TeleconsultationRequest wish = m_clinic->request();
        wish.participantsNumber = 2;
        wish.participants = {person(QStringLiteral("patient.1"))};
        m_id = m_clinic->created(wish);
        const auto users = m_clinic->users().size();
        const Result<void> done = add(person(QStringLiteral("nobody.else")));
        QVERIFY(!done);
        QCOMPARE(done.error().httpStatus, 400);
        QCOMPARE(done.error().message,
                 QStringLiteral("Failed POST /teleconsultation/%1/participants/data: no plus user in room").arg(m_id));
        QCOMPARE(record().participants.size(), 1);
        QCOMPARE(m_clinic->users().size(), users); // Nobody was made a user for it.
    }

    void whoIsThereCannotBeAdded()
    {
        create(3);
        const Result<void> done = add(person(QStringLiteral("patient.1")));
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("duplicate"));
        QCOMPARE(record(), m_before);
    }

    void fromTheImmutablePeriodOnItIsTooLate()
    {
        m_clinic->clock.set(m_before.schedule.start().addSecs(-10 * 60));
        const Result<void> done = update(moved());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Immutable);
        QCOMPARE(record(), m_before);
    }

    /// Whoever opened it meanwhile has a link into the room that is there.
    void thePeriodMayBeginWhileTheNewRoomIsMade()
    {
        m_clinic->store.note = [this](const QString &step) {
            if (step == QLatin1String("remember +"))
                m_clinic->clock.set(m_before.schedule.start().addSecs(-10 * 60));
        };
        const Result<void> done = update(reseated());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Immutable);
        QCOMPARE(record(), m_before);
        QVERIFY(m_clinic->settles());
        QVERIFY(isConsistent());
        QCOMPARE(m_clinic->rooms().size(), 1);
    }

    void whileSomebodyIsUnknownItIsNever()
    {
        create(3);
        m_clinic->clock.set(m_before.schedule.start().addSecs(60));
        QVERIFY(add(person(QStringLiteral("last"))));
    }

    void aMissingConsultationIsNotFound()
    {
        m_id = QStringLiteral("000000000000000000000000");
        const Result<void> done = update(moved());
        QVERIFY(!done);
        QCOMPARE(done.error().httpStatus, 404);
    }

    // Several stations

    void twoChangesAtOnceAreBothKept()
    {
        create(3);
        m_clinic->store.beforeUpdate = [this] {
            // Another station moves the consultation right before our write.
            Teleconsultation theirs = record();
            theirs.schedule = Schedule::fromRecord(theirs.schedule.start(), theirs.schedule.start().addSecs(900));
            QVERIFY(test::await(m_clinic->records.update(theirs)));
        };
        QVERIFY(add(person(QStringLiteral("last"))));
        QCOMPARE(record().schedule.duration(), std::chrono::seconds(900));
        QCOMPARE(record().participants.size(), 3);
        QCOMPARE(m_clinic->rooms().size(), 2); // That of init() and this one: none is left of the first try.
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aConsultationDeletedMeanwhileLeavesNoRoom()
    {
        m_clinic->store.beforeUpdate = [this] {
            const Teleconsultation theirs = record();
            QVERIFY(test::await(m_clinic->records.moveToTrash(m_id)));
            m_clinic->ask("DELETE", QStringLiteral("/v2/rooms/") + theirs.roomId);
        };
        const Result<void> done = update(reseated());
        QVERIFY(!done);
        QCOMPARE(done.error().httpStatus, 404);
        QVERIFY(m_clinic->settles());
        QCOMPARE(m_clinic->rooms().size(), 0);
    }

    // Faults

    void recordsThatFail_data()
    {
        QTest::addColumn<bool>("written");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("refused") << false << Error::Kind::Storage;
        QTest::newRow("never arrived") << false << Error::Kind::Unreachable;
        QTest::newRow("answer lost") << true << Error::Kind::Unreachable;
    }

    void recordsThatFail()
    {
        QFETCH(bool, written);
        QFETCH(Error::Kind, kind);
        (written ? m_clinic->store.loseUpdateAnswer : m_clinic->store.failUpdate) = errorOf(kind);
        const Result<void> done = update(reseated());
        QCOMPARE(done.has_value(), written); // What was written counts, whatever became of the answer.
        QVERIFY(m_clinic->settles());
        m_clinic->restart();
        m_clinic->clock.advance(5min);
        QVERIFY(test::await(m_clinic->service->recover()).has_value());
        QVERIFY(isConsistent());
        QCOMPARE(record().participants.last().fullName,
                 written ? QStringLiteral("Name of another") : QStringLiteral("Name of patient.1"));
    }

    void kaleyraThatFails_data()
    {
        QTest::addColumn<int>("exchange");
        QTest::addColumn<Fault>("fault");
        const std::initializer_list<std::pair<const char *, Fault>> faults{
            {"reset before", Fault::ResetBefore}, {"reset after", Fault::ResetAfter}, {"truncated", Fault::Truncate}};
        // The new user, the new room, the old room; then the network is gone for good.
        for (int exchange = 0; exchange < 3; ++exchange) {
            for (const auto &[name, fault] : faults)
                QTest::addRow("exchange %d, %s", exchange, name) << exchange << fault;
        }
    }

    void kaleyraThatFails()
    {
        QFETCH(int, exchange);
        QFETCH(Fault, fault);
        QList<Fault> faults(exchange, Fault::None);
        faults << fault;
        m_clinic->breakNetworkAfter(faults);
        const Result<void> done = update(reseated());
        QVERIFY(m_clinic->settles());
        m_clinic->mendNetwork();
        m_clinic->restart();
        // What may still be on its way is looked for once more when it no longer can be.
        m_clinic->clock.advance(5min);
        QVERIFY(test::await(m_clinic->service->recover()).has_value());
        QVERIFY(isConsistent());
        const bool isNew = record().participants.last().fullName == QLatin1String("Name of another");
        QCOMPARE(isNew, done.has_value());
        QCOMPARE(done.has_value(), exchange == 2);
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultationsChange)
#include "test_teleconsultations_change.moc"
