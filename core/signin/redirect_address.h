// The address on this computer that a browser comes back to.
#pragma once

#include <QUrl>

namespace teleconsult::signin {

/// As the provider has to know it (RFC 8252, 7.3): the number, for a name could lead elsewhere.
inline QUrl redirectAddress(quint16 port)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/callback").arg(port));
}

} // namespace teleconsult::signin
