#include "core/http/secure_url.h"

#include "core/domain/web_address.h"

#include <QHostAddress>

namespace teleconsult::http {

bool travelsSafely(const QUrl &url)
{
    return isWebAddress(url) && (url.scheme() == QLatin1String("https") || isLoopback(url));
}

bool isLoopback(const QUrl &url)
{
    // As it goes over the wire: an international name in its ASCII form.
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace teleconsult::http
