// What to tell a person who could not be signed in. A part of error_text.h.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::ui {

/// Empty: the error is about something else.
QString signInSentence(const Error &error);

} // namespace teleconsult::ui
