// The company, its backgrounds and access tokens, of KaleyraClient.
#include "core/kaleyra/kaleyra_client.h"

#include "tests/core/kaleyra/kaleyra_fixture.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"

#include <QTest>
#include <QUrlQuery>

using namespace teleconsult;
using namespace teleconsult::kaleyra;
using namespace teleconsult::kaleyra::test;
using namespace std::chrono_literals;
using teleconsult::test::await;
using teleconsult::test::FaultProxy;
using teleconsult::test::ScriptedServer;

class TestKaleyraCompany : public QObject
{
    Q_OBJECT
private slots:
    void readsItsBackground_data();
    void readsItsBackground();
    void addsABackground_data();
    void addsABackground();
    void addsALargeBackground();
    void aBackgroundIsNeverPostedTwice();
    void aBackgroundWithoutAliasIsABadAnswer();
    void choosesTheDefaultBackground();
    void readsTheCompanyWhenTheChangeAnswersNothing();
    void readsTheTheme_data();
    void readsTheTheme();
    void writesTheTheme();
    void sendsOnlyWhatIsToBeChanged_data();
    void sendsOnlyWhatIsToBeChanged();
    void nothingToChangeOnlyReads();
    void listsBackgrounds_data();
    void listsBackgrounds();
    void aListOfBackgroundsThatIsNoneIsABadAnswer();
    void deletesABackground_data();
    void deletesABackground();
    void picturesAreFetchedWithoutTheKey();
    void picturesAreFetchedSafelyOnly();

    void makesTokens();
    void aTokenThatIsNoneIsABadAnswer_data();
    void aTokenThatIsNoneIsABadAnswer();
};

void TestKaleyraCompany::readsTheTheme_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("hasDark");
    const QByteArray light = R"("light":{"primary_color":"#FFFFFF","accent_color":"#480CA8"})";
    const QByteArray dark = R"("dark":{"primary_color":"#003049","accent_color":"#d62828"})";
    QTest::newRow("flat") << '{' + light + ',' + dark + '}' << true;
    QTest::newRow("wrapped") << R"({"theme":{)" + light + ',' + dark + "}}" << true;
    QTest::newRow("one mode") << '{' + light + R"(,"dark":null})" << false;
    QTest::newRow("one mode, the other without colours")
        << '{' + light + R"(,"dark":{"primary_color":null,"accent_color":null}})" << false;
}

void TestKaleyraCompany::readsTheTheme()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, hasDark);
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/company/theme", {{.body = answer}});
    const Result<Theme> theme = await(kaleyra.client.theme());
    QVERIFY(theme);
    QCOMPARE(theme->light.primary, QStringLiteral("#ffffff"));
    QCOMPARE(theme->light.accent, QStringLiteral("#480ca8"));
    QCOMPARE(theme->dark.areSet(), hasDark);
}

void TestKaleyraCompany::writesTheTheme()
{
    Kaleyra kaleyra;
    kaleyra.server.on("PUT", "/v2/company/theme", {{.body = ""}});
    kaleyra.server.on("GET", "/v2/company/theme",
                      {{.body = R"({"light":{"primary_color":"#ffffff","accent_color":"#000000"}})"}});
    const Result<Theme> now =
        await(kaleyra.client.setTheme({{QStringLiteral("#ffffff"), QStringLiteral("#000000")}, {}}));
    QVERIFY(now);
    QCOMPARE(now->light.accent, QStringLiteral("#000000"));
    QCOMPARE(kaleyra.server.requests().first().body,
             QByteArray(R"({"dark":null,"light":{"accent_color":"#000000","primary_color":"#ffffff"}})"));
}

void TestKaleyraCompany::readsItsBackground_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("alias");
    QTest::addColumn<QDateTime>("createdAt");
    const QDateTime date(QDate(2023, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
    QTest::newRow("object") << QByteArray(R"({"name":"A","default_background":{"background_alias":"b1","url":)"
                                          R"("https://x/b1","creation_date":"2023-02-03T04:05:06.789"}})")
                            << "b1" << date;
    QTest::newRow("object, other name, wrapped")
        << QByteArray(R"({"company":{"name":"A","default_background":{"alias":"b1"}}})") << "b1" << QDateTime();
    QTest::newRow("text") << QByteArray(R"({"name":"A","default_background":"b1"})") << "b1" << QDateTime();
    QTest::newRow("null") << QByteArray(R"({"name":"A","default_background":null})") << "" << QDateTime();
    QTest::newRow("absent") << QByteArray(R"({"name":"A"})") << "" << QDateTime();
}

void TestKaleyraCompany::readsItsBackground()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, alias);
    QFETCH(QDateTime, createdAt);
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/company", {{.body = answer}});
    const Result<Company> company = await(kaleyra.client.company());
    QVERIFY(company);
    QCOMPARE(company->defaultBackground.has_value(), !alias.isEmpty());
    const Background background = company->defaultBackground.value_or(Background());
    QCOMPARE(background.alias, alias);
    QCOMPARE(background.createdAt, createdAt);
}

void TestKaleyraCompany::addsABackground_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("flat") << QByteArray(R"({"background_alias":"b1","url":"https://x/b1"})");
    QTest::newRow("wrapped") << QByteArray(R"({"virtual_background":{"background_alias":"b1","url":"https://x/b1"}})");
}

void TestKaleyraCompany::addsABackground()
{
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/company/virtual-background", {{.status = 201, .body = answer}});
    const QByteArray picture = QByteArray("\xFF\xD8\r\n--\0x", 8);
    const Result<Background> added = await(kaleyra.client.addBackground(picture));
    QVERIFY(added);
    QCOMPARE(added->alias, QStringLiteral("b1"));
    QCOMPARE(added->url, QUrl(QStringLiteral("https://x/b1")));

    const ScriptedServer::Request sent = kaleyra.server.requests().value(0);
    QCOMPARE(sent.headers.value("apikey"), apiKey);
    QCOMPARE(sent.parts.size(), 1);
    QCOMPARE(sent.parts.first().name, QByteArray("virtual_background"));
    QCOMPARE(sent.parts.first().contentType, QByteArray("image/jpeg"));
    QCOMPARE(sent.parts.first().content, picture);
}

/// One that is on disk is read while it is sent.
void TestKaleyraCompany::addsALargeBackground()
{
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/company/virtual-background",
                      {{.status = 201, .body = R"({"background_alias":"b1","url":"https://x/b1"})"}});
    QByteArray picture("\xFF\xD8");
    for (int i = 0; i < 500000; ++i)
        picture += QByteArray::number(i);
    files::Content content;
    for (qsizetype at = 0; at < picture.size(); at += 10000)
        QVERIFY(content.append(picture.constData() + at, std::min<qsizetype>(10000, picture.size() - at)));
    QVERIFY(content.isOnDisk());
    QVERIFY(await(kaleyra.client.addBackground(content)));
    QVERIFY(kaleyra.server.requests().value(0).parts.value(0).content == picture);
}

void TestKaleyraCompany::aBackgroundIsNeverPostedTwice()
{
    ScriptedServer server;
    server.on("POST", "/v2/company/virtual-background", {{.status = 201, .body = R"({"background_alias":"b1"})"}});
    FaultProxy proxy(server.url());
    proxy.setFault(FaultProxy::Fault::ResetAfter);
    http::HttpClient http(quick);
    KaleyraClient client(http, {proxy.url(), apiKey});
    QVERIFY(!await(client.addBackground(QByteArray("\xFF\xD8"))));
    QCOMPARE(server.count("POST", "/v2/company/virtual-background"), 1);
}

void TestKaleyraCompany::aBackgroundWithoutAliasIsABadAnswer()
{
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/company/virtual-background", {{.body = R"({"url":"https://x/b1"})"}});
    const Result<Background> added = await(kaleyra.client.addBackground(QByteArray("\xFF\xD8")));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Error::Kind::BadAnswer);
}

void TestKaleyraCompany::choosesTheDefaultBackground()
{
    Kaleyra kaleyra;
    kaleyra.server.on("PUT", "/v2/company", {{.body = R"({"name":"A","end_call_redirect_timeout_ms":5000})"}});
    const Result<Company> company = await(kaleyra.client.setDefaultBackground(QStringLiteral("b1")));
    QVERIFY(company);
    QCOMPARE(company->endCallRedirectTimeout, 5000ms);
    QCOMPARE(QJsonDocument::fromJson(kaleyra.server.requests().value(0).body),
             QJsonDocument::fromJson(R"({"background_alias":"b1"})"));
    QCOMPARE(kaleyra.server.requests().size(), 1);
}

void TestKaleyraCompany::readsTheCompanyWhenTheChangeAnswersNothing()
{
    Kaleyra kaleyra;
    kaleyra.server.on("PUT", "/v2/company", {{.status = 204}});
    kaleyra.server.on("GET", "/v2/company", {{.body = R"({"name":"A"})"}});
    const Result<Company> company = await(kaleyra.client.setDefaultBackground(QStringLiteral("b1")));
    QVERIFY(company);
    QCOMPARE(company->name, QStringLiteral("A"));
}

void TestKaleyraCompany::sendsOnlyWhatIsToBeChanged_data()
{
    QTest::addColumn<CompanyChange>("change");
    QTest::addColumn<QByteArray>("body");
    CompanyChange name;
    name.name = QStringLiteral("San Luca");
    QTest::newRow("name") << name << QByteArray(R"({"name":"San Luca"})");
    CompanyChange noRedirect;
    noRedirect.endCallRedirectUrl = QUrl();
    QTest::newRow("no redirect") << noRedirect << QByteArray(R"({"end_call_redirect_url":null})");
    CompanyChange rest;
    rest.defaultLanguage = QStringLiteral("it");
    rest.endCallRedirectUrl = QUrl(QStringLiteral("https://clinic.example/à"));
    rest.endCallRedirectTimeout = 3s;
    QTest::newRow("all the rest")
        << rest
        << QByteArray(R"({"default_language":"it","end_call_redirect_url":"https://clinic.example/%C3%A0",)"
                      R"("end_call_redirect_timeout_ms":3000})");
}

void TestKaleyraCompany::sendsOnlyWhatIsToBeChanged()
{
    QFETCH(CompanyChange, change);
    QFETCH(QByteArray, body);
    Kaleyra kaleyra;
    kaleyra.server.on("PUT", "/v2/company", {{.body = R"({"name":"San Luca"})"}});
    const Result<Company> company = await(kaleyra.client.changeCompany(change));
    QVERIFY(company);
    QCOMPARE(company->name, QStringLiteral("San Luca"));
    QCOMPARE(QJsonDocument::fromJson(kaleyra.server.requests().value(0).body), QJsonDocument::fromJson(body));
}

void TestKaleyraCompany::nothingToChangeOnlyReads()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/company", {{.body = R"({"name":"A"})"}});
    QVERIFY(await(kaleyra.client.changeCompany({})));
    QCOMPARE(kaleyra.server.count("PUT", "/v2/company"), 0);
}

void TestKaleyraCompany::listsBackgrounds_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray inner = R"({"default_background":{"background_alias":"b1"},"backgrounds":[)"
                             R"({"background_alias":"b2","url":"https://x/b2"},{"url":"nameless"},)"
                             R"({"background_alias":"b1","url":"https://x/b1"}]})";
    QTest::newRow("flat") << inner;
    QTest::newRow("wrapped") << QByteArray(R"({"virtual_backgrounds":)" + inner + "}");
}

void TestKaleyraCompany::listsBackgrounds()
{
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/company/virtual-backgrounds", {{.body = answer}});
    const Result<Backgrounds> found = await(kaleyra.client.backgrounds());
    QVERIFY(found);
    QCOMPARE(found->all.size(), 2);
    QCOMPARE(found->all.first().alias, QStringLiteral("b2"));
    QCOMPARE(found->defaultAlias, QStringLiteral("b1"));
}

void TestKaleyraCompany::aListOfBackgroundsThatIsNoneIsABadAnswer()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/v2/company/virtual-backgrounds", {{.body = R"({"pictures":[]})"}});
    const Result<Backgrounds> found = await(kaleyra.client.backgrounds());
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::BadAnswer);
}

void TestKaleyraCompany::deletesABackground_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("done");
    QTest::newRow("deleted") << 200 << true;
    QTest::newRow("gone") << 404 << true;
    QTest::newRow("refused") << 403 << false;
}

void TestKaleyraCompany::deletesABackground()
{
    QFETCH(int, status);
    QFETCH(bool, done);
    Kaleyra kaleyra;
    kaleyra.server.on("DELETE", "/v2/company/virtual-background", {{.status = status, .body = "{}"}});
    QCOMPARE(await(kaleyra.client.deleteBackground(QStringLiteral("b1"))).has_value(), done);
    QCOMPARE(QJsonDocument::fromJson(kaleyra.server.requests().value(0).body),
             QJsonDocument::fromJson(R"({"background_alias":"b1"})"));
}

void TestKaleyraCompany::picturesAreFetchedWithoutTheKey()
{
    Kaleyra kaleyra;
    kaleyra.server.on("GET", "/static/b1", {{.body = "\xFF\xD8", .contentType = "image/jpeg"}});
    const Result<QByteArray> picture = await(kaleyra.client.picture(kaleyra.server.url("/static/b1")));
    QVERIFY(picture);
    QCOMPARE(*picture, QByteArray("\xFF\xD8"));
    QVERIFY(!kaleyra.server.requests().value(0).headers.contains("apikey"));
}

void TestKaleyraCompany::picturesAreFetchedSafelyOnly()
{
    Kaleyra kaleyra;
    const Result<QByteArray> picture =
        await(kaleyra.client.picture(QUrl(QStringLiteral("http://pictures.example/b1"))));
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, QStringLiteral("insecure_picture_url"));
}

void TestKaleyraCompany::makesTokens()
{
    Kaleyra kaleyra;
    kaleyra.server.on(
        "POST", "/v2/sdk/credentials",
        {{.status = 201, .body = R"({"access_token":"jwt","expires_at":"2022-01-10T11:41:19.000Z","user_id":"u"})"}});
    const Result<AccessToken> token = await(kaleyra.client.createAccessToken(QStringLiteral("u"), 600s));
    QVERIFY(token);
    QCOMPARE(token->token, QStringLiteral("jwt"));
    QCOMPARE(token->expiresAt, QDateTime(QDate(2022, 1, 10), QTime(11, 41, 19), Qt::UTC));
    QCOMPARE(token->userId, QStringLiteral("u"));
    QCOMPARE(QJsonDocument::fromJson(kaleyra.server.requests().value(0).body),
             QJsonDocument::fromJson(R"({"user_id":"u","expires_in":600})"));
}

void TestKaleyraCompany::aTokenThatIsNoneIsABadAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no token") << QByteArray(R"({"expires_at":"2022-01-10T11:41:19.000Z"})");
    QTest::newRow("no end") << QByteArray(R"({"access_token":"jwt"})");
    QTest::newRow("nothing") << QByteArray();
}

void TestKaleyraCompany::aTokenThatIsNoneIsABadAnswer()
{
    QFETCH(QByteArray, answer);
    Kaleyra kaleyra;
    kaleyra.server.on("POST", "/v2/sdk/credentials", {{.body = answer}});
    const Result<AccessToken> token = await(kaleyra.client.createAccessToken(QStringLiteral("u"), 600s));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, Error::Kind::BadAnswer);
}

QTEST_GUILESS_MAIN(TestKaleyraCompany)
#include "test_kaleyra_company.moc"
