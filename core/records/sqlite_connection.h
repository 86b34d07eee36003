// One SQLite file, opened the way this project opens them.
#pragma once

#include "core/domain/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <concepts>

namespace teleconsult::records {

/// A connection to one SQLite file: WAL, synchronous=FULL, foreign keys on, the schema brought up to date
/// (sqlite_schema.h). Belongs to one thread: the one that calls open() is the only one that may call anything else,
/// close() included. Errors are of kind Storage; codes: not_a_database (no SQLite file of ours, or a damaged one),
/// schema_too_new (written by a newer version of the program), cannot_open, read_only, busy (retryable), disk_full,
/// io_error, sqlite_<number>.
class SqliteConnection
{
public:
    /// Touches no disk.
    explicit SqliteConnection(QString path);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// Opens the file, or makes it (mode 600), in a folder that is private as well (files::makePrivateFolder). Does
    /// nothing when it is open; after a failure the next call tries again.
    Result<void> open();
    void close();

    /// Runs one statement; the values are bound to its question marks in order.
    Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {}) const;

    /// Runs the work in a transaction that holds the write lock from its start: commits when it answers a value, rolls
    /// back when it answers an error.
    template <std::invocable Work>
    std::invoke_result_t<Work> inTransaction(Work work) const
    {
        if (Result<QSqlQuery> begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return failure(begun.error());
        std::invoke_result_t<Work> result = work();
        if (result) {
            if (Result<QSqlQuery> committed = run(QStringLiteral("COMMIT")); !committed)
                result = failure(committed.error());
        }
        if (!result)
            rollBack();
        return result;
    }

private:
    Result<void> makeFile() const;
    Result<void> configure() const;
    Result<void> turnOnWal() const;
    void rollBack() const;

    QString m_path;
    QString m_name; ///< Of the connection, unique in the process: two stores may have the same file open.
    QSqlDatabase m_database;
};

} // namespace teleconsult::records
