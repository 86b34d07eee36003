#include "core/records/sqlite_schema.h"

#include "core/records/name_search.h"
#include "core/records/sqlite_connection.h"

#include <QVariant>

#include <array>

namespace teleconsult::records {

namespace {

using Step = Result<void> (*)(const SqliteConnection &connection);

Error schemaError(const QString &code, const QString &detail)
{
    return {.kind = Error::Kind::Storage,
            .httpStatus = 0,
            .code = code,
            .field = {},
            .message = {},
            .detail = detail,
            .requestId = {},
            .retryable = false};
}

Result<void> runAll(const SqliteConnection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (Result<QSqlQuery> done = connection.run(statement); !done)
            return failure(done.error());
    }
    return {};
}

/// A step, once shipped, is never changed: files of that version are out there.
Result<void> makeRecords(const SqliteConnection &connection)
{
    return runAll(connection,
                  {QStringLiteral("CREATE TABLE teleconsultations ("
                                  "  row INTEGER PRIMARY KEY,"
                                  "  _id TEXT NOT NULL UNIQUE,"
                                  "  bandyerRoomId TEXT,"
                                  "  participantsNumber INTEGER NOT NULL,"
                                  "  teleconsultationState TEXT NOT NULL,"
                                  "  startDate INTEGER NOT NULL,"
                                  "  endDate INTEGER,"
                                  "  __STATE__ TEXT NOT NULL,"
                                  "  creatorId TEXT NOT NULL,"
                                  "  createdAt INTEGER NOT NULL,"
                                  "  updaterId TEXT NOT NULL,"
                                  "  updatedAt INTEGER NOT NULL"
                                  ") STRICT"),
                   QStringLiteral("CREATE TABLE participants ("
                                  "  consultation INTEGER NOT NULL REFERENCES teleconsultations(row) ON DELETE CASCADE,"
                                  "  position INTEGER NOT NULL,"
                                  "  userBandyerId TEXT NOT NULL,"
                                  "  accessLinkURL TEXT NOT NULL,"
                                  "  fullName TEXT NOT NULL,"
                                  "  \"groups\" TEXT NOT NULL," // A JSON array.
                                  "  language TEXT,"
                                  "  PRIMARY KEY (consultation, position)"
                                  ") STRICT, WITHOUT ROWID"),
                   QStringLiteral("CREATE TABLE teleconsultations_users ("
                                  "  receivedUserId TEXT PRIMARY KEY NOT NULL,"
                                  "  bandyerId TEXT NOT NULL,"
                                  "  createdAt INTEGER NOT NULL"
                                  ") STRICT, WITHOUT ROWID")});
}

/// Every participant's name of every consultation, into the table that is searched.
Result<void> indexNames(const SqliteConnection &connection)
{
    Result<QSqlQuery> names = connection.run(QStringLiteral(
        "SELECT consultation, group_concat(fullName, char(10)) FROM participants GROUP BY consultation"));
    if (!names)
        return failure(names.error());
    while (names->next()) {
        Result<QSqlQuery> added =
            connection.run(QStringLiteral("INSERT INTO teleconsultation_names (rowid, names) VALUES (?, ?)"),
                           {names->value(0), searchableNames({names->value(1).toString()})});
        if (!added)
            return failure(added.error());
    }
    return {};
}

Result<void> makeJournalAndSearch(const SqliteConnection &connection)
{
    // What is listed is PUBLIC; the rest is not worth its place in an index. The index by
    // length finds the longest consultation: one that overlaps a day starts at most that long before it, which turns
    // "ends after" into a range of starts. Intents never take the id of one that was struck out.
    Result<void> made =
        runAll(connection,
               {QStringLiteral("CREATE INDEX teleconsultations_by_start ON teleconsultations (startDate, _id)"
                               " WHERE __STATE__ = 'PUBLIC'"),
                QStringLiteral("CREATE INDEX teleconsultations_by_length ON teleconsultations (endDate - startDate)"
                               " WHERE __STATE__ = 'PUBLIC'"),
                QStringLiteral("CREATE INDEX teleconsultations_by_room ON teleconsultations (bandyerRoomId)"
                               " WHERE __STATE__ = 'PUBLIC' AND bandyerRoomId IS NOT NULL"),
                QStringLiteral("CREATE TABLE intents ("
                               "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
                               "  kind TEXT NOT NULL,"
                               "  subject TEXT NOT NULL,"
                               "  since INTEGER NOT NULL"
                               ") STRICT"),
                QStringLiteral("CREATE VIRTUAL TABLE teleconsultation_names USING fts5"
                               " (names, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1 2 3')")});
    if (!made)
        return made;
    return indexNames(connection);
}

/// Not updatedAt: two changes may fall into one millisecond, and a clock may be set back.
Result<void> addRevisions(const SqliteConnection &connection)
{
    return runAll(connection,
                  {QStringLiteral("ALTER TABLE teleconsultations ADD COLUMN revision INTEGER NOT NULL DEFAULT 1")});
}

/// Every participant's name of every consultation, at the consultation's place.
Result<void> indexNamesByPlace(const SqliteConnection &connection)
{
    Result<QSqlQuery> names =
        connection.run(QStringLiteral("SELECT place, group_concat(fullName, char(10)) FROM teleconsultations"
                                      " JOIN participants ON consultation = row GROUP BY place ORDER BY place"));
    if (!names)
        return failure(names.error());
    while (names->next()) {
        Result<QSqlQuery> added =
            connection.run(QStringLiteral("INSERT INTO teleconsultation_names (rowid, names) VALUES (?, ?)"),
                           {names->value(0), searchableNames({names->value(1).toString()})});
        if (!added)
            return failure(added.error());
    }
    return {};
}

/// FTS5 finds in the order of its row numbers. Where that is the order of starts, a page of what is found is read and
/// nothing else; before, everything found had to be looked up and sorted first (./dev bench agenda).
Result<void> orderSearchByStart(const SqliteConnection &connection)
{
    Result<void> made = runAll(
        connection,
        {QStringLiteral("DROP TABLE teleconsultation_names"),
         QStringLiteral("ALTER TABLE teleconsultations ADD COLUMN place INTEGER"),
         QStringLiteral("UPDATE teleconsultations SET place = startDate * 32768 + numbered.n FROM"
                        " (SELECT row AS numberedRow, row_number() OVER (PARTITION BY startDate ORDER BY _id) - 1 AS n"
                        "  FROM teleconsultations) AS numbered WHERE numberedRow = row"),
         QStringLiteral("CREATE UNIQUE INDEX teleconsultations_by_place ON teleconsultations (place)"),
         QStringLiteral("CREATE VIRTUAL TABLE teleconsultation_names USING fts5"
                        " (names, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1 2 3')")});
    if (!made)
        return made;
    return indexNamesByPlace(connection);
}

Result<void> makeAgendaMemory(const SqliteConnection &connection)
{
    return runAll(connection, {QStringLiteral("CREATE TABLE remembered_from (source TEXT NOT NULL) STRICT"),
                               QStringLiteral("CREATE TABLE remembered_days ("
                                              "  fromDate INTEGER NOT NULL,"
                                              "  until INTEGER NOT NULL,"
                                              "  asOf INTEGER NOT NULL,"
                                              "  PRIMARY KEY (fromDate, until)"
                                              ") STRICT, WITHOUT ROWID"),
                               QStringLiteral("CREATE TABLE remembered_consultations ("
                                              "  _id TEXT PRIMARY KEY NOT NULL,"
                                              "  startDate INTEGER NOT NULL,"
                                              "  endDate INTEGER,"
                                              "  document TEXT NOT NULL" // As the CRUD service's, without links.
                                              ") STRICT, WITHOUT ROWID"),
                               QStringLiteral("CREATE INDEX remembered_consultations_by_start"
                                              " ON remembered_consultations (startDate)")});
}

/// One row at the most in the first table. A revision of a record elsewhere is a text of its own store.
Result<void> makeMove(const SqliteConnection &connection)
{
    return runAll(connection, {QStringLiteral("CREATE TABLE record_move ("
                                              "  target TEXT NOT NULL,"
                                              "  since INTEGER NOT NULL,"
                                              "  sealed INTEGER"
                                              ") STRICT"),
                               QStringLiteral("CREATE TABLE sent_records ("
                                              "  _id TEXT PRIMARY KEY NOT NULL,"
                                              "  revision TEXT NOT NULL,"
                                              "  writtenRevision TEXT NOT NULL"
                                              ") STRICT, WITHOUT ROWID")});
}

/// Element n leads from version n to n + 1.
constexpr std::array<Step, schemaVersion> steps{makeRecords,        makeJournalAndSearch, addRevisions,
                                                orderSearchByStart, makeAgendaMemory,     makeMove};

Result<int> readVersion(const SqliteConnection &connection)
{
    // One statement sees one state of the file: between two, another process may have made its tables.
    Result<QSqlQuery> query = connection.run(
        QStringLiteral("SELECT user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version"));
    if (!query)
        return failure(query.error());
    const bool answered = query->next();
    const int version = answered ? query->value(0).toInt() : -1;
    const int objects = answered ? query->value(1).toInt() : 0;
    if (version > schemaVersion)
        return failure(schemaError(QStringLiteral("schema_too_new"),
                                   QStringLiteral("schema %1, known up to %2").arg(version).arg(schemaVersion)));
    if (version < 0)
        return failure(schemaError(QStringLiteral("not_a_database"), QStringLiteral("schema %1").arg(version)));
    if (version == 0 && objects > 0)
        return failure(schemaError(QStringLiteral("not_a_database"), QStringLiteral("a file of another program")));
    return version;
}

/// The version is read again under the write lock: another process may have taken the step meanwhile.
Result<void> takeStep(const SqliteConnection &connection, int from)
{
    return connection.inTransaction([&]() -> Result<void> {
        const Result<int> version = readVersion(connection);
        if (!version)
            return failure(version.error());
        if (*version != from)
            return {};
        if (Result<void> taken = steps.at(std::size_t(from))(connection); !taken)
            return taken;
        // A pragma takes no bound value; this is a number of our own.
        Result<QSqlQuery> written = connection.run(QStringLiteral("PRAGMA user_version = %1").arg(from + 1));
        if (!written)
            return failure(written.error());
        return {};
    });
}

} // namespace

Result<void> checkSchema(const SqliteConnection &connection)
{
    const Result<int> version = readVersion(connection);
    if (!version)
        return failure(version.error());
    return {};
}

Result<void> migrate(const SqliteConnection &connection)
{
    Result<int> version = readVersion(connection);
    while (version && *version < schemaVersion) {
        if (Result<void> taken = takeStep(connection, *version); !taken)
            return taken;
        version = readVersion(connection);
    }
    if (!version)
        return failure(version.error());
    return {};
}

} // namespace teleconsult::records
