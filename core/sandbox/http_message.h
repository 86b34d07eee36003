// Answers of the sandbox.
#pragma once

#include "core/serving/http_message.h"

namespace teleconsult::sandbox {

using serving::FormPart;
using serving::HttpAnswer;
using serving::HttpRequest;
using serving::jsonAnswer;

/// Why a request is not carried out, in the words of §1.4 and §4.1 of the reference.
struct Refusal
{
    int status = 422;
    QString code;
    QString message;
};

HttpAnswer refusalAnswer(const Refusal &refusal);
/// For what never got as far as the API: a status of the HTTP server's own.
HttpAnswer refusalAnswer(int status);

} // namespace teleconsult::sandbox
