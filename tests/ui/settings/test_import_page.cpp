// Settings from a file, and into one.
#include "core/config/setting_keys.h"
#include "tests/core/config/clean_environment.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/import_page.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/station_page.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
namespace keys = config::keys;

namespace {

const QByteArray ofTheService = "BANDYER_BASE_URL=https://api.eu.bandyer.com\n"
                                "BANDYER_API_SECRET_KEY=ak_live_0123456789\n"
                                "TELECONSULTATION_DELETE_UPLOADS=true\n"
                                "LOG_LEVEL=info\n";

} // namespace

class TestImportPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        clearEnvironment();
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<config::Settings>(file("settings.ini"));
        m_keys.clear();
        m_refusal = {};
        m_dialog = std::make_unique<SettingsDialog>(
            QList<SettingsPageEntry>{
                {QStringLiteral("import"), QStringLiteral("download"), [] { return QStringLiteral("Import"); },
                 [this] {
                     return new ImportPage(*m_settings, [this](const config::SettingsImport &import, bool withKey) {
                         return takeOver(import, withKey);
                     });
                 }},
                {QStringLiteral("station"), QStringLiteral("person"), [] { return QStringLiteral("Station"); },
                 [this] { return new StationPage(*m_settings); }}},
            nullptr);
        QVERIFY(showActive(*m_dialog));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_settings.reset();
        m_theme.reset();
        clearEnvironment();
    }

    void whatAFileWouldChangeIsShownAndNothingIsChanged()
    {
        QVERIFY(!list()->isVisible() && !button("importTakeButton")->isVisible());
        read(ofTheService);
        QVERIFY(list()->isVisible() && button("importTakeButton")->isEnabled());
        QCOMPARE(rows(), (QStringList{QStringLiteral("Kaleyra's address\nNot set → https://api.eu.bandyer.com"),
                                      QStringLiteral("Delete shared files\nNo → Yes"),
                                      QStringLiteral("BANDYER_API_SECRET_KEY\nGoes into the store for secrets"),
                                      QStringLiteral("LOG_LEVEL\nLeft out: none of Teleconsult's settings")}));
        QCOMPARE(QApplication::focusWidget(), list());
        QVERIFY(!list()->accessibleName().isEmpty());
        QVERIFY(!QFile::exists(file("settings.ini")));
        for (const QString &row : rows())
            QVERIFY(!row.contains(QStringLiteral("ak_live")));
        withKey()->setChecked(false);
        QVERIFY(rows().contains(
            QStringLiteral("BANDYER_API_SECRET_KEY\nLeft out: a secret is not kept with the settings")));
    }

    void takingOverSaysWhenItHolds()
    {
        read(ofTheService);
        QSignalSpy told(page(), &SettingsPage::told);
        QSignalSpy saved(m_dialog.get(), &SettingsDialog::saved);
        QVERIFY(tabTo(*m_dialog, button("importTakeButton")));
        press(*m_dialog, Qt::Key_Space);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.first().first().value<SettingsVerdict>().text().contains(QStringLiteral("starts again")));
        QCOMPARE(m_settings->text(keys::deleteUploads), QStringLiteral("true"));
        QCOMPARE(m_keys, QByteArrayList{"ak_live_0123456789"});
        QCOMPARE(saved.size(), 1);
        QVERIFY(!list()->isVisible());
        QCOMPARE(QApplication::focusWidget(), button("importChooseButton"));
        read(ofTheService); // It is all like that already, but for the key, which nobody can look at.
        QVERIFY(label("importSummary")->text().contains(QStringLiteral("2 are like that")));
        withKey()->setChecked(false);
        QVERIFY(!button("importTakeButton")->isEnabled());
    }

    /// The other pages show what holds now, and not what they would save in its place.
    void otherPagesAreMadeAnew()
    {
        m_dialog->showPage(QStringLiteral("station"));
        QVERIFY(m_dialog->page(QStringLiteral("station")));
        m_dialog->showPage(QStringLiteral("import"));
        read("TELECONSULT_STATION_NAME=Dr. Ada Neri\nTELECONSULT_STATION_ID=neri\n");
        button("importTakeButton")->click();
        QTRY_VERIFY(!m_dialog->page(QStringLiteral("station")));
        m_dialog->showPage(QStringLiteral("station"));
        const auto *name =
            m_dialog->page(QStringLiteral("station"))->findChild<QLineEdit *>(QStringLiteral("stationName"));
        QCOMPARE(name->text(), m_settings->station().fullName);
        QVERIFY(!button("settingsSaveButton")->isEnabled());
    }

    void whatIsNotSavedElsewhereIsNotLost()
    {
        read(ofTheService);
        m_dialog->showPage(QStringLiteral("station"));
        auto *name = m_dialog->findChild<QLineEdit *>(QStringLiteral("stationName"));
        const QString before = name->text();
        name->setFocus();
        name->selectAll();
        typeText(*m_dialog, QStringLiteral("Dr. Ada Neri"));
        m_dialog->showPage(QStringLiteral("import"));
        QVERIFY(!button("importTakeButton")->isEnabled());
        QVERIFY(label("importSummary")->text().contains(QStringLiteral("Save first")));
        m_dialog->showPage(QStringLiteral("station"));
        name->setFocus();
        name->selectAll();
        typeText(*m_dialog, before);
        m_dialog->showPage(QStringLiteral("import"));
        QVERIFY(button("importTakeButton")->isEnabled());
    }

    void aMistakeSaysItsPlaceAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("value") << QByteArray("TELECONSULTATION_DELETE_UPLOADS=true\nIMMUTABLE_PERIOD_MS=soon\n")
                               << "Line 2, IMMUTABLE_PERIOD_MS: This is not possible here. Expected: ";
        QTest::newRow("form") << QByteArray("\nwhat is this\n") << "Line 2: This is not NAME=value.";
        QTest::newRow("quotes") << QByteArray("A=1\nCRUD_SERVICE_URL=\"http")
                                << "Line 2, CRUD_SERVICE_URL: A quotation";
        QTest::newRow("key") << QByteArray("BANDYER_API_SECRET_KEY=two words\n")
                             << "Line 1, BANDYER_API_SECRET_KEY: An API key is one word";
        QTest::newRow("setting") << QByteArray("[records]\ncrud_address=http://a\n")
                                 << "Line 2, records/crud_address: There is no such setting.";
        QTest::newRow("property") << QByteArray("{\"privileges\": {\"basic\": {\"groups\": [\"a\"]},\n\"plus\": 1}}")
                                  << "Line 2, privileges.plus: A value of another kind";
        QTest::newRow("json") << QByteArray("{\n\"privileges\": }") << "Line 2: This is not valid JSON.";
        QTest::newRow("missing") << QByteArray("{}") << "privileges: This is missing.";
    }
    void aMistakeSaysItsPlaceAndChangesNothing()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        const SettingsVerdict verdict = read(content);
        QCOMPARE(verdict.tone, Tone::Danger);
        QVERIFY2(verdict.text().contains(words), qPrintable(verdict.text()));
        QVERIFY2(verdict.text().endsWith(QStringLiteral("Nothing was changed.")), qPrintable(verdict.text()));
        QVERIFY(!verdict.text().contains(QStringLiteral("two words")));
        QVERIFY(!list()->isVisible() && !button("importTakeButton")->isVisible());
        QVERIFY(!QFile::exists(file("settings.ini")));
    }

    void aFileThatIsNotThereIsSaid()
    {
        QSignalSpy told(page(), &SettingsPage::told);
        page()->readFile(file("nonesuch"));
        QCOMPARE(told.first().first().value<SettingsVerdict>().text(), QStringLiteral("The file cannot be read."));
    }

    void whatIsHeldElsewhereSaysByWhat()
    {
        qputenv("CRUD_SERVICE_URL", "http://crud-service");
        read("CRUD_SERVICE_URL=http://other\n");
        QVERIFY(!button("importTakeButton")->isEnabled());
        QCOMPARE(rows().size(), 1);
        QVERIFY2(rows().first().endsWith(QStringLiteral("Given by CRUD_SERVICE_URL in the environment.")),
                 qPrintable(rows().first()));
    }

    void whatIsRefusedIsSaid()
    {
        m_refusal = makeError(Error::Kind::Storage, QStringLiteral("keychain_locked"));
        read(ofTheService);
        QSignalSpy told(page(), &SettingsPage::told);
        button("importTakeButton")->click();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<SettingsVerdict>().tone, Tone::Danger);
        QVERIFY(list()->isVisible() && button("importTakeButton")->isEnabled());
    }

    void whatIsSavedCanBeTakenOver_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("settings") << int(config::ExportForm::Ini);
        QTest::newRow("environment") << int(config::ExportForm::Environment);
    }
    void whatIsSavedCanBeTakenOver()
    {
        QFETCH(int, form);
        QVERIFY(
            m_settings->write({{keys::deleteUploads, true}, {keys::crudUrl, QStringLiteral("http://crud-service")}}));
        page()->saveTo(file("saved"), config::ExportForm(form));
        QVERIFY((QFile::permissions(file("saved")) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        QVERIFY(m_settings->unset(keys::deleteUploads));
        page()->readFile(file("saved"));
        QCOMPARE(rows(), QStringList{QStringLiteral("Delete shared files\nNo → Yes")});
    }

    void theTestFindsWhatIsIgnored()
    {
        const auto test = [this] {
            QSignalSpy told(page(), &SettingsPage::told);
            page()->test();
            return told.value(0).value(0).value<SettingsVerdict>();
        };
        QCOMPARE(test().tone, Tone::Success);
        qputenv("IMMUTABLE_PERIOD_MS", "soon");
        const SettingsVerdict verdict = test();
        QCOMPARE(verdict.tone, Tone::Warning);
        QVERIFY2(verdict.text().startsWith(QStringLiteral("IMMUTABLE_PERIOD_MS is ignored. ")),
                 qPrintable(verdict.text()));
        qunsetenv("IMMUTABLE_PERIOD_MS");
    }

    void theTestFindsWhatLetsNothingWork_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("named");
        const auto row = [](const QString &key, const char *value) {
            QTest::newRow(qPrintable(key)) << key << QString::fromLatin1(value) << key;
        };
        row(keys::baseUrl, "http://kaleyra.example");
        row(keys::serviceUrl, "http://service.example");
        row(keys::configurationFile, "/nonesuch.json");
        row(keys::crudUrl, "nowhere");
        row(keys::signInIssuer, "http://login.example");
        row(keys::appointmentKeyFile, "/nonesuch");
        QTest::newRow("store") << keys::secretStore << QStringLiteral("drawer") << QString();
    }
    void theTestFindsWhatLetsNothingWork()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, named);
        const QByteArray variable = config::Settings::spec(key)->environment;
        QVERIFY(!variable.isEmpty());
        qputenv(variable.constData(), value.toUtf8());
        QSignalSpy told(page(), &SettingsPage::told);
        page()->test();
        qunsetenv(variable.constData());
        const SettingsVerdict verdict = told.value(0).value(0).value<SettingsVerdict>();
        QCOMPARE(verdict.tone, Tone::Danger);
        QVERIFY2(verdict.text().contains(named), qPrintable(verdict.text()));
    }

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    ImportPage *page() const { return dynamic_cast<ImportPage *>(m_dialog->page(QStringLiteral("import"))); }
    QPushButton *button(const char *name) const { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    QLabel *label(const char *name) const { return m_dialog->findChild<QLabel *>(QLatin1String(name)); }
    QListWidget *list() const { return m_dialog->findChild<QListWidget *>(QStringLiteral("importChanges")); }
    QCheckBox *withKey() const { return m_dialog->findChild<QCheckBox *>(QStringLiteral("importWithKey")); }
    QStringList rows() const
    {
        QStringList texts;
        for (int i = 0; i < list()->count(); ++i)
            texts << list()->item(i)->text();
        return texts;
    }
    SettingsVerdict read(const QByteArray &content)
    {
        writeFile(file("import"), content);
        QSignalSpy told(page(), &SettingsPage::told);
        page()->readFile(file("import"));
        return told.value(0).value(0).value<SettingsVerdict>();
    }
    Task<void> takeOver(config::SettingsImport import, bool withItsKey)
    {
        if (!m_refusal.code.isEmpty())
            co_return failure(m_refusal);
        if (withItsKey)
            m_keys << import.apiKey;
        co_return config::takeOver(import, *m_settings);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<SettingsDialog> m_dialog;
    QByteArrayList m_keys; ///< That were put into the store.
    Error m_refusal;       ///< Without a code: none.
};

QTEST_MAIN(TestImportPage)
#include "test_import_page.moc"
