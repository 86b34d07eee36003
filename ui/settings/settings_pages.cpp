#include "ui/settings/settings_pages.h"

#include "ui/settings/appearance_page.h"
#include "ui/settings/backgrounds_page.h"
#include "ui/settings/colours_page.h"
#include "ui/settings/company_page.h"
#include "ui/settings/kiosk_page.h"
#include "ui/settings/pin_page.h"
#include "ui/settings/records_page.h"
#include "ui/settings/station_page.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SettingsTitle
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingsTitle)
};

QString recordsAreGood(const config::Settings &entered)
{
    const auto crud = entered.crudService();
    return crud && *crud ? SettingsTitle::tr("The CRUD service answers for both collections.")
                         : SettingsTitle::tr("Records are kept on this computer, and can be read.");
}

QString peopleAreGood(const config::Settings &entered)
{
    const auto service = entered.authService();
    return service && *service
               ? SettingsTitle::tr("The auth service answers.")
               : SettingsTitle::tr("No auth service is set: names and groups are typed with each participant.");
}

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
        {settingsPages::roles, QStringLiteral("users"), [] { return SettingsTitle::tr("Roles and tools"); },
         [parts] { return new RolesPage(parts.settings, parts.comingConsultations); }},
        {settingsPages::records, QStringLiteral("calendar"), [] { return SettingsTitle::tr("Records"); },
         [parts] { return new RecordsPage(parts.settings, parts.mover, parts.tryRecords, &recordsAreGood); }},
        {settingsPages::people, QStringLiteral("person"), [] { return SettingsTitle::tr("People"); },
         [parts] {
             return new TriedPage(parts.settings, {Page::People, Page::Gateway}, parts.tryPeople, &peopleAreGood);
         }},
        {settingsPages::appearance, QStringLiteral("sun"), [] { return SettingsTitle::tr("Appearance"); },
         [parts] { return new AppearancePage(parts.settings, parts.dataDir); }},
        {settingsPages::company, QStringLiteral("building"), [] { return SettingsTitle::tr("Company"); },
         [parts] { return new CompanyPage(parts.company); }},
        {settingsPages::colours, QStringLiteral("sun"), [] { return SettingsTitle::tr("Colours of calls"); },
         [parts] { return new ColoursPage(parts.company); }},
        {settingsPages::backgrounds, QStringLiteral("image"), [] { return SettingsTitle::tr("Backgrounds"); },
         [parts] { return new BackgroundsPage(parts.company); }},
        {settingsPages::privacy, QStringLiteral("search"), [] { return SettingsTitle::tr("Privacy and diagnostics"); },
         [parts] { return new PrivacyPage(parts.privacy); }},
        {settingsPages::pin, QStringLiteral("lock"), [] { return SettingsTitle::tr("PIN"); },
         [parts] { return new PinPage(parts.pin); }},
        {settingsPages::kiosk, QStringLiteral("building"), [] { return SettingsTitle::tr("Kiosk"); },
         [parts] { return new KioskPage(parts.settings); }},
        {settingsPages::receptionPin, QStringLiteral("lock"), [] { return SettingsTitle::tr("PIN of the reception"); },
         [parts] { return new PinPage(parts.receptionPin); }},
    };
}

} // namespace teleconsult::ui
