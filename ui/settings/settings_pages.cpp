#include "ui/settings/settings_pages.h"

#include "ui/settings/backgrounds_page.h"
#include "ui/settings/company_page.h"
#include "ui/settings/pin_page.h"
#include "ui/settings/station_page.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SettingsTitle
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingsTitle)
};

} // namespace

QList<SettingsPageEntry> makeSettingsPages(const SettingsParts &parts)
{
    using Page = config::SettingPage;
    return {
        {settingsPages::station, QStringLiteral("person"), [] { return SettingsTitle::tr("Who uses this computer"); },
         [parts] { return new StationPage(parts.settings); }},
        {settingsPages::connection, QStringLiteral("globe"), [] { return SettingsTitle::tr("Connection"); },
         [parts] { return new ConnectionPage(parts.settings, parts.secrets, parts.tryKaleyra); }},
        {settingsPages::consultations, QStringLiteral("video"), [] { return SettingsTitle::tr("Consultations"); },
         [parts] { return new CataloguePage(parts.settings, {Page::Consultations}); }},
        {settingsPages::records, QStringLiteral("calendar"), [] { return SettingsTitle::tr("Records"); },
         [parts] { return new CataloguePage(parts.settings, {Page::Records}); }},
        {settingsPages::people, QStringLiteral("users"), [] { return SettingsTitle::tr("People"); },
         [parts] {
             return new CataloguePage(parts.settings, {Page::People, Page::Gateway});
         }},
        {settingsPages::appearance, QStringLiteral("sun"), [] { return SettingsTitle::tr("Appearance"); },
         [parts] { return new CataloguePage(parts.settings, {Page::Interface}); }},
        {settingsPages::company, QStringLiteral("building"), [] { return SettingsTitle::tr("Company"); },
         [parts] { return new CompanyPage(parts.company); }},
        {settingsPages::backgrounds, QStringLiteral("image"), [] { return SettingsTitle::tr("Backgrounds"); },
         [parts] { return new BackgroundsPage(parts.company); }},
        {settingsPages::pin, QStringLiteral("lock"), [] { return SettingsTitle::tr("PIN"); },
         [parts] { return new PinPage(parts.pin); }},
        {settingsPages::kiosk, QStringLiteral("building"), [] { return SettingsTitle::tr("Kiosk"); },
         [parts] { return new CataloguePage(parts.settings, {Page::Kiosk}); }},
        {settingsPages::receptionPin, QStringLiteral("lock"), [] { return SettingsTitle::tr("PIN of the reception"); },
         [parts] { return new PinPage(parts.receptionPin); }},
    };
}

} // namespace teleconsult::ui
