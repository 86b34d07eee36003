// Bodies of all kinds and sizes, over HTTP.
#include "tests/core/api/served_clinic.h"

using namespace teleconsult;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

namespace {

const QString imagePath = QStringLiteral("/settings/background-image");

QByteArray formOf(const QByteArrayList &files)
{
    QByteArray body;
    for (const QByteArray &file : files)
        body += "--b\r\nContent-Disposition: form-data; name=\"virtual_background\"; filename=\"f.jpg\"\r\n"
                "Content-Type: image/jpeg\r\n\r\n" +
                file + "\r\n";
    return body + "--b--\r\n";
}

/// A JPEG as far as its frame header tells, with as much behind it.
QByteArray picture(qsizetype size)
{
    return QByteArray("\xFF\xD8\xFF\xC0\x00\x11\x08\x05\x00\x05\x00\x03", 12) + QByteArray(size - 12, '\0');
}

} // namespace

class TestApiBodies : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedClinic> m_clinic;

    Reply post(const QByteArray &body, const QByteArray &contentType)
    {
        return m_clinic->send("POST", imagePath, body, {{"miauserid", "d"}, {"content-type", contentType}});
    }

private slots:
    void init() { m_clinic = std::make_unique<ServedClinic>(); }
    void cleanup() { m_clinic.reset(); }

    void backgrounds_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("named");
        const QByteArray form = "multipart/form-data; boundary=b";
        const qsizetype most = service::maximumBackgroundBytes;
        const QByteArray small = picture(4000);
        QTest::newRow("the largest") << formOf({picture(most)}) << form << 200 << QString();
        QTest::newRow("a byte more") << formOf({picture(most + 1)}) << form << 413 << "virtual_background";
        QTest::newRow("much more") << formOf({picture(most + 4 * 1024 * 1024)}) << form << 413 << "virtual_background";
        QTest::newRow("two") << formOf({small, small}) << form << 400 << "virtual_background";
        QTest::newRow("none") << formOf({}) << form << 400 << QString();
        QTest::newRow("JSON") << QByteArray("{}") << QByteArray("application/json") << 415 << "multipart/form-data";
        QTest::newRow("another form") << QByteArray("a=b") << QByteArray("application/x-www-form-urlencoded") << 415
                                      << "multipart/form-data";
    }

    void backgrounds()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        QFETCH(int, status);
        QFETCH(QString, named);
        const Reply reply = post(body, contentType);
        QVERIFY2(reply.status == status, reply.body);
        if (status == 200)
            return;
        QCOMPARE(reply.json()[QStringLiteral("statusCode")].toInt(), status);
        QVERIFY2(reply.json()[QStringLiteral("message")].toString().contains(named), reply.body);
    }

    void badChanges_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *method, const char *path, const char *body,
                            const char *field) {
            QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path) << QByteArray(body)
                                << QString::fromLatin1(field);
        };
        const char *one = "/teleconsultation/<id>";
        row("change: unknown field", "PATCH", one, R"({"colour":"red"})", "colour");
        row("change: null", "PATCH", one, R"({"end_date":null})", "end_date");
        row("change: nothing named", "PATCH", one, "{}", "body");
        row("change: a text for a number", "PATCH", one, R"({"duration_in_seconds":"3600"})", "duration_in_seconds");
        row("change: an impossible date", "PATCH", one, R"({"start_date":"2027-02-30T10:00:00.000Z"})", "start_date");
        row("change: a start after the end", "PATCH", one, R"({"start_date":"2127-02-20T10:00:00.000Z"})",
            "start_date");
        row("change: an end before the start", "PATCH", one, R"({"end_date":"2001-02-20T10:00:00.000Z"})", "end_date");
        row("change: an unknown group", "PATCH", one,
            R"({"participants":{"number":2,"data":[{"userExternalId":"a","groups":["doctor","x"],"fullName":"A"}]}})",
            "participants.data[0].groups");
        row("change: more data than number", "PATCH", one,
            R"({"participants":{"number":2,"data":[{"userExternalId":"a","groups":["doctor"],"fullName":"A"},)"
            R"({"userExternalId":"b","groups":["patient"],"fullName":"B"},)"
            R"({"userExternalId":"c","groups":["patient"],"fullName":"C"}]}})",
            "participants.data");
        const char *add = "/teleconsultation/<id>/participants/data";
        row("add: nobody", "POST", add, "{}", "userExternalId");
        row("add: no groups", "POST", add, R"({"userExternalId":"new","fullName":"N"})", "groups");
        row("add: an unknown group", "POST", add,
            R"({"userExternalId":"new","fullName":"N","groups":["patient","gardener"]})", "groups");
        row("add: null", "POST", add, R"({"userExternalId":"new","fullName":"N","groups":["patient"],"language":null})",
            "language");
        row("add: an unknown field", "POST", add,
            R"({"userExternalId":"new","fullName":"N","groups":["patient"],"nick":"n"})", "nick");
        row("add: who is there", "POST", add, R"({"userExternalId":"user1","fullName":"N","groups":["doctor"]})",
            "userExternalId");
        row("settings: nothing", "PATCH", "/settings/update", "{}", "background_alias");
        row("settings: a number", "PATCH", "/settings/update", R"({"background_alias":1})", "background_alias");
        row("settings: empty", "PATCH", "/settings/update", R"({"background_alias":" "})", "background_alias");
        row("settings: unknown", "PATCH", "/settings/update", R"({"background_alias":"nonesuch"})", "background_alias");
        row("settings: an unknown field", "PATCH", "/settings/update", R"({"background_alias":"a","theme":1})",
            "theme");
    }

    /// Refused by name, and nothing is made or changed anywhere.
    void badChanges()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        TeleconsultationRequest wish = m_clinic->request(3);
        wish.participants = {test::person(QStringLiteral("user1"), QStringLiteral("doctor"))};
        const QString id = m_clinic->created(wish);
        const Teleconsultation before = m_clinic->record(id);
        const auto users = m_clinic->users();
        const Reply reply = m_clinic->sendAs("user1", method, path.replace(QStringLiteral("<id>"), id), body);
        QVERIFY2(reply.status == 400, reply.body);
        QCOMPARE(reply.json()[QStringLiteral("statusCode")].toInt(), 400);
        const QString message = reply.json()[QStringLiteral("message")].toString();
        QVERIFY2(message.startsWith(field + QLatin1Char(' ')), qPrintable(message));
        QCOMPARE(m_clinic->record(id), before);
        QCOMPARE(m_clinic->users(), users);
        QCOMPARE(m_clinic->rooms().size(), 0);
    }

    void nobodyMayOpenTheRoomOfTheLastOne()
    {
        TeleconsultationRequest wish = m_clinic->request(2);
        wish.participants = {test::person(QStringLiteral("user2"))};
        const QString path = QStringLiteral("/teleconsultation/%1/participants/data").arg(m_clinic->created(wish));
        const auto users = m_clinic->users().size();
        const Reply reply =
            m_clinic->send("POST", path, R"({"userExternalId":"user3","fullName":"N","groups":["patient"]})");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json(), QJsonObject({{QStringLiteral("error"),
                                             QStringLiteral("Failed POST %1: no plus user in room").arg(path)}}));
        QCOMPARE(m_clinic->users().size(), users);
    }

    void whatIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        const QString one = QStringLiteral("/teleconsultation/room_xyz");
        QTest::newRow("change") << QByteArray("PATCH") << one << QByteArray(R"({"duration_in_seconds":600})");
        QTest::newRow("delete") << QByteArray("DELETE") << one << QByteArray();
        QTest::newRow("add") << QByteArray("POST") << one + QStringLiteral("/participants/data")
                             << QByteArray(R"({"userExternalId":"new","fullName":"N","groups":["patient"]})");
        QTest::newRow("uploads") << QByteArray("DELETE") << one + QStringLiteral("/uploads") << QByteArray();
    }

    /// The seed shows another body for GET, and for GET alone.
    void whatIsNotThere()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        m_clinic->policy.deleteUploads = true;
        m_clinic->serve();
        const Reply reply = m_clinic->sendAs("user1", method, path, body);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.json(),
                 QJsonObject({{QStringLiteral("statusCode"), 404},
                              {QStringLiteral("error"), QStringLiteral("Not Found")},
                              {QStringLiteral("message"), QStringLiteral("Room with id room_xyz not found on CRUD")}}));
    }

    /// Nor a length: by HTTP a request without either has an empty one.
    void aTokenNeedsNoBody()
    {
        const QByteArray answer = test::talk(*m_clinic, "POST /credentials HTTP/1.1\r\nHost: {host}\r\n{token}\r\n"
                                                        "miauserid: d\r\nmiausergroups: doctor\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 201"), answer.constData());
        QVERIFY(answer.contains("accessToken"));
    }

    void aTextIsSmallerThanAFile()
    {
        const Reply reply =
            m_clinic->send("POST", QStringLiteral("/teleconsultation"), QByteArray(2 * 1024 * 1024, ' '));
        QCOMPARE(reply.status, 413);
        QCOMPARE(m_clinic->recordCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestApiBodies)
#include "test_api_bodies.moc"
