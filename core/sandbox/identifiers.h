// Random identifiers and credentials, and dates as the API writes them.
#pragma once

#include <QDateTime>
#include <QString>

namespace teleconsult::sandbox {

/// `length` characters of [A-Za-z0-9] from the system's generator.
QString randomText(int length);

/// ISO 8601 in UTC with milliseconds and Z.
QString toApiDate(const QDateTime &moment);

} // namespace teleconsult::sandbox
