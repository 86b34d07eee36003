// Verdicts that more than one page gives.
#pragma once

#include "ui/settings/settings_page.h"

namespace teleconsult::ui {

/// That it was saved. `waits`: for the next start.
SettingsVerdict savedVerdict(bool waits);

} // namespace teleconsult::ui
