#include "core/domain/teleconsultation.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

ParticipantData person(const QString &id, const QString &group)
{
    return {id, QStringLiteral("Somebody"), {group}, std::nullopt};
}

TeleconsultationRequest goodRequest()
{
    TeleconsultationRequest request;
    request.participantsNumber = 2;
    request.participants = {person(QStringLiteral("d"), QStringLiteral("doctor")),
                            person(QStringLiteral("p"), QStringLiteral("patient"))};
    request.start = noon;
    request.duration = 30min;
    return request;
}

QStringList mistakes(const TeleconsultationRequest &request)
{
    QStringList found;
    for (const Error &error : check(request, Privileges::defaults()))
        found << error.field + QLatin1Char(':') + error.code;
    return found;
}

/// Noon to half past, doctor and patient known, a room there, opening 10 minutes early.
Teleconsultation visit()
{
    Teleconsultation consultation;
    consultation.id = QStringLiteral("id");
    consultation.roomId = QStringLiteral("room");
    consultation.participantsNumber = 2;
    consultation.participants = {{QStringLiteral("d"), {}, QStringLiteral("Doctor"), {QStringLiteral("doctor")}, {}},
                                 {QStringLiteral("p"), {}, QStringLiteral("Patient"), {QStringLiteral("patient")}, {}}};
    consultation.schedule = Schedule::fromRecord(noon, noon.addSecs(1800));
    return consultation;
}

ConsultationPolicy tenMinutes()
{
    ConsultationPolicy policy;
    policy.immutablePeriod = 10min;
    return policy;
}

} // namespace

class TestTeleconsultation : public QObject
{
    Q_OBJECT
private slots:
    void aGoodRequestHasNoMistakes();
    void numberOfParticipants_data();
    void numberOfParticipants();
    void moreDataThanParticipants();
    void mistakesOfParticipants_data();
    void mistakesOfParticipants();
    void identifiersDifferingInWhitespaceAreTheSame();
    void plusUserIsNeededOnceAllAreKnown();
    void everyMistakeIsReportedInTheOrderOfTheForm();
    void byIdsAloneNamesAndGroupsAreNoMistakes();
    void progressSurvivesItsCode_data();
    void progressSurvivesItsCode();
    void unknownProgressIsScheduled();
    void participantsAreFoundByTheirKaleyraId();
    void unknownParticipantsAreNeverNegative();
    void phases_data();
    void phases();
    void joinable_data();
    void joinable();
    void withoutAStartNobodyIsLetIn();
    void nextChange_data();
    void nextChange();
    void phaseIsConstantUntilTheNextChange();
};

void TestTeleconsultation::aGoodRequestHasNoMistakes()
{
    QCOMPARE(mistakes(goodRequest()), QStringList());
    TeleconsultationRequest unknown = goodRequest();
    unknown.participants.clear();
    QCOMPARE(mistakes(unknown), QStringList());
}

void TestTeleconsultation::numberOfParticipants_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("code");
    QTest::newRow("negative") << -1 << "too_few";
    QTest::newRow("none") << 0 << "too_few";
    QTest::newRow("one") << 1 << "too_few";
    QTest::newRow("two") << 2 << "";
    QTest::newRow("twenty-five") << 25 << "";
    QTest::newRow("twenty-six") << 26 << "too_many";
}

void TestTeleconsultation::numberOfParticipants()
{
    QFETCH(int, number);
    QFETCH(QString, code);
    TeleconsultationRequest request = goodRequest();
    request.participants.clear();
    request.participantsNumber = number;
    const QStringList expected =
        code.isEmpty() ? QStringList() : QStringList{QStringLiteral("participants.number:") + code};
    const QStringList relevant = mistakes(request).filter(QStringLiteral("participants.number"));
    QCOMPARE(relevant, expected);
    QVERIFY(!mistakes(request).contains(QStringLiteral("participants.data:no_plus_user")));
}

void TestTeleconsultation::moreDataThanParticipants()
{
    TeleconsultationRequest request = goodRequest();
    request.participants << person(QStringLiteral("q"), QStringLiteral("patient"));
    QCOMPARE(mistakes(request), QStringList{QStringLiteral("participants.data:too_many")});
}

void TestTeleconsultation::mistakesOfParticipants_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QString>("mistake");
    const QString field = QStringLiteral("participants.data[1].");
    const QStringList patient{QStringLiteral("patient")};
    QTest::newRow("none") << "p"
                          << "Mario" << patient << QString();
    QTest::newRow("no id") << ""
                           << "Mario" << patient << field + QStringLiteral("userExternalId:required");
    QTest::newRow("blank id") << " \t"
                              << "Mario" << patient << field + QStringLiteral("userExternalId:required");
    QTest::newRow("twice") << "d"
                           << "Mario" << patient << field + QStringLiteral("userExternalId:duplicate");
    QTest::newRow("no name") << "p"
                             << "" << patient << field + QStringLiteral("fullName:required");
    QTest::newRow("blank name") << "p"
                                << "  " << patient << field + QStringLiteral("fullName:required");
    QTest::newRow("no group") << "p"
                              << "Mario" << QStringList() << field + QStringLiteral("groups:unknown_group");
    QTest::newRow("unknown group") << "p"
                                   << "Mario" << QStringList{QStringLiteral("visitor")}
                                   << field + QStringLiteral("groups:unknown_group");
}

void TestTeleconsultation::mistakesOfParticipants()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QStringList, groups);
    QFETCH(QString, mistake);
    TeleconsultationRequest request = goodRequest();
    request.participants[1] = {id, name, groups, std::nullopt};
    QCOMPARE(mistakes(request), mistake.isEmpty() ? QStringList() : QStringList{mistake});
}

void TestTeleconsultation::identifiersDifferingInWhitespaceAreTheSame()
{
    TeleconsultationRequest request = goodRequest();
    request.participants[1].externalId = QStringLiteral(" d ");
    QCOMPARE(mistakes(request), QStringList{QStringLiteral("participants.data[1].userExternalId:duplicate")});
}

void TestTeleconsultation::plusUserIsNeededOnceAllAreKnown()
{
    TeleconsultationRequest request = goodRequest();
    request.participants[0].groups = {QStringLiteral("patient")};
    QCOMPARE(mistakes(request), QStringList{QStringLiteral("participants.data:no_plus_user")});
    request.participantsNumber = 3;
    QCOMPARE(mistakes(request), QStringList());
}

void TestTeleconsultation::everyMistakeIsReportedInTheOrderOfTheForm()
{
    TeleconsultationRequest request = goodRequest();
    request.participantsNumber = 1;
    request.participants = {person({}, QStringLiteral("visitor")),
                            person(QStringLiteral("p"), QStringLiteral("patient"))};
    request.participants[1].fullName.clear();
    request.duration = 1min;
    QCOMPARE(mistakes(request),
             (QStringList{QStringLiteral("participants.number:too_few"), QStringLiteral("participants.data:too_many"),
                          QStringLiteral("participants.data[0].userExternalId:required"),
                          QStringLiteral("participants.data[0].groups:unknown_group"),
                          QStringLiteral("participants.data[1].fullName:required"),
                          QStringLiteral("participants.data:no_plus_user"),
                          QStringLiteral("duration_in_seconds:too_short")}));
}

void TestTeleconsultation::byIdsAloneNamesAndGroupsAreNoMistakes()
{
    TeleconsultationRequest request = goodRequest();
    for (ParticipantData &participant : request.participants) {
        participant.fullName.clear();
        participant.groups.clear();
    }
    QVERIFY(!check(request, Privileges::defaults()).isEmpty());
    QVERIFY(checkByIds(request).isEmpty());

    request.participants[1].externalId = request.participants[0].externalId;
    request.duration = 1min;
    const QList<Error> errors = checkByIds(request);
    QCOMPARE(errors.size(), 2);
    QCOMPARE(errors.at(0).field, QStringLiteral("participants.data[1].userExternalId"));
    QCOMPARE(errors.at(1).field, QStringLiteral("duration_in_seconds"));
}

void TestTeleconsultation::progressSurvivesItsCode_data()
{
    QTest::addColumn<int>("progress");
    QTest::addColumn<QString>("code");
    QTest::newRow("scheduled") << int(Progress::Scheduled) << "SCHEDULED";
    QTest::newRow("in call") << int(Progress::InCall) << "IN_CALL";
    QTest::newRow("held") << int(Progress::Held) << "HELD";
}

void TestTeleconsultation::progressSurvivesItsCode()
{
    QFETCH(int, progress);
    QFETCH(QString, code);
    QCOMPARE(toCode(Progress(progress)), code);
    QCOMPARE(int(progressFromCode(code)), progress);
}

void TestTeleconsultation::unknownProgressIsScheduled()
{
    QCOMPARE(progressFromCode(QStringLiteral("")), Progress::Scheduled);
    QCOMPARE(progressFromCode(QStringLiteral("PAUSED")), Progress::Scheduled);
}

void TestTeleconsultation::participantsAreFoundByTheirKaleyraId()
{
    const Teleconsultation consultation = visit();
    QCOMPARE(consultation.participant(QStringLiteral("p"))->fullName, QStringLiteral("Patient"));
    QVERIFY(!consultation.participant(QStringLiteral("nobody")));
    QVERIFY(!Teleconsultation().participant(QString()));
}

void TestTeleconsultation::unknownParticipantsAreNeverNegative()
{
    Teleconsultation consultation = visit();
    QCOMPARE(consultation.unknownParticipants(), 0);
    consultation.participantsNumber = 5;
    QCOMPARE(consultation.unknownParticipants(), 3);
    QVERIFY(!consultation.allParticipantsKnown());
    consultation.participantsNumber = 1;
    QCOMPARE(consultation.unknownParticipants(), 0);
    QVERIFY(consultation.allParticipantsKnown());
}

void TestTeleconsultation::phases_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<int>("progress");
    QTest::addColumn<bool>("hasRoom");
    QTest::addColumn<int>("phase");
    const int scheduled = int(Progress::Scheduled);
    QTest::newRow("long before") << "08:00:00.000" << scheduled << true << int(Phase::Upcoming);
    QTest::newRow("a millisecond before it opens") << "11:49:59.999" << scheduled << true << int(Phase::Upcoming);
    QTest::newRow("it opens") << "11:50:00.000" << scheduled << true << int(Phase::Open);
    QTest::newRow("it starts") << "12:00:00.000" << scheduled << true << int(Phase::Open);
    QTest::newRow("a millisecond before the end") << "12:29:59.999" << scheduled << true << int(Phase::Open);
    QTest::newRow("the end") << "12:30:00.000" << scheduled << true << int(Phase::NotHeld);
    QTest::newRow("without a room") << "11:55:00.000" << scheduled << false << int(Phase::WaitingForParticipants);
    QTest::newRow("without a room, long before")
        << "08:00:00.000" << scheduled << false << int(Phase::WaitingForParticipants);
    QTest::newRow("without a room, over") << "13:00:00.000" << scheduled << false << int(Phase::NotHeld);
    QTest::newRow("in a call") << "12:10:00.000" << int(Progress::InCall) << true << int(Phase::InCall);
    QTest::newRow("in a call that lasts longer")
        << "14:00:00.000" << int(Progress::InCall) << true << int(Phase::InCall);
    QTest::newRow("held") << "12:20:00.000" << int(Progress::Held) << true << int(Phase::Held);
    QTest::newRow("held and over") << "20:00:00.000" << int(Progress::Held) << true << int(Phase::Held);
}

void TestTeleconsultation::phases()
{
    QFETCH(QString, time);
    QFETCH(int, progress);
    QFETCH(bool, hasRoom);
    QFETCH(int, phase);
    Teleconsultation consultation = visit();
    consultation.progress = Progress(progress);
    if (!hasRoom)
        consultation.roomId.clear();
    const QDateTime now(noon.date(), QTime::fromString(time, Qt::ISODateWithMs), Qt::UTC);
    QCOMPARE(int(phaseAt(consultation, tenMinutes(), now)), phase);
}

void TestTeleconsultation::joinable_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("hasRoom");
    QTest::addColumn<bool>("joinable");
    QTest::newRow("too early") << qint64(-601) << 2 << true << false;
    QTest::newRow("immutable period begins") << qint64(-600) << 2 << true << true;
    QTest::newRow("days later: a room ends when Kaleyra says so") << qint64(3 * 86400) << 2 << true << true;
    QTest::newRow("no room") << qint64(0) << 2 << false << false;
    QTest::newRow("somebody unknown") << qint64(0) << 3 << true << false;
}

void TestTeleconsultation::joinable()
{
    QFETCH(qint64, seconds);
    QFETCH(int, number);
    QFETCH(bool, hasRoom);
    QFETCH(bool, joinable);
    Teleconsultation consultation = visit();
    consultation.participantsNumber = number;
    if (!hasRoom)
        consultation.roomId.clear();
    QCOMPARE(isJoinable(consultation, tenMinutes(), noon.addSecs(seconds)), joinable);
    QCOMPARE(isJoinableByAnyClock(consultation, tenMinutes(), noon.addSecs(seconds + 60)), joinable);
}

void TestTeleconsultation::withoutAStartNobodyIsLetIn()
{
    Teleconsultation consultation = visit();
    consultation.schedule = Schedule::fromRecord({}, {});
    QVERIFY(!isJoinable(consultation, tenMinutes(), noon));
    QCOMPARE(phaseAt(consultation, tenMinutes(), noon), Phase::Upcoming);
    QVERIFY(!nextPhaseChange(consultation, tenMinutes(), noon).isValid());
}

void TestTeleconsultation::nextChange_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("progress");
    QTest::addColumn<bool>("hasEnd");
    QTest::addColumn<QDateTime>("next");
    const int scheduled = int(Progress::Scheduled);
    const QDateTime opens = noon.addSecs(-600);
    const QDateTime end = noon.addSecs(1800);
    QTest::newRow("before it opens") << qint64(-7200) << scheduled << true << opens;
    QTest::newRow("as it opens") << qint64(-600) << scheduled << true << end;
    QTest::newRow("open") << qint64(60) << scheduled << true << end;
    QTest::newRow("as it ends") << qint64(1800) << scheduled << true << QDateTime();
    QTest::newRow("open, without an end") << qint64(60) << scheduled << false << QDateTime();
    QTest::newRow("in a call") << qint64(60) << int(Progress::InCall) << true << QDateTime();
    QTest::newRow("held") << qint64(60) << int(Progress::Held) << true << QDateTime();
}

void TestTeleconsultation::nextChange()
{
    QFETCH(qint64, seconds);
    QFETCH(int, progress);
    QFETCH(bool, hasEnd);
    QFETCH(QDateTime, next);
    Teleconsultation consultation = visit();
    consultation.progress = Progress(progress);
    if (!hasEnd)
        consultation.schedule = Schedule::fromRecord(noon, {});
    const QDateTime found = nextPhaseChange(consultation, tenMinutes(), noon.addSecs(seconds));
    QCOMPARE(found.isValid(), next.isValid());
    if (next.isValid())
        QCOMPARE(found, next);
}

void TestTeleconsultation::phaseIsConstantUntilTheNextChange()
{
    // What a waiting room relies on: it sleeps until the next change.
    for (const bool hasRoom : {true, false}) {
        Teleconsultation consultation = visit();
        if (!hasRoom)
            consultation.roomId.clear();
        QDateTime now = noon.addDays(-1);
        while (now.isValid()) {
            const QDateTime next = nextPhaseChange(consultation, tenMinutes(), now);
            const QDateTime last = next.isValid() ? next.addMSecs(-1) : now.addYears(1);
            QCOMPARE(phaseAt(consultation, tenMinutes(), last), phaseAt(consultation, tenMinutes(), now));
            now = next;
        }
    }
}

QTEST_GUILESS_MAIN(TestTeleconsultation)
#include "test_teleconsultation.moc"
