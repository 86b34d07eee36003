// Values of settings in words.
#pragma once

#include "core/config/setting_spec.h"

namespace teleconsult::ui {

/// What a person reads for a value as the settings give it (Settings::text): "Yes", "Never", "10"; a choice that has no
/// words as it is; an empty one is not set.
QString valueText(const config::SettingSpec &spec, const QString &value);

} // namespace teleconsult::ui
