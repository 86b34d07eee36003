// The settings of a kiosk, and of the codes that are entered there.
#include "core/config/setting_entry.h"
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"
#include "core/domain/opening_hours.h"

#include <QCoreApplication>
#include <QTime>

namespace teleconsult::config {

namespace {

bool acceptsTimeOfDay(const QVariant &value)
{
    const QString text = toText(value);
    return text.isEmpty() || QTime::fromString(text, QStringLiteral("HH:mm")).isValid();
}

bool acceptsOpeningHours(const QVariant &value)
{
    return OpeningHours::parse(toText(value)).has_value();
}

} // namespace

QList<SettingSpec> kioskSettings()
{
    using namespace keys;
    constexpr int usualMemory = 2048;
    constexpr int maximumMemory = 65536;
    constexpr int shortestIdle = 15;
    constexpr int longestIdle = 600;
    constexpr int usualIdle = 60;
    constexpr int maximumScreens = 16;
    return onPage(
        SettingPage::Kiosk, Takes::Restart,
        {Entry::choice(stationProfile, "TELECONSULT_STATION_PROFILE",
                       {toCode(StationProfile::Desktop), toCode(StationProfile::Kiosk)},
                       toCode(StationProfile::Desktop))
             .says(QT_TRANSLATE_NOOP("Setting", "What this station is"),
                   QT_TRANSLATE_NOOP("Setting", "desktop: the computer of somebody who works here. kiosk: a "
                                                "screen at the reception that patients use. The option --kiosk "
                                                "says the same for one start.")),
         Entry::integer(kioskScreen, "TELECONSULT_KIOSK_SCREEN", 1, 1, maximumScreens)
             .says(QT_TRANSLATE_NOOP("Setting", "Screen of the kiosk"),
                   QT_TRANSLATE_NOOP("Setting", "Which of the computer's screens the kiosk fills. One that is "
                                                "not there: the first.")),
         Entry::text(kioskClinicName, "TELECONSULT_KIOSK_CLINIC_NAME")
             .says(QT_TRANSLATE_NOOP("Setting", "Name of the clinic"),
                   QT_TRANSLATE_NOOP("Setting", "What the kiosk's screens say at their top.")),
         Entry::integer(kioskIdle, "TELECONSULT_KIOSK_IDLE_SECONDS", usualIdle, shortestIdle, longestIdle)
             .says(QT_TRANSLATE_NOOP("Setting", "Seconds without a touch"),
                   QT_TRANSLATE_NOOP("Setting", "After how long without a touch the kiosk asks whether somebody "
                                                "is still there, and then goes back to its start. Three times "
                                                "as long in the waiting room; never in a call."))
             .counts(SettingUnit::Seconds)
             .range(QT_TRANSLATE_NOOP("Setting", "%1 to %2, in seconds")),
         Entry::boolean(kioskContrast, "TELECONSULT_KIOSK_HIGH_CONTRAST", false)
             .says(QT_TRANSLATE_NOOP("Setting", "High contrast"),
                   QT_TRANSLATE_NOOP("Setting", "Whether the kiosk starts in high contrast. Whoever uses it can "
                                                "switch.")),
         Entry::text(kioskOpeningHours, "TELECONSULT_KIOSK_OPENING_HOURS")
             .says(QT_TRANSLATE_NOOP("Setting", "Opening hours"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "When patients can use the kiosk. At other times its screen is dark and says when "
                                     "it opens; whoever is in a call stays in it. Empty: always."))
             .range(QT_TRANSLATE_NOOP("Setting", "hours of a week such as Mo-Fr 07:30-19:00; Sa 08:00-13:00"))
             .accepts(acceptsOpeningHours),
         Entry::text(kioskRestartAt, "TELECONSULT_KIOSK_RESTART_AT", QStringLiteral("03:30"))
             .says(QT_TRANSLATE_NOOP("Setting", "Restart at night"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "From when, for three hours, the kiosk may start itself anew, as soon as "
                                     "nobody uses it. Empty: never."))
             .range(QT_TRANSLATE_NOOP("Setting", "a time of the day such as 03:30"))
             .accepts(acceptsTimeOfDay),
         Entry::integer(kioskMemoryLimit, "TELECONSULT_KIOSK_MEMORY_LIMIT", usualMemory, 0, maximumMemory)
             .says(QT_TRANSLATE_NOOP("Setting", "Memory limit"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "How much memory the kiosk may keep, in MiB. Above that it starts itself "
                                     "anew as soon as nobody uses it. 0: however much."))
             .counts(SettingUnit::Mebibytes)
             .range(QT_TRANSLATE_NOOP("Setting", "%1 to %2, in MiB")),
         Entry::text(supportAddress, "TELECONSULT_KIOSK_SUPPORT_ADDRESS")
             .says(QT_TRANSLATE_NOOP("Setting", "Support contact"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "A telephone number, mail or web address. The kiosk shows it, also as a "
                                     "QR code, when it keeps failing.")),
         Entry::file(metricsFile, "TELECONSULT_METRICS_FILE")
             .says(QT_TRANSLATE_NOOP("Setting", "Metrics file"),
                   QT_TRANSLATE_NOOP("Setting", "Where numbers of this station's work are written each minute, in the "
                                                "text format of Prometheus; nothing of a person is among them.")),
         Entry::file(appointmentKeyFile, "TELECONSULT_APPOINTMENT_KEY_FILE")
             .says(QT_TRANSLATE_NOOP("Setting", "Appointment key file"),
                   QT_TRANSLATE_NOOP("Setting", "The file that holds the key which codes for the kiosk are made "
                                                "with: 32 characters or more, the same at the kiosk and at "
                                                "every computer that hands out codes. Not set: there are "
                                                "none."))
             .range(QT_TRANSLATE_NOOP("Setting", "a file that only its owner can read or write"))
             .mustBeRight()});
}

} // namespace teleconsult::config
