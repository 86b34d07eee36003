// What a verb asks of the API.
#pragma once

#include "app/ctl/options.h"
#include "core/domain/error.h"
#include "core/domain/participant.h"
#include "core/serving/http_message.h"

#include <QJsonObject>

namespace teleconsult::ctl {

/// A participant as an option says it: `id=…,name=…,groups=doctor+nurse,language=it`, in any order; a comma or
/// backslash in a value is written with a backslash before it. Answers the API's object. Error: Invalid (field
/// --participant; codes wrong_type, unknown_field, duplicate).
Result<QJsonObject> readParticipantOption(const QString &text);

/// The request that a verb makes of the API (core/api), as the caller or, unless told otherwise, as the station. Reads
/// the file that is named; `-` is standard input. Errors, all Invalid: for --participant, and file_unreadable. Only for
/// verbs that are operations of the API.
Result<serving::HttpRequest> requestFor(const Options &options, const StationIdentity &station);

} // namespace teleconsult::ctl
