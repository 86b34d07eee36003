// What to tell a person when a secret cannot be had. A part of error_text.h.
#pragma once

#include <QString>

namespace teleconsult::ui {

/// For errors of kind Storage; `field` as in the error. Empty: it is about something else.
QString secretSentence(const QString &field, const QString &code);

} // namespace teleconsult::ui
