// What can be done with teleconsultations (seed 004), wherever it is carried out.
#pragma once

#include "core/directory/directory.h"
#include "core/domain/teleconsultation_change.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/agenda_memory.h"
#include "core/service/link_options.h"

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
    QString recording = {}; ///< Of the room it leads into, as kaleyra::Room has it. Empty: not known, as while Kaleyra
                            ///< cannot be asked, or where another service does not tell.
};

/// What became of the files shared in a call (seed 004, DELETE uploads).
struct DeletedUploads
{
    int total = 0;
    int deleted = 0; ///< ≤ total
};

/// Creates, reads, lists and deletes teleconsultations. Two implementations pass one suite of behaviour tests
/// (tests/core/remote/): Teleconsultations does it in this process, remote::RemoteTeleconsultations asks a
/// Teleconsultation Service elsewhere. An implementation must outlive its operations: whoever destroys it waits until
/// isIdle(), which after HttpClient::shutDown() is soon.
class TeleconsultationService
{
public:
    virtual ~TeleconsultationService() = default;

    /// What holds for all consultations. May change as long as no operation has been answered yet.
    virtual const ConsultationPolicy &policy() const = 0;
    /// Whether a directory says who participants are: their names and groups are then taken from it, whatever is given.
    virtual bool looksPeopleUp() const = 0;

    /// Answers the record's id. Nothing is created anywhere when check() finds a mistake, or the directory does not
    /// know somebody (Invalid, code unknown_person, field participants.data[i].userExternalId).
    virtual Task<QString> create(TeleconsultationRequest request, RequestContext context = {}) = 0;

    /// Changes what `change` names (seed 004, PATCH); the id stays. Immutable: too late. Conflict (code
    /// changed_meanwhile): somebody else has changed at the same time what `change` names; nothing is done. A change
    /// that affects the room replaces it; any other leaves the room alone.
    virtual Task<void> update(QString id, TeleconsultationChange change, RequestContext context = {}) = 0;
    /// Adds one participant; the last one makes the room (seed 004, POST …/participants/data).
    virtual Task<void> addParticipant(QString id, ParticipantData person, RequestContext context = {}) = 0;

    /// The caller's own way in. NotFound: no such record. Unauthorized (code not_a_participant): the caller takes no
    /// part. The link is empty until joinable, and when Kaleyra has closed the room. It is the recorded one while
    /// Kaleyra cannot be asked. It has the background for a member of one of the policy's groups, whatever the options
    /// say.
    virtual Task<Admission> open(QString id, QString callerExternalId, LinkOptions options,
                                 RequestContext context = {}) = 0;

    /// One link for each participant, from the immutable period on; before it, and when Kaleyra has closed the room,
    /// the list is empty. Each link carries its participant's name and language.
    virtual Task<QList<Invitation>> invitations(QString id, RequestContext context = {}) = 0;

    /// Without any access link in it. NotFound: no such record.
    virtual Task<Teleconsultation> find(QString id, RequestContext context = {}) = 0;
    /// Consultations without any access link in them.
    virtual Task<QList<Teleconsultation>> list(records::Query query, RequestContext context = {}) = 0;
    /// What list() last answered of the days from `query.from` until `query.until`, for while it does not answer.
    /// Nothing: it is not known, or nothing is kept because list() needs nobody else.
    virtual Task<std::optional<records::RememberedDays>> remembered(records::Query query);

    /// People of earlier consultations, and of coming ones, whose names these words begin: as they were given last, by
    /// name, a handful at most. For whoever enters participants by hand. Nobody where people are looked up, and where
    /// another service keeps the records: it does not tell their ids.
    virtual Task<QList<ParticipantData>> peopleSeen(QString words, RequestContext context = {});

    /// Record to TRASH, then the room is deleted.
    virtual Task<void> remove(QString id, RequestContext context = {}) = 0;

    /// Somebody here has joined: the record says IN_CALL. Answers a handle for endCall().
    virtual Task<qint64> beginCall(QString id, RequestContext context = {}) = 0;
    /// The call is over, however it came: the record says HELD. When it fails, the same can be asked again. Afterwards
    /// the files that were shared in it are deleted, if the policy says so.
    virtual Task<void> endCall(QString id, qint64 handle, RequestContext context = {}) = 0;

    /// Deletes the files that were shared in the consultation's room, several at a time; nothing when the policy keeps
    /// them. Those that Kaleyra fails to delete are counted out, and no error: the same can be asked again.
    virtual Task<std::optional<DeletedUploads>> deleteUploads(QString id, RequestContext context = {}) = 0;

    /// Finishes or undoes what an earlier run of the program left open, or an operation whose end nobody could tell.
    /// Answers how many intents were settled. What may still be on its way has to be asked for again some minutes
    /// later.
    virtual Task<int> recover() = 0;

    /// Whether no operation is under way, what goes on after an answer included.
    virtual bool isIdle() const = 0;
};

/// Whether open() was refused because the person takes no part, and not because the station may not ask.
inline bool isNoParticipant(const Error &error)
{
    return error.kind == Error::Kind::Unauthorized && error.code == QLatin1String("not_a_participant");
}

inline Task<QList<ParticipantData>> TeleconsultationService::peopleSeen(QString, RequestContext)
{
    co_return QList<ParticipantData>();
}

inline Task<std::optional<records::RememberedDays>> TeleconsultationService::remembered(records::Query)
{
    co_return std::optional<records::RememberedDays>();
}

} // namespace teleconsult::service
