#include "core/records/sqlite_database.h"

#include "core/records/sqlite_connection.h"

namespace teleconsult::records {

SqliteDatabase::SqliteDatabase(QString path)
    : m_path(std::move(path)), m_connection(std::make_unique<SqliteConnection>(m_path))
{}

SqliteDatabase::~SqliteDatabase()
{
    m_executor.run([this] { m_connection->close(); });
}

Result<const SqliteConnection *> SqliteDatabase::opened()
{
    if (Result<void> open = m_connection->open(); !open)
        return failure(open.error());
    return m_connection.get();
}

} // namespace teleconsult::records
