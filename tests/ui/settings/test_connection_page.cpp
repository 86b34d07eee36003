// The page of the connection.
#include "tests/ui/settings/catalogue_page_test.h"
#include "ui/settings/connection_page.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
namespace keys = config::keys;

class TestConnectionPage : public CataloguePageTest
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init() { setUp(); }
    void cleanup()
    {
        tearDown();
        m_secrets.reset();
    }

    void theRegionWritesTheAddress()
    {
        openConnection({});
        auto *where = m_page->findChild<QComboBox *>(QStringLiteral("kaleyraWhere"));
        auto *address = control<QLineEdit>(keys::baseUrl);
        QCOMPARE(where->currentText(), QStringLiteral("The built-in sandbox"));
        where->setCurrentIndex(where->findText(QStringLiteral("Kaleyra's test environment, Europe")));
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
        openConnection([&](const std::shared_ptr<config::Settings> &entered) -> Task<kaleyra::Company> {
            asked << entered->kaleyraBaseUrl().value_or(QUrl());
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
            [&](const std::shared_ptr<config::Settings> &) -> Task<kaleyra::Company> {
                ++askedOfKaleyra;
                return TestConnectionPage::answer({});
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
        openConnection([&](const std::shared_ptr<config::Settings> &) -> Task<kaleyra::Company> {
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

    void aTypedKeyIsSavedWithTheRest()
    {
        openConnection({});
        auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("secretEdit"));
        QVERIFY(waitUntil([&] { return edit->isEnabled(); }));
        QVERIFY(!m_page->isChanged());
        const QSignalSpy changed(m_page.get(), &SettingsPage::changed);
        edit->setFocus();
        typeText(*m_page, QStringLiteral("ak_live_typed12345"));
        QVERIFY(m_page->isChanged() && !changed.isEmpty());
        control<QLineEdit>(keys::baseUrl)->setText(QStringLiteral("https://kaleyra.example"));
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(applied.first().first().toBool());
        QVERIFY(edit->text().isEmpty() && !m_page->isChanged() && !m_page->isBusy());
        QCOMPARE(await(m_secrets->read(secrets::Secret::KaleyraApiKey)).value_or(QByteArray()),
                 QByteArray("ak_live_typed12345"));
        QCOMPARE(m_settings->kaleyraBaseUrl().value_or(QUrl()), QUrl(QStringLiteral("https://kaleyra.example")));
    }

    void aKeyThatCannotBeKeptStaysTyped()
    {
        openConnection({});
        auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("secretEdit"));
        QVERIFY(waitUntil([&] { return edit->isEnabled(); }));
        edit->setText(QStringLiteral("two words"));
        control<QLineEdit>(keys::baseUrl)->setText(QStringLiteral("https://kaleyra.example"));
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(!applied.first().first().toBool());
        QVERIFY(!applied.first().at(1).value<SettingsVerdict>().text().isEmpty());
        QCOMPARE(edit->text(), QStringLiteral("two words"));
        QVERIFY(m_page->isChanged());
        QVERIFY(!m_settings->isSet(keys::baseUrl)); // Nothing that comes later was saved either.
    }

    void aServiceElsewhereHasATokenOfItsOwn()
    {
        openConnection({});
        auto *row = m_page->findChild<QWidget *>(QStringLiteral("serviceTokenRow"));
        QVERIFY(!row->isVisible());
        control<QLineEdit>(keys::serviceUrl)->setText(QStringLiteral("https://consultations.example"));
        QVERIFY(row->isVisible());
        auto *edit = row->findChild<QLineEdit *>(QStringLiteral("secretEdit"));
        QVERIFY(waitUntil([&] { return edit->isEnabled(); }));
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("No token is set."));
        edit->setText(QStringLiteral("a-service-token"));
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(applied.first().first().toBool());
        QCOMPARE(await(m_secrets->read(secrets::Secret::ServiceToken)).value_or(QByteArray()),
                 QByteArray("a-service-token"));
        QVERIFY(!await(m_secrets->read(secrets::Secret::KaleyraApiKey)));
        QVERIFY(waitUntil([&] { return edit->accessibleDescription().startsWith(QStringLiteral("A token is set.")); }));
        edit->setText(QStringLiteral("another-token"));
        control<QLineEdit>(keys::serviceUrl)->clear();
        QVERIFY(row->isVisible()); // What is typed is not hidden.
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
    static Task<kaleyra::Company> answer(std::optional<Error> error)
    {
        kaleyra::Company company;
        company.name = QStringLiteral("San Luca");
        co_return error ? Result<kaleyra::Company>(failure(*error)) : Result<kaleyra::Company>(company);
    }
    void openConnection(const TryKaleyra &tryKaleyra, const TryService &tryService = {})
    {
        makeSettings();
        m_secrets = emptySecrets(m_folder->filePath(QStringLiteral("secrets")));
        m_page = std::make_unique<ConnectionPage>(*m_settings, *m_secrets, tryKaleyra, tryService);
        QVERIFY(showActive(*m_page));
    }

    std::unique_ptr<secrets::Secrets> m_secrets;
};

QTEST_MAIN(TestConnectionPage)
#include "test_connection_page.moc"
