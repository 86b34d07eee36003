// The records of this computer as they are moved elsewhere.
#pragma once

#include "core/async/task.h"
#include "core/domain/clock.h"
#include "core/records/moving_rules.h"
#include "core/records/sqlite_database.h"

#include <QSet>

#include <utility>

namespace teleconsult::records {

class SqliteConnection;

/// What was made with the stand-in for Kaleyra, and means nothing to Kaleyra itself.
struct StandIn
{
    QSet<QString> users; ///< Kaleyra ids.
    QSet<QString> rooms;

    bool made(const Teleconsultation &consultation) const;
};

/// An entry of the user id map.
struct KeptPerson
{
    QString externalId;
    QString kaleyraUserId;
};

/// How far a move has come.
struct MoveMark
{
    QString target;        ///< Names the service and its collections; empty: no move was begun.
    QDateTime since = {};  ///< When it was begun. UTC.
    QDateTime sealed = {}; ///< When it ended, and these records became a backup; null: it did not.
};

/// How much there is to move, in whatever state.
struct KeptCounts
{
    int consultations = 0; ///< All of them.
    int inTrash = 0;       ///< Of those.
    int people = 0;
    int standInConsultations = 0; ///< Of those, the stand-in's.
    int standInPeople = 0;
};

/// Reads what a SqliteRecordStore keeps, deleted records included, and keeps what has to be remembered of a move in the
/// same file. Errors are those of SqliteConnection.
class MovingSource
{
public:
    /// Both must outlive the object.
    MovingSource(SqliteDatabase &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    Task<MoveMark> mark();
    /// Begins a move there, or goes on with it. What is remembered of a move to another place goes.
    Task<void> begin(QString target);

    /// `known`, and besides the people of every consultation whose links lead to this computer: only the stand-in makes
    /// such links (kaleyra_json.h).
    Task<StandIn> standIn(StandIn known);
    Task<KeptCounts> counts(StandIn standIn);

    /// A page in the order of insertion: those after this row, 0 for the first page. Less than `limit`: the last page.
    Task<QList<KeptConsultation>> consultations(qint64 after, int limit);
    /// A page in the order of external ids: those after this one, empty for the first page.
    Task<QList<KeptPerson>> people(QString after, int limit);

    /// By the consultations' ids.
    Task<void> remember(QList<std::pair<QString, SentRecord>> sent);

    /// A text that changes with every change of the records.
    Task<QString> fingerprint();
    /// Makes a backup of the records, provided that the fingerprint is still this one; answers whether it was. From
    /// then on whoever writes to them is answered `records_moved` (checkNotMoved), in every program on this file.
    Task<bool> seal(QString fingerprint);
    /// They are records again, and the move is one that was begun. Answers whether they were a backup.
    Task<bool> unseal();

private:
    SqliteDatabase &m_database;
    const Clock &m_clock;
};

/// Storage (code records_moved): the records have been moved to a CRUD service, and these are the backup. To be asked
/// within the transaction that writes.
Result<void> checkNotMoved(const SqliteConnection &connection);

} // namespace teleconsult::records
