#include "core/records/agenda_memory.h"

#include "core/domain/json.h"
#include "core/records/crud_json.h"
#include "core/records/crud_names.h"
#include "core/records/sqlite_connection.h"
#include "core/records/sqlite_database.h"

#include <algorithm>
#include <limits>

namespace teleconsult::records {

namespace {

/// A time of which everything is kept, as of one moment; milliseconds since 1970.
struct KeptTime
{
    qint64 from = 0;
    qint64 until = 0;
    qint64 asOf = 0;
};

Result<void> run(const SqliteConnection &connection, const QString &statement, const QVariantList &values = {})
{
    Result<QSqlQuery> done = connection.run(statement, values);
    if (!done)
        return failure(done.error());
    return {};
}

Result<void> forgetAll(const SqliteConnection &connection)
{
    Result<void> done;
    for (const QString &table : {QStringLiteral("remembered_from"), QStringLiteral("remembered_days"),
                                 QStringLiteral("remembered_consultations")})
    {
        if (done)
            done = run(connection, QStringLiteral("DELETE FROM ") + table);
    }
    return done;
}

/// What another source had answered is nobody's any more.
Result<void> useSource(const SqliteConnection &connection, const QString &source)
{
    Result<QSqlQuery> kept = connection.run(QStringLiteral("SELECT source FROM remembered_from"));
    if (!kept)
        return failure(kept.error());
    if (kept->next() && kept->value(0).toString() == source)
        return {};
    kept->finish();
    if (Result<void> emptied = forgetAll(connection); !emptied)
        return emptied;
    return run(connection, QStringLiteral("INSERT INTO remembered_from (source) VALUES (?)"), {source});
}

Result<void> forgetPast(const SqliteConnection &connection, qint64 before)
{
    Result<void> done = run(connection, QStringLiteral("DELETE FROM remembered_days WHERE until < ?"), {before});
    if (done)
        done = run(connection,
                   QStringLiteral("DELETE FROM remembered_consultations WHERE coalesce(endDate, startDate) < ?"),
                   {before});
    return done;
}

/// As list() tells which consultations belong to a time; three question marks: from, from, until.
QString withinTime()
{
    return QStringLiteral(" WHERE (startDate >= ? OR endDate > ?) AND startDate < ?");
}

QVariantList boundsOf(const Query &days)
{
    const qint64 from = days.from.toMSecsSinceEpoch();
    return {from, from, days.until.toMSecsSinceEpoch()};
}

QString documentOf(const Teleconsultation &consultation)
{
    Teleconsultation kept = consultation;
    for (Participant &participant : kept.participants)
        participant.accessLink.clear(); // A credential, of no use while the service does not answer.
    QJsonObject document = writeConsultation(kept);
    document.insert(names::id, kept.id);
    return QString::fromUtf8(compactJson(document));
}

QVariant millisecondsOrNull(const QDateTime &date)
{
    return date.isValid() ? QVariant(date.toMSecsSinceEpoch()) : QVariant();
}

Result<void> replaceDays(const SqliteConnection &connection, const Query &days,
                         const QList<Teleconsultation> &consultations, const QDateTime &now)
{
    const qint64 from = days.from.toMSecsSinceEpoch();
    const qint64 until = days.until.toMSecsSinceEpoch();
    Result<void> done =
        run(connection, QStringLiteral("DELETE FROM remembered_consultations") + withinTime(), boundsOf(days));
    if (done)
        done = run(connection, QStringLiteral("DELETE FROM remembered_days WHERE fromDate >= ? AND until <= ?"),
                   {from, until});
    if (done)
        done = run(connection, QStringLiteral("INSERT INTO remembered_days (fromDate, until, asOf) VALUES (?, ?, ?)"),
                   {from, until, now.toMSecsSinceEpoch()});
    for (const Teleconsultation &consultation : consultations) {
        if (done)
            done = run(connection,
                       QStringLiteral("INSERT OR REPLACE INTO remembered_consultations (_id, startDate, endDate,"
                                      " document) VALUES (?, ?, ?, ?)"),
                       {consultation.id, millisecondsOrNull(consultation.schedule.start()),
                        millisecondsOrNull(consultation.schedule.end()), documentOf(consultation)});
    }
    return done;
}

/// As of when everything from `from` until `until` is kept; nothing: a part is not.
Result<std::optional<QDateTime>> keptAsOf(const SqliteConnection &connection, const Query &days)
{
    // The newest first: of several that reach over a moment it is the one to believe.
    Result<QSqlQuery> query =
        connection.run(QStringLiteral("SELECT fromDate, until, asOf FROM remembered_days ORDER BY asOf DESC"));
    if (!query)
        return failure(query.error());
    QList<KeptTime> kept;
    while (query->next())
        kept.append({query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toLongLong()});

    const qint64 end = days.until.toMSecsSinceEpoch();
    qint64 asOf = std::numeric_limits<qint64>::max();
    for (qint64 reached = days.from.toMSecsSinceEpoch(); reached < end;) {
        const auto next = std::find_if(kept.begin(), kept.end(), [reached](const KeptTime &time) {
            return time.from <= reached && reached < time.until;
        });
        if (next == kept.end())
            return std::optional<QDateTime>();
        asOf = std::min(asOf, next->asOf);
        reached = next->until;
    }
    return std::optional(QDateTime::fromMSecsSinceEpoch(asOf, Qt::UTC));
}

Result<std::optional<RememberedDays>> recallDays(const SqliteConnection &connection, const Query &days)
{
    const Result<std::optional<QDateTime>> asOf = keptAsOf(connection, days);
    if (!asOf)
        return failure(asOf.error());
    if (!*asOf)
        return std::optional<RememberedDays>();
    Result<QSqlQuery> documents = connection.run(QStringLiteral("SELECT document FROM remembered_consultations") +
                                                     withinTime() + QStringLiteral(" ORDER BY startDate, _id"),
                                                 boundsOf(days));
    if (!documents)
        return failure(documents.error());
    RememberedDays remembered;
    remembered.asOf = **asOf;
    while (documents->next()) {
        const QJsonDocument document = QJsonDocument::fromJson(documents->value(0).toString().toUtf8());
        if (const std::optional<Teleconsultation> consultation = readConsultation(document.object()))
            remembered.consultations.append(*consultation);
    }
    return std::optional(remembered);
}

bool hasBounds(const Query &days)
{
    return days.from.isValid() && days.until.isValid() && days.from < days.until;
}

} // namespace

Task<void> AgendaMemory::keep(QString source, Query days, QList<Teleconsultation> consultations, QDateTime now)
{
    const QDateTime earliest = now.addSecs(-std::chrono::seconds(keptBack).count());
    const QDateTime latest = now.addSecs(std::chrono::seconds(keptAhead).count());
    const bool isNear = hasBounds(days) && days.until > earliest && days.from < latest;
    return m_database.run([=](const SqliteConnection &connection) {
        return connection.inTransaction([&]() -> Result<void> {
            Result<void> done = useSource(connection, source);
            if (done)
                done = forgetPast(connection, earliest.toMSecsSinceEpoch());
            if (done && isNear)
                done = replaceDays(connection, days, consultations, now);
            return done;
        });
    });
}

Task<std::optional<RememberedDays>> AgendaMemory::recall(QString source, Query days)
{
    return m_database.run([=](const SqliteConnection &connection) {
        return connection.inTransaction([&]() -> Result<std::optional<RememberedDays>> {
            if (Result<void> used = useSource(connection, source); !used)
                return failure(used.error());
            if (!hasBounds(days))
                return std::optional<RememberedDays>();
            return recallDays(connection, days);
        });
    });
}

Task<void> AgendaMemory::forget(QString id)
{
    return m_database.run([id = std::move(id)](const SqliteConnection &connection) {
        return run(connection, QStringLiteral("DELETE FROM remembered_consultations WHERE _id = ?"), {id});
    });
}

Task<void> AgendaMemory::clear()
{
    return m_database.run([](const SqliteConnection &connection) {
        return connection.inTransaction([&] { return forgetAll(connection); });
    });
}

} // namespace teleconsult::records
