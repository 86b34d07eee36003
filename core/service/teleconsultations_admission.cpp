// How somebody gets into a consultation: open() and invitations().
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

#include <QTimer>

#include <algorithm>

namespace teleconsult::service {

namespace {

kaleyra::Room withoutLinks(kaleyra::Room room)
{
    for (kaleyra::Room::Seat &seat : room.seats)
        seat.link.clear();
    return room;
}

/// Kaleyra's word counts; the recorded link stands in where Kaleyra gave none.
QUrl linkFor(const Participant &participant, const std::optional<kaleyra::Room> &room)
{
    if (room && room->isClosed())
        return {};
    const QUrl fresh = room ? room->linkOf(participant.kaleyraUserId) : QUrl();
    return fresh.isEmpty() ? participant.accessLink : fresh;
}

/// Whether one of the groups always has the background (groupsWithBackgroundList of the configuration).
bool hasBackground(const QStringList &groups, const ConsultationPolicy &policy)
{
    return std::any_of(groups.begin(), groups.end(),
                       [&](const QString &group) { return policy.groupsWithBackground.contains(group); });
}

bool hasLinks(const Teleconsultation &consultation)
{
    return std::all_of(consultation.participants.begin(), consultation.participants.end(),
                       [](const Participant &participant) { return !participant.accessLink.isEmpty(); });
}

} // namespace

Task<Admission> Teleconsultations::open(QString id, QString callerExternalId, LinkOptions options,
                                        RequestContext context)
{
    const Operations::Scope operation(m_operations);
    const QString callerId = callerExternalId.trimmed();
    const QStringList callers(callerId);
    Task<Teleconsultation> finding = m_parts.records.find(id, context);
    Task<QHash<QString, QString>> resolving = m_parts.records.findUserIds(callers, context);
    Result<Teleconsultation> consultation = co_await finding;
    Result<QHash<QString, QString>> userIds = co_await resolving;
    if (!consultation)
        co_return failure(onLookingFor(id, consultation.error()));
    if (!userIds)
        co_return failure(userIds.error());

    if (!userIds->contains(callerId) || !consultation->participant(userIds->value(callerId)))
        co_return failure(unauthorizedUser(QStringLiteral("not_a_participant")));

    Task<Teleconsultation> introducing = m_people.introduceParticipants(*consultation, context);
    Result<std::optional<kaleyra::Room>> room = std::optional<kaleyra::Room>();
    if (!consultation->roomId.isEmpty())
        room = co_await askForRoom(*consultation);
    Result<Teleconsultation> introduced = co_await introducing;
    if (introduced) // Names are for show: the link is as good without them.
        consultation = introduced;
    if (!room && !isNotFound(room.error()))
        co_return failure(room.error());

    const Participant *caller = consultation->participant(userIds->value(callerId));
    Admission admission;
    admission.kaleyraUserId = caller->kaleyraUserId;
    admission.consultation = withoutLinks(*consultation);
    if (!room)
        co_return admission;
    if (hasBackground(caller->groups + context.callerGroups, m_policy))
        options.useBackground = true;
    if (isJoinable(*consultation, m_policy, m_parts.clock.now()))
        admission.accessLink = withOptions(linkFor(*caller, *room), *caller, options);
    if (*room)
        admission.room = withoutLinks(**room);
    co_return admission;
}

Task<QList<Invitation>> Teleconsultations::invitations(QString id, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<Teleconsultation> consultation = co_await m_parts.records.find(id, context);
    if (!consultation)
        co_return failure(onLookingFor(id, consultation.error()));
    QList<Invitation> invitations;
    if (!isJoinable(*consultation, m_policy, m_parts.clock.now()))
        co_return invitations;

    Task<Teleconsultation> introducing = m_people.introduceParticipants(*consultation, context);
    Result<std::optional<kaleyra::Room>> room = co_await askForRoom(*consultation);
    Result<Teleconsultation> introduced = co_await introducing;
    if (introduced)
        consultation = introduced;
    if (!room && !isNotFound(room.error()))
        co_return failure(room.error());
    if (!room)
        co_return invitations;
    for (const Participant &participant : std::as_const(consultation->participants)) {
        const QUrl link = linkFor(participant, *room);
        LinkOptions options;
        options.useBackground = hasBackground(participant.groups, m_policy);
        if (!link.isEmpty())
            invitations.append({participant.kaleyraUserId, participant.fullName, participant.groups,
                                withOptions(link, participant, options), *room ? (*room)->recording : QString()});
    }
    co_return invitations;
}

/// The room as it is now; nothing while Kaleyra cannot tell, or takes its time: the recorded links have every chance to
/// be good, and a patient is waiting. So it is when a 404 is not in Kaleyra's words: who believes a gateway's ends a
/// call that goes on. Errors: NotFound (the room is gone), Cancelled.
Task<std::optional<kaleyra::Room>> Teleconsultations::askForRoom(Teleconsultation consultation)
{
    http::Transfer question;
    if (hasLinks(consultation))
        QTimer::singleShot(m_parts.roomPatience, [question]() mutable { question.cancel(); });
    Result<kaleyra::Room> room = co_await m_parts.kaleyra.room(consultation.roomId, question);
    if (!room && question.isCancelled())
        co_return std::optional<kaleyra::Room>();
    if (room)
        co_return std::optional<kaleyra::Room>(*room);
    // Its errors may have a code and no message (reference/kaleyra-video-api.md §1.4).
    const bool isGone = isNotFound(room.error()) && !(room.error().code.isEmpty() && room.error().message.isEmpty());
    if (isGone || room.error().kind == Error::Kind::Cancelled)
        co_return failure(room.error());
    co_return std::optional<kaleyra::Room>();
}

} // namespace teleconsult::service
