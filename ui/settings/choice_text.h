// The choices of settings in words.
#pragma once

#include <QString>

namespace teleconsult::ui {

/// What a person reads for a choice of the catalogue ("automatic"); the code itself for one that has no words. Empty:
/// not set.
QString choiceText(const QString &code);

} // namespace teleconsult::ui
