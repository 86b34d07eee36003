#include "core/records/moving_source.h"

#include "core/domain/json.h"
#include "core/records/sqlite_connection.h"
#include "core/records/sqlite_reading.h"

#include <algorithm>

namespace teleconsult::records {

namespace {

QString listOf(const QSet<QString> &texts)
{
    return QString::fromUtf8(compactJson(QJsonArray::fromStringList(texts.values())));
}

Result<MoveMark> readMark(const SqliteConnection &connection)
{
    Result<QSqlQuery> found = connection.run(QStringLiteral("SELECT target, since, sealed FROM record_move"));
    if (!found)
        return failure(found.error());
    if (!found->next())
        return MoveMark();
    return MoveMark{found->value(0).toString(), dateFromColumn(found->value(1)), dateFromColumn(found->value(2))};
}

Result<void> writeMark(const SqliteConnection &connection, const QString &target, const QDateTime &now)
{
    const Result<MoveMark> mark = readMark(connection);
    if (!mark)
        return failure(mark.error());
    if (mark->target == target)
        return {};
    for (const QString &statement :
         {QStringLiteral("DELETE FROM record_move"), QStringLiteral("DELETE FROM sent_records")}) {
        if (Result<QSqlQuery> emptied = connection.run(statement); !emptied)
            return failure(emptied.error());
    }
    Result<QSqlQuery> written = connection.run(QStringLiteral("INSERT INTO record_move (target, since) VALUES (?, ?)"),
                                               {target, now.toMSecsSinceEpoch()});
    if (!written)
        return failure(written.error());
    return {};
}

Result<StandIn> widened(const SqliteConnection &connection, StandIn known)
{
    Result<QSqlQuery> found =
        connection.run(QStringLiteral("SELECT DISTINCT userBandyerId FROM participants WHERE consultation IN"
                                      " (SELECT consultation FROM participants WHERE accessLinkURL LIKE 'http://%')"));
    if (!found)
        return failure(found.error());
    while (found->next())
        known.users.insert(found->value(0).toString());
    return known;
}

Result<KeptCounts> count(const SqliteConnection &connection, const StandIn &standIn)
{
    const QString users = listOf(standIn.users);
    Result<QSqlQuery> counted = connection.run(
        QStringLiteral(
            "SELECT (SELECT count(*) FROM teleconsultations),"
            " (SELECT count(*) FROM teleconsultations WHERE __STATE__ = 'TRASH'),"
            " (SELECT count(*) FROM teleconsultations_users),"
            " (SELECT count(*) FROM teleconsultations WHERE bandyerRoomId IN (SELECT value FROM json_each(?)) OR row IN"
            "  (SELECT consultation FROM participants WHERE userBandyerId IN (SELECT value FROM json_each(?)))),"
            " (SELECT count(*) FROM teleconsultations_users WHERE bandyerId IN (SELECT value FROM json_each(?)))"),
        {listOf(standIn.rooms), users, users});
    if (!counted)
        return failure(counted.error());
    KeptCounts counts;
    if (counted->next()) {
        int column = 0;
        for (int *into : {&counts.consultations, &counts.inTrash, &counts.people, &counts.standInConsultations,
                          &counts.standInPeople})
            *into = counted->value(column++).toInt();
    }
    return counts;
}

Result<void> addSent(const SqliteConnection &connection, QList<KeptConsultation> &page)
{
    QHash<QString, qsizetype> places;
    QStringList ids;
    for (qsizetype i = 0; i < page.size(); ++i) {
        ids << page.at(i).consultation.id;
        places.insert(ids.last(), i);
    }
    Result<QSqlQuery> found = connection.run(QStringLiteral("SELECT _id, revision, writtenRevision FROM sent_records"
                                                            " WHERE _id IN (SELECT value FROM json_each(?))"),
                                             {QString::fromUtf8(compactJson(QJsonArray::fromStringList(ids)))});
    if (!found)
        return failure(found.error());
    while (found->next())
        page[places.value(found->value(0).toString())].sent =
            SentRecord{found->value(1).toString(), found->value(2).toString()};
    return {};
}

Result<QList<KeptPerson>> readPeople(const SqliteConnection &connection, const QString &after, int limit)
{
    Result<QSqlQuery> found =
        connection.run(QStringLiteral("SELECT receivedUserId, bandyerId FROM teleconsultations_users"
                                      " WHERE receivedUserId > ? ORDER BY receivedUserId LIMIT ?"),
                       {after.isNull() ? QStringLiteral("") : after, limit});
    if (!found)
        return failure(found.error());
    QList<KeptPerson> people;
    while (found->next())
        people << KeptPerson{found->value(0).toString(), found->value(1).toString()};
    return people;
}

Result<void> writeSent(const SqliteConnection &connection, const QList<std::pair<QString, SentRecord>> &sent)
{
    for (const auto &[id, record] : sent) {
        Result<QSqlQuery> written = connection.run(
            QStringLiteral("INSERT INTO sent_records (_id, revision, writtenRevision) VALUES (?, ?, ?) ON CONFLICT"
                           " (_id) DO UPDATE SET revision = excluded.revision,"
                           " writtenRevision = excluded.writtenRevision"),
            {id, record.revision, record.writtenRevision.isNull() ? QStringLiteral("") : record.writtenRevision});
        if (!written)
            return failure(written.error());
    }
    return {};
}

/// A change of a record makes its revision grow, a deletion renews its time and its state, and entries of the user map
/// come and go as a whole.
Result<QString> readFingerprint(const SqliteConnection &connection)
{
    Result<QSqlQuery> found = connection.run(QStringLiteral(
        "SELECT (SELECT count(*) || ' ' || count(nullif(__STATE__, 'PUBLIC')) || ' ' || coalesce(max(row), 0) || ' ' ||"
        " coalesce(sum(revision), 0) || ' ' || coalesce(sum(updatedAt), 0) FROM teleconsultations) || ' ' ||"
        " (SELECT count(*) || ' ' || coalesce(sum(createdAt), 0) || ' ' || coalesce(max(receivedUserId), '')"
        "  FROM teleconsultations_users)"));
    if (!found)
        return failure(found.error());
    return found->next() ? found->value(0).toString() : QString();
}

Result<bool> sealIfStill(const SqliteConnection &connection, const QString &fingerprint, const QDateTime &now)
{
    const Result<QString> current = readFingerprint(connection);
    if (!current)
        return failure(current.error());
    if (*current != fingerprint)
        return false;
    Result<QSqlQuery> written =
        connection.run(QStringLiteral("UPDATE record_move SET sealed = ?"), {now.toMSecsSinceEpoch()});
    if (!written)
        return failure(written.error());
    return written->numRowsAffected() > 0;
}

} // namespace

bool StandIn::made(const Teleconsultation &consultation) const
{
    return rooms.contains(consultation.roomId) ||
           std::any_of(consultation.participants.begin(), consultation.participants.end(),
                       [this](const Participant &participant) { return users.contains(participant.kaleyraUserId); });
}

Result<void> checkNotMoved(const SqliteConnection &connection)
{
    const Result<MoveMark> mark = readMark(connection);
    if (!mark)
        return failure(mark.error());
    if (mark->sealed.isValid())
        return failure(makeError(Error::Kind::Storage, QStringLiteral("records_moved")));
    return {};
}

Task<MoveMark> MovingSource::mark()
{
    return m_database.run([](const SqliteConnection &connection) { return readMark(connection); });
}

Task<void> MovingSource::begin(QString target)
{
    return m_database.run([target = std::move(target), now = m_clock.now()](const SqliteConnection &connection) {
        return connection.inTransaction([&] { return writeMark(connection, target, now); });
    });
}

Task<StandIn> MovingSource::standIn(StandIn known)
{
    return m_database.run([known = std::move(known)](const SqliteConnection &connection) mutable {
        return widened(connection, std::move(known));
    });
}

Task<KeptCounts> MovingSource::counts(StandIn standIn)
{
    return m_database.run(
        [standIn = std::move(standIn)](const SqliteConnection &connection) { return count(connection, standIn); });
}

Task<QList<KeptConsultation>> MovingSource::consultations(qint64 after, int limit)
{
    return m_database.run([after, limit](const SqliteConnection &connection) -> Result<QList<KeptConsultation>> {
        // In one transaction: what was read belongs together.
        return connection.inTransaction([&]() -> Result<QList<KeptConsultation>> {
            Result<QList<KeptConsultation>> page = readKept(connection, after, limit);
            if (!page)
                return page;
            if (Result<void> added = addSent(connection, *page); !added)
                return failure(added.error());
            return page;
        });
    });
}

Task<QList<KeptPerson>> MovingSource::people(QString after, int limit)
{
    return m_database.run([after = std::move(after), limit](const SqliteConnection &connection) {
        return readPeople(connection, after, limit);
    });
}

Task<void> MovingSource::remember(QList<std::pair<QString, SentRecord>> sent)
{
    return m_database.run([sent = std::move(sent)](const SqliteConnection &connection) {
        return connection.inTransaction([&] { return writeSent(connection, sent); });
    });
}

Task<QString> MovingSource::fingerprint()
{
    return m_database.run([](const SqliteConnection &connection) { return readFingerprint(connection); });
}

Task<bool> MovingSource::seal(QString fingerprint)
{
    return m_database.run(
        [fingerprint = std::move(fingerprint), now = m_clock.now()](const SqliteConnection &connection) {
            return connection.inTransaction([&] { return sealIfStill(connection, fingerprint, now); });
        });
}

Task<bool> MovingSource::unseal()
{
    return m_database.run([](const SqliteConnection &connection) -> Result<bool> {
        Result<QSqlQuery> changed =
            connection.run(QStringLiteral("UPDATE record_move SET sealed = NULL WHERE sealed IS NOT NULL"));
        if (!changed)
            return failure(changed.error());
        return changed->numRowsAffected() > 0;
    });
}

} // namespace teleconsult::records
