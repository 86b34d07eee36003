// When a lost call is tried again, and when no more.
#include "ui/call/call_mending.h"

#include <QTest>
#include <QTimeZone>

using namespace teleconsult::ui;

using Cause = CallMending::Cause;
using namespace std::chrono_literals;

constexpr double middle = 0.5; ///< No jitter.

class TestCallMending : public QObject
{
    Q_OBJECT
private slots:
    void plans_data();
    void plans();
    void whatIsNotReachedIsAskedForWithJitter();
    void theServiceSaysWhenToAskAgain();
};

// A row is a story: "c" the process ended, "n" not reached, "+" the page is there, a number: so many seconds go by. The
// plans come one for each "c" and "n": seconds, "p" for plainly, "x" for giving up.
void TestCallMending::plans_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("plans");
    QTest::newRow("one crash") << "c"
                               << "1";
    QTest::newRow("waits double") << "c c c"
                                  << "1 2 4";
    QTest::newRow("then plainly, once") << "c c c c c"
                                        << "1 2 4 1p 1px";
    QTest::newRow("after giving up it stays so") << "c c c c c c"
                                                 << "1 2 4 1p 1px 1px";
    QTest::newRow("a page that lives shortly does not count") << "c + 59 c + 59 c"
                                                              << "1 2 4";
    QTest::newRow("a page that lives for a minute does") << "c c + 60 c"
                                                         << "1 2 1";
    QTest::newRow("a minute without the page does not") << "c c 60 c"
                                                        << "1 2 4";
    QTest::newRow("what was drawn plainly stays plain") << "c c c c + 60 c c"
                                                        << "1 2 4 1p 1p 2p";
    QTest::newRow("the network may take its time") << "n n n n n n n n n n"
                                                   << "1 2 4 8 16 30 30 30 30 30";
    QTest::newRow("both are counted apart") << "n n c n c"
                                            << "1 2 1 4 2";
    QTest::newRow("the network is steady again") << "n n n + 60 n"
                                                 << "1 2 4 1";
    QTest::newRow("the clock set back") << "c + -100 c"
                                        << "1 2";
}

void TestCallMending::plans()
{
    QFETCH(QString, story);
    QFETCH(QString, plans);
    CallMending mending;
    QDateTime now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
    QStringList got;
    for (const QString &word : story.split(QLatin1Char(' '))) {
        if (word == QLatin1String("+")) {
            mending.succeeded(now);
        } else if (word == QLatin1String("c") || word == QLatin1String("n")) {
            const CallMending::Plan plan =
                mending.next(word == QLatin1String("c") ? Cause::Crash : Cause::NotReached, now, middle);
            QCOMPARE(plan.wait.count() % 1000, 0);
            got << QString::number(plan.wait.count() / 1000) + (plan.plainly ? QStringLiteral("p") : QString()) +
                       (plan.giveUp ? QStringLiteral("x") : QString());
        } else {
            now = now.addSecs(word.toInt());
        }
    }
    QCOMPARE(got.join(QLatin1Char(' ')), plans);
}

void TestCallMending::whatIsNotReachedIsAskedForWithJitter()
{
    const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
    QCOMPARE(CallMending().next(Cause::NotReached, now, 0.0).wait, 750ms);
    QCOMPARE(CallMending().next(Cause::NotReached, now, 0.9).wait, 1200ms);
    QCOMPARE(CallMending().next(Cause::Crash, now, 0.0).wait, 1000ms); // No other station's affair.
}

void TestCallMending::theServiceSaysWhenToAskAgain()
{
    const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
    CallMending mending;
    QCOMPARE(mending.next(Cause::NotReached, now, middle, 60s).wait, 60500ms);
    QCOMPARE(mending.next(Cause::NotReached, now, middle).wait, 2000ms); // It does not last.
}

QTEST_GUILESS_MAIN(TestCallMending)
#include "test_call_mending.moc"
