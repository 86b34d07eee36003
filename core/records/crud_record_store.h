// Records in the CRUD service, where every installation of the clinic and the original service find them.
#pragma once

#include "core/records/crud_collection.h"
#include "core/records/record_store.h"

namespace teleconsult::records {

/// The two collections (environment variables TELECONSULTATIONS_CRUD_NAME and USER_ID_MAP_CRUD_NAME).
struct CrudCollections
{
    QString consultations;
    QString users;
    /// The field of the user id map that holds the external id; maps of before 1.2.0 call it auth0Id.
    QString externalIdField = QStringLiteral("receivedUserId");
};

/// Records in two collections that have exactly the documented fields (reference/mia-crud-service.md, section 13).
/// Records of the original service are read as well; those that are none (no start) are left out of lists, with a
/// warning. Names of participants and access links never reach a log. Errors are CrudCollection's; those of update()
/// also RecordStore's. As there, the HttpClient must outlive the store.
class CrudRecordStore final : public RecordStore
{
public:
    CrudRecordStore(http::HttpClient &http, const CrudEndpoint &endpoint, const CrudCollections &collections);

    Task<QString> insert(Teleconsultation consultation, RequestContext context = {}) override;
    Task<Teleconsultation> find(QString id, RequestContext context = {}) override;
    Task<Teleconsultation> findByRoomId(QString roomId, RequestContext context = {}) override;
    /// Text is searched for by the service as far as it can, and exactly here: such a list takes more than one request
    /// when there are many candidates.
    Task<QList<Teleconsultation>> list(Query query, RequestContext context = {}) override;
    Task<void> setProgress(QString id, Progress progress, RequestContext context = {}) override;
    Task<Teleconsultation> update(Teleconsultation consultation, RequestContext context = {}) override;
    Task<void> moveToTrash(QString id, RequestContext context = {}) override;
    Task<Teleconsultation> findInTrash(QString id, RequestContext context = {}) override;
    Task<QHash<QString, QString>> findUserIds(QStringList externalIds, RequestContext context = {}) override;
    Task<QHash<QString, QString>> findExternalIds(QStringList kaleyraUserIds, RequestContext context = {}) override;
    /// Works with and without a unique index on the external id (docs/decisions/0007-records-compare-and-set.md).
    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId, RequestContext context = {}) override;
    Task<UserClaim> claimUserId(QString externalId, QString kaleyraUserId, RequestContext context = {}) override;
    Task<QString> settleUserId(UserClaim claim, RequestContext context = {}) override;

private:
    Task<QList<Teleconsultation>> search(Query query, RequestContext context);
    Task<QList<QJsonObject>> userEntries(QJsonObject filter, RequestContext context);
    Task<QHash<QString, QString>> mapped(QString from, QString to, QStringList values, RequestContext context);

    CrudCollection m_consultations;
    CrudCollection m_users;
    QString m_externalIdField;
};

} // namespace teleconsult::records
