#include "core/domain/json.h"

#include <QTest>

using namespace teleconsult;

class TestJson : public QObject
{
    Q_OBJECT
private slots:
    void isWrittenOnOneLine();
    void wholeNumbers_data();
    void wholeNumbers();
};

void TestJson::isWrittenOnOneLine()
{
    const QJsonArray list{QStringLiteral("Zoë\n"), 1, QJsonValue()};
    QCOMPARE(compactJson(list), QByteArray(R"(["Zoë\n",1,null])"));
    QCOMPARE(compactJson(QJsonObject{{QStringLiteral("a"), list}}), QByteArray(R"({"a":["Zoë\n",1,null]})"));
    QCOMPARE(compactJson(QJsonObject()), QByteArray("{}"));
}

void TestJson::wholeNumbers_data()
{
    using Number = std::optional<int>;
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<Number>("number");
    QTest::newRow("whole") << QByteArray("3600") << Number(3600);
    QTest::newRow("zero") << QByteArray("0") << Number(0);
    QTest::newRow("negative") << QByteArray("-1") << Number(-1);
    QTest::newRow("with an empty fraction") << QByteArray("3.0") << Number(3);
    QTest::newRow("with an exponent") << QByteArray("2e3") << Number(2000);
    QTest::newRow("the largest") << QByteArray("2147483647") << Number(2147483647);
    QTest::newRow("one more") << QByteArray("2147483648") << Number();
    QTest::newRow("the smallest") << QByteArray("-2147483648") << Number(std::numeric_limits<int>::min());
    QTest::newRow("one less") << QByteArray("-2147483649") << Number();
    QTest::newRow("far too large") << QByteArray("1e300") << Number();
    QTest::newRow("a fraction") << QByteArray("3.5") << Number();
    QTest::newRow("text") << QByteArray("\"3\"") << Number();
    QTest::newRow("truth") << QByteArray("true") << Number();
    QTest::newRow("null") << QByteArray("null") << Number();
    QTest::newRow("a list") << QByteArray("[3]") << Number();
}

void TestJson::wholeNumbers()
{
    QFETCH(QByteArray, written);
    QFETCH(std::optional<int>, number);
    const QJsonDocument document = QJsonDocument::fromJson('[' + written + ']');
    QVERIFY(document.isArray());
    QCOMPARE(toWholeNumber(document.array().first()), number);
    // A field that is not there.
    QCOMPARE(toWholeNumber(QJsonObject().value(QStringLiteral("absent"))), std::optional<int>());
}

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
