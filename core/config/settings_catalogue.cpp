// What settings there are.
#include "core/config/setting_entry.h"
#include "core/config/settings.h"

#include <algorithm>

namespace teleconsult::config {

QString toCode(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return QStringLiteral("system");
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    }
    Q_UNREACHABLE();
}

QString toCode(GraphicsCard card)
{
    switch (card) {
    case GraphicsCard::WhereThereIsOne:
        return QStringLiteral("auto");
    case GraphicsCard::Always:
        return QStringLiteral("always");
    case GraphicsCard::Never:
        return QStringLiteral("never");
    }
    Q_UNREACHABLE();
}

QString toCode(DeviceCheck check)
{
    switch (check) {
    case DeviceCheck::Due:
        return QStringLiteral("due");
    case DeviceCheck::Done:
        return QStringLiteral("done");
    case DeviceCheck::Never:
        return QStringLiteral("never");
    }
    Q_UNREACHABLE();
}

const QList<SettingSpec> &Settings::catalogue()
{
    static const QList<SettingSpec> specs =
        serviceSettings() + roleSettings() + accessSettings() + stationSettings() + kioskSettings();
    return specs;
}

const SettingSpec *Settings::spec(const QString &key)
{
    const QList<SettingSpec> &specs = catalogue();
    const auto found =
        std::find_if(specs.begin(), specs.end(), [&](const SettingSpec &candidate) { return candidate.key == key; });
    return found == specs.end() ? nullptr : &*found;
}

} // namespace teleconsult::config
