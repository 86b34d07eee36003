// Records on this computer.
#pragma once

#include "core/domain/clock.h"
#include "core/records/record_store.h"
#include "core/records/sqlite_database.h"

namespace teleconsult::records {

/// Records in a SQLite file. Besides NotFound its errors are those of SqliteConnection. The user map and the records
/// are deleted by nobody but SqliteUpkeep, and never reach a log.
class SqliteRecordStore final : public RecordStore
{
public:
    /// Both must outlive the store.
    SqliteRecordStore(SqliteDatabase &database, const Clock &clock);

    Task<QString> insert(Teleconsultation consultation) override;
    Task<Teleconsultation> find(QString id) override;
    Task<Teleconsultation> findByRoomId(QString roomId) override;
    Task<QList<Teleconsultation>> list(Query query) override;
    Task<void> setProgress(QString id, Progress progress) override;
    Task<Teleconsultation> update(Teleconsultation consultation) override;
    Task<void> moveToTrash(QString id) override;
    Task<QHash<QString, QString>> findUserIds(QStringList externalIds) override;
    Task<QHash<QString, QString>> findExternalIds(QStringList kaleyraUserIds) override;
    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId) override;

private:
    SqliteDatabase &m_database;
    const Clock &m_clock;
};

} // namespace teleconsult::records
