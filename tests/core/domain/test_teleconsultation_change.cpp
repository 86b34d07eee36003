#include "core/domain/teleconsultation_change.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

const QDateTime start(QDate(2026, 5, 4), QTime(10, 0), Qt::UTC);

ParticipantData person(const QString &id, const QString &group = QStringLiteral("patient"))
{
    return {id, QStringLiteral("Name of ") + id, {group}, {}};
}

Participant participant(const QString &userId, const QString &group = QStringLiteral("patient"))
{
    Participant one;
    one.kaleyraUserId = userId;
    one.accessLink = QUrl(QStringLiteral("https://example.org/") + userId);
    one.fullName = QStringLiteral("Name of ") + userId;
    one.groups = {group};
    return one;
}

/// A doctor and a patient, of two or more, at ten for half an hour.
Teleconsultation onRecord(int number = 2)
{
    Teleconsultation consultation;
    consultation.id = QStringLiteral("id");
    consultation.roomId = QStringLiteral("room");
    consultation.participantsNumber = number;
    consultation.participants = {participant(QStringLiteral("u1"), QStringLiteral("doctor")),
                                 participant(QStringLiteral("u2"))};
    consultation.schedule = Schedule::fromRecord(start, start.addSecs(1800));
    consultation.progress = Progress::Scheduled;
    return consultation;
}

QStringList mistakes(const TeleconsultationChange &change, const Teleconsultation &consultation = onRecord())
{
    QStringList found;
    for (const Error &error : check(change, consultation, Privileges::defaults()))
        found << error.code + QLatin1Char(' ') + error.field;
    return found;
}

ParticipantData unnamed(const QString &id)
{
    return {id, {}, {}, {}};
}

} // namespace

class TestTeleconsultationChange : public QObject
{
    Q_OBJECT
private slots:
    void nothingChangesNothing();
    void byIdsAloneNamesAndGroupsAreNoMistakes();
    void peopleAreNamedInTheirOrder();
    void times_data();
    void times();
    void anEndThatIsNotOnRecordIsNotMissed();
    void everybodyIsReplaced();
    void oneIsAdded();
    void whoIsThereCannotBeAdded();
    void nobodyIsThereUnderTwoNames();
    void mistakes_data();
    void mistakes();
    void isImmutable_data();
    void isImmutable();
};

void TestTeleconsultationChange::byIdsAloneNamesAndGroupsAreNoMistakes()
{
    TeleconsultationChange change;
    change.added = unnamed(QStringLiteral("p3"));
    QVERIFY(checkByIds(change, onRecord(3)).isEmpty());
    QVERIFY(!check(change, onRecord(3), Privileges::defaults()).isEmpty());
    QCOMPARE(checkByIds(change, onRecord(2)).first().code, QStringLiteral("too_many"));
    change.added = unnamed({});
    QCOMPARE(checkByIds(change, onRecord(3)).first().field, QStringLiteral("userExternalId"));
}

void TestTeleconsultationChange::peopleAreNamedInTheirOrder()
{
    TeleconsultationChange change;
    change.participants = {unnamed(QStringLiteral("a")), unnamed(QStringLiteral("b"))};
    change.end = start;
    const QList<ParticipantData> two{person(QStringLiteral("a")), person(QStringLiteral("b"))};
    QCOMPARE(change.naming(two).people(), two);
    QCOMPARE(change.naming(two).end, change.end);

    TeleconsultationChange addition;
    addition.added = unnamed(QStringLiteral("c"));
    const QList<ParticipantData> one{person(QStringLiteral("c"))};
    QCOMPARE(addition.naming(one).added, one.first());
    QVERIFY(!addition.naming(one).participants);
}

void TestTeleconsultationChange::nothingChangesNothing()
{
    const TeleconsultationChange change;
    QCOMPARE(::mistakes(change), QStringList());
    QCOMPARE(changed(onRecord(), change, {}).value(), onRecord());
}

void TestTeleconsultationChange::times_data()
{
    QTest::addColumn<std::optional<QDateTime>>("newStart");
    QTest::addColumn<std::optional<QDateTime>>("newEnd");
    QTest::addColumn<std::optional<std::chrono::seconds>>("newDuration");
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    using Date = std::optional<QDateTime>;
    using Length = std::optional<std::chrono::seconds>;
    QTest::newRow("start") << Date(start.addSecs(600)) << Date() << Length() << start.addSecs(600)
                           << start.addSecs(1800);
    QTest::newRow("end") << Date() << Date(start.addSecs(3600)) << Length() << start << start.addSecs(3600);
    QTest::newRow("duration") << Date() << Date() << Length(600s) << start << start.addSecs(600);
    QTest::newRow("start and duration") << Date(start.addDays(1)) << Date() << Length(600s) << start.addDays(1)
                                        << start.addDays(1).addSecs(600);
    QTest::newRow("start and end") << Date(start.addDays(1)) << Date(start.addDays(1).addSecs(900)) << Length()
                                   << start.addDays(1) << start.addDays(1).addSecs(900);
}

void TestTeleconsultationChange::times()
{
    QFETCH(std::optional<QDateTime>, newStart);
    QFETCH(std::optional<QDateTime>, newEnd);
    QFETCH(std::optional<std::chrono::seconds>, newDuration);
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    TeleconsultationChange change;
    change.start = newStart;
    change.end = newEnd;
    change.duration = newDuration;
    QCOMPARE(::mistakes(change), QStringList());
    const Teleconsultation after = changed(onRecord(), change, {}).value();
    QCOMPARE(after.schedule.start(), from);
    QCOMPARE(after.schedule.end(), to);
    QCOMPARE(after.participants, onRecord().participants);
    QCOMPARE(after.roomId, onRecord().roomId);
}

void TestTeleconsultationChange::anEndThatIsNotOnRecordIsNotMissed()
{
    Teleconsultation record = onRecord();
    record.schedule = Schedule::fromRecord(start, {});
    TeleconsultationChange change;
    change.participantsNumber = 3;
    QCOMPARE(::mistakes(change, record), QStringList());
    QCOMPARE(changed(record, change, {}).value().schedule, record.schedule);
}

void TestTeleconsultationChange::everybodyIsReplaced()
{
    TeleconsultationChange change;
    change.participantsNumber = 3;
    change.participants = QList<ParticipantData>{person(QStringLiteral("new")), person(QStringLiteral("old"))};
    change.participants->last().language = Language::Italian;
    const Teleconsultation after =
        changed(onRecord(), change,
                {{QStringLiteral("new"), QStringLiteral("u9")}, {QStringLiteral("old"), QStringLiteral("u2")}})
            .value();
    QCOMPARE(after.participantsNumber, 3);
    QCOMPARE(after.participants.size(), 2);
    QCOMPARE(after.participants.first().kaleyraUserId, QStringLiteral("u9"));
    QCOMPARE(after.participants.first().accessLink, QUrl());
    QCOMPARE(after.participants.last().accessLink, onRecord().participants.last().accessLink);
    QCOMPARE(after.participants.last().language, std::optional(Language::Italian));
    QCOMPARE(after.schedule, onRecord().schedule);
}

void TestTeleconsultationChange::oneIsAdded()
{
    TeleconsultationChange change;
    change.added = person(QStringLiteral("new"));
    QCOMPARE(::mistakes(change, onRecord(3)), QStringList());
    const Teleconsultation after =
        changed(onRecord(3), change, {{QStringLiteral("new"), QStringLiteral("u3")}}).value();
    QCOMPARE(after.participants.mid(0, 2), onRecord().participants);
    QCOMPARE(after.participants.value(2).kaleyraUserId, QStringLiteral("u3"));
    QVERIFY(after.allParticipantsKnown());
}

void TestTeleconsultationChange::whoIsThereCannotBeAdded()
{
    TeleconsultationChange change;
    change.added = person(QStringLiteral("old"));
    const Result<Teleconsultation> after =
        changed(onRecord(3), change, {{QStringLiteral("old"), QStringLiteral("u2")}});
    QVERIFY(!after);
    QCOMPARE(after.error().code, QStringLiteral("duplicate"));
    QCOMPARE(after.error().field, QStringLiteral("userExternalId"));
}

void TestTeleconsultationChange::nobodyIsThereUnderTwoNames()
{
    TeleconsultationChange change;
    change.participants = QList<ParticipantData>{person(QStringLiteral("x")), person(QStringLiteral("auth0|x"))};
    const Result<Teleconsultation> after =
        changed(onRecord(), change,
                {{QStringLiteral("x"), QStringLiteral("u1")}, {QStringLiteral("auth0|x"), QStringLiteral("u1")}});
    QVERIFY(!after);
    QCOMPARE(after.error().code, QStringLiteral("duplicate"));
    QCOMPARE(after.error().field, QStringLiteral("participants.data[1].userExternalId"));
}

void TestTeleconsultationChange::mistakes_data()
{
    QTest::addColumn<TeleconsultationChange>("change");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const TeleconsultationChange &change, const QStringList &found) {
        QTest::newRow(name) << change << found;
    };
    row("one participant", {.participantsNumber = 1},
        {QStringLiteral("too_few participants.number"), QStringLiteral("too_many participants.number")});
    row("too many", {.participantsNumber = 26}, {QStringLiteral("too_many participants.number")});
    row("too short", {.duration = 299s}, {QStringLiteral("too_short duration_in_seconds")});
    row("a start after the end", {.start = start.addDays(1)}, {QStringLiteral("too_short start_date")});
    row("end and duration", {.end = start.addSecs(900), .duration = 900s},
        {QStringLiteral("both_given duration_in_seconds")});
    row("nobody is left out", {.participants = QList<ParticipantData>{person(QStringLiteral("a")), person({})}},
        {QStringLiteral("required participants.data[1].userExternalId"),
         QStringLiteral("no_plus_user participants.data")});
    row("more than expected",
        {.participants = QList<ParticipantData>{person(QStringLiteral("a"), QStringLiteral("doctor")),
                                                person(QStringLiteral("b")), person(QStringLiteral("c"))}},
        {QStringLiteral("too_many participants.data")});
    row("added to a full one", {.added = person(QStringLiteral("a"))}, {QStringLiteral("too_many participants.data")});
    row("added without a name", {.participantsNumber = 3, .added = ParticipantData{QStringLiteral("a"), {}, {}, {}}},
        {QStringLiteral("required fullName"), QStringLiteral("unknown_group groups")});
}

void TestTeleconsultationChange::mistakes()
{
    QFETCH(TeleconsultationChange, change);
    QFETCH(QStringList, found);
    QCOMPARE(::mistakes(change), found);
}

void TestTeleconsultationChange::isImmutable_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("immutable");
    const QDateTime opens = start.addSecs(-600);
    QTest::newRow("before") << 2 << opens.addMSecs(-1) << false;
    QTest::newRow("from the moment on") << 2 << opens << true;
    QTest::newRow("afterwards") << 2 << start.addDays(1) << true;
    QTest::newRow("somebody is unknown") << 3 << opens << false;
}

void TestTeleconsultationChange::isImmutable()
{
    QFETCH(int, number);
    QFETCH(QDateTime, now);
    QFETCH(bool, immutable);
    ConsultationPolicy policy;
    policy.immutablePeriod = 10min;
    QCOMPARE(teleconsult::isImmutable(onRecord(number), policy, now), immutable);
}

QTEST_GUILESS_MAIN(TestTeleconsultationChange)
#include "test_teleconsultation_change.moc"
