// What taking over a file would change.
#pragma once

#include "core/config/settings.h"
#include "core/config/settings_import.h"

namespace teleconsult::config {

/// One value, as it is now and as it would be. Both as Settings::text() writes them; empty: not set.
struct ImportChange
{
    QString name; ///< A setting's key; or a property of the JSON configuration that no setting says.
    QString now;
    QString then;
    QString lock; ///< What holds the value, a sentence in the interface's language: the file cannot be taken over.

    friend bool operator==(const ImportChange &, const ImportChange &) = default;
};

/// What an import would come to.
struct ImportPreview
{
    QList<ImportChange> changes; ///< In the order of the catalogue.
    int unchanged = 0;           ///< How many values of the file hold already.
    bool needsRestart = false;   ///< Some of it takes effect at the next start.

    bool isPossible() const;
};

/// Of the groups and tools of a JSON configuration it is told what would hold, not how the file says it. `import`: as
/// readImport() gave it.
ImportPreview previewOf(const SettingsImport &import, const Settings &settings);

} // namespace teleconsult::config
