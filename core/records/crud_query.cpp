#include "core/records/crud_query.h"

#include "core/domain/json.h"
#include "core/records/crud_json.h"
#include "core/records/crud_names.h"
#include "core/records/name_search.h"

#include <QJsonArray>

namespace teleconsult::records {

namespace {

QJsonObject having(const QString &name, const QJsonValue &condition)
{
    return {{name, condition}};
}

QJsonObject anyOf(const QJsonArray &filters)
{
    return {{QStringLiteral("$or"), filters}};
}

QJsonObject allOf(const QList<QJsonObject> &filters)
{
    QJsonArray asked;
    for (const QJsonObject &filter : filters) {
        if (!filter.isEmpty())
            asked.append(filter);
    }
    if (asked.size() < 2)
        return asked.isEmpty() ? QJsonObject() : asked.first().toObject();
    return {{QStringLiteral("$and"), asked}};
}

QJsonObject compared(const QString &comparison, const QDateTime &date)
{
    return having(comparison, dateText(date));
}

/// Dates compare with dates alone.
QDateTime endOfTime()
{
    return QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59, 999), Qt::UTC);
}

QJsonObject withNameLike(const QString &pattern)
{
    const QJsonObject like{{QStringLiteral("$regex"), pattern}, {QStringLiteral("$options"), QStringLiteral("i")}};
    return having(names::participants, having(QStringLiteral("$elemMatch"), having(names::fullName, like)));
}

} // namespace

QJsonObject both(const QJsonObject &one, const QJsonObject &other)
{
    return allOf({one, other});
}

QJsonObject filterFor(const Query &query)
{
    QList<QJsonObject> filters;
    if (query.from.isValid())
        filters << anyOf({having(names::startDate, compared(QStringLiteral("$gte"), query.from)),
                          having(names::endDate, compared(QStringLiteral("$gt"), query.from))});
    // Also when nothing is asked for: what has no start is no record, and is not to count for a page and its offset.
    if (query.until.isValid())
        filters << having(names::startDate, compared(QStringLiteral("$lt"), query.until));
    else
        filters << having(names::startDate, compared(QStringLiteral("$lte"), endOfTime()));
    const QStringList patterns = namePatterns(query.text);
    for (const QString &pattern : patterns)
        filters << withNameLike(pattern);
    return allOf(filters);
}

QJsonObject filterAfter(const Teleconsultation &last)
{
    const QDateTime start = last.schedule.start();
    QJsonObject sameStart = having(names::startDate, dateText(start));
    sameStart.insert(names::id, having(QStringLiteral("$gt"), last.id));
    return anyOf({having(names::startDate, compared(QStringLiteral("$gt"), start)), sameStart});
}

QString listOrder()
{
    return QString(names::startDate) + QLatin1Char(',') + names::id;
}

} // namespace teleconsult::records
