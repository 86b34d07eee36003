// The backend's operations on teleconsultations (seed 004).
#pragma once

#include "core/domain/clock.h"
#include "core/domain/teleconsultation_change.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/intent_journal.h"
#include "core/records/record_store.h"
#include "core/service/kaleyra_users.h"
#include "core/service/link_options.h"
#include "core/service/operations.h"

#include <QSet>

namespace teleconsult::service {

/// What a person is given to enter a consultation (seed 004, GET 200).
struct Admission
{
    QString kaleyraUserId;             ///< The caller's.
    QUrl accessLink;                   ///< Empty until joinable.
    Teleconsultation consultation;     ///< Without any access link in it.
    std::optional<kaleyra::Room> room; ///< The room as Kaleyra keeps it, links taken out; nothing until there is one,
                                       ///< and while Kaleyra cannot be asked.
};

/// A link for one participant, to hand to that person.
struct Invitation
{
    QString kaleyraUserId;
    QString fullName;
    QStringList groups;
    QUrl accessLink;
};

/// What became of the files shared in a call (seed 004, DELETE uploads).
struct DeletedUploads
{
    int total = 0;
    int deleted = 0; ///< ≤ total
};

/// Creates, reads, lists and deletes teleconsultations. Each operation is one coroutine that reads top to bottom; waits
/// that do not depend on each other go out together. Does not own what it is given, all of which must outlive it; and
/// it must outlive its operations: whoever destroys it waits until isIdle(), which after HttpClient::shutDown() is
/// soon.
class Teleconsultations
{
public:
    struct Parts
    {
        kaleyra::KaleyraClient &kaleyra;
        records::RecordStore &records;
        records::IntentJournal &journal;
        const Clock &clock;
        directory::Directory *directory = nullptr; ///< Null: names and groups are given with the participants.
    };

    Teleconsultations(Parts parts, ConsultationPolicy policy);

    const ConsultationPolicy &policy() const { return m_policy; }
    /// Whether a directory says who participants are: their names and groups are then taken from it, whatever is given.
    bool looksPeopleUp() const { return m_people.areLookedUp(); }

    /// Look-up → users (all unknown ones at once) → room (only if all are known) and user map → record, and meanwhile a
    /// look whether somebody else was first with the new people: four round trips. Answers the record's id.
    /// Nothing is created anywhere when check() finds a mistake, or the directory does not know somebody (Invalid, code
    /// unknown_person, field participants.data[i].userExternalId). The directory is asked together with the user map.
    /// When the record cannot be saved, the room is deleted
    /// again. When it cannot be known whether Kaleyra made the room, it is looked for and deleted after the answer, and
    /// by recover().
    Task<QString> create(TeleconsultationRequest request, directory::RequestContext context = {});

    /// Changes what `change` names (seed 004, PATCH); the id stays. Immutable: too late. A change that affects the room
    /// replaces it: the new room first, then the record, then the old room goes; any other leaves the room alone. When
    /// somebody else changed the record meanwhile, the change is made to what is there then.
    Task<void> update(QString id, TeleconsultationChange change, directory::RequestContext context = {});
    /// Adds one participant; the last one makes the room (seed 004, POST …/participants/data).
    Task<void> addParticipant(QString id, ParticipantData person, directory::RequestContext context = {});

    /// The caller's own way in. NotFound: no such record. Unauthorized: the caller is not a participant. The link is
    /// empty until joinable, and when Kaleyra has closed the room. It is the recorded one while Kaleyra cannot be
    /// asked. It has the background for a member of one of the policy's groups, whatever the options say.
    Task<Admission> open(QString id, QString callerExternalId, LinkOptions options,
                         directory::RequestContext context = {});

    /// One link for each participant, from the immutable period on; before it, and when Kaleyra has closed the room,
    /// the list is empty. Each link carries its participant's name and language.
    Task<QList<Invitation>> invitations(QString id, directory::RequestContext context = {});

    /// Without any access link in it. NotFound: no such record.
    Task<Teleconsultation> find(QString id);
    /// Consultations without any access link in them.
    Task<QList<Teleconsultation>> list(records::Query query);

    /// Record to TRASH, then the room is deleted. A room that Kaleyra fails to delete stays in the journal.
    Task<void> remove(QString id);

    /// Somebody here has joined: the record says IN_CALL. Answers a handle for endCall().
    Task<qint64> beginCall(QString id);
    /// The call is over, however it came: the record says HELD. Afterwards the files that were shared are deleted, if
    /// the policy says so; what cannot be deleted then is for recover().
    Task<void> endCall(QString id, qint64 handle);

    /// Deletes the files that were shared in the consultation's room, several at a time; nothing when the policy keeps
    /// them. Those that Kaleyra fails to delete are counted out, and no error: the same can be asked again.
    Task<std::optional<DeletedUploads>> deleteUploads(QString id);

    /// Finishes or undoes what an earlier run of the program left open. Answers how many intents were settled; those
    /// that cannot be settled now (no network) stay open, and what this run is still busy with is left alone, as is
    /// what another program is busy with that shares the journal.
    Task<int> recover();

    /// Whether no operation is under way, what goes on after an answer included.
    bool isIdle() const { return m_operations.areDone(); }

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

    Task<KnownPeople> identify(TeleconsultationRequest request, directory::RequestContext context);
    Task<KnownPeople> identify(TeleconsultationChange change, Teleconsultation before,
                               directory::RequestContext context);

    Task<void> updateUnlessContended(QString id, TeleconsultationChange change, directory::RequestContext context);
    Task<void> updateFromRecord(QString id, TeleconsultationChange change, directory::RequestContext context);
    Task<void> replaceOnRecord(Teleconsultation before, Prepared after);
    Task<void> updateRecord(Teleconsultation before, Prepared after, std::optional<qint64> leaving);

    Task<Prepared> prepareRoom(Teleconsultation consultation, QHash<QString, QString> createdUsers);
    Task<Prepared> seat(Teleconsultation consultation, QHash<QString, QString> createdUsers,
                        Result<std::optional<Reservation>> reserved, Result<QHash<QString, QString>> holding);
    Task<void> reseat(QString id, QHash<QString, QString> createdUsers, QHash<QString, QString> holding);
    Task<void> mendUsers(Teleconsultation consultation);
    Task<void> mendUser(Participant participant);
    Task<std::optional<Reservation>> reserveRoom(Teleconsultation consultation);
    Task<void> cancel(Reservation reservation);
    Task<QString> putOnRecordUnsettled(Teleconsultation consultation, std::optional<Reservation> reservation,
                                       QList<records::UserClaim> claims);
    Task<QString> putOnRecord(Teleconsultation consultation, std::optional<Reservation> reservation);
    Task<void> deleteRoomReliably(QString roomId);
    Task<void> deleteIntendedRoom(qint64 intent, QString roomId);

    Task<void> forgetUploads(QString id, qint64 call);
    Task<bool> uploadsAreGone(QString id);

    Task<std::optional<kaleyra::Room>> askForRoom(Teleconsultation consultation);

    Task<void> removeOrphan(qint64 intent, QString correlationId);
    Task<bool> settle(records::Intent intent);
    Task<bool> settleCreateRoom(records::Intent intent);
    Task<bool> settleDeleteRoom(records::Intent intent);
    Task<bool> settleCall(records::Intent intent);
    Task<qint64> intend(records::Intent::Kind kind, QString subject);
    Task<void> strikeOut(qint64 intent);

    Parts m_parts;
    ConsultationPolicy m_policy;
    People m_people;
    KaleyraUsers m_users;
    QSet<qint64> m_underWay; ///< Intents whose operation is going on: not for recover().
    Operations m_operations;
};

} // namespace teleconsult::service
