// list(), remove(), calls, and recover().
#include "core/service/teleconsultations.h"

#include "tests/core/service/clinic.h"
#include "tests/support/scripted_server.h"

using namespace teleconsult;
using records::Intent;
using test::Clinic;
using test::errorOf;
using Fault = test::FaultProxy::Fault;

class TestTeleconsultations : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clinic> m_clinic;
    QString m_id;

    Result<void> remove(const QString &id) { return test::await(m_clinic->service->remove(id)); }
    int recover() { return test::await(m_clinic->service->recover()).value_or(-1); }
    qint64 write(Intent::Kind kind, const QString &subject)
    {
        return test::await(m_clinic->journal.write(kind, subject)).value_or(-1);
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_id = m_clinic->created(m_clinic->request());
        QCOMPARE(m_clinic->rooms().size(), 1);
    }

    void cleanup() { m_clinic.reset(); }

    void aListHoldsNoLinks()
    {
        m_clinic->clock.advance(std::chrono::hours(1)); // Even while it can be joined.
        const Result<QList<Teleconsultation>> listed = test::await(m_clinic->service->list({}));
        QVERIFY(listed);
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().id, m_id);
        QCOMPARE(listed->first().participants.size(), 2);
        for (const Participant &participant : listed->first().participants)
            QVERIFY(participant.accessLink.isEmpty());
        records::Query nobody;
        nobody.text = QStringLiteral("zzz");
        QVERIFY(test::await(m_clinic->service->list(nobody)).value().isEmpty());
    }

    void oneIsFoundWithoutItsLinks()
    {
        m_clinic->clock.advance(std::chrono::hours(1));
        const Result<Teleconsultation> found = test::await(m_clinic->service->find(m_id));
        QVERIFY(found);
        QCOMPARE(found->id, m_id);
        QCOMPARE(found->participants.size(), 2);
        for (const Participant &participant : found->participants)
            QVERIFY(participant.accessLink.isEmpty());
        QVERIFY(remove(m_id));
        const Result<Teleconsultation> gone = test::await(m_clinic->service->find(m_id));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    }

    void removingTakesRecordAndRoom()
    {
        QVERIFY(remove(m_id));
        QCOMPARE(m_clinic->recordCount(), 0);
        QVERIFY(m_clinic->rooms().isEmpty());
        QVERIFY(m_clinic->openIntents().isEmpty());
        const Result<void> again = remove(m_id);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::NotFound);
        QCOMPARE(again.error().httpStatus, 404);
        QCOMPARE(again.error().message, QStringLiteral("Room with id %1 not found on CRUD").arg(m_id));
    }

    void removingOneWithoutRoom()
    {
        TeleconsultationRequest wish = m_clinic->request();
        wish.participantsNumber = 3;
        const QString id = m_clinic->created(wish);
        m_clinic->breakNetwork(); // Kaleyra is not needed.
        QVERIFY(remove(id));
        QCOMPARE(m_clinic->recordCount(), 1);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aRoomThatIsGoneAlreadyIsRemoved()
    {
        m_clinic->ask("DELETE", QStringLiteral("/v2/rooms/") + m_clinic->record(m_id).roomId);
        QVERIFY(remove(m_id));
        // Something in between may have said so: it is asked for once more at the next start.
        QCOMPARE(m_clinic->openIntents().size(), 1);
        m_clinic->restart();
        QCOMPARE(recover(), 1);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aRoomThatCannotBeDeletedNowIsDeletedLater()
    {
        m_clinic->breakNetwork();
        QVERIFY(remove(m_id));
        QCOMPARE(m_clinic->recordCount(), 0);
        QCOMPARE(m_clinic->rooms().size(), 1);
        QCOMPARE(m_clinic->openIntents().size(), 1);
        QCOMPARE(recover(), 0);

        m_clinic->mendNetwork();
        m_clinic->restart();
        QCOMPARE(recover(), 1);
        QVERIFY(m_clinic->rooms().isEmpty());
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aRecordThatStaysKeepsItsRoom_data()
    {
        QTest::addColumn<bool>("certain");
        QTest::newRow("it stayed") << true;
        QTest::newRow("who knows") << false;
    }

    void aRecordThatStaysKeepsItsRoom()
    {
        QFETCH(bool, certain);
        m_clinic->store.failTrash = errorOf(certain ? Error::Kind::Storage : Error::Kind::Unreachable);
        QVERIFY(!remove(m_id));
        QCOMPARE(m_clinic->openIntents().size(), certain ? 0 : 1);
        QCOMPARE(recover(), 0); // The record may yet go.
        m_clinic->clock.advance(std::chrono::minutes(2));
        QCOMPARE(recover(), certain ? 0 : 1);
        QCOMPARE(m_clinic->rooms().size(), 1);
        QCOMPARE(m_clinic->record(m_id).id, m_id);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aCallIsOnRecord()
    {
        const Result<qint64> handle = test::await(m_clinic->service->beginCall(m_id));
        QVERIFY(handle);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::InCall);
        QCOMPARE(m_clinic->openIntents().size(), 1);
        QVERIFY(test::await(m_clinic->service->endCall(m_id, *handle)));
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Held);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aCallOfAMissingConsultation()
    {
        const Result<qint64> handle = test::await(m_clinic->service->beginCall(QStringLiteral("none")));
        QVERIFY(!handle);
        QCOMPARE(handle.error().kind, Error::Kind::NotFound);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aConsultationDeletedDuringItsCall()
    {
        const qint64 handle = test::await(m_clinic->service->beginCall(m_id)).value();
        QVERIFY(remove(m_id));
        QVERIFY(test::await(m_clinic->service->endCall(m_id, handle)));
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aCallThatGoesOnIsLeftAlone()
    {
        const qint64 handle = test::await(m_clinic->service->beginCall(m_id)).value();
        QCOMPARE(recover(), 0);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::InCall);
        QVERIFY(test::await(m_clinic->service->endCall(m_id, handle)));
    }

    /// The begin of a call got no answer and was tried again: the first try's intent says nothing of the call.
    void aCallThatBeganAtTheSecondTryIsLeftAlone()
    {
        m_clinic->store.failProgress = errorOf(Error::Kind::Unreachable);
        QVERIFY(!test::await(m_clinic->service->beginCall(m_id)));
        m_clinic->store.failProgress.reset();
        QCOMPARE(recover(), 0); // Between the tries.
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Scheduled);
        const qint64 handle = test::await(m_clinic->service->beginCall(m_id)).value();
        QCOMPARE(recover(), 0);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::InCall);
        QVERIFY(test::await(m_clinic->service->endCall(m_id, handle)));
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Held);
        QCOMPARE(recover(), 1);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    /// As after a new start of a service that has begun it for a station.
    void aCallThatSomebodyIsStillInIsLeftAlone()
    {
        write(Intent::Kind::Call, m_id);
        QVERIFY(test::await(m_clinic->records.setProgress(m_id, Progress::InCall)));
        test::ScriptedServer server;
        server.on("GET", "/v2/rooms/" + m_clinic->record(m_id).roomId.toUtf8(),
                  {{.body = R"({"status":"RUNNING"})"}, {.body = R"({"status":"NOT_RUNNING"})"}});
        kaleyra::KaleyraClient client(m_clinic->http, kaleyra::Endpoint{server.url(), "key"});
        service::Teleconsultations startedAnew(
            {client, m_clinic->store, m_clinic->journal, m_clinic->clock, m_clinic->directory}, m_clinic->policy);
        QCOMPARE(test::await(startedAnew.recover()).value(), 0);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::InCall);
        QCOMPARE(test::await(startedAnew.recover()).value(), 1);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Held);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aCallThatBeginsWhileItsRoomIsLookedAtIsLeftAlone()
    {
        write(Intent::Kind::Call, m_id);
        test::ScriptedServer server;
        server.on("GET", "/v2/rooms/" + m_clinic->record(m_id).roomId.toUtf8(),
                  {{.body = R"({"status":"NOT_RUNNING"})", .held = true}});
        kaleyra::KaleyraClient client(m_clinic->http, kaleyra::Endpoint{server.url(), "key"});
        service::Teleconsultations startedAnew(
            {client, m_clinic->store, m_clinic->journal, m_clinic->clock, m_clinic->directory}, m_clinic->policy);
        Task<int> recovering = startedAnew.recover();
        QVERIFY(test::waitUntil([&] { return !server.requests().isEmpty(); }));
        const qint64 handle = test::await(startedAnew.beginCall(m_id)).value();
        server.release();
        QCOMPARE(test::await(std::move(recovering)).value(), 0);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::InCall);
        QVERIFY(test::await(startedAnew.endCall(m_id, handle)));
    }

    /// Somebody else is still in it, or the same person again.
    void aCallEndsWithItsLast()
    {
        const qint64 first = test::await(m_clinic->service->beginCall(m_id)).value();
        const qint64 second = test::await(m_clinic->service->beginCall(m_id)).value();
        QVERIFY(test::await(m_clinic->service->endCall(m_id, second)));
        QCOMPARE(m_clinic->record(m_id).progress, Progress::InCall);
        QVERIFY(test::await(m_clinic->service->endCall(m_id, first)));
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Held);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aCallThatWasCutOffIsHeld()
    {
        QVERIFY(test::await(m_clinic->service->beginCall(m_id)));
        m_clinic->restart();
        QCOMPARE(recover(), 1);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Held);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aCallWhoseEndIsNotOnRecordIsHeldLater()
    {
        const qint64 handle = test::await(m_clinic->service->beginCall(m_id)).value();
        m_clinic->store.failProgress = errorOf(Error::Kind::Unreachable);
        QVERIFY(!test::await(m_clinic->service->endCall(m_id, handle)));
        QCOMPARE(recover(), 0);
        m_clinic->store.failProgress.reset();
        QCOMPARE(recover(), 1);
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Held);
    }

    void nothingToRecover() { QCOMPARE(recover(), 0); }

    void aRoomWithItsRecordOnlyLacksTheStrike()
    {
        const QString roomId = m_clinic->record(m_id).roomId;
        const QString correlationId =
            m_clinic->ask("GET", QStringLiteral("/v2/rooms/") + roomId)[QStringLiteral("description")].toString();
        QVERIFY(!correlationId.isEmpty());
        write(Intent::Kind::CreateRoom, correlationId);
        QCOMPARE(recover(), 1);
        QCOMPARE(m_clinic->rooms().size(), 1);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void aRoomThatWasNeverMadeIsForgottenInTime()
    {
        write(Intent::Kind::CreateRoom, QStringLiteral("never-made"));
        // The request that asks for it may still be under way.
        QCOMPARE(recover(), 0);
        m_clinic->clock.advance(std::chrono::minutes(2));
        QCOMPARE(recover(), 1);
        QVERIFY(m_clinic->openIntents().isEmpty());
        QCOMPARE(m_clinic->rooms().size(), 1);
    }

    /// A request that asks for it may still be under way: neither the room nor the intent may go before.
    void aRoomMayGetItsRecordAtTheLastMoment()
    {
        const Teleconsultation given = m_clinic->record(m_id);
        const QString room = QStringLiteral("/v2/rooms/") + given.roomId;
        write(Intent::Kind::CreateRoom, m_clinic->ask("GET", room)[QStringLiteral("description")].toString());
        Teleconsultation late = given;
        late.roomId.clear();
        QVERIFY(test::await(m_clinic->records.update(late)));
        QCOMPARE(recover(), 0);
        QCOMPARE(m_clinic->rooms().size(), 1);

        late = m_clinic->record(m_id);
        late.roomId = given.roomId;
        QVERIFY(test::await(m_clinic->records.update(late)));
        QCOMPARE(recover(), 1);
        QCOMPARE(m_clinic->rooms().size(), 1);
    }

    void aRoomThatNoRecordNamesInTimeIsDeleted()
    {
        const QString room = QStringLiteral("/v2/rooms/") + m_clinic->record(m_id).roomId;
        write(Intent::Kind::CreateRoom, m_clinic->ask("GET", room)[QStringLiteral("description")].toString());
        QVERIFY(test::await(m_clinic->records.moveToTrash(m_id)));
        QCOMPARE(recover(), 0);
        m_clinic->clock.advance(std::chrono::minutes(2));
        QCOMPARE(recover(), 1);
        QVERIFY(m_clinic->rooms().isEmpty());
    }

    void aRecordMayReachTheTrashAtTheLastMoment()
    {
        write(Intent::Kind::Trash, m_id);
        QCOMPARE(recover(), 0);
        QVERIFY(test::await(m_clinic->records.moveToTrash(m_id)));
        QCOMPARE(recover(), 1);
        QVERIFY(m_clinic->rooms().isEmpty());
    }

    void aRemovalThatWasCutOffBeforeTheRecordWentIsNone()
    {
        write(Intent::Kind::DeleteRoom, m_clinic->record(m_id).roomId);
        QCOMPARE(recover(), 0); // The record may yet let go of it.
        m_clinic->clock.advance(std::chrono::minutes(2));
        QCOMPARE(recover(), 1);
        QCOMPARE(m_clinic->rooms().size(), 1);
        QCOMPARE(m_clinic->record(m_id).id, m_id);
    }

    void aRemovalThatWasCutOffAfterTheRecordWentIsFinished()
    {
        write(Intent::Kind::DeleteRoom, m_clinic->record(m_id).roomId);
        QVERIFY(test::await(m_clinic->records.moveToTrash(m_id)));
        QCOMPARE(recover(), 1);
        QVERIFY(m_clinic->rooms().isEmpty());
    }

    void eachIntentIsSettledByItself()
    {
        write(Intent::Kind::Call, m_id);
        write(Intent::Kind::DeleteRoom, QStringLiteral("room_of_nobody"));
        write(Intent::Kind::Call, QStringLiteral("missing"));
        m_clinic->breakNetwork();
        QCOMPARE(recover(), 1); // The others wait for the network: the call's room may not be empty.
        QCOMPARE(m_clinic->openIntents().size(), 2);
        m_clinic->mendNetwork();
        QCOMPARE(recover(), 2);
        QVERIFY(m_clinic->openIntents().isEmpty());
    }

    void recoveringTwiceAtOnceIsOnce()
    {
        write(Intent::Kind::Call, m_id);
        write(Intent::Kind::Call, m_id);
        Task<int> one = m_clinic->service->recover();
        Task<int> other = m_clinic->service->recover();
        const int settled = test::await(std::move(one)).value() + test::await(std::move(other)).value();
        QCOMPARE(settled, 2);
    }

    void isIdleOnlyWhenNothingIsUnderWay()
    {
        QVERIFY(m_clinic->service->isIdle());
        write(Intent::Kind::DeleteRoom, QStringLiteral("room_of_nobody"));
        m_clinic->breakNetwork(test::FaultProxy::Fault::Stall);
        Task<int> recovering = m_clinic->service->recover();
        QVERIFY(!m_clinic->service->isIdle());
        m_clinic->mendNetwork();
        QVERIFY(test::await(std::move(recovering)));
        QVERIFY(m_clinic->settles());
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultations)
#include "test_teleconsultations.moc"
