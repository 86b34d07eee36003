// What is thrown away of the records on this computer.
#pragma once

#include "core/async/task.h"
#include "core/domain/clock.h"
#include "core/records/sqlite_database.h"

#include <QHash>

namespace teleconsult::records {

/// How long a deleted record is kept.
inline constexpr std::chrono::days trashLifetime{90};

/// Keeps the file of a SqliteRecordStore free of what nobody needs any more. Records in a CRUD service are everybody's
/// and not ours to throw away, so RecordStore offers none of this. Errors are those of SqliteConnection.
class SqliteUpkeep
{
public:
    /// Both must outlive the object.
    SqliteUpkeep(SqliteDatabase &database, const Clock &clock);

    /// Removes for good what was moved to the trash more than trashLifetime ago, with the names in it. Answers how many
    /// records that were.
    Task<int> purgeTrash();

    /// Strikes those people out of the user map who take part in no consultation; one in the trash does not count.
    /// Answers the Kaleyra ids of those who were struck out, by external id: what is theirs at Kaleyra may go now.
    /// Looking and striking out are one step of the database. While a room is being made, nobody is struck out: the
    /// record that is to follow may be theirs (docs/decisions/0007-records-compare-and-set.md).
    Task<QHash<QString, QString>> forgetUnneeded(QStringList externalIds);

private:
    SqliteDatabase &m_database;
    const Clock &m_clock;
};

} // namespace teleconsult::records
