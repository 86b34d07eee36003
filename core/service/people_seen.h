// People who took part before, for whoever enters participants by hand.
#pragma once

#include "core/domain/participant.h"
#include "core/domain/teleconsultation.h"
#include "core/records/record_store.h"

namespace teleconsult::service {

/// How far back people are looked for.
inline constexpr int peopleSeenDays = 365;
/// How many are offered at most.
inline constexpr int maximumPeopleSeen = 8;

/// Everybody in these consultations (the earliest first) whose name `words` begin, by Kaleyra id, as the last of them
/// has it. Without an external id.
QHash<QString, ParticipantData> peopleIn(const QList<Teleconsultation> &consultations, const QString &words);

/// Those of the last year up to `now`, and of the time to come, by name; people whose external id is not known are left
/// out. Nobody as long as `words` hold no word. The record store must outlive the task.
Task<QList<ParticipantData>> findPeopleSeen(records::RecordStore &records, QString words, QDateTime now,
                                            RequestContext context);

} // namespace teleconsult::service
