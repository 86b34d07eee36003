#include "core/domain/reminder.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

/// The room opens at 10:00, a quarter of an hour before the start; the end is at 10:45.
const QDateTime opening(QDate(2026, 3, 2), QTime(10, 0), Qt::UTC);

ConsultationPolicy policy()
{
    ConsultationPolicy policy;
    policy.immutablePeriod = 15min;
    return policy;
}

Teleconsultation consultation(int known = 2, Progress progress = Progress::Scheduled)
{
    Teleconsultation made;
    made.id = QStringLiteral("one");
    made.participantsNumber = 2;
    made.participants = QList<Participant>(known);
    made.roomId = known == 2 ? QStringLiteral("room") : QString();
    made.schedule = Schedule::fromRecord(opening.addSecs(15 * 60), opening.addSecs(45 * 60));
    made.progress = progress;
    return made;
}

} // namespace

class TestReminder : public QObject
{
    Q_OBJECT
private slots:
    void whatThereIsToSay_data();
    void whatThereIsToSay();
    void ofEachConsultationOnce();
    void whenToLookAgain_data();
    void whenToLookAgain();
    void oneThatWasMovedIsAnotherReminder();
};

void TestReminder::whatThereIsToSay_data()
{
    using Kind = Reminder::Kind;
    QTest::addColumn<int>("known");
    QTest::addColumn<Progress>("progress");
    QTest::addColumn<int>("secondsFromOpening");
    QTest::addColumn<QList<Reminder::Kind>>("expected");
    const QList<Kind> nothing;
    QTest::newRow("a day before") << 2 << Progress::Scheduled << -86400 << nothing;
    QTest::newRow("just too early") << 2 << Progress::Scheduled << -601 << nothing;
    QTest::newRow("ten minutes before") << 2 << Progress::Scheduled << -600 << QList{Kind::OpensSoon};
    QTest::newRow("a second before") << 2 << Progress::Scheduled << -1 << QList{Kind::OpensSoon};
    QTest::newRow("opens") << 2 << Progress::Scheduled << 0 << QList{Kind::Open};
    QTest::newRow("long open") << 2 << Progress::Scheduled << 44 * 60 << QList{Kind::Open};
    QTest::newRow("over without a call") << 2 << Progress::Scheduled << 45 * 60 << nothing;
    QTest::newRow("incomplete, soon") << 1 << Progress::Scheduled << -60 << QList{Kind::OpensSoon};
    QTest::newRow("incomplete, at the hour") << 1 << Progress::Scheduled << 0 << nothing;
    QTest::newRow("somebody there") << 2 << Progress::InCall << 60 << QList{Kind::SomebodyThere};
    QTest::newRow("a call never ended") << 2 << Progress::InCall << 45 * 60 << nothing;
    QTest::newRow("held") << 2 << Progress::Held << 60 << nothing;
}

void TestReminder::whatThereIsToSay()
{
    QFETCH(int, known);
    QFETCH(Progress, progress);
    QFETCH(int, secondsFromOpening);
    QFETCH(QList<Reminder::Kind>, expected);
    const QList<Reminder> said =
        remindersAt({consultation(known, progress)}, policy(), 10min, opening.addSecs(secondsFromOpening));
    QCOMPARE(said.size(), expected.size());
    for (qsizetype i = 0; i < said.size(); ++i) {
        QCOMPARE(said.at(i), (Reminder{QStringLiteral("one"), expected.at(i), opening}));
    }
}

void TestReminder::ofEachConsultationOnce()
{
    Teleconsultation later = consultation();
    later.id = QStringLiteral("two");
    later.schedule = Schedule::fromRecord(opening.addSecs(20 * 60), opening.addSecs(50 * 60));
    const QList<Reminder> said = remindersAt({consultation(), later}, policy(), 10min, opening);
    QCOMPARE(said.size(), 2);
    QCOMPARE(said.at(0).kind, Reminder::Kind::Open);
    QCOMPARE(said.at(1).kind, Reminder::Kind::OpensSoon);
    QCOMPARE(said.at(1).consultationId, QStringLiteral("two"));
}

void TestReminder::whenToLookAgain_data()
{
    QTest::addColumn<int>("secondsFromOpening");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("early") << -3600 << opening.addSecs(-600);
    QTest::newRow("said that it opens soon") << -600 << opening;
    QTest::newRow("open") << 0 << QDateTime();
}

void TestReminder::whenToLookAgain()
{
    QFETCH(int, secondsFromOpening);
    QFETCH(QDateTime, expected);
    QCOMPARE(nextReminder({consultation()}, policy(), 10min, opening.addSecs(secondsFromOpening)), expected);
}

void TestReminder::oneThatWasMovedIsAnotherReminder()
{
    Teleconsultation moved = consultation();
    moved.schedule = Schedule::fromRecord(opening.addSecs(16 * 60), opening.addSecs(46 * 60));
    const QDateTime now = opening.addSecs(-60);
    QVERIFY(remindersAt({consultation()}, policy(), 10min, now) != remindersAt({moved}, policy(), 10min, now));
}

QTEST_GUILESS_MAIN(TestReminder)
#include "test_reminder.moc"
