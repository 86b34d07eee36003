// Records and a journal of a program that can be killed between any two of their steps.
#pragma once

#include "tests/core/service/fault_station.h"

namespace teleconsult::test {

/// Does a step of `inner`, unless the program is over or the life's judge says otherwise.
template <typename T, typename Step>
Task<T> mortalStep(std::shared_ptr<Life> life, QByteArray name, Step step)
{
    if (life->isOver)
        co_return failure(makeError(Error::Kind::Cancelled));
    const LocalHarm harm = life->judge ? life->judge(name) : LocalHarm::None;
    if (harm == LocalHarm::Fails)
        co_return failure(makeError(Error::Kind::Storage, QStringLiteral("test")));
    if (harm == LocalHarm::KilledBefore) {
        life->kill();
        co_return failure(makeError(Error::Kind::Cancelled));
    }
    Result<T> done = co_await step();
    if (harm == LocalHarm::KilledAfter)
        life->kill();
    if (life->isOver)
        co_return failure(makeError(Error::Kind::Cancelled));
    co_return done;
}

class MortalStore final : public records::RecordStore
{
public:
    /// `isLocal`: its steps are this computer's, and may be judged. Those of others are seen on the network.
    MortalStore(records::RecordStore &inner, std::shared_ptr<Life> life, bool isLocal)
        : m_inner(inner), m_life(std::move(life)), m_isLocal(isLocal)
    {}

    Task<QString> insert(Teleconsultation consultation, RequestContext context) override
    {
        return step<QString>("insert", [this, consultation, context] { return m_inner.insert(consultation, context); });
    }
    Task<Teleconsultation> find(QString id, RequestContext context) override
    {
        return step<Teleconsultation>("find", [this, id, context] { return m_inner.find(id, context); });
    }
    Task<Teleconsultation> findByRoomId(QString roomId, RequestContext context) override
    {
        return step<Teleconsultation>("findByRoomId",
                                      [this, roomId, context] { return m_inner.findByRoomId(roomId, context); });
    }
    Task<QList<Teleconsultation>> list(records::Query query, RequestContext context) override
    {
        return step<QList<Teleconsultation>>("list", [this, query, context] { return m_inner.list(query, context); });
    }
    Task<void> setProgress(QString id, Progress progress, RequestContext context) override
    {
        return step<void>("setProgress",
                          [this, id, progress, context] { return m_inner.setProgress(id, progress, context); });
    }
    Task<Teleconsultation> update(Teleconsultation consultation, RequestContext context) override
    {
        return step<Teleconsultation>("update",
                                      [this, consultation, context] { return m_inner.update(consultation, context); });
    }
    Task<void> moveToTrash(QString id, RequestContext context) override
    {
        return step<void>("moveToTrash", [this, id, context] { return m_inner.moveToTrash(id, context); });
    }
    Task<Teleconsultation> findInTrash(QString id, RequestContext context) override
    {
        return step<Teleconsultation>("findInTrash", [this, id, context] { return m_inner.findInTrash(id, context); });
    }
    Task<QHash<QString, QString>> findUserIds(QStringList externalIds, RequestContext context) override
    {
        return step<QHash<QString, QString>>(
            "findUserIds", [this, externalIds, context] { return m_inner.findUserIds(externalIds, context); });
    }
    Task<QHash<QString, QString>> findExternalIds(QStringList kaleyraUserIds, RequestContext context) override
    {
        return step<QHash<QString, QString>>("findExternalIds", [this, kaleyraUserIds, context] {
            return m_inner.findExternalIds(kaleyraUserIds, context);
        });
    }
    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId, RequestContext context) override
    {
        return step<QString>("rememberUserId", [this, externalId, kaleyraUserId, context] {
            return m_inner.rememberUserId(externalId, kaleyraUserId, context);
        });
    }

    Task<records::UserClaim> claimUserId(QString externalId, QString kaleyraUserId, RequestContext context) override
    {
        return step<records::UserClaim>("claimUserId", [this, externalId, kaleyraUserId, context] {
            return m_inner.claimUserId(externalId, kaleyraUserId, context);
        });
    }
    Task<QString> settleUserId(records::UserClaim claim, RequestContext context) override
    {
        return step<QString>("settleUserId", [this, claim, context] { return m_inner.settleUserId(claim, context); });
    }

private:
    template <typename T, typename Step>
    Task<T> step(const QByteArray &name, Step what)
    {
        return mortalStep<T>(m_life, m_isLocal ? "records " + name : QByteArray(), std::move(what));
    }

    records::RecordStore &m_inner;
    std::shared_ptr<Life> m_life;
    bool m_isLocal;
};

class MortalJournal final : public records::IntentJournal
{
public:
    MortalJournal(records::IntentJournal &inner, std::shared_ptr<Life> life) : m_inner(inner), m_life(std::move(life))
    {}

    Task<qint64> write(records::Intent::Kind kind, QString subject) override
    {
        return mortalStep<qint64>(m_life, "journal write",
                                  [this, kind, subject] { return m_inner.write(kind, subject); });
    }
    Task<void> strikeOut(qint64 id) override
    {
        return mortalStep<void>(m_life, "journal strikeOut", [this, id] { return m_inner.strikeOut(id); });
    }
    Task<QList<records::Intent>> open() override
    {
        return mortalStep<QList<records::Intent>>(m_life, "journal open", [this] { return m_inner.open(); });
    }

private:
    records::IntentJournal &m_inner;
    std::shared_ptr<Life> m_life;
};

} // namespace teleconsult::test
