// Every operation of the contract over HTTP: statuses and bodies as seed 004 has them.
#include "tests/core/api/served_clinic.h"

#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

namespace {

QByteArray participant(const char *id, const char *group)
{
    return QByteArray(R"({"userExternalId":"%1","groups":["%2"],"fullName":"Name of %1","language":"it"})")
        .replace("%1", id)
        .replace("%2", group);
}

QByteArray people(int number, const QByteArrayList &data)
{
    return "\"participants\":{\"number\":" + QByteArray::number(number) + ",\"data\":[" + data.join(',') + "]}";
}

const QByteArray doctor = participant("user1", "doctor");
const QByteArray patient = participant("user2", "patient");

} // namespace

class TestApi : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedClinic> m_clinic;

    QByteArray date(int secondsFromNow) const
    {
        return m_clinic->clock.now().addSecs(secondsFromNow).toString(Qt::ISODateWithMs).toLatin1();
    }
    QByteArray body(const QByteArray &participants, int start = 3600, int end = 7200) const
    {
        return "{" + participants + ",\"start_date\":\"" + date(start) + "\",\"end_date\":\"" + date(end) + "\"}";
    }
    QString created(const QByteArray &json)
    {
        const Reply reply = m_clinic->send("POST", QStringLiteral("/teleconsultation"), json);
        return reply.status == 201 ? reply.json()[QStringLiteral("roomId")].toString() : QString();
    }
    static QString pathOf(const QString &id, const QString &more = {})
    {
        return QStringLiteral("/teleconsultation/") + id + more;
    }

private slots:
    void init() { m_clinic = std::make_unique<ServedClinic>(); }
    void cleanup() { m_clinic.reset(); }

    void createsAndReads();
    void readsBeforeItCanBeJoined();
    void linksHaveTheOptions();
    void changes();
    void addsTheLastParticipant();
    void removes();
    void deletesUploads();
    void issuesCredentials();
    void changesTheCompanysBackground();
    void livesUnderTheGatewaysPathToo();

    void badBodies_data();
    void badBodies();
    void documentedErrors_data();
    void documentedErrors();
    void otherErrors_data();
    void otherErrors();
    void thePeersMistakesAreNotTheClients();
    void theCallerMayStandInAJsonHeader();
};

void TestApi::createsAndReads()
{
    const QString id = created(body(people(2, {doctor, patient}), 0));
    QVERIFY(!id.isEmpty());
    const Reply reply = m_clinic->sendAs("user2", "GET", pathOf(id));
    QCOMPARE(reply.status, 200);
    const QJsonObject json = reply.json();
    const Teleconsultation record = m_clinic->record(id);
    QCOMPARE(json[QStringLiteral("bandyerUserId")].toString(), record.participants.at(1).kaleyraUserId);
    QVERIFY(json[QStringLiteral("accessLinkURL")].toString().startsWith(QLatin1String("http")));
    const QJsonArray everybody = json[QStringLiteral("participantsBandyerCall")].toArray();
    QCOMPARE(everybody.size(), 2);
    QCOMPARE(everybody[0][QStringLiteral("fullName")].toString(), QStringLiteral("Name of user1"));
    QCOMPARE(everybody[0][QStringLiteral("bandyerUserId")].toString(), record.participants.at(0).kaleyraUserId);
    const QStringList details{
        QStringLiteral("callType"), QStringLiteral("creationDate"),      QStringLiteral("description"),
        QStringLiteral("disabled"), QStringLiteral("durationInSeconds"), QStringLiteral("durationUsedInSeconds"),
        QStringLiteral("live"),     QStringLiteral("recording"),         QStringLiteral("recordingStatus"),
        QStringLiteral("status")};
    QCOMPARE(json[QStringLiteral("details")].toObject().keys(), details);
    QCOMPARE(reply.headers.value("cache-control"), QByteArray("no-store"));
}

void TestApi::readsBeforeItCanBeJoined()
{
    const QString early = created(body(people(2, {doctor, patient})));
    const QJsonObject soon = m_clinic->sendAs("user1", "GET", pathOf(early)).json();
    QVERIFY(soon[QStringLiteral("accessLinkURL")].isNull());
    QVERIFY(soon[QStringLiteral("details")].isObject());

    const QString incomplete = created(body(people(3, {doctor, patient}), 0));
    const QJsonObject waiting = m_clinic->sendAs("user1", "GET", pathOf(incomplete)).json();
    QVERIFY(waiting.contains(QStringLiteral("accessLinkURL")));
    QVERIFY(waiting[QStringLiteral("accessLinkURL")].isNull());
    QVERIFY(waiting[QStringLiteral("details")].isNull());
}

void TestApi::linksHaveTheOptions()
{
    const QString id = created(body(people(2, {doctor, patient}), 0));
    const auto link = [&](const QString &query) {
        const Reply reply = m_clinic->sendAs("user1", "GET", pathOf(id, query));
        return QUrlQuery(QUrl(reply.json()[QStringLiteral("accessLinkURL")].toString()));
    };
    QCOMPARE(link(QStringLiteral("?language=en")).queryItemValue(QStringLiteral("language")), QStringLiteral("en"));
    // Where the contract leaves room (docs/api.md): the participant's own, which was given for it.
    QCOMPARE(link({}).queryItemValue(QStringLiteral("language")), QStringLiteral("it"));
    QVERIFY(link(QStringLiteral("?useBackground=true")).hasQueryItem(QStringLiteral("virtual_background")));
    QVERIFY(!link(QStringLiteral("?useBackground=false")).hasQueryItem(QStringLiteral("virtual_background")));
    QCOMPARE(m_clinic->sendAs("user1", "GET", pathOf(id, QStringLiteral("?language=de"))).status, 400);
    QCOMPARE(m_clinic->sendAs("user1", "GET", pathOf(id, QStringLiteral("?useBackground=yes"))).status, 400);
}

void TestApi::changes()
{
    const QString id = created(body(people(2, {doctor, patient})));
    const Reply reply =
        m_clinic->send("PATCH", pathOf(id), "{" + people(2, {doctor, participant("user3", "patient")}) + "}");
    QCOMPARE(reply.status, 204);
    QCOMPARE(reply.body, QByteArray());
    QCOMPARE(m_clinic->record(id).participants.at(1).fullName, QStringLiteral("Name of user3"));
    QCOMPARE(m_clinic->send("PATCH", pathOf(id), R"({"duration_in_seconds":600})").status, 204);
    QCOMPARE(m_clinic->record(id).schedule.duration(), std::chrono::seconds(600));
}

void TestApi::addsTheLastParticipant()
{
    const QString id = created(body(people(3, {doctor, patient})));
    const Reply reply =
        m_clinic->send("POST", pathOf(id, QStringLiteral("/participants/data")), participant("user3", "patient"));
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.body, QByteArray());
    QVERIFY(!m_clinic->record(id).roomId.isEmpty());
}

void TestApi::removes()
{
    const QString id = created(body(people(2, {doctor, patient})));
    QCOMPARE(m_clinic->send("DELETE", pathOf(id)).status, 204);
    QCOMPARE(m_clinic->rooms().size(), 0);
    QCOMPARE(m_clinic->send("DELETE", pathOf(id)).status, 404);
}

void TestApi::deletesUploads()
{
    const QString id = created(body(people(2, {doctor, patient})));
    const QString path = pathOf(id, QStringLiteral("/uploads"));
    QCOMPARE(m_clinic->send("DELETE", path).status, 204);
    m_clinic->policy.deleteUploads = true;
    m_clinic->serve();
    const Reply reply = m_clinic->send("DELETE", path);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), QJsonObject({{QStringLiteral("total"), 0}, {QStringLiteral("deleted"), 0}}));
}

void TestApi::issuesCredentials()
{
    for (const QByteArray &json : {QByteArray(), QByteArray("{}"), QByteArray(R"({"expiresIn":3600})")}) {
        const Reply reply = m_clinic->sendAs("user1", "POST", QStringLiteral("/credentials"), json);
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.json().keys(), QStringList({QStringLiteral("accessToken"), QStringLiteral("bandyerUserId"),
                                                   QStringLiteral("expiresAt")}));
    }
    QCOMPARE(m_clinic->sendAs("user1", "POST", QStringLiteral("/credentials"), R"({"expiresIn":359})").status, 400);
    QCOMPARE(m_clinic->users().size(), 1);
}

void TestApi::changesTheCompanysBackground()
{
    QByteArray picture("\xFF\xD8\xFF\xC0\x00\x11\x08\x05\x00\x05\x00\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xFF\xD9",
                       23);
    const auto form = [](const QByteArray &name, const QByteArray &content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name +
               "\"; filename=\"x.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n" + content + "\r\n--b--\r\n";
    };
    const QString path = QStringLiteral("/settings/background-image");
    const QHash<QByteArray, QByteArray> headers{{"content-type", "multipart/form-data; boundary=b"},
                                                {"miauserid", "user1"}};
    const Reply uploaded = m_clinic->send("POST", path, form("virtual_background", picture), headers);
    QCOMPARE(uploaded.status, 200);
    const QJsonValue alias = uploaded.json()[QStringLiteral("virtual_background")][QStringLiteral("background_alias")];
    QVERIFY(!alias.toString().isEmpty());
    QCOMPARE(m_clinic->send("POST", path, form("virtual_background", "text"), headers).status, 415);
    QCOMPARE(
        m_clinic
            ->send("POST", path, form("virtual_background", picture.leftJustified(10 * 1024 * 1024 + 1, 'x')), headers)
            .status,
        413);
    QCOMPARE(m_clinic->send("POST", path, form("another", picture), headers).status, 400);

    const Reply chosen = m_clinic->sendAs("user1", "PATCH", QStringLiteral("/settings/update"),
                                          R"({"background_alias":")" + alias.toString().toLatin1() + "\"}");
    QCOMPARE(chosen.status, 200);
    const QJsonObject company = chosen.json()[QStringLiteral("company")].toObject();
    QCOMPARE(company[QStringLiteral("default_background")][QStringLiteral("alias")], alias);
    QCOMPARE(company.keys(),
             QStringList({QStringLiteral("default_background"), QStringLiteral("default_language"),
                          QStringLiteral("end_call_redirect_timeout_ms"), QStringLiteral("end_call_redirect_url"),
                          QStringLiteral("name"), QStringLiteral("user_details_provider_url")}));
}

void TestApi::livesUnderTheGatewaysPathToo()
{
    const Reply reply = m_clinic->send("POST", QStringLiteral("/api/v1/telecons-be/teleconsultation"),
                                       body(people(2, {doctor, patient})));
    QCOMPARE(reply.status, 201);
}

void TestApi::badBodies_data()
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

void TestApi::badBodies()
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

void TestApi::documentedErrors_data()
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

void TestApi::documentedErrors()
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

void TestApi::otherErrors_data()
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

void TestApi::otherErrors()
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

void TestApi::thePeersMistakesAreNotTheClients()
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

void TestApi::theCallerMayStandInAJsonHeader()
{
    using Step = api::CallerPath::Step;
    m_clinic->callerPath.steps = {{Step::From::Object, QStringLiteral("headers")},
                                  {Step::From::Object, QStringLiteral("miauserproperties")},
                                  {Step::From::Json, QStringLiteral("customUserId")}};
    m_clinic->serve();
    const QString id = created(body(people(2, {doctor, patient}), 0));
    const auto status = [&](const QByteArray &properties) {
        return m_clinic->send("GET", pathOf(id), {}, {{"miauserid", "user1"}, {"miauserproperties", properties}})
            .status;
    };
    QCOMPARE(status(R"({"customUserId":"user2"})"), 200);
    QCOMPARE(status(R"({"customUserId":"stranger"})"), 401);
    QCOMPARE(status("no json"), 401);
}

QTEST_GUILESS_MAIN(TestApi)
#include "test_api.moc"
