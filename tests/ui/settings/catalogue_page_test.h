// A page of the catalogue's settings, as it is tested.
#pragma once

#include "core/config/setting_keys.h"
#include "tests/ui/support/company_scene.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/catalogue_page.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

namespace teleconsult::test {

/// Settings in a folder of their own, and one page of them. setUp() and tearDown() around each test.
class CataloguePageTest : public QObject
{
protected:
    using SettingPage = config::SettingPage;

    static void useEnglish() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void setUp()
    {
        m_theme = std::make_unique<ui::Theme>();
        m_theme->setScheme(ui::Theme::Scheme::Light);
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void tearDown()
    {
        m_page.reset();
        m_settings.reset();
        m_theme.reset();
    }

    QString path() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    void makeSettings(const config::SettingValues &policy = {})
    {
        config::SettingInputs inputs;
        inputs.userFile = path();
        inputs.policy = policy;
        m_settings = std::make_unique<config::Settings>(inputs);
    }
    /// What came of saving; it has to be saved or refused as `isExpected` says.
    ui::SettingsVerdict apply(bool isExpected)
    {
        QSignalSpy applied(m_page.get(), &ui::SettingsPage::applied);
        m_page->apply();
        if (applied.size() != 1 || applied.first().first().toBool() != isExpected)
            QTest::qFail("not as expected", __FILE__, __LINE__);
        return applied.value(0).value(1).value<ui::SettingsVerdict>();
    }
    template <typename T>
    T *control(const QString &key) const
    {
        return m_page->findChild<T *>(QStringLiteral("setting_") + key);
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<ui::SettingsPage> m_page;
};

} // namespace teleconsult::test
