#include "core/http/secure_url.h"

#include <QHostAddress>

namespace teleconsult::http {

bool travelsSafely(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    const bool isLoopback = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    return url.scheme() == QLatin1String("http") && isLoopback;
}

} // namespace teleconsult::http
