// What clients are told when a peer refuses or fails: never that they made a mistake which is none of theirs.
#include "tests/core/api/served_clinic.h"
#include "tests/core/service/scripted_kaleyra.h"

#include <QTest>

#include <atomic>

using namespace teleconsult;
using test::ScriptedServer;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

namespace {

QByteArray participant(const QByteArray &id, const QByteArray &group)
{
    return R"({"userExternalId":")" + id + R"(","groups":[")" + group + R"("],"fullName":"Name"})";
}

QByteArray people(int number, const QByteArrayList &data)
{
    return "\"participants\":{\"number\":" + QByteArray::number(number) + ",\"data\":[" + data.join(',') + "]}";
}

const QByteArray doctor = participant("doctor", "doctor");
const QByteArray patient = participant("patient", "patient");
const QByteArray stranger = participant("stranger", "patient");

/// A Kaleyra that does as it is asked until it is told to refuse everything.
class RefusingKaleyra
{
public:
    RefusingKaleyra()
    {
        server.handle("POST", "/v2/users", unlessRefused(&test::madeUser));
        server.handle("POST", "/v2/rooms", unlessRefused(&test::madeRoom));
        server.handleRest(unlessRefused([](const ScriptedServer::Request &) { return ScriptedServer::Answer(); }));
    }

    ScriptedServer server;
    std::atomic<int> status{0}; ///< To refuse with; 0: does not.

private:
    ScriptedServer::Handler unlessRefused(ScriptedServer::Handler handler)
    {
        return [this, handler = std::move(handler)](const ScriptedServer::Request &request) {
            return status == 0 ? handler(request)
                               : ScriptedServer::Answer{.status = status, .body = R"({"code":"company_not_found"})"};
        };
    }
};

} // namespace

class TestApiPeers : public QObject
{
    Q_OBJECT

    std::unique_ptr<RefusingKaleyra> m_kaleyra;
    std::unique_ptr<ServedClinic> m_clinic;

    QByteArray body(const QByteArray &participants, int hours = 24) const
    {
        const QByteArray start = m_clinic->clock.now().addSecs(hours * 3600).toString(Qt::ISODateWithMs).toLatin1();
        return "{" + participants + ",\"start_date\":\"" + start + "\",\"duration_in_seconds\":1800}";
    }
    QString created(const QByteArray &json)
    {
        const Reply reply = m_clinic->send("POST", QStringLiteral("/teleconsultation"), json);
        return reply.json()[QStringLiteral("roomId")].toString(QStringLiteral("none"));
    }

private slots:
    void init()
    {
        m_kaleyra = std::make_unique<RefusingKaleyra>();
        m_clinic = std::make_unique<ServedClinic>(m_kaleyra->server.url());
        m_clinic->policy.deleteUploads = true;
        m_clinic->serve();
    }
    void cleanup()
    {
        m_clinic.reset();
        m_kaleyra.reset();
    }

    void kaleyrasRefusalsAreNotTheClients_data();
    void kaleyrasRefusalsAreNotTheClients();
    void kaleyrasWantOfAPlusUserIsTheClients_data();
    void kaleyrasWantOfAPlusUserIsTheClients();
    void anEndThatFailedCanBeAskedForAgain();
};

void TestApiPeers::kaleyrasRefusalsAreNotTheClients_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("refusal");
    const QByteArray others = "{" + people(2, {doctor, stranger}) + "}";
    for (const int refusal : {400, 401, 404, 409, 422, 429}) {
        const auto row = [refusal](const char *method, const char *path, const QByteArray &json) {
            QTest::addRow("%s %s: %d", method, path, refusal)
                << QByteArray(method) << QString::fromLatin1(path) << json << refusal;
        };
        row("POST", "/teleconsultation", "{}");
        row("PATCH", "/teleconsultation/<id>", others);
        row("POST", "/teleconsultation/<partial>/participants/data", stranger);
        row("DELETE", "/teleconsultation/<id>/uploads", {});
        row("POST", "/credentials", {});
        row("POST", "/settings/background-image", {});
        row("PATCH", "/settings/update", R"({"background_alias":"a"})");
        row("GET", "/settings/company", {});
    }
}

void TestApiPeers::kaleyrasRefusalsAreNotTheClients()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, json);
    QFETCH(int, refusal);
    path.replace(QStringLiteral("<id>"), created(body(people(2, {doctor, patient}))));
    path.replace(QStringLiteral("<partial>"), created(body(people(3, {doctor, patient}))));
    m_kaleyra->status = refusal;
    QHash<QByteArray, QByteArray> headers{{"miauserid", "stranger"}, {"miausergroups", "patient"}};
    if (path == QLatin1String("/teleconsultation"))
        json = body(people(2, {doctor, stranger}));
    if (path == QLatin1String("/settings/background-image")) {
        headers.insert("content-type", "multipart/form-data; boundary=b");
        json = "--b\r\nContent-Disposition: form-data; name=\"virtual_background\"; filename=\"x.jpg\"\r\n"
               "Content-Type: image/jpeg\r\n\r\n" +
               QByteArray("\xFF\xD8\xFF\xC0\x00\x11\x08\x05\x00\x05\x00\x03", 12) + QByteArray(100, '\0') +
               "\r\n--b--\r\n";
    }
    const Reply reply = m_clinic->send(method, path, json, headers);
    QCOMPARE(reply.status, refusal == 429 ? 503 : 502);
    QCOMPARE(reply.json()[QStringLiteral("statusCode")].toInt(), reply.status);
    QVERIFY(m_clinic->settles());
}

void TestApiPeers::kaleyrasWantOfAPlusUserIsTheClients_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("POST") << true;
    QTest::newRow("PATCH") << false;
}

/// The rule is Kaleyra's too, and the body is the documented one, whoever found out.
void TestApiPeers::kaleyrasWantOfAPlusUserIsTheClients()
{
    QFETCH(bool, isNew);
    const QString id = created(body(people(2, {doctor, patient})));
    m_kaleyra->server.on("POST", "/v2/rooms", {{.status = 422, .body = R"({"code":"no_plus_user"})"}});
    const QByteArray wish = people(2, {doctor, stranger});
    const Reply reply = isNew ? m_clinic->send("POST", QStringLiteral("/teleconsultation"), body(wish))
                              : m_clinic->send("PATCH", QStringLiteral("/teleconsultation/") + id, "{" + wish + "}");
    QCOMPARE(reply.status, 400);
    const QString error =
        QStringLiteral("Failed %1 /teleconsultation: no plus user in room").arg(isNew ? u"POST" : u"PATCH");
    QCOMPARE(reply.json(), QJsonObject({{QStringLiteral("error"), error}}));
}

void TestApiPeers::anEndThatFailedCanBeAskedForAgain()
{
    m_clinic->policy.deleteUploads = false;
    m_clinic->serve();
    const QString id = created(body(people(2, {doctor, patient})));
    const QString call = QStringLiteral("/teleconsultation/%1/call").arg(id);
    QCOMPARE(m_clinic->sendAs("doctor", "PUT", call).status, 204);
    QCOMPARE(m_clinic->record(id).progress, Progress::InCall);
    m_clinic->store.failProgress = test::errorOf(Error::Kind::Unreachable);
    QCOMPARE(m_clinic->sendAs("doctor", "DELETE", call).status, 503);
    m_clinic->store.failProgress.reset();
    QCOMPARE(m_clinic->sendAs("doctor", "DELETE", call).status, 204);
    QCOMPARE(m_clinic->record(id).progress, Progress::Held);
    QVERIFY(m_clinic->openIntents().isEmpty());
}

QTEST_GUILESS_MAIN(TestApiPeers)
#include "test_api_peers.moc"
