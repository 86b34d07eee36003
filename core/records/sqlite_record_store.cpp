#include "core/records/sqlite_record_store.h"

#include "core/domain/json.h"
#include "core/records/name_search.h"
#include "core/records/sqlite_connection.h"

#include <QRandomGenerator>

#include <algorithm>

namespace teleconsult::records {

namespace {

constexpr int largestPage = 200;

/// As the CRUD service's ids look: seconds since 1970, then chance; 24 lower-case hex digits.
QString newId(const QDateTime &now)
{
    return QStringLiteral("%1%2")
        .arg(quint32(now.toSecsSinceEpoch()), 8, 16, QLatin1Char('0'))
        .arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}

Error notFound()
{
    return {.kind = Error::Kind::NotFound,
            .httpStatus = 404,
            .code = QStringLiteral("not_found"),
            .field = {},
            .message = QStringLiteral("not found"),
            .detail = {},
            .requestId = {},
            .retryable = false};
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant dateOrNull(const QDateTime &date)
{
    return date.isValid() ? QVariant(date.toMSecsSinceEpoch()) : QVariant();
}

QDateTime toDate(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
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

QStringList stringsFromJson(const QString &json)
{
    QStringList strings;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue value : array)
        strings.append(value.toString());
    return strings;
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

Result<void> insertParticipants(const SqliteConnection &connection, qint64 row, const QList<Participant> &participants)
{
    QStringList names;
    for (qsizetype i = 0; i < participants.size(); ++i) {
        const Participant &participant = participants.at(i);
        names << participant.fullName;
        Result<QSqlQuery> inserted = connection.run(
            QStringLiteral("INSERT INTO participants (consultation, position, userBandyerId, accessLinkURL, fullName,"
                           " \"groups\", language) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {row, i, notNull(participant.kaleyraUserId),
             notNull(QString::fromLatin1(participant.accessLink.toEncoded())), notNull(participant.fullName),
             toJson(QJsonArray::fromStringList(participant.groups)),
             participant.language ? QVariant(toCode(*participant.language)) : QVariant()});
        if (!inserted)
            return failure(inserted.error());
    }
    Result<QSqlQuery> indexed =
        connection.run(QStringLiteral("INSERT INTO teleconsultation_names (rowid, names) VALUES (?, ?)"),
                       {row, searchableNames(names)});
    if (!indexed)
        return failure(indexed.error());
    return {};
}

Result<QString> insertConsultation(const SqliteConnection &connection, const Teleconsultation &consultation,
                                   const QString &creator, const QDateTime &now)
{
    const QString id = newId(now);
    Result<QSqlQuery> inserted = connection.run(
        QStringLiteral("INSERT INTO teleconsultations (_id, bandyerRoomId, participantsNumber, teleconsultationState,"
                       " startDate, endDate, __STATE__, creatorId, createdAt, updaterId, updatedAt)"
                       " VALUES (?, ?, ?, ?, ?, ?, 'PUBLIC', ?, ?, ?, ?)"),
        {id, textOrNull(consultation.roomId), consultation.participantsNumber, toCode(consultation.progress),
         dateOrNull(consultation.schedule.start()), dateOrNull(consultation.schedule.end()), creator,
         now.toMSecsSinceEpoch(), creator, now.toMSecsSinceEpoch()});
    if (!inserted)
        return failure(inserted.error());
    const qint64 row = inserted->lastInsertId().toLongLong();
    if (Result<void> people = insertParticipants(connection, row, consultation.participants); !people)
        return failure(people.error());
    return id;
}

/// A query for consultations; `rest` follows the condition that they are in this state.
QString selectWhere(const QString &rest, QLatin1String state = QLatin1String("PUBLIC"))
{
    return QStringLiteral(
               "SELECT row, _id, bandyerRoomId, participantsNumber, teleconsultationState, startDate, endDate,"
               " revision FROM teleconsultations WHERE __STATE__ = '%1'")
               .arg(state) +
           rest;
}

/// Takes the consultations of a selectWhere(), then the participants of them all with a second query.
Result<QList<Teleconsultation>> readAll(const SqliteConnection &connection, const QString &statement,
                                        const QVariantList &values)
{
    Result<QSqlQuery> records = connection.run(statement, values);
    if (!records)
        return failure(records.error());
    QList<Teleconsultation> consultations;
    QHash<qint64, qsizetype> indexOfRow;
    QJsonArray rows;
    while (records->next()) {
        const qint64 row = records->value(0).toLongLong();
        rows.append(row);
        indexOfRow.insert(row, consultations.size());
        Teleconsultation consultation;
        consultation.id = records->value(1).toString();
        consultation.roomId = records->value(2).toString();
        consultation.participantsNumber = records->value(3).toInt();
        consultation.progress = progressFromCode(records->value(4).toString());
        consultation.schedule = Schedule::fromRecord(toDate(records->value(5)), toDate(records->value(6)));
        consultation.revision = records->value(7).toString();
        consultations.append(consultation);
    }
    if (consultations.isEmpty())
        return consultations;

    Result<QSqlQuery> people = connection.run(
        QStringLiteral("SELECT consultation, userBandyerId, accessLinkURL, fullName, \"groups\", language"
                       " FROM participants WHERE consultation IN (SELECT value FROM json_each(?))"
                       " ORDER BY consultation, position"),
        {toJson(rows)});
    if (!people)
        return failure(people.error());
    while (people->next()) {
        Participant participant;
        participant.kaleyraUserId = people->value(1).toString();
        participant.accessLink = QUrl::fromEncoded(people->value(2).toString().toLatin1());
        participant.fullName = people->value(3).toString();
        participant.groups = stringsFromJson(people->value(4).toString());
        participant.language = languageFromCode(people->value(5).toString());
        consultations[indexOfRow.value(people->value(0).toLongLong())].participants.append(participant);
    }
    return consultations;
}

Result<Teleconsultation> readOne(const SqliteConnection &connection, const QString &statement, const QString &value)
{
    Result<QList<Teleconsultation>> found = readAll(connection, statement, {value});
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(notFound());
    return found->first();
}

Result<QList<Teleconsultation>> readPage(const SqliteConnection &connection, const Query &query)
{
    QString rest;
    QVariantList values;
    if (query.from.isValid()) {
        const qint64 from = query.from.toMSecsSinceEpoch();
        // The first bound follows from the others and lets the index by start be used (sqlite_schema.cpp).
        rest += QStringLiteral(" AND startDate >= ? - (SELECT coalesce(max(endDate - startDate), 0)"
                               " FROM teleconsultations WHERE __STATE__ = 'PUBLIC')"
                               " AND (startDate >= ? OR endDate > ?)");
        values << from << from << from;
    }
    if (query.until.isValid()) {
        rest += QStringLiteral(" AND startDate < ?");
        values << query.until.toMSecsSinceEpoch();
    }
    if (const QString words = searchExpression(query.text); !words.isEmpty()) {
        rest += QStringLiteral(" AND row IN (SELECT rowid FROM teleconsultation_names WHERE names MATCH ?)");
        values << words;
    }
    rest += QStringLiteral(" ORDER BY startDate, _id LIMIT ? OFFSET ?");
    values << std::clamp(query.limit, 1, largestPage) << std::max(query.offset, 0);
    return readAll(connection, selectWhere(rest), values);
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
Result<void> replaceParticipants(const SqliteConnection &connection, qint64 row, const QList<Participant> &participants)
{
    for (const QString &statement : {QStringLiteral("DELETE FROM participants WHERE consultation = ?"),
                                     QStringLiteral("DELETE FROM teleconsultation_names WHERE rowid = ?")})
    {
        if (Result<QSqlQuery> emptied = connection.run(statement, {row}); !emptied)
            return failure(emptied.error());
    }
    return insertParticipants(connection, row, participants);
}

Result<Teleconsultation> replaceConsultation(const SqliteConnection &connection, const Teleconsultation &consultation,
                                             const QString &actor, const QDateTime &now)
{
    const QString byId = QStringLiteral(" AND _id = ?");
    Result<QSqlQuery> kept =
        connection.run(QStringLiteral("SELECT row, revision FROM teleconsultations WHERE __STATE__ = 'PUBLIC'") + byId,
                       {consultation.id});
    if (!kept)
        return failure(kept.error());
    if (!kept->next())
        return failure(notFound());
    const qint64 row = kept->value(0).toLongLong();
    if (kept->value(1).toString() != consultation.revision) {
        Result<Teleconsultation> current = readOne(connection, selectWhere(byId), consultation.id);
        return !current || saysTheSame(*current, consultation) ? current : failure(changedMeanwhile());
    }
    Result<void> changed =
        changeOne(connection,
                  QStringLiteral("UPDATE teleconsultations SET bandyerRoomId = ?, participantsNumber = ?,"
                                 " teleconsultationState = ?, startDate = ?, endDate = ?, updaterId = ?, updatedAt = ?,"
                                 " revision = revision + 1 WHERE row = ?"),
                  {textOrNull(consultation.roomId), consultation.participantsNumber, toCode(consultation.progress),
                   dateOrNull(consultation.schedule.start()), dateOrNull(consultation.schedule.end()), actor,
                   now.toMSecsSinceEpoch(), row});
    if (!changed)
        return failure(changed.error());
    if (Result<void> people = replaceParticipants(connection, row, consultation.participants); !people)
        return failure(people.error());
    return readOne(connection, selectWhere(byId), consultation.id);
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
        return connection.inTransaction([&] { return insertConsultation(connection, consultation, actor, now); });
    });
}

Task<Teleconsultation> SqliteRecordStore::find(QString id, RequestContext)
{
    return m_database.run([id = std::move(id)](const SqliteConnection &connection) {
        return readOne(connection, selectWhere(QStringLiteral(" AND _id = ?")), id);
    });
}

Task<Teleconsultation> SqliteRecordStore::findByRoomId(QString roomId, RequestContext)
{
    return m_database.run([roomId = std::move(roomId)](const SqliteConnection &connection) {
        return readOne(connection, selectWhere(QStringLiteral(" AND bandyerRoomId = ? ORDER BY _id LIMIT 1")), roomId);
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
        return changeOne(
            connection,
            QStringLiteral("UPDATE teleconsultations SET teleconsultationState = ?, updaterId = ?, updatedAt = ?,"
                           " revision = revision + 1 WHERE __STATE__ = 'PUBLIC' AND _id = ?"),
            {toCode(progress), actor, now.toMSecsSinceEpoch(), id});
    });
}

Task<Teleconsultation> SqliteRecordStore::update(Teleconsultation consultation, RequestContext context)
{
    return m_database.run([consultation = std::move(consultation), actor = actorOf(context),
                           now = m_clock.now()](const SqliteConnection &connection) -> Result<Teleconsultation> {
        if (consultation.revision.isEmpty())
            return invalid(QStringLiteral("required"), QStringLiteral("revision"),
                           QStringLiteral("revision is required"));
        return connection.inTransaction([&] { return replaceConsultation(connection, consultation, actor, now); });
    });
}

Task<void> SqliteRecordStore::moveToTrash(QString id, RequestContext context)
{
    return m_database.run([id = std::move(id), actor = actorOf(context),
                           now = m_clock.now()](const SqliteConnection &connection) {
        return changeOne(connection,
                         QStringLiteral("UPDATE teleconsultations SET __STATE__ = 'TRASH', updaterId = ?, updatedAt = ?"
                                        " WHERE __STATE__ = 'PUBLIC' AND _id = ?"),
                         {actor, now.toMSecsSinceEpoch(), id});
    });
}

Task<Teleconsultation> SqliteRecordStore::findInTrash(QString id, RequestContext)
{
    return m_database.run([id = std::move(id)](const SqliteConnection &connection) {
        return readOne(connection, selectWhere(QStringLiteral(" AND _id = ?"), QLatin1String("TRASH")), id);
    });
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
        return connection.inTransaction([&] { return writeUserId(connection, externalId, kaleyraUserId, now); });
    });
}

} // namespace teleconsult::records
