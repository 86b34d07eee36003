#include "core/domain/object_reader.h"

#include <QJsonDocument>
#include <QTest>

using namespace teleconsult;

namespace {

ObjectReader readerOf(const QByteArray &json)
{
    return ObjectReader(QJsonDocument::fromJson(json).object(), QStringLiteral("p."));
}

QString found(const std::optional<Error> &mistake)
{
    return mistake ? mistake->code + QLatin1Char(' ') + mistake->field : QString();
}

} // namespace

class TestObjectReader : public QObject
{
    Q_OBJECT
private slots:
    void integers_data();
    void integers();
    void dates_data();
    void dates();
    void texts_data();
    void texts();
    void booleans_data();
    void booleans();
    void objectsNameTheirFieldsInFull_data();
    void objectsNameTheirFieldsInFull();
    void whatNobodyAskedForIsAMistake();
    void theFirstMistakeCounts();
};

void TestObjectReader::integers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<std::optional<int>>("value");
    QTest::addColumn<QString>("mistake");
    using Number = std::optional<int>;
    QTest::newRow("whole") << QByteArray(R"({"n":3600})") << Number(3600) << "";
    QTest::newRow("negative") << QByteArray(R"({"n":-1})") << Number(-1) << "";
    QTest::newRow("whole, written as a fraction") << QByteArray(R"({"n":3.0})") << Number(3) << "";
    QTest::newRow("fraction") << QByteArray(R"({"n":3.5})") << Number() << "wrong_type p.n";
    QTest::newRow("text") << QByteArray(R"({"n":"3"})") << Number() << "wrong_type p.n";
    QTest::newRow("truth") << QByteArray(R"({"n":true})") << Number() << "wrong_type p.n";
    QTest::newRow("too large") << QByteArray(R"({"n":1e30})") << Number() << "wrong_type p.n";
    QTest::newRow("null") << QByteArray(R"({"n":null})") << Number() << "";
    QTest::newRow("absent") << QByteArray("{}") << Number() << "";
}

void TestObjectReader::integers()
{
    QFETCH(QByteArray, json);
    QFETCH(std::optional<int>, value);
    QFETCH(QString, mistake);
    ObjectReader reader = readerOf(json);
    QCOMPARE(reader.integer(QStringLiteral("n")), value);
    QCOMPARE(found(reader.mistake()), mistake);
}

void TestObjectReader::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("value");
    const QDateTime moment(QDate(2022, 2, 22), QTime(15, 30), Qt::UTC);
    QTest::newRow("documented") << "2022-02-22T15:30:00.000Z" << moment;
    QTest::newRow("no milliseconds") << "2022-02-22T15:30:00Z" << moment;
    QTest::newRow("offset") << "2022-02-22T16:30:00.000+01:00" << moment;
    QTest::newRow("no zone") << "2022-02-22T15:30:00.000" << QDateTime();
    QTest::newRow("impossible day") << "2022-02-30T15:30:00.000Z" << QDateTime();
    QTest::newRow("impossible hour") << "2022-02-22T25:30:00.000Z" << QDateTime();
    QTest::newRow("day alone") << "2022-02-22" << QDateTime();
    QTest::newRow("words") << "tomorrow" << QDateTime();
    QTest::newRow("empty") << "" << QDateTime();
}

void TestObjectReader::dates()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, value);
    ObjectReader reader(QJsonObject{{QStringLiteral("d"), text}});
    const std::optional<QDateTime> read = reader.date(QStringLiteral("d"));
    QCOMPARE(read.has_value(), value.isValid());
    if (read)
        QCOMPARE(*read, value);
    QCOMPARE(found(reader.mistake()), value.isValid() ? QString() : QStringLiteral("invalid_date d"));
}

void TestObjectReader::texts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mistake");
    QTest::newRow("texts") << QByteArray(R"({"t":["a","b"]})") << "";
    QTest::newRow("a text") << QByteArray(R"({"t":"a"})") << "wrong_type p.t";
    QTest::newRow("mixed") << QByteArray(R"({"t":["a",1]})") << "wrong_type p.t";
}

void TestObjectReader::texts()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, mistake);
    ObjectReader reader = readerOf(json);
    QCOMPARE(reader.texts(QStringLiteral("t")).has_value(), mistake.isEmpty());
    QCOMPARE(found(reader.mistake()), mistake);
}

void TestObjectReader::booleans_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<std::optional<bool>>("value");
    QTest::addColumn<QString>("mistake");
    using Truth = std::optional<bool>;
    QTest::newRow("true") << QByteArray(R"({"b":true})") << Truth(true) << "";
    QTest::newRow("false") << QByteArray(R"({"b":false})") << Truth(false) << "";
    QTest::newRow("absent") << QByteArray("{}") << Truth() << "";
    QTest::newRow("number") << QByteArray(R"({"b":1})") << Truth() << "wrong_type p.b";
    QTest::newRow("text") << QByteArray(R"({"b":"true"})") << Truth() << "wrong_type p.b";
}

void TestObjectReader::booleans()
{
    QFETCH(QByteArray, json);
    QFETCH(std::optional<bool>, value);
    QFETCH(QString, mistake);
    ObjectReader reader = readerOf(json);
    QCOMPARE(reader.boolean(QStringLiteral("b")), value);
    QCOMPARE(found(reader.mistake()), mistake);
}

void TestObjectReader::objectsNameTheirFieldsInFull_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mistake");
    QTest::newRow("right") << QByteArray(R"({"o":{"a":"x"}})") << "";
    QTest::newRow("absent") << QByteArray("{}") << "";
    QTest::newRow("no object") << QByteArray(R"({"o":["a"]})") << "wrong_type p.o";
    QTest::newRow("within") << QByteArray(R"({"o":{"a":1}})") << "wrong_type p.o.a";
    QTest::newRow("unknown within") << QByteArray(R"({"o":{"b":1}})") << "unknown_field p.o.b";
}

void TestObjectReader::objectsNameTheirFieldsInFull()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, mistake);
    ObjectReader reader = readerOf(json);
    if (std::optional<ObjectReader> inner = reader.object(QStringLiteral("o"))) {
        inner->text(QStringLiteral("a"));
        reader.take(inner->mistake());
    }
    QCOMPARE(found(reader.mistake()), mistake);
}

void TestObjectReader::whatNobodyAskedForIsAMistake()
{
    ObjectReader reader = readerOf(R"({"a":"x","b":"y"})");
    reader.text(QStringLiteral("a"));
    QCOMPARE(found(reader.mistake()), QStringLiteral("unknown_field p.b"));
}

void TestObjectReader::theFirstMistakeCounts()
{
    ObjectReader reader = readerOf(R"({"a":1,"b":"y"})");
    reader.text(QStringLiteral("a"));
    reader.fail(QStringLiteral("later"), QStringLiteral("a"), QString());
    QCOMPARE(found(reader.mistake()), QStringLiteral("wrong_type p.a"));
}

QTEST_GUILESS_MAIN(TestObjectReader)
#include "test_object_reader.moc"
