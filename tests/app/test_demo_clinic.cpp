// The demo clinic comes and goes, with all its people.
#include "app/demo_clinic.h"

#include "app/backend.h"
#include "tests/core/config/clean_environment.h"
#include "tests/core/sandbox/sandbox_fixture.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

using namespace teleconsult;
using app::Backend;
using app::DemoClinic;
using test::await;
using test::clearEnvironment;

class TestDemoClinic : public QObject
{
    Q_OBJECT

    /// A program that is started in the test's folder.
    struct Program
    {
        Program(const QString &folder, const Clock &clock)
            : settings(folder + QStringLiteral("/settings.ini")),
              backend(settings, clock, folder),
              demo({backend.teleconsultations(), backend.records(), backend.upkeep(), backend.kaleyra(), settings,
                    clock})
        {}

        config::Settings settings;
        Backend backend;
        DemoClinic demo;
    };

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::test::Fixture> m_kaleyra;
    std::unique_ptr<Program> m_program;

    void startProgram()
    {
        m_program.reset();
        qputenv("BANDYER_BASE_URL", m_kaleyra->endpoint().baseUrl.toEncoded());
        qputenv("BANDYER_API_SECRET_KEY", m_kaleyra->endpoint().apiKey); // Each program takes it out of there.
        m_program = std::make_unique<Program>(m_folder->path(), m_clock);
        QVERIFY(await(m_program->backend.start()));
        QVERIFY(await(m_program->backend.recover()));
    }

    QStringList kaleyraUsers()
    {
        QStringList ids;
        const QJsonArray users =
            m_kaleyra->get(QStringLiteral("/v2/users?limit=100")).json.value(QLatin1String("users")).toArray();
        for (const QJsonValue user : users)
            ids << user[QLatin1String("id")].toString();
        return ids;
    }
    int kaleyraRooms()
    {
        return m_kaleyra->get(QStringLiteral("/v2/rooms?limit=100")).json.value(QLatin1String("count")).toInt(-1);
    }
    QString idOf(const QString &externalId)
    {
        return await(m_program->backend.records().findUserIds({externalId})).value().value(externalId);
    }
    QString stationId() { return idOf(m_program->settings.station().externalId); }
    int agendaSize() { return int(await(m_program->backend.teleconsultations().list({})).value().size()); }

    /// The station's person and somebody of the demo.
    QString scheduleWith(const QString &externalId)
    {
        const StationIdentity station = m_program->settings.station();
        TeleconsultationRequest wish;
        wish.participants = {{station.externalId, station.fullName, station.groups, {}},
                             {externalId, QStringLiteral("Paolo Neri"), {QStringLiteral("patient")}, {}}};
        wish.participantsNumber = 2;
        wish.start = m_clock.now();
        wish.duration = std::chrono::minutes(30);
        return await(m_program->backend.teleconsultations().create(wish)).value_or(QString());
    }

private slots:
    void init();
    void cleanup();
    void itsPeopleGoWithIt();
    void whoTakesPartElsewhereStays();
    void peopleWhoWereLeftBehindGoAtTheNextStart();
    void whoCannotBeDeletedIsNotLostFromSight();
};

void TestDemoClinic::init()
{
    clearEnvironment();
    m_folder = std::make_unique<QTemporaryDir>();
    sandbox::Options options;
    options.stateFile = m_folder->filePath(QStringLiteral("kaleyra/state.json"));
    options.uploadDir = m_folder->filePath(QStringLiteral("kaleyra/uploads"));
    m_kaleyra = std::make_unique<sandbox::test::Fixture>(options);
    startProgram();
    QVERIFY(await(m_program->demo.ensure()).value_or(false));
    QVERIFY(kaleyraUsers().size() > 10);
    QVERIFY(!idOf(QStringLiteral("demo.patient.neri")).isEmpty());
}

void TestDemoClinic::cleanup()
{
    m_program.reset();
    m_kaleyra.reset();
    clearEnvironment();
}

void TestDemoClinic::itsPeopleGoWithIt()
{
    QVERIFY(await(m_program->demo.remove()).value_or(false));
    QCOMPARE(agendaSize(), 0);
    QCOMPARE(kaleyraRooms(), 0);
    QCOMPARE(kaleyraUsers(), QStringList{stationId()}); // Who sits here is nobody of the demo's.
    QVERIFY(idOf(QStringLiteral("demo.patient.neri")).isEmpty());
    QVERIFY(idOf(QStringLiteral("demo.doctor.conti")).isEmpty());
    QCOMPARE(await(m_program->demo.ensure()).value_or(true), false);
    m_program->demo.want();
    QVERIFY(await(m_program->demo.ensure()).value_or(false));
    QVERIFY(agendaSize() > 5);
}

void TestDemoClinic::whoTakesPartElsewhereStays()
{
    const QString neri = QStringLiteral("demo.patient.neri");
    const QString id = scheduleWith(neri);
    QVERIFY(!id.isEmpty());
    QVERIFY(await(m_program->demo.remove()).value_or(false));
    QCOMPARE(agendaSize(), 1);
    QStringList left{stationId(), idOf(neri)};
    left.sort();
    QStringList users = kaleyraUsers();
    users.sort();
    QCOMPARE(users, left);
    const QUrl link = await(m_program->backend.teleconsultations().open(id, neri, {})).value().accessLink;
    QCOMPARE(m_kaleyra->page(link).status, 200);
}

void TestDemoClinic::peopleWhoWereLeftBehindGoAtTheNextStart()
{
    // As earlier versions removed it.
    const QStringList ids = m_program->settings.demoConsultationIds();
    for (const QString &id : ids)
        QVERIFY(await(m_program->backend.teleconsultations().remove(id)));
    m_program->settings.setDemoConsultationIds({});
    m_program->settings.setDemoClinicWanted(false);
    QVERIFY(kaleyraUsers().size() > 10);
    startProgram();
    QCOMPARE(await(m_program->demo.ensure()).value_or(true), false);
    QCOMPARE(kaleyraUsers(), QStringList{stationId()});
}

void TestDemoClinic::whoCannotBeDeletedIsNotLostFromSight()
{
    m_kaleyra->stop();
    QVERIFY(!await(m_program->demo.remove(), std::chrono::minutes(2)));
    QVERIFY(!idOf(QStringLiteral("demo.patient.neri")).isEmpty());
    m_kaleyra->restart();
    startProgram();
    QCOMPARE(await(m_program->demo.ensure()).value_or(true), false);
    QCOMPARE(kaleyraUsers(), QStringList{stationId()});
    QCOMPARE(kaleyraRooms(), 0);
}

QTEST_GUILESS_MAIN(TestDemoClinic)
#include "test_demo_clinic.moc"
