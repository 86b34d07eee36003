// teleconsultctl config pin, as an administrator uses it.
#include "tests/app/ctl/config_test.h"

#include "core/config/pin.h"
#include "core/config/settings.h"
#include "tests/support/await.h"

using namespace teleconsult;
using Outcome = test::CtlFixture::Outcome;

class TestConfigPin : public test::ConfigTest
{
    Q_OBJECT

private slots:
    void aPinIsSetWithoutAScreen();
    void aPinsHashIsPrintedForThePolicy();
    void aPinIsAskedForUnseen_data();
    void aPinIsAskedForUnseen();
    void refusesWhatIsNoPin_data();
    void refusesWhatIsNoPin();
};

void TestConfigPin::aPinIsSetWithoutAScreen()
{
    const Outcome set = m_ctl->run(words("config pin reception"), "24680\n");
    QVERIFY2(set.code == 0, set.text());
    QVERIFY(!set.text().contains("24680") && !settingsText().contains("24680"));
    config::Settings settings(settingsFile());
    const SystemClock clock;
    config::PinGate gate(settings, clock, config::Pin::Reception);
    QCOMPARE(test::await(gate.tryPin(QStringLiteral("24680"))).value(), config::PinGate::Answer::Right);
    QVERIFY(settings.pinHash(config::Pin::Settings).isEmpty());
}

void TestConfigPin::aPinsHashIsPrintedForThePolicy()
{
    const Outcome printed = m_ctl->run(words("config pin settings --print"), "24680\n");
    QVERIFY2(printed.code == 0, printed.text());
    const QString hash = printed.output.trimmed();
    QVERIFY(hash.startsWith(QLatin1String("$argon2id$")));
    QVERIFY(settingsText().isEmpty());
    // As the policy, or whatever else comes before the file, then gives it.
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_SETTINGS_PIN"), hash);
    QCOMPARE(run("config get settings/pin").output.trimmed(), QStringLiteral("set"));
    const Outcome locked = m_ctl->run(words("config pin settings"), "13579\n");
    QVERIFY2(locked.code == 6 && locked.error.contains(QLatin1String("TELECONSULT_SETTINGS_PIN")), locked.text());
}

void TestConfigPin::aPinIsAskedForUnseen_data()
{
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<int>("code");
    QTest::newRow("the same") << QByteArray("24680") << 0;
    QTest::newRow("another") << QByteArray("13579") << 3;
}

void TestConfigPin::aPinIsAskedForUnseen()
{
    QFETCH(QByteArray, again);
    QFETCH(int, code);
    QProcess terminal;
    terminal.setProcessEnvironment(m_ctl->environment);
    terminal.start(QStringLiteral("script"),
                   {QStringLiteral("--quiet"), QStringLiteral("--return"), QStringLiteral("--command"),
                    QStringLiteral("'" TELECONSULTCTL "' config pin reception"), QStringLiteral("/dev/null")});
    QByteArray shown;
    connect(&terminal, &QProcess::readyReadStandardOutput, this, [&] { shown += terminal.readAllStandardOutput(); });
    QTRY_VERIFY_WITH_TIMEOUT(shown.contains("PIN: "), 30000);
    terminal.write("24680\n");
    QTRY_VERIFY_WITH_TIMEOUT(shown.contains("again: "), 30000);
    terminal.write(again + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, 30000);
    QCOMPARE(terminal.exitCode(), code);
    QVERIFY2(!shown.contains("24680") && !shown.contains("13579"), shown.constData());
    QCOMPARE(settingsText().contains("argon2id"), code == 0);
}

void TestConfigPin::refusesWhatIsNoPin_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::newRow("too short") << "config pin reception" << QByteArray("123\n") << 3;
    QTest::newRow("none") << "config pin reception" << QByteArray() << 3;
    QTest::newRow("too short to print") << "config pin reception --print" << QByteArray("123\n") << 3;
    QTest::newRow("of nothing") << "config pin door" << QByteArray("24680\n") << 2;
    QTest::newRow("as an argument") << "config pin reception 24680" << QByteArray() << 2;
}

void TestConfigPin::refusesWhatIsNoPin()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    const Outcome outcome = m_ctl->run(line.split(QLatin1Char(' ')), input);
    QVERIFY2(outcome.code == code, outcome.text());
    QVERIFY(settingsText().isEmpty());
}

QTEST_GUILESS_MAIN(TestConfigPin)
#include "test_config_pin.moc"
