// Who the people of a request are.
#pragma once

#include "core/directory/directory.h"
#include "core/domain/teleconsultation.h"
#include "core/records/record_store.h"

namespace teleconsult::service {

/// People, and what is known of them before anything is made for them.
struct KnownPeople
{
    QList<ParticipantData> people;   ///< In the order of the request, each with full name and groups.
    QHash<QString, QString> userIds; ///< Kaleyra's, by external id, of those in the user map.
};

/// Finds out who people are, by their external ids. With a directory their names and groups are what it says, whatever
/// was given; without one they are as given (the two operating modes, reference/teleconsultation-service.md). Does not
/// own what it is given, which must outlive its operations.
class People
{
public:
    /// `directory`: null without an auth service.
    People(records::RecordStore &records, directory::Directory *directory);

    bool areLookedUp() const { return m_directory; }

    /// Asks the directory and the user map at the same time.
    Task<KnownPeople> lookUp(QList<ParticipantData> people, RequestContext context);
    /// Asks the directory alone. Invalid (code unknown_person, field participants.data[i].userExternalId): it does not
    /// know that one.
    Task<QList<ParticipantData>> introduce(QList<ParticipantData> people, RequestContext context);

    /// Fills in the names and groups that a record lacks, as the original service leaves them out of its records where
    /// it has an auth service. Asks nobody when all are there. Who is not known to the directory stays as is.
    Task<Teleconsultation> introduceParticipants(Teleconsultation consultation, RequestContext context);

private:
    records::RecordStore &m_records;
    directory::Directory *m_directory;
};

} // namespace teleconsult::service
