// Files shared in a call, as participants and as the REST API see them.
#include "tests/core/sandbox/sandbox_fixture.h"

#include <QTest>

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

namespace {

const QString filesPath = QStringLiteral("/call/files");

QString uploadPath(const QString &key)
{
    return QStringLiteral("/v2/uploads/") + QString::fromLatin1(QUrl::toPercentEncoding(key));
}

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<Fixture>(); }
    void cleanup() { m_fixture.reset(); }

    void participantsShareFiles();
    void othersGetNothing();
    void restListsAndDeletes();
    void restFiltersByRoom();
    void refusesAnUnknownType();
    void goWithTheirRoom();
    void knowsNoUnknownUpload();
    void refusesWithoutTheTool();
    void refusesWhatIsNoFile();
    void refusesTooLargeAFile();
    void makesNamesHarmless_data();
    void makesNamesHarmless();

private:
    Answer share(const QJsonObject &room, const QByteArray &content,
                 const QString &name = QStringLiteral("referto.pdf"))
    {
        return m_fixture->sendFile(filesPath, "file", "application/pdf", content, tokenOf(room, 0).toLatin1(), name);
    }

    QJsonArray filesOf(const QJsonObject &room, int participant)
    {
        return m_fixture->asParticipant(filesPath, tokenOf(room, participant))
            .json.value(QLatin1String("files"))
            .toArray();
    }

    std::unique_ptr<Fixture> m_fixture;
};

void TestFiles::participantsShareFiles()
{
    const QJsonObject room = m_fixture->room();
    QCOMPARE(share(room, "content").status, 201);
    const QJsonArray files = filesOf(room, 1);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.at(0)[QLatin1String("name")].toString(), QStringLiteral("referto.pdf"));
    QCOMPARE(files.at(0)[QLatin1String("size")].toInt(), 7);
    const Answer file =
        m_fixture->page(QUrl(m_fixture->endpoint().baseUrl.toString() + files.at(0)[QLatin1String("url")].toString()));
    QCOMPARE(file.body, QByteArray("content"));
    QCOMPARE(file.header("Content-Type"), QByteArray("application/octet-stream"));
    QVERIFY(file.header("Content-Disposition").startsWith("attachment"));
}

void TestFiles::othersGetNothing()
{
    const QJsonObject room = m_fixture->room();
    share(room, "content");
    QVERIFY(filesOf(m_fixture->room(), 0).isEmpty());
    QCOMPARE(m_fixture->asParticipant(filesPath, QStringLiteral("none")).status, 401);
    QCOMPARE(m_fixture->sendFile(filesPath, "file", "text/plain", "x", "none").status, 401);
    QCOMPARE(m_fixture->page(QUrl(m_fixture->endpoint().baseUrl.toString() + QStringLiteral("/files/none"))).status,
             404);
    QCOMPARE(m_fixture->page(QUrl(m_fixture->endpoint().baseUrl.toString() + QStringLiteral("/files/"))).status, 404);
}

void TestFiles::restListsAndDeletes()
{
    const QJsonObject room = m_fixture->room();
    Visitor visitor(*m_fixture, tokenOf(room, 0));
    visitor.join();
    share(room, "content");
    visitor.take(QStringLiteral("files-changed"));
    const QJsonArray uploads =
        m_fixture->get(QStringLiteral("/v2/uploads")).json.value(QLatin1String("uploads")).toArray();
    QCOMPARE(uploads.size(), 1);
    const QJsonObject upload = uploads.at(0).toObject();
    const QString key = upload.value(QLatin1String("key")).toString();
    QCOMPARE(key.count(QLatin1Char('/')), 3);
    QCOMPARE(upload.value(QLatin1String("room_id")), room.value(QLatin1String("id")));
    QVERIFY(!upload.value(QLatin1String("session_id")).toString().isEmpty());
    QCOMPARE(upload.value(QLatin1String("upload_type")).toString(), QStringLiteral("file_upload"));
    const Answer one = m_fixture->get(uploadPath(key));
    QCOMPARE(one.text("key"), key);
    QCOMPARE(m_fixture->page(QUrl(one.text("url"))).body, QByteArray("content"));
    // Slashes that are not encoded are segments.
    QCOMPARE(m_fixture->get(QStringLiteral("/v2/uploads/") + key).code(), QStringLiteral("not_found"));

    QCOMPARE(m_fixture->remove(uploadPath(key)).text("key"), key);
    QVERIFY(!visitor.take(QStringLiteral("files-changed")).isEmpty());
    QCOMPARE(m_fixture->page(QUrl(one.text("url"))).status, 404);
    QVERIFY(filesOf(room, 1).isEmpty());
}

void TestFiles::restFiltersByRoom()
{
    const QJsonObject first = m_fixture->room();
    const QJsonObject second = m_fixture->room();
    share(first, "one");
    share(second, "two");
    const QString query = QStringLiteral("/v2/uploads?room_id=") + first.value(QLatin1String("id")).toString();
    const QJsonArray uploads = m_fixture->get(query).json.value(QLatin1String("uploads")).toArray();
    QCOMPARE(uploads.size(), 1);
    QCOMPARE(uploads.at(0)[QLatin1String("room_id")], first.value(QLatin1String("id")));
    QCOMPARE(
        m_fixture->get(query + QStringLiteral("&upload_type=snapshot")).json.value(QLatin1String("count")).toInt(-1),
        0);
    // A filter that is empty takes nothing: whoever deletes what is listed may have no room.
    QCOMPARE(m_fixture->get(QStringLiteral("/v2/uploads?room_id=")).json.value(QLatin1String("count")).toInt(-1), 0);
}

void TestFiles::refusesAnUnknownType()
{
    const Answer answer = m_fixture->get(QStringLiteral("/v2/uploads?upload_type=video"));
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.code(), QStringLiteral("invalid_upload_type"));
}

void TestFiles::goWithTheirRoom()
{
    const QJsonObject room = m_fixture->room();
    const QJsonObject other = m_fixture->room();
    share(room, "one");
    share(other, "two");
    const QString roomPath = QStringLiteral("/v2/rooms/") + room.value(QLatin1String("id")).toString();
    const QUrl file(m_fixture->endpoint().baseUrl.toString() + filesOf(room, 1).at(0)[QLatin1String("url")].toString());
    QCOMPARE(m_fixture->put(roomPath + QStringLiteral("/disable")).status, 200);
    QCOMPARE(m_fixture->page(file).status, 200);
    QCOMPARE(m_fixture->remove(roomPath).status, 200);
    QCOMPARE(m_fixture->page(file).status, 404);
    const QJsonArray left =
        m_fixture->get(QStringLiteral("/v2/uploads")).json.value(QLatin1String("uploads")).toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0)[QLatin1String("room_id")], other.value(QLatin1String("id")));
}

void TestFiles::knowsNoUnknownUpload()
{
    const QString path = uploadPath(QStringLiteral("sandbox/a/b/1-f"));
    QCOMPARE(m_fixture->get(path).code(), QStringLiteral("upload_key_not_exists"));
    QCOMPARE(m_fixture->get(path).status, 404);
    QCOMPARE(m_fixture->remove(path).code(), QStringLiteral("upload_not_found"));
    QCOMPARE(m_fixture->remove(path).status, 404);
}

void TestFiles::refusesWithoutTheTool()
{
    const QJsonObject room = m_fixture->roomWithTools({{QStringLiteral("chat"), true}});
    const Answer answer = share(room, "content");
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.code(), QStringLiteral("tool_not_allowed"));
    QVERIFY(answer.text("message").contains(QLatin1String("file_upload")));
    QVERIFY(filesOf(room, 0).isEmpty());
}

void TestFiles::refusesWhatIsNoFile()
{
    const QByteArray token = tokenOf(m_fixture->room(), 0).toLatin1();
    QCOMPARE(m_fixture->sendFile(filesPath, "picture", "text/plain", "x", token).code(),
             QStringLiteral("file_not_found"));
    QNetworkRequest request = m_fixture->request(filesPath);
    request.setRawHeader("Authorization", "Bearer " + token);
    QCOMPARE(m_fixture->send("POST", request, "{}").code(), QStringLiteral("file_not_found"));
}

void TestFiles::refusesTooLargeAFile()
{
    const QJsonObject room = m_fixture->room();
    QCOMPARE(share(room, QByteArray(25 * 1024 * 1024 + 1, 'x')).status, 413);
    QVERIFY(filesOf(room, 0).isEmpty());
}

void TestFiles::makesNamesHarmless_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept");
    QTest::newRow("accents") << "città 1.txt"
                             << "città 1.txt";
    QTest::newRow("folders") << "../../etc/passwd"
                             << ".._.._etc_passwd";
    QTest::newRow("a name read backwards") << QStringLiteral("a\u202Egpj.exe") << "a_gpj.exe";
    QTest::newRow("blank") << "  "
                           << "file";
}

void TestFiles::makesNamesHarmless()
{
    QFETCH(QString, given);
    const QJsonObject room = m_fixture->room();
    QCOMPARE(share(room, "x", given).status, 201);
    QTEST(filesOf(room, 0).at(0)[QLatin1String("name")].toString(), "kept");
}

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
