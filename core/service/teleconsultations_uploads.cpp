// Files shared in a call: deleteUploads().
#include "core/service/outcomes.h"
#include "core/service/teleconsultations.h"

#include <vector>

namespace teleconsult::service {

namespace {

/// Enough that distance does not add up, and few enough that Kaleyra need not ask us to slow down.
constexpr std::size_t lanes = 6;

/// Takes keys from the queue until it is empty. Answers how many it deleted.
Task<int> deleteFrom(kaleyra::KaleyraClient &kaleyra, std::shared_ptr<QStringList> queue)
{
    int deleted = 0;
    while (!queue->isEmpty()) {
        const QString key = queue->takeFirst();
        Result<void> gone = co_await kaleyra.deleteUpload(key);
        if (gone)
            ++deleted;
        else if (gone.error().kind == Error::Kind::Cancelled)
            co_return failure(gone.error());
    }
    co_return deleted;
}

} // namespace

Task<std::optional<DeletedUploads>> Teleconsultations::deleteUploads(QString id, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    if (!m_policy.deleteUploads)
        co_return std::optional<DeletedUploads>();
    Result<Teleconsultation> consultation = co_await m_parts.records.find(id, context);
    if (!consultation)
        co_return failure(onLookingFor(id, consultation.error()));
    DeletedUploads outcome;
    if (consultation->roomId.isEmpty())
        co_return std::optional(outcome);

    // All keys first: a list that shrinks while it is read page by page would skip some.
    Result<QStringList> keys = co_await m_parts.kaleyra.uploadKeys(consultation->roomId);
    if (!keys)
        co_return failure(keys.error());
    outcome.total = int(keys->size());
    const auto queue = std::make_shared<QStringList>(*keys);
    std::vector<Task<int>> deleting;
    for (std::size_t lane = 0; lane < lanes && lane < std::size_t(keys->size()); ++lane)
        deleting.push_back(deleteFrom(m_parts.kaleyra, queue));
    Result<QList<int>> deleted = co_await whenAll(std::move(deleting));
    if (!deleted)
        co_return failure(deleted.error());
    for (const int count : std::as_const(*deleted))
        outcome.deleted += count;
    co_return std::optional(outcome);
}

/// The intent of the call stays open until nothing is left.
Task<void> Teleconsultations::forgetUploads(QString id, qint64 call, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<bool> gone = co_await uploadsAreGone(std::move(id), context);
    if (gone && *gone) {
        Result<void> struck = co_await strikeOut(call);
        co_return struck;
    }
    m_underWay.remove(call); // recover() deletes them.
    co_return Result<void>();
}

Task<bool> Teleconsultations::uploadsAreGone(QString id, RequestContext context)
{
    Result<std::optional<DeletedUploads>> outcome = co_await deleteUploads(std::move(id), context);
    if (!outcome && !isNotFound(outcome.error()))
        co_return failure(outcome.error());
    co_return !outcome || !*outcome || (*outcome)->deleted == (*outcome)->total;
}

} // namespace teleconsult::service
