// Where a Teleconsultation Service elsewhere is, as the settings say.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QUrl>

namespace teleconsult::config {

/// The service that does the backend's work for a station without the API key. A value that is complete and
/// well-formed.
struct RemoteService
{
    QUrl baseUrl; ///< Without a trailing slash. https, or http on this computer: links and names travel.
    QByteArray userIdHeader;
    QByteArray groupsHeader;

    friend bool operator==(const RemoteService &, const RemoteService &) = default;
};

} // namespace teleconsult::config
