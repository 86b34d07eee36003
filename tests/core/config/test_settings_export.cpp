// Giving away what this installation was told.
#include "core/config/settings_export.h"

#include "tests/core/config/settings_test.h"

using namespace teleconsult;
using config::ExportForm;
using config::SettingLine;
using config::Settings;
using config::SettingsImport;
using config::SettingValues;

class TestSettingsExport : public test::SettingsTest
{
    Q_OBJECT

private slots:
    void whatIsExportedIsImported_data();
    void whatIsExportedIsImported();
    void neitherSecretsNorNotesAreExported();
    void plainValuesAreExportedBare();
    void secretsOfASettingsFileAreLeftOut();
};

void TestSettingsExport::whatIsExportedIsImported_data()
{
    QTest::addColumn<ExportForm>("form");
    QTest::newRow("environment") << ExportForm::Environment;
    QTest::newRow("INI") << ExportForm::Ini;
}

void TestSettingsExport::whatIsExportedIsImported()
{
    QFETCH(ExportForm, form);
    const SettingValues values{
        {QStringLiteral("station/full_name"), QString::fromUtf8("  \"Zoë\" O'Hara, Dr. \\ # 1 ")},
        {QStringLiteral("station/groups"), QStringLiteral("doctor, night shift")},
        {QStringLiteral("notice/clinic_text_it"), QStringLiteral("Prima riga;\nseconda = riga")},
        {QStringLiteral("interface/tray"), false},
        {QStringLiteral("reminders/minutes_before"), 7},
        {QStringLiteral("kaleyra/base_url"), QStringLiteral("https://api.example/v2")}};
    Settings settings(settingsFile());
    QVERIFY(settings.write(values));
    qputenv("LIVE_TELECONSULTATION", "false"); // What holds is exported, wherever it comes from.
    const Result<QByteArray> exported = exportSettings(settings, form);
    QVERIFY(exported);
    qunsetenv("LIVE_TELECONSULTATION");

    const Result<SettingsImport> import = read(*exported);
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    QCOMPARE(import->values.size(), values.size() + 1);
    Settings other(path(QStringLiteral("other.ini")));
    QVERIFY(takeOver(*import, other));
    for (auto value = values.begin(); value != values.end(); ++value)
        QCOMPARE(other.text(value.key()), settings.text(value.key()));
    QVERIFY(!other.consultationPolicy()->live);
}

void TestSettingsExport::neitherSecretsNorNotesAreExported()
{
    qputenv("BANDYER_API_SECRET_KEY", "s3cret");
    Settings settings(settingsFile());
    settings.setDemoConsultationIds({QStringLiteral("note-1")});
    settings.setWantsTray(false);
    for (const ExportForm form : {ExportForm::Environment, ExportForm::Ini}) {
        const QByteArray text = exportSettings(settings, form).value();
        QVERIFY(text.contains("false"));
        QVERIFY(!text.contains("s3cret") && !text.contains("note-1"));
    }
}

void TestSettingsExport::plainValuesAreExportedBare()
{
    Settings settings(settingsFile());
    QVERIFY(settings.write({{QStringLiteral("station/full_name"), QStringLiteral("Dr. Giulia Ferri")}}));
    settings.setStation({QStringLiteral("x"), QStringLiteral("Dr. Giulia Ferri"), {QStringLiteral("night, ward 3")}});
    QCOMPARE(exportSettings(settings, ExportForm::Environment).value(),
             QByteArray("TELECONSULT_STATION_ID=x\nTELECONSULT_STATION_NAME=Dr. Giulia Ferri\n"
                        "# station/groups cannot be said in the environment\n"));
}

void TestSettingsExport::secretsOfASettingsFileAreLeftOut()
{
    const QString pin = QStringLiteral("settings/pin");
    QVERIFY(Settings::spec(pin)->isSecret);
    const Result<SettingsImport> ini = read("[interface]\ntray=false\n[settings]\npin=$argon2id$s3cret\n");
    QVERIFY2(ini, qPrintable(ini ? QString() : ini.error().message));
    QCOMPARE(ini->secrets, QList<SettingLine>({{pin, {}, 4}}));
    QCOMPARE(ini->values.keys(), QStringList(QStringLiteral("interface/tray")));
    Settings settings(settingsFile());
    QVERIFY(takeOver(*ini, settings));
    QVERIFY(!settings.isSet(pin));

    QVERIFY(settings.write({{pin, QStringLiteral("$argon2id$s3cret")}}));
    for (const ExportForm form : {ExportForm::Environment, ExportForm::Ini})
        QVERIFY(!exportSettings(settings, form)->contains("s3cret"));
}

QTEST_GUILESS_MAIN(TestSettingsExport)
#include "test_settings_export.moc"
