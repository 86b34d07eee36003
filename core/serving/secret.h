// Secrets that requests bring.
#pragma once

#include <QByteArray>

namespace teleconsult::serving {

/// Compares without telling by its duration how much was right.
bool isSameSecret(const QByteArray &given, const QByteArray &expected);

} // namespace teleconsult::serving
