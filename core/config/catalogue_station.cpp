// The settings of one computer and of the person who uses it.
#include "core/config/setting_entry.h"
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"

#include <QCoreApplication>

namespace teleconsult::config {

namespace {

bool acceptsText(const QVariant &value)
{
    return !toText(value).isEmpty();
}

bool acceptsList(const QVariant &value)
{
    return !toList(value).isEmpty();
}

bool acceptsTextScale(const QVariant &value)
{
    const QString text = toText(value);
    bool isNumber = false;
    const int percent = text.toInt(&isNumber);
    return text.isEmpty() || (isNumber && percent >= minimumTextScale && percent <= maximumTextScale);
}

QList<SettingSpec> identitySettings()
{
    using namespace keys;
    return onPage(SettingPage::Station, Takes::Effect,
                  {Entry::text(stationExternalId, "TELECONSULT_STATION_ID", QStringLiteral("doctor.ferri"))
                       .says(QT_TRANSLATE_NOOP("Setting", "The person's id"),
                             QT_TRANSLATE_NOOP(
                                 "Setting", "The id, in the clinic's records, of the person who uses this computer."))
                       .accepts(acceptsText),
                   Entry::text(stationFullName, "TELECONSULT_STATION_NAME", QStringLiteral("Dr. Giulia Ferri"))
                       .says(QT_TRANSLATE_NOOP("Setting", "The person's name"),
                             QT_TRANSLATE_NOOP("Setting", "The name of the person who uses this computer."))
                       .accepts(acceptsText),
                   Entry::list(stationGroups, "TELECONSULT_STATION_GROUPS", {QStringLiteral("doctor")})
                       .says(QT_TRANSLATE_NOOP("Setting", "The person's groups"),
                             QT_TRANSLATE_NOOP(
                                 "Setting", "The groups of the person who uses this computer. They say what the person "
                                            "may do in a call."))
                       .range(QT_TRANSLATE_NOOP("Setting", "names of groups"))
                       .accepts(acceptsList)});
}

QList<SettingSpec> interfaceSettings()
{
    using namespace keys;
    return onPage(
               SettingPage::Interface, Takes::Effect,
               {Entry::choice(interfaceLanguage, "TELECONSULT_LANGUAGE",
                              {QString(), QStringLiteral("it"), QStringLiteral("en")}, QString())
                    .says(QT_TRANSLATE_NOOP("Setting", "Language"),
                          QT_TRANSLATE_NOOP("Setting", "The language of the program. Not set: the system's.")),
                Entry::choice(interfaceAppearance, "TELECONSULT_APPEARANCE",
                              {toCode(Appearance::System), toCode(Appearance::Light), toCode(Appearance::Dark)},
                              toCode(Appearance::System))
                    .says(QT_TRANSLATE_NOOP("Setting", "Colours"),
                          QT_TRANSLATE_NOOP("Setting", "The colours of the program.")),
                Entry::text(interfaceTextScale, "TELECONSULT_TEXT_SCALE")
                    .says(QT_TRANSLATE_NOOP("Setting", "Size of text"),
                          QT_TRANSLATE_NOOP("Setting",
                                            "The size of the program's text, in percent. Not set: as the system's "
                                            "font."))
                    .range(QT_TRANSLATE_NOOP("Setting", "100 to 200"))
                    .accepts(acceptsTextScale),
                Entry::file(interfaceLogo, "TELECONSULT_LOGO")
                    .says(QT_TRANSLATE_NOOP("Setting", "Logo"),
                          QT_TRANSLATE_NOOP("Setting", "A picture that the window and the kiosk show in the place of "
                                                       "Teleconsult's own sign. Not set, or not to be read: "
                                                       "Teleconsult's."))
                    .range(QT_TRANSLATE_NOOP("Setting", "a picture's file")),
                Entry::boolean(interfaceTray, "TELECONSULT_TRAY", true)
                    .says(QT_TRANSLATE_NOOP("Setting", "Icon in the panel"),
                          QT_TRANSLATE_NOOP("Setting",
                                            "An icon in the panel with today's consultations, where the desktop has "
                                            "a place for one. While it is there, closing the window does not end the "
                                            "program."))}) +
           onPage(SettingPage::Interface, Takes::Restart,
                  {Entry::choice(keys::graphicsCard, "TELECONSULT_GRAPHICS_CARD",
                                 {toCode(GraphicsCard::WhereThereIsOne), toCode(GraphicsCard::Always),
                                  toCode(GraphicsCard::Never)},
                                 toCode(GraphicsCard::WhereThereIsOne))
                       .says(QT_TRANSLATE_NOOP("Setting", "Graphics card in calls"),
                             QT_TRANSLATE_NOOP("Setting",
                                               "Whether the graphics card draws calls. By itself it does where there "
                                               "is one. Never: for a card whose driver stops the call again and "
                                               "again."))});
}

QList<SettingSpec> deviceSettings()
{
    using namespace keys;
    const char *const deviceName = QT_TRANSLATE_NOOP("Setting", "a device's name");
    return onPage(
        SettingPage::Devices, Takes::Effect,
        {Entry::text(camera, "TELECONSULT_CAMERA")
             .says(QT_TRANSLATE_NOOP("Setting", "Camera"),
                   QT_TRANSLATE_NOOP("Setting", "The camera for calls, by the name it gives itself. Not set, or not "
                                                "connected: the system's choice."))
             .range(deviceName),
         Entry::text(microphone, "TELECONSULT_MICROPHONE")
             .says(QT_TRANSLATE_NOOP("Setting", "Microphone"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The microphone for calls, by the name it gives itself. Not set, or not "
                                     "connected: the system's choice."))
             .range(deviceName),
         Entry::text(speaker, "TELECONSULT_SPEAKER")
             .says(QT_TRANSLATE_NOOP("Setting", "Loudspeaker"),
                   QT_TRANSLATE_NOOP("Setting", "The loudspeaker for calls, by the name it gives itself. Not set, or "
                                                "not connected: the system's choice."))
             .range(deviceName),
         Entry::boolean(withoutCamera, "TELECONSULT_WITHOUT_CAMERA", false)
             .says(QT_TRANSLATE_NOOP("Setting", "Camera off"),
                   QT_TRANSLATE_NOOP("Setting", "Calls are entered with the camera off.")),
         Entry::choice(keys::deviceCheck, "TELECONSULT_DEVICE_CHECK",
                       {toCode(DeviceCheck::Due), toCode(DeviceCheck::Done), toCode(DeviceCheck::Never)},
                       toCode(DeviceCheck::Due))
             .says(QT_TRANSLATE_NOOP("Setting", "Device check"),
                   QT_TRANSLATE_NOOP("Setting", "Whether camera and microphone are offered to be tried out before the "
                                                "next call. The program itself writes done when a choice was made, due "
                                                "when a chosen device is gone, never when a person does not want to be "
                                                "asked."))});
}

QList<SettingSpec> callSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Calls, Takes::Effect,
        {Entry::folder(keys::downloadFolder, "TELECONSULT_DOWNLOAD_FOLDER")
             .says(QT_TRANSLATE_NOOP("Setting", "Folder for files"),
                   QT_TRANSLATE_NOOP("Setting", "Where files from a call are saved. Not set: the person's folder for "
                                                "downloads.")),
         Entry::paragraphs(noticeEnglish, "TELECONSULT_NOTICE_EN")
             .says(QT_TRANSLATE_NOOP("Setting", "The clinic's words in the notice, English"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The clinic's own words, in English, in the notice that a person agrees "
                                     "to before the first call.")),
         Entry::paragraphs(noticeItalian, "TELECONSULT_NOTICE_IT")
             .says(QT_TRANSLATE_NOOP("Setting", "The clinic's words in the notice, Italian"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The clinic's own words in Italian. Where one language is missing, the other "
                                     "one is shown.")),
         Entry::note(noticeAccepted)
             .says(QT_TRANSLATE_NOOP("Setting", "Who has agreed to the notice"),
                   QT_TRANSLATE_NOOP("Setting", "The program's own note of who has agreed to which version of the "
                                                "notice, and when. Who is taken out, or for whom the words have "
                                                "changed, is asked again."))});
}

QList<SettingSpec> reminderSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Reminders, Takes::Effect,
        {Entry::boolean(remindersWanted, "TELECONSULT_REMINDERS", true)
             .says(QT_TRANSLATE_NOOP("Setting", "Reminders"),
                   QT_TRANSLATE_NOOP("Setting", "Notifications of the consultations that the station's person takes "
                                                "part in. None comes during a call.")),
         Entry::integer(reminderMinutes, "TELECONSULT_REMINDER_MINUTES", 10, 0, longestReminderLead.count())
             .says(QT_TRANSLATE_NOOP("Setting", "Minutes before"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "How long before its room opens a consultation is announced. 0: when it "
                                     "opens only."))
             .counts(SettingUnit::Minutes)
             .range(QT_TRANSLATE_NOOP("Setting", "%1 to %2, in minutes")),
         Entry::boolean(reminderNames, "TELECONSULT_REMINDER_NAMES", false)
             .says(QT_TRANSLATE_NOOP("Setting", "Names in reminders"),
                   QT_TRANSLATE_NOOP("Setting", "Whether notifications and the list at the icon in the panel name "
                                                "the participants. A locked screen may show notifications to "
                                                "anybody."))});
}

/// As config::hashPin() writes it.
bool acceptsPinHash(const QVariant &value)
{
    const QString text = toText(value);
    return text.isEmpty() || text.startsWith(QLatin1String("$argon2"));
}

QList<SettingSpec> pinSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::Access, Takes::Effect,
        {Entry::text(settingsPin, "TELECONSULT_SETTINGS_PIN")
             .says(QT_TRANSLATE_NOOP("Setting", "PIN of the settings"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The PIN that the settings are behind, as the settings' page PIN writes it: never "
                                     "the PIN itself. Not set: whoever sits at the station may change its settings."))
             .range(QT_TRANSLATE_NOOP("Setting", "a hash that begins with `$argon2`"))
             .accepts(acceptsPinHash)
             .secret(SettingSpec::Kind::Setting), // A few digits are soon guessed from it.
         Entry::note(pinFailures)
             .says(QT_TRANSLATE_NOOP("Setting", "Wrong tries of the PIN"),
                   QT_TRANSLATE_NOOP("Setting", "The program's own note of wrong tries: after three there is a pause, "
                                                "which doubles with every further one.")),
         Entry::text(receptionPin, "TELECONSULT_KIOSK_RECEPTION_PIN")
             .says(QT_TRANSLATE_NOOP("Setting", "PIN of the reception"),
                   QT_TRANSLATE_NOOP("Setting",
                                     "The PIN that a kiosk's agenda is behind, as the settings' page PIN writes it: "
                                     "never the PIN itself. Not set: the kiosk shows no agenda."))
             .range(QT_TRANSLATE_NOOP("Setting", "a hash that begins with `$argon2`"))
             .accepts(acceptsPinHash)
             .secret(SettingSpec::Kind::Setting),
         Entry::note(receptionPinFailures)
             .says(QT_TRANSLATE_NOOP("Setting", "Wrong tries of the reception's PIN"),
                   QT_TRANSLATE_NOOP("Setting", "The program's own note of wrong tries: after three there is a pause, "
                                                "which doubles with every further one."))});
}

QList<SettingSpec> demoSettings()
{
    using namespace keys;
    return onPage(SettingPage::Demo, Takes::Restart,
                  {Entry::boolean(demoWanted, "TELECONSULT_DEMO", true)
                       .says(QT_TRANSLATE_NOOP("Setting", "Demo clinic"),
                             QT_TRANSLATE_NOOP(
                                 "Setting", "Whether the demo clinic is made at the first start. Only where it harms "
                                            "nobody: with the sandbox, records on this computer and no "
                                            "auth service.")),
                   Entry::note(demoIds).says(
                       QT_TRANSLATE_NOOP("Setting", "Consultations of the demo clinic"),
                       QT_TRANSLATE_NOOP("Setting", "The program's own note of what belongs to the demo clinic."))});
}

} // namespace

QList<SettingSpec> stationSettings()
{
    return identitySettings() + interfaceSettings() + callSettings() + deviceSettings() + reminderSettings() +
           pinSettings() + demoSettings();
}

} // namespace teleconsult::config
