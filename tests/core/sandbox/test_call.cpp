// How long a call lasts, and what ends it and what does not.
#include "tests/core/sandbox/meeting.h"

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

class TestCall : public QObject, private Meeting
{
    Q_OBJECT

private slots:
    void init() { openSandbox(); }
    void cleanup() { closeSandbox(); }

    void aSecondWindowTakesOver();
    void aLostConnectionResumes();
    void aReloadIsNoEnd();
    void aLiveCallEndsWhenOneHangsUp();
    void aLiveCallEndsWhenOneIsLost();
    void anotherCallGoesOnAlone();
    void aCallThatWasNeverSharedGoesOn();
    void aDeletedRoomEndsTheCall();
    void aDeletedUserIsThrownOut();
    void countsTimeTogetherOnly();
    void warnsAndEndsWhenTheTimeIsUsedUp();
};

void TestCall::aSecondWindowTakesOver()
{
    meet({{QStringLiteral("live"), true}});
    Visitor again(*m_fixture, m_patient->token());
    QCOMPARE(again.join(QStringLiteral("Mario")).value(QLatin1String("peers")).toArray().size(), 1);
    QCOMPARE(textOf(m_patient->take(ended), "reason"), QStringLiteral("taken_over"));
    QTRY_VERIFY(!m_patient->isConnected());
    QCOMPARE(textOf(m_doctor->take(peerLeft), "id"), m_patient->id());
    QCOMPARE(textOf(m_doctor->take(peerJoined).value(QLatin1String("peer")).toObject(), "id"), again.id());
    QVERIFY(!m_doctor->hasReceived(ended));
}

void TestCall::aLostConnectionResumes()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->drop();
    m_doctor->send(said(R"({"type":"chat","text":"are you there?"})"));
    m_doctor->take(QStringLiteral("chat"));
    Visitor back(*m_fixture, m_patient->token());
    const QJsonObject joined = back.resume(*m_patient);
    QCOMPARE(joined.value(QLatin1String("resumed")), QJsonValue(true));
    QCOMPARE(back.id(), m_patient->id());
    QCOMPARE(textOf(back.take(QStringLiteral("chat")), "text"), QStringLiteral("are you there?"));
    back.send(said(R"({"type":"chat","text":"yes"})"));
    QCOMPARE(textOf(m_doctor->take(QStringLiteral("chat")), "text"), QStringLiteral("yes"));
    QVERIFY(!m_doctor->hasReceived(peerLeft));
}

void TestCall::aReloadIsNoEnd()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->drop();
    Visitor back(*m_fixture, m_patient->token());
    QCOMPARE(back.join().value(QLatin1String("resumed")), QJsonValue(false));
    QVERIFY(!m_doctor->take(peerLeft).isEmpty());
    QVERIFY(!m_doctor->take(peerJoined).isEmpty());
    QVERIFY(!m_doctor->hasReceived(ended));
}

void TestCall::aLiveCallEndsWhenOneHangsUp()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->send(said(R"({"type":"leave"})"));
    QCOMPARE(textOf(m_doctor->take(ended), "reason"), QStringLiteral("alone"));
    QCOMPARE(status(), QStringLiteral("NOT_RUNNING"));
    // The room lives on: the call can be entered again.
    QCOMPARE(textOf(Visitor(*m_fixture, m_doctor->token()).join(), "type"), QStringLiteral("joined"));
}

void TestCall::aLiveCallEndsWhenOneIsLost()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->drop();
    QCOMPARE(textOf(m_doctor->take(ended), "reason"), QStringLiteral("alone"));
}

void TestCall::anotherCallGoesOnAlone()
{
    meet();
    m_patient->send(said(R"({"type":"leave"})"));
    QVERIFY(!m_doctor->take(peerLeft).isEmpty());
    m_doctor->send(said(R"({"type":"chat","text":"alone"})"));
    QVERIFY(!m_doctor->take(QStringLiteral("chat")).isEmpty());
    QVERIFY(!m_doctor->hasReceived(ended));
}

void TestCall::aCallThatWasNeverSharedGoesOn()
{
    m_room = m_fixture->room({{QStringLiteral("live"), true}});
    Visitor doctor(*m_fixture, tokenOf(m_room, 0));
    doctor.join();
    doctor.drop();
    Visitor back(*m_fixture, doctor.token());
    back.join();
    back.send(said(R"({"type":"chat","text":"waiting"})"));
    QVERIFY(!back.take(QStringLiteral("chat")).isEmpty());
    QCOMPARE(status(), QStringLiteral("RUNNING"));
}

void TestCall::aDeletedRoomEndsTheCall()
{
    meet();
    m_fixture->remove(roomPath());
    for (Visitor *visitor : {m_doctor.get(), m_patient.get()})
        QCOMPARE(textOf(visitor->take(ended), "reason"), QStringLiteral("closed"));
}

void TestCall::aDeletedUserIsThrownOut()
{
    meet();
    const QString userId = m_room.value(QLatin1String("participants"))[1][QLatin1String("user_id")].toString();
    m_fixture->remove(QStringLiteral("/v2/users/") + userId);
    QCOMPARE(textOf(m_patient->take(ended), "reason"), QStringLiteral("removed"));
    QCOMPARE(textOf(m_doctor->take(peerLeft), "id"), m_patient->id());
}

void TestCall::countsTimeTogetherOnly()
{
    m_room = m_fixture->room({{QStringLiteral("duration"), 3600}});
    Visitor doctor(*m_fixture, tokenOf(m_room, 0));
    doctor.join();
    m_fixture->clock().advance(std::chrono::minutes(20));
    QCOMPARE(durationUsed(), 0);
    {
        Visitor patient(*m_fixture, tokenOf(m_room, 1));
        patient.join();
        m_fixture->clock().advance(std::chrono::minutes(10));
        QCOMPARE(durationUsed(), 600);
        patient.send(said(R"({"type":"leave"})"));
        patient.take(ended);
    }
    m_fixture->clock().advance(std::chrono::minutes(20));
    QCOMPARE(durationUsed(), 600);
    QCOMPARE(status(), QStringLiteral("RUNNING"));
}

void TestCall::warnsAndEndsWhenTheTimeIsUsedUp()
{
    meet({{QStringLiteral("duration"), 600}});
    m_fixture->clock().advance(std::chrono::seconds(575));
    QCOMPARE(m_patient->take(QStringLiteral("ending-soon")).value(QLatin1String("seconds")).toInt(), 25);
    m_fixture->clock().advance(std::chrono::seconds(26));
    for (Visitor *visitor : {m_doctor.get(), m_patient.get()})
        QCOMPARE(textOf(visitor->take(ended), "reason"), QStringLiteral("used_up"));
    QCOMPARE(status(), QStringLiteral("CLOSED"));
    QCOMPARE(durationUsed(), 600);
    QCOMPARE(m_fixture->page(linkOf(m_room, 0)).status, 410);
}

QTEST_GUILESS_MAIN(TestCall)
#include "test_call.moc"
