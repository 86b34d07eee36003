// What the settings say about one computer and the person who uses it.
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"
#include "core/domain/moment.h"

#include <QStandardPaths>

namespace teleconsult::config {

namespace {

/// "id version time": one entry of the list of those who agreed to the notice. The id is percent-encoded, so that it
/// may hold blanks and commas.
QString toEntry(const NoticeAcceptance &acceptance)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(acceptance.externalId)), acceptance.version,
             acceptance.at.toUTC().toString(Qt::ISODate));
}

/// Nothing: somebody else has written it.
std::optional<NoticeAcceptance> acceptanceFrom(const QString &entry)
{
    const QStringList words = entry.split(QLatin1Char(' '));
    if (words.size() != 3)
        return std::nullopt;
    const QDateTime at = dateFrom(words.at(2));
    if (!at.isValid())
        return std::nullopt;
    return NoticeAcceptance{QUrl::fromPercentEncoding(words.first().toLatin1()), words.at(1), at};
}

const QString &failuresKeyOf(Pin which)
{
    return which == Pin::Settings ? keys::pinFailures : keys::receptionPinFailures;
}

} // namespace

StationIdentity Settings::station() const
{
    if (m_guest)
        return *m_guest;
    // Also where what is said of signing in is wrong: then nobody is.
    if (isSet(keys::signInIssuer))
        return m_signedIn.value_or(StationIdentity());
    return configuredStation();
}

StationIdentity Settings::configuredStation() const
{
    return {toText(value(keys::stationExternalId)), toText(value(keys::stationFullName)),
            toList(value(keys::stationGroups))};
}

Result<void> Settings::setStation(const StationIdentity &station)
{
    return keep({{keys::stationExternalId, station.externalId},
                 {keys::stationFullName, station.fullName},
                 {keys::stationGroups, station.groups}});
}

std::optional<Language> Settings::language() const
{
    return languageFromCode(toText(value(keys::interfaceLanguage)));
}

void Settings::setLanguage(Language language)
{
    setValue(keys::interfaceLanguage, teleconsult::toCode(language));
}

ReminderWishes Settings::reminders() const
{
    return {.wanted = toBool(value(keys::remindersWanted)).value_or(true),
            .lead = std::chrono::minutes(toText(value(keys::reminderMinutes)).toInt()),
            .showNames = toBool(value(keys::reminderNames)).value_or(false)};
}

void Settings::setReminders(const ReminderWishes &wishes)
{
    setValue(keys::remindersWanted, wishes.wanted);
    setValue(keys::reminderMinutes, int(wishes.lead.count()));
    setValue(keys::reminderNames, wishes.showNames);
}

bool Settings::wantsTray() const
{
    return toBool(value(keys::interfaceTray)).value_or(true);
}

void Settings::setWantsTray(bool wanted)
{
    setValue(keys::interfaceTray, wanted);
}

GraphicsCard Settings::graphicsCard() const
{
    const QString code = toText(value(keys::graphicsCard));
    for (const GraphicsCard card : {GraphicsCard::Always, GraphicsCard::Never}) {
        if (code == toCode(card))
            return card;
    }
    return GraphicsCard::WhereThereIsOne;
}

Appearance Settings::appearance() const
{
    const QString code = toText(value(keys::interfaceAppearance));
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (code == toCode(appearance))
            return appearance;
    }
    return Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    setValue(keys::interfaceAppearance, toCode(appearance));
}

QString Settings::downloadFolder() const
{
    if (m_guest)
        return {};
    const QString chosen = toText(value(keys::downloadFolder));
    return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : chosen;
}

void Settings::setDownloadFolder(const QString &path)
{
    setValue(keys::downloadFolder, path);
}

DeviceChoice Settings::devices() const
{
    return {.camera = toText(value(keys::camera)),
            .microphone = toText(value(keys::microphone)),
            .speaker = toText(value(keys::speaker)),
            .withoutCamera = toBool(value(keys::withoutCamera)).value_or(false)};
}

void Settings::setDevices(const DeviceChoice &devices)
{
    if (m_guest)
        return;
    setValue(keys::camera, devices.camera);
    setValue(keys::microphone, devices.microphone);
    setValue(keys::speaker, devices.speaker);
    setValue(keys::withoutCamera, devices.withoutCamera);
    setDeviceCheck(DeviceCheck::Done);
}

DeviceCheck Settings::deviceCheck() const
{
    if (m_guest)
        return DeviceCheck::Due;
    const QString code = toText(value(keys::deviceCheck));
    for (const DeviceCheck check : {DeviceCheck::Done, DeviceCheck::Never}) {
        if (code == toCode(check))
            return check;
    }
    return DeviceCheck::Due;
}

void Settings::setDeviceCheck(DeviceCheck check)
{
    if (m_guest)
        return;
    const DeviceCheck now = deviceCheck();
    if (check != now && now != DeviceCheck::Never)
        setValue(keys::deviceCheck, toCode(check));
}

std::optional<int> Settings::textScale() const
{
    const QString percent = toText(value(keys::interfaceTextScale));
    return percent.isEmpty() ? std::nullopt : std::optional(percent.toInt());
}

void Settings::setTextScale(std::optional<int> percent)
{
    setValue(keys::interfaceTextScale, percent ? QString::number(*percent) : QString());
}

PrivacyNotice Settings::privacyNotice() const
{
    return {toText(value(keys::noticeEnglish)), toText(value(keys::noticeItalian))};
}

std::optional<NoticeAcceptance> Settings::noticeAcceptance(const QString &externalId) const
{
    if (m_guest) {
        const bool holds = m_guestAcceptance && m_guestAcceptance->externalId == externalId;
        return holds ? m_guestAcceptance : std::nullopt;
    }
    const QStringList entries = toList(value(keys::noticeAccepted));
    for (const QString &entry : entries) {
        const std::optional<NoticeAcceptance> acceptance = acceptanceFrom(entry);
        if (acceptance && acceptance->externalId == externalId)
            return acceptance;
    }
    return std::nullopt;
}

void Settings::setNoticeAcceptance(const NoticeAcceptance &acceptance)
{
    if (m_guest) {
        m_guestAcceptance = acceptance;
        return;
    }
    QStringList entries;
    const QStringList before = toList(value(keys::noticeAccepted));
    for (const QString &entry : before) {
        const std::optional<NoticeAcceptance> other = acceptanceFrom(entry);
        if (other && other->externalId != acceptance.externalId)
            entries << entry;
    }
    entries << toEntry(acceptance);
    setValue(keys::noticeAccepted, entries);
}

const QString &keyOf(Pin which)
{
    return which == Pin::Settings ? keys::settingsPin : keys::receptionPin;
}

QString Settings::pinHash(Pin which) const
{
    return toText(value(keyOf(which)));
}

Result<void> Settings::setPinHash(Pin which, const QString &hash)
{
    return keep({{keyOf(which), hash}});
}

PinFailures Settings::pinFailures(Pin which) const
{
    const QStringList entries = toList(value(failuresKeyOf(which)));
    if (entries.size() != 2)
        return {};
    return {std::max(entries.first().toInt(), 0), dateFrom(entries.last())};
}

void Settings::setPinFailures(Pin which, const PinFailures &failures)
{
    setValue(failuresKeyOf(which), failures.count > 0 ? QStringList{QString::number(failures.count),
                                                                    failures.last.toUTC().toString(Qt::ISODate)}
                                                      : QStringList());
}

bool Settings::demoClinicWanted() const
{
    return toBool(value(keys::demoWanted)).value_or(true);
}

void Settings::setDemoClinicWanted(bool wanted)
{
    setValue(keys::demoWanted, wanted);
}

QStringList Settings::demoConsultationIds() const
{
    return toList(value(keys::demoIds));
}

void Settings::setDemoConsultationIds(const QStringList &ids)
{
    setValue(keys::demoIds, ids);
}

} // namespace teleconsult::config
