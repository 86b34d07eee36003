// The pictures themselves.
#pragma once

#include "core/http/http_client.h"

namespace teleconsult::kaleyra {

/// Fetches a background's picture from where Kaleyra says it is. Anybody can: no key is sent. `url` is the one of a
/// Background. Errors: those of HttpClient; BadAnswer (code insecure_picture_url) for an address that is neither https
/// nor on this computer, which is not asked.
Task<QByteArray> fetchPicture(http::HttpClient &http, QUrl url);

} // namespace teleconsult::kaleyra
