#include "core/http/secure_url.h"

#include <QHostAddress>

namespace teleconsult::http {

bool travelsSafely(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    return url.scheme() == QLatin1String("http") && isLoopback(url);
}

bool isLoopback(const QUrl &url)
{
    // As it goes over the wire: an international name in its ASCII form.
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace teleconsult::http
