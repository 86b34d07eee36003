// The catalogue as the tables of docs/configuration.md.
#pragma once

#include "core/config/setting_spec.h"

#include <QList>

namespace teleconsult::config {

/// The pages that have settings, in their order.
QList<SettingPage> settingPages();

/// Markdown, without a line break at its end, in the interface's language: English where no translation is installed.
QString settingsTable(SettingPage page);

} // namespace teleconsult::config
