// Pages that are made from the catalogue.
#include "tests/ui/settings/catalogue_page_test.h"
#include "ui/settings/tried_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
namespace keys = config::keys;

class TestCataloguePage : public CataloguePageTest
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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
        control<QDoubleSpinBox>(keys::immutablePeriod)->setValue(15);
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
        auto *size = control<QLineEdit>(keys::maximumTranscriptionSize);
        size->setText(QStringLiteral("huge"));
        apply(false);
        QVERIFY(size->property("invalid").toBool());
        QVERIFY(size->accessibleDescription().startsWith(QStringLiteral("This is not possible here.")));
        QCOMPARE(QApplication::focusWidget(), size);
        QCOMPARE(config::Settings(path()).text(keys::deleteUploads), QStringLiteral("false"));
        size->setText(QStringLiteral("20MB"));
        QVERIFY(!size->property("invalid").toBool());
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
        row(consultations, keys::maximumTranscriptionSize, "huge", "20MB");
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

    void numbersSayWhatTheyCount()
    {
        open({SettingPage::Consultations, SettingPage::Kiosk});
        QCOMPARE(control<QSpinBox>(keys::defaultMinutes)->text(), QStringLiteral("30 min"));
        QCOMPARE(control<QSpinBox>(keys::kioskIdle)->text(), QStringLiteral("60 s"));
        QVERIFY(control<QSpinBox>(keys::kioskMemoryLimit)->text().endsWith(QStringLiteral(" MiB")));
        QCOMPARE(control<QDoubleSpinBox>(keys::immutablePeriod)->text(), QStringLiteral("0 min"));
    }

    void millisecondsAreEditedInMinutes_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("shown");
        QTest::newRow("whole") << "900000"
                               << "15 min";
        QTest::newRow("a half") << "90000"
                                << "1.5 min";
        QTest::newRow("less than is shown") << "900001"
                                            << "15 min";
        QTest::newRow("a day") << "86400000"
                               << "1440 min";
    }
    void millisecondsAreEditedInMinutes()
    {
        QFETCH(QString, kept);
        QFETCH(QString, shown);
        makeSettings();
        QVERIFY(m_settings->write({{keys::immutablePeriod, kept}}));
        m_page = std::make_unique<CataloguePage>(*m_settings, QList<SettingPage>{SettingPage::Consultations});
        QVERIFY(showActive(*m_page));
        auto *period = control<QDoubleSpinBox>(keys::immutablePeriod);
        QCOMPARE(period->text(), shown);
        QVERIFY(!m_page->isChanged());
        QVERIFY(tabTo(*m_page, period));
        period->selectAll();
        typeText(*m_page, QStringLiteral("20"));
        QVERIFY(m_page->isChanged());
        apply(true);
        QCOMPARE(config::Settings(path()).text(keys::immutablePeriod), QStringLiteral("1200000"));
    }

    void aListIsShownAsItIsKept()
    {
        open({SettingPage::People});
        auto *headers = control<QLineEdit>(keys::headersToForward);
        headers->setText(QStringLiteral("x-one,x-two"));
        apply(true);
        QCOMPARE(headers->text(), QStringLiteral("x-one, x-two"));
        QVERIFY(!m_page->isChanged());
    }

    void aTextKeepsItsLines()
    {
        open({SettingPage::Calls});
        auto *words = control<QPlainTextEdit>(keys::noticeItalian);
        QVERIFY(tabTo(*m_page, words));
        typeText(*m_page, QStringLiteral("La clinica, e chi ci lavora."));
        press(*m_page, Qt::Key_Return);
        typeText(*m_page, QStringLiteral("Tel. 02 123"));
        QVERIFY(m_page->isChanged());
        apply(true);
        QVERIFY(!m_page->isChanged());
        QCOMPARE(config::Settings(path()).privacyNotice().clinicTextItalian,
                 QStringLiteral("La clinica, e chi ci lavora.\nTel. 02 123"));
        press(*m_page, Qt::Key_Tab); // Leads on.
        QVERIFY(QApplication::focusWidget() != words);
    }

    void aFolderIsChosenOrTyped()
    {
        open({SettingPage::Calls});
        auto *folder = control<QLineEdit>(keys::downloadFolder);
        QVERIFY(tabTo(*m_page, folder));
        press(*m_page, Qt::Key_Down, Qt::AltModifier);
        QPointer<QFileDialog> dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(m_folder->path());
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(folder->text(), m_folder->path());
        apply(true);
        QCOMPARE(m_settings->downloadFolder(), m_folder->path());

        auto *button = folder->findChild<QPushButton *>();
        QVERIFY(!button->accessibleName().isEmpty());
        button->click();
        dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        press(*dialog, Qt::Key_Escape);
        QCOMPARE(folder->text(), m_folder->path());
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

    void aPageOfSeveralHasATitleForEachAfterTheFirst()
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
        QCOMPARE(titles(), (QStringList{QStringLiteral("Signing in"), QStringLiteral("Behind a gateway")}));
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

private:
    void open(const QList<SettingPage> &pages, const config::SettingValues &policy = {})
    {
        makeSettings(policy);
        m_page = std::make_unique<CataloguePage>(*m_settings, pages);
        QVERIFY(showActive(*m_page));
    }
    static Task<void> verdictOn(Result<void> answered) { co_return answered; }
};

QTEST_MAIN(TestCataloguePage)
#include "test_catalogue_page.moc"
