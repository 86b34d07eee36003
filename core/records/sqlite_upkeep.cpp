#include "core/records/sqlite_upkeep.h"

#include "core/domain/json.h"
#include "core/records/sqlite_connection.h"
#include "core/records/sqlite_intent_journal.h"

namespace teleconsult::records {

namespace {

Result<int> purge(const SqliteConnection &connection, const QDateTime &before)
{
    const QString expired = QStringLiteral("__STATE__ = 'TRASH' AND updatedAt < ?"
                                           " AND _id NOT IN (SELECT subject FROM intents WHERE kind = ?)");
    const QVariantList values{before.toMSecsSinceEpoch(), toCode(Intent::Kind::Trash)};
    Result<QSqlQuery> unindexed = connection.run(QStringLiteral("DELETE FROM teleconsultation_names WHERE rowid IN"
                                                                " (SELECT place FROM teleconsultations WHERE %1)")
                                                     .arg(expired),
                                                 values);
    if (!unindexed)
        return failure(unindexed.error());
    // The participants go with their record (sqlite_schema.cpp).
    Result<QSqlQuery> removed =
        connection.run(QStringLiteral("DELETE FROM teleconsultations WHERE %1").arg(expired), values);
    if (!removed)
        return failure(removed.error());
    return removed->numRowsAffected();
}

Result<QHash<QString, QString>> strikeOutUnneeded(const SqliteConnection &connection, const QStringList &externalIds)
{
    Result<QSqlQuery> struckOut = connection.run(
        QStringLiteral("DELETE FROM teleconsultations_users WHERE receivedUserId IN (SELECT value FROM json_each(?))"
                       " AND bandyerId NOT IN (SELECT p.userBandyerId FROM participants p"
                       " JOIN teleconsultations t ON t.row = p.consultation WHERE t.__STATE__ = 'PUBLIC')"
                       " AND NOT EXISTS (SELECT 1 FROM intents WHERE kind = ?)"
                       " RETURNING receivedUserId, bandyerId"),
        {QString::fromUtf8(compactJson(QJsonArray::fromStringList(externalIds))), toCode(Intent::Kind::CreateRoom)});
    if (!struckOut)
        return failure(struckOut.error());
    QHash<QString, QString> ids;
    while (struckOut->next())
        ids.insert(struckOut->value(0).toString(), struckOut->value(1).toString());
    return ids;
}

} // namespace

SqliteUpkeep::SqliteUpkeep(SqliteDatabase &database, const Clock &clock) : m_database(database), m_clock(clock) {}

Task<int> SqliteUpkeep::purgeTrash()
{
    const QDateTime before = m_clock.now().addDays(-trashLifetime.count());
    return m_database.run([before](const SqliteConnection &connection) {
        return connection.inTransaction([&] { return purge(connection, before); });
    });
}

Task<QHash<QString, QString>> SqliteUpkeep::forgetUnneeded(QStringList externalIds)
{
    return m_database.run([externalIds = std::move(externalIds)](const SqliteConnection &connection) {
        return connection.inTransaction([&] { return strikeOutUnneeded(connection, externalIds); });
    });
}

} // namespace teleconsult::records
