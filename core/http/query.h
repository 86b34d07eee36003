// The addresses of services, and queries to the platform's, which share the CRUD service's language
// (reference/mia-crud-service.md, sections 2 and 3; reference/mia-auth0-client.md §3).
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrl>

#include <utility>

namespace teleconsult::http {

/// Addresses and paths of services are written with and without them.
inline QString withoutSlashesAtEnd(QString text)
{
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    return text;
}

/// Names and values, in order, percent-encoded; those without a value are left out. QUrlQuery would leave a plus as it
/// is, which the services take for a space.
inline QString encodedQuery(const QList<std::pair<QLatin1String, QString>> &parameters)
{
    QStringList items;
    for (const auto &[name, value] : parameters) {
        if (!value.isEmpty())
            items << name + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value));
    }
    return items.join(QLatin1Char('&'));
}

/// One filter for a field that has one of these values, or several for different ones, each of 1 to 100 values: the
/// service refuses requests whose line and headers are above 16 KiB (R 164), and gateways before it often ones above 8.
/// Without values: none.
QList<QJsonObject> filtersForAny(const QString &field, QStringList values);

} // namespace teleconsult::http
