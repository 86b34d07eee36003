#include "core/domain/web_address.h"

#include <QTest>

using namespace teleconsult;

class TestWebAddress : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhereABrowserCouldGo_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isWeb");
        QTest::newRow("encrypted") << QStringLiteral("https://clinic.example/bye?from=call#end") << true;
        QTest::newRow("open") << QStringLiteral("http://clinic.example:8080") << true;
        QTest::newRow("a number") << QStringLiteral("http://[::1]/") << true;
        QTest::newRow("in capitals") << QStringLiteral("HTTPS://CLINIC.EXAMPLE/") << true;
        QTest::newRow("a name alone") << QStringLiteral("clinic.example") << false;
        QTest::newRow("another scheme") << QStringLiteral("ftp://clinic.example/") << false;
        QTest::newRow("a script") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("no host") << QStringLiteral("https:///bye") << false;
        QTest::newRow("a blank within") << QStringLiteral("https://clinic.example/good bye") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void tellsWhereABrowserCouldGo()
    {
        QFETCH(QString, address);
        QTEST(isWebAddress(QUrl(address, QUrl::StrictMode)), "isWeb");
    }
};

QTEST_GUILESS_MAIN(TestWebAddress)
#include "test_web_address.moc"
