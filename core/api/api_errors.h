// Errors as the API tells them.
#pragma once

#include "core/domain/error.h"
#include "core/serving/http_message.h"

namespace teleconsult::api {

/// Which of the errors that seed 004 shows for an operation are told with its body, besides those it shows for several.
enum class Documented {
    NoneOfItsOwn,
    UnknownRoom, ///< 404 of GET /teleconsultation/:id, and of no other.
};

/// The documented bodies `{"error": …}` of seed 004 where there is one, else the CRUD service's shape `{statusCode,
/// error, message}` (reference/mia-crud-service.md §8). A refusal of a peer (its error carries a request id) is not the
/// client's mistake: 502, or 503 when a later try may succeed. Holds nothing of `detail`.
serving::HttpAnswer errorAnswer(const Error &error, Documented documented = Documented::NoneOfItsOwn);

/// A refusal in the CRUD service's shape.
serving::HttpAnswer refusal(int status, const QString &message);

} // namespace teleconsult::api
