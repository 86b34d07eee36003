#include "app/demo_clinic.h"

#include <QLoggingCategory>

#include <algorithm>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcDemo, "teleconsult.app.demo")

using std::chrono::minutes;

/// How far around now the demo of a program that was killed is looked for.
constexpr int leftoverDays = 7;

ParticipantData patient(const char *id, const char *name, Language language = Language::Italian)
{
    return {QStringLiteral("demo.patient.") + QLatin1String(id),
            QString::fromUtf8(name),
            {QStringLiteral("patient")},
            language};
}

ParticipantData doctor(const char *id, const char *name)
{
    return {QStringLiteral("demo.doctor.") + QLatin1String(id),
            QString::fromUtf8(name),
            {QStringLiteral("doctor")},
            Language::Italian};
}

ParticipantData conti()
{
    return doctor("conti", "Dr. Marco Conti");
}

/// One consultation of the demo.
struct Appointment
{
    minutes fromNow;
    minutes duration;
    QList<ParticipantData> others; ///< Besides the station's person.
    int stillUnknown = 0;
    bool held = false;
};

QList<Appointment> appointments()
{
    const minutes day = std::chrono::hours(24);
    return {
        {-day - minutes(30), minutes(30), {patient("neri", "Paolo Neri")}, 0, true},
        {minutes(-150), minutes(30), {patient("russo", "Maria Russo")}, 0, true},
        {minutes(-75), minutes(20), {patient("galli", "Luca Galli")}, 0, false},
        {minutes(-5), minutes(30), {patient("bianchi", "Carla Bianchi")}, 0, false},
        {minutes(40), minutes(20), {patient("smith", "John Smith", Language::English)}, 0, false},
        {minutes(90), minutes(45), {patient("esposito", "Sofia Esposito"), conti()}, 0, false},
        {minutes(165), minutes(30), {patient("fontana", "Elena Fontana")}, 1, false},
        {day + minutes(20), minutes(30), {patient("colombo", "Andrea Colombo")}, 0, false},
        {day + minutes(80), minutes(20), {patient("moreau", "Claire Moreau", Language::English)}, 0, false},
        {day * 2 + minutes(30), minutes(60), {patient("costa", "Davide Costa"), conti()}, 0, false},
    };
}

/// External ids of everybody but the station's person.
QStringList peopleOfTheDemo()
{
    QStringList externalIds{conti().externalId};
    const QList<Appointment> all = appointments();
    for (const Appointment &appointment : all) {
        for (const ParticipantData &person : appointment.others)
            externalIds << person.externalId;
    }
    externalIds.removeDuplicates();
    return externalIds;
}

/// Appointments begin at round times: a clinic's agenda has no 09:07.
QDateTime roundedDown(const QDateTime &moment)
{
    constexpr qint64 step = 5LL * 60;
    return QDateTime::fromSecsSinceEpoch(moment.toSecsSinceEpoch() / step * step, Qt::UTC);
}

TeleconsultationRequest requestFor(const Appointment &appointment, const StationIdentity &station, bool mayOpenRooms,
                                   const QDateTime &now)
{
    TeleconsultationRequest request;
    request.participants = {{station.externalId, station.fullName, station.groups, std::nullopt}};
    request.participants += appointment.others;
    // A room needs somebody who may open it.
    if (!mayOpenRooms && appointment.others.last().externalId != conti().externalId)
        request.participants << conti();
    request.participantsNumber = int(request.participants.size()) + appointment.stillUnknown;
    request.start = roundedDown(now).addSecs(std::chrono::seconds(appointment.fromNow).count());
    request.duration = appointment.duration;
    return request;
}

Task<QString> make(service::TeleconsultationService &service, TeleconsultationRequest request, bool held)
{
    Result<QString> id = co_await service.create(request);
    if (!id || !held)
        co_return id;
    Result<qint64> call = co_await service.beginCall(*id);
    if (call) {
        Result<void> ended = co_await service.endCall(*id, *call);
        Q_UNUSED(ended)
    }
    co_return id;
}

} // namespace

DemoClinic::DemoClinic(Parts parts) : m_parts(parts) {}

bool DemoClinic::isPresent() const
{
    return !m_parts.settings.demoConsultationIds().isEmpty();
}

void DemoClinic::want()
{
    m_parts.settings.setDemoClinicWanted(true);
}

Task<bool> DemoClinic::isStale()
{
    records::Query query;
    query.from = m_parts.clock.now();
    Result<QList<Teleconsultation>> ahead = co_await m_parts.service.list(query);
    if (!ahead)
        co_return Result<bool>(failure(ahead.error()));
    const QStringList ours = m_parts.settings.demoConsultationIds();
    const bool someAhead =
        std::any_of(ahead->begin(), ahead->end(), [&](const Teleconsultation &c) { return ours.contains(c.id); });
    co_return Result<bool>(!someAhead);
}

/// A program that was killed while it made the demo has not written down which consultations are the demo's: those with
/// the demo's people are. Answers whether there were any.
Task<bool> DemoClinic::adoptLeftovers()
{
    Result<QHash<QString, QString>> users = co_await m_parts.records.findUserIds(peopleOfTheDemo());
    if (!users)
        co_return Result<bool>(failure(users.error()));
    const QStringList demoUsers = users->values();
    records::Query query;
    query.from = m_parts.clock.now().addDays(-leftoverDays);
    query.until = m_parts.clock.now().addDays(leftoverDays);
    Result<QList<Teleconsultation>> around = co_await m_parts.service.list(query);
    if (!around)
        co_return Result<bool>(failure(around.error()));
    QStringList ids;
    for (const Teleconsultation &consultation : std::as_const(*around)) {
        const auto &people = consultation.participants;
        if (std::any_of(people.begin(), people.end(),
                        [&](const Participant &person) { return demoUsers.contains(person.kaleyraUserId); }))
            ids << consultation.id;
    }
    if (!ids.isEmpty())
        m_parts.settings.setDemoConsultationIds(ids);
    co_return Result<bool>(!ids.isEmpty());
}

Task<bool> DemoClinic::ensure()
{
    if (!m_parts.settings.demoClinicWanted()) {
        Result<void> gone = co_await removePeople();
        co_return gone ? Result<bool>(false) : Result<bool>(failure(gone.error()));
    }
    Result<bool> outdated = isPresent() ? co_await isStale() : co_await adoptLeftovers();
    if (!outdated)
        co_return outdated;
    if (isPresent()) {
        if (!*outdated)
            co_return Result<bool>(false);
        Result<bool> removed = co_await removeConsultations();
        if (!removed)
            co_return removed;
    }

    const QDateTime now = m_parts.clock.now();
    const StationIdentity station = m_parts.settings.station();
    const bool mayOpenRooms = m_parts.service.policy().privileges.isPlus(station.groups);
    // The first alone makes the station's person known; the others then go out together.
    const QList<Appointment> all = appointments();
    Result<QString> first =
        co_await make(m_parts.service, requestFor(all.first(), station, mayOpenRooms, now), all.first().held);
    if (!first)
        co_return Result<bool>(failure(first.error()));
    std::vector<Task<QString>> tasks;
    for (const Appointment &appointment : all.mid(1))
        tasks.push_back(make(m_parts.service, requestFor(appointment, station, mayOpenRooms, now), appointment.held));

    // Whatever was made is the demo's, even when another failed: remove() must find it.
    QStringList ids{*first};
    std::optional<Error> firstError;
    for (Task<QString> &task : tasks) {
        Result<QString> id = co_await task;
        if (id)
            ids << *id;
        else if (!firstError)
            firstError = id.error();
    }
    m_parts.settings.setDemoConsultationIds(ids);
    if (firstError) {
        qCWarning(lcDemo).noquote() << "The demo clinic is incomplete:" << firstError->toLogLine();
        co_return Result<bool>(failure(*firstError));
    }
    co_return Result<bool>(true);
}

Task<bool> DemoClinic::removeConsultations()
{
    const QStringList ids = m_parts.settings.demoConsultationIds();
    std::vector<Task<void>> tasks;
    for (const QString &id : ids)
        tasks.push_back(m_parts.service.remove(id));

    QStringList left;
    std::optional<Error> firstError;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        Result<void> removed = co_await tasks[i];
        // One that a person has deleted already is gone as well.
        if (removed || removed.error().kind == Error::Kind::NotFound)
            continue;
        left << ids.at(qsizetype(i));
        if (!firstError)
            firstError = removed.error();
    }
    m_parts.settings.setDemoConsultationIds(left);
    if (firstError)
        co_return Result<bool>(failure(*firstError));
    co_return Result<bool>(!ids.isEmpty());
}

/// Out of the user map first: whoever is scheduled from then on is made a user anew.
Task<void> DemoClinic::removePeople()
{
    Result<QHash<QString, QString>> forgotten = co_await m_parts.upkeep.forgetUnneeded(peopleOfTheDemo());
    if (!forgotten)
        co_return Result<void>(failure(forgotten.error()));
    const QStringList externalIds = forgotten->keys();
    std::vector<Task<void>> deleting;
    for (const QString &externalId : externalIds)
        deleting.push_back(m_parts.kaleyra.deleteUser(forgotten->value(externalId)));

    Result<void> all;
    for (std::size_t i = 0; i < deleting.size(); ++i) {
        Result<void> deleted = co_await deleting[i];
        if (deleted)
            continue;
        all = deleted;
        // The next ensure() finds it there.
        const QString &externalId = externalIds.at(qsizetype(i));
        Result<QString> kept = co_await m_parts.records.rememberUserId(externalId, forgotten->value(externalId));
        Q_UNUSED(kept)
    }
    co_return all;
}

Task<bool> DemoClinic::remove()
{
    m_parts.settings.setDemoClinicWanted(false);
    Result<bool> removed = co_await removeConsultations();
    Result<void> gone = co_await removePeople();
    if (removed && !gone)
        co_return Result<bool>(failure(gone.error()));
    co_return removed;
}

} // namespace teleconsult::app
