// Changing a teleconsultation that is on record (seed 004, PATCH and POST …/participants/data).
#pragma once

#include "core/domain/teleconsultation.h"

#include <QHash>

namespace teleconsult {

/// A wish to change a consultation; what is not given stays as it is on record.
struct TeleconsultationChange
{
    std::optional<int> participantsNumber = {};
    std::optional<QList<ParticipantData>> participants = {}; ///< In the place of everybody known so far.
    std::optional<ParticipantData> added = {};               ///< One more; not together with `participants`.
    std::optional<QDateTime> start = {};                     ///< Alone it moves the start only: the end stays.
    std::optional<QDateTime> end = {};
    std::optional<std::chrono::seconds> duration = {}; ///< From the start as it will be.

    /// Whom it names.
    QList<ParticipantData> people() const;
    /// As it is, with these in the place of people(), in the same order.
    TeleconsultationChange naming(const QList<ParticipantData> &people) const;
};

/// Whether the consultation may no longer be changed: all are known and the immutable period has begun (seed 004,
/// PATCH).
bool isImmutable(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now);

/// Every rule that the consultation would break with the change; empty: it may be carried out. Fields and codes are
/// those of check(TeleconsultationRequest); those of `added` are userExternalId, fullName and groups. A role that only
/// the whole room can lack (no_plus_user) is for planRoom() to tell.
QList<Error> check(const TeleconsultationChange &change, const Teleconsultation &consultation,
                   const Privileges &privileges);

/// Those of the rules that need no more of the people than their ids: for before it is known who they are.
QList<Error> checkByIds(const TeleconsultationChange &change, const Teleconsultation &consultation);

/// Whether all that the change names is the same in both, so that who wished for the change having seen the one wishes
/// for it having seen the other. `added` names nothing: it leaves everybody where they are. Rooms and links are not
/// anybody's wish.
bool namesTheSame(const TeleconsultationChange &change, const Teleconsultation &one, const Teleconsultation &other);

/// A mistake in the only participant of a request, told in the names of POST …/participants/data.
Error asOfAdded(Error error);

/// The consultation with the change carried out, which check() must have found nothing against. Whoever was there
/// already keeps the access link. `userIds`: the Kaleyra ids of people(), by external id. Error `duplicate`: the added
/// person is there already.
Result<Teleconsultation> changed(Teleconsultation consultation, const TeleconsultationChange &change,
                                 const QHash<QString, QString> &userIds);

} // namespace teleconsult
