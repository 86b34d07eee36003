// Where Kaleyra is.
#pragma once

#include <QUrl>

#include <array>

namespace teleconsult::kaleyra {

/// Kaleyra's own codes (reference/kaleyra-video-api.md §1.1). Whether there is a sandbox in every region is not known.
inline constexpr std::array<const char *, 4> regions{"eu", "in", "us", "me"};

/// Of the API, without the version.
inline QUrl knownAddress(const QString &region, bool isSandbox)
{
    return QUrl(
        QStringLiteral("https://api.%1%2.bandyer.com").arg(isSandbox ? QStringLiteral("sandbox.") : QString(), region));
}

} // namespace teleconsult::kaleyra
