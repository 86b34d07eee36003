// The backend's operations on teleconsultations (seed 004), carried out in this process.
#pragma once

#include "core/domain/clock.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/intent_journal.h"
#include "core/records/record_store.h"
#include "core/service/kaleyra_users.h"
#include "core/service/operations.h"
#include "core/service/teleconsultation_service.h"

#include <QHash>
#include <QSet>

namespace teleconsult::service {

/// Carries out each operation by itself, with the records and Kaleyra: one coroutine that reads top to bottom; waits
/// that do not depend on each other go out together. Does not own what it is given, all of which must outlive it.
class Teleconsultations final : public TeleconsultationService
{
public:
    /// What it works with; all of it must outlive it.
    struct Parts
    {
        kaleyra::KaleyraClient &kaleyra;
        records::RecordStore &records;
        records::IntentJournal &journal;
        const Clock &clock;
        directory::Directory *directory = nullptr; ///< Null: names and groups are given with the participants.
        /// How long somebody with a recorded link waits for what Kaleyra says of the room.
        std::chrono::milliseconds roomPatience = std::chrono::seconds(4);
    };

    Teleconsultations(Parts parts, ConsultationPolicy policy);

    const ConsultationPolicy &policy() const override { return m_policy; }
    bool looksPeopleUp() const override { return m_people.areLookedUp(); }

    /// Look-up → users (all unknown ones at once) → room (only if all are known) and user map → record, and meanwhile a
    /// look whether somebody else was first with the new people: four round trips. The directory is asked together with
    /// the user map. When the record cannot be saved, the room is deleted again. When it cannot be known
    /// whether Kaleyra made the room, it is looked for and deleted after the answer, and by recover().
    Task<QString> create(TeleconsultationRequest request, RequestContext context = {}) override;
    /// A change that affects the room replaces it: the new room first, then the record, then the old room goes. When
    /// somebody else changed the record meanwhile, the change is made to what is there then, unless both change the
    /// same thing.
    Task<void> update(QString id, TeleconsultationChange change, RequestContext context = {}) override;
    Task<void> addParticipant(QString id, ParticipantData person, RequestContext context = {}) override;
    Task<Admission> open(QString id, QString callerExternalId, LinkOptions options,
                         RequestContext context = {}) override;
    Task<QList<Invitation>> invitations(QString id, RequestContext context = {}) override;
    Task<Teleconsultation> find(QString id, RequestContext context = {}) override;
    Task<QList<Teleconsultation>> list(records::Query query, RequestContext context = {}) override;
    Task<QList<ParticipantData>> peopleSeen(QString words, RequestContext context = {}) override;
    /// Whoever changes the record at the same moment loses: the room that it has when it goes is deleted. One that
    /// Kaleyra fails to delete stays in the journal.
    Task<void> remove(QString id, RequestContext context = {}) override;
    Task<qint64> beginCall(QString id, RequestContext context = {}) override;
    /// What cannot be deleted of the shared files then is for recover().
    Task<void> endCall(QString id, qint64 handle, RequestContext context = {}) override;
    Task<std::optional<DeletedUploads>> deleteUploads(QString id, RequestContext context = {}) override;
    /// Those that cannot be settled now (no network, or a request of theirs may still arrive) stay open, and what this
    /// run is still busy with is left alone, as is what another program is busy with that shares the journal.
    Task<int> recover() override;
    bool isIdle() const override { return m_operations.areDone(); }

private:
    /// A room that was made for a consultation that is not on record yet.
    struct Reservation
    {
        kaleyra::Room room;
        qint64 intent = 0;
    };

    /// A consultation that may be put on record.
    struct Prepared
    {
        Teleconsultation consultation;
        std::optional<Reservation> reservation; ///< Nothing: it has no room.
    };

    /// What became of a consultation that was put on record with people who are new here.
    struct Settled
    {
        Result<QString> id;
        bool isCertain = false; ///< Nobody on record, or at Kaleyra, is one who lost.
    };

    Task<KnownPeople> identify(TeleconsultationRequest request, RequestContext context);
    Task<KnownPeople> identify(TeleconsultationChange change, Teleconsultation before, RequestContext context);

    /// What a change comes to, once everybody whom it names is known.
    struct PlannedChange
    {
        Teleconsultation before;
        Teleconsultation after;
        std::optional<RoomPlan> plan; ///< Of the room afterwards; nothing: not all participants are known.
        QHash<QString, QString> createdUsers;
    };

    Task<void> updateUnlessContended(QString id, TeleconsultationChange change, RequestContext context);
    Task<void> updateFromRecord(Teleconsultation asRead, TeleconsultationChange change, RequestContext context);
    Task<PlannedChange> planChange(Teleconsultation asRead, TeleconsultationChange change, RequestContext context);
    Task<void> replaceOnRecord(Teleconsultation before, Prepared after, RequestContext context);
    Task<void> updateRecord(Teleconsultation before, Prepared after, std::optional<qint64> leaving,
                            RequestContext context);

    Task<Prepared> prepareRoom(Teleconsultation consultation, QHash<QString, QString> createdUsers,
                               RequestContext context);
    Task<Prepared> seat(Teleconsultation consultation, QHash<QString, QString> createdUsers,
                        Result<std::optional<Reservation>> reserved, Result<QHash<QString, QString>> holding);
    Task<void> reseat(QString id, QHash<QString, QString> createdUsers, QHash<QString, QString> holding,
                      RequestContext context);
    Task<std::optional<Reservation>> reserveRoom(Teleconsultation consultation);
    Task<void> cancel(Reservation reservation);
    Task<QString> putOnRecordUnsettled(Teleconsultation consultation, std::optional<Reservation> reservation,
                                       QList<records::UserClaim> claims, RequestContext context);
    Task<Settled> putOnRecordSettling(Teleconsultation consultation, std::optional<Reservation> reservation,
                                      QList<records::UserClaim> claims, RequestContext context);
    Task<QString> findOnRecord(Teleconsultation consultation, RequestContext context);
    Task<QString> putOnRecord(Teleconsultation consultation, std::optional<Reservation> reservation,
                              RequestContext context);
    Task<void> deleteRoomOfTrash(qint64 intent, Teleconsultation asRead, RequestContext context);
    Task<void> deleteRoomReliably(QString roomId);
    Task<void> deleteIntendedRoom(qint64 intent, QString roomId);

    bool isInCall(const QString &id) const;
    bool forgetCall(const QString &id, qint64 handle);
    Task<void> forgetUploads(QString id, qint64 call, RequestContext context);
    Task<bool> uploadsAreGone(QString id, RequestContext context);

    Task<std::optional<kaleyra::Room>> askForRoom(Teleconsultation consultation);

    Task<void> removeOrphan(qint64 intent, QString correlationId);
    Task<bool> settle(records::Intent intent);
    Task<bool> settleCreateRoom(records::Intent intent);
    Task<bool> settleDeleteRoom(records::Intent intent);
    Task<bool> settleTrash(records::Intent intent);
    Task<bool> settleClaims(records::Intent intent);
    Task<QStringList> consultationsOf(QStringList userIds, QDateTime from);
    Task<bool> settleCall(records::Intent intent);
    Task<bool> hasSomebodyInIt(QString id);
    Task<qint64> intend(records::Intent::Kind kind, QString subject);
    Task<void> strikeOut(qint64 intent);

    Parts m_parts;
    ConsultationPolicy m_policy;
    People m_people;
    KaleyraUsers m_users;
    QSet<qint64> m_underWay;              ///< Intents whose operation is going on: not for recover().
    QHash<QString, QSet<qint64>> m_calls; ///< Those that go on, by consultation.
    QSet<QString> m_beginning;            ///< Consultations with a call whose begin is not known to be on record.
    Operations m_operations;
};

} // namespace teleconsult::service
