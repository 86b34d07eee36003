// Addresses in the web. Pure functions.
#pragma once

#include <QUrl>

namespace teleconsult {

/// Whether a browser could go there: http or https, well formed, and of a host. What else is asked of an address (no
/// user in it, no query, encryption: core/http/secure_url.h) is for those who use it. A text is parsed strictly before:
/// the tolerant mode mends what somebody has mistyped.
inline bool isWebAddress(const QUrl &url)
{
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return isWeb && url.isValid() && !url.host().isEmpty();
}

} // namespace teleconsult
