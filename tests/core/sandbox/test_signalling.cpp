// Calls as the participants' pages live them: coming, going and talking.
#include "core/sandbox/signalling_server.h"
#include "tests/core/sandbox/meeting.h"

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

class TestSignalling : public QObject, private Meeting
{
    Q_OBJECT

private slots:
    void init() { openSandbox(); }
    void cleanup() { closeSandbox(); }

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
    void survivesNonsense_data();
    void survivesNonsense();
    void letsThePageHangUp();
    void takesTwentyFive();
};

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

/// Who is told the end hangs up; only who does not is hung up on. See core/sandbox/signalling_server.h.
void TestSignalling::letsThePageHangUp()
{
    meet({{QStringLiteral("live"), true}});
    m_patient->stayOn();
    m_doctor->send(said(R"({"type":"leave"})"));
    QCOMPARE(textOf(m_patient->take(ended), "reason"), QStringLiteral("alone"));
    m_patient->send(said(R"({"type":"chat","text":"still here"})")); // What was under way is no offence.
    QCOMPARE(status(), QStringLiteral("NOT_RUNNING"));
    QVERIFY(m_patient->isConnected());
    QTRY_VERIFY_WITH_TIMEOUT(!m_patient->isConnected(), 4 * SignallingServer::farewellMs);
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
