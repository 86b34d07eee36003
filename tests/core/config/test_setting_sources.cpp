// Where a value comes from: the five sources, for every type.
#include "tests/core/config/settings_test.h"

using namespace teleconsult;
using config::Origin;
using config::Settings;
using config::SettingSpec;
using config::SettingType;
using config::SettingValues;
using config::ValueSource;
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

class TestSettingSources : public test::SettingsTest
{
    Q_OBJECT

private slots:
    void theStrongestSourceHolds_data();
    void theStrongestSourceHolds();
    void everyTypeIsInTheTable();
    void aWrongValueIsPassedOverUnlessItMustBeRight();
    void anEmptyPolicyIsOneToo();
    void theKeyComesFromTheEnvironmentAlone();
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
