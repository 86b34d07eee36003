#include "ui/call/engine/navigation_policy.h"

#include "core/domain/web_address.h"
#include "core/http/secure_url.h"

#include <QUrlQuery>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int httpsPort = 443;
constexpr int httpPort = 80;

bool isHttps(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

int portOf(const QUrl &url)
{
    return url.port(isHttps(url) ? httpsPort : httpPort);
}

/// As it goes over the wire: an international name in its ASCII form, lower case.
QString hostOf(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

/// Encrypted, or never leaving the machine.
bool isSafe(const QUrl &url)
{
    return url.userInfo().isEmpty() && http::travelsSafely(url);
}

QString pathOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    return path.endsWith(QLatin1Char('/')) ? path.chopped(1) : path;
}

bool hasEveryQueryItemOf(const QUrl &expected, const QUrl &url)
{
    const auto wanted = QUrlQuery(expected).queryItems(QUrl::FullyEncoded);
    const auto given = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto &item) { return given.contains(item); });
}

} // namespace

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return !a.host().isEmpty() && a.scheme() == b.scheme() && hostOf(a) == hostOf(b) && portOf(a) == portOf(b);
}

NavigationPolicy::NavigationPolicy(const CallTarget &target)
    : m_link(target.link), m_endCallRedirectUrl(target.endCallRedirectUrl), m_linkIsSafe(isSafe(target.link))
{
    for (const QString &pattern : target.allowedHosts) {
        const QString host = pattern.trimmed().toLower();
        if (!host.startsWith(QLatin1Char('*')))
            m_exactHosts.append(host);
        else if (host.startsWith(QLatin1String("*.")) && host.indexOf(QLatin1Char('.'), 2) > 2)
            m_parentDomains.append(host.mid(1));
    }
}

NavigationPolicy::Verdict NavigationPolicy::mainFrame(const QUrl &url) const
{
    if (endsCall(url))
        return Verdict::EndCall;
    const bool ownOrigin = m_linkIsSafe && isSameOrigin(url, m_link);
    return isSafe(url) && (ownOrigin || isAllowedHost(url)) ? Verdict::Allow : Verdict::Refuse;
}

NavigationPolicy::Verdict NavigationPolicy::subFrame(const QUrl &url) const
{
    if (url.scheme() == QLatin1String("about"))
        return url.path() == QLatin1String("blank") || url.path() == QLatin1String("srcdoc") ? Verdict::Allow
                                                                                             : Verdict::Refuse;
    // "blob:https://host/id": the origin that wrote it comes after the first colon.
    const QUrl origin = url.scheme() == QLatin1String("blob") ? QUrl(url.path(QUrl::FullyEncoded)) : url;
    const bool allowed = isSafe(origin) && ((m_linkIsSafe && isSameOrigin(origin, m_link)) || isAllowedHost(origin));
    return allowed ? Verdict::Allow : Verdict::Refuse;
}

bool NavigationPolicy::mayCapture(const QUrl &requestingOrigin, const QUrl &mainFrameUrl) const
{
    return m_linkIsSafe && isSameOrigin(requestingOrigin, m_link) && isSameOrigin(mainFrameUrl, m_link);
}

bool NavigationPolicy::mayDownload(const QUrl &url) const
{
    if (url.scheme() == QLatin1String("data"))
        return m_linkIsSafe;
    return url.scheme() != QLatin1String("about") && subFrame(url) == Verdict::Allow;
}

bool NavigationPolicy::mayOpenOutside(const QUrl &url, bool userInitiated) const
{
    const bool ofTheCall = isSameOrigin(url, m_link) || isAllowedHost(url);
    return userInitiated && isWebAddress(url) && isHttps(url) && url.userInfo().isEmpty() && !ofTheCall;
}

bool NavigationPolicy::isAllowedHost(const QUrl &url) const
{
    const QString host = hostOf(url);
    if (!http::isLoopback(url) && portOf(url) != httpsPort)
        return false;
    return m_exactHosts.contains(host) ||
           std::any_of(m_parentDomains.begin(), m_parentDomains.end(),
                       [&](const QString &domain) { return host.size() > domain.size() && host.endsWith(domain); });
}

bool NavigationPolicy::endsCall(const QUrl &url) const
{
    // Which parameters Kaleyra adds to the redirect is not documented (reference §3.6), so more of them are no
    // obstacle.
    return isWebAddress(m_endCallRedirectUrl) && isWebAddress(url) && isSameOrigin(url, m_endCallRedirectUrl) &&
           pathOf(url) == pathOf(m_endCallRedirectUrl) && hasEveryQueryItemOf(m_endCallRedirectUrl, url);
}

} // namespace teleconsult::ui
