// What stands where the records should be when the settings do not say where they are.
#pragma once

#include "core/records/record_store.h"

namespace teleconsult::records {

/// Keeps nothing and answers every question with the same error: nothing is written to another place than the one that
/// was meant.
class UnavailableRecordStore final : public RecordStore
{
public:
    explicit UnavailableRecordStore(Error why) : m_why(std::move(why)) {}

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
    Error m_why;
};

} // namespace teleconsult::records
