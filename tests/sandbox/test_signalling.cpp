// Calls as the participants' pages live them: coming, going, talking, and how long.
#include "tests/sandbox/sandbox_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

namespace {

QJsonObject said(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QString textOf(const QJsonObject &message, const char *field)
{
    return message.value(QLatin1String(field)).toString();
}

const QString ended = QStringLiteral("ended");
const QString peerLeft = QStringLiteral("peer-left");
const QString peerJoined = QStringLiteral("peer-joined");

} // namespace

class TestSignalling : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void participantsMeet();
    void refusesAnUnknownToken();
    void refusesADeadToken();
    void refusesWhoDoesNotJoinFirst();
    void refusesAForeignPage_data();
    void refusesAForeignPage();
    void relaysSignalsToTheirAddresseeOnly();
    void relaysChat();
    void keepsChatForWhoComesLater();
    void refusesChatWithoutTheTool();
    void refusesScreenSharingWithoutTheTool();
    void tellsWhatIsOn();
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
    void survivesNonsense_data();
    void survivesNonsense();
    void takesTwentyFive();

private:
    void meet(const QJsonObject &more = {});
    QString roomPath() const { return QStringLiteral("/v2/rooms/") + m_room.value(QLatin1String("id")).toString(); }
    QString status() { return m_fixture->get(roomPath()).text("status"); }
    int durationUsed() { return m_fixture->get(roomPath()).json.value(QLatin1String("duration_used")).toInt(-1); }

    std::unique_ptr<Fixture> m_fixture;
    QJsonObject m_room;
    std::unique_ptr<Visitor> m_doctor;
    std::unique_ptr<Visitor> m_patient;
};

void TestSignalling::init()
{
    m_fixture = std::make_unique<Fixture>();
}

void TestSignalling::cleanup()
{
    m_doctor.reset();
    m_patient.reset();
    m_fixture.reset();
}

void TestSignalling::meet(const QJsonObject &more)
{
    m_room = m_fixture->room(more);
    m_doctor = std::make_unique<Visitor>(*m_fixture, tokenOf(m_room, 0));
    m_patient = std::make_unique<Visitor>(*m_fixture, tokenOf(m_room, 1));
    QVERIFY(!m_doctor->join(QStringLiteral("Anna")).isEmpty());
    QVERIFY(!m_patient->join(QStringLiteral("Mario")).isEmpty());
    QVERIFY(!m_doctor->take(peerJoined).isEmpty());
}

void TestSignalling::participantsMeet()
{
    m_room = m_fixture->room();
    QCOMPARE(status(), QStringLiteral("NOT_RUNNING"));
    Visitor doctor(*m_fixture, tokenOf(m_room, 0));
    Visitor patient(*m_fixture, tokenOf(m_room, 1));
    QVERIFY(doctor.join(QStringLiteral("Anna")).value(QLatin1String("peers")).toArray().isEmpty());
    QCOMPARE(status(), QStringLiteral("RUNNING"));
    const QJsonArray peers = patient.join(QStringLiteral("Mario")).value(QLatin1String("peers")).toArray();
    QCOMPARE(peers.size(), 1);
    QCOMPARE(peers.at(0)[QLatin1String("id")].toString(), doctor.id());
    QCOMPARE(peers.at(0)[QLatin1String("name")].toString(), QStringLiteral("Anna"));
    const QJsonObject peer = doctor.take(peerJoined).value(QLatin1String("peer")).toObject();
    QCOMPARE(textOf(peer, "id"), patient.id());
    QCOMPARE(peer.value(QLatin1String("user_id")),
             m_room.value(QLatin1String("participants"))[1][QLatin1String("user_id")]);
    patient.send(said(R"({"type":"leave"})"));
    QCOMPARE(textOf(doctor.take(peerLeft), "id"), patient.id());
    QCOMPARE(textOf(patient.take(ended), "reason"), QStringLiteral("hung_up"));
    QTRY_VERIFY(!patient.isConnected());
    doctor.send(said(R"({"type":"leave"})"));
    doctor.take(ended);
    QCOMPARE(status(), QStringLiteral("NOT_RUNNING"));
}

void TestSignalling::refusesAnUnknownToken()
{
    meet();
    Visitor visitor(*m_fixture, QStringLiteral("none"));
    QCOMPARE(textOf(visitor.join(), "reason"), QStringLiteral("dead_link"));
    QTRY_VERIFY(!visitor.isConnected());
}

void TestSignalling::refusesADeadToken()
{
    meet();
    m_fixture->put(roomPath() + QStringLiteral("/disable"));
    QCOMPARE(textOf(m_doctor->take(ended), "reason"), QStringLiteral("closed"));
    Visitor visitor(*m_fixture, tokenOf(m_room, 0));
    QCOMPARE(textOf(visitor.join(), "reason"), QStringLiteral("dead_link"));
}

void TestSignalling::refusesWhoDoesNotJoinFirst()
{
    meet();
    QWebSocket socket;
    socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(m_fixture->signallingPort(m_doctor->token()))));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.sendTextMessage(QStringLiteral(R"({"type":"chat","text":"x"})"));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
}

void TestSignalling::refusesAForeignPage_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("own page") << "http://127.0.0.1:%1" << true;
    QTest::newRow("own page by name") << "http://localhost:%1" << true;
    QTest::newRow("foreign page") << "https://evil.example" << false;
    QTest::newRow("another port") << "http://127.0.0.1:1" << false;
    QTest::newRow("a file") << "null" << false;
}

void TestSignalling::refusesAForeignPage()
{
    QFETCH(QString, origin);
    QFETCH(bool, allowed);
    if (origin.contains(QLatin1String("%1")))
        origin = origin.arg(m_fixture->endpoint().baseUrl.port());
    QWebSocket socket(origin);
    const quint16 port = m_fixture->signallingPort(tokenOf(m_fixture->room(), 0));
    socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port)));
    QTRY_VERIFY(socket.state() == QAbstractSocket::ConnectedState ||
                socket.state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.state() == QAbstractSocket::ConnectedState, allowed);
}

void TestSignalling::relaysSignalsToTheirAddresseeOnly()
{
    m_room = m_fixture->room({}, 2);
    Visitor visitors[] = {
        {*m_fixture, tokenOf(m_room, 0)}, {*m_fixture, tokenOf(m_room, 1)}, {*m_fixture, tokenOf(m_room, 2)}};
    for (Visitor &visitor : visitors)
        visitor.join();
    visitors[0].send({{QStringLiteral("type"), QStringLiteral("signal")},
                      {QStringLiteral("to"), visitors[1].id()},
                      {QStringLiteral("data"), QJsonObject{{QStringLiteral("candidate"), 1}}}});
    const QJsonObject signal = visitors[1].take(QStringLiteral("signal"));
    QCOMPARE(textOf(signal, "from"), visitors[0].id());
    QCOMPARE(signal.value(QLatin1String("data"))[QLatin1String("candidate")].toInt(), 1);
    // What came to the third in the meantime: chat comes after whatever was sent before.
    visitors[0].send(said(R"({"type":"chat","text":"x"})"));
    visitors[2].take(QStringLiteral("chat"));
    QVERIFY(!visitors[2].hasReceived(QStringLiteral("signal")));
}

void TestSignalling::relaysChat()
{
    meet();
    m_patient->send(said(R"({"type":"chat","text":"  buongiorno  "})"));
    const QJsonObject chat = m_doctor->take(QStringLiteral("chat"));
    QCOMPARE(textOf(chat, "text"), QStringLiteral("buongiorno"));
    QCOMPARE(textOf(chat, "name"), QStringLiteral("Mario"));
    QCOMPARE(textOf(chat, "at"), QStringLiteral("2026-03-02T09:00:00.000Z"));
    QCOMPARE(m_patient->take(QStringLiteral("chat")), chat);
    m_patient->send(said(R"({"type":"chat","text":"   "})"));
    m_patient->send(said(R"({"type":"chat","text":"fine"})"));
    QCOMPARE(textOf(m_doctor->take(QStringLiteral("chat")), "text"), QStringLiteral("fine"));
}

void TestSignalling::keepsChatForWhoComesLater()
{
    m_room = m_fixture->room();
    Visitor doctor(*m_fixture, tokenOf(m_room, 0));
    doctor.join();
    doctor.send(said(R"({"type":"chat","text":"one"})"));
    doctor.take(QStringLiteral("chat"));
    Visitor patient(*m_fixture, tokenOf(m_room, 1));
    QCOMPARE(patient.join().value(QLatin1String("chat"))[0][QLatin1String("text")].toString(), QStringLiteral("one"));
}

void TestSignalling::refusesChatWithoutTheTool()
{
    m_room = m_fixture->roomWithTools({{QStringLiteral("file_upload"), true}});
    Visitor doctor(*m_fixture, tokenOf(m_room, 0));
    doctor.join();
    doctor.send(said(R"({"type":"chat","text":"one"})"));
    const QJsonObject error = doctor.take(QStringLiteral("error"));
    QCOMPARE(textOf(error, "code"), QStringLiteral("tool_not_allowed"));
    QCOMPARE(textOf(error, "tool"), QStringLiteral("chat"));
}

void TestSignalling::refusesScreenSharingWithoutTheTool()
{
    m_room = m_fixture->roomWithTools({});
    Visitor doctor(*m_fixture, tokenOf(m_room, 0));
    Visitor patient(*m_fixture, tokenOf(m_room, 1));
    doctor.join();
    patient.join();
    doctor.send(said(R"({"type":"state","audio":true,"video":true,"screen":true})"));
    QCOMPARE(textOf(doctor.take(QStringLiteral("error")), "tool"), QStringLiteral("screen_sharing"));
    const QJsonObject peer = patient.take(QStringLiteral("peer-state")).value(QLatin1String("peer")).toObject();
    QCOMPARE(peer.value(QLatin1String("screen")), QJsonValue(false));
    QCOMPARE(peer.value(QLatin1String("video")), QJsonValue(true));
}

void TestSignalling::tellsWhatIsOn()
{
    meet();
    m_doctor->send(said(R"({"type":"state","audio":true,"video":false,"screen":true})"));
    const QJsonObject peer = m_patient->take(QStringLiteral("peer-state")).value(QLatin1String("peer")).toObject();
    QCOMPARE(textOf(peer, "id"), m_doctor->id());
    QCOMPARE(peer.value(QLatin1String("audio")), QJsonValue(true));
    QCOMPARE(peer.value(QLatin1String("video")), QJsonValue(false));
    QCOMPARE(peer.value(QLatin1String("screen")), QJsonValue(true));
}

void TestSignalling::aSecondWindowTakesOver()
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

void TestSignalling::aLostConnectionResumes()
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

void TestSignalling::aReloadIsNoEnd()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->drop();
    Visitor back(*m_fixture, m_patient->token());
    QCOMPARE(back.join().value(QLatin1String("resumed")), QJsonValue(false));
    QVERIFY(!m_doctor->take(peerLeft).isEmpty());
    QVERIFY(!m_doctor->take(peerJoined).isEmpty());
    QVERIFY(!m_doctor->hasReceived(ended));
}

void TestSignalling::aLiveCallEndsWhenOneHangsUp()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->send(said(R"({"type":"leave"})"));
    QCOMPARE(textOf(m_doctor->take(ended), "reason"), QStringLiteral("alone"));
    QCOMPARE(status(), QStringLiteral("NOT_RUNNING"));
    // The room lives on: the call can be entered again.
    QCOMPARE(textOf(Visitor(*m_fixture, m_doctor->token()).join(), "type"), QStringLiteral("joined"));
}

void TestSignalling::aLiveCallEndsWhenOneIsLost()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->drop();
    QCOMPARE(textOf(m_doctor->take(ended), "reason"), QStringLiteral("alone"));
}

void TestSignalling::anotherCallGoesOnAlone()
{
    meet();
    m_patient->send(said(R"({"type":"leave"})"));
    QVERIFY(!m_doctor->take(peerLeft).isEmpty());
    m_doctor->send(said(R"({"type":"chat","text":"alone"})"));
    QVERIFY(!m_doctor->take(QStringLiteral("chat")).isEmpty());
    QVERIFY(!m_doctor->hasReceived(ended));
}

void TestSignalling::aCallThatWasNeverSharedGoesOn()
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

void TestSignalling::aDeletedRoomEndsTheCall()
{
    meet();
    m_fixture->remove(roomPath());
    for (Visitor *visitor : {m_doctor.get(), m_patient.get()})
        QCOMPARE(textOf(visitor->take(ended), "reason"), QStringLiteral("closed"));
}

void TestSignalling::aDeletedUserIsThrownOut()
{
    meet();
    const QString userId = m_room.value(QLatin1String("participants"))[1][QLatin1String("user_id")].toString();
    m_fixture->remove(QStringLiteral("/v2/users/") + userId);
    QCOMPARE(textOf(m_patient->take(ended), "reason"), QStringLiteral("removed"));
    QCOMPARE(textOf(m_doctor->take(peerLeft), "id"), m_patient->id());
}

void TestSignalling::countsTimeTogetherOnly()
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

void TestSignalling::warnsAndEndsWhenTheTimeIsUsedUp()
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

void TestSignalling::survivesNonsense_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no JSON") << "hello";
    QTest::newRow("an array") << "[1]";
    QTest::newRow("an unknown type") << R"({"type":"dance"})";
    QTest::newRow("a signal to nobody") << R"({"type":"signal","to":"nobody","data":{}})";
    QTest::newRow("another join") << R"({"type":"join","token":"x"})";
    QTest::newRow("other types of values") << R"({"type":"chat","text":{"a":1}})";
}

void TestSignalling::survivesNonsense()
{
    QFETCH(QString, text);
    meet();
    m_doctor->send(QJsonDocument::fromJson(text.toUtf8()).object());
    m_doctor->send(said(R"({"type":"chat","text":"still here"})"));
    QCOMPARE(textOf(m_patient->take(QStringLiteral("chat")), "text"), QStringLiteral("still here"));
}

void TestSignalling::takesTwentyFive()
{
    m_room = m_fixture->room({{QStringLiteral("live"), true}}, 24);
    std::vector<std::unique_ptr<Visitor>> visitors;
    for (int i = 0; i < 25; ++i) {
        visitors.push_back(std::make_unique<Visitor>(*m_fixture, tokenOf(m_room, i)));
        QCOMPARE(visitors.back()->join().value(QLatin1String("peers")).toArray().size(), i);
    }
    visitors.back()->send(said(R"({"type":"chat","text":"all"})"));
    for (const std::unique_ptr<Visitor> &visitor : visitors)
        QCOMPARE(textOf(visitor->take(QStringLiteral("chat")), "text"), QStringLiteral("all"));
}

QTEST_GUILESS_MAIN(TestSignalling)
#include "test_signalling.moc"
