#include "tests/support/crud_double_parameters.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace teleconsult::test::crud {

const QStringList &parametersOfOne()
{
    static const QStringList names{QStringLiteral("_q"), QStringLiteral("_st"), QStringLiteral("_p")};
    return names;
}

const QStringList &parametersOfList()
{
    static const QStringList names =
        parametersOfOne() + QStringList{QStringLiteral("_s"), QStringLiteral("_l"), QStringLiteral("_sk")};
    return names;
}

Checked<void *> checkParameters(const Definition &definition, const QUrlQuery &query, const QStringList &known)
{
    const QList<std::pair<QString, QString>> items = query.queryItems();
    for (const auto &[name, value] : items) {
        const Field *field = definition.field(name);
        const bool isField = field && name != QLatin1String("__STATE__") && field->type != Field::Type::Object &&
                             field->type != Field::Type::Objects;
        if (!isField && !known.contains(name))
            return refuseUnknown(QStringLiteral("querystring"), name);
    }
    return nullptr;
}

Checked<int> number(const QUrlQuery &query, const QString &name, int standard, int least, int most)
{
    if (!query.hasQueryItem(name))
        return standard;
    bool isNumber = false;
    const int value = query.queryItemValue(name).toInt(&isNumber);
    const QString where = QStringLiteral("querystring/") + name;
    if (!isNumber)
        return refuseBySchema(where + QStringLiteral(" must be number"));
    if (value < least)
        return refuseBySchema(where + QStringLiteral(" must be >= %1").arg(least));
    if (value > most)
        return refuseBySchema(where + QStringLiteral(" must be <= %1").arg(most));
    return value;
}

Checked<QStringList> sorting(const Definition &definition, const QUrlQuery &query)
{
    QStringList keys;
    const QStringList given = query.allQueryItemValues(QStringLiteral("_s"), QUrl::FullyDecoded);
    for (const QString &item : given)
        keys << item.split(QLatin1Char(','));
    for (const QString &key : keys) {
        const QString name = key.startsWith(QLatin1Char('-')) ? key.mid(1) : key;
        if (!definition.field(name.section(QLatin1Char('.'), 0, 0)))
            return refuseBySchema(QStringLiteral("querystring/_s must match pattern \"^-?(%1)\"")
                                      .arg(definition.allNames().join(QLatin1Char('|'))));
    }
    return keys;
}

QJsonObject projected(const Definition &definition, const QJsonObject &document, const QUrlQuery &query, bool all)
{
    const QString asked = query.queryItemValue(QStringLiteral("_p"), QUrl::FullyDecoded);
    const QStringList wanted = asked.split(QLatin1Char(','), Qt::SkipEmptyParts);
    QJsonObject shown;
    for (auto it = document.begin(); it != document.end(); ++it) {
        const bool known = all || definition.field(it.key());
        if (it.key() == QLatin1String("_id") || (known && (wanted.isEmpty() || wanted.contains(it.key()))))
            shown.insert(it.key(), it.value());
    }
    return shown;
}

Checked<QStringList> states(const QUrlQuery &query)
{
    const QString name = QStringLiteral("_st");
    if (!query.hasQueryItem(name))
        return QStringList{QStringLiteral("PUBLIC")};
    const QStringList given = query.queryItemValue(name, QUrl::FullyDecoded).split(QLatin1Char(','));
    if (!std::all_of(given.begin(), given.end(), isState))
        return refuseBySchema(QStringLiteral(
            "querystring/_st must match pattern \"(PUBLIC|DRAFT|TRASH|DELETED)(,(PUBLIC|DRAFT|TRASH|DELETED))*\""));
    return given;
}

Checked<QJsonValue> bodyOf(const QByteArray &contentType, const QByteArray &body)
{
    if (contentType.isEmpty())
        return tl::unexpected<Refusal>({415, errorBody(415, QStringLiteral("Unsupported Media Type"),
                                                       QStringLiteral("Unsupported Media Type: undefined"),
                                                       QStringLiteral("FST_ERR_CTP_INVALID_MEDIA_TYPE"))});
    if (!contentType.startsWith("application/json"))
        return refuseBySchema(QStringLiteral("body must be object"));
    if (body.isEmpty())
        return tl::unexpected<Refusal>(
            {400, errorBody(400, QStringLiteral("Bad Request"),
                            QStringLiteral("Body cannot be empty when content-type is set to 'application/json'"),
                            QStringLiteral("FST_ERR_CTP_EMPTY_JSON_BODY"))});
    QJsonParseError error;
    const QJsonDocument read = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(QStringLiteral("Unexpected token in JSON"));
    return read.isArray() ? QJsonValue(read.array()) : QJsonValue(read.object());
}

} // namespace teleconsult::test::crud
