// What other groups and roles mean for consultations that are there already.
#pragma once

#include "core/domain/teleconsultation.h"

namespace teleconsult {

/// Such a consultation keeps its room while nobody changes it; a change of it, and so a new room, is refused.
struct RoleChange
{
    QStringList lostGroups;   ///< Groups of people who would have no role; each once, in alphabetical order.
    int withoutRole = 0;      ///< How many consultations have somebody who would have no role.
    int withoutOrganiser = 0; ///< How many others would have nobody of the plus role.

    bool isHarmless() const { return withoutRole == 0 && withoutOrganiser == 0; }

    friend bool operator==(const RoleChange &, const RoleChange &) = default;
};

/// Whoever's groups are not in the record, because an auth service tells them, is passed over, and so is a missing
/// organiser while such a person or an unknown one may be it.
RoleChange effectOn(const QList<Teleconsultation> &consultations, const Privileges &privileges);

} // namespace teleconsult
