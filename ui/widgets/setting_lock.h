// Controls of settings that something above the user's file holds.
#pragma once

#include "core/config/settings.h"

#include <QAction>
#include <QWidget>

namespace teleconsult::ui {

/// Switches the control off while the setting is locked, and tells in its tooltip and to assistive technology what
/// holds the value. To be called again when the language changes. A control that is not locked is left as it is.
void lockIfHeld(QWidget *control, const config::Settings &settings, const QString &key);
void lockIfHeld(QAction *action, const config::Settings &settings, const QString &key);

} // namespace teleconsult::ui
