// A teleconsultation and the rules about it.
#pragma once

#include "core/domain/participant.h"
#include "core/domain/privileges.h"
#include "core/domain/schedule.h"

namespace teleconsult {

/// Kaleyra's limits for a room (reference/kaleyra-video-api.md §2.3).
inline constexpr int maximumPersonTextLength = 256; ///< Characters of a participant's id, and of the name.
inline constexpr int minimumParticipants = 2;
inline constexpr int maximumParticipants = 25;

/// How far a consultation has come, as its record keeps it (field `teleconsultationState`).
enum class Progress {
    Scheduled, ///< No call has taken place.
    InCall,    ///< Somebody of this installation has joined and not left.
    Held,      ///< A call took place and ended; it may be entered again.
};

QString toCode(Progress progress); ///< "SCHEDULED", "IN_CALL", "HELD".
/// An unknown or empty code, as other programs may write it, counts as Scheduled.
Progress progressFromCode(QStringView code);

/// A consultation as its record keeps it. A value.
struct Teleconsultation
{
    QString id;                      ///< The record's `_id`; empty until stored.
    QString roomId;                  ///< Kaleyra's room; empty until all participants are known.
    int participantsNumber = 0;      ///< How many are expected.
    QList<Participant> participants; ///< The known ones.
    Schedule schedule = Schedule::fromRecord({}, {});
    Progress progress = Progress::Scheduled;
    QString revision; ///< Which state of the record this is: opaque, from the store that read it; empty until read.

    bool allParticipantsKnown() const { return participants.size() >= participantsNumber; }
    int unknownParticipants() const { return std::max(0, participantsNumber - int(participants.size())); }
    /// The participant with this Kaleyra id, or null.
    const Participant *participant(const QString &kaleyraUserId) const;

    friend bool operator==(const Teleconsultation &, const Teleconsultation &) = default;
};

/// Whether two consultations say the same, whatever the revisions of their records.
bool saysTheSame(const Teleconsultation &one, const Teleconsultation &other);

/// What the installation decides for all its consultations (environment variables of the reference service).
struct ConsultationPolicy
{
    Privileges privileges = Privileges::defaults();
    std::chrono::milliseconds immutablePeriod{
        0};                     ///< IMMUTABLE_PERIOD_MS: how long before the start the room opens. ≥ 0.
    bool unlimited = true;      ///< UNLIMITED_TELECONSULTATION: rooms without a maximum duration.
    bool live = true;           ///< LIVE_TELECONSULTATION.
    bool deleteUploads = false; ///< TELECONSULTATION_DELETE_UPLOADS: shared files go when the call ends.
    QString recording = QStringLiteral("none"); ///< DEFAULT_RECORDING_TYPE: none, manual or automatic.
    QStringList groupsWithBackground = {}; ///< Whose members always get the virtual background (configuration file).

    friend bool operator==(const ConsultationPolicy &, const ConsultationPolicy &) = default;
};

/// What a person is told about a consultation now.
enum class Phase {
    WaitingForParticipants, ///< Someone is still unknown: there is no room yet.
    Upcoming,               ///< The room opens later (opensAt).
    Open,                   ///< It can be joined.
    InCall,                 ///< A call is going on.
    Held,                   ///< A call took place; it can be entered again while its room lives.
    NotHeld,                ///< The end has passed without a call.
};

/// From this moment on the room may be entered and the consultation no longer changed.
QDateTime opensAt(const Teleconsultation &consultation, const ConsultationPolicy &policy);

/// Whether links may be handed out: all known, a room there, and the immutable period begun (seed 004, GET).
/// There is no upper bound: a room ends when Kaleyra says so.
bool isJoinable(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now);

/// Whether isJoinable() holds by the service's clock too, however far behind ours it may be (longestClockDifference): a
/// room that it does not tell of then is gone, and does not open in a moment.
bool isJoinableByAnyClock(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now);

Phase phaseAt(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now);

/// The next moment after `now` at which phaseAt() may answer otherwise; null when it never will by itself.
QDateTime nextPhaseChange(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now);

/// A wish to schedule a consultation, as a form or an API client gives it; check() tells whether it may be carried out.
struct TeleconsultationRequest
{
    int participantsNumber = minimumParticipants;
    QList<ParticipantData> participants;
    QDateTime start;
    std::optional<QDateTime> end;
    std::optional<std::chrono::seconds> duration;
};

/// Every rule a request breaks, in the order of the form; empty: it may be carried out.
/// Fields: participants.number, participants.data[i].userExternalId|fullName|groups, participants.data, start_date,
/// end_date, duration_in_seconds. Codes: too_few, too_many, required, duplicate, unknown_group, no_plus_user and
/// those of Schedule::make.
QList<Error> check(const TeleconsultationRequest &request, const Privileges &privileges);
/// Those of the rules that need no more of the participants than their ids: for before it is known who they are.
QList<Error> checkByIds(const TeleconsultationRequest &request);

/// Nobody may have two seats. `userIds`: Kaleyra's, by external id; the user map may know one person under two of them.
/// Code duplicate, field participants.data[i].userExternalId. Who has no id yet is nobody else.
Result<void> checkUsers(const QList<ParticipantData> &people, const QHash<QString, QString> &userIds);

/// The groups that are given with participants must all be configured (seed 004: "one of those listed"); code
/// unknown_group, field participants.data[i].groups. Not for groups that an auth service tells.
QList<Error> checkGivenGroups(const QList<ParticipantData> &people, const Privileges &privileges);

} // namespace teleconsult
