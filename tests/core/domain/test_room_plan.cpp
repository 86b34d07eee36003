#include "core/domain/room_plan.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

Participant person(const QString &id, const QString &group)
{
    return {id, {}, QStringLiteral("Somebody"), {group}, std::nullopt};
}

Teleconsultation visit()
{
    Teleconsultation consultation;
    consultation.participantsNumber = 2;
    consultation.participants = {person(QStringLiteral("d"), QStringLiteral("doctor")),
                                 person(QStringLiteral("p"), QStringLiteral("patient"))};
    consultation.schedule = Schedule::fromRecord(noon, noon.addSecs(1800));
    return consultation;
}

RoomPlan planOf(const Teleconsultation &consultation, const ConsultationPolicy &policy = {})
{
    return planRoom(consultation, policy).value().value();
}

} // namespace

class TestRoomPlan : public QObject
{
    Q_OBJECT
private slots:
    void noPlanWhileSomebodyIsUnknown();
    void seatsFollowTheParticipants();
    void seatsHaveTheToolsOfTheirRole();
    void durationOnlyWhenLimited();
    void aRecordWithoutEndIsUnlimited();
    void settingsComeFromThePolicy();
    void refusals_data();
    void refusals();
    void onlyWhatTheRoomDependsOnChangesThePlan();
    void theOrderOfTheSeatsIsNoOtherPlan();
};

void TestRoomPlan::noPlanWhileSomebodyIsUnknown()
{
    Teleconsultation consultation = visit();
    consultation.participantsNumber = 3;
    const auto plan = planRoom(consultation, {});
    QVERIFY(plan);
    QVERIFY(!plan->has_value());

    // Nor a refusal: the one who is missing may be the doctor.
    consultation.participants.removeFirst();
    QVERIFY(planRoom(consultation, {}));
}

void TestRoomPlan::seatsFollowTheParticipants()
{
    const RoomPlan plan = planOf(visit());
    QCOMPARE(plan.seats.size(), 2);
    QCOMPARE(plan.seats.at(0).kaleyraUserId, QStringLiteral("d"));
    QCOMPARE(plan.seats.at(1).kaleyraUserId, QStringLiteral("p"));
}

void TestRoomPlan::seatsHaveTheToolsOfTheirRole()
{
    ConsultationPolicy policy;
    Tools few;
    few.screenSharing = false;
    policy.privileges = {{{QStringLiteral("patient")}, few}, {{QStringLiteral("doctor")}, {}}};
    const RoomPlan plan = planOf(visit(), policy);
    QCOMPARE(plan.seats.at(0).tools, Tools());
    QCOMPARE(plan.seats.at(1).tools, few);
}

void TestRoomPlan::durationOnlyWhenLimited()
{
    ConsultationPolicy policy;
    policy.unlimited = true;
    QVERIFY(!planOf(visit(), policy).longestDuration);
    policy.unlimited = false;
    QCOMPARE(planOf(visit(), policy).longestDuration.value(), 30min);
}

void TestRoomPlan::aRecordWithoutEndIsUnlimited()
{
    ConsultationPolicy policy;
    policy.unlimited = false;
    Teleconsultation consultation = visit();
    consultation.schedule = Schedule::fromRecord(noon, {});
    QVERIFY(!planOf(consultation, policy).longestDuration);
    consultation.schedule = Schedule::fromRecord(noon, noon.addSecs(-60));
    QVERIFY(!planOf(consultation, policy).longestDuration);
}

void TestRoomPlan::settingsComeFromThePolicy()
{
    ConsultationPolicy policy;
    policy.recording = QStringLiteral("manual");
    policy.live = false;
    QCOMPARE(planOf(visit(), policy).recording, QStringLiteral("manual"));
    QVERIFY(!planOf(visit(), policy).live);
    QCOMPARE(planOf(visit()).recording, QStringLiteral("none"));
    QVERIFY(planOf(visit()).live);
}

void TestRoomPlan::refusals_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("code");
    QTest::newRow("only basic users") << "patient"
                                      << "no_plus_user";
    QTest::newRow("a group that is configured no longer") << "surgeon"
                                                          << "unknown_group";
}

void TestRoomPlan::refusals()
{
    QFETCH(QString, group);
    QFETCH(QString, code);
    Teleconsultation consultation = visit();
    consultation.participants[0].groups = {group};
    const auto plan = planRoom(consultation, {});
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Invalid);
    QCOMPARE(plan.error().code, code);
}

void TestRoomPlan::theOrderOfTheSeatsIsNoOtherPlan()
{
    Teleconsultation turned = visit();
    std::swap(turned.participants[0], turned.participants[1]);
    QCOMPARE(planOf(turned).seats.first().kaleyraUserId, QStringLiteral("p"));
    ConsultationPolicy policy;
    Tools few;
    few.screenSharing = false;
    policy.privileges = {{{QStringLiteral("patient")}, few}, {{QStringLiteral("doctor")}, {}}};
    QVERIFY(planOf(turned, policy) == planOf(visit(), policy));
    turned.participants[0].groups = turned.participants[1].groups; // The patient may do what a doctor may.
    QVERIFY(!(planOf(turned, policy) == planOf(visit(), policy)));
}

void TestRoomPlan::onlyWhatTheRoomDependsOnChangesThePlan()
{
    ConsultationPolicy limited;
    limited.unlimited = false;
    const RoomPlan before = planOf(visit(), limited);

    Teleconsultation renamed = visit();
    renamed.participants[0].fullName = QStringLiteral("Somebody else");
    renamed.participants[0].language = Language::English;
    renamed.progress = Progress::Held;
    renamed.schedule = Schedule::fromRecord(noon.addDays(1), noon.addDays(1).addSecs(1800));
    QCOMPARE(planOf(renamed, limited), before);

    Teleconsultation longer = visit();
    longer.schedule = Schedule::fromRecord(noon, noon.addSecs(3600));
    QVERIFY(!(planOf(longer, limited) == before));
    QCOMPARE(planOf(longer), planOf(visit()));

    Teleconsultation other = visit();
    other.participants[1].kaleyraUserId = QStringLiteral("q");
    QVERIFY(!(planOf(other, limited) == before));
}

QTEST_GUILESS_MAIN(TestRoomPlan)
#include "test_room_plan.moc"
