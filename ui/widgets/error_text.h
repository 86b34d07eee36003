// What a person is told about an Error.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::ui {

/// A sentence or two: what went wrong, and what to do next. What failed here is "on this computer", what failed
/// elsewhere is "the server". A field is named in the form's words ("Participant 2, full name"), never in the API's.
/// Translated at the time of the call: ask again after a change of language.
QString errorText(const Error &error);

/// As errorText(), for the line right below the field that the error is about: the field is not named again.
QString fieldErrorText(const Error &error);

/// The human words for a field of the API ("participants.data[1].fullName"); empty for one that is not known.
QString fieldText(const QString &field);

/// The participant an error's field points to, counted from 0; -1: to none.
int participantIndex(const QString &field);

} // namespace teleconsult::ui
