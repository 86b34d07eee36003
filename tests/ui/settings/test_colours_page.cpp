// The colours of call pages, against a real sandbox.
#include "tests/ui/support/company_scene.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/colours_page.h"
#include "ui/theme/contrast.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestColoursPage : public QObject
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

    void beginsWithKaleyrasOwn()
    {
        open();
        QVERIFY(!own("light")->isChecked() && !own("dark")->isChecked());
        QVERIFY(!edit("light.primary_color")->isEnabled());
        QVERIFY(!m_page->isChanged());
    }

    void changesThemAtKaleyraAndResetsThem()
    {
        open();
        own("light")->click();
        QCOMPARE(edit("light.accent_color")->text(), QStringLiteral("#480ca8")); // Something to begin with.
        edit("light.primary_color")->setText(QStringLiteral("#F0F4F8"));
        edit("light.accent_color")->setText(QStringLiteral("#005f73"));
        QVERIFY(m_page->isChanged());
        QVERIFY(save());
        const kaleyra::Theme there = theme();
        QCOMPARE(there.light.primary, QStringLiteral("#f0f4f8"));
        QCOMPARE(there.light.accent, QStringLiteral("#005f73"));
        QVERIFY(!there.dark.areSet());
        QVERIFY(!m_page->isChanged());
        QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("coloursSwitchHint"))->isVisible());

        open(); // Read again, they are as they were saved.
        QCOMPARE(edit("light.accent_color")->text(), QStringLiteral("#005f73"));
        own("light")->click();
        QVERIFY(save());
        QCOMPARE(theme(), kaleyra::Theme());
    }

    void warnsOfWhatCanHardlyBeTold_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("ground");
        QTest::addColumn<QString>("buttons");
        QTest::addColumn<QString>("groundWarning");
        QTest::addColumn<QString>("buttonsWarning");
        QTest::newRow("good") << "light"
                              << "#ffffff"
                              << "#480ca8"
                              << ""
                              << "";
        QTest::newRow("good, dark") << "dark"
                                    << "#003049"
                                    << "#ff9f1c"
                                    << ""
                                    << "";
        QTest::newRow("faint buttons") << "light"
                                       << "#ffffff"
                                       << "#ffe08a"
                                       << ""
                                       << "contrast 1.3 to 1";
        QTest::newRow("a dark ground") << "light"
                                       << "#101010"
                                       << "#ffffff"
                                       << "dark ground"
                                       << "";
        QTest::newRow("a light ground") << "dark"
                                        << "#fafafa"
                                        << "#480ca8"
                                        << "light ground"
                                        << "";
    }
    void warnsOfWhatCanHardlyBeTold()
    {
        QFETCH(QString, mode);
        QFETCH(QString, ground);
        QFETCH(QString, buttons);
        QFETCH(QString, groundWarning);
        QFETCH(QString, buttonsWarning);
        open();
        own(mode.toLatin1())->click();
        QLineEdit *primary = edit((mode + QStringLiteral(".primary_color")).toLatin1());
        QLineEdit *accent = edit((mode + QStringLiteral(".accent_color")).toLatin1());
        primary->setText(ground);
        accent->setText(buttons);
        const auto warns = [](const QLineEdit *field, const QString &words) {
            const QString said = field->accessibleDescription();
            return words.isEmpty() ? said.isEmpty() : said.contains(words);
        };
        QVERIFY2(warns(primary, groundWarning), qPrintable(primary->accessibleDescription()));
        QVERIFY2(warns(accent, buttonsWarning), qPrintable(accent->accessibleDescription()));
        QVERIFY(save()); // A warning, not a prohibition.
    }

    void whatIsNoColourIsNotSent()
    {
        open();
        own("dark")->click();
        edit("dark.accent_color")->setText(QStringLiteral("blue"));
        QVERIFY(!save());
        QVERIFY(edit("dark.accent_color")->property("invalid").toBool());
        QCOMPARE(QApplication::focusWidget(), edit("dark.accent_color"));
        QCOMPARE(theme(), kaleyra::Theme());
    }

    void thePreviewShowsTheColours()
    {
        open();
        own("light")->click();
        edit("light.primary_color")->setText(QStringLiteral("#102030"));
        edit("light.accent_color")->setText(QStringLiteral("#ffcc00"));
        const QImage seen = m_page->findChild<QWidget *>(QStringLiteral("coloursPreview_light"))->grab().toImage();
        QCOMPARE(seen.pixelColor(seen.width() / 2, seen.height() / 2).name(), QStringLiteral("#102030"));
        QSet<QString> colours;
        for (int y = 0; y < seen.height(); ++y)
            colours << seen.pixelColor(20, y).name();
        QVERIFY(colours.contains(QStringLiteral("#ffcc00")));
    }

    void saysWhenKaleyraDoesNotAnswerAndTriesAgain()
    {
        m_scene->network().refuse();
        open();
        auto *retry = m_page->findChild<QPushButton *>(QStringLiteral("coloursRetryButton"));
        QVERIFY(waitUntil([&] { return retry->isVisible(); }));
        QVERIFY(!own("light")->isEnabled());
        m_scene->network().accept();
        retry->click();
        QVERIFY(waitUntil([&] { return own("light")->isEnabled(); }));
    }

    void theTestReadsAnewAndKeepsWhatIsEntered()
    {
        open();
        QCOMPARE(test().tone, Tone::Success);
        const kaleyra::Theme another{{QStringLiteral("#ffffff"), QStringLiteral("#480ca8")}, {}};
        QVERIFY(await(m_scene->company().setTheme(another)));
        QCOMPARE(test().tone, Tone::Info); // Somebody else has changed them.
        QCOMPARE(edit("light.accent_color")->text(), QStringLiteral("#480ca8"));
        edit("light.accent_color")->setText(QStringLiteral("#005f73"));
        QCOMPARE(test().tone, Tone::Success);
        QCOMPARE(edit("light.accent_color")->text(), QStringLiteral("#005f73"));
        m_scene->network().refuse();
        QCOMPARE(test().tone, Tone::Danger);
        QVERIFY(m_page->isChanged());
    }

    void withoutTheKeyItOnlySaysSo()
    {
        m_withoutKey = std::make_unique<CompanyWithoutKey>(m_scene->company());
        m_page = std::make_unique<ColoursPage>(*m_withoutKey);
        QVERIFY(showActive(*m_page));
        QVERIFY(!own("light")->isEnabled());
        QVERIFY(m_page->findChild<Banner *>(QStringLiteral("coloursNotice"))->isVisible());
        const SettingsVerdict verdict = test();
        QCOMPARE(verdict.tone, Tone::Success);
        QCOMPARE(verdict.text(), QStringLiteral("The service answers."));
        QVERIFY(!own("light")->isEnabled());
        m_scene->network().refuse();
        QCOMPARE(test().tone, Tone::Danger);
    }

private:
    void open()
    {
        m_page = std::make_unique<ColoursPage>(m_scene->company());
        QVERIFY(showActive(*m_page));
        QVERIFY(waitUntil([this] { return m_scene->company().isIdle(); }));
    }
    SettingsVerdict test()
    {
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->test();
        waitUntil([&] { return !told.isEmpty(); });
        return told.value(0).value(0).value<SettingsVerdict>();
    }
    kaleyra::Theme theme() { return await(m_scene->company().theme()).value_or(kaleyra::Theme()); }
    QCheckBox *own(const QByteArray &mode) const
    {
        return m_page->findChild<QCheckBox *>(QStringLiteral("ownColours_") + QString::fromLatin1(mode));
    }
    QLineEdit *edit(const QByteArray &field) const
    {
        return m_page->findChild<QLineEdit *>(QStringLiteral("colour_") + QString::fromLatin1(field));
    }
    bool save()
    {
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        waitUntil([&] { return !applied.isEmpty(); });
        return applied.value(0).value(0).toBool();
    }

    std::unique_ptr<CompanyScene> m_scene;
    std::unique_ptr<CompanyWithoutKey> m_withoutKey;
    std::unique_ptr<ColoursPage> m_page;
};

QTEST_MAIN(TestColoursPage)
#include "test_colours_page.moc"
