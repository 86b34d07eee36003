#include "core/records/moving_rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::records;

namespace {

Teleconsultation consultation(const char *roomId, const char *revision)
{
    Teleconsultation made;
    made.id = QStringLiteral("0123456789abcdef01234567");
    made.roomId = QString::fromLatin1(roomId);
    made.revision = QString::fromLatin1(revision);
    return made;
}

} // namespace

class TestMovingRules : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotThereIsInserted()
    {
        KeptConsultation kept;
        QCOMPARE(stepFor(kept, std::nullopt), MovingStep::Insert);
        kept.isInTrash = true;
        kept.sent = SentRecord{QStringLiteral("1"), {}};
        QCOMPARE(stepFor(kept, std::nullopt), MovingStep::Insert);
    }

    void deletingWins()
    {
        KeptConsultation kept;
        kept.consultation = consultation("new", "2");
        ArrivedConsultation arrived;
        arrived.consultation = consultation("old", "x");
        for (const auto state : {ArrivedConsultation::State::Trash, ArrivedConsultation::State::Other}) {
            arrived.state = state;
            QCOMPARE(stepFor(kept, arrived), MovingStep::Nothing);
        }
        kept.isInTrash = true;
        QCOMPARE(stepFor(kept, arrived), MovingStep::Nothing);
        arrived.state = ArrivedConsultation::State::Public;
        QCOMPARE(stepFor(kept, arrived), MovingStep::Trash);
    }

    void whoChangedItSays_data()
    {
        QTest::addColumn<bool>("saysTheSame");
        QTest::addColumn<bool>("changedHere"); // Since it was sent.
        QTest::addColumn<QString>("there");    // What has become of it there.
        QTest::addColumn<MovingStep>("step");
        using Step = MovingStep;
        for (const char *there : {"untouched", "as we wrote it", "changed"}) {
            QTest::addRow("the same, %s", there) << true << false << QString::fromLatin1(there) << Step::Nothing;
            QTest::addRow("the same although changed here, %s", there)
                << true << true << QString::fromLatin1(there) << Step::Nothing;
        }
        QTest::newRow("changed here only") << false << true << QStringLiteral("untouched") << Step::Update;
        QTest::newRow("changed here again") << false << true << QStringLiteral("as we wrote it") << Step::Update;
        QTest::newRow("changed there only") << false << false << QStringLiteral("changed") << Step::Nothing;
        QTest::newRow("changed here and there") << false << true << QStringLiteral("changed") << Step::Changed;
        QTest::newRow("kept otherwise") << false << false << QStringLiteral("untouched") << Step::Differs;
        QTest::newRow("written otherwise") << false << false << QStringLiteral("as we wrote it") << Step::Differs;
    }
    void whoChangedItSays()
    {
        QFETCH(bool, saysTheSame);
        QFETCH(bool, changedHere);
        QFETCH(QString, there);
        KeptConsultation kept;
        kept.consultation = consultation("room", changedHere ? "2" : "1");
        kept.sent = SentRecord{QStringLiteral("1"), QStringLiteral("ours")};
        ArrivedConsultation arrived;
        arrived.consultation = consultation(saysTheSame ? "room" : "another",
                                            there == QLatin1String("as we wrote it") ? "ours" : "theirs");
        arrived.isUntouched = there == QLatin1String("untouched");
        QTEST(stepFor(kept, arrived), "step");
    }

    /// The memory of an older run may be gone with its computer.
    void withoutMemoryNothingIsOverwritten()
    {
        KeptConsultation kept;
        kept.consultation = consultation("room", "1");
        ArrivedConsultation arrived;
        arrived.consultation = consultation("another", "x");
        QCOMPARE(stepFor(kept, arrived), MovingStep::Changed);
        arrived.isUntouched = true;
        QCOMPARE(stepFor(kept, arrived), MovingStep::Update);
    }

    void anEntryHasOneId()
    {
        const QString id = entryIdFor(QStringLiteral("ada@example.org"));
        QCOMPARE(id.size(), 24);
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{24}$")).match(id).hasMatch());
        QCOMPARE(entryIdFor(QStringLiteral("ada@example.org")), id);
        QVERIFY(entryIdFor(QStringLiteral("ada@example.com")) != id);
    }
};

QTEST_GUILESS_MAIN(TestMovingRules)
#include "test_moving_rules.moc"
