// The operating mode in which an auth service says who people are.
#include "core/directory/auth_service_directory.h"
#include "core/service/credentials.h"
#include "tests/core/service/clinic.h"
#include "tests/support/auth_service_double.h"

using namespace teleconsult;
using directory::AuthEndpoint;
using directory::AuthServiceDirectory;
using test::AuthServiceDouble;
using test::await;
using test::Clinic;
using test::ScriptedServer;

class TestTeleconsultationsDirectory : public QObject
{
    Q_OBJECT

    std::unique_ptr<AuthServiceDouble> m_auth;
    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<AuthServiceDirectory> m_directory;

    static ParticipantData known(const QString &id)
    {
        ParticipantData data;
        data.externalId = id;
        return data;
    }
    TeleconsultationRequest request(const QStringList &ids) const
    {
        TeleconsultationRequest wish = m_clinic->request();
        wish.participantsNumber = int(ids.size());
        wish.participants.clear();
        for (const QString &id : ids)
            wish.participants << known(id);
        return wish;
    }
    QString created()
    {
        return m_clinic->created(request({QStringLiteral("auth0|doctor"), QStringLiteral("auth0|patient")}));
    }
    QJsonObject user(const QString &role)
    {
        const QJsonArray users = m_clinic->users();
        for (const QJsonValue found : users) {
            if (found[QStringLiteral("role")].toString() == role)
                return found.toObject();
        }
        return {};
    }
    /// A consultation whose record holds neither names nor groups.
    QString storedByTheOriginal()
    {
        Teleconsultation made = m_clinic->record(created());
        for (Participant &participant : made.participants) {
            participant.fullName.clear();
            participant.groups.clear();
        }
        const Result<Teleconsultation> stored = await(m_clinic->records.update(made));
        return stored ? stored->id : QStringLiteral("failed: ") + stored.error().toLogLine();
    }
    qsizetype asked() const { return m_auth->server().requests().size(); }

private slots:
    void init();
    void cleanup();
    void namesAndGroupsComeFromIt();
    void whatIsGivenDoesNotCount();
    void itIsAskedWhileTheUserMapIs();
    void mistakesInTheRequestAskNobody_data();
    void mistakesInTheRequestAskNobody();
    void nothingIsMadeForStrangers();
    void whoHasNoRoleIsRefused_data();
    void whoHasNoRoleIsRefused();
    void itsFailureIsTheAnswer();
    void changes();
    void addsAParticipant();
    void headersTravelWithEveryOperation();
    void credentialsAskForTheUnknownOnly();
    void credentialsForStrangersAreRefused();
    void recordsWithoutNamesAreFilledIn();
    void withoutTheDirectoryTheLinkIsAsGood();
    void membersOfAGroupHaveTheBackground_data();
    void membersOfAGroupHaveTheBackground();
};

void TestTeleconsultationsDirectory::init()
{
    m_auth = std::make_unique<AuthServiceDouble>();
    m_auth->add(QStringLiteral("auth0|doctor"), QStringLiteral("Dr. Ada Neri"), {QStringLiteral("doctor")});
    m_auth->add(QStringLiteral("auth0|patient"), QStringLiteral("Mario Rossi"), {QStringLiteral("patient")});
    m_auth->add(QStringLiteral("auth0|other"), QStringLiteral("Luigi Bianchi"), {QStringLiteral("patient")});
    m_auth->add(QStringLiteral("auth0|gardener"), QStringLiteral("Piero Verdi"), {QStringLiteral("gardener")});
    m_auth->add(QStringLiteral("auth0|nameless"), QString(), {QStringLiteral("patient")});
    m_clinic = std::make_unique<Clinic>();
    AuthEndpoint endpoint;
    endpoint.baseUrl = m_auth->server().url();
    endpoint.headersToForward = {"cookie"};
    m_directory = std::make_unique<AuthServiceDirectory>(m_clinic->http, endpoint);
    m_clinic->directory = m_directory.get();
    m_clinic->restart();
}

void TestTeleconsultationsDirectory::cleanup()
{
    m_auth->server().release();
    m_clinic.reset();
    m_directory.reset();
    m_auth.reset();
}

void TestTeleconsultationsDirectory::namesAndGroupsComeFromIt()
{
    const QString id = created();
    const Teleconsultation record = m_clinic->record(id);
    QCOMPARE(record.participants.size(), 2);
    QCOMPARE(record.participants.at(0).fullName, QStringLiteral("Dr. Ada Neri"));
    QCOMPARE(record.participants.at(1).groups, QStringList(QStringLiteral("patient")));
    QVERIFY(!record.roomId.isEmpty());
    QCOMPARE(user(QStringLiteral("plus"))[QStringLiteral("id")].toString(), record.participants.at(0).kaleyraUserId);
    QCOMPARE(asked(), 1); // For both.
}

void TestTeleconsultationsDirectory::whatIsGivenDoesNotCount()
{
    TeleconsultationRequest wish = request({QStringLiteral("auth0|doctor"), QStringLiteral("auth0|patient")});
    wish.participants[1].fullName = QStringLiteral("Somebody Else");
    wish.participants[1].groups = {QStringLiteral("doctor")};
    const Teleconsultation record = m_clinic->record(m_clinic->created(wish));
    QCOMPARE(record.participants.at(1).fullName, QStringLiteral("Mario Rossi"));
    QCOMPARE(record.participants.at(1).groups, QStringList(QStringLiteral("patient")));
}

void TestTeleconsultationsDirectory::itIsAskedWhileTheUserMapIs()
{
    m_auth->fail({{.body = "[]", .held = true}});
    QStringList steps;
    m_clinic->store.note = [&steps](const QString &step) { steps << step; };
    Task<QString> creating =
        m_clinic->service->create(request({QStringLiteral("auth0|doctor"), QStringLiteral("auth0|patient")}));
    QTRY_COMPARE(asked(), 1);                                 // Taken, and not answered yet.
    QTRY_VERIFY(steps.contains(QStringLiteral("look-up -"))); // The other answer is there.
    m_auth->server().release();
    QCOMPARE(await(std::move(creating)).error().code, QStringLiteral("unknown_person"));
    m_clinic->store.note = [](const QString &) {};
}

void TestTeleconsultationsDirectory::mistakesInTheRequestAskNobody_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("field");
    const QString doctor = QStringLiteral("auth0|doctor");
    QTest::newRow("an empty id") << QStringList{doctor, QStringLiteral(" ")} << 30
                                 << "participants.data[1].userExternalId";
    QTest::newRow("twice") << QStringList{doctor, doctor} << 30 << "participants.data[1].userExternalId";
    QTest::newRow("alone") << QStringList{doctor} << 30 << "participants.number";
    QTest::newRow("too short") << QStringList{doctor, QStringLiteral("auth0|patient")} << 4 << "duration_in_seconds";
}

void TestTeleconsultationsDirectory::mistakesInTheRequestAskNobody()
{
    QFETCH(QStringList, ids);
    QFETCH(int, minutes);
    QFETCH(QString, field);
    TeleconsultationRequest wish = request(ids);
    wish.duration = std::chrono::minutes(minutes);
    const Result<QString> id = m_clinic->create(wish);
    QVERIFY(!id);
    QCOMPARE(id.error().field, field);
    QCOMPARE(asked(), 0);
}

void TestTeleconsultationsDirectory::nothingIsMadeForStrangers()
{
    const Result<QString> id = m_clinic->create(
        request({QStringLiteral("auth0|doctor"), QStringLiteral("auth0|stranger"), QStringLiteral("auth0|patient")}));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, Error::Kind::Invalid);
    QCOMPARE(id.error().httpStatus, 400);
    QCOMPARE(id.error().code, QStringLiteral("unknown_person"));
    QCOMPARE(id.error().field, QStringLiteral("participants.data[1].userExternalId"));
    QVERIFY(!id.error().toLogLine().contains(QLatin1String("stranger")));
    QCOMPARE(m_clinic->users().size(), 0);
    QCOMPARE(m_clinic->recordCount(), 0);
}

void TestTeleconsultationsDirectory::whoHasNoRoleIsRefused_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const QString doctor = QStringLiteral("auth0|doctor");
    QTest::newRow("no group of ours") << QStringList{doctor, QStringLiteral("auth0|gardener")} << "unknown_group"
                                      << "participants.data[1].groups";
    QTest::newRow("no name") << QStringList{doctor, QStringLiteral("auth0|nameless")} << "required"
                             << "participants.data[1].fullName";
    QTest::newRow("nobody may open it") << QStringList{QStringLiteral("auth0|patient"), QStringLiteral("auth0|other")}
                                        << "no_plus_user"
                                        << "participants.data";
}

void TestTeleconsultationsDirectory::whoHasNoRoleIsRefused()
{
    QFETCH(QStringList, ids);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const Result<QString> id = m_clinic->create(request(ids));
    QVERIFY(!id);
    QCOMPARE(id.error().code, code);
    QCOMPARE(id.error().field, field);
    QCOMPARE(m_clinic->users().size(), 0);
    QCOMPARE(m_clinic->recordCount(), 0);
}

void TestTeleconsultationsDirectory::itsFailureIsTheAnswer()
{
    m_auth->fail({{.status = 401}});
    const Result<QString> id =
        m_clinic->create(request({QStringLiteral("auth0|doctor"), QStringLiteral("auth0|patient")}));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, Error::Kind::Unauthorized);
    QVERIFY(!id.error().requestId.isEmpty()); // A peer's, and not the caller's.
    QCOMPARE(m_clinic->users().size(), 0);
}

void TestTeleconsultationsDirectory::changes()
{
    const QString id = created();
    TeleconsultationChange change;
    change.participantsNumber = 2;
    change.participants = {known(QStringLiteral("auth0|doctor")), known(QStringLiteral("auth0|other"))};
    const Result<void> changed = await(m_clinic->service->update(id, change));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().toLogLine()));
    QCOMPARE(m_clinic->record(id).participants.at(1).fullName, QStringLiteral("Luigi Bianchi"));

    change.participants = {known(QStringLiteral("auth0|doctor")), known(QStringLiteral("auth0|stranger"))};
    const Result<void> refused = await(m_clinic->service->update(id, change));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("participants.data[1].userExternalId"));

    // Who stays needs nobody's word.
    const qsizetype before = asked();
    TeleconsultationChange later;
    later.start = m_clinic->clock.now().addSecs(4000);
    QVERIFY(await(m_clinic->service->update(id, later)));
    QCOMPARE(asked(), before);
}

void TestTeleconsultationsDirectory::addsAParticipant()
{
    TeleconsultationRequest wish = request({QStringLiteral("auth0|doctor")});
    wish.participantsNumber = 2;
    const QString id = m_clinic->created(wish);
    const Result<void> refused = await(m_clinic->service->addParticipant(id, known(QStringLiteral("auth0|stranger"))));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("userExternalId"));
    QCOMPARE(refused.error().message, QStringLiteral("userExternalId is not known to the auth service"));
    QVERIFY(await(m_clinic->service->addParticipant(id, known(QStringLiteral("auth0|patient")))));
    QCOMPARE(m_clinic->record(id).participants.at(1).fullName, QStringLiteral("Mario Rossi"));
    QVERIFY(!m_clinic->record(id).roomId.isEmpty());
}

void TestTeleconsultationsDirectory::headersTravelWithEveryOperation()
{
    service::Credentials credentials(*m_clinic->kaleyra, m_clinic->store, m_clinic->policy.privileges,
                                     m_directory.get());
    RequestContext context;
    const auto sent = [this] { return m_auth->server().requests().last().headers.value("cookie"); };

    context.headers = {{"cookie", "sid=1"}};
    TeleconsultationRequest wish = request({QStringLiteral("auth0|doctor")});
    wish.participantsNumber = 3;
    const Result<QString> id = await(m_clinic->service->create(wish, context));
    QVERIFY(id);
    QCOMPARE(sent(), QByteArray("sid=1"));

    context.headers = {{"cookie", "sid=2"}};
    QVERIFY(await(m_clinic->service->addParticipant(*id, known(QStringLiteral("auth0|patient")), context)));
    QCOMPARE(sent(), QByteArray("sid=2"));

    context.headers = {{"cookie", "sid=3"}};
    TeleconsultationChange change;
    change.participantsNumber = 3;
    change.participants = {known(QStringLiteral("auth0|doctor"))};
    QVERIFY(await(m_clinic->service->update(*id, change, context)));
    QCOMPARE(sent(), QByteArray("sid=3"));

    context.headers = {{"cookie", "sid=4"}};
    QVERIFY(await(credentials.issue(known(QStringLiteral("auth0|other")), {}, context)));
    QCOMPARE(sent(), QByteArray("sid=4"));
}

void TestTeleconsultationsDirectory::credentialsAskForTheUnknownOnly()
{
    service::Credentials credentials(*m_clinic->kaleyra, m_clinic->store, m_clinic->policy.privileges,
                                     m_directory.get());
    QVERIFY(await(credentials.issue(known(QStringLiteral("auth0|doctor")), {})));
    QCOMPARE(asked(), 1);
    QVERIFY(!user(QStringLiteral("plus")).isEmpty());
    QVERIFY(await(credentials.issue(known(QStringLiteral("auth0|doctor")), {})));
    QCOMPARE(asked(), 1);
}

void TestTeleconsultationsDirectory::credentialsForStrangersAreRefused()
{
    service::Credentials credentials(*m_clinic->kaleyra, m_clinic->store, m_clinic->policy.privileges,
                                     m_directory.get());
    const Result<kaleyra::AccessToken> token = await(credentials.issue(known(QStringLiteral("auth0|stranger")), {}));
    QVERIFY(!token);
    QCOMPARE(token.error().httpStatus, 401);
    QCOMPARE(token.error().message, QStringLiteral("Unauthorized user"));
    QCOMPARE(m_clinic->users().size(), 0);
}

void TestTeleconsultationsDirectory::recordsWithoutNamesAreFilledIn()
{
    const QString id = storedByTheOriginal();
    const Result<service::Admission> admission =
        await(m_clinic->service->open(id, QStringLiteral("auth0|patient"), service::LinkOptions()));
    QVERIFY(admission);
    QCOMPARE(admission->consultation.participants.at(0).fullName, QStringLiteral("Dr. Ada Neri"));
    QVERIFY(m_clinic->record(id).participants.at(0).fullName.isEmpty()); // Reading changes nothing.

    // A change needs their groups.
    TeleconsultationChange later;
    later.start = m_clinic->clock.now().addSecs(4000);
    const Result<void> changed = await(m_clinic->service->update(id, later));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().toLogLine()));
    QCOMPARE(m_clinic->record(id).schedule.start(), *later.start);
    QCOMPARE(m_clinic->record(id).participants.at(1).fullName, QStringLiteral("Mario Rossi"));
}

void TestTeleconsultationsDirectory::withoutTheDirectoryTheLinkIsAsGood()
{
    const QString id = storedByTheOriginal();
    m_clinic->clock.advance(std::chrono::hours(1));
    m_auth->fail({{.status = 401}});
    const Result<service::Admission> admission =
        await(m_clinic->service->open(id, QStringLiteral("auth0|patient"), service::LinkOptions()));
    QVERIFY2(admission, admission ? "" : qPrintable(admission.error().toLogLine()));
    QVERIFY(!admission->accessLink.isEmpty());
    QVERIFY(admission->consultation.participants.at(0).fullName.isEmpty());
}

void TestTeleconsultationsDirectory::membersOfAGroupHaveTheBackground_data()
{
    QTest::addColumn<QStringList>("configured");
    QTest::addColumn<QStringList>("callersGroups");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("background");
    const QStringList none;
    const QStringList patient(QStringLiteral("patient"));
    const QStringList staff(QStringLiteral("staff"));
    QTest::newRow("nobody") << none << none << false << false;
    QTest::newRow("asked for") << none << none << true << true;
    QTest::newRow("of the group") << patient << none << false << true;
    QTest::newRow("of another group") << staff << none << false << false;
    QTest::newRow("of the group, as the gateway says") << staff << staff << false << true;
}

void TestTeleconsultationsDirectory::membersOfAGroupHaveTheBackground()
{
    QFETCH(QStringList, configured);
    QFETCH(QStringList, callersGroups);
    QFETCH(bool, asked);
    QFETCH(bool, background);
    m_clinic->policy.groupsWithBackground = configured;
    m_clinic->restart();
    const QString id = created();
    m_clinic->clock.advance(std::chrono::hours(1));
    service::LinkOptions options;
    options.useBackground = asked;
    RequestContext context;
    context.callerGroups = callersGroups;
    const Result<service::Admission> admission =
        await(m_clinic->service->open(id, QStringLiteral("auth0|patient"), options, context));
    QVERIFY(admission);
    QVERIFY(!admission->accessLink.isEmpty());
    QCOMPARE(admission->accessLink.query().contains(QLatin1String("virtual_background=image")), background);
}

QTEST_GUILESS_MAIN(TestTeleconsultationsDirectory)
#include "test_teleconsultations_directory.moc"
