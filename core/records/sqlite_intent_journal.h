// The journal of intents on this computer.
#pragma once

#include "core/domain/clock.h"
#include "core/records/intent_journal.h"
#include "core/records/sqlite_database.h"

#include <memory>

namespace teleconsult::records {

class IntentLocks;

/// As a kind stands in the file.
QString toCode(Intent::Kind kind);

/// The journal in the same SQLite file as the local records; it stays local when the records are kept elsewhere.
/// An intent is on the disk when write() answers (synchronous=FULL). Errors are SqliteConnection's, and cannot_lock.
/// Several processes may share it: each intent is locked by the journal that wrote it or was told of it (IntentLocks),
/// until it is struck out or that journal is gone, and no other one is told of it meanwhile.
class SqliteIntentJournal final : public IntentJournal
{
public:
    /// Both must outlive the journal.
    SqliteIntentJournal(SqliteDatabase &database, const Clock &clock);

    Task<qint64> write(Intent::Kind kind, QString subject) override;
    /// One that is struck out already counts as struck out.
    Task<void> strikeOut(qint64 id) override;
    /// Oldest first, without those that another journal on the same file has locked. A kind that this version does not
    /// know is left where it is.
    Task<QList<Intent>> open() override;

private:
    SqliteDatabase &m_database;
    const Clock &m_clock;
    std::shared_ptr<IntentLocks> m_locks; ///< Shared with work that the database still has to do.
};

} // namespace teleconsult::records
