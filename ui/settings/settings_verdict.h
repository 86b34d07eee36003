// Verdicts that more than one page gives.
#pragma once

#include "ui/settings/settings_page.h"

namespace teleconsult::ui {

/// That it was saved. `waits`: for the next start.
SettingsVerdict savedVerdict(bool waits);

/// That a field of the page, which shows it, keeps it from being tried.
SettingsVerdict valueNotRight();

} // namespace teleconsult::ui
