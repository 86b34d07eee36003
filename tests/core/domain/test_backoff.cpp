// How long to wait before something is tried again.
#include "core/domain/backoff.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestBackoff : public QObject
{
    Q_OBJECT
private slots:
    void doubling()
    {
        QCOMPARE(doubled(1s, 0, 30s), 1000ms);
        QCOMPARE(doubled(1s, 3, 30s), 8000ms);
        QCOMPARE(doubled(1s, 5, 30s), 30000ms);
        QCOMPARE(doubled(1s, 1000000, 30s), 30000ms);
    }

    void waits_data()
    {
        QTest::addColumn<int>("wait");       // milliseconds
        QTest::addColumn<int>("retryAfter"); // seconds
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("expected"); // milliseconds
        QTest::newRow("at the earliest") << 4000 << 0 << 0.0 << 3000;
        QTest::newRow("in the middle") << 4000 << 0 << 0.5 << 4000;
        QTest::newRow("late") << 4000 << 0 << 0.999 << 4998;
        QTest::newRow("the server wants it later") << 4000 << 60 << 0.0 << 60000;
        QTest::newRow("and not from all at once") << 4000 << 60 << 0.5 << 60500;
        QTest::newRow("a day later, which is too much") << 4000 << 86400 << 0.0 << 180000;
        QTest::newRow("later already") << 8000 << 2 << 0.5 << 8000;
    }
    void waits()
    {
        QFETCH(int, wait);
        QFETCH(int, retryAfter);
        QFETCH(double, random);
        QFETCH(int, expected);
        QCOMPARE(int(aroundOrLater(std::chrono::milliseconds(wait), std::chrono::seconds(retryAfter), random).count()),
                 expected);
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "test_backoff.moc"
