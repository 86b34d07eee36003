// Pages that are made from the catalogue, and the one of the connection.
#include "core/config/setting_keys.h"
#include "tests/ui/support/company_scene.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/catalogue_page.h"
#include "ui/settings/connection_page.h"
#include "ui/settings/tried_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using config::SettingPage;
namespace keys = config::keys;

class TestCataloguePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_page.reset();
        m_secrets.reset();
        m_settings.reset();
        m_theme.reset();
    }

    /// Nobody has to write a page when a setting is new.
    void everySettingOfItsPagesIsThere_data()
    {
        QTest::addColumn<QString>("key");
        for (const config::SettingSpec &spec : config::Settings::catalogue())
            QTest::newRow(qPrintable(spec.key)) << spec.key;
    }
    void everySettingOfItsPagesIsThere()
    {
        QFETCH(QString, key);
        const config::SettingSpec &spec = *config::Settings::spec(key);
        makeSettings();
        m_page = std::make_unique<CataloguePage>(*m_settings, QList<SettingPage>{spec.page});
        const auto *control = m_page->findChild<QWidget *>(QStringLiteral("setting_") + key);
        const bool isForPeople = spec.kind == config::SettingSpec::Kind::Setting && !spec.isSecret;
        QCOMPARE(control != nullptr, isForPeople);
        if (!control)
            return;
        QCOMPARE(control->accessibleName(), config::titleOf(spec));
        QVERIFY(control->accessibleDescription().startsWith(config::explanationOf(spec)));
        const auto *note = m_page->findChild<QLabel *>(QStringLiteral("catalogueNote"));
        const QString said = control->accessibleDescription();
        const bool isSaidOnce =
            note->isVisibleTo(m_page.get()) && !said.contains(QStringLiteral("takes effect at once"));
        QCOMPARE(isSaidOnce || said.contains(QStringLiteral("next start")), spec.needsRestart);
        QVERIFY(!m_page->isChanged());
    }

    void savesWhatWasChangedAndNothingElse()
    {
        open({SettingPage::Consultations});
        control<QCheckBox>(keys::deleteUploads)->click();
        auto *recording = control<QComboBox>(keys::recordingType);
        recording->setCurrentIndex(recording->findData(QStringLiteral("manual")));
        control<QLineEdit>(keys::immutablePeriod)->setText(QStringLiteral("900000"));
        QVERIFY(m_page->isChanged());
        const SettingsVerdict verdict = apply(true);
        QCOMPARE(verdict.text(), QStringLiteral("Saved. It takes effect when Teleconsult starts again."));
        QVERIFY(!m_page->isChanged());
        const config::Settings again(path());
        QCOMPARE(again.text(keys::deleteUploads), QStringLiteral("true"));
        QCOMPARE(again.text(keys::recordingType), QStringLiteral("manual"));
        QCOMPARE(again.text(keys::immutablePeriod), QStringLiteral("900000"));
        QCOMPARE(again.origin(keys::liveRooms).source, config::ValueSource::Default);
    }

    void aMistakeSavesNothing()
    {
        open({SettingPage::Consultations});
        control<QCheckBox>(keys::deleteUploads)->click();
        control<QLineEdit>(keys::immutablePeriod)->setText(QStringLiteral("soon"));
        apply(false);
        auto *period = control<QLineEdit>(keys::immutablePeriod);
        QVERIFY(period->property("invalid").toBool());
        QVERIFY(period->accessibleDescription().contains(QStringLiteral("milliseconds")));
        QCOMPARE(QApplication::focusWidget(), period);
        QCOMPARE(config::Settings(path()).text(keys::deleteUploads), QStringLiteral("false"));
        period->setText(QStringLiteral("0"));
        QVERIFY(!period->property("invalid").toBool());
    }

    /// At the keyboard: what is wrong is not saved and keeps the keyboard, what is right is saved.
    void textsAreCheckedAndSaved_data()
    {
        QTest::addColumn<QList<SettingPage>>("pages");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("right");
        const QList<SettingPage> consultations{SettingPage::Consultations};
        const QList<SettingPage> records{SettingPage::Records};
        const QList<SettingPage> people{SettingPage::People, SettingPage::Gateway};
        const auto row = [](const QList<SettingPage> &pages, const QString &key, const char *wrong, const char *right) {
            QTest::newRow(qPrintable(key)) << pages << key << QString::fromLatin1(wrong) << QString::fromLatin1(right);
        };
        row(consultations, keys::immutablePeriod, "soon", "900000");
        row(consultations, keys::largestTranscription, "huge", "20MB");
        row(records, keys::crudUrl, "nowhere at all", "http://crud.clinic.example");
        row(records, keys::consultationsCollection, "../visits", "v2/visits");
        row(records, keys::usersCollection, "two words", "people");
        row(records, keys::userIdHeader, "user id", "x-user");
        row(people, keys::authService, "ftp://auth", "auth-service");
        row(people, keys::customIds, "not an address", "https://ids.clinic.example/people");
        row(people, keys::headersToForward, "a b", "x-session");
        row(people, keys::groupsHeader, "user groups", "x-groups");
    }
    void textsAreCheckedAndSaved()
    {
        QFETCH(QList<SettingPage>, pages);
        QFETCH(QString, key);
        QFETCH(QString, wrong);
        QFETCH(QString, right);
        open(pages);
        auto *edit = control<QLineEdit>(key);
        QVERIFY(edit);
        const QString before = m_settings->text(key);
        QVERIFY(tabTo(*m_page, edit));
        edit->selectAll();
        typeText(*m_page, wrong);
        QCOMPARE(edit->text(), wrong);
        apply(false);
        QVERIFY(edit->property("invalid").toBool());
        QCOMPARE(QApplication::focusWidget(), edit);
        QCOMPARE(config::Settings(path()).text(key), before);
        edit->selectAll();
        typeText(*m_page, right);
        QVERIFY(!edit->property("invalid").toBool());
        apply(true);
        QVERIFY(!m_page->isChanged());
        QCOMPARE(config::Settings(path()).text(key), right);
    }

    /// Quietly for a default, in words for whatever else it is.
    void everyValueSaysWhereItComesFrom()
    {
        open({SettingPage::Consultations}, {{keys::recordingType, QStringLiteral("automatic")}});
        auto *minutes = control<QSpinBox>(keys::defaultMinutes);
        const auto line = [](const QWidget *edit) {
            QStringList shown;
            const QList<QLabel *> labels = edit->parentWidget()->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                shown << label->text();
            return shown.join(QLatin1Char('\n'));
        };
        const QString isDefault = QStringLiteral("This is the default.");
        const QString isSet = QStringLiteral("Set at this computer; the default is “%1”.").arg(minutes->value());
        QVERIFY(minutes->accessibleDescription().endsWith(isDefault));
        QCOMPARE(minutes->toolTip(), isDefault);
        QVERIFY(!line(minutes).contains(isDefault));
        minutes->setValue(minutes->value() + 5);
        QVERIFY(minutes->accessibleDescription().endsWith(isDefault)); // Until it is saved.
        apply(true);
        QVERIFY(minutes->accessibleDescription().endsWith(isSet));
        QVERIFY(line(minutes).contains(isSet));
        auto *recording = control<QComboBox>(keys::recordingType);
        QCOMPARE(recording->accessibleDescription(), QStringLiteral("Laid down by this computer's policy."));
        QVERIFY(line(recording).contains(recording->accessibleDescription()));
    }

    void aPageOfSeveralHasATitleForEach()
    {
        const auto titles = [this] {
            QStringList shown;
            const QList<QLabel *> labels = m_page->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
            for (const QLabel *label : labels) {
                if (label->property("role") == QStringLiteral("strong"))
                    shown << label->text();
            }
            return shown;
        };
        open({SettingPage::People, SettingPage::SignIn, SettingPage::Gateway});
        QCOMPARE(titles(), (QStringList{QStringLiteral("People"), QStringLiteral("Signing in"),
                                        QStringLiteral("Behind a gateway")}));
        open({SettingPage::Consultations});
        QCOMPARE(titles(), QStringList());
    }

    void whatAPolicySetsIsLockedAndSaysSo()
    {
        open({SettingPage::Consultations}, {{keys::recordingType, QStringLiteral("automatic")}});
        auto *recording = control<QComboBox>(keys::recordingType);
        QCOMPARE(recording->currentData().toString(), QStringLiteral("automatic"));
        QVERIFY(!recording->isEnabled());
        QCOMPARE(recording->accessibleDescription(), m_settings->lockText(keys::recordingType));
        control<QCheckBox>(keys::deleteUploads)->click();
        apply(true);
    }

    void followsTheLanguage()
    {
        open({SettingPage::Consultations});
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        QVERIFY(control<QCheckBox>(keys::deleteUploads)->text().startsWith(QLatin1Char('[')));
        QVERIFY(control<QComboBox>(keys::recordingType)->currentText().startsWith(QLatin1Char('[')));
        QVERIFY(!m_page->isChanged());
        QCoreApplication::removeTranslator(&brackets);
    }

    void theRegionWritesTheAddress()
    {
        openConnection({});
        auto *where = m_page->findChild<QComboBox *>(QStringLiteral("kaleyraWhere"));
        auto *address = control<QLineEdit>(keys::baseUrl);
        QCOMPARE(where->currentText(), QStringLiteral("The stand-in inside the program"));
        where->setCurrentIndex(where->findText(QStringLiteral("Kaleyra's sandbox, Europe")));
        QCOMPARE(address->text(), QStringLiteral("https://api.sandbox.eu.bandyer.com"));
        address->setText(QStringLiteral("https://api.in.bandyer.com/v2/"));
        QCOMPARE(where->currentText(), QStringLiteral("Kaleyra, India"));
        address->setText(QStringLiteral("https://kaleyra.example"));
        QCOMPARE(where->currentText(), QStringLiteral("Another address"));
        apply(true);
        QCOMPARE(m_settings->kaleyraBaseUrl().value_or(QUrl()), QUrl(QStringLiteral("https://kaleyra.example")));
    }

    void theTestAsksTheAddressThatIsEntered()
    {
        QList<QUrl> asked;
        std::optional<Error> error;
        openConnection([&](const QUrl &address) -> Task<kaleyra::Company> {
            asked << address;
            return answer(error);
        });
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->test();
        QCOMPARE(told.takeFirst().first().value<SettingsVerdict>().tone, Tone::Info);
        QVERIFY(asked.isEmpty());
        control<QLineEdit>(keys::baseUrl)->setText(QStringLiteral("https://api.eu.bandyer.com/v2"));
        m_page->test();
        QCOMPARE(asked, QList<QUrl>{QUrl(QStringLiteral("https://api.eu.bandyer.com"))});
        QCOMPARE(told.takeFirst().first().value<SettingsVerdict>().text(),
                 QStringLiteral("Kaleyra answers, and takes the key of the company San Luca."));
        error = makeError(Error::Kind::Unauthorized);
        m_page->test();
        const SettingsVerdict refused = told.takeFirst().first().value<SettingsVerdict>();
        QCOMPARE(refused.tone, Tone::Danger);
        QVERIFY(refused.text().contains(QStringLiteral("API key")));
    }

    /// With a service in Kaleyra's place that one is asked, and Kaleyra is not.
    void theTestAsksTheServiceThatIsEntered()
    {
        QStringList asked;
        Result<bool> answer = true;
        int askedOfKaleyra = 0;
        openConnection(
            [&](const QUrl &) -> Task<kaleyra::Company> {
                ++askedOfKaleyra;
                return TestCataloguePage::answer({});
            },
            [&](std::shared_ptr<config::Settings> entered) -> Task<bool> {
                asked << entered->text(keys::serviceUrl);
                return outcome(answer);
            });
        control<QLineEdit>(keys::serviceUrl)->setText(QStringLiteral("https://consultations.example"));
        const auto test = [this] {
            QSignalSpy told(m_page.get(), &SettingsPage::told);
            m_page->test();
            return told.value(0).value(0).value<SettingsVerdict>();
        };
        QCOMPARE(test().tone, Tone::Success);
        answer = false;
        QCOMPARE(test().tone, Tone::Warning);
        answer = failure(makeError(Error::Kind::Unauthorized, QStringLiteral("token_refused")));
        const SettingsVerdict refused = test();
        QCOMPARE(refused.tone, Tone::Danger);
        QVERIFY2(refused.text().contains(QStringLiteral("token")), qPrintable(refused.text()));
        QCOMPARE(asked, QStringList(3, QStringLiteral("https://consultations.example")));
        QCOMPARE(askedOfKaleyra, 0);
        QVERIFY(!QFile::exists(path()));
    }

    void theTestSendsTheKeyNowhereUnsafe_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("https") << "https://kaleyra.example" << true;
        QTest::newRow("http, this computer") << "http://127.0.0.1:8080" << true;
        QTest::newRow("http") << "http://kaleyra.example" << false;
        QTest::newRow("http, in the clinic") << "http://192.168.1.20/v2/" << false;
        QTest::newRow("a name like this computer's") << "http://localhost.example" << false;
        QTest::newRow("another scheme") << "ftp://kaleyra.example" << false;
        QTest::newRow("with a user") << "https://somebody@kaleyra.example" << false;
        QTest::newRow("no address") << "kaleyra" << false;
    }
    void theTestSendsTheKeyNowhereUnsafe()
    {
        QFETCH(QString, address);
        QFETCH(bool, isAsked);
        int asked = 0;
        openConnection([&](const QUrl &) -> Task<kaleyra::Company> {
            ++asked;
            return answer({});
        });
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        control<QLineEdit>(keys::baseUrl)->setText(address);
        m_page->test();
        QCOMPARE(asked, isAsked ? 1 : 0);
        QCOMPARE(told.size(), 1);
        const SettingsVerdict verdict = told.first().first().value<SettingsVerdict>();
        QCOMPARE(verdict.tone, isAsked ? Tone::Success : Tone::Danger);
        QVERIFY(isAsked || verdict.text().contains(QStringLiteral("https")));
    }

    /// What is entered is tried, and nothing is saved for it.
    void thePageOfAPeerTriesWhatIsEntered()
    {
        makeSettings();
        QList<QUrl> asked;
        const auto ask = [&asked](std::shared_ptr<config::Settings> entered) -> Task<void> {
            const Result<std::optional<config::CrudService>> crud = entered->crudService();
            if (crud && *crud)
                asked << (*crud)->baseUrl;
            return verdictOn(crud ? Result<void>() : Result<void>(failure(crud.error())));
        };
        m_page = std::make_unique<TriedPage>(*m_settings, QList<SettingPage>{SettingPage::Records},
                                             QList<Trial>{{ask, [](const config::Settings &entered) {
                                                               return entered.text(keys::consultationsCollection);
                                                           }}});
        QVERIFY(showActive(*m_page));
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        control<QLineEdit>(keys::userIdHeader)->setText(QStringLiteral("user id"));
        m_page->test(); // What cannot be saved is not tried.
        QCOMPARE(told.takeFirst().first().value<SettingsVerdict>().tone, Tone::Danger);
        QVERIFY(control<QLineEdit>(keys::userIdHeader)->property("invalid").toBool());
        QVERIFY(asked.isEmpty());
        control<QLineEdit>(keys::userIdHeader)->setText(QStringLiteral("x-user"));
        control<QLineEdit>(keys::crudUrl)->setText(QStringLiteral("https://crud.example"));
        m_page->test();
        QCOMPARE(told.takeFirst().first().value<SettingsVerdict>().tone, Tone::Danger); // No collections.
        control<QLineEdit>(keys::consultationsCollection)->setText(QStringLiteral("rooms"));
        control<QLineEdit>(keys::usersCollection)->setText(QStringLiteral("users"));
        m_page->test();
        const SettingsVerdict good = told.takeFirst().first().value<SettingsVerdict>();
        QCOMPARE(good.tone, Tone::Success);
        QCOMPARE(good.text(), QStringLiteral("rooms"));
        QCOMPARE(asked, QList<QUrl>{QUrl(QStringLiteral("https://crud.example"))});
        QVERIFY(!QFile::exists(path()));
    }

    void theKeyIsSetReplacedAndRemovedAndNeverShown()
    {
        openConnection({});
        auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("secretEdit"));
        auto *set = m_page->findChild<QPushButton *>(QStringLiteral("secretSetButton"));
        auto *remove = m_page->findChild<QPushButton *>(QStringLiteral("secretRemoveButton"));
        QVERIFY(waitUntil([&] { return edit->isEnabled(); }));
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("No key is set."));
        QVERIFY(!set->isEnabled() && !remove->isEnabled());
        for (const char *key : {"ak_live_first12345", "ak_live_second1234"}) {
            edit->setText(QString::fromLatin1(key));
            set->click();
            QVERIFY(waitUntil([&] { return edit->text().isEmpty() && remove->isEnabled(); }));
            QCOMPARE(await(m_secrets->read(secrets::Secret::KaleyraApiKey)).value_or(QByteArray()), QByteArray(key));
            QCOMPARE(set->text(), QStringLiteral("Replace"));
            QVERIFY(edit->accessibleDescription().startsWith(QStringLiteral("A key is set.")));
        }
        remove->click();
        QVERIFY(waitUntil([&] { return !remove->isEnabled() && edit->isEnabled(); }));
        QVERIFY(!await(m_secrets->read(secrets::Secret::KaleyraApiKey)));
        // The settings file knows nothing of it.
        QFile file(path());
        QVERIFY(!file.open(QFile::ReadOnly) || !file.readAll().contains("ak_live"));
    }

    void aKeyThatIsNoneIsRefused()
    {
        openConnection({});
        auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("secretEdit"));
        QVERIFY(waitUntil([&] { return edit->isEnabled(); }));
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        edit->setText(QStringLiteral("two words"));
        m_page->findChild<QPushButton *>(QStringLiteral("secretSetButton"))->click();
        QVERIFY(waitUntil([&] { return !told.isEmpty(); }));
        QCOMPARE(told.first().first().value<SettingsVerdict>().tone, Tone::Danger);
        QVERIFY(!told.first().first().value<SettingsVerdict>().text().contains(QStringLiteral("two words")));
    }

private:
    static Task<bool> outcome(Result<bool> answered) { co_return answered; }
    static Task<void> verdictOn(Result<void> answered) { co_return answered; }
    static Task<kaleyra::Company> answer(std::optional<Error> error)
    {
        kaleyra::Company company;
        company.name = QStringLiteral("San Luca");
        co_return error ? Result<kaleyra::Company>(failure(*error)) : Result<kaleyra::Company>(company);
    }
    QString path() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    void makeSettings(const config::SettingValues &policy = {})
    {
        config::SettingInputs inputs;
        inputs.userFile = path();
        inputs.policy = policy;
        m_settings = std::make_unique<config::Settings>(inputs);
    }
    void open(const QList<SettingPage> &pages, const config::SettingValues &policy = {})
    {
        makeSettings(policy);
        m_page = std::make_unique<CataloguePage>(*m_settings, pages);
        QVERIFY(showActive(*m_page));
    }
    void openConnection(const TryKaleyra &tryKaleyra, const TryService &tryService = {})
    {
        makeSettings();
        m_secrets = emptySecrets(m_folder->filePath(QStringLiteral("secrets")));
        m_page = std::make_unique<ConnectionPage>(*m_settings, *m_secrets, tryKaleyra, tryService);
        QVERIFY(showActive(*m_page));
    }
    SettingsVerdict apply(bool isExpected)
    {
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        if (applied.size() != 1 || applied.first().first().toBool() != isExpected)
            QTest::qFail("not as expected", __FILE__, __LINE__);
        return applied.value(0).value(1).value<SettingsVerdict>();
    }
    template <typename T>
    T *control(const QString &key) const
    {
        return m_page->findChild<T *>(QStringLiteral("setting_") + key);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<secrets::Secrets> m_secrets;
    std::unique_ptr<SettingsPage> m_page;
};

QTEST_MAIN(TestCataloguePage)
#include "test_catalogue_page.moc"
