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

    Task<QString> insert(Teleconsultation consultation) override
    {
        return step<QString>("insert", [this, consultation] { return m_inner.insert(consultation); });
    }
    Task<Teleconsultation> find(QString id) override
    {
        return step<Teleconsultation>("find", [this, id] { return m_inner.find(id); });
    }
    Task<Teleconsultation> findByRoomId(QString roomId) override
    {
        return step<Teleconsultation>("findByRoomId", [this, roomId] { return m_inner.findByRoomId(roomId); });
    }
    Task<QList<Teleconsultation>> list(records::Query query) override
    {
        return step<QList<Teleconsultation>>("list", [this, query] { return m_inner.list(query); });
    }
    Task<void> setProgress(QString id, Progress progress) override
    {
        return step<void>("setProgress", [this, id, progress] { return m_inner.setProgress(id, progress); });
    }
    Task<Teleconsultation> update(Teleconsultation consultation) override
    {
        return step<Teleconsultation>("update", [this, consultation] { return m_inner.update(consultation); });
    }
    Task<void> moveToTrash(QString id) override
    {
        return step<void>("moveToTrash", [this, id] { return m_inner.moveToTrash(id); });
    }
    Task<Teleconsultation> findInTrash(QString id) override
    {
        return step<Teleconsultation>("findInTrash", [this, id] { return m_inner.findInTrash(id); });
    }
    Task<QHash<QString, QString>> findUserIds(QStringList externalIds) override
    {
        return step<QHash<QString, QString>>("findUserIds",
                                             [this, externalIds] { return m_inner.findUserIds(externalIds); });
    }
    Task<QHash<QString, QString>> findExternalIds(QStringList kaleyraUserIds) override
    {
        return step<QHash<QString, QString>>(
            "findExternalIds", [this, kaleyraUserIds] { return m_inner.findExternalIds(kaleyraUserIds); });
    }
    Task<QString> rememberUserId(QString externalId, QString kaleyraUserId) override
    {
        return step<QString>("rememberUserId", [this, externalId, kaleyraUserId] {
            return m_inner.rememberUserId(externalId, kaleyraUserId);
        });
    }

    Task<records::UserClaim> claimUserId(QString externalId, QString kaleyraUserId) override
    {
        return step<records::UserClaim>("claimUserId", [this, externalId, kaleyraUserId] {
            return m_inner.claimUserId(externalId, kaleyraUserId);
        });
    }
    Task<QString> settleUserId(records::UserClaim claim) override
    {
        return step<QString>("settleUserId", [this, claim] { return m_inner.settleUserId(claim); });
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
