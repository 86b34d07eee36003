// Who asks.
#pragma once

#include "core/config/caller_path.h"
#include "core/domain/participant.h"
#include "core/serving/http_message.h"

namespace teleconsult::api {

using config::CallerPath;

/// The caller; an empty external id: nobody, or a path that leads nowhere.
ParticipantData callerOf(const serving::HttpRequest &request, const CallerPath &path);

/// Whether a header that says who calls was sent more than once: by the client and by the gateway, say. Then who it is
/// cannot be known.
bool tellsCallerTwice(const serving::HttpRequest &request, const CallerPath &path);

} // namespace teleconsult::api
