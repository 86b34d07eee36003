// What record stores of tests have in common that stand before another one.
#pragma once

#include "core/records/record_store.h"

namespace teleconsult::test {

/// Passes every step on to another store, which must outlive it. Whoever derives from it overrides the steps that it
/// watches, holds back or lets fail.
class ForwardingRecordStore : public records::RecordStore
{
public:
    explicit ForwardingRecordStore(records::RecordStore &inner) : m_inner(inner) {}

    Task<QString> insert(Teleconsultation consultation, RequestContext context = {}) override
    {
        return m_inner.insert(std::move(consultation), std::move(context));
    }
    Task<Teleconsultation> find(QString id, RequestContext context = {}) override
    {
        return m_inner.find(std::move(id), std::move(context));
    }
    Task<Teleconsultation> findByRoomId(QString roomId, RequestContext context = {}) override
    {
        return m_inner.findByRoomId(std::move(roomId), std::move(context));
    }
    Task<QList<Teleconsultation>> list(records::Query query, RequestContext context = {}) override
    {
        return m_inner.list(std::move(query), std::move(context));
    }
    Task<void> setProgress(QString id, Progress progress, RequestContext context = {}) override
    {
        return m_inner.setProgress(std::move(id), progress, std::move(context));
    }
    Task<Teleconsultation> update(Teleconsultation consultation, RequestContext context = {}) override
    {
        return m_inner.update(std::move(consultation), std::move(context));
    }
    Task<void> moveToTrash(QString id, RequestContext context = {}) override
    {
        return m_inner.moveToTrash(std::move(id), std::move(context));
    }
    Task<Teleconsultation> findInTrash(QString id, RequestContext context = {}) override
    {
        return m_inner.findInTrash(std::move(id), std::move(context));
    }
    Task<QHash<QString, QString>> findUserIds(QStringList externalIds, RequestContext context = {}) override
    {
        return m_inner.findUserIds(std::move(externalIds), std::move(context));
    }
    Task<QHash<QString, QString>> findExternalIds(QStringList kaleyraUserIds, RequestContext context = {}) override
    {
        return m_inner.findExternalIds(std::move(kaleyraUserIds), std::move(context));
    }
    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId, RequestContext context = {}) override
    {
        return m_inner.rememberUserId(std::move(externalId), std::move(kaleyraUserId), std::move(context));
    }
    Task<records::UserClaim> claimUserId(QString externalId, QString kaleyraUserId,
                                         RequestContext context = {}) override
    {
        return m_inner.claimUserId(std::move(externalId), std::move(kaleyraUserId), std::move(context));
    }
    Task<QString> settleUserId(records::UserClaim claim, RequestContext context = {}) override
    {
        return m_inner.settleUserId(std::move(claim), std::move(context));
    }

private:
    records::RecordStore &m_inner;
};

} // namespace teleconsult::test
