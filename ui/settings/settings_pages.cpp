#include "ui/settings/settings_pages.h"

#include "core/config/setting_keys.h"
#include "ui/settings/appearance_page.h"
#include "ui/settings/backgrounds_page.h"
#include "ui/settings/colours_page.h"
#include "ui/settings/company_page.h"
#include "ui/settings/kiosk_page.h"
#include "ui/settings/pin_page.h"
#include "ui/settings/records_page.h"
#include "ui/settings/setting_trials.h"
#include "ui/settings/station_page.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SettingsTitle
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingsTitle)
};

/// Said of pages whose settings hold where the work is done.
QString noEffectHere()
{
    return SettingsTitle::tr("Another Teleconsultation Service does the work, as the page “Connection” says. What is "
                             "set here has no effect: set it at that service.");
}

/// Said of who uses this computer: empty where it is the person of that page.
QString noteOnSigningIn(const config::Settings &settings)
{
    return settings.isSet(config::keys::signInIssuer)
               ? SettingsTitle::tr("People sign in here, and who has signed in uses this computer. What is set on this "
                                   "page has no effect.")
               : QString();
}

} // namespace

QList<SettingsPageEntry> makeSettingsPages(const SettingsParts &parts)
{
    using Page = config::SettingPage;
    QList<SettingsPageEntry> pages = {
        {settingsPages::station, QStringLiteral("person"), [] { return SettingsTitle::tr("Who uses this computer"); },
         [parts] { return new StationPage(parts.settings); }, [parts] { return noteOnSigningIn(parts.settings); }},
        {settingsPages::connection, QStringLiteral("globe"), [] { return SettingsTitle::tr("Connection"); },
         [parts] { return new ConnectionPage(parts.settings, parts.secrets, parts.tryKaleyra, parts.tryService); }},
        {settingsPages::consultations, QStringLiteral("video"), [] { return SettingsTitle::tr("Consultations"); },
         [parts] {
             return new TriedPage(parts.settings, {Page::Consultations, Page::Demo}, {consultationsTrial()});
         }},
        {settingsPages::calls, QStringLiteral("clock"), [] { return SettingsTitle::tr("Calls and reminders"); },
         [parts] {
             return new TriedPage(parts.settings, {Page::Calls, Page::Reminders, Page::Devices}, {callsTrial()});
         }},
        {settingsPages::roles, QStringLiteral("users"), [] { return SettingsTitle::tr("Roles and tools"); },
         [parts] { return new RolesPage(parts.settings, parts.comingConsultations); }},
        {settingsPages::records, QStringLiteral("calendar"), [] { return SettingsTitle::tr("Records"); },
         [parts] {
             return new RecordsPage(parts.settings, parts.mover,
                                    parts.usesService ? serviceTrial(parts.tryService)
                                                      : recordsTrial(parts.tryRecords));
         }},
        {settingsPages::people, QStringLiteral("person"), [] { return SettingsTitle::tr("People"); },
         [parts] {
             return new TriedPage(parts.settings, {Page::People, Page::SignIn, Page::Gateway},
                                  {peopleTrial(parts.tryPeople), signInTrial(parts.trySignIn)});
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
        {settingsPages::importExport, QStringLiteral("download"), [] { return SettingsTitle::tr("Import and export"); },
         [parts] { return new ImportPage(parts.settings, parts.takeOver); }},
        {settingsPages::pin, QStringLiteral("lock"), [] { return SettingsTitle::tr("PIN"); },
         [parts] { return new PinPage(parts.pin); }},
        {settingsPages::kiosk, QStringLiteral("building"), [] { return SettingsTitle::tr("Kiosk"); },
         [parts] { return new KioskPage(parts.settings); }},
        {settingsPages::receptionPin, QStringLiteral("lock"), [] { return SettingsTitle::tr("PIN of the reception"); },
         [parts] { return new PinPage(parts.receptionPin); }},
    };
    const QStringList doneElsewhere{settingsPages::consultations, settingsPages::roles, settingsPages::records,
                                    settingsPages::people};
    for (SettingsPageEntry &page : pages) {
        if (parts.usesService && doneElsewhere.contains(page.id))
            page.note = &noEffectHere;
    }
    return pages;
}

} // namespace teleconsult::ui
