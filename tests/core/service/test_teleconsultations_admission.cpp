// open() and invitations().
#include "core/service/guest_teleconsultations.h"
#include "core/service/teleconsultations.h"

#include "tests/core/service/clinic.h"
#include "tests/support/scripted_server.h"

#include <QUrlQuery>

using namespace teleconsult;
using service::Admission;
using service::Invitation;
using service::LinkOptions;
using test::Clinic;
using Fault = test::FaultProxy::Fault;

class TestTeleconsultationsAdmission : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clinic> m_clinic;
    QString m_id;
    Teleconsultation m_record;
    QDateTime m_start;

    Result<Admission> open(const QString &caller = QStringLiteral("patient.1"), const LinkOptions &options = {})
    {
        return test::await(m_clinic->service->open(m_id, caller, options));
    }
    Result<QList<Invitation>> invitations() { return test::await(m_clinic->service->invitations(m_id)); }
    void enterImmutablePeriod() { m_clinic->clock.set(m_start.addSecs(-10 * 60)); }

    static bool holdsLinks(const Teleconsultation &consultation)
    {
        return std::any_of(consultation.participants.begin(), consultation.participants.end(),
                           [](const Participant &participant) { return !participant.accessLink.isEmpty(); });
    }
    static bool holdsLinks(const kaleyra::Room &room)
    {
        return std::any_of(room.seats.begin(), room.seats.end(),
                           [](const kaleyra::Room::Seat &seat) { return !seat.link.isEmpty(); });
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        TeleconsultationRequest wish = m_clinic->request();
        wish.participants[1].fullName = QStringLiteral("Zoë & Co. 100% +1");
        wish.participants[1].language = Language::Italian;
        m_start = wish.start;
        m_id = m_clinic->created(wish);
        m_record = m_clinic->record(m_id);
        QCOMPARE(m_record.participants.size(), 2);
    }

    void cleanup() { m_clinic.reset(); }

    void beforeTheRoomOpensThereIsNoLink()
    {
        m_clinic->clock.set(m_start.addSecs(-10 * 60).addMSecs(-1));
        m_clinic->breakNetwork(); // And Kaleyra is not even asked.
        const Result<Admission> admission = open();
        QVERIFY(admission);
        QCOMPARE(admission->kaleyraUserId, m_record.participants.at(1).kaleyraUserId);
        QVERIFY(admission->accessLink.isEmpty());
        QVERIFY(!admission->room);
        QCOMPARE(admission->consultation.id, m_id);
        QCOMPARE(admission->consultation.participants.size(), 2);
        QVERIFY(!holdsLinks(admission->consultation));
        QVERIFY(invitations().value().isEmpty());
    }

    void fromTheImmutablePeriodOnEverybodyGetsTheirLink()
    {
        enterImmutablePeriod();
        const Result<Admission> patient = open();
        QVERIFY(patient);
        QCOMPARE(patient->accessLink.adjusted(QUrl::RemoveQuery), m_record.participants.at(1).accessLink);
        QVERIFY(!holdsLinks(patient->consultation));
        QVERIFY(patient->room);
        QCOMPARE(patient->room->id, m_record.roomId);
        QCOMPARE(patient->room->status, QStringLiteral("NOT_RUNNING"));
        QCOMPARE(patient->room->seats.size(), 2);
        QVERIFY(!holdsLinks(*patient->room));

        const Result<Admission> doctor = open(QStringLiteral("doctor"));
        QVERIFY(doctor);
        QCOMPARE(doctor->accessLink.adjusted(QUrl::RemoveQuery), m_record.participants.at(0).accessLink);
    }

    void theLinkStaysGoodAfterTheEnd()
    {
        m_clinic->clock.set(m_start.addDays(1));
        QVERIFY(!open().value().accessLink.isEmpty());
    }

    void theLinkCarriesNameAndOptions()
    {
        enterImmutablePeriod();
        LinkOptions options;
        options.useBackground = true;
        options.theme = QStringLiteral("light");
        const QUrlQuery query(open(QStringLiteral("patient.1"), options).value().accessLink);
        QCOMPARE(query.queryItemValue(QStringLiteral("display_name"), QUrl::FullyDecoded),
                 QStringLiteral("Zoë & Co. 100% +1"));
        QCOMPARE(query.queryItemValue(QStringLiteral("language")), QStringLiteral("it"));
        QCOMPARE(query.queryItemValue(QStringLiteral("virtual_background")), QStringLiteral("image"));
        QCOMPARE(query.queryItemValue(QStringLiteral("theme")), QStringLiteral("light"));
    }

    void aMissingConsultationIsNotFound()
    {
        m_id = QStringLiteral("room_xyz");
        const Result<Admission> admission = open();
        QVERIFY(!admission);
        QCOMPARE(admission.error().kind, Error::Kind::NotFound);
        QCOMPARE(admission.error().httpStatus, 404);
        QCOMPARE(admission.error().message, QStringLiteral("Room with id room_xyz not found on CRUD"));
        QCOMPARE(invitations().error().kind, Error::Kind::NotFound);
    }

    void strangersAreRefused_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::newRow("nobody") << QString();
        QTest::newRow("unknown") << QStringLiteral("stranger");
        QTest::newRow("known, of another consultation") << QStringLiteral("patient.2");
        QTest::newRow("other case") << QStringLiteral("PATIENT.1");
    }

    void strangersAreRefused()
    {
        QFETCH(QString, caller);
        TeleconsultationRequest other = m_clinic->request();
        other.participants[1] = test::person(QStringLiteral("patient.2"));
        QVERIFY(m_clinic->create(other));
        enterImmutablePeriod();
        const Result<Admission> admission = open(caller);
        QVERIFY(!admission);
        QCOMPARE(admission.error().kind, Error::Kind::Unauthorized);
        QCOMPARE(admission.error().httpStatus, 401);
        QCOMPARE(admission.error().message, QStringLiteral("Unauthorized user"));
    }

    void whileSomebodyIsUnknownThereIsNoLink()
    {
        TeleconsultationRequest wish = m_clinic->request();
        wish.participantsNumber = 3;
        m_id = m_clinic->created(wish);
        m_clinic->clock.set(wish.start);
        const Result<Admission> admission = open();
        QVERIFY(admission);
        QVERIFY(admission->accessLink.isEmpty());
        QVERIFY(!admission->room);
        QVERIFY(invitations().value().isEmpty());
    }

    void aClosedRoomHasNoLink()
    {
        enterImmutablePeriod();
        m_clinic->ask("PUT", QStringLiteral("/v2/rooms/%1/disable").arg(m_record.roomId));
        const Result<Admission> admission = open();
        QVERIFY(admission);
        QVERIFY(admission->accessLink.isEmpty());
        QVERIFY(admission->room);
        QVERIFY(admission->room->isClosed());
        QVERIFY(invitations().value().isEmpty());
    }

    void aDeletedRoomHasNoLink()
    {
        enterImmutablePeriod();
        m_clinic->ask("DELETE", QStringLiteral("/v2/rooms/") + m_record.roomId);
        QVERIFY(m_clinic->rooms().isEmpty());
        const Result<Admission> admission = open();
        QVERIFY(admission);
        QVERIFY(admission->accessLink.isEmpty());
        QVERIFY(!admission->room);
        QVERIFY(invitations().value().isEmpty());
    }

    void whileKaleyraCannotBeAskedTheRecordedLinkIsGiven_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("unreachable") << int(Fault::ResetBefore);
        QTest::newRow("answers cut short") << int(Fault::Truncate);
    }

    void whileKaleyraCannotBeAskedTheRecordedLinkIsGiven()
    {
        QFETCH(int, fault);
        enterImmutablePeriod();
        m_clinic->breakNetwork(Fault(fault));
        const Result<Admission> admission = open();
        QVERIFY(admission);
        QCOMPARE(admission->accessLink.adjusted(QUrl::RemoveQuery), m_record.participants.at(1).accessLink);
        QVERIFY(QUrlQuery(admission->accessLink).hasQueryItem(QStringLiteral("display_name")));
        QVERIFY(!admission->room);
        QCOMPARE(invitations().value().size(), 2);
    }

    /// A Kaleyra that takes the question and does not answer.
    void aSilentKaleyraKeepsNobodyWaiting()
    {
        enterImmutablePeriod();
        m_clinic->breakNetwork(Fault::Stall);
        service::Teleconsultations::Parts parts = m_clinic->parts();
        parts.roomPatience = std::chrono::milliseconds(50);
        service::Teleconsultations service(parts, m_clinic->policy);
        const Result<Admission> admission = test::await(service.open(m_id, QStringLiteral("patient.1"), {}));
        QVERIFY(admission);
        QVERIFY(!admission->accessLink.isEmpty());
        QVERIFY(!admission->room);
    }

    void aRefusedKeyIsNoReasonToTurnAPatientAway()
    {
        enterImmutablePeriod();
        kaleyra::KaleyraClient refused(m_clinic->http, kaleyra::Endpoint{m_clinic->network->url(), "wrong"});
        service::Teleconsultations service({refused, m_clinic->store, m_clinic->journal, m_clinic->clock},
                                           m_clinic->policy);
        const Result<Admission> admission = test::await(service.open(m_id, QStringLiteral("patient.1"), {}));
        QVERIFY(admission);
        QVERIFY(!admission->accessLink.isEmpty());
    }

    void kaleyrasNewerLinkCounts()
    {
        test::ScriptedServer server;
        const QJsonObject seat{{QStringLiteral("user_id"), m_record.participants.at(1).kaleyraUserId},
                               {QStringLiteral("url"), QStringLiteral("https://a.bandyer.com/eu/new")}};
        const QJsonObject room{{QStringLiteral("id"), m_record.roomId},
                               {QStringLiteral("participants"), QJsonArray{seat}}};
        server.on("GET", "/v2/rooms/" + m_record.roomId.toUtf8(), {{.body = QJsonDocument(room).toJson()}});
        kaleyra::KaleyraClient other(m_clinic->http, kaleyra::Endpoint{server.url(), "key"});
        service::Teleconsultations service({other, m_clinic->store, m_clinic->journal, m_clinic->clock},
                                           m_clinic->policy);
        enterImmutablePeriod();
        const Result<Admission> patient = test::await(service.open(m_id, QStringLiteral("patient.1"), {}));
        QCOMPARE(patient.value().accessLink.path(), QStringLiteral("/eu/new"));
        // Of the doctor Kaleyra says nothing: the recorded link stands in.
        const Result<Admission> doctor = test::await(service.open(m_id, QStringLiteral("doctor"), {}));
        QCOMPARE(doctor.value().accessLink.adjusted(QUrl::RemoveQuery), m_record.participants.at(0).accessLink);
        m_clinic->http.clearConnections();
    }

    /// A gateway's, perhaps: whoever believed it would end a call that goes on.
    void onlyKaleyraSaysThatARoomIsGone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isGone");
        QTest::newRow("in Kaleyra's words") << QByteArray("{\"code\":\"room_not_found\",\"message\":\"no\"}") << true;
        QTest::newRow("a code alone") << QByteArray("{\"error\":{\"code\":\"room_not_found\"}}") << true;
        QTest::newRow("a page") << QByteArray("<html>404 Not Found</html>") << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("cut short") << QByteArray("{\"code\":\"room_n") << false;
    }
    void onlyKaleyraSaysThatARoomIsGone()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isGone);
        test::ScriptedServer server;
        server.on("GET", "/v2/rooms/" + m_record.roomId.toUtf8(), {{.status = 404, .body = body}});
        kaleyra::KaleyraClient other(m_clinic->http, kaleyra::Endpoint{server.url(), "key"});
        service::Teleconsultations service({other, m_clinic->store, m_clinic->journal, m_clinic->clock},
                                           m_clinic->policy);
        enterImmutablePeriod();
        const Result<Admission> patient = test::await(service.open(m_id, QStringLiteral("patient.1"), {}));
        QVERIFY(patient && !patient->room);
        QCOMPARE(patient->accessLink.isEmpty(), isGone);
        m_clinic->http.clearConnections();
    }

    void anInvitationForEverybody()
    {
        enterImmutablePeriod();
        const QList<Invitation> all = invitations().value();
        QCOMPARE(all.size(), 2);
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(all.at(i).kaleyraUserId, m_record.participants.at(i).kaleyraUserId);
            QCOMPARE(all.at(i).fullName, m_record.participants.at(i).fullName);
            QCOMPARE(all.at(i).groups, m_record.participants.at(i).groups);
            QCOMPARE(all.at(i).accessLink.adjusted(QUrl::RemoveQuery), m_record.participants.at(i).accessLink);
        }
        QCOMPARE(QUrlQuery(all.at(1).accessLink).queryItemValue(QStringLiteral("language")), QStringLiteral("it"));
        QVERIFY(!QUrlQuery(all.at(0).accessLink).hasQueryItem(QStringLiteral("language")));
    }

    /// Rooms keep what held when they were made.
    void invitationsTellWhetherTheirRoomIsRecorded()
    {
        m_clinic->policy.recording = QStringLiteral("automatic");
        m_clinic->restart();
        m_id = m_clinic->created(m_clinic->request());
        m_clinic->policy.recording = QStringLiteral("none");
        m_clinic->restart();
        enterImmutablePeriod();
        QCOMPARE(invitations().value().value(1).recording, QStringLiteral("automatic"));
        m_clinic->breakNetwork(); // Then nobody knows, and that is not "none".
        QCOMPARE(invitations().value().size(), 2);
        QCOMPARE(invitations().value().value(1).recording, QString());
    }

    /// Who is known by a seat only, as at a kiosk, gets in by an invitation.
    void aGuestIsToldWhetherTheRoomIsRecorded()
    {
        m_clinic->policy.recording = QStringLiteral("automatic");
        m_clinic->restart();
        m_id = m_clinic->created(m_clinic->request());
        m_clinic->policy.recording = QStringLiteral("none");
        m_clinic->restart();
        const QString seat = m_clinic->record(m_id).participants.at(1).kaleyraUserId;
        service::GuestTeleconsultations kiosk(*m_clinic->service);
        kiosk.setGuest(seat);
        const auto enter = [&] { return test::await(kiosk.open(m_id, seat, {})); };
        QVERIFY(!enter()->room);
        enterImmutablePeriod();
        const Result<Admission> admission = enter();
        QVERIFY(admission && admission->room && !admission->accessLink.isEmpty());
        QCOMPARE(admission->room->recording, QStringLiteral("automatic"));
        QVERIFY(!admission->room->isClosed() && admission->room->seats.isEmpty());
        m_clinic->breakNetwork();
        QVERIFY(!enter()->accessLink.isEmpty());
        QVERIFY(!enter()->room);
    }

    void aProgramThatEndsGetsNoLink()
    {
        enterImmutablePeriod();
        m_clinic->http.shutDown();
        QCOMPARE(open().error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultationsAdmission)
#include "test_teleconsultations_admission.moc"
