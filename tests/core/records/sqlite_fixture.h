// What the tests of SQLite files share.
#pragma once

#include "core/records/sqlite_connection.h"

#include <QTemporaryDir>
#include <QVariant>

namespace teleconsult::records::test {

inline QVariant ask(const SqliteConnection &connection, const QString &statement)
{
    Result<QSqlQuery> query = connection.run(statement);
    return query && query->next() ? query->value(0) : QVariant();
}

/// What opening a file ends with: "opened", or the error's code.
inline QString codeOfOpening(const QString &path)
{
    SqliteConnection connection(path);
    const Result<void> opened = connection.open();
    if (opened)
        return QStringLiteral("opened");
    return opened.error().kind == Error::Kind::Storage ? opened.error().code : nameOf(opened.error().kind);
}

/// Paths of files that are not there yet, in a folder that goes with the object.
class NewFiles
{
public:
    QString folder() const { return m_folder.path(); }
    QString at(const QString &name) const { return m_folder.filePath(name); }
    QString next() { return at(QStringLiteral("%1.sqlite").arg(++m_files)); }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace teleconsult::records::test
