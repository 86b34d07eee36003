// Where a call page may go, and who may use camera and microphone. Rules only: no engine, no network.
#pragma once

#include "ui/call/call_engine.h"

#include <QStringList>
#include <QUrl>

namespace teleconsult::ui {

/// The security boundary of one call, computed from its target. A value.
///
/// Allowed is the link's own origin and whatever `allowedHosts` names: an exact host, or "*.bandyer.com" for the hosts
/// below bandyer.com (not bandyer.com itself, and never a whole top-level domain). HTTPS on its usual port; plain HTTP
/// and other ports on loopback only. Addresses that carry a user name are refused, as is every other scheme.
class NavigationPolicy
{
public:
    enum class Verdict {
        Allow,
        EndCall, ///< The address the company sends callers to once a call is over (reference §3.6); not to be loaded.
        Refuse,
    };

    /// A policy that refuses everything, and grants nothing.
    NavigationPolicy() = default;
    explicit NavigationPolicy(const CallTarget &target);

    /// Whether the link itself may be opened at all: absolute, HTTPS or loopback, no user name.
    bool mayOpenLink() const { return m_linkIsSafe; }

    Verdict mainFrame(const QUrl &url) const;

    /// Frames inside the page: the same hosts, and documents the page wrote itself (about:blank, about:srcdoc, blob:).
    Verdict subFrame(const QUrl &url) const;

    /// Camera, microphone and screen are for the link's exact origin, and only while the page itself is of that origin.
    bool mayCapture(const QUrl &requestingOrigin, const QUrl &mainFrameUrl) const;

    /// Whether a file that the page offers is of the call: from its own hosts, or made by the page itself (blob:,
    /// data:).
    bool mayDownload(const QUrl &url) const;

    /// Whether a window the page wants to open may be shown in the person's own browser instead. The call's hosts are
    /// left out: their addresses can hold the access link, which would end up on a command line.
    bool mayOpenOutside(const QUrl &url, bool userInitiated) const;

private:
    bool isAllowedHost(const QUrl &url) const;
    bool endsCall(const QUrl &url) const;

    QUrl m_link;
    QUrl m_endCallRedirectUrl;
    QStringList m_exactHosts;
    QStringList m_parentDomains; ///< With the leading dot: ".bandyer.com".
    bool m_linkIsSafe = false;
};

/// Same scheme, host and port, default ports counted. An address without a host is of no origin.
bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace teleconsult::ui
