#include "core/config/crud_service.h"

#include "core/config/setting_values.h"
#include "core/http/query.h"

#include <QRegularExpression>

namespace teleconsult::config {

Result<QString> readCollection(const QString &text, const QString &key)
{
    // Anything else would have to be encoded, or leads out of the service's part of the host ("..").
    static const QRegularExpression shape(QStringLiteral("^\\w[\\w.-]*(?:/\\w[\\w.-]*)*$"));
    QString name = http::withoutSlashesAtEnd(text);
    if (name.startsWith(QLatin1Char('/')))
        name.remove(0, 1);
    if (name.isEmpty())
        return settingError(QStringLiteral("crud_collection_not_set"), key);
    if (!shape.match(name).hasMatch())
        return settingError(QStringLiteral("crud_collection_malformed"), key);
    return name;
}

} // namespace teleconsult::config
