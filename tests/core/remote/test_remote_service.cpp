// The behaviour of a Teleconsultation Service, of one elsewhere: the same, over HTTP; and who may have what from it.
#include "core/remote/change_watch.h"
#include "tests/core/remote/remote_station.h"
#include "tests/core/remote/teleconsultation_service_suite.h"
#include "tests/support/log_capture.h"

using namespace teleconsult;
using test::await;

class TestRemoteService : public test::TeleconsultationServiceSuite
{
    Q_OBJECT

    std::unique_ptr<test::RemoteStation> m_station;

    Services reach(test::ServedClinic &clinic) override
    {
        m_station = std::make_unique<test::RemoteStation>(clinic.url, test::apiToken);
        return {&m_station->consultations, &m_station->credentials, &m_station->company};
    }
    void forget() override { m_station.reset(); }

private slots:
    void thePolicyIsTheServices()
    {
        m_clinic->policy.deleteUploads = true;
        m_clinic->policy.privileges = Privileges({{QStringLiteral("guest")}, {}}, {{QStringLiteral("doctor")}, {}});
        serveAnew();
        QVERIFY(await(consultations().list({})));
        QCOMPARE(consultations().policy(), m_clinic->policy);
        QVERIFY(!consultations().looksPeopleUp());
    }

    void itMayBeMountedBelowAPath()
    {
        test::RemoteStation station(m_clinic->url.resolved(QUrl(QStringLiteral("/api/v1/telecons-be"))),
                                    test::apiToken);
        QVERIFY(await(station.consultations.list({})));
    }

    void theTokenIsNeeded()
    {
        test::RemoteStation station(m_clinic->url, "another-token");
        const Result<QList<Teleconsultation>> listed = await(station.consultations.list({}));
        QVERIFY(!listed);
        QCOMPARE(nameOf(listed.error().kind), nameOf(Error::Kind::Unauthorized));
        QCOMPARE(listed.error().code, QStringLiteral("token_refused"));
    }

    void whoDoesNotOrganiseSeesWhatIsTheirs()
    {
        const QString theirs = created(soon());
        TeleconsultationRequest others = soon();
        others.participants[1].externalId = QStringLiteral("another");
        const QString notTheirs = created(others);
        letItBegin();
        m_station->identity = {QStringLiteral("patient.1"), {}, {QStringLiteral("patient")}};
        QCOMPARE(await(consultations().list({})).error().code, QStringLiteral("not_allowed"));
        QCOMPARE(await(consultations().invitations(theirs)).error().code, QStringLiteral("not_allowed"));
        QVERIFY(!await(consultations().open(theirs, QStringLiteral("patient.1"), {})).value().accessLink.isEmpty());
        QCOMPARE(await(consultations().find(theirs)).value().id, theirs);
        QCOMPARE(await(consultations().find(notTheirs)).error().code, QStringLiteral("not_allowed"));
        QCOMPARE(await(consultations().beginCall(notTheirs)).error().code, QStringLiteral("not_allowed"));
        QVERIFY(await(consultations().beginCall(theirs)));
        QCOMPARE(m_clinic->record(theirs).progress, Progress::InCall);
        QVERIFY(await(consultations().endCall(theirs, 0)));
        QCOMPARE(m_clinic->record(theirs).progress, Progress::Held);
    }

    void aCallIsBegunOnceAndEndedOnce()
    {
        const QString id = created(soon());
        QVERIFY(await(consultations().beginCall(id)));
        QVERIFY(await(consultations().beginCall(id)));
        QCOMPARE(m_clinic->openIntents().size(), 1);
        QVERIFY(await(consultations().endCall(id, 0)));
        QVERIFY(await(consultations().endCall(id, 0)));
        QCOMPARE(m_clinic->openIntents().size(), 0);
    }

    void changesAreTold()
    {
        const test::LogCapture log;
        remote::ChangeWatch watch(m_station->connection, {.afterAnswer = std::chrono::milliseconds(20)});
        QSignalSpy changes(&watch, &remote::ChangeWatch::changed);
        const auto answers = [&log, this] { return log.count(m_clinic->url.toString() + QStringLiteral("/changes")); };
        // One answer may be on its way, the next one knows all, and the third one shows that it has been taken.
        const auto knowsAll = [&answers] {
            return test::waitUntil([&answers, before = answers()] { return answers() >= before + 3; });
        };
        watch.start();
        QVERIFY(knowsAll());
        test::RemoteStation another(m_clinic->url, test::apiToken);
        const TeleconsultationRequest wish = soon();
        const Result<QString> id = await(another.consultations.create(wish));
        QVERIFY(id);
        QVERIFY(knowsAll());
        QVERIFY(changes.count() > 0);
        changes.clear();
        QVERIFY(await(another.consultations.list({}))); // Reading is no change.
        QVERIFY(knowsAll());
        QCOMPARE(changes.count(), 0);
        QVERIFY(await(another.consultations.remove(*id)));
        QVERIFY(knowsAll());
        QVERIFY(changes.count() > 0);
        changes.clear();
        m_clinic->breakNetwork();
        QVERIFY(!await(another.consultations.create(wish))); // It is not known what that left.
        QVERIFY(test::waitUntil([&changes] { return changes.count() > 0; }));
    }

    void kaleyrasFailureIsNotTheStations()
    {
        m_clinic->breakNetwork();
        const Result<QString> id = await(consultations().create(soon()));
        QVERIFY(!id);
        QCOMPARE(nameOf(id.error().kind), nameOf(Error::Kind::Server));
        QCOMPARE(id.error().httpStatus, 503);
        QVERIFY(id.error().retryable);
    }

    void nothingSecretIsLogged()
    {
        const test::LogCapture log;
        const QString id = created(soon());
        letItBegin();
        const service::Admission admission = await(consultations().open(id, QStringLiteral("doctor"), {})).value();
        QVERIFY(await(consultations().invitations(id)));
        QVERIFY(!await(consultations().find(QStringLiteral("Rossi-unknown"))));
        records::Query query;
        query.text = QStringLiteral("Rossi");
        QVERIFY(await(consultations().list(query)));
        const kaleyra::AccessToken token =
            await(m_station->credentials.issue(test::person(QStringLiteral("doctor")), std::nullopt)).value();
        QVERIFY(log.count(QStringLiteral("GET http")) > 0);
        for (const QString &secret : {QString::fromLatin1(test::apiToken), admission.accessLink.path(), token.token,
                                      QStringLiteral("Rossi"), QStringLiteral("Name of"), QStringLiteral("patient.1")})
            QVERIFY2(!log.text().contains(secret), qPrintable(secret));
    }
};

QTEST_GUILESS_MAIN(TestRemoteService)
#include "moc_teleconsultation_service_suite.cpp"
#include "test_remote_service.moc"
