#include "core/http/redaction.h"

#include <QTest>

using namespace teleconsult::http;

class TestRedaction : public QObject
{
    Q_OBJECT
private slots:
    void url_data();
    void url();
    void text_data();
    void text();
    void textIsShortAndOnOneLine();
    void code_data();
    void code();
};

void TestRedaction::url_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("words") << "https://api.example.org/v2/company"
                           << "https://api.example.org/v2/company";
    QTest::newRow("query") << "https://example.org/v2/rooms?offset=0&token=abc"
                           << "https://example.org/v2/rooms";
    QTest::newRow("fragment") << "https://example.org/rooms#abc"
                              << "https://example.org/rooms";
    QTest::newRow("user and password") << "https://me:secret@example.org/rooms"
                                       << "https://example.org/rooms";
    QTest::newRow("port") << "http://127.0.0.1:8080/v2/rooms"
                          << "http://127.0.0.1:8080/v2/rooms";
    QTest::newRow("id") << "https://example.org/v2/users/tc-0a1b2c"
                        << "https://example.org/v2/users/…";
    QTest::newRow("capitals") << "https://example.org/users/MarioRossi/rooms"
                              << "https://example.org/users/…/rooms";
    QTest::newRow("encoded") << "https://example.org/users/a%40b"
                             << "https://example.org/users/…";
    QTest::newRow("dots") << "https://example.org/users/mario.rossi"
                          << "https://example.org/users/…";
    QTest::newRow("long") << "https://example.org/abcdefghijklmnopqrstuvwxyzabcdefghijkl"
                          << "https://example.org/…";
    QTest::newRow("call link") << "https://acme.bandyer.com/eu/direct-rest-call-handler/Zk3xT9qQ?l=it"
                               << "https://acme.bandyer.com/eu/direct-rest-call-handler/…";
    QTest::newRow("no path") << "https://example.org"
                             << "https://example.org";
}

void TestRedaction::url()
{
    QFETCH(QString, url);
    QFETCH(QString, shown);
    QCOMPARE(redactedUrl(QUrl(url)), shown);
}

void TestRedaction::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("words") << "role must be basic or plus"
                           << "role must be basic or plus";
    QTest::newRow("a code") << "invalid_end_call_redirect_timeout_ms"
                            << "invalid_end_call_redirect_timeout_ms";
    QTest::newRow("a number") << "at most 25 participants"
                              << "at most 25 participants";
    QTest::newRow("a link") << "see https://acme.bandyer.com/eu/x/abc for more"
                            << "see … for more";
    QTest::newRow("another scheme") << "open teleconsult://join/abc now"
                                    << "open … now";
    QTest::newRow("an address") << "user mario.rossi@example.org exists"
                                << "user … exists";
    QTest::newRow("a key") << "key ak_live_0a1b2c3d4e5f is wrong"
                           << "key … is wrong";
    QTest::newRow("a quoted uuid") << "room \"0b1c2d3e-1111-4a5b-8c9d-0123456789ab\" unknown"
                                   << "room \"…\" unknown";
    QTest::newRow("a jwt") << "bad eyJhbGciOiJIUzI1NiJ9.eyJ1Ijoi.c2ln0"
                           << "bad …";
}

void TestRedaction::text()
{
    QFETCH(QString, text);
    QFETCH(QString, safe);
    QCOMPARE(redactedText(text), safe);
}

void TestRedaction::textIsShortAndOnOneLine()
{
    QCOMPARE(redactedText(QString(5000, QLatin1Char('a'))).size(), 200);
    QCOMPARE(redactedText(QStringLiteral("one\ntwo\r\n\tthree")), QStringLiteral("one two three"));
}

void TestRedaction::code_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("safe");
    QTest::newRow("a code") << "user_id_already_exists"
                            << "user_id_already_exists";
    QTest::newRow("a number") << "1042"
                              << "1042";
    QTest::newRow("a sentence") << "not a code"
                                << "";
    QTest::newRow("a key") << "ak_live_0a1b2c3d4e5f"
                           << "";
    QTest::newRow("lines") << "one\ntwo"
                           << "";
    QTest::newRow("too long") << QString(65, QLatin1Char('a')) << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestRedaction::code()
{
    QFETCH(QString, code);
    QFETCH(QString, safe);
    QCOMPARE(safeCode(code), safe);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "test_redaction.moc"
