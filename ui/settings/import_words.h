// What is said of a file of settings.
#pragma once

#include "core/config/import_preview.h"

#include <QString>

namespace teleconsult::ui {

/// Why a file is not taken over: its line, the setting, variable or property at fault, and what is wrong with that.
/// `error`: of config::readImport or app::takeOver.
QString importErrorText(const Error &error);

/// One value of a file: what the setting is called, on a second line what it is now and what it would be, and what
/// keeps it from that.
QString importChangeText(const config::ImportChange &change);

/// Variables and keys of a file that are left out, and why; empty: none are. `withKey`: the API key is not.
QStringList leftOutTexts(const config::SettingsImport &import, bool withKey);

/// What is wrong with a value of the environment or of the settings file (config::mistakesIn).
QString mistakeText(const Error &mistake);

} // namespace teleconsult::ui
