// What reading and writing of JSON has in common everywhere. Pure functions.
#pragma once

#include "core/domain/moment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>
#include <optional>

namespace teleconsult {

/// On one line, as it travels and is stored.
inline QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QByteArray compactJson(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

inline QJsonValue dateOrNull(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(dateText(moment)) : QJsonValue();
}

/// What dateText() has written, in UTC. Invalid for everything else.
inline QDateTime dateFrom(const QJsonValue &value)
{
    return dateFrom(value.toString());
}

/// A number without a fraction that fits into an int (3.0 does, 3.5 and 3e9 do not); nothing for everything else, a
/// number in quotation marks too.
inline std::optional<int> toWholeNumber(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    const bool fits = number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
    if (!fits || number != std::floor(number))
        return std::nullopt;
    return int(number);
}

} // namespace teleconsult
