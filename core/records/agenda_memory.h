// The last answers of a service about the days around now, on this computer.
#pragma once

#include "core/records/record_store.h"

namespace teleconsult::records {

class SqliteDatabase;

/// What was on record at a moment.
struct RememberedDays
{
    QList<Teleconsultation> consultations; ///< By start; equal starts by id. Without any access link.
    QDateTime asOf;                        ///< UTC.
};

/// Keeps what a service answered, so that it can be shown while the service does not answer: in the records' file,
/// which only its owner may read, and only of the days around now. `source` names the service and who asked it: what
/// another one had answered goes with the first operation. Errors are those of SqliteDatabase. Does not own the
/// database, which must outlive it.
class AgendaMemory
{
public:
    /// Days that ended longer ago are forgotten, those that begin later are not kept.
    static constexpr std::chrono::hours keptBack{2 * 24};
    static constexpr std::chrono::hours keptAhead{14 * 24};

    explicit AgendaMemory(SqliteDatabase &database) : m_database(database) {}

    /// Puts all that is on record from `days.from` until `days.until` (the rest of the query does not matter) in the
    /// place of what was kept of that time. Nothing for a time that has no bounds or is far from now.
    Task<void> keep(QString source, Query days, QList<Teleconsultation> consultations, QDateTime now);
    /// Nothing unless all of the time is kept. Of several answers the oldest tells as of when.
    Task<std::optional<RememberedDays>> recall(QString source, Query days);
    /// One consultation that is no more.
    Task<void> forget(QString id);
    Task<void> clear();

private:
    SqliteDatabase &m_database;
};

} // namespace teleconsult::records
