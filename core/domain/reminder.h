// What a person is reminded of, and when.
#pragma once

#include "core/domain/teleconsultation.h"

namespace teleconsult {

/// Something to say about a consultation now. A value.
struct Reminder
{
    enum class Kind {
        OpensSoon,    ///< Its room opens within the time that was asked for, or would if everyone were known.
        Open,         ///< It can be joined, and nobody is known to be there.
        SomebodyThere ///< It can be joined, and somebody has: the record says that a call is going on.
    };

    QString consultationId;
    Kind kind = Kind::OpensSoon;
    QDateTime opensAt; ///< UTC. One that was moved is another reminder.

    friend bool operator==(const Reminder &, const Reminder &) = default;
};

/// What there is to remind of at `now`, at most one for each consultation, in their order. Nothing is remembered from
/// one call to the next, so a clock that jumps and a machine that slept do no harm: what has passed is not said
/// afterwards. `lead` ≥ 0.
QList<Reminder> remindersAt(const QList<Teleconsultation> &consultations, const ConsultationPolicy &policy,
                            std::chrono::minutes lead, const QDateTime &now);

/// The next moment after `now` at which remindersAt() may say more; null when it never will by itself.
QDateTime nextReminder(const QList<Teleconsultation> &consultations, const ConsultationPolicy &policy,
                       std::chrono::minutes lead, const QDateTime &now);

} // namespace teleconsult
