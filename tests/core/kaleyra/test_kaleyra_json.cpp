// Everything of kaleyra_json.h but rooms.
#include "core/kaleyra/kaleyra_json.h"

#include "tests/core/kaleyra/json_text.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using teleconsult::kaleyra::test::json;

class TestKaleyraJson : public QObject
{
    Q_OBJECT
private slots:
    void companyInBothShapes_data();
    void companyInBothShapes();
    void userIds_data();
    void userIds();
    void errors_data();
    void errors();
    void aRefusedKeyIsUnauthorizedWhateverItsStatus();
    void writesUsers();
};

void TestKaleyraJson::companyInBothShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray flat = R"({"name":"Acme","default_language":"it","end_call_redirect_url":"https://acme.org/bye"})";
    QTest::newRow("flat") << flat;
    QTest::newRow("wrapped") << QByteArray(R"({"company":)" + flat + "}");
}

void TestKaleyraJson::companyInBothShapes()
{
    QFETCH(QByteArray, body);
    const std::optional<Company> company = readCompany(json(body));
    QVERIFY(company);
    QCOMPARE(company->name, QStringLiteral("Acme"));
    QCOMPARE(company->defaultLanguage, QStringLiteral("it"));
    QCOMPARE(company->endCallRedirectUrl, QUrl(QStringLiteral("https://acme.org/bye")));
    QVERIFY(readCompany(json(R"({"end_call_redirect_url":null})"))->endCallRedirectUrl.isEmpty());
    QVERIFY(!readCompany(json("[]")));
}

void TestKaleyraJson::userIds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");
    QTest::newRow("flat") << QByteArray(R"({"id":"u","role":"basic"})") << "u";
    QTest::newRow("wrapped") << QByteArray(R"({"user":{"id":"u"},"id":"u"})") << "u";
    QTest::newRow("none") << QByteArray("{}") << "";
    QTest::newRow("a list") << QByteArray("[]") << "";
}

void TestKaleyraJson::userIds()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, id);
    QCOMPARE(readUserId(json(body)), id);
}

void TestKaleyraJson::errors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("code and message") << QByteArray(R"({"code":"c","message":"m"})") << "c"
                                      << "m";
    QTest::newRow("code, name and reason")
        << QByteArray(R"({"status":422,"name":"validation_error","code":"c","reason":"m"})") << "c"
        << "m";
    QTest::newRow("name only") << QByteArray(R"({"name":"n","reason":"m"})") << "n"
                               << "m";
    QTest::newRow("nested") << QByteArray(R"({"error":{"code":"c","message":"m"}})") << "c"
                            << "m";
    QTest::newRow("nested, with name and reason") << QByteArray(R"({"error":{"name":"n","reason":"m"}})") << "n"
                                                  << "m";
    QTest::newRow("the precise code beats the class")
        << QByteArray(R"({"name":"validation_error","error":{"code":"c"}})") << "c"
        << "";
    QTest::newRow("error is a text") << QByteArray(R"({"error":"m"})") << ""
                                     << "m";
    QTest::newRow("error is a text, with code") << QByteArray(R"({"error":"m","code":"c"})") << "c"
                                                << "m";
    QTest::newRow("code is a number") << QByteArray(R"({"code":1042})") << "1042"
                                      << "";
    QTest::newRow("nothing we know") << QByteArray(R"({"fault":"m"})") << ""
                                     << "";
    QTest::newRow("a list") << QByteArray("[1]") << ""
                            << "";
}

void TestKaleyraJson::errors()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, message);
    Error error;
    error.kind = Error::Kind::Invalid;
    readError(json(body), error);
    QCOMPARE(error.code, code);
    QCOMPARE(error.message, message);
    QCOMPARE(error.kind, Error::Kind::Invalid);
}

void TestKaleyraJson::aRefusedKeyIsUnauthorizedWhateverItsStatus()
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.httpStatus = 400;
    readError(json(R"({"code":"invalid_api_key"})"), error);
    QCOMPARE(error.kind, Error::Kind::Unauthorized);
}

void TestKaleyraJson::writesUsers()
{
    QCOMPARE(json(writeUser({QStringLiteral("tc-1"), Role::Plus, Language::English})),
             json(R"({"id":"tc-1","role":"plus","language":"en"})"));
    QCOMPARE(json(writeUser({QStringLiteral("tc-2"), Role::Basic, std::nullopt})),
             json(R"({"id":"tc-2","role":"basic"})"));
}

QTEST_GUILESS_MAIN(TestKaleyraJson)
#include "test_kaleyra_json.moc"
