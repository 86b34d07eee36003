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

#include <chrono>

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

Task<void> tryConsultations(std::shared_ptr<config::Settings> entered)
{
    const Result<ConsultationPolicy> policy = entered->consultationPolicy();
    co_return policy ? Result<void>() : Result<void>(failure(policy.error()));
}

/// What follows from them, in the words of who takes part.
QString consultationsAreGood(const config::Settings &entered)
{
    const ConsultationPolicy policy = entered.consultationPolicy().value_or(ConsultationPolicy());
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(policy.immutablePeriod).count();
    QStringList words;
    words << (minutes == 0 ? SettingsTitle::tr("Rooms open at their start, and can be changed until then.")
                           : SettingsTitle::tr("Rooms open %n minutes before their start, and can be changed until "
                                               "then.",
                                               nullptr, int(minutes)));
    if (policy.recording == QLatin1String("automatic"))
        words << SettingsTitle::tr("Every call is recorded.");
    else if (policy.recording == QLatin1String("manual"))
        words << SettingsTitle::tr("Calls can be recorded.");
    return words.join(QLatin1Char(' '));
}

/// Said of pages whose settings hold where the work is done.
QString noEffectHere()
{
    return SettingsTitle::tr("Another Teleconsultation Service does the work, as the page “Connection” says. What is "
                             "set here has no effect: set it at that service.");
}

} // namespace

QList<SettingsPageEntry> makeSettingsPages(const SettingsParts &parts)
{
    using Page = config::SettingPage;
    QList<SettingsPageEntry> pages = {
        {settingsPages::station, QStringLiteral("person"), [] { return SettingsTitle::tr("Who uses this computer"); },
         [parts] { return new StationPage(parts.settings); }},
        {settingsPages::connection, QStringLiteral("globe"), [] { return SettingsTitle::tr("Connection"); },
         [parts] { return new ConnectionPage(parts.settings, parts.secrets, parts.tryKaleyra, parts.tryService); }},
        {settingsPages::consultations, QStringLiteral("video"), [] { return SettingsTitle::tr("Consultations"); },
         [parts] {
             return new TriedPage(parts.settings, {Page::Consultations}, &tryConsultations, &consultationsAreGood);
         }},
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
    const QStringList doneElsewhere{settingsPages::consultations, settingsPages::roles, settingsPages::records,
                                    settingsPages::people};
    for (SettingsPageEntry &page : pages) {
        if (parts.usesService && doneElsewhere.contains(page.id))
            page.note = &noEffectHere;
    }
    return pages;
}

} // namespace teleconsult::ui
