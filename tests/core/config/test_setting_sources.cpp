// Where a value comes from: the five sources, for every type, and what may be written.
#include "core/config/settings.h"

#include "core/config/settings_check.h"
#include "core/config/settings_file.h"
#include "tests/core/config/clean_environment.h"
#include "tests/support/full_disk.h"

#include <QTemporaryDir>

using namespace teleconsult;
using config::Origin;
using config::SettingInputs;
using config::Settings;
using config::SettingSpec;
using config::SettingType;
using config::SettingValues;
using config::ValueSource;
using test::clearEnvironment;
using test::FullDisk;
using test::writeFile;

Q_DECLARE_METATYPE(teleconsult::config::ValueSource)
Q_DECLARE_METATYPE(teleconsult::config::SettingValues)

namespace {

/// Values in range, one for each source above the default and unlike the one below it, as text.
QStringList valuesFor(const SettingSpec &spec)
{
    QStringList numbers;
    switch (spec.type) {
    case SettingType::Boolean: {
        const QString usual = spec.defaultValue.toBool() ? QStringLiteral("true") : QStringLiteral("false");
        const QString other = spec.defaultValue.toBool() ? QStringLiteral("false") : QStringLiteral("true");
        return {other, usual, other, usual};
    }
    case SettingType::Integer:
        for (qint64 value = std::max<qint64>(spec.least, 11), i = 0; i < 4; ++i, ++value)
            numbers << QString::number(value);
        return numbers;
    case SettingType::Choice: {
        QStringList codes = spec.choices;
        codes.removeAll(QString());
        return {codes.at(0), codes.at(1), codes.at(0), codes.at(1)};
    }
    case SettingType::List:
        if (!spec.accepts(QStringLiteral("user"))) // Tools of a call.
            return {QStringLiteral("none"), QStringLiteral("chat"), QStringLiteral("snapshot"),
                    QStringLiteral("chat, whiteboard")};
        return {QStringLiteral("user"), QStringLiteral("environment"), QStringLiteral("line"),
                QStringLiteral("policy, b")};
    case SettingType::Address:
        return {QStringLiteral("https://user.example"), QStringLiteral("https://environment.example"),
                QStringLiteral("https://line.example"), QStringLiteral("https://policy.example")};
    default:
        break;
    }
    // Paths, words, numbers, hours, and what only looks like a hash.
    const QLatin1String hours("Mo 08:00-1");
    for (const QLatin1String start : {QLatin1String("/place"), QLatin1String("word"), QLatin1String("10"),
                                      QLatin1String("10:0"), hours, QLatin1String("$argon2id$")})
    {
        QStringList values;
        for (const char *end : {"1", "2", "3", "4"})
            values << start + QLatin1String(end) + (start == hours ? QLatin1String(":00") : QLatin1String());
        if (spec.accepts(values.first()))
            return values;
    }
    return {};
}

} // namespace

class TestSettingSources : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString settingsFile() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    Settings settings(const SettingValues &policy = {}, const SettingValues &line = {}) const
    {
        return Settings(SettingInputs{settingsFile(), policy, line});
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        clearEnvironment();
    }
    void cleanup() { clearEnvironment(); }

    void theStrongestSourceHolds_data();
    void theStrongestSourceHolds();
    void everyTypeIsInTheTable();
    void aWrongValueIsPassedOverUnlessItMustBeRight();
    void anEmptyPolicyIsOneToo();
    void theKeyComesFromTheEnvironmentAlone();
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
    void anotherFileThatSaysItTooHoldsWhereItIsStronger_data();
    void anotherFileThatSaysItTooHoldsWhereItIsStronger();
};

void TestSettingSources::theStrongestSourceHolds_data()
{
    QTest::addColumn<QString>("key");
    for (const SettingSpec &spec : Settings::catalogue()) {
        if (spec.kind == SettingSpec::Kind::Setting && !spec.environment.isEmpty())
            QTest::newRow(qPrintable(spec.key)) << spec.key;
    }
}

void TestSettingSources::theStrongestSourceHolds()
{
    QFETCH(QString, key);
    const SettingSpec &spec = *Settings::spec(key);
    const QStringList values = valuesFor(spec);
    QCOMPARE(values.size(), 4);
    const QString usual = settings().text(key);
    QCOMPARE(settings().origin(key), Origin{ValueSource::Default});

    QVERIFY(settings().write({{key, values.at(0)}}));
    QCOMPARE(settings().text(key), values.at(0));
    QCOMPARE(settings().origin(key), Origin{ValueSource::User});
    QVERIFY(!settings().origin(key).isLocked());

    qputenv(spec.environment.constData(), values.at(1).toUtf8());
    QCOMPARE(settings().text(key), values.at(1));
    QCOMPARE(settings().origin(key), Origin{ValueSource::Environment});

    const SettingValues line{{key, values.at(2)}};
    QCOMPARE(settings({}, line).text(key), values.at(2));
    QCOMPARE(settings({}, line).origin(key), Origin{ValueSource::CommandLine});

    const SettingValues policy{{key, values.at(3)}};
    QCOMPARE(settings(policy, line).text(key), values.at(3));
    QCOMPARE(settings(policy, line).origin(key), Origin{ValueSource::Policy});
    QVERIFY(settings(policy, line).origin(key).isLocked());

    // Each of them holds without those in between, and an empty variable is none.
    qputenv(spec.environment.constData(), "");
    QCOMPARE(settings().text(key), values.at(0));
    QVERIFY(settings().unset(key));
    QCOMPARE(settings().text(key), usual);
    QCOMPARE(settings(policy).text(key), values.at(3));
    QCOMPARE(settings({}, line).text(key), values.at(2));
}

void TestSettingSources::everyTypeIsInTheTable()
{
    QList<SettingType> missing{SettingType::Boolean, SettingType::Integer,    SettingType::Choice,
                               SettingType::Text,    SettingType::Paragraphs, SettingType::List,
                               SettingType::Address, SettingType::File,       SettingType::Folder};
    for (const SettingSpec &spec : Settings::catalogue()) {
        if (spec.kind == SettingSpec::Kind::Setting)
            missing.removeAll(spec.type);
    }
    QVERIFY(missing.isEmpty());
}

void TestSettingSources::aWrongValueIsPassedOverUnlessItMustBeRight()
{
    const QString tray = QStringLiteral("interface/tray");
    const QString crud = QStringLiteral("records/crud_url");
    writeFile(settingsFile(), "[interface]\ntray=false\n[records]\ncrud_url=https://crud.example\n");
    qputenv("TELECONSULT_TRAY", "perhaps");
    qputenv("CRUD_SERVICE_URL", "nowhere");
    QTest::ignoreMessage(QtWarningMsg, "a value is out of range and ignored: TELECONSULT_TRAY");
    const Settings found = settings();
    QCOMPARE(found.text(tray), QStringLiteral("false"));
    QCOMPARE(found.origin(tray), Origin{ValueSource::User});
    QCOMPARE(found.text(crud), QStringLiteral("nowhere"));
    QCOMPARE(found.origin(crud), Origin{ValueSource::Environment});
    QCOMPARE(found.crudService().error().code, QStringLiteral("crud_url_malformed"));
}

void TestSettingSources::anEmptyPolicyIsOneToo()
{
    const QString key = QStringLiteral("kaleyra/base_url");
    qputenv("BANDYER_BASE_URL", "https://api.example");
    const Settings found = settings({{key, QString()}});
    QCOMPARE(found.kaleyraBaseUrl().value(), QUrl());
    QVERIFY(found.origin(key).isLocked());
}

void TestSettingSources::theKeyComesFromTheEnvironmentAlone()
{
    const QString key = QStringLiteral("kaleyra/api_key");
    writeFile(settingsFile(), "[kaleyra]\napi_key=written-by-mistake\n");
    QVERIFY(!settings().isSet(key));
    QCOMPARE(settings().text(key), QString());
    QCOMPARE(settings().origin(key), Origin{ValueSource::Default});
    QCOMPARE(settings().write({{key, QStringLiteral("secret")}}).error().code, QStringLiteral("setting_not_kept"));
    qputenv("BANDYER_API_SECRET_KEY", "secret");
    const Settings found = settings();
    QVERIFY(found.isSet(key));
    QCOMPARE(found.text(key), QString());
    QCOMPARE(found.origin(key), Origin{ValueSource::Environment});
}

void TestSettingSources::whatIsLockedIsNotWritten_data()
{
    QTest::addColumn<ValueSource>("source");
    QTest::addColumn<QString>("named");
    QTest::newRow("policy") << ValueSource::Policy << "policy";
    QTest::newRow("command line") << ValueSource::CommandLine << "--set";
    QTest::newRow("environment") << ValueSource::Environment << "TELECONSULT_LANGUAGE";
}

void TestSettingSources::whatIsLockedIsNotWritten()
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

void TestSettingSources::allIsWrittenOrNothing_data()
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

void TestSettingSources::allIsWrittenOrNothing()
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

void TestSettingSources::valuesAreKeptByTheirType()
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

void TestSettingSources::unsettingBringsTheDefaultBack()
{
    const QString key = QStringLiteral("reminders/minutes_before");
    QVERIFY(settings().write({{key, 3}}));
    QVERIFY(settings().unset(key));
    QCOMPARE(settings().text(key), QStringLiteral("10"));
    QCOMPARE(settings().origin(key), Origin{ValueSource::Default});
    QVERIFY(settings().unset(key)); // It is not there: nothing to be done.
    QCOMPARE(settings().unset(QStringLiteral("zoo/animals")).error().code, QStringLiteral("setting_unknown"));
}

void TestSettingSources::aFileThatCannotBeWrittenIsAnError()
{
    // A folder stands in its place: that holds for root as well.
    QVERIFY(QDir().mkpath(settingsFile()));
    QCOMPARE(settings().write({{QStringLiteral("interface/tray"), false}}).error().code,
             QStringLiteral("settings_unwritable"));
}

void TestSettingSources::whatWasNotWrittenDoesNotHold()
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

void TestSettingSources::aFullDiskHoldsNoSaveAfterIt()
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

void TestSettingSources::whatThePersonIsNotToldOfHoldsUntilTheEnd()
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

void TestSettingSources::aLineThatIsNoneIsTheFilesMistakeAndNoSaves()
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

void TestSettingSources::anotherFileThatSaysItTooHoldsWhereItIsStronger_data()
{
    QTest::addColumn<SettingValues>("policy");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<ValueSource>("source");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("lock");
    const QString file = QStringLiteral("service/configuration_file");
    const QString groups = QStringLiteral("roles/plus_groups");
    const QString path = QStringLiteral("/etc/c.json");
    QTest::newRow("neither") << SettingValues() << QByteArray() << ValueSource::User << "midwife"
                             << "";
    QTest::newRow("the file by policy") << SettingValues{{file, path}} << QByteArray() << ValueSource::Policy << ""
                                        << "policy";
    QTest::newRow("an empty file by policy")
        << SettingValues{{file, QString()}} << QByteArray() << ValueSource::User << "midwife"
        << "";
    QTest::newRow("the file by environment")
        << SettingValues() << QByteArray("/etc/c.json") << ValueSource::Environment << ""
        << "TELECONSULTATION_SERVICE_CONFIG_PATH";
    QTest::newRow("the groups by policy") << SettingValues{{groups, QStringLiteral("surgeon")}}
                                          << QByteArray("/etc/c.json") << ValueSource::Policy << "surgeon"
                                          << "policy";
    QTest::newRow("both by policy") << SettingValues{{groups, QStringLiteral("surgeon")}, {file, path}} << QByteArray()
                                    << ValueSource::Policy << "surgeon"
                                    << "policy";
}

void TestSettingSources::anotherFileThatSaysItTooHoldsWhereItIsStronger()
{
    QFETCH(SettingValues, policy);
    QFETCH(QByteArray, variable);
    QFETCH(ValueSource, source);
    QFETCH(QString, value);
    QFETCH(QString, lock);
    const QString key = QStringLiteral("roles/plus_groups");
    QVERIFY(settings().write({{key, QStringLiteral("midwife")}}));
    if (!variable.isEmpty())
        qputenv("TELECONSULTATION_SERVICE_CONFIG_PATH", variable);
    Settings found = settings(policy);
    QCOMPARE(found.text(key), value);
    QCOMPARE(found.origin(key).source, source);
    QVERIFY2(found.lockText(key).contains(lock) && found.lockText(key).isEmpty() == lock.isEmpty(),
             qPrintable(found.lockText(key)));
    QCOMPARE(bool(found.write({{key, QStringLiteral("nurse")}})), lock.isEmpty());
}

QTEST_GUILESS_MAIN(TestSettingSources)
#include "test_setting_sources.moc"
