#include "core/config/service_configuration.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;
using config::CallerPath;
using config::readServiceConfiguration;
using config::readServiceConfigurationFile;
using config::ServiceConfiguration;

namespace {

/// As the reference service's documentation prints its built-in configuration, in JSON.
const QByteArray documented = "{\n"
                              "  \"privileges\": {\n"
                              "    \"basic\": {\"groups\": [\"customer\"], \"tools\": {ALL}},\n"
                              "    \"plus\": {\"groups\": [\"doctor\"], \"tools\": {ALL}}\n"
                              "  },\n"
                              "  \"theme\": {\n"
                              "    \"light\": {\"primaryColor\": \"#fff\", \"accentColor\": \"#480ca8\"},\n"
                              "    \"dark\": {\"primaryColor\": \"#003049\", \"accentColor\": \"#d62828\"}\n"
                              "  },\n"
                              "  \"environment\": \"sandbox\",\n"
                              "  \"mode\": \"window\",\n"
                              "  \"companyLogo\": {\"url\": \"https://www.insert.url.it\"}\n"
                              "}\n";
const QByteArray allTools = "\"chat\": true, \"screen_sharing\": true, \"file_upload\": true, \"whiteboard\": true, "
                            "\"snapshot\": true, \"live_edit\": true, \"live_pointer\": true, "
                            "\"present_to_everyone\": true";
const QByteArray least = R"({"privileges":{"basic":{"groups":["patient"]},"plus":{"groups":["doctor"]}}})";

/// The least that a file must hold, and the members of another object.
QByteArray withMore(const QByteArray &object)
{
    return least.chopped(1) + "," + object.mid(1);
}

} // namespace

class TestServiceConfiguration : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &content) const
    {
        const QString path = m_folder.filePath(QStringLiteral("config.json"));
        QFile target(path);
        if (!target.open(QFile::WriteOnly) || target.write(content) != content.size())
            qFatal("the file cannot be written");
        return path;
    }

private slots:
    void theDocumentedFileIsTheBuiltInOne();
    void everythingIsRead();
    void whatIsLeftOutIsNotTheBuiltIn();
    void aGroupOfBothRolesIsPlus();
    void noTools();
    void mistakesNameTheirProperty_data();
    void mistakesNameTheirProperty();
    void brokenJsonIsSaidWithItsLine();
    void aFileIsReadAsAWhole();
    void aFileThatCannotBeReadIsAnError_data();
    void aFileThatCannotBeReadIsAnError();
};

void TestServiceConfiguration::theDocumentedFileIsTheBuiltInOne()
{
    const Result<ServiceConfiguration> read = readServiceConfiguration(QByteArray(documented).replace("ALL", allTools));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toLogLine()));
    ServiceConfiguration expected;
    expected.privileges = {{{QStringLiteral("customer")}, {}}, {{QStringLiteral("doctor")}, {}}};
    expected.companyLogo = QStringLiteral("https://www.insert.url.it");
    QCOMPARE(*read, expected);
    QVERIFY(ServiceConfiguration().privileges.roleOf({QStringLiteral("customer")}).value() == Role::Basic);
    QVERIFY(ServiceConfiguration().privileges.roleOf({QStringLiteral("patient")}).value() == Role::Basic);
}

void TestServiceConfiguration::everythingIsRead()
{
    const Result<ServiceConfiguration> read = readServiceConfiguration(
        R"({"privileges":{"basic":{"groups":["patient","relative"],"tools":{"chat":true,"snapshot":false}},)"
        R"("plus":{"groups":["doctor"]}},"environment":"production","mode":"window",)"
        R"("theme":{"dark":{"primaryColor":"#003049"}},"companyLogo":{"url":""},)"
        R"("groupsWithBackgroundList":["doctor"],"customUserId":{"source":"email","target":"auth0Id"},)"
        R"("userIdPathInRequest":[{"from":"object","extract":"headers"},)"
        R"({"from":"object","extract":"miauserproperties"},{"from":"json","extract":"ids"},)"
        R"({"from":"array","extract":"0"}]})");
    QVERIFY2(read, read ? "" : qPrintable(read.error().toLogLine()));
    Tools chatOnly{};
    for (bool Tools::*tool : {&Tools::screenSharing, &Tools::fileUpload, &Tools::whiteboard, &Tools::snapshot,
                              &Tools::liveEdit, &Tools::livePointer, &Tools::presentToEveryone})
        chatOnly.*tool = false;
    QCOMPARE(read->privileges.toolsOf(Role::Basic), chatOnly);
    QCOMPARE(read->privileges.toolsOf(Role::Plus), Tools());
    QCOMPARE(read->privileges.groups(),
             QStringList({QStringLiteral("doctor"), QStringLiteral("patient"), QStringLiteral("relative")}));
    QCOMPARE(read->environment, QStringLiteral("production"));
    QCOMPARE(read->light, ServiceConfiguration::Colours());
    QCOMPARE(read->dark.primary, QStringLiteral("#003049"));
    QVERIFY(read->companyLogo.isEmpty());
    QCOMPARE(read->groupsWithBackground, QStringList(QStringLiteral("doctor")));
    QCOMPARE(read->customUserId.source, QStringLiteral("email"));
    QCOMPARE(read->customUserId.target, QStringLiteral("auth0Id"));
    using From = CallerPath::Step::From;
    const QList<CallerPath::Step> steps{{From::Object, QStringLiteral("headers")},
                                        {From::Object, QStringLiteral("miauserproperties")},
                                        {From::Json, QStringLiteral("ids")},
                                        {From::Array, QStringLiteral("0")}};
    QCOMPARE(read->callerSteps, steps);
}

void TestServiceConfiguration::whatIsLeftOutIsNotTheBuiltIn()
{
    const Result<ServiceConfiguration> read = readServiceConfiguration(least);
    QVERIFY(read);
    QVERIFY(!read->privileges.roleOf({QStringLiteral("customer")}));
    QVERIFY(read->environment.isEmpty());
    QCOMPARE(read->dark, ServiceConfiguration::Colours());
    QCOMPARE(read->customUserId, ServiceConfiguration::CustomUserId());
    QVERIFY(read->callerSteps.isEmpty());
}

void TestServiceConfiguration::aGroupOfBothRolesIsPlus()
{
    const Result<ServiceConfiguration> read = readServiceConfiguration(
        R"({"privileges":{"basic":{"groups":["nurse"]},"plus":{"groups":["doctor","nurse"]}}})");
    QVERIFY(read);
    QVERIFY(read->privileges.roleOf({QStringLiteral("nurse")}).value() == Role::Plus);
}

void TestServiceConfiguration::noTools()
{
    const Result<ServiceConfiguration> read = readServiceConfiguration(
        R"({"privileges":{"basic":{"groups":["patient"],"tools":{}},"plus":{"groups":["doctor"]}}})");
    QVERIFY(read);
    QVERIFY(!read->privileges.toolsOf(Role::Basic).chat);
    QVERIFY(!read->privileges.toolsOf(Role::Basic).presentToEveryone);
}

void TestServiceConfiguration::mistakesNameTheirProperty_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &json, const char *code, const char *field) {
        QTest::newRow(name) << json << QStringLiteral("configuration_") + QLatin1String(code)
                            << QString::fromLatin1(field);
    };
    row("no object", "[]", "wrong_type", "");
    row("no privileges", "{}", "required", "privileges");
    row("no plus", R"({"privileges":{"basic":{"groups":[]}}})", "required", "privileges.plus");
    row("no groups", R"({"privileges":{"basic":{"groups":[]},"plus":{}}})", "required", "privileges.plus.groups");
    row("groups as a text", R"({"privileges":{"basic":{"groups":"patient"},"plus":{"groups":["doctor"]}}})",
        "wrong_type", "privileges.basic.groups");
    row("an empty group", R"({"privileges":{"basic":{"groups":[""]},"plus":{"groups":["doctor"]}}})", "required",
        "privileges.basic.groups");
    row("unknown role", R"({"privileges":{"basic":{"groups":[]},"plus":{"groups":[]},"admin":{"groups":[]}}})",
        "unknown_field", "privileges.admin");
    row("unknown tool", R"({"privileges":{"basic":{"groups":[],"tools":{"chatt":true}},"plus":{"groups":[]}}})",
        "unknown_field", "privileges.basic.tools.chatt");
    row("a tool as a text", R"({"privileges":{"basic":{"groups":[],"tools":{"chat":"yes"}},"plus":{"groups":[]}}})",
        "wrong_type", "privileges.basic.tools.chat");
    row("unknown property", withMore(R"({"privilege":1})"), "unknown_field", "privilege");
    row("unknown environment", withMore(R"({"environment":"staging"})"), "unknown_value", "environment");
    row("mode", withMore(R"({"mode":1})"), "wrong_type", "mode");
    row("a colour by name", withMore(R"({"theme":{"light":{"accentColor":"red"}}})"), "malformed_color",
        "theme.light.accentColor");
    row("a colour of four digits", withMore(R"({"theme":{"dark":{"primaryColor":"#1234"}}})"), "malformed_color",
        "theme.dark.primaryColor");
    row("an unknown colour", withMore(R"({"theme":{"dark":{"textColor":"#123"}}})"), "unknown_field",
        "theme.dark.textColor");
    row("an unknown theme", withMore(R"({"theme":{"blue":{}}})"), "unknown_field", "theme.blue");
    row("logo", withMore(R"({"companyLogo":{"url":1}})"), "wrong_type", "companyLogo.url");
    row("background groups", withMore(R"({"groupsWithBackgroundList":"doctor"})"), "wrong_type",
        "groupsWithBackgroundList");
    row("custom ids", withMore(R"({"customUserId":{"from":"email"}})"), "unknown_field", "customUserId.from");
    row("a step that is none", withMore(R"({"userIdPathInRequest":["headers"]})"), "wrong_type",
        "userIdPathInRequest[0]");
    row("first not an object", withMore(R"({"userIdPathInRequest":[{"from":"json","extract":"headers"}]})"),
        "unknown_value", "userIdPathInRequest[0].from");
    row("unknown step",
        withMore(R"({"userIdPathInRequest":[{"from":"object","extract":"a"},{"from":"xml","extract":"b"}]})"),
        "unknown_value", "userIdPathInRequest[1].from");
    row("nothing to extract", withMore(R"({"userIdPathInRequest":[{"from":"object"}]})"), "required",
        "userIdPathInRequest[0].extract");
}

void TestServiceConfiguration::mistakesNameTheirProperty()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const Result<ServiceConfiguration> read = readServiceConfiguration(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Storage);
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().field, field);
    QVERIFY(!read.error().message.isEmpty());
}

void TestServiceConfiguration::brokenJsonIsSaidWithItsLine()
{
    const Result<ServiceConfiguration> read = readServiceConfiguration("{\n  \"privileges\": {\n  'a'\n}}");
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("configuration_not_json"));
    QVERIFY2(read.error().message.startsWith(QLatin1String("line 3:")), qPrintable(read.error().message));
    QVERIFY(read.error().toLogLine().contains(QLatin1String("line 3:")));
}

void TestServiceConfiguration::aFileIsReadAsAWhole()
{
    const QString key = QStringLiteral("service/configuration_file");
    QVERIFY(readServiceConfigurationFile(file("\xEF\xBB\xBF" + least), key));
    QCOMPARE(readServiceConfigurationFile(file("{"), key).error().field, key);
    QCOMPARE(readServiceConfigurationFile(file("{}"), key).error().field, QStringLiteral("privileges"));
    QCOMPARE(readServiceConfigurationFile(file(QByteArray(1100000, ' ')), key).error().code,
             QStringLiteral("configuration_file_too_large"));
}

void TestServiceConfiguration::aFileThatCannotBeReadIsAnError_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("not there") << m_folder.filePath(QStringLiteral("nonesuch.json"));
    QTest::newRow("a folder") << m_folder.path();
}

void TestServiceConfiguration::aFileThatCannotBeReadIsAnError()
{
    QFETCH(QString, path);
    const Result<ServiceConfiguration> read = readServiceConfigurationFile(path, QStringLiteral("k/k"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("configuration_file_missing"));
    QCOMPARE(read.error().field, QStringLiteral("k/k"));
}

QTEST_GUILESS_MAIN(TestServiceConfiguration)
#include "test_service_configuration.moc"
