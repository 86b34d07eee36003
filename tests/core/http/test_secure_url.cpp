#include "core/http/secure_url.h"

#include <QTest>

using namespace teleconsult;

class TestSecureUrl : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatStaysOnThisComputerAndWhatCannotBeRead_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isLoopback");
        QTest::addColumn<bool>("isSafe");
        QTest::newRow("encrypted") << QStringLiteral("https://crud.example.org/v2") << false << true;
        QTest::newRow("open") << QStringLiteral("http://crud.example.org/v2") << false << false;
        QTest::newRow("this computer by name") << QStringLiteral("http://LOCALHOST:8080/") << true << true;
        QTest::newRow("by number") << QStringLiteral("http://127.8.9.1/") << true << true;
        QTest::newRow("version 6") << QStringLiteral("http://[::1]:8080/") << true << true;
        QTest::newRow("a name that begins alike") << QStringLiteral("http://localhost.example.org/") << false << false;
        QTest::newRow("a name that ends alike") << QStringLiteral("http://evil.localhost/") << false << false;
        QTest::newRow("every address of the computer") << QStringLiteral("http://0.0.0.0/") << false << false;
        QTest::newRow("another scheme") << QStringLiteral("ftp://127.0.0.1/") << true << false;
        QTest::newRow("no host") << QStringLiteral("https:///v2") << false << false;
        QTest::newRow("nothing") << QString() << false << false;
    }

    void tellsWhatStaysOnThisComputerAndWhatCannotBeRead()
    {
        QFETCH(QString, address);
        QTEST(http::isLoopback(QUrl(address)), "isLoopback");
        QTEST(http::travelsSafely(QUrl(address)), "isSafe");
    }
};

QTEST_GUILESS_MAIN(TestSecureUrl)
#include "test_secure_url.moc"
