#include "core/calendar/calendar_file.h"

#include <libical/ical.h>

#include <memory>

namespace teleconsult::calendar {

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

/// No clock is set back by more.
constexpr int longestSettingBackSeconds = 3 * 60 * 60;

icaltimetype inUtc(const QDateTime &moment)
{
    return icaltime_from_timet_with_zone(time_t(moment.toSecsSinceEpoch()), 0, icaltimezone_get_utc_timezone());
}

icaltimetype inZone(const QDateTime &moment, icaltimezone *zone)
{
    return icaltime_convert_to_zone(inUtc(moment), zone);
}

/// East of UTC, in seconds.
int offsetAt(const QDateTime &moment, icaltimezone *zone)
{
    icaltimetype time = inUtc(moment);
    int isDaylight = 0;
    return icaltimezone_get_utc_offset_of_utc_time(zone, &time, &isDaylight);
}

/// Whether the clocks there have shown the same time before, because they were set back in between. By offsets, which
/// are never ambiguous: how a time that is there twice is converted differs from library to library.
bool isShownAgain(const QDateTime &moment, icaltimezone *zone)
{
    if (!moment.isValid())
        return false;
    const int offset = offsetAt(moment, zone);
    const int before = offsetAt(moment.addSecs(-longestSettingBackSeconds), zone);
    return before > offset && offsetAt(moment.addSecs(offset - before), zone) == before;
}

/// The zone with these rules; UTC when the name is not known.
icaltimezone *zoneOf(const QByteArray &name)
{
    icaltimezone *zone = icaltimezone_get_builtin_timezone(name.constData());
    return zone ? zone : icaltimezone_get_utc_timezone();
}

/// In which both of its times can be told: RFC 5545 takes a time that a zone has twice for the first one (§3.3.5,
/// "local time with a time zone reference").
icaltimezone *zoneFor(const Event &event)
{
    icaltimezone *zone = zoneOf(event.zone);
    const bool isClear = !isShownAgain(event.start, zone) && !isShownAgain(event.end, zone);
    return isClear ? zone : icaltimezone_get_utc_timezone();
}

/// As everybody knows it: the library's own identifiers have a prefix.
const char *nameOf(icaltimezone *zone)
{
    return icaltimezone_get_location(zone);
}

icalcomponent *rulesOf(icaltimezone *zone)
{
    icalcomponent *rules = icalcomponent_new_clone(icaltimezone_get_component(zone));
    icalproperty_set_tzid(icalcomponent_get_first_property(rules, ICAL_TZID_PROPERTY), nameOf(zone));
    return rules;
}

bool isUtc(const icaltimezone *zone)
{
    return zone == icaltimezone_get_utc_timezone();
}

void add(icalcomponent *component, icalproperty *property)
{
    icalcomponent_add_property(component, property);
}

void addTime(icalcomponent *component, icalproperty *property, icaltimezone *zone)
{
    if (!isUtc(zone))
        icalproperty_add_parameter(property, icalparameter_new_tzid(nameOf(zone)));
    add(component, property);
}

icalcomponent *makeAlarm(const Event &event)
{
    icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int(-int(std::chrono::seconds(event.alarm).count()));
    add(alarm, icalproperty_new_trigger(trigger));
    add(alarm, icalproperty_new_description(event.title.toUtf8().constData()));
    return alarm;
}

icalcomponent *makeEvent(const Event &event, icaltimezone *zone)
{
    icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(component, icalproperty_new_uid(event.uid.toUtf8().constData()));
    add(component, icalproperty_new_dtstamp(inZone(event.writtenAt, icaltimezone_get_utc_timezone())));
    addTime(component, icalproperty_new_dtstart(inZone(event.start, zone)), zone);
    if (event.end.isValid())
        addTime(component, icalproperty_new_dtend(inZone(event.end, zone)), zone);
    add(component, icalproperty_new_summary(event.title.toUtf8().constData()));
    if (!event.description.isEmpty())
        add(component, icalproperty_new_description(event.description.toUtf8().constData()));
    if (!event.link.isEmpty())
        add(component, icalproperty_new_url(event.link.toEncoded().constData()));
    add(component, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    add(component, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    add(component, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
    icalcomponent_add_component(component, makeAlarm(event));
    return component;
}

} // namespace

QByteArray toCalendarFile(const Event &event)
{
    icaltimezone *zone = zoneFor(event);
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT), &icalcomponent_free);
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_prodid("-//Teleconsult//Teleconsult//EN"));
    if (!isUtc(zone))
        icalcomponent_add_component(calendar.get(), rulesOf(zone));
    icalcomponent_add_component(calendar.get(), makeEvent(event, zone));
    // The library's own buffer, which it frees by itself, would be gone with the next calls.
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(
        icalcomponent_as_ical_string_r(calendar.get()), [](void *buffer) { icalmemory_free_buffer(buffer); });
    return QByteArray(text.get());
}

} // namespace teleconsult::calendar
