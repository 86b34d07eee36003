// Whom a station names when it needs help.
#include "core/domain/support_address.h"

#include <QTest>

using namespace teleconsult;

class TestSupportAddress : public QObject
{
    Q_OBJECT

private slots:
    void links_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<bool>("isReachable");
        QTest::newRow("none") << QString() << QByteArray() << false;
        QTest::newRow("telephone") << QStringLiteral("+39 02 1234-567") << QByteArray("tel:+39021234567") << true;
        QTest::newRow("extension") << QStringLiteral(" 4711 ") << QByteArray("tel:4711") << true;
        QTest::newRow("mail") << QStringLiteral("help@clinic.example") << QByteArray("mailto:help@clinic.example")
                              << true;
        QTest::newRow("web") << QStringLiteral("https://clinic.example/help")
                             << QByteArray("https://clinic.example/help") << true;
        QTest::newRow("words") << QStringLiteral("Ask Anna, room 12") << QByteArray("Ask Anna, room 12") << false;
        QTest::newRow("words with a sign") << QStringLiteral("Anna @ room 12") << QByteArray("Anna @ room 12") << false;
    }
    void links()
    {
        QFETCH(QString, address);
        QTEST(supportLink(address), "link");
        QTEST(isSupportReachable(address), "isReachable");
    }
};

QTEST_GUILESS_MAIN(TestSupportAddress)
#include "test_support_address.moc"
