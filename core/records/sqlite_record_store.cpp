#include "core/records/sqlite_record_store.h"

#include "core/domain/json.h"
#include "core/records/moving_source.h"
#include "core/records/name_search.h"
#include "core/records/sqlite_connection.h"
#include "core/records/sqlite_reading.h"
#include "core/records/sqlite_schema.h"

#include <QRandomGenerator>

namespace teleconsult::records {

namespace {

/// As the CRUD service's ids look: seconds since 1970, then chance; 24 lower-case hex digits.
QString newId(const QDateTime &now)
{
    return QStringLiteral("%1%2")
        .arg(quint32(now.toSecsSinceEpoch()), 8, 16, QLatin1Char('0'))
        .arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant dateOrNull(const QDateTime &date)
{
    return date.isValid() ? QVariant(date.toMSecsSinceEpoch()) : QVariant();
}

/// A null text would be bound as NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QString toJson(const QJsonArray &array)
{
    return QString::fromUtf8(compactJson(array));
}

QString actorOf(const RequestContext &context)
{
    return context.callerId.isEmpty() ? QStringLiteral("public")
                                      : context.callerId; // As the CRUD service calls nobody.
}

Error changedMeanwhile()
{
    return {.kind = Error::Kind::Conflict,
            .httpStatus = 409,
            .code = QStringLiteral("changed_meanwhile"),
            .field = {},
            .message = {},
            .detail = {},
            .requestId = {},
            .retryable = false};
}

/// Runs what writes to the records in a transaction, unless they are only a backup by now.
template <std::invocable Work>
std::invoke_result_t<Work> writing(const SqliteConnection &connection, Work work)
{
    return connection.inTransaction([&]() -> std::invoke_result_t<Work> {
        if (Result<void> open = checkNotMoved(connection); !open)
            return failure(open.error());
        return work();
    });
}

/// The next place that is free among those of the start. Storage (code too_many_at_once): there is none.
Result<qint64> freePlace(const SqliteConnection &connection, const QDateTime &start)
{
    const qint64 first = firstPlaceOf(start);
    Result<QSqlQuery> free = connection.run(
        QStringLiteral("SELECT coalesce(max(place) + 1, ?) FROM teleconsultations WHERE place >= ? AND place < ?"),
        {first, first, first + placesOfAStart});
    if (!free)
        return failure(free.error());
    const qint64 place = free->next() ? free->value(0).toLongLong() : first;
    if (place >= first + placesOfAStart)
        return failure(makeError(Error::Kind::Storage, QStringLiteral("too_many_at_once")));
    return place;
}

/// Where the names are searched: the row of the consultation, and its place.
struct Position
{
    qint64 row = 0;
    qint64 place = 0;
};

Result<void> insertParticipants(const SqliteConnection &connection, Position position,
                                const QList<Participant> &participants)
{
    QStringList names;
    for (qsizetype i = 0; i < participants.size(); ++i) {
        const Participant &participant = participants.at(i);
        names << participant.fullName;
        Result<QSqlQuery> inserted = connection.run(
            QStringLiteral("INSERT INTO participants (consultation, position, userBandyerId, accessLinkURL, fullName,"
                           " \"groups\", language) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {position.row, i, notNull(participant.kaleyraUserId),
             notNull(QString::fromLatin1(participant.accessLink.toEncoded())), notNull(participant.fullName),
             toJson(QJsonArray::fromStringList(participant.groups)),
             participant.language ? QVariant(toCode(*participant.language)) : QVariant()});
        if (!inserted)
            return failure(inserted.error());
    }
    Result<QSqlQuery> indexed =
        connection.run(QStringLiteral("INSERT INTO teleconsultation_names (rowid, names) VALUES (?, ?)"),
                       {position.place, searchableNames(names)});
    if (!indexed)
        return failure(indexed.error());
    return {};
}

Result<QString> insertConsultation(const SqliteConnection &connection, const Teleconsultation &consultation,
                                   const QString &creator, const QDateTime &now)
{
    const QString id = newId(now);
    const Result<qint64> place = freePlace(connection, consultation.schedule.start());
    if (!place)
        return failure(place.error());
    Result<QSqlQuery> inserted = connection.run(
        QStringLiteral("INSERT INTO teleconsultations (_id, bandyerRoomId, participantsNumber, teleconsultationState,"
                       " startDate, endDate, place, __STATE__, creatorId, createdAt, updaterId, updatedAt)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, 'PUBLIC', ?, ?, ?, ?)"),
        {id, textOrNull(consultation.roomId), consultation.participantsNumber, toCode(consultation.progress),
         dateOrNull(consultation.schedule.start()), dateOrNull(consultation.schedule.end()), *place, creator,
         now.toMSecsSinceEpoch(), creator, now.toMSecsSinceEpoch()});
    if (!inserted)
        return failure(inserted.error());
    const qint64 row = inserted->lastInsertId().toLongLong();
    if (Result<void> people = insertParticipants(connection, {row, *place}, consultation.participants); !people)
        return failure(people.error());
    return id;
}

/// Changes one record; NotFound when there is none to change.
Result<void> changeOne(const SqliteConnection &connection, const QString &statement, const QVariantList &values)
{
    Result<QSqlQuery> changed = connection.run(statement, values);
    if (!changed)
        return failure(changed.error());
    if (changed->numRowsAffected() == 0)
        return failure(notFound());
    return {};
}

/// Puts the participants that there are now in the place of those that there were.
Result<void> replaceParticipants(const SqliteConnection &connection, Position old, qint64 place,
                                 const QList<Participant> &participants)
{
    Result<QSqlQuery> emptied =
        connection.run(QStringLiteral("DELETE FROM participants WHERE consultation = ?"), {old.row});
    if (emptied)
        emptied = connection.run(QStringLiteral("DELETE FROM teleconsultation_names WHERE rowid = ?"), {old.place});
    if (!emptied)
        return failure(emptied.error());
    return insertParticipants(connection, {old.row, place}, participants);
}

Result<Teleconsultation> replaceConsultation(const SqliteConnection &connection, const Teleconsultation &consultation,
                                             const QString &actor, const QDateTime &now)
{
    const QString byId = QStringLiteral(" AND _id = ?");
    Result<QSqlQuery> kept = connection.run(
        QStringLiteral("SELECT row, place, revision, startDate FROM teleconsultations WHERE __STATE__ = 'PUBLIC'") +
            byId,
        {consultation.id});
    if (!kept)
        return failure(kept.error());
    if (!kept->next())
        return failure(notFound());
    const Position old{kept->value(0).toLongLong(), kept->value(1).toLongLong()};
    if (kept->value(2).toString() != consultation.revision) {
        Result<Teleconsultation> current = readOne(connection, byId, consultation.id);
        return !current || saysTheSame(*current, consultation) ? current : failure(changedMeanwhile());
    }
    const QDateTime start = consultation.schedule.start();
    const Result<qint64> place = dateFromColumn(kept->value(3)) == start ? old.place : freePlace(connection, start);
    if (!place)
        return failure(place.error());
    Result<void> changed = changeOne(
        connection,
        QStringLiteral("UPDATE teleconsultations SET bandyerRoomId = ?, participantsNumber = ?,"
                       " teleconsultationState = ?, startDate = ?, endDate = ?, place = ?, updaterId = ?,"
                       " updatedAt = ?,"
                       " revision = revision + 1 WHERE row = ?"),
        {textOrNull(consultation.roomId), consultation.participantsNumber, toCode(consultation.progress),
         dateOrNull(start), dateOrNull(consultation.schedule.end()), *place, actor, now.toMSecsSinceEpoch(), old.row});
    if (!changed)
        return failure(changed.error());
    if (Result<void> people = replaceParticipants(connection, old, *place, consultation.participants); !people)
        return failure(people.error());
    return readOne(connection, byId, consultation.id);
}

/// One column of the user map by another, which has one of these values.
Result<QHash<QString, QString>> readUserMap(const SqliteConnection &connection, const char *from, const char *to,
                                            const QStringList &values)
{
    const QString statement = QStringLiteral("SELECT %1, %2 FROM teleconsultations_users"
                                             " WHERE %1 IN (SELECT value FROM json_each(?)) ORDER BY createdAt DESC")
                                  .arg(QLatin1String(from), QLatin1String(to));
    Result<QSqlQuery> found = connection.run(statement, {toJson(QJsonArray::fromStringList(values))});
    if (!found)
        return failure(found.error());
    QHash<QString, QString> ids;
    while (found->next())
        ids.insert(found->value(0).toString(), found->value(1).toString()); // The oldest comes last and stays.
    return ids;
}

Result<QHash<QString, QString>> readUserIds(const SqliteConnection &connection, const QStringList &externalIds)
{
    return readUserMap(connection, "receivedUserId", "bandyerId", externalIds);
}

Result<QString> writeUserId(const SqliteConnection &connection, const QString &externalId, const QString &kaleyraUserId,
                            const QDateTime &now)
{
    Result<QSqlQuery> written =
        connection.run(QStringLiteral("INSERT INTO teleconsultations_users (receivedUserId, bandyerId, createdAt)"
                                      " VALUES (?, ?, ?) ON CONFLICT (receivedUserId) DO NOTHING"),
                       {externalId, kaleyraUserId, now.toMSecsSinceEpoch()});
    if (!written)
        return failure(written.error());
    const Result<QHash<QString, QString>> holding = readUserIds(connection, {externalId});
    if (!holding)
        return failure(holding.error());
    return holding->value(externalId);
}

} // namespace

SqliteRecordStore::SqliteRecordStore(SqliteDatabase &database, const Clock &clock)
    : m_database(database), m_clock(clock)
{}

Task<QString> SqliteRecordStore::insert(Teleconsultation consultation, RequestContext context)
{
    return m_database.run([consultation = std::move(consultation), actor = actorOf(context),
                           now = m_clock.now()](const SqliteConnection &connection) {
        return writing(connection, [&] { return insertConsultation(connection, consultation, actor, now); });
    });
}

Task<Teleconsultation> SqliteRecordStore::find(QString id, RequestContext)
{
    return m_database.run([id = std::move(id)](const SqliteConnection &connection) {
        return readOne(connection, QStringLiteral(" AND _id = ?"), id);
    });
}

Task<Teleconsultation> SqliteRecordStore::findByRoomId(QString roomId, RequestContext)
{
    return m_database.run([roomId = std::move(roomId)](const SqliteConnection &connection) {
        return readOne(connection, QStringLiteral(" AND bandyerRoomId = ? ORDER BY _id LIMIT 1"), roomId);
    });
}

Task<QList<Teleconsultation>> SqliteRecordStore::list(Query query, RequestContext)
{
    return m_database.run(
        [query = std::move(query)](const SqliteConnection &connection) { return readPage(connection, query); });
}

Task<void> SqliteRecordStore::setProgress(QString id, Progress progress, RequestContext context)
{
    return m_database.run([id = std::move(id), progress, actor = actorOf(context),
                           now = m_clock.now()](const SqliteConnection &connection) {
        return writing(connection, [&] {
            return changeOne(
                connection,
                QStringLiteral("UPDATE teleconsultations SET teleconsultationState = ?, updaterId = ?, updatedAt = ?,"
                               " revision = revision + 1 WHERE __STATE__ = 'PUBLIC' AND _id = ?"),
                {toCode(progress), actor, now.toMSecsSinceEpoch(), id});
        });
    });
}

Task<Teleconsultation> SqliteRecordStore::update(Teleconsultation consultation, RequestContext context)
{
    return m_database.run([consultation = std::move(consultation), actor = actorOf(context),
                           now = m_clock.now()](const SqliteConnection &connection) -> Result<Teleconsultation> {
        if (consultation.revision.isEmpty())
            return invalid(QStringLiteral("required"), QStringLiteral("revision"),
                           QStringLiteral("revision is required"));
        return writing(connection, [&] { return replaceConsultation(connection, consultation, actor, now); });
    });
}

Task<void> SqliteRecordStore::moveToTrash(QString id, RequestContext context)
{
    return m_database.run(
        [id = std::move(id), actor = actorOf(context), now = m_clock.now()](const SqliteConnection &connection) {
            return writing(connection, [&] {
                return changeOne(
                    connection,
                    QStringLiteral("UPDATE teleconsultations SET __STATE__ = 'TRASH', updaterId = ?, updatedAt = ?"
                                   " WHERE __STATE__ = 'PUBLIC' AND _id = ?"),
                    {actor, now.toMSecsSinceEpoch(), id});
            });
        });
}

Task<Teleconsultation> SqliteRecordStore::findInTrash(QString id, RequestContext)
{
    return m_database.run(
        [id = std::move(id)](const SqliteConnection &connection) { return readFromTrash(connection, id); });
}

Task<QHash<QString, QString>> SqliteRecordStore::findUserIds(QStringList externalIds, RequestContext)
{
    return m_database.run([externalIds = std::move(externalIds)](const SqliteConnection &connection) {
        return readUserIds(connection, externalIds);
    });
}

Task<QHash<QString, QString>> SqliteRecordStore::findExternalIds(QStringList kaleyraUserIds, RequestContext)
{
    return m_database.run([kaleyraUserIds = std::move(kaleyraUserIds)](const SqliteConnection &connection) {
        return readUserMap(connection, "bandyerId", "receivedUserId", kaleyraUserIds);
    });
}

Task<QString> SqliteRecordStore::rememberUserId(QString externalId, QString kaleyraUserId, RequestContext)
{
    return m_database.run([externalId = std::move(externalId), kaleyraUserId = std::move(kaleyraUserId),
                           now = m_clock.now()](const SqliteConnection &connection) {
        return writing(connection, [&] { return writeUserId(connection, externalId, kaleyraUserId, now); });
    });
}

} // namespace teleconsult::records
