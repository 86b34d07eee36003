#include "core/domain/admission_schedule.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

const QDateTime nine(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);

/// Without jitter: 0.5 draws the wait itself, and half of the spread.
AdmissionSchedule plain()
{
    return AdmissionSchedule([] { return 0.5; });
}

qint64 msFrom(const QDateTime &begin, const AdmissionSchedule &schedule)
{
    return begin.msecsTo(schedule.nextAsk());
}

} // namespace

class TestAdmissionSchedule : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsSaidBeforeTheFirstAnswer() { QVERIFY(!plain().nextAsk().isValid()); }
    void waitsAfterAnAnswer_data();
    void waitsAfterAnAnswer();
    void anHourOfAKnownConsultationIsAHandful();
    void theOpeningIsNotMissed();
    void itAsksAgainWhenTheServiceIsBehind();
    void errorsBackOff();
    void anErrorDoesNotHideTheOpening();
    void onceOpenItIsAskedOftenAgain();
    void whatTheServiceAsksForIsRespected_data();
    void whatTheServiceAsksForIsRespected();
    void whatTheServiceAsksForIsNotObeyedForEver();
    void newsIsAskedAboutAtOnce();
    void jitterSpreadsStations();
};

void TestAdmissionSchedule::waitsAfterAnAnswer_data()
{
    QTest::addColumn<qint64>("opensInMs"); ///< Negative: already; a day: far.
    QTest::addColumn<bool>("allKnown");
    QTest::addColumn<qint64>("waitMs");
    const auto row = [](const char *name, std::chrono::milliseconds opensIn, bool known,
                        std::chrono::milliseconds wait) {
        QTest::newRow(name) << qint64(opensIn.count()) << known << qint64(wait.count());
    };
    row("known, far", 24h, true, 20min);
    row("known, sooner than that", 5min, true, 5min + 500ms);
    row("known, in a moment", 1ms, true, 501ms);
    row("known, open by our clock", -1s, true, 2s);
    row("unknown, far", 24h, false, 10min);
    row("unknown, in twenty minutes", 20min, false, 5min);
    row("unknown, in a minute", 1min, false, 30s);
    row("unknown, at the very opening", 10s, false, 10s + 500ms);
    row("unknown, past", -1h, false, 30s);
}

void TestAdmissionSchedule::waitsAfterAnAnswer()
{
    QFETCH(qint64, opensInMs);
    QFETCH(bool, allKnown);
    QFETCH(qint64, waitMs);
    AdmissionSchedule schedule = plain();
    schedule.onClosed(nine, nine.addMSecs(opensInMs), allKnown);
    QCOMPARE(msFrom(nine, schedule), waitMs);
}

void TestAdmissionSchedule::anHourOfAKnownConsultationIsAHandful()
{
    for (const double random : {0.0, 0.5, 0.999}) {
        AdmissionSchedule schedule([random] { return random; });
        const QDateTime opening = nine.addSecs(8 * 3600);
        QDateTime now = nine;
        int asked = 0;
        for (schedule.onClosed(now, opening, true); schedule.nextAsk() < nine.addSecs(3600); ++asked) {
            now = schedule.nextAsk();
            schedule.onClosed(now, opening, true);
        }
        QVERIFY2(asked >= 1 && asked <= 5, qPrintable(QString::number(asked)));
    }
}

void TestAdmissionSchedule::theOpeningIsNotMissed()
{
    for (const double random : {0.0, 0.25, 0.999}) {
        AdmissionSchedule schedule([random] { return random; });
        const QDateTime opening = nine.addSecs(3600);
        QDateTime now = nine;
        schedule.onClosed(now, opening, true);
        while (schedule.nextAsk() < opening) {
            now = schedule.nextAsk();
            schedule.onClosed(now, opening, true);
        }
        const qint64 late = opening.msecsTo(schedule.nextAsk());
        QVERIFY2(late >= 0 && late <= 1000, qPrintable(QString::number(late)));
    }
}

void TestAdmissionSchedule::itAsksAgainWhenTheServiceIsBehind()
{
    AdmissionSchedule schedule = plain();
    QDateTime now = nine;
    QList<qint64> waits;
    for (int i = 0; i < 6; ++i) {
        schedule.onClosed(now, nine.addSecs(-1), true);
        waits << msFrom(now, schedule);
        now = schedule.nextAsk();
    }
    QCOMPARE(waits, (QList<qint64>{2000, 4000, 8000, 16000, 30000, 30000}));
    // A consultation that was moved begins from the start.
    schedule.onClosed(now, now.addSecs(60), true);
    schedule.onClosed(now, now, true);
    QCOMPARE(msFrom(now, schedule), 2000);
}

void TestAdmissionSchedule::errorsBackOff()
{
    AdmissionSchedule schedule = plain();
    schedule.onClosed(nine, nine.addDays(1), true);
    QDateTime now = nine;
    QList<qint64> waits;
    for (int i = 0; i < 10; ++i) {
        schedule.onError(now, nine.addDays(1), 0s);
        waits << msFrom(now, schedule) / 1000;
        now = schedule.nextAsk();
    }
    QCOMPARE(waits, (QList<qint64>{2, 4, 8, 16, 32, 64, 128, 256, 300, 300}));
    schedule.onClosed(now, now.addDays(1), true);
    schedule.onError(now, now.addDays(1), 0s);
    QCOMPARE(msFrom(now, schedule), 2000); // An answer makes up for all of them.
}

void TestAdmissionSchedule::anErrorDoesNotHideTheOpening()
{
    AdmissionSchedule schedule = plain();
    const QDateTime opening = nine.addSecs(20);
    for (int i = 0; i < 9; ++i)
        schedule.onError(nine, opening, 0s);
    QCOMPARE(schedule.nextAsk(), opening.addMSecs(500));
}

void TestAdmissionSchedule::onceOpenItIsAskedOftenAgain()
{
    AdmissionSchedule schedule = plain();
    for (int i = 0; i < 20; ++i) // It was never answered.
        schedule.onError(nine, nine.addSecs(-10), 0s);
    QCOMPARE(msFrom(nine, schedule), 30000);
}

void TestAdmissionSchedule::whatTheServiceAsksForIsRespected_data()
{
    QTest::addColumn<int>("opensInSeconds");
    QTest::addColumn<bool>("news");
    QTest::newRow("far from the opening") << 86400 << false;
    QTest::newRow("over the opening") << 10 << false;
    QTest::newRow("though the network is back") << 86400 << true;
}

void TestAdmissionSchedule::whatTheServiceAsksForIsRespected()
{
    QFETCH(int, opensInSeconds);
    QFETCH(bool, news);
    AdmissionSchedule schedule = plain();
    schedule.onClosed(nine, nine.addSecs(opensInSeconds), true);
    schedule.onError(nine, nine.addSecs(opensInSeconds), 90s);
    if (news)
        schedule.onNews(nine.addSecs(5));
    const qint64 wait = msFrom(nine, schedule);
    QVERIFY2(wait >= 90000 && wait <= 91000, qPrintable(QString::number(wait)));
    // It holds for that time only.
    schedule.onNews(nine.addSecs(91));
    QCOMPARE(schedule.nextAsk(), nine.addSecs(91));
    schedule.onClosed(nine.addSecs(91), nine.addDays(1), true);
    schedule.onNews(nine.addSecs(92));
    QCOMPARE(schedule.nextAsk(), nine.addSecs(92));
}

void TestAdmissionSchedule::whatTheServiceAsksForIsNotObeyedForEver()
{
    AdmissionSchedule schedule = plain();
    schedule.onError(nine, nine.addSecs(60), std::chrono::hours(24));
    QCOMPARE(msFrom(nine, schedule), 180500);
    // The clock is set back.
    const QDateTime eight = nine.addSecs(-3600);
    schedule.onNews(eight);
    QCOMPARE(msFrom(eight, schedule), 180500);
    // A person need not wait.
    schedule.onWish(eight);
    QCOMPARE(schedule.nextAsk(), eight);
}

void TestAdmissionSchedule::newsIsAskedAboutAtOnce()
{
    AdmissionSchedule schedule = plain();
    schedule.onClosed(nine, nine.addDays(1), true);
    for (int i = 0; i < 6; ++i)
        schedule.onError(nine, nine.addDays(1), 0s);
    schedule.onNews(nine.addSecs(3));
    QCOMPARE(schedule.nextAsk(), nine.addSecs(3));
    schedule.onError(nine.addSecs(3), nine.addDays(1), 0s);
    QCOMPARE(msFrom(nine.addSecs(3), schedule), 2000); // The errors were those of the network that was away.
}

void TestAdmissionSchedule::jitterSpreadsStations()
{
    QList<qint64> known;
    QList<qint64> opening;
    for (const double random : {0.0, 0.5, 0.999}) {
        AdmissionSchedule schedule([random] { return random; });
        schedule.onClosed(nine, nine.addDays(1), true);
        known << msFrom(nine, schedule) / 60000;
        schedule.onClosed(nine, nine.addSecs(1), true);
        opening << msFrom(nine, schedule);
    }
    QCOMPARE(known, (QList<qint64>{15, 20, 24}));
    QCOMPARE(opening, (QList<qint64>{1000, 1500, 1999}));
}

QTEST_GUILESS_MAIN(TestAdmissionSchedule)
#include "test_admission_schedule.moc"
