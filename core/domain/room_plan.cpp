#include "core/domain/room_plan.h"

#include <algorithm>

namespace teleconsult {

bool operator==(const RoomPlan &one, const RoomPlan &other)
{
    return one.longestDuration == other.longestDuration && one.recording == other.recording && one.live == other.live &&
           std::is_permutation(one.seats.begin(), one.seats.end(), other.seats.begin(), other.seats.end());
}

Result<std::optional<RoomPlan>> planRoom(const Teleconsultation &consultation, const ConsultationPolicy &policy)
{
    if (!consultation.allParticipantsKnown())
        return std::optional<RoomPlan>();

    RoomPlan plan;
    bool hasPlus = false;
    for (const Participant &participant : consultation.participants) {
        const Result<Role> role = policy.privileges.roleOf(participant.groups);
        if (!role)
            return tl::unexpected(role.error());
        hasPlus = hasPlus || *role == Role::Plus;
        plan.seats.append({participant.kaleyraUserId, policy.privileges.toolsOf(*role)});
    }
    if (!hasPlus)
        return invalid(QStringLiteral("no_plus_user"), QStringLiteral("participants.data"),
                       QStringLiteral("no plus user in room"));

    // A record without an end has no duration either; 0 s would be refused, or mean a room that ends at once.
    if (!policy.unlimited && consultation.schedule.duration() > std::chrono::seconds(0))
        plan.longestDuration = consultation.schedule.duration();
    plan.recording = policy.recording;
    plan.live = policy.live;
    return std::optional<RoomPlan>(std::move(plan));
}

} // namespace teleconsult
