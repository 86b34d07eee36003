// When a call that is waited for, or is hurt, asks for its link, with an engine that does as it is told.
#include "tests/ui/call/call_page_test.h"

#include "ui/widgets/empty_state.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using Stage = CallFlow::Stage;

class TestCallAsking : public CallPageTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void aChangeElsewhereIsNoReasonToAsk();
    void aChangeElsewhereLeavesAPageAlone();
    void whatIsMendedElsewhereIsNoEnd_data();
    void whatIsMendedElsewhereIsNoEnd();
    void aClockThatIsSetBackDelaysNoLookAtTheRoom();
    void aClockThatIsSetBackEndsNoCallOnItsWayBack();
    void whoIsBackLooksAtTheRoom();

private:
    /// Waits for a consultation that opens at 11:45; answers its id.
    QString waitForNoon();
};

QString TestCallAsking::waitForNoon()
{
    const QString id = m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
    m_page->flow().start(m_practice->find(id));
    if (!waitUntil([this] { return m_page->flow().stage() == Stage::Waiting; }))
        qFatal("It does not wait");
    return id;
}

void TestCallAsking::aChangeElsewhereIsNoReasonToAsk()
{
    const QString id = waitForNoon();
    QVERIFY(m_practice->settle());
    const int asked = m_practice->roomQuestions(id);
    m_page->flow().onRecordsChanged();
    QVERIFY(m_practice->settle());
    QCOMPARE(m_practice->roomQuestions(id), asked);

    Teleconsultation moved = m_practice->find(id);
    moved.schedule = Schedule::fromRecord(moved.schedule.start().addSecs(3600), moved.schedule.end().addSecs(3600));
    QVERIFY(await(m_practice->records().update(moved, {})));
    m_page->flow().onRecordsChanged();
    QTRY_COMPARE(m_page->flow().consultation().schedule.start(), moved.schedule.start());
}

void TestCallAsking::aChangeElsewhereLeavesAPageAlone()
{
    QVERIFY(enter());
    emit m_engine.m_view->failed(true);
    QTRY_VERIFY(!m_engine.m_view);
    QTRY_VERIFY(m_engine.m_view); // On its way back.
    const QPointer<PretendedView> view = m_engine.m_view;
    m_page->flow().onRecordsChanged();
    QVERIFY(m_practice->settle());
    QVERIFY(view && view == m_page->flow().view());
}

void TestCallAsking::whatIsMendedElsewhereIsNoEnd_data()
{
    QTest::addColumn<Error>("error");
    QTest::newRow("a certificate") << makeError(Error::Kind::Unreachable, QStringLiteral("tls"));
    QTest::newRow("a token") << makeError(Error::Kind::Unauthorized, QStringLiteral("token_refused"));
    QTest::newRow("a gateway's 404") << makeError(Error::Kind::Server, QStringLiteral("no_such_path"));
}

void TestCallAsking::whatIsMendedElsewhereIsNoEnd()
{
    QFETCH(Error, error);
    const QString id = waitForNoon();
    m_practice->records().failFinds(error);
    m_page->flow().askNow();
    QTRY_COMPARE(m_page->flow().error(), error);
    QCOMPARE(m_page->flow().stage(), Stage::Waiting);
    m_practice->records().failFinds(std::nullopt);
    m_practice->clock().advance(std::chrono::seconds(4));
    QTRY_VERIFY(!m_page->flow().error());
    m_page->flow().leave();

    QVERIFY(enter());
    m_practice->records().failFinds(error);
    emit m_engine.m_view->failed(true);
    QTRY_COMPARE(m_page->flow().error(), error);
    QVERIFY(showsWords(QStringLiteral("No connection to the call")));
    QVERIFY(child<EmptyState>("callNotice")->sentence().contains(QStringLiteral("tried again by itself")));
    m_practice->records().failFinds(std::nullopt);
    QVERIFY(isBack());
}

void TestCallAsking::aClockThatIsSetBackDelaysNoLookAtTheRoom()
{
    QVERIFY(enter());
    QVERIFY(m_practice->settle());
    const int asked = m_practice->roomQuestions(m_id);
    m_practice->clock().advance(-std::chrono::hours(1));
    QCOMPARE(m_practice->roomQuestionsAfter(m_id, asked), asked + 1);
    m_practice->clock().advance(std::chrono::minutes(4));
    QCOMPARE(m_practice->roomQuestionsAfter(m_id, asked + 1), asked + 2);
}

void TestCallAsking::aClockThatIsSetBackEndsNoCallOnItsWayBack()
{
    QVERIFY(enter());
    m_practice->clock().advance(-std::chrono::hours(1));
    emit m_engine.m_view->crashed();
    QTRY_COMPARE(m_page->flow().mendingCause(), CallMending::Cause::NotReached);
    QCOMPARE(m_page->flow().stage(), Stage::Mending);
    QCOMPARE(progress(), Progress::InCall);
    m_practice->clock().advance(std::chrono::hours(1));
    m_page->flow().askNow();
    QVERIFY(isBack());
}

void TestCallAsking::whoIsBackLooksAtTheRoom()
{
    QVERIFY(enter());
    m_practice->setRoom(m_id, {.status = "CLOSED"});
    m_page->flow().askNow();
    QTRY_COMPARE(m_page->flow().stage(), Stage::Ended);
}

QTEST_MAIN(TestCallAsking)
#include "test_call_asking.moc"
