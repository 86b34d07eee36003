// What is about to change outside, written down first.
#pragma once

#include "core/async/task.h"

#include <QDateTime>

namespace teleconsult::records {

/// A step outside that was begun and whose end is not yet known.
struct Intent
{
    enum class Kind {
        CreateRoom, ///< `subject` is the correlation id that the room carries as its description.
        DeleteRoom, ///< `subject` is the room's id.
        Trash,      ///< `subject` is the id of a consultation that goes, with whatever room it has by then.
        Claims,     ///< `subject` tells new people's Kaleyra ids (service::claimsSubject()); whether they hold is open.
        Call,       ///< `subject` is the id of a consultation that somebody here is in a call of.
    };

    qint64 id = 0; ///< Given by the journal.
    Kind kind = Kind::CreateRoom;
    QString subject;
    QDateTime since;
};

/// A small local journal. An intent is written before the step, struck out after it; what is found at the next start
/// was cut off and is finished or undone (service::Teleconsultations::recover).
class IntentJournal
{
public:
    virtual ~IntentJournal() = default;

    /// Durable when answered. Answers the intent's id.
    virtual Task<qint64> write(Intent::Kind kind, QString subject) = 0;
    /// One that is struck out already counts as struck out.
    virtual Task<void> strikeOut(qint64 id) = 0;
    /// Oldest first; without those that another program is busy with.
    virtual Task<QList<Intent>> open() = 0;
};

} // namespace teleconsult::records
