// What the settings say of a kiosk, and of whoever uses it.
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"
#include "core/domain/appointment_code.h"
#include "core/files/secret.h"

namespace teleconsult::config {

namespace {

const QString timeOfDayFormat = QStringLiteral("HH:mm");

} // namespace

QString toCode(StationProfile profile)
{
    return profile == StationProfile::Kiosk ? QStringLiteral("kiosk") : QStringLiteral("desktop");
}

StationProfile stationProfileOf(const SettingSources &sources)
{
    const QString code = toText(sources.find(*Settings::spec(keys::stationProfile)).value);
    return code == toCode(StationProfile::Kiosk) ? StationProfile::Kiosk : StationProfile::Desktop;
}

KioskWishes Settings::kiosk() const
{
    return {.clinicName = toText(value(keys::kioskClinicName)),
            .idle = std::chrono::seconds(toText(value(keys::kioskIdle)).toInt()),
            .highContrast = toBool(value(keys::kioskContrast)).value_or(false),
            .screen = toText(value(keys::kioskScreen)).toInt(),
            .openingHours = OpeningHours::parse(toText(value(keys::kioskOpeningHours))).value_or(OpeningHours())};
}

UpkeepWishes Settings::upkeep() const
{
    constexpr qint64 mebibyte = 1024 * 1024;
    return {.metricsFile = toText(value(keys::metricsFile)),
            .supportAddress = toText(value(keys::supportAddress)),
            .restartAt = QTime::fromString(toText(value(keys::kioskRestartAt)), timeOfDayFormat),
            .maximumMemory = toText(value(keys::kioskMemoryLimit)).toLongLong() * mebibyte};
}

Result<std::optional<QByteArray>> Settings::appointmentKey() const
{
    const QString path = toText(value(keys::appointmentKeyFile));
    if (path.isEmpty())
        return std::nullopt;
    // A service's credentials are readable by an access list.
    Result<QByteArray> key = files::readSecretFile(path, keys::appointmentKeyFile, QStringLiteral("appointment_key"),
                                                   files::Readers::Granted);
    if (!key)
        return failure(key.error());
    if (key->size() < minimumAppointmentKeyLength)
        return settingError(QStringLiteral("appointment_key_too_short"), keys::appointmentKeyFile);
    return *key;
}

void Settings::setGuest(const std::optional<StationIdentity> &guest)
{
    m_guest = guest;
    m_guestAcceptance.reset();
}

} // namespace teleconsult::config
