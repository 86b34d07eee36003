// Every operation of the contract over HTTP: statuses and bodies as seed 004 has them.
#include "tests/core/api/api_test.h"

using namespace teleconsult;
using namespace std::chrono_literals;
using namespace test::bodies;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

class TestApi : public test::ApiTest
{
    Q_OBJECT

private slots:
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
