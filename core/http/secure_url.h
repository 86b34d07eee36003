// Where secrets and records may travel to.
#pragma once

#include <QUrl>

namespace teleconsult::http {

/// Whether what is sent there cannot be read on the way: https, or http that stays on this computer. False also for
/// what is no URL of a host.
bool travelsSafely(const QUrl &url);

/// Whether its host is this computer: "localhost", 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl &url);

} // namespace teleconsult::http
