#include "core/config/settings.h"

#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

using namespace teleconsult;
using config::Settings;
using test::clearEnvironment;
using test::writeFile;

class TestSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString settingsFile() const { return file(QStringLiteral("settings.ini")); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        clearEnvironment();
    }

    void cleanup() { clearEnvironment(); }

    void theDefaultsAreTheReferenceServices()
    {
        const Settings settings(settingsFile());
        QCOMPARE(settings.consultationPolicy().value(), ConsultationPolicy());
        const StationIdentity station{
            QStringLiteral("doctor.ferri"), QStringLiteral("Dr. Giulia Ferri"), {QStringLiteral("doctor")}};
        QCOMPARE(settings.station(), station);
        QCOMPARE(settings.language(), std::nullopt);
        QCOMPARE(settings.appearance(), config::Appearance::System);
        QCOMPARE(settings.textScale(), std::nullopt);
        QCOMPARE(settings.kaleyraBaseUrl().value_or(QUrl(QStringLiteral("x"))), QUrl());
        QCOMPARE(settings.crudService(), Result<std::optional<config::CrudService>>());
        QCOMPARE(settings.authService().value(), std::nullopt);
        QCOMPARE(settings.callerPath().value(), config::CallerPath());
        QVERIFY(settings.demoClinicWanted());
        QCOMPARE(settings.reminders(), config::ReminderWishes());
        QVERIFY(settings.wantsTray());
        QVERIFY(settings.demoConsultationIds().isEmpty());
        QVERIFY(!QFile::exists(settingsFile())); // Reading makes no file.
    }

    void agreementToTheNoticeIsKeptForEachPerson()
    {
        const NoticeAcceptance anna{QStringLiteral("dr, anna 100%"), QStringLiteral("1"),
                                    QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC)};
        {
            Settings settings(settingsFile());
            QCOMPARE(settings.noticeAcceptance(anna.externalId), std::nullopt);
            settings.setNoticeAcceptance(anna);
            settings.setNoticeAcceptance({QStringLiteral("other"), QStringLiteral("1"), anna.at});
        }
        Settings settings(settingsFile()); // as after a restart
        QCOMPARE(settings.noticeAcceptance(anna.externalId), anna);
        QVERIFY(settings.noticeAcceptance(QStringLiteral("other")));
        QCOMPARE(settings.noticeAcceptance(QStringLiteral("nobody")), std::nullopt);
    }

    void anotherAgreementTakesThePlaceOfTheOneBefore()
    {
        Settings settings(settingsFile());
        const QString id = QStringLiteral("dr-anna");
        const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
        settings.setNoticeAcceptance({id, settings.privacyNotice().version({}), now});
        QVERIFY(settings.privacyNotice().isCoveredBy(settings.noticeAcceptance(id)->version, {}));
        qputenv("TELECONSULT_NOTICE_IT", "Parole della clinica, nostre");
        QCOMPARE(settings.privacyNotice().clinicText(Language::English),
                 QStringLiteral("Parole della clinica, nostre"));
        QVERIFY(!settings.privacyNotice().isCoveredBy(settings.noticeAcceptance(id)->version, {}));
        settings.setNoticeAcceptance({id, settings.privacyNotice().version({}), now.addDays(1)});
        QCOMPARE(settings.noticeAcceptance(id)->at, now.addDays(1));
        qputenv("TELECONSULT_NOTICE_IT", "");
        QVERIFY(!settings.privacyNotice().isCoveredBy(settings.noticeAcceptance(id)->version, {}));
    }

    void devicesAreCheckedOnceUnlessSomethingIsGone()
    {
        using config::DeviceCheck;
        Settings settings(settingsFile());
        QCOMPARE(settings.deviceCheck(), DeviceCheck::Due);
        settings.setDevices({.camera = QStringLiteral("Front"), .microphone = {}, .speaker = {}});
        QCOMPARE(Settings(settingsFile()).deviceCheck(), DeviceCheck::Done);
        settings.setDeviceCheck(DeviceCheck::Due);
        QCOMPARE(Settings(settingsFile()).deviceCheck(), DeviceCheck::Due);
        // Who does not want to be asked is not, whatever is gone.
        settings.setDeviceCheck(DeviceCheck::Never);
        settings.setDeviceCheck(DeviceCheck::Due);
        settings.setDevices({});
        QCOMPARE(Settings(settingsFile()).deviceCheck(), DeviceCheck::Never);
    }

    void theCatalogueIsConsistent()
    {
        QSet<QString> keys;
        QSet<QByteArray> variables;
        for (const config::SettingSpec &spec : Settings::catalogue()) {
            QVERIFY2(spec.key.count(QLatin1Char('/')) == 1, qPrintable(spec.key));
            QVERIFY2(spec.accepts(spec.defaultValue), qPrintable(spec.key));
            QVERIFY2(spec.title && spec.explanation, qPrintable(spec.key));
            QVERIFY2(!config::rangeOf(spec).isEmpty(), qPrintable(spec.key));
            QVERIFY2((spec.type == config::SettingType::Choice) == !spec.choices.isEmpty(), qPrintable(spec.key));
            QVERIFY2((spec.type == config::SettingType::Integer) == (spec.least < spec.most), qPrintable(spec.key));
            QVERIFY2(!keys.contains(spec.key), qPrintable(spec.key));
            keys.insert(spec.key);
            if (spec.environment.isEmpty())
                continue;
            QVERIFY2(!variables.contains(spec.environment), spec.environment.constData());
            variables.insert(spec.environment);
        }
        for (const char *name :
             {"BANDYER_BASE_URL", "IMMUTABLE_PERIOD_MS", "UNLIMITED_TELECONSULTATION", "LIVE_TELECONSULTATION",
              "DEFAULT_RECORDING_TYPE", "CRUD_SERVICE_URL", "TELECONSULTATIONS_CRUD_NAME", "USER_ID_MAP_CRUD_NAME",
              "USERID_HEADER_KEY", "BANDYER_API_SECRET_KEY", "TELECONSULTATION_SERVICE_CONFIG_PATH", "AUTH_SERVICE",
              "CUSTOM_ID_USERS_API_ENDPOINT", "DEFAULT_CLIENT_TYPE", "ADDITIONAL_HEADERS_TO_PROXY",
              "TELECONSULTATION_DELETE_UPLOADS", "TRANSCRIPTION_MAX_FILE_SIZE"})
            QVERIFY2(variables.contains(name), name);
    }

    void whatIsSetIsReadAgain()
    {
        const StationIdentity station{QStringLiteral("dr.o'hara@example.org"),
                                      QStringLiteral("O’Hara, Zoë"),
                                      {QStringLiteral("doctor"), QStringLiteral("night, ward 3")}};
        {
            Settings settings(settingsFile());
            settings.setStation(station);
            settings.setLanguage(Language::Italian);
            settings.setAppearance(config::Appearance::Dark);
            settings.setTextScale(175);
            settings.setDemoClinicWanted(false);
            settings.setReminders({.wanted = false, .lead = std::chrono::minutes(3), .showNames = true});
            settings.setWantsTray(false);
            settings.setDemoConsultationIds({QStringLiteral("a"), QStringLiteral("b")});
            QCOMPARE(settings.station(), station);
        }
        const Settings settings(settingsFile());
        QCOMPARE(settings.station(), station);
        QCOMPARE(settings.language(), Language::Italian);
        QCOMPARE(settings.appearance(), config::Appearance::Dark);
        QCOMPARE(settings.textScale(), 175);
        QVERIFY(!settings.demoClinicWanted());
        QCOMPARE(settings.reminders(), (config::ReminderWishes{false, std::chrono::minutes(3), true}));
        QVERIFY(!settings.wantsTray());
        const QStringList ids{QStringLiteral("a"), QStringLiteral("b")};
        QCOMPARE(settings.demoConsultationIds(), ids);
    }

    void oneGroupIsStillAList()
    {
        Settings settings(settingsFile());
        settings.setStation({QStringLiteral("x"), QStringLiteral("y"), {QStringLiteral("patient")}});
        QCOMPARE(Settings(settingsFile()).station().groups, QStringList{QStringLiteral("patient")});
    }

    void environmentOverFileOverDefault()
    {
        const auto period = [this] { return Settings(settingsFile()).consultationPolicy()->immutablePeriod.count(); };
        QCOMPARE(period(), 0);
        writeFile(settingsFile(), "[consultations]\nimmutable_period_ms=600000\n");
        QCOMPARE(period(), 600000);
        qputenv("IMMUTABLE_PERIOD_MS", "900000");
        QCOMPARE(period(), 900000);
        qputenv("IMMUTABLE_PERIOD_MS", ""); // Empty counts as not set.
        QCOMPARE(period(), 600000);
    }

    void aReminderOutOfRangeIsIgnored_data()
    {
        QTest::addColumn<QByteArray>("minutes");
        QTest::newRow("ages ago") << QByteArray("121");
        QTest::newRow("afterwards") << QByteArray("-5");
        QTest::newRow("in words") << QByteArray("five");
    }

    void aReminderOutOfRangeIsIgnored()
    {
        QFETCH(QByteArray, minutes);
        writeFile(settingsFile(), "[reminders]\nminutes_before=120\nwanted=false\n");
        qputenv("TELECONSULT_REMINDER_MINUTES", minutes);
        QTest::ignoreMessage(QtWarningMsg, "a value is out of range and ignored: TELECONSULT_REMINDER_MINUTES");
        QCOMPARE(Settings(settingsFile()).reminders(),
                 (config::ReminderWishes{false, config::longestReminderLead, false}));
    }

    void valuesOutOfRangeAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("negative period") << QByteArray("IMMUTABLE_PERIOD_MS") << QByteArray("-1");
        QTest::newRow("a period of ages") << QByteArray("IMMUTABLE_PERIOD_MS") << QByteArray("99999999999999999");
        QTest::newRow("a period in words") << QByteArray("IMMUTABLE_PERIOD_MS") << QByteArray("ten minutes");
        QTest::newRow("a fraction") << QByteArray("IMMUTABLE_PERIOD_MS") << QByteArray("1.5");
        QTest::newRow("no boolean") << QByteArray("UNLIMITED_TELECONSULTATION") << QByteArray("perhaps");
        QTest::newRow("no boolean, live") << QByteArray("LIVE_TELECONSULTATION") << QByteArray("2");
        QTest::newRow("no boolean, uploads") << QByteArray("TELECONSULTATION_DELETE_UPLOADS") << QByteArray("yes");
        QTest::newRow("unknown recording") << QByteArray("DEFAULT_RECORDING_TYPE") << QByteArray("always");
        QTest::newRow("recording, other case") << QByteArray("DEFAULT_RECORDING_TYPE") << QByteArray("None");
    }

    void valuesOutOfRangeAreIgnored()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        writeFile(settingsFile(),
                  "[consultations]\nimmutable_period_ms=60000\nunlimited=false\nlive=false\nrecording=manual\n");
        qputenv(variable.constData(), value);
        const QString warning = QStringLiteral("a value is out of range and ignored: ") + QString::fromLatin1(variable);
        QTest::ignoreMessage(QtWarningMsg, qPrintable(warning)); // Once, though it is read twice.
        const Settings settings(settingsFile());
        ConsultationPolicy expected;
        expected.immutablePeriod = std::chrono::minutes(1);
        expected.unlimited = false;
        expected.live = false;
        expected.recording = QStringLiteral("manual");
        QCOMPARE(settings.consultationPolicy().value(), expected);
        QCOMPARE(settings.consultationPolicy().value(), expected);
    }

    void thePolicyHasTheConfigurationFilesPrivileges()
    {
        writeFile(file(QStringLiteral("service.json")),
                  R"({"privileges":{"basic":{"groups":["guest"]},"plus":{"groups":["nurse"]}},)"
                  R"("groupsWithBackgroundList":["nurse"],)"
                  R"("userIdPathInRequest":[{"from":"object","extract":"headers"}]})");
        qputenv("TELECONSULTATION_SERVICE_CONFIG_PATH", file(QStringLiteral("service.json")).toLocal8Bit());
        qputenv("USERID_HEADER_KEY", "UserId");
        qputenv("GROUPS_HEADER_KEY", "usergroups");
        const Settings settings(settingsFile());
        const ConsultationPolicy policy = settings.consultationPolicy().value();
        QCOMPARE(policy.privileges.groups(), QStringList({QStringLiteral("nurse"), QStringLiteral("guest")}));
        QCOMPARE(policy.groupsWithBackground, QStringList(QStringLiteral("nurse")));
        const config::CallerPath path = settings.callerPath().value();
        QCOMPARE(path.steps.size(), 1);
        QCOMPARE(path.userIdHeader, QByteArray("userid"));
        QCOMPARE(path.groupsHeader, QByteArray("usergroups"));
    }

    void aConfigurationFileThatIsNotRightIsNeverTheDefaults()
    {
        writeFile(settingsFile(), "[service]\nconfiguration_file=/nonesuch/service.json\n");
        const Settings settings(settingsFile());
        QCOMPARE(settings.consultationPolicy().error().code, QStringLiteral("configuration_file_missing"));
        QCOMPARE(settings.callerPath().error().field, QStringLiteral("service/configuration_file"));
        qputenv("AUTH_SERVICE", "auth0-client");
        QCOMPARE(settings.authService().error().code, QStringLiteral("configuration_file_missing"));
    }

    void aFileOutOfRangeFallsBackToTheDefault()
    {
        writeFile(settingsFile(), "[interface]\nappearance=pink\nlanguage=de\n[station]\nexternal_id=\n");
        QTest::ignoreMessage(QtWarningMsg, "a value is out of range and ignored: interface/appearance");
        QTest::ignoreMessage(QtWarningMsg, "a value is out of range and ignored: interface/language");
        QTest::ignoreMessage(QtWarningMsg, "a value is out of range and ignored: station/external_id");
        const Settings settings(settingsFile());
        QCOMPARE(settings.appearance(), config::Appearance::System);
        QCOMPARE(settings.language(), std::nullopt);
        QCOMPARE(settings.station().externalId, QStringLiteral("doctor.ferri"));
    }

    void textScaleOutOfRangeIsTheSystems_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"99", "201", "-150", "large", "150%", "1.5"})
            QTest::newRow(text) << QByteArray(text);
    }
    void textScaleOutOfRangeIsTheSystems()
    {
        QFETCH(QByteArray, text);
        qputenv("TELECONSULT_TEXT_SCALE", text);
        QTest::ignoreMessage(QtWarningMsg, "a value is out of range and ignored: TELECONSULT_TEXT_SCALE");
        QCOMPARE(Settings(settingsFile()).textScale(), std::nullopt);
    }

    void textScaleIsTheSystemsAgain()
    {
        Settings settings(settingsFile());
        settings.setTextScale(200);
        QCOMPARE(Settings(settingsFile()).textScale(), 200);
        settings.setTextScale({});
        QCOMPARE(Settings(settingsFile()).textScale(), std::nullopt);
    }

    void booleansInEveryUsualSpelling_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("true") << QByteArray("true") << true;
        QTest::newRow("false") << QByteArray("false") << false;
        QTest::newRow("TRUE") << QByteArray("TRUE") << true;
        QTest::newRow("0") << QByteArray("0") << false;
        QTest::newRow("1") << QByteArray(" 1 ") << true;
    }

    void booleansInEveryUsualSpelling()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, expected);
        qputenv("UNLIMITED_TELECONSULTATION", text);
        QCOMPARE(Settings(settingsFile()).consultationPolicy()->unlimited, expected);
    }

    void theStationComesFromTheEnvironment()
    {
        qputenv("TELECONSULT_STATION_ID", "kiosk-3");
        qputenv("TELECONSULT_STATION_NAME", "Kiosk, third floor");
        qputenv("TELECONSULT_STATION_GROUPS", "patient, relative ,");
        const StationIdentity expected{QStringLiteral("kiosk-3"),
                                       QStringLiteral("Kiosk, third floor"),
                                       {QStringLiteral("patient"), QStringLiteral("relative")}};
        QCOMPARE(Settings(settingsFile()).station(), expected);
    }

    void aNameWithACommaWrittenByHandStaysWhole()
    {
        writeFile(settingsFile(), "[station]\nfull_name=Ferri, Giulia\n");
        QCOMPARE(Settings(settingsFile()).station().fullName, QStringLiteral("Ferri, Giulia"));
    }

    void baseUrls_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QUrl>("expected"); // Empty: refused.
        const auto url = [](const char *text) { return QUrl(QString::fromLatin1(text)); };
        QTest::newRow("plain") << QByteArray("https://api.sandbox.eu.bandyer.com")
                               << url("https://api.sandbox.eu.bandyer.com");
        QTest::newRow("slash") << QByteArray("https://api.eu.bandyer.com/") << url("https://api.eu.bandyer.com");
        QTest::newRow("version") << QByteArray("https://api.eu.bandyer.com/v2") << url("https://api.eu.bandyer.com");
        QTest::newRow("version, slash") << QByteArray("https://api.eu.bandyer.com/v2/")
                                        << url("https://api.eu.bandyer.com");
        QTest::newRow("behind a gateway")
            << QByteArray("https://gate.example.org/kaleyra") << url("https://gate.example.org/kaleyra");
        QTest::newRow("this computer") << QByteArray("http://127.0.0.1:8080") << url("http://127.0.0.1:8080");
        QTest::newRow("this computer by name") << QByteArray("http://localhost:8080") << url("http://localhost:8080");
        QTest::newRow("this computer, IPv6") << QByteArray("http://[::1]:8080") << url("http://[::1]:8080");
        QTest::newRow("the key in the clear") << QByteArray("http://api.eu.bandyer.com") << QUrl();
        QTest::newRow("other scheme") << QByteArray("ftp://api.eu.bandyer.com") << QUrl();
        QTest::newRow("no scheme") << QByteArray("api.eu.bandyer.com") << QUrl();
        QTest::newRow("no host") << QByteArray("https://") << QUrl();
        QTest::newRow("credentials") << QByteArray("https://me:secret@api.eu.bandyer.com") << QUrl();
        QTest::newRow("query") << QByteArray("https://api.eu.bandyer.com?x=1") << QUrl();
    }

    void baseUrls()
    {
        QFETCH(QByteArray, given);
        QFETCH(QUrl, expected);
        qputenv("BANDYER_BASE_URL", given);
        const Result<QUrl> read = Settings(settingsFile()).kaleyraBaseUrl();
        QCOMPARE(read.value_or(QUrl()), expected);
        if (read)
            return;
        QCOMPARE(read.error().code, QStringLiteral("kaleyra_url_malformed"));
        QCOMPARE(read.error().field, QStringLiteral("kaleyra/base_url"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
