#include "core/records/sqlite_intent_journal.h"

#include "core/records/intent_locks.h"
#include "core/records/sqlite_connection.h"

#include <optional>

namespace teleconsult::records {

QString toCode(Intent::Kind kind)
{
    switch (kind) {
    case Intent::Kind::CreateRoom:
        return QStringLiteral("CREATE_ROOM");
    case Intent::Kind::DeleteRoom:
        return QStringLiteral("DELETE_ROOM");
    case Intent::Kind::Trash:
        return QStringLiteral("TRASH");
    case Intent::Kind::Claims:
        return QStringLiteral("CLAIMS");
    case Intent::Kind::Call:
        return QStringLiteral("CALL");
    }
    Q_UNREACHABLE();
}

namespace {

std::optional<Intent::Kind> kindFromCode(const QString &code)
{
    for (const Intent::Kind kind : {Intent::Kind::CreateRoom, Intent::Kind::DeleteRoom, Intent::Kind::Trash,
                                    Intent::Kind::Claims, Intent::Kind::Call})
    {
        if (code == toCode(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace

SqliteIntentJournal::SqliteIntentJournal(SqliteDatabase &database, const Clock &clock)
    : m_database(database),
      m_clock(clock),
      m_locks(std::make_shared<IntentLocks>(database.path() + QStringLiteral(".intents")))
{}

Task<qint64> SqliteIntentJournal::write(Intent::Kind kind, QString subject)
{
    return m_database.run([kind, subject = std::move(subject), now = m_clock.now(),
                           locks = m_locks](const SqliteConnection &connection) -> Result<qint64> {
        // Locked before anybody else can see it.
        return connection.inTransaction([&]() -> Result<qint64> {
            Result<QSqlQuery> written =
                connection.run(QStringLiteral("INSERT INTO intents (kind, subject, since) VALUES (?, ?, ?)"),
                               {toCode(kind), subject, now.toMSecsSinceEpoch()});
            if (!written)
                return failure(written.error());
            const qint64 id = written->lastInsertId().toLongLong();
            const Result<bool> locked = locks->take(id);
            if (!locked)
                return failure(locked.error());
            return id;
        });
    });
}

Task<void> SqliteIntentJournal::strikeOut(qint64 id)
{
    return m_database.run([id, locks = m_locks](const SqliteConnection &connection) -> Result<void> {
        Result<QSqlQuery> struck = connection.run(QStringLiteral("DELETE FROM intents WHERE id = ?"), {id});
        if (!struck)
            return failure(struck.error());
        locks->release(id);
        return {};
    });
}

Task<QList<Intent>> SqliteIntentJournal::open()
{
    return m_database.run([locks = m_locks](const SqliteConnection &connection) -> Result<QList<Intent>> {
        // With the write lock of the file: an intent that is struck out between the reading and its lock would be
        // taken for one that was left.
        return connection.inTransaction([&]() -> Result<QList<Intent>> {
            Result<QSqlQuery> query =
                connection.run(QStringLiteral("SELECT id, kind, subject, since FROM intents ORDER BY id"));
            if (!query)
                return failure(query.error());
            QList<Intent> intents;
            while (query->next()) {
                const qint64 id = query->value(0).toLongLong();
                const std::optional<Intent::Kind> kind = kindFromCode(query->value(1).toString());
                if (!kind)
                    continue;
                const Result<bool> ours = locks->take(id);
                if (!ours)
                    return failure(ours.error());
                if (*ours)
                    intents.append({id, *kind, query->value(2).toString(),
                                    QDateTime::fromMSecsSinceEpoch(query->value(3).toLongLong(), Qt::UTC)});
            }
            return intents;
        });
    });
}

} // namespace teleconsult::records
