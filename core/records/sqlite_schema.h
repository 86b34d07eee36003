// The schema of the records' file, and how an older file becomes a newer one.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::records {

class SqliteConnection;

/// What this program writes; kept in the file as `PRAGMA user_version`.
///   1: consultations and the user id map
///   2: the journal of intents, the search by name, the index by date
///   3: the revision of a consultation, one more with each change of it
///   4: the place of a consultation, by which the search answers in the order of starts
///   5: what a service elsewhere answered about the days around now (AgendaMemory)
///   6: how far a move of these records to a CRUD service has come (MovingSource)
/// A table mirrors a collection of the CRUD service and has its names (reference/teleconsultation-service.md, Records).
/// Dates are UTC milliseconds since 1970: they compare and index as they are, and hold exactly what the CRUD service's
/// ISO texts hold, which also stop at milliseconds.
inline constexpr int schemaVersion = 6;

/// Consultations that start in one millisecond have this many places. That leaves room for years up to 9999.
inline constexpr qint64 placesOfAStart = 32768;

/// Whether the file may be used: it is new, or of a version up to schemaVersion. Changes nothing. Error codes:
/// schema_too_new, not_a_database (a SQLite file of another program), and SqliteConnection's.
Result<void> checkSchema(const SqliteConnection &connection);

/// Brings a new or older file up to schemaVersion, each step in a transaction of its own; does nothing when it is
/// there. Safe when several processes open the file at once. Error codes: schema_too_new, not_a_database (a SQLite file
/// of another program), and SqliteConnection's.
Result<void> migrate(const SqliteConnection &connection);

} // namespace teleconsult::records
