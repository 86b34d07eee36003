// Records on this computer.
#pragma once

#include "core/domain/clock.h"
#include "core/records/record_store.h"
#include "core/records/sqlite_database.h"

namespace teleconsult::records {

/// Records in a SQLite file. Besides NotFound its errors are those of SqliteConnection, and of all that writes those of
/// checkNotMoved(). The user map and the records are deleted by nobody but SqliteUpkeep, and never reach a log.
class SqliteRecordStore final : public RecordStore
{
public:
    /// Both must outlive the store.
    SqliteRecordStore(SqliteDatabase &database, const Clock &clock);

    Task<QString> insert(Teleconsultation consultation, RequestContext context = {}) override;
    Task<Teleconsultation> find(QString id, RequestContext context = {}) override;
    Task<Teleconsultation> findByRoomId(QString roomId, RequestContext context = {}) override;
    Task<QList<Teleconsultation>> list(Query query, RequestContext context = {}) override;
    Task<void> setProgress(QString id, Progress progress, RequestContext context = {}) override;
    Task<Teleconsultation> update(Teleconsultation consultation, RequestContext context = {}) override;
    Task<void> moveToTrash(QString id, RequestContext context = {}) override;
    Task<Teleconsultation> findInTrash(QString id, RequestContext context = {}) override;
    Task<QHash<QString, QString>> findUserIds(QStringList externalIds, RequestContext context = {}) override;
    Task<QHash<QString, QString>> findExternalIds(QStringList kaleyraUserIds, RequestContext context = {}) override;
    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId, RequestContext context = {}) override;

private:
    SqliteDatabase &m_database;
    const Clock &m_clock;
};

} // namespace teleconsult::records
