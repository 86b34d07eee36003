// What is refused over HTTP: the statuses and bodies that seed 004 has for it, and those it leaves open.
#include "tests/core/api/api_test.h"

using namespace teleconsult;
using namespace test::bodies;
using Reply = test::ServedClinic::Reply;

class TestApiErrors : public test::ApiTest
{
    Q_OBJECT

private slots:
    void badBodies_data();
    void badBodies();
    void documentedErrors_data();
    void documentedErrors();
    void otherErrors_data();
    void otherErrors();
    void thePeersMistakesAreNotTheClients();
};

void TestApiErrors::badBodies_data()
{
    QTest::addColumn<QByteArray>("participants");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("field");
    const QByteArray both = people(2, {doctor, patient});
    const QByteArray dates = R"("start_date":"2027-02-22T15:30:00.000Z","duration_in_seconds":3600)";
    const auto row = [](const char *name, const QByteArray &first, const QByteArray &rest, const char *field) {
        QTest::newRow(name) << first << rest << QString::fromLatin1(field);
    };
    row("unknown field", both, dates + R"(,"colour":"red")", "colour");
    row("unknown field of a participant", people(2, {doctor, R"({"userExternalId":"u","nick":"x"})"}), dates,
        "participants.data[1].nick");
    row("number as text", R"("participants":{"number":"2","data":[]})", dates, "participants.number");
    row("no number", R"("participants":{"data":[]})", dates, "participants.number");
    row("no data", R"("participants":{"number":2})", dates, "participants.data");
    row("ids alone", R"("participants":["user1","user2"])", dates, "participants");
    row("no participants", R"("x":null)", dates, "participants");
    row("more data than number", people(2, {doctor, patient, participant("user3", "patient")}), dates,
        "participants.data");
    row("one participant", people(1, {doctor}), dates, "participants.number");
    row("twice the same", people(3, {doctor, patient, patient}), dates, "participants.data[2].userExternalId");
    row("unknown group", people(2, {doctor, participant("user2", "gardener")}), dates, "participants.data[1].groups");
    row("unknown group beside a known one",
        people(2, {doctor, R"({"userExternalId":"u","fullName":"N","groups":["patient","gardener"]})"}), dates,
        "participants.data[1].groups");
    row("no participants at all", R"("participants":null)", dates, "participants");
    row("end that is null", both, R"("start_date":"2027-02-22T15:30:00.000Z","end_date":null)", "end_date");
    row("end that is null beside a duration", both, dates + R"(,"end_date":null)", "end_date");
    row("language that is null",
        people(2, {doctor, R"({"userExternalId":"u","groups":["patient"],"fullName":"N","language":null})"}), dates,
        "participants.data[1].language");
    row("no groups", people(2, {doctor, R"({"userExternalId":"u","fullName":"N"})"}), dates,
        "participants.data[1].groups");
    row("no name", people(2, {doctor, R"({"userExternalId":"u","groups":["patient"]})"}), dates,
        "participants.data[1].fullName");
    row("unsupported language",
        people(2, {doctor, R"({"userExternalId":"u","groups":["patient"],"fullName":"N","language":"de"})"}), dates,
        "participants.data[1].language");
    const QByteArray longText(257, 'x');
    row("an id that no service could be asked for", people(2, {doctor, participant(longText.constData(), "patient")}),
        dates, "participants.data[1].userExternalId");
    row("a name without end",
        people(2, {doctor, R"({"userExternalId":"u","groups":["patient"],"fullName":")" + longText + R"("})"}), dates,
        "participants.data[1].fullName");
    row("no start", both, R"("duration_in_seconds":3600)", "start_date");
    row("impossible start", both, R"("start_date":"2027-02-30T15:30:00.000Z","duration_in_seconds":3600)",
        "start_date");
    row("no end", both, R"("start_date":"2027-02-22T15:30:00.000Z")", "end_date");
    row("end and duration", both, dates + R"(,"end_date":"2027-02-22T16:30:00.000Z")", "duration_in_seconds");
    row("too short", both, R"("start_date":"2027-02-22T15:30:00.000Z","duration_in_seconds":299)",
        "duration_in_seconds");
    row("too long", both, R"("start_date":"2027-02-22T15:30:00.000Z","duration_in_seconds":86401)",
        "duration_in_seconds");
}

void TestApiErrors::badBodies()
{
    QFETCH(QByteArray, participants);
    QFETCH(QByteArray, rest);
    QFETCH(QString, field);
    const Reply reply =
        m_clinic->send("POST", QStringLiteral("/teleconsultation"), "{" + participants + "," + rest + "}");
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().keys(),
             QStringList({QStringLiteral("error"), QStringLiteral("message"), QStringLiteral("statusCode")}));
    QCOMPARE(reply.json()[QStringLiteral("statusCode")].toInt(), 400);
    const QString message = reply.json()[QStringLiteral("message")].toString();
    QVERIFY2(message.contains(field), qPrintable(message));
    QCOMPARE(m_clinic->recordCount(), 0);
    QCOMPARE(m_clinic->users().size(), 0);
    QCOMPARE(m_clinic->rooms().size(), 0);
}

void TestApiErrors::documentedErrors_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("caller");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const QString unknown = QStringLiteral("/teleconsultation/room_xyz");
    const QByteArray nobodyMayOpen = "{" + people(2, {participant("user1", "patient"), patient});
    QTest::newRow("no such room") << QByteArray("GET") << unknown << QByteArray("user1") << QByteArray() << 404
                                  << "Room with id room_xyz not found on CRUD";
    QTest::newRow("not a participant") << QByteArray("GET") << "<id>" << QByteArray("stranger") << QByteArray() << 401
                                       << "Unauthorized user";
    QTest::newRow("nobody") << QByteArray("GET") << "<id>" << QByteArray() << QByteArray() << 401
                            << "Unauthorized user";
    QTest::newRow("credentials for nobody")
        << QByteArray("POST") << "/credentials" << QByteArray() << QByteArray() << 401 << "Unauthorized user";
    QTest::newRow("settings for nobody") << QByteArray("PATCH") << "/settings/update" << QByteArray()
                                         << QByteArray(R"({"background_alias":"a"})") << 401 << "Unauthorized user";
    QTest::newRow("no plus user in a new one")
        << QByteArray("POST") << "/teleconsultation" << QByteArray()
        << nobodyMayOpen + R"(,"start_date":"2027-02-22T15:30:00.000Z","duration_in_seconds":600})" << 400
        << "Failed POST /teleconsultation: no plus user in room";
    QTest::newRow("no plus user in a change") << QByteArray("PATCH") << "<id>" << QByteArray() << nobodyMayOpen + "}"
                                              << 400 << "Failed PATCH /teleconsultation: no plus user in room";
}

void TestApiErrors::documentedErrors()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, caller);
    QFETCH(QByteArray, json);
    QFETCH(int, status);
    QFETCH(QString, error);
    const QString id = created(body(people(2, {doctor, patient})));
    path.replace(QStringLiteral("<id>"), pathOf(id));
    const Reply reply = m_clinic->sendAs(caller, method, path, json);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.json(), QJsonObject({{QStringLiteral("error"), error}}));
}

void TestApiErrors::otherErrors_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    const QByteArray isJson = "application/json";
    QTest::newRow("no such path") << QByteArray("GET") << "/nonesuch" << isJson << QByteArray() << 404;
    QTest::newRow("no such method") << QByteArray("PUT") << "/teleconsultation" << isJson << QByteArray("{}") << 405;
    QTest::newRow("not JSON") << QByteArray("POST") << "/teleconsultation" << isJson << QByteArray("{'a'}") << 400;
    QTest::newRow("not an object") << QByteArray("POST") << "/teleconsultation" << isJson << QByteArray("[]") << 400;
    QTest::newRow("another type") << QByteArray("POST") << "/teleconsultation" << QByteArray("text/plain")
                                  << QByteArray("{}") << 415;
    QTest::newRow("nothing to change") << QByteArray("PATCH") << "/teleconsultation/x" << isJson << QByteArray("{}")
                                       << 400;
}

void TestApiErrors::otherErrors()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, json);
    QFETCH(int, status);
    const Reply reply = m_clinic->send(method, path, json, {{"content-type", contentType}});
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.json()[QStringLiteral("statusCode")].toInt(), status);
    QVERIFY(!reply.json()[QStringLiteral("message")].toString().isEmpty());
}

void TestApiErrors::thePeersMistakesAreNotTheClients()
{
    m_clinic->breakNetwork();
    const Reply unreachable =
        m_clinic->send("POST", QStringLiteral("/teleconsultation"), body(people(2, {doctor, patient})));
    QCOMPARE(unreachable.status, 503);
    m_clinic->mendNetwork();
    // Kaleyra refuses, and it is the client who can mend it.
    const Reply unknown =
        m_clinic->sendAs("user1", "PATCH", QStringLiteral("/settings/update"), R"({"background_alias":"nonesuch"})");
    QCOMPARE(unknown.status, 400);
    QVERIFY(unknown.json()[QStringLiteral("message")].toString().startsWith(QLatin1String("background_alias")));
}

QTEST_GUILESS_MAIN(TestApiErrors)
#include "test_api_errors.moc"
