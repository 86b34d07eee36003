// What is taken for the head of a request, and what is refused because others may read it otherwise.
#include "core/serving/request_head.h"

#include <QTest>

using namespace teleconsult::serving;

class TestRequestHead : public QObject
{
    Q_OBJECT
private slots:
    void isReadStrictly_data();
    void isReadStrictly();
    void targets_data();
    void targets();
    void valuesAreTakenAsTheyAre();
    void repeatedHeadersAreJoinedAndTold();
    void framing_data();
    void framing();
};

void TestRequestHead::isReadStrictly_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("refused");
    const QByteArray get = "GET / HTTP/1.1\r\nHost: h\r\n";
    const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
    const auto row = [](const char *name, const QByteArray &head, int refused) {
        QTest::newRow(name) << head + "\r\n" << refused;
    };
    row("good", get, 0);
    row("old version", "GET / HTTP/1.0\r\n", 0);
    row("no host", "GET / HTTP/1.1\r\n", 400);
    row("two hosts", get + "Host: h\r\n", 400);
    row("newer version", "GET / HTTP/2.0\r\nHost: h\r\n", 505);
    row("no version", "GET /\r\nHost: h\r\n", 400);
    row("another protocol", "GET / SSH\r\nHost: h\r\n", 400);
    row("four words", "GET / / HTTP/1.1\r\nHost: h\r\n", 400);
    row("unknown method", "BREW / HTTP/1.1\r\nHost: h\r\n", 501);
    row("trace", "TRACE / HTTP/1.1\r\nHost: h\r\n", 501);
    row("tunnel", "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n", 501);
    row("method in small letters", "get / HTTP/1.1\r\nHost: h\r\n", 501);
    row("nothing", "", 400);
    row("empty line first", "\r\n" + get, 400);
    row("space before the colon", get + "Content-Length : 1\r\n", 400);
    row("no colon", get + "Content-Length\r\n", 400);
    row("no name", get + ": x\r\n", 400);
    row("line that goes on", get + "a: b\r\n c\r\n", 400);
    row("line feed alone", get + "a: b\nTransfer-Encoding: chunked\r\n", 400);
    row("carriage return alone", get + "a: b\rc\r\n", 400);
    row("null", get + QByteArray("a: b\0c\r\n", 8), 400);
    row("null in the name", get + QByteArray("a\0: b\r\n", 7), 400);
    row("letters beyond ASCII in a value", get + "a: Zo\xC3\xAB\r\n", 0);
    row("letters beyond ASCII in a target", "GET /Zo\xC3\xAB HTTP/1.1\r\nHost: h\r\n", 400);
    row("length", post + "Content-Length: 5\r\n", 0);
    row("length twice", post + "Content-Length: 5\r\nContent-Length: 6\r\n", 400);
    row("the same length twice", post + "Content-Length: 5\r\ncontent-length: 5\r\n", 400);
    row("list of lengths", post + "Content-Length: 5, 5\r\n", 400);
    row("signed length", post + "Content-Length: +5\r\n", 400);
    row("negative length", post + "Content-Length: -5\r\n", 400);
    row("hexadecimal length", post + "Content-Length: 0x5\r\n", 400);
    row("encoded length", post + "Content-Length: 1%30\r\n", 400);
    row("no length at all", post + "Content-Length:\r\n", 400);
    row("endless length", post + "Content-Length: 99999999999999999999\r\n", 400);
    row("chunks", post + "Transfer-Encoding: chunked\r\n", 0);
    row("chunks and a length", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400);
    row("chunks twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400);
    row("chunks of an old version", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n", 400);
    row("other coding", post + "Transfer-Encoding: gzip, chunked\r\n", 501);
    row("coding in disguise", post + "Transfer-Encoding: xchunked\r\n", 501);
    row("kind twice", post + "Content-Type: a/b\r\nContent-Type: c/d\r\n", 400);
    QByteArray many = get;
    for (int i = 0; i < maximumHeaders; ++i)
        many += "a" + QByteArray::number(i) + ": b\r\n";
    row("too many headers", many, 431);
}

void TestRequestHead::isReadStrictly()
{
    QFETCH(QByteArray, head);
    QFETCH(int, refused);
    RequestHead read;
    QCOMPARE(readHead(head, read), refused);
}

void TestRequestHead::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("refused");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("query");
    QTest::newRow("path") << QByteArray("/a/b") << 0 << "h:1"
                          << "/a/b"
                          << "";
    QTest::newRow("query") << QByteArray("/a?b=c?d") << 0 << "h:1"
                           << "/a"
                           << "b=c?d";
    QTest::newRow("encoded") << QByteArray("/a%2Fb%00") << 0 << "h:1"
                             << "/a%2Fb%00"
                             << "";
    QTest::newRow("absolute") << QByteArray("http://other:2/a?b=c") << 0 << "other:2"
                              << "/a"
                              << "b=c";
    QTest::newRow("absolute without a path") << QByteArray("HTTP://other?b") << 0 << "other"
                                             << "/"
                                             << "b";
    QTest::newRow("absolute with a person") << QByteArray("http://h:1@other/") << 400 << ""
                                            << ""
                                            << "";
    QTest::newRow("absolute without a host") << QByteArray("http:///a") << 400 << ""
                                             << ""
                                             << "";
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << 400 << ""
                          << ""
                          << "";
    QTest::newRow("star") << QByteArray("*") << 400 << ""
                          << ""
                          << "";
    QTest::newRow("relative") << QByteArray("a/b") << 400 << ""
                              << ""
                              << "";
    QTest::newRow("fragment") << QByteArray("/a#b") << 400 << ""
                              << ""
                              << "";
}

void TestRequestHead::targets()
{
    QFETCH(QByteArray, target);
    QFETCH(int, refused);
    QFETCH(QString, host);
    QFETCH(QString, path);
    QFETCH(QString, query);
    RequestHead read;
    QCOMPARE(readHead("GET " + target + " HTTP/1.1\r\nHost: h:1\r\n\r\n", read), refused);
    if (refused != 0)
        return;
    QCOMPARE(read.host, host);
    QCOMPARE(read.request.path, path);
    QCOMPARE(read.request.query.toString(), query);
}

void TestRequestHead::valuesAreTakenAsTheyAre()
{
    RequestHead read;
    QCOMPARE(readHead("GET / HTTP/1.1\r\nHost: h\r\nMiaUserId: \t a%20b%0d%0ac: d+e \r\n\r\n", read), 0);
    QCOMPARE(read.request.header("miauserid"), QByteArray("a%20b%0d%0ac: d+e"));
}

void TestRequestHead::repeatedHeadersAreJoinedAndTold()
{
    RequestHead read;
    QCOMPARE(readHead("GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\na: 2\r\nCookie: c\r\ncookie: d\r\n\r\n", read), 0);
    QCOMPARE(read.request.header("a"), QByteArray("1, 2"));
    QCOMPARE(read.request.header("cookie"), QByteArray("c; d"));
    QCOMPARE(read.request.repeatedHeaders, (QSet<QByteArray>{"a", "cookie"}));
}

void TestRequestHead::framing_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("hasBody");
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("none") << QByteArray("x: y\r\n") << false << QByteArray();
    QTest::newRow("length") << QByteArray("content-length: 5\r\nx: y\r\n") << true
                            << QByteArray("Content-Length: 5\r\n");
    QTest::newRow("chunks") << QByteArray("Transfer-Encoding: Chunked\r\nExpect: 100-Continue\r\n") << true
                            << QByteArray("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n");
}

void TestRequestHead::framing()
{
    QFETCH(QByteArray, headers);
    QFETCH(bool, hasBody);
    QFETCH(QByteArray, framing);
    RequestHead read;
    QCOMPARE(readHead("POST / HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n", read), 0);
    QCOMPARE(read.hasBody, hasBody);
    QCOMPARE(read.framing, framing);
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "test_request_head.moc"
