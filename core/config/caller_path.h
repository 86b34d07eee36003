// Where it says in a request who asks.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace teleconsult::config {

/// Where the caller's identity stands in a request (reference/teleconsultation-service.md, userIdPathInRequest).
struct CallerPath
{
    /// One step further into what was said.
    struct Step
    {
        enum class From {
            Object, ///< The named member.
            Json,   ///< The named member of the object that the text so far is, as JSON.
            Array,  ///< The element of this index.
        };
        From from = From::Object;
        QString extract;

        friend bool operator==(const Step &, const Step &) = default;
    };

    /// From the request `{headers, query}` down to a text; empty: the header `userIdHeader`.
    QList<Step> steps = {};
    QByteArray userIdHeader = "miauserid";     ///< USERID_HEADER_KEY. Lower case.
    QByteArray groupsHeader = "miausergroups"; ///< GROUPS_HEADER_KEY. Comma-separated. Lower case.

    friend bool operator==(const CallerPath &, const CallerPath &) = default;
};

} // namespace teleconsult::config
