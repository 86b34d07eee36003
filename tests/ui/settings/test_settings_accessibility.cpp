// Every page of the settings, as in ../test_accessibility.cpp.
#include "tests/support/manual_clock.h"
#include "tests/ui/support/accessibility_walk.h"
#include "tests/ui/support/company_scene.h"
#include "ui/settings/backgrounds_page.h"
#include "ui/settings/pin_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/settings_pages.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTranslator>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestSettingsAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void cleanup()
    {
        m_dialog.reset();
        m_gate.reset();
        m_secrets.reset();
        m_withoutKey.reset();
        m_scene.reset();
    }

    void everyPage_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<int>("textScale");
        QTest::addColumn<QLocale>("locale");
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const QLocale italian(QLocale::Italian, QLocale::Italy);
        for (const char *screen : {"station", "company", "company, no answer", "company, without key", "backgrounds",
                                   "backgrounds, none", "backgrounds, new", "backgrounds, without key", "connection",
                                   "consultations", "appearance", "pin", "pin dialog"})
        {
            QTest::newRow(screen) << QString::fromLatin1(screen) << 100 << english;
            QTest::addRow("%s, 200 %%", screen) << QString::fromLatin1(screen) << 200 << english;
            QTest::addRow("%s, 200 %%, Italian", screen) << QString::fromLatin1(screen) << 200 << italian;
        }
    }
    void everyPage()
    {
        QFETCH(QString, screen);
        QFETCH(int, textScale);
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        QTranslator translator;
        if (locale.language() == QLocale::Italian) {
            QVERIFY(translator.load(QStringLiteral(":/i18n/teleconsult_it.qm")));
            QCoreApplication::installTranslator(&translator);
        }
        m_scene = std::make_unique<CompanyScene>();
        m_scene->theme().setTextScale(textScale);
        QVERIFY(open(screen));
        keepPicture(screen, textScale, locale);
        const QStringList findings = stumblingBlocks(*m_dialog);
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QStringLiteral("\n  "))));
    }

private:
    bool open(const QString &screen)
    {
        const bool withoutKey = screen.endsWith(QLatin1String("without key"));
        if (screen == QLatin1String("backgrounds") || screen == QLatin1String("backgrounds, without key"))
            m_scene->addPictures(2);
        if (screen.endsWith(QLatin1String("no answer")))
            m_scene->network().refuse();
        m_withoutKey = std::make_unique<CompanyWithoutKey>(m_scene->company());
        m_gate = std::make_unique<config::PinGate>(m_scene->settings(), m_clock);
        m_receptionGate = std::make_unique<config::PinGate>(m_scene->settings(), m_clock, config::Pin::Reception);
        m_secrets = emptySecrets(m_scene->file(QStringLiteral("secrets")));
        if (screen == QLatin1String("pin dialog"))
            return openPin();
        service::CompanyService &company =
            withoutKey ? static_cast<service::CompanyService &>(*m_withoutKey) : m_scene->company();
        auto dialog = std::make_unique<SettingsDialog>(makeSettingsPages({.settings = m_scene->settings(),
                                                                          .company = company,
                                                                          .pin = *m_gate,
                                                                          .receptionPin = *m_receptionGate,
                                                                          .secrets = *m_secrets,
                                                                          .tryKaleyra = {}}),
                                                       nullptr);
        SettingsDialog *settings = dialog.get();
        m_dialog = std::move(dialog);
        const QString id = screen.section(QLatin1Char(','), 0, 0);
        settings->showPage(id);
        if (!showActive(*m_dialog) || !settings->page(id))
            return false;
        return settle(screen, *settings->page(id));
    }

    bool openPin()
    {
        m_scene->settings().setPinFailures(config::Pin::Settings, {3, m_clock.now()});
        m_dialog = std::make_unique<PinDialog>(*m_gate, nullptr);
        return showActive(*m_dialog);
    }

    /// Until the page has what it asked for.
    bool settle(const QString &screen, SettingsPage &page)
    {
        const auto isShown = [&page](const char *name) {
            const auto *widget = page.findChild<QWidget *>(QLatin1String(name));
            return widget && widget->isVisible();
        };
        if (screen == QLatin1String("company, no answer"))
            return waitUntil([&] { return isShown("companyRetryButton"); });
        if (screen.startsWith(QLatin1String("company")))
            return waitUntil(
                [&] { return !page.findChild<QLineEdit *>(QStringLiteral("companyName"))->text().isEmpty(); });
        if (screen == QLatin1String("backgrounds, new")) {
            dynamic_cast<BackgroundsPage &>(page).add(
                m_scene->pictureFile(QStringLiteral("garden.png"), CompanyScene::picture({1200, 1600}, "png")));
            return waitUntil(
                [&] { return page.findChild<QPushButton *>(QStringLiteral("pictureUploadButton"))->isEnabled(); });
        }
        if (screen == QLatin1String("backgrounds, none"))
            return waitUntil(
                [&] { return page.findChild<QPushButton *>(QStringLiteral("backgroundAddButton"))->isEnabled(); });
        if (screen.startsWith(QLatin1String("backgrounds")))
            return waitUntil([&] { return isShown("backgroundGallery"); });
        return true;
    }

    /// For whoever wants to look: TELECONSULT_PICTURES names a folder.
    void keepPicture(const QString &screen, int textScale, const QLocale &locale)
    {
        const QString folder = qEnvironmentVariable("TELECONSULT_PICTURES");
        if (folder.isEmpty())
            return;
        waitUntil([this] { return m_scene->company().isIdle(); });
        for (const Theme::Scheme scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_scene->theme().setScheme(scheme);
            QCoreApplication::processEvents();
            const QString name =
                QStringLiteral("%1/%2-%3-%4-%5.png")
                    .arg(folder, QString(screen).replace(QLatin1String(", "), QLatin1String("-")))
                    .arg(textScale)
                    .arg(locale.name().left(2),
                         scheme == Theme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
            m_dialog->grab().save(name);
        }
    }

    std::unique_ptr<CompanyScene> m_scene;
    std::unique_ptr<CompanyWithoutKey> m_withoutKey;
    ManualClock m_clock;
    std::unique_ptr<config::PinGate> m_gate;
    std::unique_ptr<config::PinGate> m_receptionGate;
    std::unique_ptr<secrets::Secrets> m_secrets;
    std::unique_ptr<QWidget> m_dialog;
};

QTEST_MAIN(TestSettingsAccessibility)
#include "test_settings_accessibility.moc"
