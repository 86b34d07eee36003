#include "core/records/sqlite_reading.h"

#include "core/domain/json.h"
#include "core/records/name_search.h"
#include "core/records/sqlite_connection.h"
#include "core/records/sqlite_schema.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <tuple>

namespace teleconsult::records {

namespace {

constexpr int maximumPageSize = 200;

QStringList stringsFromJson(const QString &json)
{
    QStringList strings;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue value : array)
        strings.append(value.toString());
    return strings;
}

/// A query for consultations in these tables; `rest` follows the condition that they are in this state.
QString selectWhere(const QString &rest, const QString &tables = QStringLiteral("teleconsultations"),
                    QLatin1String state = QLatin1String("PUBLIC"))
{
    return QStringLiteral("SELECT row, _id, bandyerRoomId, participantsNumber, teleconsultationState, startDate,"
                          " endDate, revision FROM %1 WHERE __STATE__ = '%2'")
               .arg(tables, state) +
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
        consultation.schedule =
            Schedule::fromRecord(dateFromColumn(records->value(5)), dateFromColumn(records->value(6)));
        consultation.revision = records->value(7).toString();
        consultations.append(consultation);
    }
    if (consultations.isEmpty())
        return consultations;

    Result<QSqlQuery> people = connection.run(
        QStringLiteral("SELECT consultation, userBandyerId, accessLinkURL, fullName, \"groups\", language"
                       " FROM participants WHERE consultation IN (SELECT value FROM json_each(?))"
                       " ORDER BY consultation, position"),
        {QString::fromUtf8(compactJson(rows))});
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

/// What the bounds of a query come to.
struct Bounds
{
    QString condition;
    QVariantList values;
};

Bounds boundsOf(const Query &query)
{
    Bounds bounds;
    if (query.from.isValid()) {
        const qint64 from = query.from.toMSecsSinceEpoch();
        // The first bound follows from the others and lets the index by start be used (sqlite_schema.cpp).
        bounds.condition += QStringLiteral(" AND startDate >= ? - (SELECT coalesce(max(endDate - startDate), 0)"
                                           " FROM teleconsultations WHERE __STATE__ = 'PUBLIC')"
                                           " AND (startDate >= ? OR endDate > ?)");
        bounds.values << from << from << from;
    }
    if (query.until.isValid()) {
        bounds.condition += QStringLiteral(" AND startDate < ?");
        bounds.values << query.until.toMSecsSinceEpoch();
    }
    return bounds;
}

QVariantList pageOf(const Query &query)
{
    return {std::clamp(query.limit, 1, maximumPageSize), std::max(query.offset, 0)};
}

/// The names are walked in the order of their places, from the first that the bounds let through, until the page is
/// full: CROSS JOIN keeps SQLite from another way.
Result<QList<Teleconsultation>> findPage(const SqliteConnection &connection, const Query &query, const QString &words)
{
    Bounds bounds = boundsOf(query);
    bounds.condition += QStringLiteral(" AND names MATCH ?");
    bounds.values << words;
    if (query.from.isValid()) {
        bounds.condition += QStringLiteral(" AND teleconsultation_names.rowid >= ? - ? *"
                                           " (SELECT coalesce(max(endDate - startDate), 0) FROM teleconsultations"
                                           "  WHERE __STATE__ = 'PUBLIC')");
        bounds.values << firstPlaceOf(query.from) << placesOfAStart;
    }
    if (query.until.isValid()) {
        bounds.condition += QStringLiteral(" AND teleconsultation_names.rowid < ?");
        bounds.values << firstPlaceOf(query.until);
    }
    const QString statement =
        selectWhere(bounds.condition, QStringLiteral("teleconsultation_names CROSS JOIN teleconsultations"
                                                     " ON place = teleconsultation_names.rowid")) +
        QStringLiteral(" ORDER BY teleconsultation_names.rowid LIMIT ? OFFSET ?");
    Result<QList<Teleconsultation>> found = readAll(connection, statement, bounds.values + pageOf(query));
    if (found)
        std::sort(found->begin(), found->end(), [](const Teleconsultation &a, const Teleconsultation &b) {
            return std::tuple(a.schedule.start(), a.id) < std::tuple(b.schedule.start(), b.id);
        });
    return found;
}

} // namespace

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

QDateTime dateFromColumn(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

qint64 firstPlaceOf(const QDateTime &start)
{
    constexpr qint64 latest = std::numeric_limits<qint64>::max() / placesOfAStart - 1;
    return std::clamp(start.toMSecsSinceEpoch(), -latest, latest) * placesOfAStart;
}

namespace {

Result<Teleconsultation> theFirst(const Result<QList<Teleconsultation>> &found)
{
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(notFound());
    return found->first();
}

} // namespace

Result<Teleconsultation> readOne(const SqliteConnection &connection, const QString &rest, const QString &value)
{
    return theFirst(readAll(connection, selectWhere(rest), {value}));
}

Result<Teleconsultation> readFromTrash(const SqliteConnection &connection, const QString &id)
{
    const QString statement =
        selectWhere(QStringLiteral(" AND _id = ?"), QStringLiteral("teleconsultations"), QLatin1String("TRASH"));
    return theFirst(readAll(connection, statement, {id}));
}

Result<QList<KeptConsultation>> readKept(const SqliteConnection &connection, qint64 after, int limit)
{
    Result<QSqlQuery> found = connection.run(
        QStringLiteral("SELECT row, _id FROM teleconsultations WHERE row > ? ORDER BY row LIMIT ?"), {after, limit});
    if (!found)
        return failure(found.error());
    QList<KeptConsultation> kept;
    QJsonArray rows;
    QHash<QString, qsizetype> places;
    while (found->next()) {
        rows.append(found->value(0).toLongLong());
        places.insert(found->value(1).toString(), kept.size());
        KeptConsultation one;
        one.row = found->value(0).toLongLong();
        kept << one;
    }
    for (const QLatin1String state : {QLatin1String("PUBLIC"), QLatin1String("TRASH")}) {
        const Result<QList<Teleconsultation>> read =
            readAll(connection,
                    selectWhere(QStringLiteral(" AND row IN (SELECT value FROM json_each(?))"),
                                QStringLiteral("teleconsultations"), state),
                    {QString::fromUtf8(compactJson(rows))});
        if (!read)
            return failure(read.error());
        for (const Teleconsultation &consultation : *read) {
            KeptConsultation &one = kept[places.value(consultation.id)];
            one.isInTrash = state == QLatin1String("TRASH");
            one.consultation = consultation;
        }
    }
    return kept;
}

Result<QList<Teleconsultation>> readPage(const SqliteConnection &connection, const Query &query)
{
    if (const QString words = searchExpression(query.text); !words.isEmpty())
        return findPage(connection, query, words);
    const Bounds bounds = boundsOf(query);
    return readAll(connection,
                   selectWhere(bounds.condition) + QStringLiteral(" ORDER BY startDate, _id LIMIT ? OFFSET ?"),
                   bounds.values + pageOf(query));
}

} // namespace teleconsult::records
