// create() where nothing fails.
#include "core/service/teleconsultations.h"

#include "tests/core/service/clinic.h"
#include "tests/core/service/scripted_kaleyra.h"
#include "tests/support/log_capture.h"

#include <QMutex>
#include <QTest>

using namespace teleconsult;
using test::Clinic;
using test::errorOf;
using test::idsOf;
using test::madeRoom;
using test::madeUser;
using test::person;
using Fault = test::FaultProxy::Fault;

namespace {

/// What was seen, from any thread, in order.
class Log
{
public:
    void add(const QString &line)
    {
        const QMutexLocker lock(&m_mutex);
        m_lines << line;
    }
    QStringList lines() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_lines;
    }

private:
    mutable QMutex m_mutex;
    QStringList m_lines;
};

} // namespace

class TestTeleconsultationsCreation : public QObject
{
    Q_OBJECT

private slots:
    void makesUsersRoomAndRecord()
    {
        Clinic clinic;
        TeleconsultationRequest wish = clinic.request();
        wish.participants[0].language = Language::Italian;
        const QString id = clinic.created(wish);

        const Teleconsultation record = clinic.record(id);
        QCOMPARE(record.id, id);
        QCOMPARE(record.participantsNumber, 2);
        QCOMPARE(record.schedule.start(), wish.start);
        QCOMPARE(record.schedule.duration(), std::chrono::seconds(1800));
        QCOMPARE(record.progress, Progress::Scheduled);
        QCOMPARE(record.participants.size(), 2);
        QCOMPARE(record.participants.at(0).fullName, QStringLiteral("Name of doctor"));
        QCOMPARE(record.participants.at(0).groups, QStringList{QStringLiteral("doctor")});
        QCOMPARE(record.participants.at(0).language, Language::Italian);
        QVERIFY(record.participants.at(0).accessLink.isValid());
        QVERIFY(record.participants.at(0).accessLink != record.participants.at(1).accessLink);

        QCOMPARE(idsOf(clinic.rooms()), QSet<QString>{record.roomId});
        const QSet<QString> users{record.participants.at(0).kaleyraUserId, record.participants.at(1).kaleyraUserId};
        QCOMPARE(idsOf(clinic.users()), users);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void knownPeopleAreNotMadeAgain()
    {
        Clinic clinic;
        const Teleconsultation first = clinic.record(clinic.created(clinic.request(3)));
        TeleconsultationRequest wish = clinic.request(3);
        wish.participants[2] = person(QStringLiteral("somebody.else"));
        const Teleconsultation second = clinic.record(clinic.created(wish));
        QCOMPARE(second.participants.at(0).kaleyraUserId, first.participants.at(0).kaleyraUserId);
        QCOMPARE(second.participants.at(1).kaleyraUserId, first.participants.at(1).kaleyraUserId);
        QVERIFY(second.participants.at(2).kaleyraUserId != first.participants.at(2).kaleyraUserId);
        QCOMPARE(clinic.users().size(), 4);
        QCOMPARE(clinic.rooms().size(), 2);
    }

    void whoWasAPatientMayBeADoctorNow()
    {
        Clinic clinic;
        const Teleconsultation first = clinic.record(clinic.created(clinic.request()));
        const QString patient = first.participants.at(1).kaleyraUserId;
        TeleconsultationRequest wish = clinic.request();
        wish.participants = {person(QStringLiteral("patient.1"), QStringLiteral("doctor")),
                             person(QStringLiteral("patient.2"))};
        const Teleconsultation second = clinic.record(clinic.created(wish));
        QCOMPARE(second.participants.size(), 2);
        QCOMPARE(second.participants.at(0).kaleyraUserId, patient);
        QVERIFY(!second.roomId.isEmpty());
        QCOMPARE(clinic.ask("GET", QStringLiteral("/v2/users/") + patient)[QStringLiteral("role")].toString(),
                 QStringLiteral("plus"));
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void whoWasDeletedAtKaleyraIsMadeAgain()
    {
        Clinic clinic;
        const Teleconsultation first = clinic.record(clinic.created(clinic.request()));
        for (const Participant &participant : first.participants)
            clinic.ask("DELETE", QStringLiteral("/v2/users/") + participant.kaleyraUserId);
        QVERIFY(clinic.users().isEmpty());
        const Teleconsultation second = clinic.record(clinic.created(clinic.request()));
        QVERIFY(!second.roomId.isEmpty());
        QCOMPARE(second.participants.at(0).kaleyraUserId, first.participants.at(0).kaleyraUserId);
        QCOMPARE(second.participants.at(1).kaleyraUserId, first.participants.at(1).kaleyraUserId);
        QCOMPARE(clinic.users().size(), 2);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void blanksAroundAnIdMakeNobodyElse()
    {
        Clinic clinic;
        const Teleconsultation first = clinic.record(clinic.created(clinic.request()));
        TeleconsultationRequest wish = clinic.request();
        wish.participants[1].externalId = QStringLiteral(" patient.1 ");
        const Teleconsultation second = clinic.record(clinic.created(wish));
        QCOMPARE(second.participants.at(1).kaleyraUserId, first.participants.at(1).kaleyraUserId);
    }

    void noRoomWhileSomebodyIsUnknown()
    {
        Clinic clinic;
        TeleconsultationRequest wish = clinic.request();
        wish.participantsNumber = 3;
        const Teleconsultation record = clinic.record(clinic.created(wish));
        QCOMPARE(record.participantsNumber, 3);
        QCOMPARE(record.participants.size(), 2);
        QVERIFY(record.roomId.isEmpty());
        QVERIFY(record.participants.at(0).accessLink.isEmpty());
        QVERIFY(clinic.rooms().isEmpty());
        QCOMPARE(clinic.users().size(), 2); // Ids are translated as soon as they are given (seed 004, POST).
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void theRoomIsThatOfThePolicy()
    {
        Clinic clinic;
        clinic.policy.unlimited = false;
        clinic.policy.live = false;
        clinic.policy.recording = QStringLiteral("manual");
        clinic.restart();
        const Teleconsultation record = clinic.record(clinic.created(clinic.request()));
        const QJsonDocument room = clinic.ask("GET", QStringLiteral("/v2/rooms/") + record.roomId);
        QCOMPARE(room[QStringLiteral("duration")].toInt(), 1800);
        QCOMPARE(room[QStringLiteral("live")].toBool(true), false);
        QCOMPARE(room[QStringLiteral("recording")].toString(), QStringLiteral("manual"));
    }

    void aMistakeMakesNothing_data()
    {
        QTest::addColumn<QString>("mistake");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::newRow("no plus user") << QStringLiteral("plus") << QStringLiteral("no_plus_user")
                                      << QStringLiteral("participants.data");
        QTest::newRow("unknown group") << QStringLiteral("group") << QStringLiteral("unknown_group")
                                       << QStringLiteral("participants.data[1].groups");
        QTest::newRow("too short") << QStringLiteral("short") << QStringLiteral("too_short")
                                   << QStringLiteral("duration_in_seconds");
        QTest::newRow("two mistakes") << QStringLiteral("number short") << QStringLiteral("too_many")
                                      << QStringLiteral("participants.number");
    }

    void aMistakeMakesNothing()
    {
        QFETCH(QString, mistake);
        QFETCH(QString, code);
        QFETCH(QString, field);
        Clinic clinic;
        TeleconsultationRequest wish = clinic.request();
        if (mistake.contains(QLatin1String("plus")))
            wish.participants[0].groups = {QStringLiteral("patient")};
        if (mistake.contains(QLatin1String("group")))
            wish.participants[1].groups = {QStringLiteral("visitor")};
        if (mistake.contains(QLatin1String("short")))
            wish.duration = std::chrono::minutes(4);
        if (mistake.contains(QLatin1String("number")))
            wish.participantsNumber = 26;

        const Result<QString> id = clinic.create(wish);
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Invalid);
        QCOMPARE(id.error().httpStatus, 400);
        QCOMPARE(id.error().code, code);
        QCOMPARE(id.error().field, field);
        if (code == QLatin1String("no_plus_user"))
            QCOMPARE(id.error().message, QStringLiteral("Failed POST /teleconsultation: no plus user in room"));
        QVERIFY(clinic.users().isEmpty());
        QVERIFY(clinic.rooms().isEmpty());
        QCOMPARE(clinic.recordCount(), 0);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void fourTripsHoweverManyPeople_data()
    {
        QTest::addColumn<int>("people");
        QTest::newRow("2") << 2;
        QTest::newRow("25") << 25;
    }

    /// Look-up, users, room and record follow each other; whatever belongs to one of them goes out together, and the
    /// user map is written while the room is made.
    void fourTripsHoweverManyPeople()
    {
        QFETCH(int, people);
        Log log;
        test::ScriptedServer server;
        server.handle("POST", "/v2/users", [&log](const test::ScriptedServer::Request &request) {
            log.add(QStringLiteral("user"));
            return madeUser(request);
        });
        server.handle("POST", "/v2/rooms", [&log](const test::ScriptedServer::Request &request) {
            log.add(QStringLiteral("room"));
            test::ScriptedServer::Answer answer = madeRoom(request);
            answer.held = true;
            return answer;
        });
        Clinic clinic(server.url());
        clinic.store.note = [&log](const QString &line) { log.add(line); };

        Task<QString> creating = clinic.service->create(clinic.request(people));
        // The room's answer is held back: the user map is written all the same.
        QTRY_COMPARE(log.lines().count(QStringLiteral("remember -")), people);
        QTRY_COMPARE(log.lines().count(QStringLiteral("room")), 1);
        QVERIFY(!log.lines().contains(QStringLiteral("insert +")));
        server.release();
        QVERIFY(test::await(std::move(creating)));

        QStringList lines = log.lines();
        QCOMPARE(lines.mid(0, 2), (QStringList{QStringLiteral("look-up +"), QStringLiteral("look-up -")}));
        QCOMPARE(lines.mid(2, people), QStringList(people, QStringLiteral("user")));
        QCOMPARE(lines.mid(lines.size() - 2), (QStringList{QStringLiteral("insert +"), QStringLiteral("insert -")}));
        QStringList together = lines.mid(2 + people, lines.size() - people - 4);
        QVERIFY(together.removeOne(QStringLiteral("room")));
        QCOMPARE(together.removeAll(QStringLiteral("remember +")), people);
        QCOMPARE(together.removeAll(QStringLiteral("remember -")), people);
        QVERIFY2(together.isEmpty(), qPrintable(together.join(QLatin1Char(','))));
        QCOMPARE(server.requests().size(), people + 1);
    }

    void unknownPeopleAreMadeAllAtOnce()
    {
        test::ScriptedServer server;
        server.handle("POST", "/v2/users", [](const test::ScriptedServer::Request &request) {
            test::ScriptedServer::Answer answer = madeUser(request);
            answer.held = true;
            return answer;
        });
        server.handle("POST", "/v2/rooms", &madeRoom);
        Clinic clinic(server.url());
        Task<QString> creating = clinic.service->create(clinic.request(6));
        QTRY_COMPARE(server.count("POST", "/v2/users"), 6); // Not one of them has been answered.
        server.release();
        QVERIFY(test::await(std::move(creating)));
    }

    void whoeverWasFirstWithAPersonWins()
    {
        Clinic clinic;
        kaleyra::NewUser winner;
        winner.id = QStringLiteral("winner");
        QVERIFY(test::await(clinic.kaleyra->createUser(winner)));
        QVERIFY(test::await(clinic.records.rememberUserId(QStringLiteral("patient.1"), winner.id)));
        clinic.store.hideUserIds = true;

        const Teleconsultation record = clinic.record(clinic.created(clinic.request()));
        QCOMPARE(record.participants.at(1).kaleyraUserId, winner.id);
        QVERIFY(record.participants.at(1).accessLink.isValid());
        QCOMPARE(idsOf(clinic.rooms()), QSet<QString>{record.roomId});
        const QSet<QString> users{winner.id, record.participants.at(0).kaleyraUserId};
        QCOMPARE(idsOf(clinic.users()), users); // Ours is gone again.
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void theSamePersonTwiceAtOnceIsOnePerson()
    {
        Clinic clinic;
        Task<QString> one = clinic.service->create(clinic.request());
        Task<QString> other = clinic.service->create(clinic.request());
        const QString first = test::await(std::move(one)).value_or(QString());
        const QString second = test::await(std::move(other)).value_or(QString());
        QCOMPARE(clinic.users().size(), 2);
        QCOMPARE(clinic.rooms().size(), 2);
        QCOMPARE(clinic.record(first).participants.at(1).kaleyraUserId,
                 clinic.record(second).participants.at(1).kaleyraUserId);
        QVERIFY(clinic.openIntents().isEmpty());
    }

    void nobodysNameLeavesTheClinic()
    {
        const test::LogCapture capture;
        Clinic clinic;
        TeleconsultationRequest wish = clinic.request();
        const QString canaryId = QStringLiteral("canary@example.org"), canaryName = QStringLiteral("Canary McSecret");
        wish.participants[1].externalId = canaryId;
        wish.participants[1].fullName = canaryName;
        const QString id = clinic.created(wish);
        const Teleconsultation record = clinic.record(id);

        QStringList errors;
        const auto collect = [&errors](const auto &result) {
            if (!result)
                errors << result.error().toLogLine() << result.error().message;
        };
        collect(test::await(clinic.service->open(id, canaryId, {})));
        collect(test::await(clinic.service->open(id, canaryId + QLatin1Char('x'), {})));
        clinic.clock.set(wish.start);
        collect(test::await(clinic.service->open(id, canaryId, {})));
        collect(test::await(clinic.service->invitations(id)));
        clinic.breakNetworkAfter({Fault::ResetAfter});
        collect(clinic.create(wish));
        QVERIFY(clinic.settles());
        clinic.breakNetwork(Fault::Truncate);
        collect(clinic.create(wish));
        QVERIFY(clinic.settles());
        clinic.mendNetwork();
        clinic.store.failInsert = errorOf(Error::Kind::Storage);
        collect(clinic.create(wish));
        wish.participants[0].groups = {QStringLiteral("patient")};
        collect(clinic.create(wish));
        QVERIFY(errors.size() >= 6);

        QByteArray held = QJsonDocument(clinic.users()).toJson() + QJsonDocument(clinic.rooms()).toJson();
        held += clinic.ask("GET", QStringLiteral("/v2/rooms/") + record.roomId).toJson();
        QVERIFY(held.contains(record.roomId.toUtf8()));
        const QString token = record.participants.at(1).accessLink.path().section(QLatin1Char('/'), -1);
        QVERIFY(token.size() >= 10);
        for (const QString &secret : {canaryId, canaryName, QStringLiteral("McSecret"), QStringLiteral("canary")}) {
            QVERIFY2(!held.contains(secret.toUtf8()), held.constData());
            QVERIFY2(!capture.text().contains(secret), qPrintable(capture.text()));
            QVERIFY2(!errors.join(QLatin1Char('\n')).contains(secret), qPrintable(errors.join(QLatin1Char('\n'))));
        }
        for (const QString &secret : {token, QString::fromLatin1(clinic.sandbox->endpoint().apiKey)}) {
            QVERIFY2(!capture.text().contains(secret), qPrintable(capture.text()));
            QVERIFY(!errors.join(QLatin1Char('\n')).contains(secret));
        }
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultationsCreation)
#include "test_teleconsultations_creation.moc"
