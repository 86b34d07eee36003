#include "core/config/import_preview.h"

#include "core/config/roles.h"
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"

#include <algorithm>

namespace teleconsult::config {

namespace {

void addSettings(const SettingValues &values, const Settings &settings, ImportPreview &preview)
{
    SettingValues kept;
    for (auto value = values.begin(); value != values.end(); ++value)
        kept.insert(value.key(), asKept(*Settings::spec(value.key()), *value));
    const std::shared_ptr<Settings> then = settings.with(kept);
    for (const SettingSpec &spec : Settings::catalogue()) {
        if (!values.contains(spec.key))
            continue;
        const ImportChange change{spec.key, settings.text(spec.key), then->text(spec.key), settings.lockText(spec.key)};
        if (change.now == change.then && change.lock.isEmpty()) {
            ++preview.unchanged;
            continue;
        }
        preview.changes << change;
        preview.needsRestart = preview.needsRestart || spec.needsRestart;
    }
}

QString textOf(const ServiceConfiguration::CustomUserId &id)
{
    return id.source + QStringLiteral(" → ") + id.target;
}

QString textOf(const QList<CallerPath::Step> &steps)
{
    QStringList words;
    for (const CallerPath::Step &step : steps)
        words << step.extract;
    return words.join(QStringLiteral(" → "));
}

/// The settings that would say `wanted` in the place of `other`.
SettingValues rolesOf(const ServiceConfiguration &wanted, const ServiceConfiguration &other)
{
    return settingsFor(groupRolesOf(wanted), wanted.privileges.toolsOf(Role::Plus),
                       wanted.privileges.toolsOf(Role::Basic), other);
}

void addConfiguration(const ServiceConfiguration &now, const ServiceConfiguration &then, const Settings &settings,
                      ImportPreview &preview)
{
    const SettingValues before = rolesOf(now, then);
    const SettingValues after = rolesOf(then, now);
    for (const SettingSpec &spec : Settings::catalogue()) {
        // What something stronger says of a role goes before the file, and stays.
        if (after.contains(spec.key) && !settings.isLocked(spec.key))
            preview.changes << ImportChange{spec.key, toText(before.value(spec.key)), toText(after.value(spec.key)),
                                            QString()};
    }
    if (now.customUserId != then.customUserId)
        preview.changes << ImportChange{QStringLiteral("customUserId"), textOf(now.customUserId),
                                        textOf(then.customUserId), QString()};
    if (now.callerSteps != then.callerSteps)
        preview.changes << ImportChange{QStringLiteral("userIdPathInRequest"), textOf(now.callerSteps),
                                        textOf(then.callerSteps), QString()};
}

} // namespace

bool ImportPreview::isPossible() const
{
    return std::all_of(changes.begin(), changes.end(),
                       [](const ImportChange &change) { return change.lock.isEmpty(); });
}

ImportPreview previewOf(const SettingsImport &import, const Settings &settings)
{
    ImportPreview preview;
    addSettings(valuesOf(import, settings), settings, preview);
    if (import.configuration.isEmpty())
        return preview;
    const Result<ServiceConfiguration> then = readServiceConfiguration(import.configuration);
    // One that is not right now holds nothing; the file does better.
    const ServiceConfiguration now = settings.with({})->serviceConfiguration().value_or(ServiceConfiguration());
    if (then)
        addConfiguration(now, *then, settings, preview);
    preview.needsRestart = true;
    return preview;
}

} // namespace teleconsult::config
