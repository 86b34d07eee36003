#include "tests/ui/support/company_scene.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/company_page.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestCompanyPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_scene = std::make_unique<CompanyScene>(); }
    void cleanup()
    {
        m_page.reset();
        m_withoutKey.reset();
        m_scene.reset();
    }

    void showsWhatIsAtKaleyraBesideEachField()
    {
        open();
        const kaleyra::Company there = company();
        QCOMPARE(edit("companyName")->text(), there.name);
        QCOMPARE(edit("companyName")->accessibleDescription(), QStringLiteral("At Kaleyra: %1").arg(there.name));
        QCOMPARE(language()->currentData().toString(), there.defaultLanguage);
        QCOMPARE(edit("companyRedirect")->text(), there.endCallRedirectUrl.toString());
        QVERIFY(edit("companyRedirect")->accessibleDescription().contains(there.endCallRedirectUrl.toString()));
        QCOMPARE(timeout()->value(), int(there.endCallRedirectTimeout.count()));
        QVERIFY(!m_page->isChanged());
    }

    void changesWhatWasChangedAndNothingElse()
    {
        open();
        const kaleyra::Company before = company();
        replace("companyName", QStringLiteral("Clinic San Luca"));
        QVERIFY(m_page->isChanged());
        language()->setCurrentIndex(language()->findData(QStringLiteral("de")));
        timeout()->setValue(4000);
        QVERIFY(save());
        const kaleyra::Company after = company();
        QCOMPARE(after.name, QStringLiteral("Clinic San Luca"));
        QCOMPARE(after.defaultLanguage, QStringLiteral("de"));
        QCOMPARE(after.endCallRedirectTimeout, std::chrono::milliseconds(4000));
        QCOMPARE(after.endCallRedirectUrl, before.endCallRedirectUrl);
        QVERIFY(!m_page->isChanged());
        QCOMPARE(edit("companyName")->accessibleDescription(), QStringLiteral("At Kaleyra: Clinic San Luca"));
    }

    void anAddressNeedsNoBeginningAndMayGo()
    {
        open();
        replace("companyRedirect", QStringLiteral("clinic.example/thanks"));
        QVERIFY(save());
        QCOMPARE(company().endCallRedirectUrl, QUrl(QStringLiteral("https://clinic.example/thanks")));
        replace("companyRedirect", {});
        QVERIFY(save());
        QVERIFY(company().endCallRedirectUrl.isEmpty());
    }

    void mistakesStandAtTheirField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no name") << "companyName"
                                 << "";
        QTest::newRow("a name that Kaleyra refuses") << "companyName"
                                                     << "Clinic <San Luca>";
        QTest::newRow("no address") << "companyRedirect"
                                    << "javascript://clinic";
        QTest::newRow("a mail address") << "companyRedirect"
                                        << "not an address";
    }
    void mistakesStandAtTheirField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        open();
        const kaleyra::Company before = company();
        replace(field.toLatin1().constData(), text);
        QVERIFY(!save());
        QVERIFY(edit(field.toLatin1().constData())->property("invalid").toBool());
        QCOMPARE(focusedName(), field);
        QCOMPARE(company().name, before.name);
        QVERIFY(m_page->isChanged());
        // What is typed next is judged anew.
        typeText(*m_page, QStringLiteral("a"));
        QVERIFY(!edit(field.toLatin1().constData())->property("invalid").toBool());
    }

    void withoutAnAnswerWhatWasEnteredStays()
    {
        open();
        replace("companyName", QStringLiteral("Clinic San Luca"));
        m_scene->network().refuse();
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        QVERIFY(m_page->isBusy()); // Closing asks first.
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(!m_page->isBusy());
        QVERIFY(!applied.first().first().toBool());
        QVERIFY(applied.first().at(1).value<SettingsVerdict>().text().contains(QStringLiteral("cannot be reached")));
        QCOMPARE(edit("companyName")->text(), QStringLiteral("Clinic San Luca"));
        m_scene->network().accept();
        QVERIFY(save());
    }

    void aCompanyThatIsNotToldIsAskedForAgain()
    {
        m_scene->network().refuse();
        m_page = std::make_unique<CompanyPage>(m_scene->company());
        QVERIFY(showActive(*m_page));
        auto *retry = m_page->findChild<QPushButton *>(QStringLiteral("companyRetryButton"));
        QVERIFY(waitUntil([&] { return retry->isVisible(); }));
        QVERIFY(!edit("companyName")->isEnabled());
        m_scene->network().accept();
        retry->click();
        QVERIFY(waitUntil([this] { return edit("companyName")->isEnabled(); }));
    }

    void theTestReadsAnewAndKeepsWhatIsEntered()
    {
        open();
        replace("companyName", QStringLiteral("Mine"));
        kaleyra::CompanyChange theirs;
        theirs.name = QStringLiteral("Theirs");
        QVERIFY(await(m_scene->company().change(theirs)));
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->test();
        QVERIFY(waitUntil([&] { return !told.isEmpty(); }));
        QCOMPARE(told.first().first().value<SettingsVerdict>().text(),
                 QStringLiteral("Kaleyra answers for the company Theirs."));
        QCOMPARE(edit("companyName")->text(), QStringLiteral("Mine"));
        QCOMPARE(edit("companyName")->accessibleDescription(), QStringLiteral("At Kaleyra: Theirs"));
    }

    void withoutTheKeyItShowsOnly()
    {
        m_withoutKey = std::make_unique<CompanyWithoutKey>(m_scene->company());
        m_page = std::make_unique<CompanyPage>(*m_withoutKey);
        QVERIFY(showActive(*m_page));
        QVERIFY(waitUntil([this] { return !edit("companyName")->text().isEmpty(); }));
        QVERIFY(!edit("companyName")->isEnabled());
        QVERIFY(
            m_page->findChild<Banner *>(QStringLiteral("companyNotice"))->text().contains(QStringLiteral("API key")));
    }

    void followsTheLanguage()
    {
        open();
        replace("companyName", QStringLiteral("Mine"));
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        QVERIFY(language()->currentText().startsWith(QLatin1Char('[')));
        QCOMPARE(edit("companyName")->text(), QStringLiteral("Mine"));
        QVERIFY(edit("companyName")->accessibleName().startsWith(QLatin1Char('[')));
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    void open()
    {
        m_page = std::make_unique<CompanyPage>(m_scene->company());
        QVERIFY(showActive(*m_page));
        QVERIFY(waitUntil([this] { return edit("companyName")->isEnabled(); }));
    }
    bool save()
    {
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        return waitUntil([&] { return !applied.isEmpty(); }) && applied.first().first().toBool();
    }
    void replace(const char *name, const QString &text)
    {
        edit(name)->setFocus();
        edit(name)->selectAll();
        if (text.isEmpty())
            press(*m_page, Qt::Key_Delete);
        else
            typeText(*m_page, text);
    }
    kaleyra::Company company() { return await(m_scene->company().company()).value_or(kaleyra::Company()); }
    QLineEdit *edit(const char *name) const { return m_page->findChild<QLineEdit *>(QLatin1String(name)); }
    QComboBox *language() const { return m_page->findChild<QComboBox *>(QStringLiteral("companyLanguage")); }
    QSpinBox *timeout() const { return m_page->findChild<QSpinBox *>(QStringLiteral("companyTimeout")); }

    std::unique_ptr<CompanyScene> m_scene;
    std::unique_ptr<CompanyWithoutKey> m_withoutKey;
    std::unique_ptr<CompanyPage> m_page;
};

QTEST_MAIN(TestCompanyPage)
#include "test_company_page.moc"
