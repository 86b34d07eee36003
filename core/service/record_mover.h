// Moving the records of this computer to a CRUD service (docs/decisions/0014-moving-records.md).
#pragma once

#include "core/config/crud_service.h"
#include "core/records/moving_source.h"
#include "core/records/moving_target.h"
#include "core/service/operations.h"

#include <functional>
#include <memory>

namespace teleconsult::service {

/// What there is to move, and what was begun.
struct MoveOutlook
{
    records::KeptCounts counts;
    records::MoveMark mark;

    int consultationsToMove() const { return counts.consultations - counts.standInConsultations; }
    int peopleToMove() const { return counts.people - counts.standInPeople; }
};

/// How far a move is.
struct MoveProgress
{
    bool isChecking = false; ///< Everything was sent, and is being looked for there.
    int done = 0;            ///< People and consultations together, the stand-in's included.
    int total = 0;
};

/// Between who moves and who looks on. Lives as long as either needs it.
struct MoveTalk
{
    std::function<void(const MoveProgress &)> onProgress; ///< Empty: nobody looks on.
    bool isCancelled = false;                             ///< To be set by who looks on.
};

/// Something that is not there as it is kept here.
struct Unmoved
{
    QString consultationId; ///< Empty: it is a person of the user map.
    QDateTime start;        ///< Of the consultation.
    QString externalId;     ///< Of the person. Not for logs.
    /// As the service answered it, or Conflict with the codes "changed_there" (changed here and there),
    /// "stored_differently" (the service keeps something else than it was sent), "person_known_otherwise" (the
    /// service's user map gives this person, or one of the consultation, another user of Kaleyra).
    Error why;
};

/// What a move came to.
struct MoveReport
{
    int consultations = 0; ///< That are there, deleted ones included.
    int people = 0;
    int sent = 0; ///< Of both, how many were sent by this run, or brought up to date.
    int left = 0; ///< Of both, how many are the stand-in's and stay.
    QList<Unmoved> unmoved;
    /// All is there that was to be moved, or is to be left behind, and the records here are a backup.
    bool isComplete = false;
    /// What ended it early. It can be begun again, and goes on where it ended.
    std::optional<Error> stopped;
};

/// Where to move to, and how.
struct MoveOrder
{
    config::CrudService target;
    bool leaveBehind = false; ///< What cannot be moved stays in the backup, instead of keeping the move from its end.
    std::shared_ptr<MoveTalk> talk = std::make_shared<MoveTalk>();
};

/// Copies consultations, deleted ones too, and the user map of this computer to a CRUD service, keeping the
/// consultations' ids. May be cut off at any moment and begun again: what is there already is found by its id, and
/// nothing is inserted twice. People go first, then consultations, then all of it is looked for there; when everything
/// is there and nothing has changed here meanwhile, the records here become a backup that nobody writes to any more.
/// The settings are the caller's to switch over. Lives on one thread.
class RecordMover
{
public:
    /// Not owned; all of it must outlive the mover.
    struct Parts
    {
        records::SqliteDatabase &database;
        const Clock &clock;
        http::HttpClient &http;
        std::function<records::CrudEndpoint(const config::CrudService &)> endpointOf;
        std::function<Task<records::StandIn>()> madeByStandIn;
    };

    explicit RecordMover(Parts parts) : m_parts(std::move(parts)) {}

    Task<MoveOutlook> outlook();
    /// Never an error: what went wrong is in the report; Storage (code "records_moved") for a backup of a move to
    /// another service. To be asked once at a time.
    Task<MoveReport> move(MoveOrder order);
    /// The backup becomes this computer's records again, for who goes back. Answers whether there was one.
    Task<bool> reopen();

    bool isIdle() const { return m_operations.areDone(); }

private:
    records::MovingTarget targetOf(const config::CrudService &service) const;

    Parts m_parts;
    Operations m_operations;
};

/// Names a service and its collections in the mark of a move.
QString nameOfTarget(const config::CrudService &service);

} // namespace teleconsult::service
