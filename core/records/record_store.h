// Where consultations and the user id map are kept: this computer (SQLite) or the CRUD service.
#pragma once

#include "core/async/task.h"
#include "core/domain/request_context.h"
#include "core/domain/teleconsultation.h"

#include <QHash>

#include <optional>

namespace teleconsult::records {

/// Which consultations to list. Members are ANDed.
struct Query
{
    QDateTime from;  ///< Those that start at or end after this moment; null: no bound. (A record may lack its end.)
    QDateTime until; ///< Those that start before this moment; null: no bound.
    QString text;    ///< Words each of which must begin a word of the participants' names, whatever case and accents;
                     ///< empty: all. Suits a search while somebody types.
    int limit = 200; ///< 1–200, the CRUD service's largest page.
    int offset = 0;  ///< ≥ 0
};

/// A person who was claimed for a Kaleyra id (RecordStore::claimUserId).
struct UserClaim
{
    QString externalId;
    QString kaleyraUserId;      ///< Ours.
    QString entryId;            ///< The store's own id of our entry; empty: none, or not known.
    QString holder;             ///< The id that holds; empty: only settleUserId() tells.
    std::optional<Error> doubt; ///< Why it is not known whether our entry was taken.

    /// Our entry stands, and nobody is known to be first.
    bool isOurs() const { return !doubt && (holder.isEmpty() ? !entryId.isEmpty() : holder == kaleyraUserId); }
};

/// Keeps records. Each step is done on behalf of whoever `context` tells, which the record then says (`creatorId`,
/// `updaterId`). Both implementations pass one suite of behaviour tests (tests/core/records/).
/// Every answer is an Error of kind NotFound, Conflict, Storage, or those of HttpClient.
class RecordStore
{
public:
    virtual ~RecordStore() = default;

    /// Stores a consultation (its id is ignored) and answers the new `_id`.
    virtual Task<QString> insert(Teleconsultation consultation, RequestContext context = {}) = 0;
    virtual Task<Teleconsultation> find(QString id, RequestContext context = {}) = 0;
    /// The consultation that is held in this room of Kaleyra's.
    virtual Task<Teleconsultation> findByRoomId(QString roomId, RequestContext context = {}) = 0;
    /// By start, earliest first; equal starts by id (of those that a search finds: within a page).
    virtual Task<QList<Teleconsultation>> list(Query query, RequestContext context = {}) = 0;
    virtual Task<void> setProgress(QString id, Progress progress, RequestContext context = {}) = 0;
    /// Replaces what may change of a record (participants with their links, participantsNumber, schedule, room,
    /// progress), provided that the record is still as it was when `consultation` was read, which its revision tells
    /// (docs/decisions/0007-records-compare-and-set.md). Answers the record as it is kept now, with its new revision.
    /// Conflict (code "changed_meanwhile"): somebody else has changed it; read it again, and decide again. A record
    /// that by now says just what was to be written counts as written. Invalid: no revision.
    virtual Task<Teleconsultation> update(Teleconsultation consultation, RequestContext context = {}) = 0;
    /// Sets the record's state to TRASH: it is kept, but no longer found or listed (seed 004, DELETE).
    virtual Task<void> moveToTrash(QString id, RequestContext context = {}) = 0;
    /// One that is in the trash. NotFound: it is not, or is gone for good.
    virtual Task<Teleconsultation> findInTrash(QString id, RequestContext context = {}) = 0;

    /// The Kaleyra ids of those external ids that are known; unknown ones are absent from the answer.
    virtual Task<QHash<QString, QString>> findUserIds(QStringList externalIds, RequestContext context = {}) = 0;
    /// The other way round: the external ids of those Kaleyra ids that are known.
    virtual Task<QHash<QString, QString>> findExternalIds(QStringList kaleyraUserIds, RequestContext context = {}) = 0;
    /// Remembers a person's Kaleyra id. When the person has been given one meanwhile, the older stays.
    /// Answers the id that holds: whoever is answered another one than its own deletes its own Kaleyra user.
    virtual Task<QString> rememberUserId(QString externalId, QString kaleyraUserId, RequestContext context = {}) = 0;
    /// rememberUserId() in two steps, where the store needs two: first our entry is written …
    virtual Task<UserClaim> claimUserId(QString externalId, QString kaleyraUserId, RequestContext context = {});
    /// … then it is seen who holds, which may go on beside other things. Answers as rememberUserId().
    virtual Task<QString> settleUserId(UserClaim claim, RequestContext context = {});
};

/// A store that sees at once who holds.
inline Task<UserClaim> RecordStore::claimUserId(QString externalId, QString kaleyraUserId, RequestContext context)
{
    Result<QString> holder = co_await rememberUserId(externalId, kaleyraUserId, context);
    if (!holder)
        co_return failure(holder.error());
    UserClaim claim;
    claim.externalId = externalId;
    claim.kaleyraUserId = kaleyraUserId;
    claim.holder = *holder;
    co_return claim;
}

inline Task<QString> RecordStore::settleUserId(UserClaim claim, RequestContext)
{
    co_return claim.holder;
}

} // namespace teleconsult::records
