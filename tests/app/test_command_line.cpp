// What the desktop program is started with, and started again.
#include "app/command_line.h"
#include "app/kiosk_application.h"

#include <QTest>

using namespace teleconsult::app;

class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void whatIsStartedAgainIsTheSame_data();
    void whatIsStartedAgainIsTheSame();
    void aKioskIsASettingOfThisStart();
};

void TestCommandLine::whatIsStartedAgainIsTheSame_data()
{
    QTest::addColumn<QString>("link");
    const QString link = QStringLiteral("teleconsult://teleconsultation/69a5512c0f8e3b7d2c4a9e10");
    QTest::newRow("as usual") << QString();
    QTest::newRow("with a link") << link;
    QTest::newRow("a link that looks like an option") << QStringLiteral("--version");
}

void TestCommandLine::whatIsStartedAgainIsTheSame()
{
    QFETCH(QString, link);
    const CommandLine line{
        .places = {.settingsFile = QStringLiteral("/a folder/settings.ini"), .dataDir = QStringLiteral("/data")},
        .link = link,
        .overrides = {{QStringLiteral("interface/tray"), QStringLiteral("false")},
                      {QStringLiteral("station/full_name"), QStringLiteral("Dr. A=B, twice")}}};
    const CommandLine again = parseCommandLine(QStringList(QStringLiteral("teleconsult")) + toArguments(line));
    QCOMPARE(again.places.settingsFile, line.places.settingsFile);
    QCOMPARE(again.places.dataDir, line.places.dataDir);
    QCOMPARE(again.link, link);
    QCOMPARE(again.overrides, line.overrides);
}

void TestCommandLine::aKioskIsASettingOfThisStart()
{
    const CommandLine line = parseCommandLine({QStringLiteral("teleconsult"), QStringLiteral("--kiosk")});
    QCOMPARE(line.overrides.value(QStringLiteral("station/profile")).toString(), QStringLiteral("kiosk"));
    QVERIFY(isKiosk(line, {}));
    QVERIFY(!isKiosk(parseCommandLine({QStringLiteral("teleconsult")}), {}));
    // What the policy says goes before.
    QVERIFY(!isKiosk(line, {{QStringLiteral("station/profile"), QStringLiteral("desktop")}}));
    const CommandLine again = parseCommandLine(QStringList(QStringLiteral("teleconsult")) + toArguments(line));
    QCOMPARE(again.overrides, line.overrides);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
