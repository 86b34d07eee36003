// The company: settings, theme, backgrounds, the page after a call.
#include "tests/core/sandbox/sandbox_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

namespace {

const QString companyPath = QStringLiteral("/v2/company");
const QString themePath = QStringLiteral("/v2/company/theme");
const QString backgroundPath = QStringLiteral("/v2/company/virtual-background");
const QString backgroundsPath = QStringLiteral("/v2/company/virtual-backgrounds");

QJsonObject objectOf(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestCompany : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<Fixture>(); }
    void cleanup() { m_fixture.reset(); }

    void hasAPageAfterTheCall_data();
    void hasAPageAfterTheCall();
    void changesTheCompany();
    void refusesABadCompany_data();
    void refusesABadCompany();
    void changesTheTheme();
    void takesItsOwnThemeBack_data();
    void takesItsOwnThemeBack();
    void refusesABadTheme_data();
    void refusesABadTheme();
    void keepsBackgrounds();
    void usesADefaultBackground();
    void refusesABadBackground_data();
    void refusesABadBackground();
    void keepsTenBackgroundsAtMost();
    void deletesOnlyKnownBackgrounds();

private:
    Answer addBackground(const QByteArray &content)
    {
        return m_fixture->sendFile(backgroundPath, "virtual_background", "image/jpeg", content);
    }

    std::unique_ptr<Fixture> m_fixture;
};

void TestCompany::hasAPageAfterTheCall_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("browser");
    QTest::addColumn<QString>("words");
    QTest::newRow("Italian browser") << QString() << QByteArray("it-IT,it;q=0.9,en;q=0.8") << "La chiamata è terminata";
    QTest::newRow("English browser") << QString() << QByteArray("en-GB,en;q=0.9") << "The call has ended";
    QTest::newRow("other browser") << QString() << QByteArray("de,en;q=0.5") << "The call has ended";
    QTest::newRow("link says English") << "?l=en" << QByteArray("it") << "The call has ended";
    QTest::newRow("link says Italian") << "?language=it" << QByteArray("en") << "La chiamata è terminata";
    QTest::newRow("neither") << QString() << QByteArray("fr") << "La chiamata è terminata";
}

void TestCompany::hasAPageAfterTheCall()
{
    QFETCH(QString, query);
    QFETCH(QByteArray, browser);
    QFETCH(QString, words);
    const Answer company = m_fixture->get(companyPath);
    QCOMPARE(QUrl(company.text("end_call_redirect_url")), m_fixture->endpoint().endCallRedirectUrl);
    const Answer page = m_fixture->page(QUrl(company.text("end_call_redirect_url") + query), browser);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains(words.toUtf8()));
}

void TestCompany::changesTheCompany()
{
    const QJsonObject change = objectOf(R"({"name":"Clinica Santa Lucia #2","default_language":"en",
        "end_call_redirect_url":"https://clinic.example/after","end_call_redirect_timeout_ms":0,
        "user_details_provider_url":"https://clinic.example/names"})");
    const Answer answer = m_fixture->put(companyPath, change);
    QCOMPARE(answer.status, 200);
    for (auto entry = change.begin(); entry != change.end(); ++entry)
        QCOMPARE(answer.json.value(entry.key()), entry.value());
    QCOMPARE(m_fixture->get(companyPath).json, answer.json);
    QCOMPARE(m_fixture->post(QStringLiteral("/v2/users"), objectOf(R"({"role":"plus"})")).text("language"),
             QStringLiteral("en"));
    const Answer off = m_fixture->put(companyPath, objectOf(R"({"end_call_redirect_url":null})"));
    QVERIFY(off.json.value(QLatin1String("end_call_redirect_url")).isNull());
}

void TestCompany::refusesABadCompany_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("name") << objectOf(R"({"name":"<b>"})") << "invalid_company_name";
    QTest::newRow("empty name") << objectOf(R"({"name":""})") << "invalid_company_name";
    QTest::newRow("name with a final line break") << objectOf(R"({"name":"Ab\n"})") << "invalid_company_name";
    QTest::newRow("name with a line break") << objectOf(R"({"name":"A\nb"})") << "invalid_company_name";
    QTest::newRow("language") << objectOf(R"({"default_language":"es"})") << "invalid_language";
    QTest::newRow("background") << objectOf(R"({"background_alias":"none"})") << "invalid_background_alias";
    QTest::newRow("redirect") << objectOf(R"({"end_call_redirect_url":"after"})") << "invalid_end_call_redirect_url";
    QTest::newRow("script") << objectOf(R"({"end_call_redirect_url":"javascript:1"})")
                            << "invalid_end_call_redirect_url";
    QTest::newRow("negative time") << objectOf(R"({"end_call_redirect_timeout_ms":-1})")
                                   << "invalid_end_call_redirect_timeout_ms";
    QTest::newRow("long time") << objectOf(R"({"end_call_redirect_timeout_ms":60001})")
                               << "invalid_end_call_redirect_timeout_ms";
    QTest::newRow("provider") << objectOf(R"({"user_details_provider_url":3})") << "invalid_user_details_provider_url";
    QTest::newRow("unknown") << objectOf(R"({"default_background":"x"})") << "unknown_field";
}

void TestCompany::refusesABadCompany()
{
    QFETCH(QJsonObject, body);
    const Answer before = m_fixture->get(companyPath);
    const Answer answer = m_fixture->put(companyPath, body);
    QCOMPARE(answer.status, 422);
    QTEST(answer.code(), "code");
    QVERIFY(answer.text("message").contains(body.begin().key()));
    QCOMPARE(m_fixture->get(companyPath).json, before.json);
}

void TestCompany::changesTheTheme()
{
    QVERIFY(m_fixture->get(themePath).json.value(QLatin1String("light")).isNull());
    const QJsonObject light = objectOf(R"({"primary_color":"#7A2E8E","accent_color":"#c2185b"})");
    const Answer answer = m_fixture->put(themePath, {{QStringLiteral("light"), light}});
    QCOMPARE(answer.json.value(QLatin1String("light")).toObject(), light);
    QVERIFY(answer.json.value(QLatin1String("dark")).isNull());
    const Answer session = m_fixture->asParticipant(QStringLiteral("/call/session"), tokenOf(m_fixture->room(), 0));
    QCOMPARE(session.json.value(QLatin1String("theme"))[QLatin1String("light")].toObject(), light);
    QVERIFY(m_fixture->put(themePath, objectOf(R"({"light":null})")).json.value(QLatin1String("light")).isNull());
}

void TestCompany::takesItsOwnThemeBack_data()
{
    QTest::addColumn<QJsonObject>("theme");
    QTest::newRow("as it is at first") << QJsonObject();
    QTest::newRow("both") << objectOf(R"({"light":{"primary_color":"#7A2E8E","accent_color":"#c2185b"}})");
    QTest::newRow("no accent") << objectOf(R"({"light":{"primary_color":"#7A2E8E"},"dark":null})");
    QTest::newRow("accent alone") << objectOf(R"({"dark":{"primary_color":null,"accent_color":"#c2185b"}})");
    QTest::newRow("neither") << objectOf(R"({"dark":{"primary_color":null,"accent_color":null}})");
}

void TestCompany::takesItsOwnThemeBack()
{
    QFETCH(QJsonObject, theme);
    if (!theme.isEmpty())
        QCOMPARE(m_fixture->put(themePath, theme).status, 200);
    const QJsonObject read = m_fixture->get(themePath).json;
    const Answer written = m_fixture->put(themePath, read);
    QCOMPARE(written.status, 200);
    QCOMPARE(written.json, read);
    QCOMPARE(m_fixture->get(themePath).json, read);
}

void TestCompany::refusesABadTheme_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QJsonObject() << "missing_theme";
    QTest::newRow("unknown mode") << objectOf(R"({"sepia":{}})") << "unknown_field";
    QTest::newRow("unknown colour") << objectOf(R"({"light":{"third_color":"#000000"}})") << "unknown_field";
    QTest::newRow("a name") << objectOf(R"({"light":{"primary_color":"red"}})") << "invalid_theme_color";
    QTest::newRow("three digits") << objectOf(R"({"dark":{"accent_color":"#fff"}})") << "invalid_theme_color";
    QTest::newRow("a final line break") << objectOf(R"({"light":{"primary_color":"#112233\n"}})")
                                        << "invalid_theme_color";
    QTest::newRow("no object") << objectOf(R"({"dark":"#ffffff"})") << "invalid_theme_color";
}

void TestCompany::refusesABadTheme()
{
    QFETCH(QJsonObject, body);
    const Answer answer = m_fixture->put(themePath, body);
    QCOMPARE(answer.status, 422);
    QTEST(answer.code(), "code");
}

void TestCompany::keepsBackgrounds()
{
    const QByteArray picture = jpeg(1280, 1280, 70000);
    const Answer added = addBackground(picture);
    QCOMPARE(added.status, 201);
    QVERIFY(!added.text("background_alias").isEmpty());
    QCOMPARE(added.text("creation_date"), QStringLiteral("2026-03-02T09:00:00.000"));
    const Answer served = m_fixture->page(QUrl(added.text("url")));
    QCOMPARE(served.header("Content-Type"), QByteArray("image/jpeg"));
    QCOMPARE(served.body, picture);
    const Answer list = m_fixture->get(backgroundsPath);
    QVERIFY(list.json.value(QLatin1String("default_background")).isNull());
    QCOMPARE(list.json.value(QLatin1String("backgrounds")).toArray(), QJsonArray{added.json});
}

void TestCompany::usesADefaultBackground()
{
    const Answer added = addBackground(jpeg(1920, 1280));
    const QString alias = added.text("background_alias");
    const Answer company = m_fixture->put(companyPath, {{QStringLiteral("background_alias"), alias}});
    QCOMPARE(company.json.value(QLatin1String("default_background")).toObject(), added.json);
    const Answer session = m_fixture->asParticipant(QStringLiteral("/call/session"), tokenOf(m_fixture->room(), 0));
    QCOMPARE(session.text("background_url"), added.text("url"));
    const Answer removed = m_fixture->remove(backgroundPath, {{QStringLiteral("background_alias"), alias}});
    QCOMPARE(removed.status, 200);
    QCOMPARE(removed.json, added.json);
    QVERIFY(m_fixture->get(companyPath).json.value(QLatin1String("default_background")).isNull());
    QCOMPARE(m_fixture->page(QUrl(added.text("url"))).status, 404);
}

void TestCompany::refusesABadBackground_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray field = "virtual_background";
    const QByteArray type = "image/jpeg";
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
    QTest::newRow("another field") << QByteArray("background") << type << jpeg(1280, 1280) << 422 << "unknown_field";
    QTest::newRow("empty") << field << type << QByteArray() << 400 << "file_not_found";
    QTest::newRow("a PNG") << field << QByteArray("image/png") << png << 422 << "invalid_file";
    QTest::newRow("a PNG that says it is a JPEG") << field << type << png << 422 << "invalid_file";
    QTest::newRow("a JPEG that says it is a PNG")
        << field << QByteArray("image/png") << jpeg(1280, 1280) << 422 << "invalid_file";
    QTest::newRow("half a JPEG") << field << type << jpeg(1280, 1280).left(24) << 422 << "invalid_file";
    QTest::newRow("too narrow") << field << type << jpeg(1279, 1280) << 422 << "wrong_file_dimension";
    QTest::newRow("too low") << field << type << jpeg(1280, 1279) << 422 << "wrong_file_dimension";
    QTest::newRow("too large") << field << type << jpeg(1280, 1280, 16 * 1024 * 1024 + 1) << 422 << "invalid_file";
}

void TestCompany::refusesABadBackground()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, content);
    const Answer answer = m_fixture->sendFile(backgroundPath, field, type, content);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
}

void TestCompany::keepsTenBackgroundsAtMost()
{
    for (int i = 0; i < 10; ++i)
        QCOMPARE(addBackground(jpeg(1280, 1280)).status, 201);
    const Answer answer = addBackground(jpeg(1280, 1280));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), QStringLiteral("exceeded_background_limit"));
}

void TestCompany::deletesOnlyKnownBackgrounds()
{
    QCOMPARE(m_fixture->remove(backgroundPath, objectOf(R"({"background_alias":"none"})")).code(),
             QStringLiteral("background_not_found"));
    QCOMPARE(m_fixture->remove(backgroundPath).code(), QStringLiteral("error_background_alias"));
    QCOMPARE(m_fixture->remove(backgroundPath, objectOf(R"({"alias":"x"})")).code(), QStringLiteral("unknown_field"));
}

QTEST_GUILESS_MAIN(TestCompany)
#include "test_company.moc"
