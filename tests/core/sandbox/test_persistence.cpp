// What lasts from one run to the next.
#include "tests/core/sandbox/sandbox_fixture.h"
#include "tests/support/reserved_port.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPluginLoader>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

class TestPersistence : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void linksOutliveARestart();
    void everythingOutlivesARestart();
    void deletedRoomsStayDead();
    void filesThatLostTheirRoomGo();
    void usedTimeOutlivesARestart();
    void takesAnotherPortWhenItsOwnIsTaken();
    void takesTheGivenPort();
    void startsAnewInMemory();
    void keepsTheStatePrivate();
    void putsADamagedStateAside_data();
    void putsADamagedStateAside();
    void leavesTheStateOfALaterVersionAlone();
    void saysWhenTheStateCannotBeWritten();
    void saysWhenAChangeCannotBeWritten();
    void oneProgramAtATime();
    void loadsAsAPlugin();

private:
    QString stateFile() const { return m_folder->filePath(QStringLiteral("kept/state.json")); }

    void write(const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(stateFile()).absolutePath()));
        QFile file(stateFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    Options options() const
    {
        Options result;
        result.stateFile = stateFile();
        result.uploadDir = m_folder->filePath(QStringLiteral("uploads"));
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPersistence::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestPersistence::linksOutliveARestart()
{
    Fixture fixture(options());
    const QJsonObject room = fixture.room();
    const Endpoint before = fixture.endpoint();
    fixture.restart();
    QCOMPARE(fixture.endpoint().baseUrl, before.baseUrl);
    QCOMPARE(fixture.endpoint().apiKey, before.apiKey);
    QCOMPARE(fixture.endpoint().endCallRedirectUrl, before.endCallRedirectUrl);
    QCOMPARE(fixture.page(linkOf(room, 1)).status, 200);
}

void TestPersistence::everythingOutlivesARestart()
{
    Fixture fixture(options());
    const QJsonObject room = fixture.room({{QStringLiteral("duration"), 3600}, {QStringLiteral("live"), true}});
    const Answer background = fixture.sendFile(QStringLiteral("/v2/company/virtual-background"), "virtual_background",
                                               "image/jpeg", jpeg(1280, 1280));
    fixture.put(QStringLiteral("/v2/company"),
                {{QStringLiteral("background_alias"), background.text("background_alias")},
                 {QStringLiteral("name"), QStringLiteral("Clinica")}});
    fixture.put(QStringLiteral("/v2/company/theme"),
                {{QStringLiteral("dark"), QJsonObject{{QStringLiteral("primary_color"), QStringLiteral("#123456")}}}});
    fixture.sendFile(QStringLiteral("/call/files"), "file", "text/plain", "content", tokenOf(room, 0).toLatin1());
    const QString paths[] = {QStringLiteral("/v2/users"),
                             QStringLiteral("/v2/rooms"),
                             QStringLiteral("/v2/company"),
                             QStringLiteral("/v2/company/theme"),
                             QStringLiteral("/v2/company/virtual-backgrounds"),
                             QStringLiteral("/v2/uploads"),
                             QStringLiteral("/v2/rooms/") + room.value(QLatin1String("id")).toString()};
    QList<QJsonObject> before;
    for (const QString &path : paths)
        before.append(fixture.get(path).json);
    fixture.restart();
    for (const QString &path : paths)
        QCOMPARE(fixture.get(path).json, before.takeFirst());
    QCOMPARE(fixture.page(QUrl(background.text("url"))).body, jpeg(1280, 1280));
    const QString key = fixture.get(QStringLiteral("/v2/uploads"))
                            .json.value(QLatin1String("uploads"))[0][QLatin1String("key")]
                            .toString();
    const Answer upload =
        fixture.get(QStringLiteral("/v2/uploads/") + QString::fromLatin1(QUrl::toPercentEncoding(key)));
    QCOMPARE(fixture.page(QUrl(upload.text("url"))).body, QByteArray("content"));
}

void TestPersistence::deletedRoomsStayDead()
{
    Fixture fixture(options());
    const QJsonObject room = fixture.room();
    fixture.remove(QStringLiteral("/v2/rooms/") + room.value(QLatin1String("id")).toString());
    fixture.restart();
    QCOMPARE(fixture.page(linkOf(room, 0)).status, 410);
}

void TestPersistence::filesThatLostTheirRoomGo()
{
    Fixture fixture(options());
    const QJsonObject room = fixture.room();
    fixture.sendFile(QStringLiteral("/call/files"), "file", "text/plain", "content", tokenOf(room, 0).toLatin1());
    const QDir uploads(options().uploadDir);
    QCOMPARE(uploads.entryList(QDir::Files).size(), 1);
    fixture.stop();
    // As earlier versions left it: the room is gone, its file is not.
    QFile file(stateFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
    state.insert(QStringLiteral("rooms"), QJsonArray());
    QVERIFY(file.resize(0) && file.seek(0));
    file.write(QJsonDocument(state).toJson());
    file.close();
    fixture.restart();
    QCOMPARE(fixture.get(QStringLiteral("/v2/uploads")).json.value(QLatin1String("count")).toInt(-1), 0);
    QVERIFY(uploads.entryList(QDir::Files).isEmpty());
}

void TestPersistence::usedTimeOutlivesARestart()
{
    Fixture fixture(options());
    const QJsonObject room = fixture.room({{QStringLiteral("duration"), 3600}});
    {
        Visitor first(fixture, tokenOf(room, 0));
        Visitor second(fixture, tokenOf(room, 1));
        first.join();
        second.join();
        fixture.clock().advance(std::chrono::minutes(10));
        fixture.stop();
    }
    fixture.restart();
    const Answer answer = fixture.get(QStringLiteral("/v2/rooms/") + room.value(QLatin1String("id")).toString());
    QCOMPARE(answer.json.value(QLatin1String("duration_used")).toInt(), 600);
}

void TestPersistence::takesAnotherPortWhenItsOwnIsTaken()
{
    Fixture fixture(options());
    const auto port = quint16(fixture.endpoint().baseUrl.port());
    fixture.stop();
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, port));
    fixture.restart();
    QVERIFY(fixture.isRunning());
    QVERIFY(fixture.endpoint().baseUrl.port() != port);
    QCOMPARE(fixture.endpoint().endCallRedirectUrl.port(), fixture.endpoint().baseUrl.port());
    QCOMPARE(fixture.get(QStringLiteral("/v2/company")).status, 200);
}

void TestPersistence::takesTheGivenPort()
{
    const teleconsult::test::ReservedPort port;
    Options given = options();
    given.port = port.number();
    const Fixture fixture(given);
    QCOMPARE(quint16(fixture.endpoint().baseUrl.port()), port.number());
}

void TestPersistence::startsAnewInMemory()
{
    Fixture fixture;
    fixture.user();
    const QByteArray key = fixture.endpoint().apiKey;
    fixture.restart();
    QVERIFY(fixture.endpoint().apiKey != key);
    QCOMPARE(fixture.get(QStringLiteral("/v2/users")).json.value(QLatin1String("count")).toInt(-1), 0);
}

void TestPersistence::keepsTheStatePrivate()
{
    Options where = options();
    where.uploadDir = m_folder->filePath(QStringLiteral("more/uploads"));
    Fixture fixture(where);
    QCOMPARE(fixture
                 .sendFile(QStringLiteral("/call/files"), "file", "text/plain", "content",
                           tokenOf(fixture.room(), 0).toLatin1())
                 .status,
             201);
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QString paths[] = {stateFile(), QFileInfo(stateFile()).absolutePath(), where.uploadDir,
                             QFileInfo(where.uploadDir).absolutePath()};
    for (const QString &path : paths) {
        QVERIFY2(QFile::exists(path), qPrintable(path));
        QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
    }
}

void TestPersistence::putsADamagedStateAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"format":1,"api_)");
    QTest::newRow("something else") << QByteArray(R"({"rooms":[]})");
}

void TestPersistence::putsADamagedStateAside()
{
    QFETCH(QByteArray, content);
    for (const QByteArray &found : {QByteArray("of an earlier time"), content}) {
        write(found);
        Fixture fixture(options());
        QVERIFY(fixture.isRunning());
        fixture.user();
        const QString aside = fixture.sandbox().damagedState();
        QCOMPARE(aside, stateFile() + QStringLiteral(".damaged"));
        QFile kept(aside);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), found);
    }
    Fixture next(options());
    QCOMPARE(next.sandbox().damagedState(), QString());
    QCOMPARE(next.get(QStringLiteral("/v2/users")).json.value(QLatin1String("count")).toInt(), 1);
}

void TestPersistence::leavesTheStateOfALaterVersionAlone()
{
    const QByteArray content = R"({"format":2,"api_key":"ak_test_000000000000"})";
    write(content);
    Fixture fixture(options());
    QVERIFY(!fixture.isRunning());
    QCOMPARE(fixture.startError().kind, Error::Kind::Storage);
    QCOMPARE(fixture.startError().code, QStringLiteral("sandbox_state_too_new"));
    QFile file(stateFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestPersistence::saysWhenTheStateCannotBeWritten()
{
    // A folder stands where the file should be.
    QVERIFY(QDir().mkpath(stateFile() + QStringLiteral("/occupied")));
    Fixture fixture(options());
    QVERIFY(!fixture.isRunning());
    QCOMPARE(fixture.startError().kind, Error::Kind::Storage);
}

void TestPersistence::saysWhenAChangeCannotBeWritten()
{
    Fixture fixture(options());
    QVERIFY(QFile::remove(stateFile()));
    QVERIFY(QDir().mkpath(stateFile() + QStringLiteral("/occupied")));
    const Answer answer = fixture.post(QStringLiteral("/v2/users"), {{QStringLiteral("role"), QStringLiteral("plus")}});
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.code(), QStringLiteral("storage_error"));
}

void TestPersistence::oneProgramAtATime()
{
    Fixture first(options());
    first.user();
    Fixture second(options());
    QVERIFY(!second.isRunning());
    QCOMPARE(second.startError().kind, Error::Kind::Storage);
    QCOMPARE(second.startError().code, QStringLiteral("sandbox_in_use"));
    first.stop();
    second.restart();
    QVERIFY(second.isRunning());
    QCOMPARE(second.get(QStringLiteral("/v2/users")).json.value(QLatin1String("count")).toInt(), 1);
}

void TestPersistence::loadsAsAPlugin()
{
    QPluginLoader loader(QStringLiteral(TELECONSULT_SANDBOX_LIBRARY));
    auto *plugin = qobject_cast<SandboxPlugin *>(loader.instance());
    QVERIFY2(plugin, qPrintable(loader.errorString()));
    const Result<std::unique_ptr<Sandbox>> started = plugin->start(options());
    QVERIFY(started);
    QVERIFY((*started)->endpoint().baseUrl.port() > 0);
}

QTEST_GUILESS_MAIN(TestPersistence)
#include "test_persistence.moc"
