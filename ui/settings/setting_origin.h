// Where the value of a setting comes from, beside its control.
#pragma once

#include "core/config/settings.h"

namespace teleconsult::ui {

class Field;

/// Shows `hint` and says where the value comes from: of a default quietly, of one that was set with the default in
/// whose place it is. What something above the user's file holds cannot be edited, and says what holds it instead of
/// the hint. To be called again when the language or what is saved changes.
void showOrigin(Field &field, const config::Settings &settings, const QString &key, const QString &hint);

} // namespace teleconsult::ui
