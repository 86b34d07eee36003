// What the CRUD service lacks of a record that this computer keeps. Pure functions (docs/decisions/0014).
#pragma once

#include "core/domain/teleconsultation.h"

#include <optional>

namespace teleconsult::records {

/// What this computer remembers of having sent a consultation.
struct SentRecord
{
    QString revision;        ///< Of the local record that was sent.
    QString writtenRevision; ///< Of the service's record after we had changed it; empty: we only inserted it.

    friend bool operator==(const SentRecord &, const SentRecord &) = default;
};

/// A consultation of this computer, of whatever state.
struct KeptConsultation
{
    qint64 row = 0; ///< Grows in the order of insertion.
    bool isInTrash = false;
    Teleconsultation consultation;
    std::optional<SentRecord> sent = {}; ///< Nothing: it was not sent to this service.
};

/// A record of the service that has the same id.
struct ArrivedConsultation
{
    enum class State { Public, Trash, Other }; ///< Other: DRAFT or DELETED.

    State state = State::Public;
    bool isUntouched = false; ///< As it was inserted: nobody has changed it since (reference/mia-crud-service.md §6).
    Teleconsultation consultation;
};

enum class MovingStep {
    Nothing, ///< It is there, or what has become of it there is newer.
    Insert,
    Update,  ///< An older state of it is there.
    Trash,   ///< It was deleted here after it had been sent.
    Differs, ///< The service keeps something else than it was sent.
    Changed, ///< It was changed here and there.
};

/// `arrived`: nothing when the service has no record of this id, in any state.
MovingStep stepFor(const KeptConsultation &kept, const std::optional<ArrivedConsultation> &arrived);

/// The id of a person's entry in the service's user map: the same wherever and however often it is made, so that the
/// service itself refuses a second one. 24 hex digits, as its own ids.
QString entryIdFor(const QString &externalId);

} // namespace teleconsult::records
