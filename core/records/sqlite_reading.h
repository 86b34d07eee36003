// How consultations are read from the records' file. Shared by the sources of core/records; nobody else includes it.
#pragma once

#include "core/records/moving_rules.h"
#include "core/records/record_store.h"

#include <QVariant>

namespace teleconsult::records {

class SqliteConnection;

Error notFound();

/// Null: null.
QDateTime dateFromColumn(const QVariant &value);

/// The first of the places of consultations that start then (sqlite_schema.h): they grow with the start.
qint64 firstPlaceOf(const QDateTime &start);

/// The one record out of the trash for which `rest`, which begins with AND and has one question mark for the value,
/// holds. NotFound: there is none.
Result<Teleconsultation> readOne(const SqliteConnection &connection, const QString &rest, const QString &value);

/// As RecordStore::findInTrash().
Result<Teleconsultation> readFromTrash(const SqliteConnection &connection, const QString &id);

/// Those in whatever state whose rows come after this one, in the order of rows.
Result<QList<KeptConsultation>> readKept(const SqliteConnection &connection, qint64 after, int limit);

/// As RecordStore::list().
Result<QList<Teleconsultation>> readPage(const SqliteConnection &connection, const Query &query);

} // namespace teleconsult::records
