// Random identifiers and credentials, and dates as the API writes them.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace teleconsult::sandbox {

/// `length` characters of [A-Za-z0-9] from the system's generator.
QString randomText(int length);

/// ISO 8601 in UTC with milliseconds and Z.
QString toApiDate(const QDateTime &moment);

/// Compares without telling by its duration how much was right.
bool isSameSecret(const QByteArray &given, const QByteArray &expected);

} // namespace teleconsult::sandbox
