// A record store that is watched, and fails when a test says so.
#pragma once

#include "tests/support/forwarding_record_store.h"

#include <functional>
#include <optional>

namespace teleconsult::test {

/// Passes everything on to another store and notes what was begun and what ended, in order: "find +", "find -", …
class ObservedStore final : public ForwardingRecordStore
{
public:
    using ForwardingRecordStore::ForwardingRecordStore;

    std::function<void(const QString &)> note = [](const QString &) {};

    std::optional<Error> failInsert;       ///< Nothing is stored.
    std::optional<Error> loseInsertAnswer; ///< It is stored, and the answer is this.
    std::optional<Error> failUpdate;       ///< Nothing is changed.
    std::optional<Error> loseUpdateAnswer; ///< It is changed, and the answer is this.
    std::function<void()> beforeUpdate;    ///< Called once, right before the next update.
    std::optional<Error> failRemember;
    std::optional<Error> failTrash;
    std::optional<Error> failProgress;
    std::optional<Error> failFindByRoomId;
    bool hideUserIds = false; ///< The look-up finds nobody, as a moment before somebody else writes.

    Task<QString> insert(Teleconsultation consultation, RequestContext context) override
    {
        note(QStringLiteral("insert +"));
        if (failInsert)
            co_return failure(*failInsert);
        Result<QString> id = co_await ForwardingRecordStore::insert(consultation, context);
        note(QStringLiteral("insert -"));
        if (loseInsertAnswer)
            co_return failure(*loseInsertAnswer);
        co_return id;
    }

    Task<Teleconsultation> update(Teleconsultation consultation, RequestContext context) override
    {
        note(QStringLiteral("update +"));
        if (beforeUpdate)
            std::exchange(beforeUpdate, nullptr)();
        if (failUpdate)
            co_return failure(*failUpdate);
        Result<Teleconsultation> updated = co_await ForwardingRecordStore::update(consultation, context);
        note(QStringLiteral("update -"));
        if (loseUpdateAnswer)
            co_return failure(*loseUpdateAnswer);
        co_return updated;
    }

    Task<Teleconsultation> findByRoomId(QString roomId, RequestContext context) override
    {
        if (failFindByRoomId)
            co_return failure(*failFindByRoomId);
        Result<Teleconsultation> found = co_await ForwardingRecordStore::findByRoomId(roomId, context);
        co_return found;
    }

    Task<void> setProgress(QString id, Progress progress, RequestContext context) override
    {
        if (failProgress)
            co_return failure(*failProgress);
        Result<void> set = co_await ForwardingRecordStore::setProgress(id, progress, context);
        co_return set;
    }

    Task<void> moveToTrash(QString id, RequestContext context) override
    {
        if (failTrash)
            co_return failure(*failTrash);
        Result<void> trashed = co_await ForwardingRecordStore::moveToTrash(id, context);
        co_return trashed;
    }

    Task<QHash<QString, QString>> findUserIds(QStringList externalIds, RequestContext context) override
    {
        note(QStringLiteral("look-up +"));
        Result<QHash<QString, QString>> ids = co_await ForwardingRecordStore::findUserIds(externalIds, context);
        note(QStringLiteral("look-up -"));
        if (hideUserIds)
            co_return QHash<QString, QString>();
        co_return ids;
    }

    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId, RequestContext context) override
    {
        note(QStringLiteral("remember +"));
        if (failRemember)
            co_return failure(*failRemember);
        Result<QString> holding = co_await ForwardingRecordStore::rememberUserId(externalId, kaleyraUserId, context);
        note(QStringLiteral("remember -"));
        co_return holding;
    }

    /// In one step, as a store that sees at once who holds: rememberUserId() is what is watched.
    Task<records::UserClaim> claimUserId(QString externalId, QString kaleyraUserId, RequestContext context) override
    {
        return RecordStore::claimUserId(std::move(externalId), std::move(kaleyraUserId), std::move(context));
    }

    Task<QString> settleUserId(records::UserClaim claim, RequestContext context) override
    {
        return RecordStore::settleUserId(std::move(claim), std::move(context));
    }
};

} // namespace teleconsult::test
