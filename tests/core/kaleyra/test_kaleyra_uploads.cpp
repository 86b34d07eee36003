// The part of KaleyraClient for files shared in calls.
#include "core/kaleyra/kaleyra_client.h"
#include "tests/core/kaleyra/kaleyra_fixture.h"
#include "tests/support/await.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using namespace teleconsult::kaleyra::test;
using teleconsult::test::await;
using teleconsult::test::ScriptedServer;

namespace {

/// A list of `total` files whose keys are "env/company/user/<n>".
ScriptedServer::Handler uploads(int total)
{
    return [total](const ScriptedServer::Request &request) {
        const QUrlQuery query(QString::fromLatin1(request.query));
        const int offset = query.queryItemValue(QStringLiteral("offset")).toInt();
        const int count = std::clamp(total - offset, 0, query.queryItemValue(QStringLiteral("limit")).toInt());
        QJsonArray items;
        for (int i = offset; i < offset + count; ++i)
            items.append(QJsonObject{{QStringLiteral("key"), QStringLiteral("env/company/user/%1").arg(i)}});
        const QJsonObject body{{QStringLiteral("uploads"), items},
                               {QStringLiteral("has_more"), offset + count < total}};
        return ScriptedServer::Answer{.body = QJsonDocument(body).toJson()};
    };
}

} // namespace

class TestKaleyraUploads : public QObject
{
    Q_OBJECT
private slots:
    void listsAllUploads_data();
    void listsAllUploads();
    void leavesOutThoseOfOtherRooms();
    void aListOfUploadsThatFailsIsNoEmptyList();
    void deletesAnUpload_data();
    void deletesAnUpload();
};

void TestKaleyraUploads::listsAllUploads_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("requests");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("a full page") << 100 << 1;
    QTest::newRow("three pages") << 201 << 3;
}

void TestKaleyraUploads::listsAllUploads()
{
    QFETCH(int, total);
    QFETCH(int, requests);
    Kaleyra kaleyra;
    kaleyra.server.handle("GET", "/v2/uploads", uploads(total));
    const Result<QStringList> keys = await(kaleyra.client.uploadKeys(QStringLiteral("room 1&2")));
    QVERIFY(keys);
    QCOMPARE(keys->size(), total);
    QCOMPARE(QSet<QString>(keys->begin(), keys->end()).size(), total);
    QCOMPARE(kaleyra.server.requests().size(), requests);
    QVERIFY(kaleyra.server.requests().value(0).query.contains("room_id=room%201%262"));
}

void TestKaleyraUploads::leavesOutThoseOfOtherRooms()
{
    Kaleyra kaleyra;
    // A Kaleyra that takes no notice of the filter. The first page is full of what another room shared.
    kaleyra.server.handle("GET", "/v2/uploads", [](const ScriptedServer::Request &request) {
        QJsonArray items;
        const auto add = [&items](const QString &key, const QJsonValue &room) {
            items.append(QJsonObject{{QStringLiteral("key"), key}, {QStringLiteral("room_id"), room}});
        };
        const bool isFirst = request.query.contains("offset=0");
        for (int i = 0; isFirst && i < 100; ++i)
            add(QStringLiteral("other%1").arg(i), QStringLiteral("r2"));
        if (!isFirst) {
            add(QStringLiteral("ours"), QStringLiteral("r"));
            add(QStringLiteral("nobodys"), QJsonValue::Null);
            items.append(QJsonObject{{QStringLiteral("key"), QStringLiteral("unsaid")}});
        }
        return ScriptedServer::Answer{.body = QJsonDocument(QJsonObject{{QStringLiteral("uploads"), items}}).toJson()};
    });
    const Result<QStringList> keys = await(kaleyra.client.uploadKeys(QStringLiteral("r")));
    QVERIFY(keys);
    QCOMPARE(*keys, QStringList({QStringLiteral("ours"), QStringLiteral("unsaid")}));
    QVERIFY(kaleyra.server.requests().value(1).query.contains("offset=100"));
}

void TestKaleyraUploads::aListOfUploadsThatFailsIsNoEmptyList()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/uploads", {{.body = R"({"files":[]})"}});
    const Result<QStringList> keys = await(kaleyra.client.uploadKeys(QStringLiteral("r")));
    QVERIFY(!keys);
    QCOMPARE(keys.error().kind, Error::Kind::BadAnswer);
}

void TestKaleyraUploads::deletesAnUpload_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("done");
    QTest::newRow("deleted") << 200 << QByteArray(R"({"key":"a/b"})") << true;
    QTest::newRow("gone") << 404 << QByteArray() << true;
    QTest::newRow("unknown") << 400 << QByteArray(R"({"code":"upload_not_found"})") << true;
    QTest::newRow("refused") << 403 << QByteArray() << false;
    QTest::newRow("failing") << 500 << QByteArray() << false;
}

void TestKaleyraUploads::deletesAnUpload()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(bool, done);
    Kaleyra kaleyra;
    kaleyra.server.on("DELETE", "/v2/uploads/a%2Fb", {{.status = status, .body = answer}});
    QCOMPARE(await(kaleyra.client.deleteUpload(QStringLiteral("a/b"))).has_value(), done);
    QVERIFY(kaleyra.server.count("DELETE", "/v2/uploads/a%2Fb") >= 1);
}

QTEST_GUILESS_MAIN(TestKaleyraUploads)
#include "test_kaleyra_uploads.moc"
