// What undoes create() half-way, and what is left then.
#include "core/service/teleconsultations.h"

#include "tests/core/service/clinic.h"
#include "tests/core/service/scripted_kaleyra.h"

#include <QTest>

using namespace teleconsult;
using records::Intent;
using test::Clinic;
using test::errorOf;
using test::idsOf;
using test::madeRoom;
using test::madeUser;
using Fault = test::FaultProxy::Fault;

class TestTeleconsultationsCreationFaults : public QObject
{
    Q_OBJECT

private slots:
    void aUserWhoIsRefusedEndsIt()
    {
        test::ScriptedServer server;
        int count = 0;
        server.handle("POST", "/v2/users", [&count](const test::ScriptedServer::Request &request) {
            if (++count == 2)
                return test::ScriptedServer::Answer{.status = 422, .body = R"({"code":"role_validation_error"})"};
            return madeUser(request);
        });
        server.handle("POST", "/v2/rooms", &madeRoom);
        Clinic clinic(server.url());
        const Result<QString> id = clinic.create(clinic.request(4));
        QVERIFY(!id);
        QCOMPARE(id.error().code, QStringLiteral("role_validation_error"));
        QCOMPARE(server.count("POST", "/v2/users"), 4); // The others were waited for.
        QCOMPARE(server.count("POST", "/v2/rooms"), 0);
        QCOMPARE(clinic.recordCount(), 0);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    /// A user map that was there before may know a person under two external ids.
    void onePersonUnderTwoNamesIsRefused()
    {
        Clinic clinic;
        for (const char *id : {"patient.1", "patient.2"})
            QVERIFY(test::await(clinic.records.rememberUserId(QString::fromLatin1(id), QStringLiteral("usr_1"))));
        const Result<QString> id = clinic.create(clinic.request(3));
        QVERIFY(!id);
        QCOMPARE(id.error().code, QStringLiteral("duplicate"));
        QCOMPARE(id.error().field, QStringLiteral("participants.data[2].userExternalId"));
        QVERIFY(clinic.users().isEmpty());
        QVERIFY(clinic.rooms().isEmpty());
        QCOMPARE(clinic.recordCount(), 0);
    }

    void withoutNetworkNothingIsMadeAndItCanBeTriedAgain()
    {
        Clinic clinic;
        clinic.breakNetwork();
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Unreachable);
        QVERIFY(clinic.openIntents().isEmpty());
        QCOMPARE(clinic.recordCount(), 0);

        clinic.mendNetwork();
        QVERIFY(clinic.create(clinic.request()));
        QCOMPARE(clinic.users().size(), 2);
        QCOMPARE(clinic.rooms().size(), 1);
    }

    void usersWhoseAnswerGotLostAreTheSameTheNextTime()
    {
        Clinic clinic;
        clinic.breakNetwork(Fault::ResetAfter);
        QVERIFY(!clinic.create(clinic.request()));
        QCOMPARE(clinic.users().size(), 2); // They were made.
        clinic.mendNetwork();
        QVERIFY(clinic.create(clinic.request()));
        QCOMPARE(clinic.users().size(), 2);
    }

    void aRefusedRoomLeavesNothingOpen()
    {
        test::ScriptedServer server;
        server.handle("POST", "/v2/users", &madeUser);
        server.handle("POST", "/v2/rooms", [](const test::ScriptedServer::Request &) {
            return test::ScriptedServer::Answer{.status = 422, .body = R"({"code":"validation_error"})"};
        });
        Clinic clinic(server.url());
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Invalid);
        QVERIFY(clinic.settles());
        QCOMPARE(clinic.recordCount(), 0);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void kaleyrasOwnRefusalOfARoomWithoutPlusUserIsDocumentedToo()
    {
        test::ScriptedServer server;
        server.handle("POST", "/v2/users", &madeUser);
        server.on("POST", "/v2/rooms", {{.status = 422, .body = R"({"code":"no_plus_user"})"}});
        Clinic clinic(server.url());
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(!id);
        QCOMPARE(id.error().httpStatus, 400);
        QCOMPARE(id.error().message, QStringLiteral("Failed POST /teleconsultation: no plus user in room"));
    }

    void aRecordThatFailsTakesItsRoomWithIt()
    {
        Clinic clinic;
        clinic.store.failInsert = errorOf(Error::Kind::Storage);
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Storage);
        QVERIFY(clinic.rooms().isEmpty());
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void aUserMapThatFailsTakesTheRoomWithIt()
    {
        Clinic clinic;
        clinic.store.failRemember = errorOf(Error::Kind::Storage);
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Storage);
        QVERIFY(clinic.rooms().isEmpty());
        QCOMPARE(clinic.recordCount(), 0);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void aRoomThatCannotBeUndoneIsUndoneLater()
    {
        Clinic clinic;
        QVERIFY(clinic.create(clinic.request()));
        clinic.store.failInsert = errorOf(Error::Kind::Storage);
        clinic.breakNetworkAfter({Fault::None}); // The room is made, and cannot be deleted.
        QVERIFY(!clinic.create(clinic.request()));
        QCOMPARE(clinic.rooms().size(), 2);
        QCOMPARE(clinic.openIntents().size(), 1);
        QCOMPARE(clinic.openIntents().first().kind, Intent::Kind::DeleteRoom);

        clinic.mendNetwork();
        QCOMPARE(test::await(clinic.service->recover()).value(), 1);
        QCOMPARE(clinic.rooms().size(), 1);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void aRecordWhoseAnswerGotLostIsFound()
    {
        Clinic clinic;
        clinic.store.loseInsertAnswer = errorOf(Error::Kind::Unreachable);
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(id);
        QCOMPARE(clinic.record(*id).participants.size(), 2);
        QCOMPARE(clinic.rooms().size(), 1);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    /// Without a room it is known by what it says.
    void aRecordWithoutRoomWhoseAnswerGotLostIsFound()
    {
        Clinic clinic;
        TeleconsultationRequest other = clinic.request();
        other.participantsNumber = 3;
        other.duration = std::chrono::minutes(20);
        const QString before = clinic.created(other);
        clinic.store.loseInsertAnswer = errorOf(Error::Kind::Unreachable);
        TeleconsultationRequest wish = clinic.request();
        wish.participantsNumber = 3;
        const Result<QString> id = clinic.create(wish);
        QVERIFY(id);
        QVERIFY(*id != before);
        QCOMPARE(clinic.record(*id).schedule.duration(), std::chrono::seconds(1800));
        QCOMPARE(clinic.recordCount(), 2);
    }

    void aRecordWithoutRoomThatIsNotThereIsNotFound()
    {
        Clinic clinic;
        clinic.store.failInsert = errorOf(Error::Kind::Unreachable);
        TeleconsultationRequest wish = clinic.request();
        wish.participantsNumber = 3;
        const Result<QString> id = clinic.create(wish);
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Unreachable);
        QCOMPARE(clinic.recordCount(), 0);
    }

    void aRoomWithWhoKnowsWhatRecordIsLeftForRecovery_data()
    {
        QTest::addColumn<bool>("stored");
        QTest::newRow("stored") << true;
        QTest::newRow("not stored") << false;
    }

    void aRoomWithWhoKnowsWhatRecordIsLeftForRecovery()
    {
        QFETCH(bool, stored);
        Clinic clinic;
        (stored ? clinic.store.loseInsertAnswer : clinic.store.failInsert) = errorOf(Error::Kind::Unreachable);
        clinic.store.failFindByRoomId = errorOf(Error::Kind::Unreachable);
        QVERIFY(!clinic.create(clinic.request()));
        QCOMPARE(clinic.rooms().size(), 1);
        QCOMPARE(clinic.openIntents().size(), 1);
        QCOMPARE(test::await(clinic.service->recover()).value(), 0); // Still nobody can tell.

        clinic.store.failFindByRoomId.reset();
        QCOMPARE(test::await(clinic.service->recover()).value(), stored ? 1 : 0); // It may yet come.
        clinic.clock.advance(std::chrono::minutes(2));
        QCOMPARE(test::await(clinic.service->recover()).value(), stored ? 0 : 1);
        QCOMPARE(clinic.rooms().size(), stored ? 1 : 0);
        QCOMPARE(clinic.recordCount(), stored ? 1 : 0);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    /// Whatever was told instead of an answer: the record may be written a moment later.
    void aRecordThatMayYetComeKeepsItsRoom_data()
    {
        QTest::addColumn<Error>("told");
        QTest::newRow("reset") << errorOf(Error::Kind::Unreachable);
        QTest::newRow("504 of a gateway") << errorOf(Error::Kind::Server, 504);
        QTest::newRow("cut short") << errorOf(Error::Kind::BadAnswer);
    }

    void aRecordThatMayYetComeKeepsItsRoom()
    {
        QFETCH(Error, told);
        Clinic clinic;
        clinic.store.failInsert = told;
        QVERIFY(!clinic.create(clinic.request()));
        QVERIFY(clinic.settles());
        QCOMPARE(clinic.rooms().size(), 1);
        QCOMPARE(clinic.openIntents().size(), 1);
        clinic.clock.advance(std::chrono::minutes(2));
        QCOMPARE(test::await(clinic.service->recover()).value(), 1);
        QVERIFY(clinic.rooms().isEmpty());
    }

    void aRoomWhoseAnswerGotLostIsDeletedAtOnce_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("reset") << int(Fault::ResetAfter);
        QTest::newRow("cut short") << int(Fault::Truncate);
    }

    void aRoomWhoseAnswerGotLostIsDeletedAtOnce()
    {
        QFETCH(int, fault);
        Clinic clinic;
        const QString kept = clinic.created(clinic.request());
        clinic.network->setFaults({Fault(fault)}); // Everybody is known: the first request asks for the room.
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(!id);
        QVERIFY(clinic.settles());
        QCOMPARE(idsOf(clinic.rooms()), QSet<QString>{clinic.record(kept).roomId});
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void aRoomWhoseAnswerGotLostIsDeletedAfterARestart()
    {
        Clinic clinic;
        const QString kept = clinic.created(clinic.request());
        clinic.breakNetworkAfter({Fault::ResetAfter});
        const Result<QString> id = clinic.create(clinic.request());
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Unreachable);
        QVERIFY(clinic.settles());
        QCOMPARE(clinic.rooms().size(), 2);
        QCOMPARE(clinic.openIntents().size(), 1);

        clinic.restart();
        clinic.clock.advance(std::chrono::minutes(2));
        QCOMPARE(test::await(clinic.service->recover()).value(), 0); // No network yet.
        QCOMPARE(clinic.openIntents().size(), 1);
        clinic.mendNetwork();
        QCOMPARE(test::await(clinic.service->recover()).value(), 1);
        QCOMPARE(idsOf(clinic.rooms()), QSet<QString>{clinic.record(kept).roomId});
        QVERIFY(clinic.openIntents().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultationsCreationFaults)
#include "test_teleconsultations_creation_faults.moc"
