// The CRUD service as records are moved there.
#pragma once

#include "core/records/crud_record_store.h"
#include "core/records/moving_rules.h"

namespace teleconsult::records {

struct KeptPerson;

/// A CRUD service that takes records with their ids (docs/decisions/0014). Errors are those of CrudRecordStore, and:
/// - Server (code "no_import"): it has no route that takes an id, or a gateway does not let it through.
/// - Server (code "ids_of_another_kind"): its consultations have ids that ours would not be reached by (§11).
/// As for the store, the HttpClient must outlive it.
class MovingTarget
{
public:
    MovingTarget(http::HttpClient &http, const CrudEndpoint &endpoint, const CrudCollections &collections);

    /// Whether both collections are there, and consultations have ids of our kind. Writes nothing.
    Task<void> probe();

    /// The Kaleyra ids that hold, of those external ids that are known there.
    Task<QHash<QString, QString>> userIds(QStringList externalIds);
    /// A person who has an entry already is Conflict (code "duplicate").
    Task<void> add(QString externalId, QString kaleyraUserId);

    /// Those of these ids that are there, in whatever state.
    Task<QHash<QString, ArrivedConsultation>> find(QStringList ids);
    /// With its id and its state. One that is there is Conflict (code "duplicate").
    Task<void> add(KeptConsultation kept);
    /// As RecordStore::update() and moveToTrash().
    Task<Teleconsultation> update(Teleconsultation consultation);
    Task<void> moveToTrash(QString id);

private:
    CrudRecordStore m_store;
    CrudCollection m_consultations;
    CrudCollection m_users;
    QString m_externalIdField;
};

} // namespace teleconsult::records
