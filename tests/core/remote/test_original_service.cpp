// What a station can have from the original service, which has none of the extensions.
#include "core/remote/change_watch.h"
#include "tests/core/remote/remote_station.h"
#include "tests/support/scripted_server.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace teleconsult;
using test::await;
using test::ScriptedServer;

class TestOriginalService : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<test::RemoteStation> m_station;

    static ScriptedServer::Answer unknownRoute(const ScriptedServer::Request &request)
    {
        return {.status = 404,
                .body = "{\"message\":\"Route " + request.method + ":" + request.path +
                        " not found\",\"error\":\"Not Found\",\"statusCode\":404}"};
    }
    service::TeleconsultationService &consultations() { return m_station->consultations; }
    QJsonObject bodyOf(const QByteArray &method, const QByteArray &path) const
    {
        const QList<ScriptedServer::Request> requests = m_server->requests(method, path);
        return requests.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(requests.last().body).object();
    }
    static TeleconsultationRequest wish()
    {
        TeleconsultationRequest request;
        request.participantsNumber = 2;
        request.participants = {
            {QStringLiteral("user1"), QStringLiteral("Joe Smith"), {QStringLiteral("doctor")}, Language::Italian},
            {QStringLiteral("user2"), {}, {}, {}}};
        request.start = QDateTime(QDate(2026, 2, 22), QTime(15, 30), Qt::UTC);
        request.duration = std::chrono::hours(1);
        return request;
    }

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_server->handleRest(unknownRoute);
        m_station = std::make_unique<test::RemoteStation>(m_server->url(), QByteArray());
    }
    void cleanup()
    {
        m_station.reset();
        m_server.reset();
    }

    void createsAsTheContractHasIt()
    {
        m_server->on("POST", "/teleconsultation", {{.status = 201, .body = R"({"roomId":"room_xyz","more":1})"}});
        QCOMPARE(await(consultations().create(wish())).value(), QStringLiteral("room_xyz"));
        // A name that is not known is not given: the service may look it up.
        const QByteArray expected =
            R"({"participants":{"number":2,"data":[)"
            R"({"userExternalId":"user1","fullName":"Joe Smith","groups":["doctor"],"language":"it"},)"
            R"({"userExternalId":"user2"}]},)"
            R"("start_date":"2026-02-22T15:30:00.000Z","duration_in_seconds":3600})";
        QCOMPARE(bodyOf("POST", "/teleconsultation"), QJsonDocument::fromJson(expected).object());
        const ScriptedServer::Request request = m_server->requests("POST", "/teleconsultation").last();
        QCOMPARE(request.headers.value("miauserid"), QByteArray("doctor"));
        QCOMPARE(request.headers.value("miausergroups"), QByteArray("doctor"));
        QVERIFY(!request.headers.contains("authorization"));
    }

    void aConsultationIsOpenedByItsId()
    {
        m_server->on(
            "GET", "/teleconsultation/room_xyz",
            {{.status = 200,
              .body =
                  R"({)"
                  R"("bandyerUserId":"userId1","accessLinkURL":"https://company.bandyer.com/direct-rest-call-handler/abc",)"
                  R"("participantsBandyerCall":[{"bandyerUserId":"userId1","fullName":"Mario Rossi"},)"
                  R"({"bandyerUserId":"userId2","fullName":"Luigi Bianchi"}],)"
                  R"("details":{"recording":"none","status":"NOT_RUNNING","disabled":false,)"
                  R"("creationDate":"2023-12-22T13:36:48.164Z","durationInSeconds":3600,"live":true,"new":{}}})"}});
        service::LinkOptions options;
        options.useBackground = true;
        options.language = Language::Italian;
        const Result<service::Admission> admission =
            await(consultations().open(QStringLiteral("room_xyz"), QStringLiteral("patient"), options));
        QVERIFY2(admission, admission ? "" : qPrintable(admission.error().toLogLine()));
        QCOMPARE(admission->accessLink,
                 QUrl(QStringLiteral("https://company.bandyer.com/direct-rest-call-handler/abc")));
        QCOMPARE(admission->consultation.participants.at(1).fullName, QStringLiteral("Luigi Bianchi"));
        QCOMPARE(admission->room->duration, std::chrono::hours(1));
        const ScriptedServer::Request request = m_server->requests("GET", "/teleconsultation/room_xyz").last();
        QCOMPARE(request.query, QByteArray("useBackground=true&language=it"));
        QCOMPARE(request.headers.value("miauserid"), QByteArray("patient"));
        QVERIFY(!request.headers.contains("miausergroups"));

        const Result<Teleconsultation> found = await(consultations().find(QStringLiteral("room_xyz")));
        QVERIFY(found);
        QCOMPARE(found->participants.size(), 2);
        QVERIFY(!found->schedule.start().isValid());
    }

    void whatItDoesNotHaveIsSaidAndAskedForOnce()
    {
        const QString id = QStringLiteral("room_xyz");
        QCOMPARE(await(consultations().list({})).error().code, QStringLiteral("not_offered"));
        QCOMPARE(await(consultations().invitations(id)).error().code, QStringLiteral("not_offered"));
        QCOMPARE(await(consultations().beginCall(id)).error().code, QStringLiteral("not_offered"));
        QCOMPARE(await(consultations().endCall(id, 0)).error().code, QStringLiteral("not_offered"));
        QCOMPARE(await(m_station->company.company()).error().code, QStringLiteral("not_offered"));
        QVERIFY(!m_station->company.mayManage());
        QCOMPARE(await(m_station->company.backgrounds()).error().code, QStringLiteral("not_offered"));
        QCOMPARE(await(m_station->company.change({})).error().code, QStringLiteral("not_offered"));
        QCOMPARE(await(m_station->company.deleteBackground(QStringLiteral("b"))).error().code,
                 QStringLiteral("not_offered"));
        QVERIFY(!await(consultations().list({})).error().retryable);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void changesAreNotWatched()
    {
        remote::ChangeWatch watch(m_station->connection, {.afterAnswer = std::chrono::milliseconds(1),
                                                          .afterError = std::chrono::milliseconds(1)});
        QSignalSpy changes(&watch, &remote::ChangeWatch::changed);
        watch.start();
        QTRY_COMPARE(m_server->count("GET", "/changes"), 1);
        QVERIFY(!changes.wait(100));
        QCOMPARE(m_server->count("GET", "/changes"), 1);
    }

    void changesAndRemoves()
    {
        const QString id = QStringLiteral("room_xyz");
        m_server->on("PATCH", "/teleconsultation/room_xyz", {{.status = 204}});
        m_server->on("POST", "/teleconsultation/room_xyz/participants/data", {{.status = 201}});
        m_server->on("DELETE", "/teleconsultation/room_xyz", {{.status = 204}});
        m_server->on("DELETE", "/teleconsultation/room_xyz/uploads",
                     {{.status = 204}, {.status = 200, .body = R"({"total":2,"deleted":1})"}});
        TeleconsultationChange change;
        change.end = QDateTime(QDate(2026, 2, 22), QTime(16, 30), Qt::UTC);
        QVERIFY(await(consultations().update(id, change)));
        QCOMPARE(bodyOf("PATCH", "/teleconsultation/room_xyz"),
                 QJsonObject({{QStringLiteral("end_date"), QStringLiteral("2026-02-22T16:30:00.000Z")}}));
        QVERIFY(await(consultations().addParticipant(id, wish().participants.first())));
        QVERIFY(await(consultations().remove(id)));
        QVERIFY(!*await(consultations().deleteUploads(id)));
        QCOMPARE(await(consultations().deleteUploads(id)).value()->deleted, 1);
        change.participantsNumber = 3; // The contract has no word for the number alone.
        QCOMPARE(await(consultations().update(id, change)).error().code, QStringLiteral("not_supported"));
        QCOMPARE(m_server->count("PATCH", "/teleconsultation/room_xyz"), 1);
    }

    void whereThereIsNoServiceIsSaid()
    {
        TeleconsultationChange change;
        change.duration = std::chrono::minutes(10);
        const Result<void> changed = await(consultations().update(QStringLiteral("x"), change));
        QVERIFY(!changed);
        QCOMPARE(nameOf(changed.error().kind), nameOf(Error::Kind::Server));
        QCOMPARE(changed.error().code, QStringLiteral("no_such_path"));
    }
};

QTEST_GUILESS_MAIN(TestOriginalService)
#include "test_original_service.moc"
