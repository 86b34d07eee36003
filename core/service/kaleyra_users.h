// Who people are to Kaleyra.
#pragma once

#include "core/kaleyra/kaleyra_client.h"
#include "core/service/people.h"

namespace teleconsult::service {

/// Makes people users of Kaleyra, and keeps the user map. Does not own what it is given, which must outlive its
/// operations.
class KaleyraUsers
{
public:
    KaleyraUsers(kaleyra::KaleyraClient &kaleyra, records::RecordStore &records, Privileges privileges);

    /// Kaleyra ids by external id.
    struct Resolved
    {
        QHash<QString, QString> known;   ///< All of them.
        QHash<QString, QString> created; ///< Those that were unknown until now, not yet in the user map.
    };

    /// Makes users of those who are none yet, all at once. A new user's role is the highest of the person's groups.
    /// Errors: unknown_group, and those of Kaleyra.
    Task<Resolved> resolve(KnownPeople known);
    /// Writes new users into the map. Answers the ids that hold, by external id: where somebody else was first, theirs.
    Task<QHash<QString, QString>> remember(QHash<QString, QString> created, RequestContext context);
    /// remember() in two steps, of which the second may go on beside other things (records::RecordStore::claimUserId).
    Task<QList<records::UserClaim>> claim(QHash<QString, QString> created, RequestContext context);
    Task<QHash<QString, QString>> settle(QList<records::UserClaim> claims, RequestContext context);
    /// Makes Kaleyra's users what the user map takes them for: there, and plus users where they are plus here. Somebody
    /// may have deleted one at Kaleyra; and Kaleyra keeps the role that a person was first known with, while somebody
    /// who was a patient then may be a doctor now.
    Task<void> mend(QList<Participant> participants);
    /// Deletes users who are nobody's and in no room: one that stays is a blemish, and no reason to fail.
    Task<void> discard(QStringList kaleyraUserIds);

private:
    Task<QString> create(ParticipantData person);
    Task<void> mendOne(Participant participant);

    kaleyra::KaleyraClient &m_kaleyra;
    records::RecordStore &m_records;
    Privileges m_privileges;
};

} // namespace teleconsult::service
