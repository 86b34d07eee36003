// Random identifiers and credentials.
#pragma once

#include <QString>

namespace teleconsult::sandbox {

/// `length` characters of [A-Za-z0-9] from the system's generator.
QString randomText(int length);

} // namespace teleconsult::sandbox
