// The one catalogue of settings, and what they say.
#pragma once

#include "core/config/auth_service.h"
#include "core/config/crud_service.h"
#include "core/config/device_choice.h"
#include "core/config/remote_service.h"
#include "core/config/setting_sources.h"
#include "core/config/sign_in.h"
#include "core/domain/opening_hours.h"
#include "core/domain/privacy_notice.h"
#include "core/domain/teleconsultation.h"

#include <QUrl>

#include <chrono>
#include <optional>

namespace teleconsult::config {

/// Where secrets are kept that are neither in a variable nor in a file of their own.
enum class SecretPlace {
    Keychain,    ///< Of the desktop.
    Credentials, ///< Of systemd: $CREDENTIALS_DIRECTORY.
    File,        ///< In the data folder.
};

enum class Appearance { System, Light, Dark };
QString toCode(Appearance appearance); ///< "system", "light" or "dark".

/// Whether call pages are drawn by the graphics card.
enum class GraphicsCard { WhereThereIsOne, Always, Never };
QString toCode(GraphicsCard card); ///< "auto", "always" or "never".

/// The longest time before a room opens at which a reminder may come.
inline constexpr std::chrono::minutes longestReminderLead{120};

/// What a person at this station is reminded of.
struct ReminderWishes
{
    bool wanted = true;
    std::chrono::minutes lead{10}; ///< Before the room opens. 0 to longestReminderLead; 0: when it opens only.
    bool showNames = false;        ///< Whether participants are named: a locked screen may show notifications.

    friend bool operator==(const ReminderWishes &, const ReminderWishes &) = default;
};

/// Of the interface's text, in percent of the sizes it is designed for.
inline constexpr int minimumTextScale = 100;
inline constexpr int maximumTextScale = 200;

/// What one of the station's PINs is in front of.
enum class Pin {
    Settings,  ///< The settings; at a kiosk, the way out.
    Reception, ///< The agenda at a kiosk.
};
const QString &keyOf(Pin which);

/// What the program is at this station.
enum class StationProfile { Desktop, Kiosk };
QString toCode(StationProfile profile); ///< "desktop" or "kiosk".
/// Before there are Settings, which a program makes once and which cost more.
StationProfile stationProfileOf(const SettingSources &sources);

/// Of a kiosk.
struct KioskWishes
{
    QString clinicName; ///< Empty: none is shown.
    std::chrono::seconds idle{60};
    bool highContrast = false;
    int screen = 1;            ///< The monitor it fills, from 1.
    OpeningHours openingHours; ///< When patients can use it.
};

/// Of a station that looks after itself.
struct UpkeepWishes
{
    QString metricsFile;      ///< Absolute path; empty: none is written.
    QString supportAddress;   ///< Telephone, mail or web address, for a page that says whom to call; empty: none.
    QTime restartAt;          ///< When at night a kiosk may start itself anew; invalid: never.
    qint64 maximumMemory = 0; ///< In bytes, from which a kiosk starts itself anew; 0: however much.
};

/// Wrong tries of a PIN in a row, and when the last one was.
struct PinFailures
{
    int count = 0;
    QDateTime last = {};
};

/// Reads and writes settings; docs/configuration.md tells admins of each. Where a value comes from: SettingSources.
/// What would mean another place for records, people or the key is an Error when it is wrong, and is never passed over.
/// What is locked (Origin) is not written by any of the functions below; when another value was wanted, they leave a
/// line in the log. What cannot be written does not hold where the function says so by its Result; where nobody is
/// told, it holds as long as this object. Secrets are the API key, from the environment or from a file that others
/// cannot read, and the token for another service, from such a file.
class Settings
{
public:
    /// Takes BANDYER_API_SECRET_KEY out of the environment, so that no child process inherits it and a second object of
    /// this class does not find it: make it early, once.
    explicit Settings(SettingInputs inputs);
    /// Without a policy and a command line.
    explicit Settings(const QString &userFile);

    static const QList<SettingSpec> &catalogue();
    /// Null: there is no such setting.
    static const SettingSpec *spec(const QString &key);

    // For whoever treats all settings alike. `key`: one of the catalogue's.
    Origin origin(const QString &key) const;
    bool isLocked(const QString &key) const { return origin(key).isLocked(); }
    /// What locks it, a sentence in the interface's language; empty: nothing does.
    QString lockText(const QString &key) const;
    /// The value that holds, a list with commas; empty for an EnvironmentSecret.
    QString text(const QString &key) const;
    /// Whether a secret, or anything else, has a value.
    bool isSet(const QString &key) const;
    const SettingSources &sources() const { return m_sources; }
    /// SettingSources::write and unset, and their errors.
    Result<void> write(const SettingValues &values);
    Result<void> unset(const QString &key);

    /// As if these were said as well, stronger than anything else: for trying them before they are written.
    std::shared_ptr<Settings> with(const SettingValues &entered) const;

    /// Who uses this station: as configured; where people sign in, who has, and nobody (an empty id) until then.
    StationIdentity station() const;
    /// Not written anywhere; nothing: nobody any more. Without effect where people do not sign in.
    void setSignedIn(const std::optional<StationIdentity> &person) { m_signedIn = person; }
    /// Nothing: people do not sign in. Errors of kind Storage, `field` the setting's key: sign_in_issuer_malformed,
    /// sign_in_client_not_set. Nobody gets in then.
    Result<std::optional<SignIn>> signIn() const;
    /// As configured, also where people sign in.
    StationIdentity configuredStation() const;
    /// Errors: those of SettingSources::write.
    Result<void> setStation(const StationIdentity &station);

    /// Of the interface; nothing: the system's.
    std::optional<Language> language() const;
    void setLanguage(Language language);

    ReminderWishes reminders() const;
    void setReminders(const ReminderWishes &wishes);

    /// Whether an icon in the panel is wanted, where there is a place for one.
    bool wantsTray() const;
    void setWantsTray(bool wanted);

    GraphicsCard graphicsCard() const;
    Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// Where files from a call are saved, an absolute path; when nothing is set, the person's folder for downloads.
    /// Empty for a guest: nowhere.
    QString downloadFolder() const;
    void setDownloadFolder(const QString &path);

    DeviceChoice devices() const;
    /// The check is done with that.
    void setDevices(const DeviceChoice &devices);
    DeviceCheck deviceCheck() const;
    /// Who does not want to be asked (Never) is not asked again because something is Due or Done.
    void setDeviceCheck(DeviceCheck check);

    /// Percent, within the two above; nothing: the system's.
    std::optional<int> textScale() const;
    void setTextScale(std::optional<int> percent);

    /// Of a new consultation, until somebody chooses otherwise; shortestDuration to longestDuration.
    std::chrono::minutes usualLength() const;
    /// Errors: those of serviceConfiguration().
    Result<ConsultationPolicy> consultationPolicy() const;

    /// The JSON configuration of the reference service: of the file that is named, else the built-in one. Read once,
    /// and again when write() has named a file.
    /// What the settings roles/… say takes the place of what it says of groups and tools. Errors: those of
    /// readServiceConfigurationFile(), never the built-in one in the place of a file that is not right; kind Storage,
    /// code roles_malformed, `field` the setting's key.
    Result<ServiceConfiguration> serviceConfiguration() const;

    /// Where a request to our API says who asks. Errors: those of serviceConfiguration().
    Result<CallerPath> callerPath() const;

    /// Kaleyra's base URL without version and trailing slash (the reference's BANDYER_BASE_URL may end in "/v2");
    /// empty: the embedded sandbox. HTTPS, or HTTP on this computer: the API key travels with every request. What is
    /// set and is no such address is an error of kind Storage (code kaleyra_url_malformed), never the sandbox.
    Result<QUrl> kaleyraBaseUrl() const;
    /// The API key as it is given: BANDYER_API_SECRET_KEY, else from the file that `kaleyra/api_key_file` names, read
    /// anew each time; nothing: it is where secretStore() says. Errors of kind Storage: api_key_set_twice (both
    /// variables are set; which one holds cannot be known), api_key_malformed, and those of readSecretFile() with the
    /// prefix api_key_file.
    Result<std::optional<QByteArray>> kaleyraApiKey() const;

    /// Where secrets are that are not given. Error of kind Storage, code secret_store_unknown: never another place than
    /// was meant.
    Result<SecretPlace> secretStore() const;

    /// The Teleconsultation Service that does the backend's work; nothing: this program does it. Errors of kind
    /// Storage, `field` the setting's key: service_url_malformed, and those of serviceToken().
    Result<std::optional<RemoteService>> remoteService() const;
    /// The bearer token for that service as it is given: from the file that `service/token_file` names, read anew each
    /// time; nothing: it is where secretStore() says, or none is asked for. Errors: those of readSecretFile() with the
    /// prefix service_token.
    Result<std::optional<QByteArray>> serviceToken() const;

    /// The CRUD service that keeps the records; nothing: they are kept on this computer. One that is meant, for a
    /// collection is named, and has no address is at http://crud-service, as for the original service. What is half
    /// said otherwise is an error and never nothing: records would go to another place than they are meant for. Errors
    /// of kind Storage, `field` the setting's key: crud_url_malformed, crud_collection_not_set,
    /// crud_collection_malformed.
    Result<std::optional<CrudService>> crudService() const;
    /// As crudService(), if the settings said these.
    Result<std::optional<CrudService>> crudServiceAt(const QString &address, const QString &consultations,
                                                     const QString &users) const;

    /// The service that knows who people are; nothing: their names and groups are given with them. Errors of kind
    /// Storage, `field` the setting's key: auth_service_malformed (neither a host's name nor an address),
    /// custom_ids_endpoint_malformed; and those of serviceConfiguration().
    Result<std::optional<AuthService>> authService() const;

    /// What is to be agreed to before a first call.
    PrivacyNotice privacyNotice() const;
    /// What this person has agreed to last; nothing: to no notice, or not on this computer.
    std::optional<NoticeAcceptance> noticeAcceptance(const QString &externalId) const;
    /// Takes the place of what the same person agreed to before.
    void setNoticeAcceptance(const NoticeAcceptance &acceptance);

    /// What config::hashPin() made of the PIN; empty: there is none.
    QString pinHash(Pin which = Pin::Settings) const;
    /// Errors: those of SettingSources::write.
    Result<void> setPinHash(Pin which, const QString &hash);
    PinFailures pinFailures(Pin which) const;
    void setPinFailures(Pin which, const PinFailures &failures);

    KioskWishes kiosk() const;
    UpkeepWishes upkeep() const;
    /// The key that codes of appointments are made with, the same at every station of the clinic; nothing: none is
    /// set, and there are no codes. Errors of kind Storage: those of readSecretFile() with the prefix
    /// appointment_key, and appointment_key_too_short.
    Result<std::optional<QByteArray>> appointmentKey() const;

    /// Somebody who uses this station for one session, as a kiosk's patients do: station() answers them, files from
    /// the call are kept nowhere, the devices are tried out before each call, and nothing of them is written anywhere,
    /// not even that they have agreed to the notice. Nothing: whatever was of the guest is forgotten.
    void setGuest(const std::optional<StationIdentity> &guest);
    bool hasGuest() const { return m_guest.has_value(); }

    /// Whether the demo clinic is wanted; false once it was removed.
    bool demoClinicWanted() const;
    void setDemoClinicWanted(bool wanted);
    QStringList demoConsultationIds() const;
    void setDemoConsultationIds(const QStringList &ids);

private:
    QVariant value(const QString &key) const;
    QByteArray headerName(const QString &key) const; ///< In lower case.
    QByteArrayList forwardedHeaders() const;         ///< To whatever service is called; in lower case.
    void setValue(const QString &key, const QVariant &value);
    /// As write(), except that what is locked may be wanted as it is.
    Result<void> keep(SettingValues values);
    Result<ServiceConfiguration> withRoles(ServiceConfiguration configuration) const;

    SettingSources m_sources;
    std::optional<StationIdentity> m_signedIn;
    std::optional<StationIdentity> m_guest;
    std::optional<NoticeAcceptance> m_guestAcceptance;
    QByteArray m_apiKey;                                                 ///< From the environment; empty: it held none.
    mutable std::optional<Result<ServiceConfiguration>> m_configuration; ///< Nothing: not read yet.
};

} // namespace teleconsult::config
