#include "core/records/sqlite_connection.h"

#include "core/files/private_folder.h"
#include "core/records/sqlite_schema.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QUuid>

namespace teleconsult::records {

namespace {

Q_LOGGING_CATEGORY(lcRecords, "teleconsult.records")

constexpr QFile::Permissions ownerOnlyFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions othersPermissions =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Error storageError(const QString &code, const QString &detail)
{
    return {.kind = Error::Kind::Storage,
            .httpStatus = 0,
            .code = code,
            .field = {},
            .message = {},
            .detail = detail,
            .requestId = {},
            .retryable = code == QLatin1String("busy")};
}

/// SQLite's primary result codes (https://sqlite.org/rescode.html); the rest of the bits only refine them.
QString codeOf(int nativeCode)
{
    switch (nativeCode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return QStringLiteral("busy");
    case 8: // SQLITE_READONLY
        return QStringLiteral("read_only");
    case 10: // SQLITE_IOERR
        return QStringLiteral("io_error");
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return QStringLiteral("not_a_database");
    case 13: // SQLITE_FULL
        return QStringLiteral("disk_full");
    case 14: // SQLITE_CANTOPEN
        return QStringLiteral("cannot_open");
    default:
        return QStringLiteral("sqlite_%1").arg(nativeCode);
    }
}

/// SQLite's texts name tables and columns, never the values.
Error storageError(const QSqlError &error)
{
    return storageError(codeOf(error.nativeErrorCode().toInt()), error.databaseText());
}

} // namespace

SqliteConnection::SqliteConnection(QString path)
    : m_path(std::move(path)),
      m_name(QStringLiteral("teleconsult-records-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

SqliteConnection::~SqliteConnection()
{
    close();
}

Result<void> SqliteConnection::open()
{
    if (m_database.isValid())
        return {};
    // Qt makes its list of drivers at first use and without a lock (6.4): two threads at once register its clean-up
    // twice, which then never ends. The initialisation of a static is locked.
    [[maybe_unused]] static const QStringList driversAreListed = QSqlDatabase::drivers();
    if (Result<void> made = makeFile(); !made)
        return made;

    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(m_path);
    // Long enough for another process to finish a migration.
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    Result<void> opened;
    if (!m_database.open())
        opened = failure(storageError(m_database.lastError()));
    if (opened)
        opened = checkSchema(*this); // A file that is refused is left as it is: not even WAL is turned on.
    if (opened)
        opened = configure();
    if (opened)
        opened = migrate(*this);
    if (!opened) {
        qCWarning(lcRecords).noquote() << "records cannot be opened:" << opened.error().toLogLine();
        close();
    }
    return opened;
}

void SqliteConnection::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() wants no copy of the handle left.
    QSqlDatabase::removeDatabase(m_name);
}

Result<QSqlQuery> SqliteConnection::run(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failure(storageError(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(storageError(query.lastError()));
    return query;
}

Result<void> SqliteConnection::makeFile() const
{
    if (const Result<void> made = files::makePrivateFolder(QFileInfo(m_path).absolutePath()); !made)
        return failure(storageError(QStringLiteral("cannot_open"), made.error().toLogLine()));

    // SQLite gives its -wal and -shm files the mode of the main file.
    QFile file(m_path);
    if (!file.exists()) {
        if (!file.open(QFile::ReadWrite, ownerOnlyFile))
            return failure(storageError(QStringLiteral("cannot_open"), file.errorString()));
    } else if ((file.permissions() & othersPermissions) && !file.setPermissions(ownerOnlyFile)) {
        qCWarning(lcRecords) << "the records' file can be read by others, and its mode cannot be changed";
    }
    return {};
}

Result<void> SqliteConnection::configure() const
{
    if (Result<void> on = turnOnWal(); !on)
        return on;
    for (const QString &pragma : {
             QStringLiteral("PRAGMA synchronous = FULL"), // What was answered survives a power cut.
             QStringLiteral("PRAGMA foreign_keys = ON"),
         })
    {
        if (Result<QSqlQuery> set = run(pragma); !set)
            return failure(set.error());
    }
    return {};
}

/// Readers and a writer do not wait for each other then. Turning it on needs the file alone for a moment, and SQLite
/// does not wait for that as it waits for other locks: two who try at once may both be told "busy". An exclusive
/// transaction is waited for; after it the chances are good, or somebody else has done it.
Result<void> SqliteConnection::turnOnWal() const
{
    constexpr int tries = 50;
    Result<QSqlQuery> on = run(QStringLiteral("PRAGMA journal_mode = WAL"));
    for (int i = 1; i < tries && !on && on.error().retryable; ++i) {
        if (Result<QSqlQuery> alone = run(QStringLiteral("BEGIN EXCLUSIVE")); !alone)
            return failure(alone.error()); // Waited for in vain.
        rollBack();
        on = run(QStringLiteral("PRAGMA journal_mode = WAL"));
    }
    if (!on)
        return failure(on.error());
    return {};
}

void SqliteConnection::rollBack() const
{
    // Some errors (a full disk) have ended the transaction already: this one's failure says nothing new.
    QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

} // namespace teleconsult::records
