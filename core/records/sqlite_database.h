// One SQLite file and the thread on which it is used.
#pragma once

#include "core/async/outcome_of.h"
#include "core/async/serial_executor.h"
#include "core/async/task.h"

#include <memory>

namespace teleconsult::records {

class SqliteConnection;

/// What the record store and the journal share: one connection, used on one thread of its own so that nothing blocks
/// the caller. Several processes may have the same file open. Its destructor waits for work that was given to it, and
/// closes the file on the thread that opened it.
class SqliteDatabase
{
public:
    /// Opens `path` (or makes it, its folder included) with the first operation; until then no disk is touched.
    explicit SqliteDatabase(QString path);
    ~SqliteDatabase();
    SqliteDatabase(const SqliteDatabase &) = delete;
    SqliteDatabase &operator=(const SqliteDatabase &) = delete;

    const QString &path() const { return m_path; }

    /// Runs `work(const SqliteConnection &)`, which answers a Result, on the database's thread, after all that was
    /// given before. Its errors, and those of opening the file (SqliteConnection), are the task's.
    template <typename Work>
    auto run(Work work)
    {
        using Outcome = std::invoke_result_t<Work, const SqliteConnection &>;
        return outcomeOf(m_executor.run([this, job = std::move(work)]() mutable -> Outcome {
            Result<const SqliteConnection *> connection = opened();
            if (!connection)
                return failure(connection.error());
            return job(**connection);
        }));
    }

private:
    Result<const SqliteConnection *> opened();

    QString m_path;
    std::unique_ptr<SqliteConnection> m_connection; ///< Touched on the executor's thread only.
    SerialExecutor m_executor;                      ///< Last member: its destructor waits for work that uses the other.
};

} // namespace teleconsult::records
