// What a kiosk makes of the codes before its camera, whoever has made them.
#include "core/domain/scanned_code.h"

#include <QTest>

using namespace teleconsult;
using What = ScannedCode::What;

class TestScannedCode : public QObject
{
    Q_OBJECT
private slots:
    void whatIsTaken_data()
    {
        QTest::addColumn<QList<QByteArray>>("contents");
        QTest::addColumn<ScannedCode>("read");
        const QByteArray code("7K3M9QXD");
        const QByteArray link("https://clinic.bandyer.example/direct-rest-call-handler/8a7f-93be?lang=it");
        const ScannedCode taken{What::Code, QStringLiteral("7K3M9QXD")};
        const ScannedCode other{What::Other, {}};
        using List = QList<QByteArray>;

        QTest::newRow("nothing") << List{} << ScannedCode{};
        QTest::newRow("a code") << List{code} << taken;
        QTest::newRow("a slip, the code last") << List{link, code} << taken;
        QTest::newRow("a slip, the code first") << List{code, link} << taken;
        QTest::newRow("the same twice") << List{code, code} << taken;
        QTest::newRow("two people's") << List{code, link, "0123ABCD"} << ScannedCode{What::Several, {}};
        QTest::newRow("three people's") << List{code, "0123ABCD", code} << ScannedCode{What::Several, {}};
        QTest::newRow("the telephone's link") << List{link} << other;
        QTest::newRow("the program's link") << List{"teleconsult://teleconsultation/7K3M9QXD"} << other;
        QTest::newRow("a link that ends with a code") << List{"https://evil.example/7K3M9QXD"} << other;
        QTest::newRow("another scheme") << List{"javascript:alert(1)"} << other;
        QTest::newRow("a file") << List{"file:///etc/passwd"} << other;
        QTest::newRow("empty") << List{""} << other;
        QTest::newRow("too short") << List{"7K3M9QX"} << other;
        QTest::newRow("too long") << List{"7K3M9QXD0"} << other;
        QTest::newRow("as it is read out") << List{"7K3M 9QXD"} << other;
        QTest::newRow("as it may be typed") << List{"7k3m9qxd"} << other;
        QTest::newRow("letters that no code has") << List{"LOOKHERE"} << other;
        QTest::newRow("a line more") << List{"7K3M9QXD\n"} << other;
        QTest::newRow("a zero byte") << List{QByteArray("7K3M9QX\0", 8)} << other;
        QTest::newRow("no ASCII") << List{"7K3M9Q\xc3\x84"} << other;
        QTest::newRow("full-width digits") << List{"\xef\xbc\x97\xef\xbc\x98__"} << other;
        QTest::newRow("all that a QR code can hold") << List{QByteArray(2953, '7')} << other;
        QTest::newRow("megabytes") << List{code.repeated(1 << 20)} << other;
    }
    void whatIsTaken()
    {
        QFETCH(QList<QByteArray>, contents);
        QFETCH(ScannedCode, read);
        QCOMPARE(readScannedCodes(contents), read);
    }
};

QTEST_APPLESS_MAIN(TestScannedCode)
#include "test_scanned_code.moc"
