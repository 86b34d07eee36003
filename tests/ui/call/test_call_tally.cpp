// How many calls there were on a station, and how they went.
#include "ui/call/call_tally.h"

#include <QTest>

using namespace teleconsult::ui;
using Stage = CallFlow::Stage;

class TestCallTally : public QObject
{
    Q_OBJECT
private slots:
    void counts_data()
    {
        QTest::addColumn<QList<Stage>>("stages");
        QTest::addColumn<QList<int>>("counts"); // entered, lost, mended, failed
        const QList<Stage> call{Stage::Connecting, Stage::InCall, Stage::Ended, Stage::Idle};
        QTest::newRow("nothing") << QList<Stage>{} << QList<int>{0, 0, 0, 0};
        QTest::newRow("a call") << call << QList<int>{1, 0, 0, 0};
        QTest::newRow("two calls") << call + call << QList<int>{2, 0, 0, 0};
        QTest::newRow("waited for and left")
            << QList<Stage>{Stage::Connecting, Stage::Waiting, Stage::Idle} << QList<int>{0, 0, 0, 0};
        QTest::newRow("never entered") << QList<Stage>{Stage::Connecting, Stage::Failed, Stage::Idle}
                                       << QList<int>{0, 0, 0, 1};
        QTest::newRow("mended") << QList<Stage>{Stage::InCall, Stage::Mending, Stage::InCall} << QList<int>{1, 1, 1, 0};
        QTest::newRow("lost for good") << QList<Stage>{Stage::InCall, Stage::Mending, Stage::Failed}
                                       << QList<int>{1, 1, 0, 1};
        QTest::newRow("told twice") << QList<Stage>{Stage::InCall, Stage::InCall} << QList<int>{1, 0, 0, 0};
    }
    void counts()
    {
        QFETCH(const QList<Stage>, stages);
        QFETCH(const QList<int>, counts);
        CallTally tally;
        for (const Stage stage : stages)
            tally.onStage(stage);
        QCOMPARE(QList<int>({tally.entered(), tally.lost(), tally.mended(), tally.failed()}), counts);
        QCOMPARE(tally.stage(), stages.isEmpty() ? Stage::Idle : stages.last());
    }
};

QTEST_GUILESS_MAIN(TestCallTally)
#include "test_call_tally.moc"
