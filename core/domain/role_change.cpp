#include "core/domain/role_change.h"

#include <algorithm>

namespace teleconsult {

namespace {

/// Of those whose groups are known.
QStringList groupsWithoutRole(const Teleconsultation &consultation, const Privileges &privileges)
{
    QStringList lost;
    for (const Participant &participant : consultation.participants) {
        if (!participant.groups.isEmpty() && !privileges.roleOf(participant.groups))
            lost << participant.groups;
    }
    return lost;
}

bool mayHaveOrganiser(const Teleconsultation &consultation, const Privileges &privileges)
{
    return !consultation.allParticipantsKnown() ||
           std::any_of(consultation.participants.begin(), consultation.participants.end(),
                       [&](const Participant &participant) {
                           return participant.groups.isEmpty() || privileges.isPlus(participant.groups);
                       });
}

} // namespace

RoleChange effectOn(const QList<Teleconsultation> &consultations, const Privileges &privileges)
{
    RoleChange change;
    for (const Teleconsultation &consultation : consultations) {
        const QStringList lost = groupsWithoutRole(consultation, privileges);
        change.lostGroups << lost;
        if (!lost.isEmpty())
            ++change.withoutRole;
        else if (!mayHaveOrganiser(consultation, privileges))
            ++change.withoutOrganiser;
    }
    change.lostGroups.removeDuplicates();
    change.lostGroups.sort();
    return change;
}

} // namespace teleconsult
