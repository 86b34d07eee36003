// Which languages can be spell-checked on this computer.
#pragma once

#include <QStringList>

namespace teleconsult::ui {

/// The names of dictionaries ("it_IT", "en_GB") to check with: one for each language of the interface that the folder
/// has one for, the person's own region first. Dictionaries are the engine's (*.bdic).
QStringList dictionariesIn(const QString &folder, const QString &locale);

/// Where the engine looks: QTWEBENGINE_DICTIONARIES_PATH, else where Debian's packages put them. A session without
/// Debian's environment.d does not set the variable, so it is set here; before the first profile.
QString dictionaryFolder();

} // namespace teleconsult::ui
