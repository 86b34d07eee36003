// What may be written into the user's settings, and what holds when it cannot be.
#include "tests/core/config/settings_test.h"

#include "core/config/settings_check.h"
#include "core/config/settings_file.h"
#include "tests/support/full_disk.h"

#include <QDir>

using namespace teleconsult;
using config::Origin;
using config::Settings;
using config::SettingValues;
using config::ValueSource;
using test::FullDisk;
using test::writeFile;

Q_DECLARE_METATYPE(teleconsult::config::ValueSource)

class TestSettingWrites : public test::SettingsTest
{
    Q_OBJECT

private slots:
    void whatIsLockedIsNotWritten_data();
    void whatIsLockedIsNotWritten();
    void allIsWrittenOrNothing_data();
    void allIsWrittenOrNothing();
    void valuesAreKeptByTheirType();
    void unsettingBringsTheDefaultBack();
    void aFileThatCannotBeWrittenIsAnError();
    void whatWasNotWrittenDoesNotHold();
    void aFullDiskHoldsNoSaveAfterIt();
    void whatThePersonIsNotToldOfHoldsUntilTheEnd();
    void aLineThatIsNoneIsTheFilesMistakeAndNoSaves();
};

void TestSettingWrites::whatIsLockedIsNotWritten_data()
{
    QTest::addColumn<ValueSource>("source");
    QTest::addColumn<QString>("named");
    QTest::newRow("policy") << ValueSource::Policy << "policy";
    QTest::newRow("command line") << ValueSource::CommandLine << "--set";
    QTest::newRow("environment") << ValueSource::Environment << "TELECONSULT_LANGUAGE";
}

void TestSettingWrites::whatIsLockedIsNotWritten()
{
    QFETCH(ValueSource, source);
    QFETCH(QString, named);
    const QString key = QStringLiteral("interface/language");
    const SettingValues italian{{key, QStringLiteral("it")}};
    if (source == ValueSource::Environment)
        qputenv("TELECONSULT_LANGUAGE", "it");
    Settings locked = settings(source == ValueSource::Policy ? italian : SettingValues(),
                               source == ValueSource::CommandLine ? italian : SettingValues());
    const Result<void> written = locked.write({{key, QStringLiteral("en")}});
    QCOMPARE(written.error().code, QStringLiteral("setting_locked"));
    QCOMPARE(written.error().kind, Error::Kind::Conflict);
    QCOMPARE(written.error().field, key);
    QVERIFY2(written.error().message.contains(named), qPrintable(written.error().message));
    QCOMPARE(locked.unset(key).error().code, QStringLiteral("setting_locked"));

    QTest::ignoreMessage(QtWarningMsg, "a setting cannot be written: interface/language setting_locked");
    locked.setLanguage(Language::English);
    QCOMPARE(locked.language(), Language::Italian);
    QVERIFY(!QFile::exists(settingsFile()));
}

void TestSettingWrites::allIsWrittenOrNothing_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("no setting") << "zoo/animals"
                                << "12"
                                << "setting_unknown";
    QTest::newRow("out of range") << "reminders/minutes_before"
                                  << "121"
                                  << "setting_out_of_range";
    QTest::newRow("no address") << "service/url"
                                << "http://far.example"
                                << "setting_out_of_range";
    QTest::newRow("from the environment only") << "kaleyra/api_key"
                                               << "x"
                                               << "setting_not_kept";
    QTest::newRow("locked") << "reminders/wanted"
                            << "true"
                            << "setting_locked";
}

void TestSettingWrites::allIsWrittenOrNothing()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, code);
    qputenv("TELECONSULT_REMINDERS", "false");
    Settings target = settings();
    const Result<void> written = target.write({{QStringLiteral("interface/tray"), false}, {key, value}});
    QCOMPARE(written.error().code, code);
    QCOMPARE(written.error().field, key);
    QVERIFY(target.wantsTray());
    QVERIFY(!QFile::exists(settingsFile()));
}

void TestSettingWrites::valuesAreKeptByTheirType()
{
    QVERIFY(settings().write({{QStringLiteral("interface/tray"), QStringLiteral("0")},
                              {QStringLiteral("station/groups"), QStringLiteral("doctor , nurse,")},
                              {QStringLiteral("reminders/minutes_before"), QStringLiteral(" 15 ")},
                              {QStringLiteral("station/full_name"), QStringLiteral("Ferri, Giulia")}}));
    QFile file(settingsFile());
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray text = file.readAll();
    for (const char *line : {"tray=false", "groups=doctor, nurse", "minutes_before=15", "full_name=\"Ferri, Giulia\""})
        QVERIFY2(text.contains(QByteArray("\n") + line + '\n'), text.constData());
    QCOMPARE(settings().station().fullName, QStringLiteral("Ferri, Giulia"));
}

void TestSettingWrites::unsettingBringsTheDefaultBack()
{
    const QString key = QStringLiteral("reminders/minutes_before");
    QVERIFY(settings().write({{key, 3}}));
    QVERIFY(settings().unset(key));
    QCOMPARE(settings().text(key), QStringLiteral("10"));
    QCOMPARE(settings().origin(key), Origin{ValueSource::Default});
    QVERIFY(settings().unset(key)); // It is not there: nothing to be done.
    QCOMPARE(settings().unset(QStringLiteral("zoo/animals")).error().code, QStringLiteral("setting_unknown"));
}

void TestSettingWrites::aFileThatCannotBeWrittenIsAnError()
{
    // A folder stands in its place: that holds for root as well.
    QVERIFY(QDir().mkpath(settingsFile()));
    QCOMPARE(settings().write({{QStringLiteral("interface/tray"), false}}).error().code,
             QStringLiteral("settings_unwritable"));
}

void TestSettingWrites::whatWasNotWrittenDoesNotHold()
{
    Settings here = settings();
    QVERIFY(here.write({{QStringLiteral("interface/tray"), false}}));
    const FullDisk full;
    const Result<void> written = here.write(
        {{QStringLiteral("interface/tray"), true}, {QStringLiteral("kaleyra/base_url"), QStringLiteral("https://a")}});
    QVERIFY(!written);
    QCOMPARE(written.error().code, QStringLiteral("settings_unwritable"));
    const Settings again = settings();
    for (const Settings *asked : {&std::as_const(here), &again}) {
        QCOMPARE(asked->text(QStringLiteral("interface/tray")), QStringLiteral("false"));
        QVERIFY(!asked->isSet(QStringLiteral("kaleyra/base_url")));
        QCOMPARE(asked->origin(QStringLiteral("kaleyra/base_url")), Origin{ValueSource::Default});
    }
    QCOMPARE(here.setStation({QStringLiteral("x"), QStringLiteral("y"), {QStringLiteral("doctor")}}).error().code,
             written.error().code);
    QCOMPARE(here.setPinHash(config::Pin::Settings, QStringLiteral("$argon2id$1")).error().code, written.error().code);
    QCOMPARE(here.origin(QStringLiteral("station/external_id")), Origin{ValueSource::Default});
    QVERIFY(here.pinHash().isEmpty());
}

void TestSettingWrites::aFullDiskHoldsNoSaveAfterIt()
{
    Settings here = settings();
    {
        const FullDisk full;
        QVERIFY(!here.write({{QStringLiteral("kaleyra/base_url"), QStringLiteral("https://a")}}));
    }
    QVERIFY(here.write({{QStringLiteral("interface/tray"), false}}));
    QFile file(settingsFile());
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("[interface]\ntray=false\n"));
}

void TestSettingWrites::whatThePersonIsNotToldOfHoldsUntilTheEnd()
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    Settings here = settings();
    {
        const FullDisk full;
        here.setPinFailures(config::Pin::Settings, {3, at});
        here.setLanguage(Language::Italian);
    }
    QCOMPARE(here.pinFailures(config::Pin::Settings).count, 3); // Or tries would be for free on a full disk.
    QCOMPARE(here.language(), Language::Italian);
    QVERIFY(!settings().language());
    here.setLanguage(Language::English);
    QCOMPARE(here.language(), Language::English);
    QCOMPARE(settings().language(), Language::English);
}

void TestSettingWrites::aLineThatIsNoneIsTheFilesMistakeAndNoSaves()
{
    writeFile(settingsFile(), "[interface]\n# a note\ntray=false\n");
    Settings here = settings();
    const QList<Error> mistakes = config::mistakesIn(here.sources());
    QCOMPARE(mistakes.size(), 1);
    QCOMPARE(mistakes.first().code, QStringLiteral("not_ini"));
    QCOMPARE(config::lineOf(mistakes.first()), 2);
    QVERIFY(here.write({{QStringLiteral("reminders/wanted"), false}}));
    QVERIFY(here.write({{QStringLiteral("reminders/wanted"), true}}));
    QCOMPARE(settings().text(QStringLiteral("reminders/wanted")), QStringLiteral("true"));
    // As somebody writes it while the program runs.
    writeFile(settingsFile(), "[interface]\ntray=false\n# another note, which is longer\n");
    QVERIFY(here.write({{QStringLiteral("reminders/wanted"), false}}));
    QCOMPARE(settings().text(QStringLiteral("reminders/wanted")), QStringLiteral("false"));
}

QTEST_GUILESS_MAIN(TestSettingWrites)
#include "test_setting_writes.moc"
