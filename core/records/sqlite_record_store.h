// Records on this computer.
#pragma once

#include "core/async/serial_executor.h"
#include "core/domain/clock.h"
#include "core/records/record_store.h"

#include <memory>

class QSqlDatabase;

namespace teleconsult::records {

/// Records in one SQLite file (WAL, synchronous=FULL, foreign keys on), reached from a thread of its own so that nothing
/// blocks the caller. The schema's version is kept in the file (sqlite_schema.h); an older file is migrated when opened,
/// a newer one refused. Several processes may have the same file open.
class SqliteRecordStore final : public RecordStore
{
public:
    /// Opens `path` (or makes it, folders included) with the first operation; until then no disk is touched.
    /// The clock must outlive the store.
    SqliteRecordStore(QString path, const Clock &clock);
    ~SqliteRecordStore() override;

    Task<QString> insert(Teleconsultation consultation) override;
    Task<Teleconsultation> find(QString id) override;
    Task<QList<Teleconsultation>> list(Query query) override;
    Task<void> setProgress(QString id, Progress progress) override;
    Task<void> moveToTrash(QString id) override;
    Task<QHash<QString, QString>> findUserIds(QStringList externalIds) override;
    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId) override;

private:
    class Connection;

    template <typename T, typename Work>
    Task<T> onThread(Work work);

    std::shared_ptr<Connection> m_connection; ///< Touched on the executor's thread only.
    SerialExecutor m_executor;                ///< Last member: its destructor waits for work that uses the others.
};

} // namespace teleconsult::records
