// The backend's operations on teleconsultations (seed 004).
#pragma once

#include "core/domain/clock.h"
#include "core/domain/teleconsultation.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/intent_journal.h"
#include "core/records/record_store.h"

namespace teleconsult::service {

/// Options of a link (seed 004, GET, query parameters; reference/kaleyra-video-api.md §3.2).
struct LinkOptions
{
    std::optional<Language> language; ///< Of the call page; nothing: the participant's own, else the company's default.
    bool useBackground = false;       ///< Start with the company's default background.
    QString theme;                    ///< "light", "dark" or empty.
};

/// What a person is given to enter a consultation (seed 004, GET 200).
struct Admission
{
    QString kaleyraUserId;            ///< The caller's.
    QUrl accessLink;                  ///< Empty until joinable.
    Teleconsultation consultation;    ///< Without any access link in it.
    std::optional<kaleyra::Room> room; ///< The room as Kaleyra keeps it, links taken out; nothing until there is one.
};

/// A link for one participant, to hand to that person.
struct Invitation
{
    QString kaleyraUserId;
    QString fullName;
    QStringList groups;
    QUrl accessLink;
};

/// Creates, reads, lists and deletes teleconsultations. Each operation is one coroutine that reads top to bottom; waits
/// that do not depend on each other go out together. Does not own what it is given, all of which must outlive it.
class Teleconsultations
{
public:
    struct Parts
    {
        kaleyra::KaleyraClient &kaleyra;
        records::RecordStore &records;
        records::IntentJournal &journal;
        const Clock &clock;
        QByteArray userIdSecret; ///< Key of kaleyra::opaqueUserId.
    };

    Teleconsultations(Parts parts, ConsultationPolicy policy);

    const ConsultationPolicy &policy() const { return m_policy; }

    /// Look-up → users (all unknown ones at once) → room (only if all are known) → record. Answers the record's id.
    /// Nothing is created anywhere when check() finds a mistake. When the record cannot be saved, the room is deleted again.
    Task<QString> create(TeleconsultationRequest request);

    /// The caller's own way in. NotFound: no such record. Unauthorized: the caller is not a participant. The link is
    /// empty until joinable, and when Kaleyra has closed the room.
    Task<Admission> open(QString id, QString callerExternalId, LinkOptions options);

    /// One link for each participant, from the immutable period on; before it the list is empty.
    Task<QList<Invitation>> invitations(QString id);

    /// Consultations without any access link in them.
    Task<QList<Teleconsultation>> list(records::Query query);

    /// Record to TRASH, then the room is deleted. A room that Kaleyra fails to delete stays in the journal.
    Task<void> remove(QString id);

    /// Somebody here has joined: the record says IN_CALL. Answers a handle for endCall().
    Task<qint64> beginCall(QString id);
    /// The call is over, however it came: the record says HELD.
    Task<void> endCall(QString id, qint64 handle);

    /// Finishes or undoes what an earlier run of the program left open. Answers how many intents were settled; those that
    /// cannot be settled now (no network) stay open.
    Task<int> recover();

private:
    Task<QHash<QString, QString>> resolveUsers(QList<ParticipantData> people);
    Task<QString> createUser(ParticipantData person);
    Task<void> deleteRoomReliably(QString roomId);
    Task<bool> settle(records::Intent intent);

    Parts m_parts;
    ConsultationPolicy m_policy;
};

} // namespace teleconsult::service
