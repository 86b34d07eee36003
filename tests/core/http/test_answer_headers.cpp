// Headers that the client reads of an answer.
#include "core/http/answer_headers.h"

#include "core/http/http_client.h"
#include "tests/support/await.h"
#include "tests/support/scripted_server.h"

#include <QTest>

using namespace teleconsult;
using teleconsult::test::await;
using teleconsult::test::ScriptedServer;

class TestAnswerHeaders : public QObject
{
    Q_OBJECT
private slots:
    void dates_data();
    void dates();
    void theTimeAtAPeerIsWhatItSays();
    void nobodysTimeIsKnownWithoutAnAnswer();
};

void TestAnswerHeaders::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("date");
    const QDateTime example(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("as it should be") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << example;
    QTest::newRow("spaces around it") << QByteArray(" Sun, 06 Nov 1994 08:49:37 GMT ") << example;
    QTest::newRow("nothing") << QByteArray() << QDateTime();
    QTest::newRow("a number") << QByteArray("120") << QDateTime();
    QTest::newRow("no such day") << QByteArray("Thu, 31 Feb 1994 08:49:37 GMT") << QDateTime();
}

void TestAnswerHeaders::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, date);
    QCOMPARE(http::httpDate(text), date);
}

void TestAnswerHeaders::theTimeAtAPeerIsWhatItSays()
{
    ScriptedServer server;
    ScriptedServer::Answer refusal;
    refusal.status = 404; // A refusal tells the time as well.
    refusal.headers = {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}};
    server.on("GET", "/x", {refusal});
    http::HttpClient client;
    http::Request request;
    request.url = server.url("/x");
    QVERIFY(!await(client.send(request)));
    const qint64 since = QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC).secsTo(client.timeAt(server.url()));
    QVERIFY2(since >= 0 && since < 60, qPrintable(QString::number(since)));
}

void TestAnswerHeaders::nobodysTimeIsKnownWithoutAnAnswer()
{
    ScriptedServer server;
    const http::HttpClient client;
    QVERIFY(client.timeAt(server.url()).isNull());
}

QTEST_GUILESS_MAIN(TestAnswerHeaders)
#include "test_answer_headers.moc"
