#include "core/http/query.h"

#include <QJsonArray>

namespace teleconsult::http {

namespace {

/// Of the values in one filter, percent-encoded with their quotation marks and commas: below 8 KiB with all the rest.
constexpr qsizetype maximumBytes = 4096;
/// Well below a page, so that one page holds the answer.
constexpr qsizetype maximumValues = 100;

} // namespace

QList<QJsonObject> filtersForAny(const QString &field, QStringList values)
{
    values.removeDuplicates();
    QList<QJsonObject> filters;
    QJsonArray batch;
    qsizetype bytes = 0;
    const auto flush = [&] {
        if (!batch.isEmpty())
            filters << QJsonObject{{field, QJsonObject{{QStringLiteral("$in"), batch}}}};
        batch = {};
        bytes = 0;
    };
    for (const QString &value : std::as_const(values)) {
        const qsizetype size = QUrl::toPercentEncoding(value).size() + qsizetype(sizeof "%22%22%2C") - 1;
        if (bytes + size > maximumBytes || batch.size() >= maximumValues)
            flush();
        batch.append(value);
        bytes += size;
    }
    flush();
    return filters;
}

} // namespace teleconsult::http
