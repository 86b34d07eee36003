// Who asks.
#pragma once

#include "core/domain/participant.h"
#include "core/serving/http_message.h"

namespace teleconsult::api {

/// Where the caller's identity stands in a request (reference/teleconsultation-service.md, userIdPathInRequest).
struct CallerPath
{
    struct Step
    {
        enum class From {
            Object, ///< The named member.
            Json,   ///< The named member of the object that the text so far is, as JSON.
            Array,  ///< The element of this index.
        };
        From from = From::Object;
        QString extract;
    };

    /// From the request `{headers, query}` down to a text; empty: the header `userIdHeader`.
    QList<Step> steps = {};
    QByteArray userIdHeader = "miauserid";     ///< USERID_HEADER_KEY. Lower case.
    QByteArray groupsHeader = "miausergroups"; ///< Comma-separated. Lower case.
};

/// The caller; an empty external id: nobody, or a path that leads nowhere.
ParticipantData callerOf(const serving::HttpRequest &request, const CallerPath &path);

} // namespace teleconsult::api
